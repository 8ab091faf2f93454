"""Words to be compared: in small letters, with straight apostrophes, the everyday ones known."""

from functools import cache

from playbook.content import WordList
from playbook.phrasing.tidy import ENDS
from playbook.rulebook import Rulebook

STOPS = "".join(ENDS)


def plain_form(text: str) -> str:
    """Return the text for comparing: small letters, straight apostrophes."""
    return text.replace("’", "'").casefold()


@cache
def small_words(rulebook: Rulebook) -> frozenset[str]:
    """Return everyday words that aren't key words, so that they are left off the card (everyday.toml)."""
    table = rulebook.table(WordList, "tools/closing_statement/everyday.toml")
    return frozenset(table["small"].words.split())

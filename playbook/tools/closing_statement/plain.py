"""Words to be compared: in small letters, with straight apostrophes, the everyday ones known."""

from functools import cache
from importlib.resources import files

from playbook.content import read_toml

STOPS = ".!?…。！？"


def plain(text: str) -> str:
    """The text for comparing: small letters, straight apostrophes."""
    return text.replace("’", "'").casefold()


@cache
def small_words() -> frozenset[str]:
    """Everyday words that aren't key words, so that they are left off the card (everyday.toml)."""
    table = read_toml(files("playbook.tools.closing_statement") / "everyday.toml")
    return frozenset(table["small"]["words"].split())

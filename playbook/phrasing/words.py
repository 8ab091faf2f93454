"""The words of a text, as they are compared."""

import re
from dataclasses import dataclass

from playbook.memory import remembered

WORD = re.compile(r"[^\W_]+(?:['’&/.\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in small letters with straight apostrophes."""

    all: tuple[str, ...]

    def at(self, place: int) -> str:
        """Return the word at this place; empty beyond the end."""
        return self.all[place] if 0 <= place < len(self.all) else ""


@remembered()
def words_of(text: str) -> Words:
    """Return the text's words, to be compared."""
    return Words(tuple(WORD.findall(text.replace("’", "'").casefold())))


@remembered()
def says_same(one: str, other: str) -> bool:
    """Return whether one sentence repeats most of what the other says."""
    every = words_of(one).all
    telling = {each for each in every if len(each) > len("with") or each.isdigit()}
    telling = telling or {each for each in every if len(each) > len("it")}
    known = set(words_of(other).all)
    return bool(telling) and len(telling & known) * 2 > len(telling)

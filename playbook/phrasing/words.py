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
        """The word at this place; empty beyond the end."""
        return self.all[place] if 0 <= place < len(self.all) else ""


@remembered()
def words_of(text: str) -> Words:
    """The text's words, to be compared."""
    return Words(tuple(WORD.findall(text.replace("’", "'").casefold())))


@remembered()
def says_same(one: str, other: str) -> bool:
    """Whether most of what one sentence says stands in the other as well: saying both would be saying it twice."""
    every = words_of(one).all
    telling = {each for each in every if len(each) > len("with") or each.isdigit()}
    telling = telling or {each for each in every if len(each) > len("it")}
    known = set(words_of(other).all)
    return bool(telling) and len(telling & known) * 2 > len(telling)

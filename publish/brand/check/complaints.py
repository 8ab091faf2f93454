"""What is wrong with a centre's files, said with file and line to the person who can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

MOST_NAMES = 25
"""More than that nobody reads in a message."""


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """One sentence about one place. One that doesn't `stop` the build is worth a look and no more."""

    file: str
    line: int
    text: str
    stops: bool = True

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.text}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Word the hint at the end of a message: the nearest known name, or all of them."""
    names = sorted(set(known))
    near = get_close_matches(word.lower(), [name.lower() for name in names], n=1)
    if near:
        return f"Did you mean '{next(name for name in names if name.lower() == near[0])}'?"
    if not names:
        return "None is known."
    if len(names) > MOST_NAMES:
        return f"There are {len(names)}, like '{names[0]}'."
    return f"Known are: {', '.join(names)}."


def find_line(text: str, start: str, after: int = 0) -> int:
    """Return the number of the first line that starts so, counted from 1; `after` where there is none."""
    for number, line in enumerate(text.splitlines(), 1):
        if number > after and line.strip().startswith(start):
            return number
    return after

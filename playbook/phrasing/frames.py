"""Sentences that hold typed words (frames.toml), and what was left out of them, with the reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from playbook.content import read_all
from playbook.memory import remembered
from playbook.render import PLAIN

MOST_WORDS = 40
"""Words of one field that go to somebody else without being chosen one by one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Ways to say one thing with the words of the reader."""

    id: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Typed words that aren't used: where they stand in the record, the id of the reason, and words `beside` them."""

    field: str
    words: str
    why: str
    path: str = ""
    beside: str = ""

    @property
    def text(self) -> str:
        """The reason, in a sentence or two."""
        count = len(self.words.split())
        return fill(
            f"left-{self.why}",
            words=self.words,
            beside=self.beside,
            example=_example(self.field),
            count=count,
            most=MOST_WORDS,
        )


@dataclass(frozen=True, slots=True)
class Framed:
    """A sentence made of typed words, or none; and what of the words isn't in it."""

    text: str = ""
    left: tuple[LeftOut, ...] = field(default=())

    def at(self, path: str) -> "Framed":
        """Return these words with the path of their field in the record."""
        return replace(self, left=tuple(replace(each, path=path) for each in self.left))


@cache
def _frames() -> Mapping[str, Frame]:
    return read_all(Frame, files("playbook.phrasing") / "frames.toml")


@remembered()
def fill(frame: str, turn: int = 0, /, **facts: object) -> str:
    """Return the frame's sentence with these facts; `turn` chooses between its ways."""
    ways = _frames()[frame].ways
    return PLAIN.fill(ways[turn % len(ways)], **facts)


def _example(name: str) -> str:
    known = f"example-{name}"
    return fill(known) if known in _frames() else ""


def all_left_out(*framed: Framed) -> tuple[LeftOut, ...]:
    """Return what all of these leave out."""
    return tuple(left for each in framed for left in each.left)

"""What a phrase turns out to name, and how a phrase is written down."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from playbook.promises.edges import Scene
from playbook.promises.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """What a phrase names: the stretches it can mean, earliest first.

    `options` are the dates between which only the reader can choose. `week` are the days of the
    week it names, for a weekday that follows; `refines`: it is such a weekday. `ranged`: it says
    itself from when to when. `modify` changes the next phrase ("two days after" Christmas).
    `link` is the word by which another time is joined to it: or, and, but, then.
    """

    spans: tuple[Span, ...] = ()
    options: tuple[date, ...] = ()
    week: tuple[date, ...] = ()
    refines: bool = False
    ranged: bool = False
    modify: Callable[[Span], Span] | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase where it stands in the text, with the small words before and after it."""

    match: re.Match[str]
    edge: str
    tail: str

    @property
    def start(self) -> int:
        """Where its small words begin."""
        return self.match.start() - len(self.edge)

    @property
    def end(self) -> int:
        """Where its small words end."""
        return self.match.end() + len(self.tail)

    def __getitem__(self, group: str) -> str:
        return self.match[group]

    def said(self, group: str) -> str:
        """What a group holds; "" where the pattern has no such group, or it took no part."""
        return self.match.groupdict().get(group) or ""


type Reader = Callable[[Phrase, Scene, Found | None], Found]
"""Reads a phrase on a scene, in the light of what was found just before it."""

type Row = tuple[str, Reader]
"""A pattern over plain words, and the function that reads it."""

READ = "~"
"""Stands in the text for each letter of a phrase that has been recognised."""

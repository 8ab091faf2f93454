"""What an e-mail of theirs seems to be."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What an e-mail can be, the most careful first: what changes least in a plan if it was read wrong."""

    __hash__ = str.__hash__

    RECEIPT = "receipt"
    AWAY = "away"
    REQUEST = "request"
    WAIT = "wait"
    INVITATION = "invitation"
    OFFER = "offer"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the reading comes from, from one character to another, and what they say: a kind, or "day"."""

    start: int
    end: int
    says: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that an e-mail may be: its kind, the words that say it, and the day that goes with it.

    The day is that of the meeting for an invitation, else the one by which they or the reader will answer. `days` are
    several, of which only the reader can say which. `clock` and `meeting` are their words for the time of day and for
    what they invite to.
    """

    kind: Kind
    words: str = ""
    day: date | None = None
    days: tuple[date, ...] = ()
    clock: str = ""
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What an e-mail seems to be: one proposal where that is sure, several to choose from, or none.

    `text` is the newest e-mail alone, `pieces` what was used of it, in order. `is_sure`: one kind alone is likely.
    `sent_on` is the day in its header, None where it has none; `has_older`: what stands below it wasn't read.
    """

    text: str
    proposals: tuple[Proposal, ...] = ()
    pieces: tuple[Piece, ...] = ()
    is_sure: bool = False
    sent_on: date | None = None
    has_older: bool = False

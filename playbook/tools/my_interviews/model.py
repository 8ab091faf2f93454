"""What 'My interviews' answers with: where each interview stands, and what one means for the others."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from playbook.plan.model import Plan, Step
from playbook.rounds import ARRANGED
from playbook.tool import Application

STILL_DECIDE = ("ahead", "waiting", "passed", "silent", ARRANGED)
"""Stages in which they are still to decide about the reader."""


class Group(StrEnum):
    """Where an interview stands in the list. UNDATED: nobody knows its day; OVER: it's decided, or it was closed."""

    DUE = "due"
    WEEK = "week"
    LATER = "later"
    UNDATED = "undated"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one interview stands on a day: its plan, its next step, and what else is due.

    `on` is the day of the next step; that of the interview where it's still ahead. `quiet` is how many days they have
    been quiet, None where nobody waits for them. `never_open` says that the office never opens, `undated_event` that an
    answer of theirs, or the reader's own, has no day. `meet_on` is the day of an interview to come.
    """

    group: Group
    plan: Plan | None = None
    step: Step | None = None
    on: date | None = None
    also_due: tuple[Step, ...] = ()
    quiet: int | None = None
    never_open: bool = False
    undated_event: bool = False
    meet_on: date | None = None

    @property
    def still_decide(self) -> bool:
        """Whether they are still to decide about the reader."""
        return self.plan is not None and self.plan.stage in STILL_DECIDE


@dataclass(frozen=True, slots=True)
class Place:
    """An application with where it stands. `number` is its number among copies of one, 0 where it's the only one."""

    application: Application
    standing: Standing
    number: int = 0

    @property
    def is_first(self) -> bool:
        """Whether it's the only one of its number, or the first copy."""
        return self.number <= 1


@dataclass(frozen=True, slots=True)
class Tell:
    """An offer, and the others who should know of it by a day; `decide_by` is the day of the reader's own answer."""

    place: Place
    others: tuple[Place, ...]
    tell_by: date
    decide_by: date
    is_late: bool


@dataclass(frozen=True, slots=True)
class Together:
    """Check-ins with one person or agency on one day, which become one."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Interviews:
    """All of them on one day, in the order of the list."""

    today: date
    week_until: date
    places: tuple[Place, ...]
    tells: tuple[Tell, ...]
    together: tuple[Together, ...]

    def among(self, group: Group) -> tuple[Place, ...]:
        """Return those of one group, what comes first at the top."""
        return tuple(each for each in self.places if each.standing.group is group)

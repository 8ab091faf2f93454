"""The rows of the record's lists: somebody met, something promised, an offer."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from playbook.record_keys import Trait

Long = Annotated[str, Trait.LONG]


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Somebody the reader met, and what this person said."""

    name: str = ""
    title: str = ""
    email: str = ""
    said: Long = ""
    greet: str = ""


@dataclass(frozen=True, slots=True)
class OwnClosure:
    """Days on which this office is closed, both included."""

    first_on: date | None = None
    last_on: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Away:
    """Days on which the reader can't do anything for their search: a stretch, or one weekday, in it or always.

    Without a first day it began in the past; one weekday without a last day goes on.
    """

    weekday: str = ""
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Postponed:
    """A step of the plan, by its id ("check-in-1"), that the reader has put off until a day."""

    step: str = ""
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """Something the reader promised to send."""

    what: str = ""
    by_on: date | None = None
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Somebody who may be asked about the reader."""

    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What has happened since the interview, by either side.

    `round` is the number of the earlier round that it belongs to; empty for the newest one.
    """

    kind: str = ""
    on: date | None = None
    words: str = ""
    by_on: date | None = None
    round: str = ""


@dataclass(frozen=True, slots=True)
class InCalendar:
    """An entry of a calendar file that the reader has taken: the step, its day and title, and which file it was.

    `sequence` is the number of that file, in digits, and `taken_on` its day. Empty in records from before they
    were remembered. `neutral`: the title names nobody. `cancelled`: the file took the entry back.
    """

    step: str = ""
    on: date | None = None
    title: str = ""
    neutral: bool = False
    cancelled: bool = False
    taken_on: date | None = None
    sequence: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """Something the reader has done that shows they can do this job, and what came of it."""

    did: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """The way of saying a part of the closing statement that the reader has chosen."""

    part: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What the reader made of an interview, kept for the next one."""

    employer: str = ""
    on: date | None = None
    went_well: Long = ""
    went_badly: Long = ""
    practise: Long = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What an employer offers, in their words. Empty means: not said yet."""

    employer: str = ""
    pay: str = ""
    benefits: Long = ""
    requirements: Long = ""
    start: str = ""
    place: str = ""
    leave: str = ""
    probation: str = ""
    review: str = ""
    in_writing: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something that matters to the reader in a job: how much, and how many points each offer gets for it."""

    what: str = ""
    weight: str = ""
    offer_1: str = ""
    offer_2: str = ""
    offer_3: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that would make an offer a yes."""

    what: str = ""


@dataclass(frozen=True, slots=True)
class OtherEmployer:
    """An employer who is still deciding about the reader while this one has made an offer."""

    employer: str = ""
    role: str = ""
    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The reader's own wording of a note, and the wording that it was made from."""

    key: str = ""
    text: Long = ""
    made_from: Long = ""

"""The record that every tool reads: one interview, and what has happened since. Typed once."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Somebody the reader met, and what this person said."""

    name: str = ""
    title: str = ""
    email: str = ""
    said: str = ""
    greet: str = ""


@dataclass(frozen=True, slots=True)
class OwnClosure:
    """Days on which this office is closed, both included."""

    first_on: date | None = None
    last_on: date | None = None
    name: str = ""


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
    """What has happened since the interview, by either side."""

    kind: str = ""
    on: date | None = None
    words: str = ""
    by_on: date | None = None


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
    went_well: str = ""
    went_badly: str = ""
    practise: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What an employer offers, in their words. Empty means: not said yet."""

    employer: str = ""
    pay: str = ""
    benefits: str = ""
    requirements: str = ""
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
    text: str = ""
    made_from: str = ""


@dataclass(frozen=True, slots=True)
class Interview:
    """Everything that a reader types once. Empty means: not given."""

    plan_id: str = ""
    employer: str = ""
    role: str = ""
    country: str = ""
    region: str = ""
    office_zone: str = ""
    office_week: str = ""
    open_on_usual_days: bool = False
    closures: tuple[OwnClosure, ...] = ()
    interviewers: tuple[Interviewer, ...] = ()
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    contact_for: str = ""
    ended_on: date | None = None
    ended_at: time | None = None
    format: str = ""
    promise: str = ""
    promise_on: date | None = None
    follow_up: str = ""
    promised: tuple[Promised, ...] = ()
    references: tuple[Reference, ...] = ()
    highlights: str = ""
    missed: str = ""
    news: str = ""
    events: tuple[Event, ...] = ()
    contact_on: date | None = None
    private_titles: bool = False
    in_calendar: tuple[InCalendar, ...] = ()
    needs: str = ""
    proofs: tuple[Proof, ...] = ()
    learned: str = ""
    draws: str = ""
    sure: str = ""
    statement_length: str = ""
    own_rate_seconds: str = ""
    openings: tuple[Opening, ...] = ()
    talked_about: str = ""
    unsaid: str = ""
    went_well: str = ""
    went_badly: str = ""
    practise: str = ""
    reviews: tuple[Review, ...] = ()
    offers: tuple[Offer, ...] = ()
    range_from: str = ""
    range_to: str = ""
    wishes: tuple[Wish, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    at_hand: str = ""
    my_name: str = ""
    my_email: str = ""
    my_phone: str = ""
    my_line: str = ""
    note_kind: str = ""
    note_tone: str = ""
    note_length: str = ""
    note_form: str = ""
    kept_private: str = ""
    address_as: str = ""
    start_on: date | None = None
    no_reason: str = ""
    wish_reason: str = ""
    other_employers: tuple[OtherEmployer, ...] = ()
    drafts: tuple[Draft, ...] = ()

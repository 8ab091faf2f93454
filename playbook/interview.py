"""The record that every tool reads: one interview, and what has happened since. Typed once.

A row has its fields as the record has them. The fields of an interview stand with the noun that they are about; one
whose key in the record isn't its name has a `Key`.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from playbook.record_keys import Key, Trait

_Long = Annotated[str, Trait.LONG]


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Somebody the reader met, and what this person said."""

    name: str = ""
    title: str = ""
    email: str = ""
    said: _Long = ""
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
    went_well: _Long = ""
    went_badly: _Long = ""
    practise: _Long = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What an employer offers, in their words. Empty means: not said yet."""

    employer: str = ""
    pay: str = ""
    benefits: _Long = ""
    requirements: _Long = ""
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
    text: _Long = ""
    made_from: _Long = ""


@dataclass(frozen=True, slots=True)
class Office:
    """The employer's office: where it is, and on which days it is open."""

    country: Annotated[str, Trait.LASTING] = ""
    region: Annotated[str, Trait.LASTING] = ""
    zone: Annotated[str, Key("office_zone"), Trait.LASTING] = ""
    week: Annotated[str, Key("office_week"), Trait.LASTING] = ""
    open_on_usual_days: Annotated[bool, Trait.LASTING] = False
    closures: tuple[OwnClosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Who set up the interview."""

    name: Annotated[str, Key("contact_name")] = ""
    email: Annotated[str, Key("contact_email")] = ""
    phone: Annotated[str, Key("contact_phone")] = ""
    works_for: Annotated[str, Key("contact_for")] = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One conversation: when and how, with whom, and what each side promised in it."""

    interviewers: tuple[Interviewer, ...] = ()
    ended_on: date | None = None
    ended_at: time | None = None
    format: str = ""
    promise: str = ""
    promise_on: date | None = None
    follow_up: str = ""
    promised: tuple[Promised, ...] = ()
    highlights: _Long = ""
    missed: _Long = ""


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """What the reader has taken into a calendar of their own, and how much its titles tell."""

    private_titles: Annotated[bool, Trait.LASTING] = False
    entries: Annotated[tuple[InCalendar, ...], Key("in_calendar")] = ()


@dataclass(frozen=True, slots=True)
class StatementWords:
    """What the closing statement is made of."""

    needs: Annotated[str, Trait.LASTING] = ""
    proofs: Annotated[tuple[Proof, ...], Trait.LASTING] = ()
    learned: str = ""
    draws: Annotated[str, Trait.LASTING] = ""
    sure: str = ""
    length: Annotated[str, Key("statement_length"), Trait.LASTING] = ""
    own_rate_seconds: Annotated[str, Trait.LASTING] = ""
    openings: Annotated[tuple[Opening, ...], Trait.LASTING] = ()


@dataclass(frozen=True, slots=True)
class DebriefAnswers:
    """What the reader writes down after the interview, for nobody else."""

    talked_about: _Long = ""
    unsaid: _Long = ""
    went_well: _Long = ""
    went_badly: _Long = ""
    practise: _Long = ""


@dataclass(frozen=True, slots=True)
class Negotiation:
    """What the reader would ask for."""

    range_from: Annotated[str, Trait.LASTING] = ""
    range_to: Annotated[str, Trait.LASTING] = ""
    wishes: tuple[Wish, ...] = ()
    wish_reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a yes or a no hangs on, and what goes with it."""

    criteria: Annotated[tuple[Criterion, ...], Trait.LASTING] = ()
    other_employers: tuple[OtherEmployer, ...] = ()
    start_on: date | None = None
    no_reason: str = ""


@dataclass(frozen=True, slots=True)
class Me:
    """The reader, as they sign."""

    name: Annotated[str, Key("my_name")] = ""
    email: Annotated[str, Key("my_email")] = ""
    phone: Annotated[str, Key("my_phone")] = ""
    line: Annotated[str, Key("my_line")] = ""


@dataclass(frozen=True, slots=True)
class NoteChoices:
    """Which note the reader wants, and how."""

    kind: Annotated[str, Key("note_kind")] = ""
    tone: Annotated[str, Key("note_tone")] = ""
    length: Annotated[str, Key("note_length")] = ""
    form: Annotated[str, Key("note_form")] = ""
    address_as: str = ""
    kept_private: _Long = ""
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class Interview:
    """Everything that a reader types once. Empty means: not given."""

    plan_id: str = ""
    employer: str = ""
    role: str = ""
    office: Office = Office()
    contact: Contact = Contact()
    round: Round = Round()
    references: tuple[Reference, ...] = ()
    news: str = ""
    their_email: Annotated[str, Trait.LONG, Trait.MESSAGE] = ""
    events: tuple[Event, ...] = ()
    contact_on: date | None = None
    calendar: OwnCalendar = OwnCalendar()
    statement: StatementWords = StatementWords()
    debrief: DebriefAnswers = DebriefAnswers()
    reviews: Annotated[tuple[Review, ...], Trait.LASTING] = ()
    offers: tuple[Offer, ...] = ()
    negotiation: Negotiation = Negotiation()
    decision: Decision = Decision()
    at_hand: str = ""
    me: Me = Me()
    note: NoteChoices = NoteChoices()

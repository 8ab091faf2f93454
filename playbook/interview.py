"""The record that every tool reads: one interview, and what has happened since. Typed once.

A row has its fields as the record has them. The fields of an interview stand with the noun that they are about; one
whose key in the record isn't its name has a `Key`.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from playbook.record_keys import Key, Trait
from playbook.record_rows import (
    Away,
    Criterion,
    Draft,
    Event,
    InCalendar,
    Interviewer,
    Long,
    Offer,
    Opening,
    OtherEmployer,
    OwnClosure,
    Postponed,
    Promised,
    Proof,
    Reference,
    Review,
    Wish,
)

CARD = "thank-you-handwritten"
"""The kind of note that goes by post."""


@dataclass(frozen=True, slots=True)
class Office:
    """The employer's office: where it is, on which days it is open, and whether it usually hires within days."""

    country: Annotated[str, Trait.LASTING] = ""
    region: Annotated[str, Trait.LASTING] = ""
    zone: Annotated[str, Key("office_zone"), Trait.LASTING] = ""
    week: Annotated[str, Key("office_week"), Trait.LASTING] = ""
    open_on_usual_days: Annotated[bool, Trait.LASTING] = False
    closures: tuple[OwnClosure, ...] = ()
    hires_soon: Annotated[bool, Trait.LASTING] = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Who set up the interview."""

    name: Annotated[str, Key("contact_name")] = ""
    email: Annotated[str, Key("contact_email")] = ""
    phone: Annotated[str, Key("contact_phone")] = ""
    works_for: Annotated[str, Key("contact_for")] = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One conversation: when and how, with whom, what each side promised in it, and the steps put off after it."""

    interviewers: tuple[Interviewer, ...] = ()
    ended_on: date | None = None
    ended_at: time | None = None
    format: str = ""
    scored: str = ""
    promise: str = ""
    promise_on: date | None = None
    follow_up: str = ""
    promised: tuple[Promised, ...] = ()
    postponed: tuple[Postponed, ...] = ()
    highlights: Long = ""
    missed: Long = ""


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """What the reader has taken into a calendar of their own, how much its titles tell, and when it reminds them."""

    private_titles: Annotated[bool, Trait.LASTING] = False
    remind_at: Annotated[time | None, Trait.LASTING] = None
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

    talked_about: Long = ""
    unsaid: Long = ""
    went_well: Long = ""
    went_badly: Long = ""
    practise: Long = ""


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
    """Which note the reader wants, and how; and whether a card goes by post beside the e-mail."""

    kind: Annotated[str, Key("note_kind")] = ""
    tone: Annotated[str, Key("note_tone")] = ""
    length: Annotated[str, Key("note_length")] = ""
    form: Annotated[str, Key("note_form")] = ""
    post_card: bool = False
    address_as: str = ""
    kept_private: Long = ""
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class Interview:
    """Everything that a reader types once. Empty means: not given.

    `round` is the newest conversation, and `earlier_rounds` are those before it, the first one first. `away` is the
    reader's own, and the same for each of their interviews.
    """

    plan_id: str = ""
    employer: str = ""
    role: str = ""
    office: Office = Office()
    contact: Contact = Contact()
    round: Round = Round()
    earlier_rounds: tuple[Round, ...] = ()
    references: tuple[Reference, ...] = ()
    news: str = ""
    their_email: Annotated[str, Trait.LONG, Trait.MESSAGE] = ""
    events: tuple[Event, ...] = ()
    contact_on: date | None = None
    away: tuple[Away, ...] = ()
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

    @property
    def wants_card(self) -> bool:
        """Whether the reader wants to post a card, or has chosen the note for one."""
        return self.note.post_card or self.note.kind == CARD

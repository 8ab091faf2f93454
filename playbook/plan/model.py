"""What the timeline answers with: dated steps, a contact budget, and what has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from playbook.business_days import Calendar, Closure
from playbook.interview import Interview
from playbook.promises import Promise, Reading
from playbook.record_rows import Event
from playbook.rulebook import Rulebook

THEY_ASKED = ("asked", "task", "checks", "cancelled")
"""Kinds of event in which they wrote or called, and wait for something."""
_WHERE_THEY_HIRE_WITHIN_DAYS = {
    "expected-answer": "expected-answer-soon",
    "check-in-gap": "check-in-gap-soon",
    "check-in-cap": "check-in-cap-soon",
    "phone-call": "check-in-gap-soon",
    "close-file": "check-in-gap-soon",
}
"""The rules that are replaced there, each with the rule that holds instead."""


def rule_for(interview: Interview, rule: str) -> str:
    """Return the id of the rule that holds for this interview: where they hire within days, some are shorter."""
    return _WHERE_THEY_HIRE_WITHIN_DAYS.get(rule, rule) if interview.office.hires_soon else rule


class State(StrEnum):
    """Where a step stands on the reader's date."""

    __hash__ = str.__hash__

    DONE = "done"
    NOW = "now"
    LATE = "late"
    LATER = "later"
    WAIT = "wait"
    NOT = "not"


class Channel(StrEnum):
    """How a step is carried out. NOBODY: it is the reader's own, no contact is made."""

    __hash__ = str.__hash__

    EMAIL = "email"
    POST = "post"
    PHONE = "phone"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Expected:
    """When an answer may come, first and last day included. `given`: they named it, it isn't our estimate."""

    first_on: date
    last_on: date
    given: bool
    said_on: date
    promise: Promise


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything the rules look at: one interview on one day, with the employer's calendar and the rulebook."""

    interview: Interview
    ended_on: date
    today: date
    calendar: Calendar
    rulebook: Rulebook
    expected: Expected

    def rule(self, rule: str) -> str:
        """Return the id of the rule that holds here: the one with this id, or the one in its place."""
        return rule_for(self.interview, rule)

    def number(self, rule: str) -> int:
        """Return the value of the rule with this id, or of the one that holds here in its place."""
        return self.rulebook.rules[self.rule(rule)].value

    def last(self, *kinds: str) -> Event | None:
        """Return the newest event of one of these kinds."""
        events = self.all(*kinds)
        return events[-1] if events else None

    def all(self, *kinds: str) -> tuple[Event, ...]:
        """Return the events of these kinds, oldest first."""
        return tuple(event for event in self.events if event.kind in kinds)

    @property
    def is_off(self) -> bool:
        """Whether the interview itself didn't take place, and no other time is agreed yet."""
        off, agreed = self.last("cancelled", "not-called"), self.last("time-agreed")
        if off is None or day_of(off) > self.ended_on:
            return False
        return agreed is None or day_of(agreed) < day_of(off)

    @property
    def is_scored(self) -> bool:
        """Whether the reader says that their answers were scored."""
        return self.interview.round.scored == "yes"

    @property
    def leaves_panel_alone(self) -> bool:
        """Whether nothing goes to those who asked: answers were scored, or may have been, and there's no offer yet.

        Our own advice (house/48).
        """
        scored = self.is_scored or self.interview.round.scored == "not-sure"
        return scored and self.last("offer") is None

    @property
    def events(self) -> tuple[Event, ...]:
        """What has happened, oldest first; rows that say too little are left out."""
        context = [event for event in self.interview.events if event.kind and event.on]
        return tuple(sorted(context, key=day_of))


@dataclass(frozen=True, slots=True)
class PlanContext:
    """The facts of a plan that every sentence about it may name, and the rulebook that has the sentences.

    `first_on` to `last_on` is when an answer may come, `given`: they named it. `reading` is how their newest words
    about when were read, `said_on` the day of those words. `calendar` is the calendar's name, and `covers_first_on` to
    `covers_last_on` the days whose public holidays it knows. `leaves_panel_alone`: nothing goes to those who asked.
    """

    rulebook: Rulebook
    today: date
    ended_on: date
    first_on: date
    last_on: date
    given: bool
    reading: Reading
    said_on: date
    calendar: str
    covers_first_on: date | None
    covers_last_on: date | None
    leaves_panel_alone: bool


def day_of(event: Event) -> date:
    """Return the day of an event that has one."""
    assert event.on is not None
    return event.on


@dataclass(frozen=True, slots=True)
class Move:
    """Why a step isn't on its usual day: a sentence's id, the day it's on now, and the usual one.

    `asked_on` is the day until which the reader put it off, `limit_on` the last day on which it keeps its rules.
    """

    sentence: str
    on: date
    usual_on: date
    asked_on: date | None = None
    limit_on: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. A dated step has earliest ≤ best ≤ due; a step that is NOT to be done has a note and no dates.

    `kind` names its words, `rules` the rules its dates come from, `notes` the sentences that explain them,
    `closed` the weekend days and holidays that were passed over. `do_on` is the day it stands on: the best day,
    today where that is past, the day it was done. `move` says what moved it there. `adds` and
    `fills` are what 'Done today' puts into the record.
    """

    id: str
    kind: str
    state: State
    channel: Channel = Channel.NOBODY
    earliest_on: date | None = None
    best_on: date | None = None
    due_on: date | None = None
    due_at: time | None = None
    do_on: date | None = None
    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    closed: tuple[Closure, ...] = ()
    move: Move | None = None
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    adds: Mapping[str, object] = field(default_factory=dict, hash=False)
    fills: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done, today or later."""
        return self.state in (State.NOW, State.LATE, State.LATER)


@dataclass(frozen=True, slots=True)
class Budget:
    """How many check-ins are used, and how many there are until they answer. The thank-you isn't one."""

    used: int
    most: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the reader may write to them on a day: a sentence's id, and the day from which it is fine."""

    on: date
    sentence: str
    allowed: bool
    until_on: date | None = None
    closed: str = ""


@dataclass(frozen=True, slots=True)
class StepChange:
    """A step that moved, came or went since the reader's last edit."""

    kind: str
    step: Step
    before_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole timeline on one day. `today`: may the reader write now; `verdict`: on the day they ask about."""

    situation: Situation
    stage: str
    steps: tuple[Step, ...]
    budget: Budget
    warnings: tuple[str, ...]
    today: Verdict
    verdict: Verdict | None
    changes: tuple[StepChange, ...] = ()
    changed_fields: tuple[str, ...] = ()

    @property
    def context(self) -> PlanContext:
        """What its sentences may name."""
        situation, expected = self.situation, self.situation.expected
        return PlanContext(
            rulebook=situation.rulebook,
            today=situation.today,
            ended_on=situation.ended_on,
            first_on=expected.first_on,
            last_on=expected.last_on,
            given=expected.given,
            reading=expected.promise.reading,
            said_on=expected.said_on,
            calendar=situation.calendar.name,
            covers_first_on=situation.calendar.first_on,
            covers_last_on=situation.calendar.last_on,
            leaves_panel_alone=situation.leaves_panel_alone,
        )

    @property
    def thanks(self) -> Step | None:
        """The thank-you: to those met, or to whoever arranged it where the panel is left alone."""
        kind = "thank-organiser" if self.situation.leaves_panel_alone else "thank-you-email"
        return next((step for step in self.steps if step.kind == kind), None)

    @property
    def next_step(self) -> Step | None:
        """What to do first: the step that is open with the nearest due date, else the next one to come."""
        doable = [each for each in self.steps if each.state in (State.NOW, State.LATE)]
        coming = [each for each in self.steps if each.state is State.LATER]
        return min(doable or coming, key=_urgency, default=None)


_FIRST = (Channel.EMAIL, Channel.PHONE, Channel.POST, Channel.NOBODY)


def _urgency(step: Step) -> tuple[int, date, date]:
    """Return messages come before the optional card, and that before the reader's own notes; then what is due first."""
    assert step.do_on is not None
    assert step.due_on is not None
    return _FIRST.index(step.channel), step.due_on, step.do_on

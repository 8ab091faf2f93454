"""What they asked for since: an answer, a task, papers for their checks, another time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from playbook.business_days import add_business_days, closed_between, last_open_day
from playbook.phrasing.people import name_to_say
from playbook.plan.check_ins import contact
from playbook.plan.model import Channel, Situation, Step, day_of
from playbook.plan.steps import dated_step, done_today
from playbook.record_rows import Event

_RULE = "answer-request"


@dataclass(frozen=True, slots=True)
class _Request:
    """A kind of step: the events that ask for it, and the event that says that it's done."""

    step: str
    asked_by: tuple[str, ...]
    done_by: str


_REQUESTS = (
    _Request("answer-request", ("asked",), "asked-sent"),
    _Request("send-task", ("task",), "task-sent"),
    _Request("help-checks", ("checks",), "checks-sent"),
    _Request("agree-time", ("cancelled", "not-called"), "time-agreed"),
)
REQUEST_STEPS = tuple(each.step for each in _REQUESTS)


def request_steps(situation: Situation) -> tuple[Step, ...]:
    """Return what they asked for since, each to be answered by the date they named, else the next business day."""
    return tuple(step for request in _REQUESTS for step in _steps(situation, request))


def _steps(situation: Situation, request: _Request) -> Iterator[Step]:
    done = situation.all(request.done_by)
    for at, event in enumerate(situation.all(*request.asked_by), 1):
        yield _step(situation, request, at, event, done[at - 1] if at <= len(done) else None)


def _step(
    situation: Situation, request: _Request, at: int, event: Event, done: Event | None
) -> Step:
    on = day_of(event)
    best_on, due_on = _days(situation, event)
    is_deadline = due_on == event.by_on
    return dated_step(
        situation,
        f"{request.step}-{at}",
        on,
        best_on,
        due_on,
        kind=request.step,
        done=done,
        channel=Channel.EMAIL,
        rules=() if is_deadline and event.kind == "task" else (_RULE,),
        notes=("their-own-date",) if is_deadline else (),
        closed=closed_between(on, best_on, situation.calendar),
        facts={
            "words": event.words,
            "by_on": event.by_on,
            "contact": name_to_say(contact(situation)),
            "cancelled": event.kind == "cancelled",
        },
        adds=done_today(situation, request.done_by),
    )


def _days(situation: Situation, event: Event) -> tuple[date, date]:
    """Return the best and the last day for it.

    A task is finished on the last business day before its date. An interview that was cancelled, or a call that never
    came, is answered the same day, and the date of another time is no deadline.
    """
    on = day_of(event)
    if event.kind == "not-called":
        return on, on
    usual_on = add_business_days(on, situation.number(_RULE), situation.calendar)
    if event.kind == "cancelled":
        return on, usual_on
    if event.by_on is None:
        return usual_on, usual_on
    if event.kind == "task":
        before = last_open_day(event.by_on - timedelta(days=1), situation.calendar)
        return min(max(on, before), event.by_on), event.by_on
    return min(usual_on, event.by_on), event.by_on

"""How a step gets its state: one place for 'done', 'now', 'late', 'later' and 'not'."""

from collections.abc import Mapping
from datetime import date, time
from typing import TypedDict, Unpack

from playbook.business_days import Closure
from playbook.plan.model import Channel, Situation, State, Step, day_of
from playbook.plan.moving import moved
from playbook.record_rows import Event


class StepDetails(TypedDict, total=False):
    """What a step may have beside its id, its days and its state; each as `Step` has it."""

    kind: str
    channel: Channel
    due_at: time | None
    rules: tuple[str, ...]
    notes: tuple[str, ...]
    closed: tuple[Closure, ...]
    facts: Mapping[str, object]
    adds: Mapping[str, object]
    fills: Mapping[str, object]


def dated_step(
    situation: Situation,
    id: str,
    earliest_on: date,
    best_on: date,
    due_on: date,
    *,
    done: Event | date | None = None,
    **details: Unpack[StepDetails],
) -> Step:
    """Return a step with its window, in the state it has on the reader's date. `kind` is its id unless given.

    It stands on another day where the reader is away or has put it off.

    `done` is the day on which the reader did it, or the event that says so; None where it is still to be done.
    """
    today = situation.today
    done_on = day_of(done) if isinstance(done, Event) else done
    if done_on is not None:
        state, do_on = State.DONE, done_on
    elif today < earliest_on:
        state, do_on = State.LATER, best_on
    else:
        state = State.NOW if today <= due_on else State.LATE
        do_on = max(best_on, today)
    details.setdefault("kind", id)
    step = Step(
        id=id,
        state=state,
        earliest_on=earliest_on,
        best_on=best_on,
        due_on=due_on,
        do_on=do_on,
        **details,
    )
    return moved(situation, step)


def left_out_step(id: str, note: str, **details: Unpack[StepDetails]) -> Step:
    """Return a step that isn't to be done; `note` is the id of the sentence that says why."""
    details.setdefault("kind", id)
    details["notes"] = (note,)
    return Step(id=id, state=State.NOT, **details)


def window(step: Step) -> tuple[date, date, date]:
    """Return the earliest, best and due date of a step that has them."""
    assert step.earliest_on is not None
    assert step.best_on is not None
    assert step.due_on is not None
    return step.earliest_on, step.best_on, step.due_on


def done_today(situation: Situation, kind: str) -> dict[str, object]:
    """Return what 'Done today' adds to the record: an event of this kind."""
    return {"events": {"kind": kind, "on": situation.today.isoformat()}}

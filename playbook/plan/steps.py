"""How a step gets its state: one place for 'done', 'now', 'late', 'later' and 'not'."""

from datetime import date
from typing import Any

from playbook.interview import Event
from playbook.plan.model import Situation, State, Step, day_of


def dated(
    situation: Situation,
    id: str,
    earliest_on: date,
    best_on: date,
    due_on: date,
    *,
    done: Event | date | None = None,
    **rest: Any,
) -> Step:
    """A step with its window, in the state it has on the reader's date. `kind` is its id unless given."""
    today = situation.today
    done_on = day_of(done) if isinstance(done, Event) else done
    if done_on is not None:
        state, do_on = State.DONE, done_on
    elif today < earliest_on:
        state, do_on = State.LATER, best_on
    else:
        state = State.NOW if today <= due_on else State.LATE
        do_on = max(best_on, today)
    return Step(
        id=id,
        kind=rest.pop("kind", id),
        state=state,
        earliest_on=earliest_on,
        best_on=best_on,
        due_on=due_on,
        do_on=do_on,
        **rest,
    )


def not_now(id: str, note: str, **rest: Any) -> Step:
    """A step that is left out, with the sentence that says why."""
    return Step(id=id, kind=rest.pop("kind", id), state=State.NOT, notes=(note,), **rest)


def window(step: Step) -> tuple[date, date, date]:
    """The earliest, best and due date of a step that has them."""
    assert step.earliest_on is not None
    assert step.best_on is not None
    assert step.due_on is not None
    return step.earliest_on, step.best_on, step.due_on


def done_today(situation: Situation, kind: str) -> dict[str, Any]:
    """What 'Done today' adds to the record: an event of this kind."""
    return {"events": {"kind": kind, "on": situation.today.isoformat()}}

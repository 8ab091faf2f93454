"""Steps that move: the reader is away, or has put one off. A move keeps every rule, and says what it costs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from playbook.interview import Interview
from playbook.plan.model import Move, Situation, State, Step
from playbook.record import MOST_ROWS
from playbook.record_rows import Away, Postponed

CHECK_INS = ("check-in", "phone-call")
"""Steps that only a business day of theirs will do for, and that no date of theirs ends."""
_STAYS = ("wait", "close-file", "keep-searching", "bring-news")
"""Steps that nobody does on a day of their own."""
_DATES_GIVEN = ("their-own-date", "your-own-date", "post-arrives-in-time")
"""Notes of a step that is no use after its last day."""
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_OFFERED = 5
"""Days to put a step off until that are offered one by one; a later one is a good deal later."""
_MUCH_LATER = timedelta(days=14)
_FURTHEST = 400
"""Days within which a free one is looked for: more than a year away from all of it is no plan any more."""
_A_DAY = timedelta(days=1)


def is_away(rows: tuple[Away, ...], on: date) -> bool:
    """Return whether the reader is away on a day."""
    return any(_covers(row, on) for row in rows)


def _covers(row: Away, on: date) -> bool:
    if not (row.weekday or row.first_on or row.last_on):
        return False
    if row.weekday and _WEEKDAYS[on.weekday()] != row.weekday:
        return False
    last_on = row.last_on or (None if row.weekday else row.first_on)
    return (row.first_on is None or row.first_on <= on) and (last_on is None or on <= last_on)


def without_moves(situation: Situation) -> Situation:
    """Return the situation of a reader who is never away and has put nothing off."""
    interview = situation.interview
    talk = replace(interview.round, postponed=())
    return replace(situation, interview=replace(interview, away=(), round=talk))


def moved(situation: Situation, step: Step) -> Step:
    """Return the step on the nearest day that keeps every rule, with what made it move; itself where nothing did.

    It goes to the next day that fits. Where its time would be over by then, it goes to the last one in time; where
    there is none, what has a date that somebody gave stays, and anything else comes late.
    """
    asked_on = _asked_on(situation.interview, step)
    if not _can_move(step) or step.do_on is None or step.due_on is None:
        return step
    usual_on = step.do_on
    wanted_on = max(usual_on, asked_on or usual_on)
    if wanted_on == usual_on and not is_away(situation.interview.away, usual_on):
        return step
    asked_on = asked_on if wanted_on > usual_on else None
    limit_on = _limit(step)
    first_on = next(_days_that_fit(situation, step, wanted_on, limit_on), None)
    if first_on:
        sentence = "move-asked" if asked_on else "move-away"
        return _on(situation, step, first_on, Move(sentence, first_on, usual_on, asked_on))
    if limit_on is None:
        return replace(step, move=Move("move-never", usual_on, usual_on, asked_on))
    assert step.earliest_on is not None
    from_on = max(step.earliest_on, situation.today)
    last_on = max(_days_that_fit(situation, step, from_on, limit_on), default=None)
    if last_on:
        return _on(
            situation,
            step,
            last_on,
            Move("move-in-time", last_on, usual_on, asked_on, limit_on),
        )
    late_on = (
        None if _has_date_given(step) else next(_days_that_fit(situation, step, wanted_on), None)
    )
    if late_on:
        return _on(situation, step, late_on, Move("move-late", late_on, usual_on, None, limit_on))
    return replace(step, move=Move("move-not", usual_on, usual_on, asked_on, limit_on))


def days_offered(situation: Situation, step: Step) -> tuple[date, ...]:
    """Return the days until which a step can be put off: the next ones that keep every rule, and one much later."""
    if not _can_move(step) or step.do_on is None or _row_for(situation.interview, step) is None:
        return ()
    limit_on = None if step.move and step.move.limit_on is None else _limit(step)
    days = _days_that_fit(situation, step, max(step.do_on, situation.today) + _A_DAY, limit_on)
    near = tuple(on for on, _ in zip(days, range(MOST_OFFERED), strict=False))
    far = _days_that_fit(situation, step, step.do_on + _MUCH_LATER, limit_on)
    return tuple(dict.fromkeys((*near, *(on for on, _ in zip(far, range(1), strict=False)))))


def put_off(situation: Situation, step: Step, until_on: date | None) -> dict[str, str]:
    """Return what a button puts into the record, by field path: the step put off until a day, or no longer (None)."""
    row = _row_for(situation.interview, step)
    day = until_on.isoformat() if until_on else ""
    path = f"postponed.{row}"
    return {f"{path}.step": step.id if until_on else "", f"{path}.until_on": day}


def is_put_off(situation: Situation, step: Step) -> bool:
    """Return whether the reader has put this step off."""
    return step.state is not State.DONE and _asked_on(situation.interview, step) is not None


def _row_for(interview: Interview, step: Step) -> int | None:
    """Return the row of a step that is put off, else the first free one; None where there are too many."""
    rows = interview.round.postponed
    own = next((at for at, row in enumerate(rows) if row.step == step.id), None)
    free = next((at for at, row in enumerate(rows) if row == Postponed()), len(rows))
    row = free if own is None else own
    return row if row < MOST_ROWS else None


def _asked_on(interview: Interview, step: Step) -> date | None:
    days = (row.until_on for row in interview.round.postponed if row.step == step.id)
    return next(days, None)


def _can_move(step: Step) -> bool:
    return step.is_open and step.kind not in _STAYS


def _limit(step: Step) -> date | None:
    """Return the last day on which a step keeps its rules; None where a later one is as good, or it's late anyway."""
    return None if step.kind in CHECK_INS or step.state is State.LATE else step.due_on


def _has_date_given(step: Step) -> bool:
    return any(note in _DATES_GIVEN for note in step.notes)


def _days_that_fit(
    situation: Situation, step: Step, from_on: date, until_on: date | None = None
) -> Iterator[date]:
    """Yield the days on which the reader is there and, where they're asked something, their office is open."""
    for ahead in range(_FURTHEST):
        on = from_on + timedelta(days=ahead)
        if until_on and on > until_on:
            return
        is_closed = step.kind in CHECK_INS and not situation.calendar.is_open(on)
        if not is_closed and not is_away(situation.interview.away, on):
            yield on


def _on(situation: Situation, step: Step, on: date, move: Move) -> Step:
    """Return the step on another day; it's for later where that day is still to come."""
    assert step.due_on is not None
    due_on = max(step.due_on, on)
    return replace(
        step,
        state=State.LATER if on > situation.today else State.NOW,
        best_on=on,
        do_on=on,
        due_on=due_on,
        due_at=step.due_at if due_on == step.due_on else None,
        move=move,
    )

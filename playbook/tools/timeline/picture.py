"""The time line as a drawing: days become positions, and dots that would collide move to another lane."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from playbook.business_days import Calendar
from playbook.memory import remembered
from playbook.tools.timeline.model import Plan, State, Step

DOT = 26
"""Room that one dot takes along the line, in drawing units."""
TICK = 84
"""Room between two dates on the axis, in drawing units."""
LONGEST = 400
"""Days that can still be told apart on one line; a longer plan has no drawing."""
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Dot:
    """A step on the line: its number in the list, where it stands, until where its window goes, and in which lane."""

    number: int
    state: State
    at: float
    lane: int
    until: float


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of days on the line."""

    at: float
    length: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis."""

    on: date
    at: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing: `length` units along the line, `lanes` across it."""

    length: int
    lanes: int
    first_on: date
    last_on: date
    closed: tuple[Band, ...]
    promise: Band | None
    today: float | None
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]


def draw(plan: Plan, length: int) -> Picture | None:
    """The plan's dated steps along a line of this many units, a day before the first to a day after the last.

    None where that is longer than LONGEST days.
    """
    situation = plan.situation
    shown = [(number, step) for number, step in enumerate(plan.steps, 1) if step.do_on]
    expected = situation.expected
    days = [on for _, step in shown if (on := step.do_on)] + [situation.ended_on, expected.last_on]
    first_on = min(days) - timedelta(days=1)
    last_on = max(days) + timedelta(days=1)
    if (last_on - first_on).days > LONGEST:
        return None
    unit = length / ((last_on - first_on).days + 1)

    def at(on: date) -> float:
        return round(((on - first_on).days + 0.5) * unit, 1)

    def band(start: date, end: date) -> Band:
        return Band(round(at(start) - unit / 2, 1), round(((end - start).days + 1) * unit, 1))

    dots = _dots(shown, at)
    return Picture(
        length=length,
        lanes=max((dot.lane for dot in dots), default=0) + 1,
        first_on=first_on,
        last_on=last_on,
        closed=tuple(band(*run) for run in _closed_runs(first_on, last_on, situation.calendar)),
        promise=band(expected.first_on, expected.last_on) if _is_waiting(plan) else None,
        today=at(situation.today) if first_on <= situation.today <= last_on else None,
        dots=dots,
        ticks=_ticks(first_on, last_on, unit, at),
    )


def _is_waiting(plan: Plan) -> bool:
    return plan.stage not in ("rejected", "offer", "decided")


def _dots(shown: list[tuple[int, Step]], at: Callable[[date], float]) -> tuple[Dot, ...]:
    lanes: list[float] = []
    dots = []
    for number, step in shown:
        assert step.do_on is not None
        here = at(step.do_on)
        lane = next((n for n, before in enumerate(lanes) if here - before >= DOT), len(lanes))
        lanes[lane : lane + 1] = [here]
        end = at(step.due_on) if step.is_open and step.due_on else here
        dots.append(Dot(number, step.state, here, lane, max(end, here)))
    return tuple(dots)


@remembered()
def _closed_runs(
    first_on: date, last_on: date, calendar: Calendar
) -> tuple[tuple[date, date], ...]:
    """The first and last day of each stretch of closed days."""
    days = [first_on + timedelta(days=n) for n in range((last_on - first_on).days + 1)]
    closed = [day for day in days if not calendar.is_open(day)]
    starts = (day for day in closed if day - timedelta(days=1) not in closed)
    ends = (day for day in closed if day + timedelta(days=1) not in closed)
    return tuple(zip(starts, ends, strict=True))


def _ticks(
    first_on: date, last_on: date, unit: float, at: Callable[[date], float]
) -> tuple[Tick, ...]:
    """A date every whole number of weeks, as close together as they fit."""
    weeks = ceil(TICK / (unit * _WEEK))
    days = range(1, (last_on - first_on).days + 1, weeks * _WEEK)
    return tuple(Tick(first_on + timedelta(days=n), at(first_on + timedelta(days=n))) for n in days)

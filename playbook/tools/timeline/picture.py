"""The time line as a drawing: days become positions, and dots that would collide move to another lane."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from playbook.business_days import Calendar
from playbook.memory import remembered
from playbook.plan.model import Plan, State, Step

DOT = 26
"""Room that one dot takes along the line, in drawing units."""
TICK = 84
"""Room between two dates on the axis, in drawing units."""
LONGEST = 400
"""Days that can still be told apart on one line; a longer plan has no drawing."""
_WEEK = 7
_DAY = timedelta(days=1)


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
    closed: tuple[Band, ...]
    promise: Band | None
    today: float | None
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """A dated step as it is drawn: its number, and the day it stands on until the day its window ends."""

    number: int
    state: State
    on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that a drawing shows: its steps, the first and the last day of the wait, and today."""

    steps: tuple[DrawnStep, ...]
    ended_on: date
    expected_on: tuple[date, date]
    is_waiting: bool
    today: date
    calendar: Calendar

    @property
    def first_on(self) -> date:
        """A day before the first that matters."""
        return min(self.ended_on, self.expected_on[1], *(step.on for step in self.steps)) - _DAY

    @property
    def last_on(self) -> date:
        """A day after the last that matters."""
        return max(self.ended_on, self.expected_on[1], *(step.on for step in self.steps)) + _DAY


def days_of(plan: Plan) -> Drawing:
    """Collect what the drawing shows of a plan."""
    situation = plan.situation
    steps = (
        DrawnStep(number, step.state, step.do_on, _until(step, step.do_on))
        for number, step in enumerate(plan.steps, 1)
        if step.do_on
    )
    return Drawing(
        steps=tuple(steps),
        ended_on=situation.ended_on,
        expected_on=(situation.expected.first_on, situation.expected.last_on),
        is_waiting=plan.stage not in ("rejected", "offer", "decided", "round-arranged"),
        today=situation.today,
        calendar=situation.calendar,
    )


def _until(step: Step, on: date) -> date:
    return max(step.due_on, on) if step.is_open and step.due_on else on


def draw(days: Drawing, length: int) -> Picture | None:
    """Return the dated steps along a line of this many units, a day before the first to a day after the last.

    None where that is longer than LONGEST days.
    """
    first_on, last_on = days.first_on, days.last_on
    if (last_on - first_on).days > LONGEST:
        return None
    unit = length / ((last_on - first_on).days + 1)

    def at(on: date) -> float:
        return round(((on - first_on).days + 0.5) * unit, 1)

    def band(start: date, end: date) -> Band:
        return Band(round(at(start) - unit / 2, 1), round(((end - start).days + 1) * unit, 1))

    dots = _dots(days.steps, at)
    return Picture(
        length=length,
        lanes=max((dot.lane for dot in dots), default=0) + 1,
        closed=tuple(band(*run) for run in _closed_runs(first_on, last_on, days.calendar)),
        promise=band(*days.expected_on) if days.is_waiting else None,
        today=at(days.today) if first_on <= days.today <= last_on else None,
        dots=dots,
        ticks=_ticks(first_on, last_on, unit, at),
    )


def _dots(steps: tuple[DrawnStep, ...], at: Callable[[date], float]) -> tuple[Dot, ...]:
    lanes: list[float] = []
    dots = []
    for step in steps:
        here = at(step.on)
        lane = next((n for n, before in enumerate(lanes) if here - before >= DOT), len(lanes))
        lanes[lane : lane + 1] = [here]
        dots.append(Dot(step.number, step.state, here, lane, at(step.until_on)))
    return tuple(dots)


@remembered()
def _closed_runs(
    first_on: date, last_on: date, calendar: Calendar
) -> tuple[tuple[date, date], ...]:
    """Return the first and last day of each stretch of closed days."""
    days = [first_on + timedelta(days=n) for n in range((last_on - first_on).days + 1)]
    closed = [day for day in days if not calendar.is_open(day)]
    starts = (day for day in closed if day - _DAY not in closed)
    ends = (day for day in closed if day + _DAY not in closed)
    return tuple(zip(starts, ends, strict=True))


def _ticks(
    first_on: date, last_on: date, unit: float, at: Callable[[date], float]
) -> tuple[Tick, ...]:
    """Return a date every whole number of weeks, as close together as they fit."""
    weeks = ceil(TICK / (unit * _WEEK))
    days = range(1, (last_on - first_on).days + 1, weeks * _WEEK)
    return tuple(Tick(first_on + timedelta(days=n), at(first_on + timedelta(days=n))) for n in days)

"""The employer's working days: which days are open, and how to count them.

Counting has one convention, used everywhere: **count open days strictly after the start**.
Friday + 2 is Tuesday. Saturday + 1 is Monday: a closed start is simply where the counting begins.
Adding 0 gives the start itself if it is open, and otherwise the next open day.
Adding a closure can make a date later, never earlier.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Self

SATURDAY_SUNDAY = frozenset({5, 6})
WEEKEND = "weekend"
LONGEST_SHUT = 3660
_ONE_DAY = timedelta(days=1)


class NoOpenDayError(Exception):
    """No open day can be found: every weekday is closed, or the last possible date comes first."""


@dataclass(frozen=True, slots=True)
class Closure:
    """A day on which offices are shut, and why.

    `estimated`: the date depends on the moon and may shift by a day. `own`: the reader added it.
    `usual`: no law closes them, but most offices are.
    """

    on: date
    name: str
    estimated: bool = False
    own: bool = False
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """An office week with its closures.

    `weekend` holds weekdays, Monday = 0. `opened` are weekend days that are worked all the same.
    `name` is the country or region in words, "" when it isn't known.
    `first_on` and `last_on` say what the public holidays cover; None when none are known.
    """

    weekend: frozenset[int] = SATURDAY_SUNDAY
    closures: Mapping[date, Closure] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    opened: frozenset[date] = frozenset()
    name: str = ""
    first_on: date | None = None
    last_on: date | None = None
    source: str = ""

    def is_open(self, on: date) -> bool:
        """Return whether offices work on this day."""
        return on not in self.closures and not self.is_weekend(on)

    def is_weekend(self, on: date) -> bool:
        """Return whether the week itself closes this day."""
        return on.weekday() in self.weekend and on not in self.opened

    def closure(self, on: date) -> Closure | None:
        """Return the closure on this day, if there is one."""
        return self.closures.get(on)

    def covers(self, on: date) -> bool:
        """Return whether the public holidays of this day are known."""
        return (
            self.first_on is not None
            and self.last_on is not None
            and self.first_on <= on <= self.last_on
        )

    def without_usual(self) -> Self:
        """Return this calendar without the days on which offices only usually close."""
        closures = {on: each for on, each in self.closures.items() if not each.usual}
        return replace(self, closures=MappingProxyType(closures))

    def with_closures(self, own: Iterable[Closure]) -> Self:
        """Return this calendar with more closures; a public holiday keeps its own name."""
        added = {closure.on: closure for closure in own}
        return replace(self, closures=MappingProxyType(added | dict(self.closures)))

    def with_weekend(self, weekend: frozenset[int]) -> Self:
        """Return this calendar with another weekend (weekdays, Monday = 0).

        The days that are worked in exchange belong to the old week, so they go with it.
        """
        if weekend == self.weekend:
            return self
        return replace(self, weekend=weekend, opened=frozenset())


def add_business_days(start: date, days: int, calendar: Calendar) -> date:
    """Return the open day that is `days` open days strictly after `start`; for 0 the first one from it.

    Raises ValueError for a negative number, NoOpenDayError where the calendar never opens again.
    """
    if days < 0:
        message = f"days: {days} is negative; expected 0 or more"
        raise ValueError(message)
    on = start
    for _ in range(days):
        on = next_open_day(_step(on, _ONE_DAY), calendar)
    return next_open_day(on, calendar)


def next_open_day(on: date, calendar: Calendar) -> date:
    """Return `on` if it is open, otherwise the first open day after it. Raises NoOpenDayError."""
    return _find_open(on, _ONE_DAY, calendar)


def last_open_day(on: date, calendar: Calendar) -> date:
    """Return `on` if it is open, otherwise the last open day before it. Raises NoOpenDayError."""
    return _find_open(on, -_ONE_DAY, calendar)


def day_to_answer(by_on: date, today: date, calendar: Calendar) -> date:
    """Return the day on which an answer that is due on `by_on` reaches somebody: an open one, else `by_on` itself.

    Raises NoOpenDayError.
    """
    open_on = last_open_day(by_on, calendar)
    return open_on if open_on >= today else by_on


def closed_between(start: date, end: date, calendar: Calendar) -> tuple[Closure, ...]:
    """Return the closed days strictly between two dates, in order: why a date moved.

    A day that the week closes anyway is named `WEEKEND`, also when a holiday falls on it.
    """
    days = (start + timedelta(days=ahead) for ahead in range(1, (end - start).days))
    return tuple(closed for on in days if (closed := _why_closed(on, calendar)))


def _why_closed(on: date, calendar: Calendar) -> Closure | None:
    return Closure(on, WEEKEND) if calendar.is_weekend(on) else calendar.closure(on)


def _find_open(on: date, step: timedelta, calendar: Calendar) -> date:
    for _ in range(LONGEST_SHUT):
        if calendar.is_open(on):
            return on
        on = _step(on, step)
    message = f"nothing is open within {LONGEST_SHUT} days of {on}"
    raise NoOpenDayError(message)


def _step(on: date, step: timedelta) -> date:
    try:
        return on + step
    except OverflowError as error:
        message = f"there is no day beyond {on}"
        raise NoOpenDayError(message) from error

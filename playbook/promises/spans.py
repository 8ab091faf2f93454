"""Stretches of days, and the weeks and months that they come from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from playbook.content import read_all

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
DECEMBER = 12
DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first_on` to `last_on`, both included.

    `size` is what was named: "day", "week", "month", "quarter", "year", "holidays", or "part" of one.
    """

    first_on: date
    last_on: date
    size: str = "day"

    def moved(self, days: int) -> "Span":
        """Return the same stretch some days later."""
        ahead = timedelta(days=days)
        return replace(self, first_on=self.first_on + ahead, last_on=self.last_on + ahead)


@dataclass(frozen=True, slots=True)
class Amount:
    """What a loose word counts for, and why; see vocabulary.toml."""

    id: str
    low: int
    high: int
    unit: str
    why: str


@cache
def amounts() -> dict[str, Amount]:
    """Return every loose word of vocabulary.toml. Raises ContentError where the file is wrong."""
    return read_all(Amount, files(__package__).joinpath("vocabulary.toml"))


def loosely(word: str, unit: str) -> Amount:
    """Return what a loose word counts for with this unit: 'a couple' is more of days than of weeks."""
    return amounts().get(f"{word}-{unit.removeprefix('business-')}") or amounts()[word]


def day(on: date) -> Span:
    """Return one day."""
    return Span(on, on)


def hull(spans: list[Span]) -> Span:
    """Return from the earliest first day to the latest last day."""
    return Span(min(each.first_on for each in spans), max(each.last_on for each in spans))


def week_start(weekend: frozenset[int]) -> int:
    """Return the weekday on which a working week begins: Sunday where Friday and Saturday are closed."""
    begins = [
        weekday
        for weekday in (MONDAY, SUNDAY, SATURDAY, 1, 2, 3, 4)
        if weekday not in weekend and (weekday - 1) % DAYS_A_WEEK in weekend
    ]
    return begins[0] if begins else MONDAY


def week_days(on: date, weekend: frozenset[int], ahead: int = 0) -> list[date]:
    """Return the seven days of the week that holds a date, or of one some weeks later."""
    back = (on.weekday() - week_start(weekend)) % DAYS_A_WEEK
    first = on + timedelta(days=DAYS_A_WEEK * ahead - back)
    return [first + timedelta(days=each) for each in range(DAYS_A_WEEK)]


def working_week(on: date, weekend: frozenset[int], ahead: int = 0) -> Span:
    """Return from the first to the last working day of that week; holidays don't shorten it."""
    days = week_days(on, weekend, ahead)
    working = [each for each in days if each.weekday() not in weekend] or days
    return Span(working[0], working[-1], "week")


def months(year: int, month: int, count: int = 1, size: str = "month") -> Span:
    """Return whole months; `month` may run past 12 or below 1."""
    first = _first_of(year, month)
    return Span(first, _first_of(year, month + count) - timedelta(days=1), size)


def _first_of(year: int, month: int) -> date:
    years, index = divmod(month - 1, DECEMBER)
    return date(year + years, index + 1, 1)


def add_months(on: date, count: int) -> date:
    """Return the same day some months later, or that month's last day where there is no such day."""
    month = months(on.year, on.month + count)
    return min(month.first_on + timedelta(days=on.day - 1), month.last_on)


def part_of(span: Span, section: str, weekend: frozenset[int]) -> Span:
    """Return the early, middle, late or end part of a week, month, quarter or year.

    A week of a single working day has one part only. Raises ValueError for the part of a day.
    """
    amount = amounts().get(f"{span.size}-{section}")
    if amount is None:
        raise ValueError(f"the {section} of a {span.size}")
    units = _SPLIT[amount.unit](span, weekend)
    units_left = units[amount.low :] if amount.low < 0 else units[amount.low - 1 : amount.high]
    units_left = units_left or units[-1:]
    return Span(units_left[0].first_on, units_left[-1].last_on, "part")


def _days(span: Span, _weekend: frozenset[int]) -> list[Span]:
    return [day(on) for on in each_day(span)]


def _working_days(span: Span, weekend: frozenset[int]) -> list[Span]:
    days = _days(span, weekend)
    return [each for each in days if each.first_on.weekday() not in weekend] or days


def _months(span: Span, _weekend: frozenset[int]) -> list[Span]:
    first = span.first_on
    count = (span.last_on.year - first.year) * DECEMBER + span.last_on.month - first.month + 1
    return [months(first.year, first.month + ahead) for ahead in range(count)]


_SPLIT: dict[str, Callable[[Span, frozenset[int]], list[Span]]] = {
    "days": _days,
    "working days": _working_days,
    "months": _months,
}


def each_day(span: Span) -> Iterator[date]:
    """Yield its days in order."""
    for ahead in range((span.last_on - span.first_on).days + 1):
        yield span.first_on + timedelta(days=ahead)

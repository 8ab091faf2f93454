"""Days that people name instead of a date: Christmas, Easter, Thanksgiving, Eid."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from playbook.business_days import Calendar
from playbook.promises.dates import NEAR_YEARS
from playbook.promises.edges import Scene
from playbook.promises.found import Found, Phrase, Row
from playbook.promises.spans import Span, day

_THURSDAY = 3

MOVABLE = {
    "eid": ("eid", "id-ul"),
    "diwali": ("diwali", "deepavali"),
    "lunar new year": ("lunar new year", "chinese new year", "spring festival"),
    "chinese new year": ("lunar new year", "chinese new year", "spring festival"),
    "spring festival": ("lunar new year", "chinese new year", "spring festival"),
    "passover": ("passover", "pesach"),
    "labor day": ("labor day", "labour day"),
    "labour day": ("labor day", "labour day"),
    "memorial day": ("memorial day",),
}
"""What people say, and how the public holidays of a calendar call it."""


def christmas(year: int, _calendar: Calendar) -> Span:
    """25 December."""
    return day(date(year, 12, 25))


def boxing_day(year: int, _calendar: Calendar) -> Span:
    """26 December."""
    return day(date(year, 12, 26))


def christmas_eve(year: int, _calendar: Calendar) -> Span:
    """24 December."""
    return day(date(year, 12, 24))


def new_years_day(year: int, _calendar: Calendar) -> Span:
    """1 January."""
    return day(date(year, 1, 1))


def new_years_eve(year: int, _calendar: Calendar) -> Span:
    """31 December."""
    return day(date(year, 12, 31))


def the_holidays(year: int, _calendar: Calendar) -> Span:
    """Christmas Eve to New Year's Day, when many offices are shut."""
    return Span(date(year, 12, 24), date(year + 1, 1, 1), "holidays")


def easter(year: int, calendar: Calendar) -> Span:
    """Good Friday to Easter Monday; the country's own Easter where its calendar names the Monday."""
    monday = _named(year, "easter monday", calendar) or _western_easter_monday(year)
    return Span(monday - timedelta(days=3), monday)


def easter_sunday(year: int, calendar: Calendar) -> Span:
    """The day before Easter Monday."""
    return easter_monday(year, calendar).moved(-1)


def easter_monday(year: int, calendar: Calendar) -> Span:
    """The last of Easter's days."""
    return day(easter(year, calendar).last_on)


def thanksgiving(year: int, calendar: Calendar) -> Span:
    """As the calendar has it (Canada keeps it in October), else the fourth Thursday of November."""
    named = _named(year, "thanksgiving", calendar)
    first = date(year, 11, 1)
    fourth = first + timedelta(days=(_THURSDAY - first.weekday()) % 7 + 21)
    return day(named or fourth)


def black_friday(year: int, calendar: Calendar) -> Span:
    """The day after Thanksgiving."""
    return thanksgiving(year, calendar).moved(1)


def cyber_monday(year: int, calendar: Calendar) -> Span:
    """The Monday after Thanksgiving."""
    return thanksgiving(year, calendar).moved(4)


def good_friday(year: int, calendar: Calendar) -> Span:
    """The Friday before Easter."""
    return day(easter(year, calendar).first_on)


YEARLY: dict[str, Callable[[int, Calendar], Span]] = {
    "christmas eve": christmas_eve,
    "christmas": christmas,
    "boxing": boxing_day,
    "black friday": black_friday,
    "cyber monday": cyber_monday,
    "good friday": good_friday,
    "newyearsday": new_years_day,
    "new years day": new_years_day,
    "new years eve": new_years_eve,
    "the holidays": the_holidays,
    "easter": easter,
    "easter sunday": easter_sunday,
    "easter monday": easter_monday,
    "thanksgiving": thanksgiving,
}


def next_named(words: str, said_on: date, calendar: Calendar) -> Span | None:
    """The next holiday of that name in the calendar, with the days of it that follow on."""
    known = sorted(
        each.on
        for each in calendar.closures.values()
        if not each.own and each.on >= said_on and _is_called(each.name, MOVABLE[words])
    )
    if not known:
        return None
    last = known[0]
    while last + timedelta(days=1) in known:
        last += timedelta(days=1)
    return Span(known[0], last)


def _is_called(name: str, names: tuple[str, ...]) -> bool:
    return any(each in name.lower() for each in names)


def _named(year: int, name: str, calendar: Calendar) -> date | None:
    closures = (each for each in calendar.closures.values() if not each.own)
    return next(
        (each.on for each in closures if each.on.year == year and name in each.name.lower()), None
    )


def _western_easter_monday(year: int) -> date:
    """After the anonymous Gregorian computus of 1876."""
    golden, century, in_century = year % 19, year // 100, year % 100
    lunar = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - lunar + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, days = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, days + 1) + timedelta(days=1)


def _read_yearly(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    days = YEARLY[phrase["festival"]]
    return Found(tuple(days(scene.said_on.year + step, scene.calendar) for step in NEAR_YEARS))


def _read_movable(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """A holiday whose date only the calendar knows. Raises ValueError where it doesn't."""
    span = next_named(phrase["festival"], scene.said_on, scene.calendar)
    if span is None:
        raise ValueError(phrase["festival"])
    return Found((span,))


def _any_of(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


FESTIVAL = rf"(?:{_any_of([*YEARLY, *MOVABLE])})"
"""Any of them."""

ROWS: tuple[Row, ...] = (
    (rf"(?P<festival>{_any_of(YEARLY)})(?: day)?", _read_yearly),
    (rf"(?P<festival>{_any_of(MOVABLE)})(?: al[ -][a-z]+)?", _read_movable),
)

"""On which day a feast falls in a year: a fixed one, one by Easter, the nth weekday of a month."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from playbook.business_days import Calendar
from playbook.content import read_all
from playbook.promises.holidays import public_holidays
from playbook.promises.scene import Scene
from playbook.promises.spans import Span, day, months
from playbook.promises.weekdays import next_weekday

NOT_BY_EASTER = 999
"""Days after Easter Sunday of a feast that has nothing to do with Easter."""


@dataclass(frozen=True, slots=True)
class Feast:
    """How the day of a feast is found; see feasts.toml."""

    id: str
    month: int = 0
    day: int = 0
    last_month: int = 0
    last_day: int = 0
    weekday: int = 0
    nth: int = 0
    ahead: int = 0
    easter: int = NOT_BY_EASTER
    last_easter: int = NOT_BY_EASTER
    called: tuple[str, ...] = ()


@cache
def feasts_known() -> dict[str, Feast]:
    """Return the feasts of feasts.toml by their name."""
    return read_all(Feast, files(__package__).joinpath("feasts.toml"))


def fixed_in(name: str, years: list[int], scene: Scene) -> tuple[Span, ...]:
    """Return a feast in each of these years; nothing where only a calendar can tell."""
    plain = name.removeprefix("=")
    country = scene.calendar.name.rpartition(", ")[2]
    own = f"{plain} in {country}".lower()
    feast = feasts_known().get(own) or feasts_known().get(plain)
    if feast is None:
        return ()
    return tuple(span for year in years if (span := _in_year(feast, year, scene.calendar)))


def _in_year(feast: Feast, year: int, calendar: Calendar) -> Span | None:
    if feast.easter != NOT_BY_EASTER:
        sunday = easter_sunday(year, calendar)
        last = feast.easter if feast.last_easter == NOT_BY_EASTER else feast.last_easter
        if last == 1 < last - feast.easter and _works_on_easter_monday(calendar):
            last = 0
        return Span(sunday + timedelta(days=feast.easter), sunday + timedelta(days=last))
    if not feast.month:
        return None
    if feast.last_month:
        return Span(
            date(year, feast.month, feast.day),
            date(year + 1, feast.last_month, feast.last_day),
            "holidays",
        )
    on = date(year, feast.month, feast.day) if feast.day else _nth_weekday(year, feast, calendar)
    return day(on + timedelta(days=feast.ahead))


def _nth_weekday(year: int, feast: Feast, _calendar: Calendar) -> date:
    month = months(year, feast.month)
    if feast.nth < 0:
        return next_weekday(month.last_on - timedelta(days=7), feast.weekday)
    return next_weekday(month.first_on - timedelta(days=1), feast.weekday) + timedelta(
        days=7 * (feast.nth - 1)
    )


def easter_sunday(year: int, calendar: Calendar) -> date:
    """Return the country's own Easter where its calendar names the Monday, else the western one."""
    named = [
        each.on
        for each in public_holidays(calendar)
        if each.on.year == year and "easter monday" in each.name.lower()
    ]
    return named[0] - timedelta(days=1) if named else western_easter_sunday(year)


def _works_on_easter_monday(calendar: Calendar) -> bool:
    """Return whether the country is known and its Easter Monday is no holiday, as in the United States."""
    return bool(calendar.name) and not any(
        "easter monday" in each.name.lower() for each in public_holidays(calendar)
    )


def western_easter_sunday(year: int) -> date:
    """Return Easter Sunday by the Gregorian computus (the anonymous algorithm, Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741  # the letters of the algorithm
    m = (a + 11 * h + 22 * l) // 451
    month, on_day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, on_day + 1)

"""Days that people name instead of a date: Christmas, Easter, the bank holiday, MLK Day, Golden Week."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from playbook.business_days import Calendar, Closure
from playbook.content import read_all
from playbook.memory import REQUESTS, remembered
from playbook.promises.chart import Node
from playbook.promises.days import NEAR_YEARS, year_named
from playbook.promises.lexicon import Lexicon
from playbook.promises.scene import Meaning, Scene, mean, means
from playbook.promises.spans import DAYS_A_WEEK, Span, day, each_day, months
from playbook.promises.weekdays import next_weekday

_BREAK = 4
"""Days between two holidays of one name that still make one stretch: Golden Week has working days inside."""
_YEAR, _SHORTEST_NAME, _TWO_WORDS = 400, 4, 2
_SEASON, _SOON = 14, 30
"""Days between the holidays of one season, and days until it begins."""


NOT_BY_EASTER = 999
"""Days after Easter Sunday of a feast that has nothing to do with Easter."""
_THURSDAY = 3


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
def _feasts() -> dict[str, Feast]:
    return read_all(Feast, files(__package__).joinpath("feasts.toml"))


def _public(calendar: Calendar) -> list[Closure]:
    return sorted(
        (each for each in calendar.closures.values() if not each.own),
        key=lambda each: each.on,
    )


def _plain_name(name: str) -> str:
    for text, better in (
        ("(observed)", ""),
        ("'", ""),
        ("’", ""),
        (".", ""),
        ("-", " "),
        ("/", " "),
    ):
        name = name.replace(text, better)
    return " ".join(name.lower().split())


@remembered(REQUESTS)
def holiday_names(calendar: Calendar) -> Lexicon:
    """Return the names of an office's public holidays as phrases, each with what `feast_of` finds it by."""
    known = sorted({each.name for each in _public(calendar)})
    phrases: dict[tuple[str, ...], str] = {}
    for name in known:
        plain = _plain_name(name.split("(")[0])
        short = plain.removesuffix(" day") if len(plain.split()) > _TWO_WORDS else plain
        for each in (plain, plain.removesuffix(" holiday"), short):
            _enter(each, plain, phrases)
        if plain.startswith("saint "):
            phrases.setdefault(("st", *plain.split()[1:]), f"={plain}")
            phrases.setdefault(("st", *short.split()[1:]), f"={plain}")
    for name in known:  # of two holidays on one day each has its own name, where none is its own
        plain = _plain_name(name.split("(")[0])
        for each in plain.split(" and "):
            _enter(each, plain, phrases)
    return {phrase: {"feast": name} for phrase, name in phrases.items()}


def _enter(name: str, plain: str, phrases: dict[tuple[str, ...], str]) -> None:
    words = tuple(word for word in name.split() if word != "the")
    if len(words) > 1 or len(name) >= _SHORTEST_NAME:
        phrases.setdefault(words, f"={plain}")


def _with_weekends(spans: tuple[Span, ...], calendar: Calendar) -> tuple[Span, ...]:
    """Join stretches with only closed days between them."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1].last_on if joined else span.last_on
        gap = (span.first_on - last).days
        if 0 < gap < DAYS_A_WEEK and not any(
            calendar.is_open(last + timedelta(days=n)) for n in range(1, gap)
        ):
            joined[-1] = Span(joined[-1].first_on, span.last_on)
        else:
            joined.append(span)
    return tuple(joined)


def _stretches(days: Iterable[date], apart: int = 1) -> tuple[Span, ...]:
    """Join days that follow on each other to stretches."""
    spans: list[Span] = []
    for on in sorted(days):
        if spans and (on - spans[-1].last_on).days <= apart:
            spans[-1] = Span(spans[-1].first_on, on)
        else:
            spans.append(day(on))
    return tuple(spans)


def _called(calendar: Calendar, names: Iterable[str]) -> list[date]:
    """Return the days that the calendar calls so: by exactly that name, or else by one that begins or ends with it."""
    wanted = {_plain_name(each) for each in names}
    public = [
        (each.on, name)
        for each in _public(calendar)
        for name in _plain_name(each.name.split("(")[0]).split(" and ")
    ]
    exact = [on for on, name in public if name in wanted or name.removesuffix(" holiday") in wanted]
    return exact or [on for on, name in public if any(each in name for each in wanted)]


@means
def feast_of(node: Node, scene: Scene) -> Meaning:
    """Read the days of a feast. Raises ValueError where the calendar doesn't tell."""
    name, year = str(node.value("feast")), year_named(node, scene)
    spans = _spans(name, scene)
    if (month := node.value("month")) is not None:
        spans = tuple(each for each in spans if each.last_on.month == month)
    if year:
        spans = tuple(each for each in spans if each.first_on.year == year) or _fixed_in(
            name, [year], scene
        )
    which = node.value("which")
    if which == "last":
        spans = tuple(each for each in spans if each.last_on < scene.said_on)[-1:]
    elif which in {"next", "coming", "this"}:
        spans = tuple(each for each in spans if each.last_on >= scene.said_on)[:1]
    if not spans:
        raise ValueError(name)
    if (weekday := node.value("weekday")) is not None:
        spans = tuple(_on_weekday(each, weekday) for each in spans)
    return Meaning(spans)


def _on_weekday(span: Span, weekday: int) -> Span:
    """Return a weekday of a feast: 'Easter Tuesday' comes after its days, 'bank holiday Monday' is one of them."""
    if any(on.weekday() == weekday for on in each_day(span)):
        return span
    return day(next_weekday(span.last_on, weekday))


def _spans(name: str, scene: Scene) -> tuple[Span, ...]:
    if name.startswith("="):
        return _near(_stretches(_called(scene.calendar, [name[1:]])), scene)
    if name == "long-weekend":
        return tuple(_with_weekend(each, scene) for each in _next_holiday(scene, soon=False))
    if name in {"bank-holiday", "the-holiday"}:
        return _next_holiday(scene, soon=name == "the-holiday")
    if name == "the-holidays" and (other := _other_season(scene)) is not None:
        return other
    feast = _feasts()[name]
    called = _called(scene.calendar, feast.called) if feast.called else []
    if called:
        spans = _with_weekends(_stretches(called, _BREAK), scene.calendar)
        if name == "golden-week":
            spans = tuple(each for each in spans if each.first_on != each.last_on)
        if near := _near(spans, scene):
            return near
    return _fixed_in(name, [scene.said_on.year + step for step in NEAR_YEARS], scene)


def _near(spans: tuple[Span, ...], scene: Scene) -> tuple[Span, ...]:
    """Return the spans within about a year: one further away isn't meant."""
    return tuple(each for each in spans if -_YEAR < (each.last_on - scene.said_on).days < _YEAR)


def _next_holiday(scene: Scene, *, soon: bool) -> tuple[Span, ...]:
    """Return the coming public holidays that fall on a day of work, weekends between them included."""
    days = [
        each.on
        for each in _public(scene.calendar)
        if each.on >= scene.said_on and not each.usual and not scene.calendar.is_weekend(each.on)
    ]
    if soon:
        days = [on for on in days if (on - scene.said_on).days <= _SOON]
    return tuple(day(on) for on in days)


def _other_season(scene: Scene) -> tuple[Span, ...] | None:
    """Return what 'the holidays' are where offices don't keep Christmas: the next run of holidays, if it is near."""
    public = _public(scene.calendar)
    if not public or any("christmas" in each.name.lower() for each in public):
        return None
    ahead = [each.on for each in public if each.on >= scene.said_on]
    if not ahead or (ahead[0] - scene.said_on).days > _SOON:
        return ()
    season = _stretches(ahead, _SEASON)[0]
    return (replace(season, size="holidays"),)


def _fixed_in(name: str, years: list[int], scene: Scene) -> tuple[Span, ...]:
    feast = _feasts().get(name.removeprefix("="))
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
        for each in _public(calendar)
        if each.on.year == year and "easter monday" in each.name.lower()
    ]
    return named[0] - timedelta(days=1) if named else western_easter_sunday(year)


def _works_on_easter_monday(calendar: Calendar) -> bool:
    """Return whether the country is known and its Easter Monday is no holiday, as in the United States."""
    return bool(calendar.name) and not any(
        "easter monday" in each.name.lower() for each in _public(calendar)
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


@means
def feast_weekend(node: Node, scene: Scene) -> Meaning:
    """Read the weekend with a holiday: from its Saturday to the holiday, or from the holiday to Sunday."""
    named = node.get("feast-time")
    meaning = mean(named, scene) if named else feast_of(node, scene)
    return replace(meaning, spans=tuple(_with_weekend(each, scene) for each in meaning.spans))


def _with_weekend(span: Span, scene: Scene) -> Span:
    first, last = span.first_on, span.last_on
    for _ in range(4):
        if scene.calendar.is_weekend(first - timedelta(days=1)):
            first -= timedelta(days=1)
        if scene.calendar.is_weekend(last + timedelta(days=1)) or (
            last.weekday() == _THURSDAY and first == last
        ):
            last += timedelta(days=1)
    return Span(first, last)


@means
def feast_part(node: Node, scene: Scene) -> Meaning:
    """Read a feast, or the part of it that is said."""
    return mean(next(node.all("feast-time")), scene)

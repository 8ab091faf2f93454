"""Dates: 4 December, Dec 4th 2026, 2026-12-04, 4/12, between 1 and 5 December, the 14th."""

from collections.abc import Iterator
from datetime import date, timedelta

from playbook.promises.edges import Scene
from playbook.promises.found import Found, Phrase, Row
from playbook.promises.names import MONTH, WEEKDAY, month_number, weekday_number
from playbook.promises.spans import DAYS_A_WEEK, DECEMBER, Span, add_months, day, each_day, months

NO_SUCH_DAY = "no such day"
NEAR_YEARS = (-1, 0, 1)
_CENTURY = 2000
_SHORT_YEAR = 100
_LEAP_YEAR = 2000
_MONTHS_TO_MATCH = 3
_LONGEST_MONTH = 31


class NoSuchDayError(ValueError):
    """A date was named that doesn't exist."""


def _date(year: int, month: int, on_day: int) -> date:
    """The day with these numbers. Raises NoSuchDayError where there is none."""
    try:
        return date(year, month, on_day)
    except ValueError as error:
        raise NoSuchDayError(NO_SUCH_DAY) from error


def _read_iso(phrase: Phrase, _scene: Scene, _previous: Found | None) -> Found:
    return Found((day(_date(int(phrase["year"]), int(phrase["month"]), int(phrase["day"]))),))


def _read_numbers(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """4/12 by the country's order; with no country both ways, except that dots put the day first."""
    one, two = int(phrase["one"]), int(phrase["two"])
    pairs = {"month": (one, two), "day": (two, one)}
    order = ["month", "day"] if scene.month_first else ["day", "month"]
    read = [_existing(*pairs[first], _year(phrase.said("year")), scene) for first in order]
    dates = [spans for spans in dict.fromkeys(read) if spans]
    if not dates:
        meant = any(m <= DECEMBER and d <= _LONGEST_MONTH for m, d in pairs.values())
        raise NoSuchDayError(NO_SUCH_DAY) if meant else ValueError("no date at all")
    if named := phrase.said("weekday") or phrase.said("weekday_after"):
        fits = [each for each in dates if _meant(each, scene).weekday() == weekday_number(named)]
        return (
            Found((fits or dates)[0]) if fits else Found(dates[0], _clash(dates[0], named, scene))
        )
    unsure = scene.month_first is None and phrase["mark"] != "." and len(dates) > 1
    return Found(dates[0], tuple(sorted(_meant(each, scene) for each in dates)) if unsure else ())


def _existing(month: int, on_day: int, year: int | None, scene: Scene) -> tuple[Span, ...]:
    try:
        return _dates(month, on_day, year, scene)
    except NoSuchDayError:
        return ()


def _read_day(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """4 December, with or without year and weekday; a weekday that clashes is a question."""
    year = _year(phrase.said("year"))
    spans = _dates(month_number(phrase["month"]), int(phrase["day"]), year, scene)
    named = phrase.said("weekday") or phrase.said("weekday_after")
    return Found(spans, _clash(spans, named, scene) if named else ())


def _clash(spans: tuple[Span, ...], weekday: str, scene: Scene) -> tuple[date, ...]:
    """The date and the nearest such weekday, where they aren't the same day."""
    on = _meant(spans, scene)
    apart = (weekday_number(weekday) - on.weekday() + 3) % DAYS_A_WEEK - 3
    return tuple(sorted((on, on + timedelta(days=apart)))) if apart else ()


def _meant(spans: tuple[Span, ...], scene: Scene) -> date:
    return next(
        (each.last_on for each in spans if each.last_on >= scene.said_on), spans[-1].last_on
    )


def _read_days(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    month, year = month_number(phrase["month"]), _year(phrase.said("year"))
    first_days = _dates(month, int(phrase["day"]), year, scene)
    last_days = _dates(month, int(phrase["until"]), year, scene)
    both = zip(first_days, last_days, strict=True)
    return Found(tuple(_from_to(first, last) for first, last in both), ranged=True)


def _from_to(first: Span, last: Span) -> Span:
    """Both days and those between; '28 to 3 January' begins in December."""
    begins = first.first_on
    return Span(
        begins if begins <= last.last_on else add_months(begins, -1), last.last_on, last.size
    )


def _dates(month: int, on_day: int, year: int | None, scene: Scene) -> tuple[Span, ...]:
    """One day, in the year that is named or in last year, this year and the next.

    Raises NoSuchDayError for a date that exists in no year, or not in the year that is named.
    """
    if year is not None:
        return (day(_date(year, month, on_day)),)
    _date(_LEAP_YEAR, month, on_day)
    return tuple(_in_year(scene.said_on.year + step, month, on_day) for step in NEAR_YEARS)


def _in_year(year: int, month: int, on_day: int) -> Span:
    last = months(year, month).last_on
    if on_day > last.day:
        return Span(last, last, NO_SUCH_DAY)
    return day(last.replace(day=on_day))


def _year(words: str) -> int | None:
    if not words:
        return None
    return int(words) + (_CENTURY if int(words) < _SHORT_YEAR else 0)


def _read_nth(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """'The 14th' is the next one, today included; a weekday before it has to fit."""
    dates = _coming(int(phrase["day"]), _start_of(phrase.said("month_step"), scene))
    on = next(dates)
    if named := phrase.said("weekday"):
        near = [on, *(next(dates) for _ in range(_MONTHS_TO_MATCH - 1))]
        on = next((each for each in near if each.weekday() == weekday_number(named)), on)
        return Found((day(on),), _clash((day(on),), named, scene))
    last = next(_coming(int(phrase["until"]), on)) if phrase.said("until") else on
    return Found((Span(on, last),), ranged=last != on)


def _read_nth_weekday(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """The first Monday in December."""
    number, wanted = month_number(phrase["month"]), weekday_number(phrase["weekday"])
    year = _year(phrase.said("year"))
    years = [year] if year else [scene.said_on.year + step for step in NEAR_YEARS]
    fits = [_nth_weekday(months(each, number), wanted, phrase["nth"]) for each in years]
    return Found(tuple(map(day, fits)))


def _read_weekday_of_month(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """The last Friday of the month: the coming one, unless they say which month."""
    nth, wanted = phrase["nth"], weekday_number(phrase["weekday"])
    ahead = 0 if phrase["which"] in {"the", "this"} else 1
    this = scene.said_on
    fits = [
        _nth_weekday(months(this.year, this.month + ahead + step), wanted, nth) for step in (0, 1)
    ]
    is_over = phrase["which"] == "the" and fits[0] < this
    return Found((day(fits[is_over]),))


def _nth_weekday(month: Span, weekday: int, nth: str) -> date:
    days = [on for on in each_day(month) if on.weekday() == weekday]
    return days[-1 if nth == "last" else int(nth[0]) - 1]


def _start_of(month: str, scene: Scene) -> date:
    if "next" not in month:
        return scene.said_on
    return months(scene.said_on.year, scene.said_on.month + 1).first_on


def _coming(on_day: int, start: date) -> Iterator[date]:
    """Every such day of a month from a date on. Raises NoSuchDayError for a day that no month has."""
    _date(_LEAP_YEAR, DECEMBER, on_day)
    ahead = 0
    while True:
        month = months(start.year, start.month + ahead)
        if on_day <= month.last_on.day and month.first_on.replace(day=on_day) >= start:
            yield month.first_on.replace(day=on_day)
        ahead += 1


_NTH = r"(?:st|nd|rd|th)"
_DAY = rf"(?P<day>\d{{1,2}}){_NTH}?"
_UNTIL = rf" ?(?:-|to|and|or|until|through|/) ?(?:the )?(?P<until>\d{{1,2}}){_NTH}?"
_YEAR = r"(?:,? (?P<year>\d{4})(?!\d))?"
_NAMED = rf"(?:(?P<weekday>{WEEKDAY}),? (?:the )?)?"
_NAMED_AFTER = rf"(?:,? (?:a )?(?P<weekday_after>{WEEKDAY})\b)?"
_MONTH = rf"(?P<month>{MONTH})\b\.?"
_NTH_WEEKDAY = rf"(?P<nth>1st|2nd|3rd|4th|last) (?P<weekday>{WEEKDAY})"
_NUMBERED_THINGS = (
    r"interview|round|stage|week|half|quarter|phase|candidate|person|choice|step|floor|year|call"
)

ROWS: tuple[Row, ...] = (
    (
        (
            rf"{_NAMED}(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})"
            r"(?:t[\d.:]*z?)?"
        ),
        _read_iso,
    ),
    (
        (
            rf"{_NAMED}(?P<one>\d{{1,2}}) ?(?P<mark>[/.-]) ?(?P<two>\d{{1,2}})"
            r" ?(?P=mark) ?(?P<year>\d{4}|\d{2})(?![-/.]?\d)"
            rf"{_NAMED_AFTER}"
        ),
        _read_numbers,
    ),
    (
        rf"{_NAMED}(?P<one>\d{{1,2}})(?P<mark>[/.])(?P<two>\d{{1,2}})(?![/.]?\d)\.?{_NAMED_AFTER}",
        _read_numbers,
    ),
    (rf"{_NTH_WEEKDAY} (?:in|of) {_MONTH}{_YEAR}", _read_nth_weekday),
    (
        rf"{_NTH_WEEKDAY} (?:in|of) (?:the (?=f|c|n))?(?P<which>the|this|next|following|coming) month",
        _read_weekday_of_month,
    ),
    (rf"{_DAY}{_UNTIL}(?: of)? {_MONTH}{_YEAR}", _read_days),
    (rf"{_MONTH} (?:the )?{_DAY}{_UNTIL}\b{_YEAR}", _read_days),
    (rf"{_NAMED}{_DAY}\.?(?: of)?[ -]?{_MONTH}(?:-(?=\d{{4}}))?{_YEAR}{_NAMED_AFTER}", _read_day),
    (rf"{_NAMED}{_MONTH}[ -](?:the )?{_DAY}(?!\d){_YEAR}{_NAMED_AFTER}", _read_day),
    (
        (
            rf"{_NAMED}(?P<day>\d{{1,2}})(?:{_NTH}?(?: ?- ?)(?P<until>\d{{1,2}}))?{_NTH}"
            rf"(?P<month_step> of (?:this|the|next) month)?(?! (?:{_NUMBERED_THINGS}))"
        ),
        _read_nth,
    ),
)

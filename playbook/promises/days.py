"""Dates: 4 December, 4/12, the 14th, from 1 to 5 December."""

from collections.abc import Iterator
from datetime import date, timedelta

from playbook.promises.chart import Node, count
from playbook.promises.scene import NO_SUCH_DAY, Meaning, NoSuchDayError, Scene, coming, mean, means
from playbook.promises.spans import DAYS_A_WEEK, DECEMBER, Span, add_months, day, months

NEAR_YEARS = (-1, 0, 1)
_CENTURY, _SHORT_YEAR = 2000, 100
_LEAP_YEAR = 2000
_LONGEST_MONTH = 31
_SUSPICIOUS = 45
"""Days ahead beyond which 4/12 is asked about where 12/4 would be nearer than that."""


def year_named(node: Node, scene: Scene) -> int | None:
    """Return the year that is named within a time, None where there is none."""
    named = node.get("year")
    if named is None:
        return None
    for word in named.words():
        value = word.item.classes.get(word.kind) if word.item else None
        if word.kind in {"full-year", "short-year"}:
            return int(value or 0) + (_CENTURY if int(value or 0) < _SHORT_YEAR else 0)
        if word.kind == "new-year":
            return scene.said_on.year + 1
        if word.kind == "which":
            return scene.said_on.year + {"this": 0, "same": 0, "last": -1}.get(str(value), 1)
    return None


def _date(year: int, month: int, on_day: int) -> date:
    try:
        return date(year, month, on_day)
    except ValueError as error:
        raise NoSuchDayError(NO_SUCH_DAY) from error


def dates(month: int, on_day: int, year: int | None, scene: Scene) -> tuple[Span, ...]:
    """Return one day in the year that is named, or in last year, this year and the next. Raises NoSuchDayError."""
    if year is not None:
        return (day(_date(year, month, on_day)),)
    _date(_LEAP_YEAR, month, on_day)
    return tuple(_in_year(scene.said_on.year + step, month, on_day) for step in NEAR_YEARS)


def _in_year(year: int, month: int, on_day: int) -> Span:
    last = months(year, month).last_on
    return Span(last, last, NO_SUCH_DAY) if on_day > last.day else day(last.replace(day=on_day))


def _with_weekday(spans: tuple[Span, ...], node: Node, scene: Scene) -> Meaning:
    """Return the day; where a weekday is named that isn't that day's, a question."""
    named = node.values("weekday")
    if not named:
        return Meaning(spans)
    on = coming(Meaning(spans), scene).last_on
    apart = (int(named[0]) - on.weekday() + 3) % DAYS_A_WEEK - 3
    return Meaning(spans, tuple(sorted((on, on + timedelta(days=apart)))) if apart else ())


@means
def date_of(node: Node, scene: Scene) -> Meaning:
    """Read 4 December, with or without year and weekday."""
    on_day = node.get("day-number")
    assert on_day is not None
    year = year_named(node, scene)
    if node.get("digits"):
        year = _CENTURY + int(node.value("digits"))
    spans = dates(node.value("month"), count(on_day), year, scene)
    return _with_weekday(spans, node, scene)


@means
def apposition(node: Node, scene: Scene) -> Meaning:
    """Read 'On the 18th, that's Friday'."""
    date_node = node.get("date")
    assert date_node is not None
    meaning = mean(date_node, scene)
    return meaning if meaning.options else _with_weekday(meaning.spans, node, scene)


@means
def dates_of(node: Node, scene: Scene) -> Meaning:
    """Read from 1 to 5 December; '28 to 3 January' begins in December, 'November 30 to the 4th' ends in it."""
    numbers = node.get("day-numbers")
    assert numbers is not None
    listed = _listed(numbers)
    month, year = node.value("month"), year_named(node, scene)
    month_leads = next(node.all("month", "day-numbers")).kind == "month"
    firsts, lasts = (dates(month, each, year, scene) for each in (listed[0], listed[-1]))
    spans = []
    for first, last in zip(firsts, lasts, strict=True):
        begins, ends = first.first_on, last.last_on
        if begins > ends:
            begins, ends = (
                (begins, add_months(ends, 1)) if month_leads else (add_months(begins, -1), ends)
            )
        spans.append(Span(begins, ends, last.size))
    return Meaning(tuple(spans), ranged=True)


def _listed(node: Node) -> list[int]:
    if node.kind in {"day-number", "nth-day", "digits"}:
        return [count(node)]
    numbers = node.all("day-number", "day-numbers", "nth-day", "digits")
    return [each for number in numbers for each in _listed(number)]


@means
def iso(node: Node, scene: Scene) -> Meaning:
    """Read a date like 2026-12-04."""
    year, month, on_day = (
        int(each)
        for each in node.value("iso")
        .replace("/", "-")
        .replace(".", "-")[:10]
        .split("t")[0]
        .split("-")
    )
    return _with_weekday((day(_date(year, month, on_day)),), node, scene)


@means
def numeric(node: Node, scene: Scene) -> Meaning:
    """Read 4/12 by the country's order; with no country both ways, except that dots put the day first."""
    text = node.value("numeric").rstrip(".")
    separator = next(each for each in "/.-" if each in text)
    one, two, *rest = (int(each) for each in text.split(separator))
    year = rest[0] + (_CENTURY if rest[0] < _SHORT_YEAR else 0) if rest else None
    pairs = {"month": (one, two), "day": (two, one)}
    order = ("month", "day") if scene.month_first and separator != "." else ("day", "month")
    read = [spans for each in order if (spans := _existing(*pairs[each], year, scene))]
    options = list(dict.fromkeys(read))
    if not options:
        meant = any(month <= DECEMBER and on <= _LONGEST_MONTH for month, on in pairs.values())
        raise NoSuchDayError(NO_SUCH_DAY) if meant else ValueError("no date at all")
    if node.get("weekday") or node.get("named"):
        fits = [
            meaning for each in options if not (meaning := _with_weekday(each, node, scene)).options
        ]
        return fits[0] if fits else _with_weekday(options[0], node, scene)
    days = [coming(Meaning(each), scene).last_on for each in options]
    unsure = len(options) > 1 and (
        (scene.month_first is None and separator != ".")
        or (days[0] - scene.said_on).days > _SUSPICIOUS >= (days[1] - scene.said_on).days >= 0
    )
    return Meaning(options[0], tuple(sorted(days)) if unsure else ())


def _existing(month: int, on_day: int, year: int | None, scene: Scene) -> tuple[Span, ...]:
    try:
        return dates(month, on_day, year, scene)
    except NoSuchDayError:
        return ()


def next_nth(on_day: int, start: date) -> Iterator[date]:
    """Yield every such day of a month from a date on. Raises NoSuchDayError for a day that no month has."""
    _date(_LEAP_YEAR, DECEMBER, on_day)
    ahead = 0
    while True:
        month = months(start.year, start.month + ahead)
        if on_day <= month.last_on.day and month.first_on.replace(day=on_day) >= start:
            yield month.first_on.replace(day=on_day)
        ahead += 1


@means
def nth_of(node: Node, scene: Scene) -> Meaning:
    """Read 'the 14th': the next one, today included; 'the 5th of this month' can be past."""
    number = next(
        child for child in node.parts if child.kind in {"nth-day", "day-number", "digits"}
    )
    which = node.value("which")
    if node.get("unit=month"):
        step = {"this": 0, "same": 0, "last": -1, None: 0}.get(which, 1)
        month = months(scene.said_on.year, scene.said_on.month + step)
        spans = (day(_date(month.first_on.year, month.first_on.month, count(number))),)
        if which is None and spans[0].last_on < scene.said_on:
            spans = (day(next(next_nth(count(number), scene.said_on))),)
        return _with_weekday(spans, node, scene)
    on = next(next_nth(count(number), scene.said_on))
    if on == scene.said_on and not scene.bound:
        return Meaning((day(on),), (on, next(next_nth(count(number), on + timedelta(days=1)))))
    if number.item and number.item.raw.isalpha() and number.item.raw.istitle():
        later = next(next_nth(on.day, on + timedelta(days=1)))
        if scene.calendar.closure(later):  # 'the Twelfth', said in June in Belfast
            return Meaning((day(on),), (on, later))
    month = months(scene.said_on.year, scene.said_on.month)
    if count(number) > month.last_on.day:  # 'the 30th', said in February
        return Meaning((day(on),), (month.last_on, on))
    before = scene.previous.span if scene.previous else day(on)
    if (scene.later or before.size == "month") and on < before.first_on:
        after = next(next_nth(count(number), before.first_on))
        return Meaning((day(after),), (on, after))
    return _with_weekday((day(on),), node, scene)


@means
def nth_gone(node: Node, scene: Scene) -> Meaning:
    """Read 'The closing date was the 10th': the nearer of the past one and the next."""
    number = count(node.parts[-1])
    start = add_months(scene.said_on, -2)
    days = next_nth(number, start)
    around = [next(days) for _ in range(4)]
    return Meaning((day(min(around, key=lambda on: abs(on - scene.said_on))),))


@means
def nth_of_nth(node: Node, scene: Scene) -> Meaning:
    """Read the eighth of the seventh. Raises ValueError where there is no such month."""
    on_day, month = count(node.parts[0]), int(node.parts[-1].item.classes["nth"])  # type: ignore[union-attr]
    if not 1 <= month <= DECEMBER:
        raise ValueError("no such month")
    return Meaning(dates(month, on_day, None, scene))


@means
def nths_of(node: Node, scene: Scene) -> Meaning:
    """Read the 14th or 15th; the 30th to the 2nd."""
    listed = _listed(node)
    first = next(next_nth(listed[0], scene.said_on))
    last = first
    for each in listed[1:]:
        last = next(next_nth(each, last))
    return Meaning((Span(first, last),), ranged=first != last)

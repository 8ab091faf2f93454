"""Weeks, months, quarters, years and their parts: end of next week, mid-December, Q1."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from playbook.business_days import next_open_day
from playbook.promises.dates import NEAR_YEARS
from playbook.promises.edges import Scene
from playbook.promises.found import READ, Found, Phrase, Row
from playbook.promises.names import MONTH, month_number
from playbook.promises.spans import (
    DAYS_A_WEEK,
    Span,
    day,
    each_day,
    months,
    part_of,
    week_days,
    working_week,
)

_MONTHS_A_QUARTER = 3
_MIDWEEK = 3
"""Wednesday lies in the same week of work, whichever day that begins on."""
_STEPS = {"next": 1, "following": 1, "coming": 1}
_PARTS = {
    "early": "early", "earlier": "early", "beginning": "early", "start": "early",
    "mid": "middle", "middle": "middle", "midway": "middle", "halfway": "middle",
    "late": "late", "later": "late", "latter": "late", "end": "end",
}  # fmt: skip


def _read_unit(phrase: Phrase, scene: Scene, previous: Found | None) -> Found:
    """This week, next month, the week after next; on a day off, this week is the coming one."""
    base, steps = scene.said_on, _STEPS.get(phrase.said("which"), 0)
    if after := phrase.said("after"):
        steps = 2 if after == "after next" else 1
    relative = phrase.said("which") == "following" or after in {"after", "after that"}
    if relative and previous and previous.spans:
        base = previous.spans[-1].last_on
    unit = phrase["unit"].split()[-1]
    span = _UNITS[unit](base, steps, scene)
    part = _part(span, phrase.said("part"), scene)
    if span.last_on < scene.said_on or (part.last_on < scene.said_on and not phrase.said("which")):
        span = _UNITS[unit](base, steps + 1, scene)
        part = _part(span, phrase.said("part"), scene)
    week = tuple(week_days(span.first_on, scene.weekend)) if unit == "week" else ()
    return Found((part,), week=week)


def _quarter(on: date, steps: int, _scene: Scene) -> Span:
    quarters = (on.month - 1) // _MONTHS_A_QUARTER + steps
    return months(on.year, quarters * _MONTHS_A_QUARTER + 1, _MONTHS_A_QUARTER, "quarter")


_UNITS: dict[str, Callable[[date, int, Scene], Span]] = {
    "week": lambda on, steps, scene: working_week(on, scene.weekend, steps),
    "month": lambda on, steps, _scene: months(on.year, on.month + steps),
    "quarter": _quarter,
    "year": lambda on, steps, _scene: _whole_year(on.year + steps),
}


def _whole_year(year: int) -> Span:
    return months(year, 1, 12, "year")


def _read_month(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    number = month_number(phrase["month"])
    return _parts([months(year, number) for year in _years(phrase, scene)], phrase, scene)


def _read_quarter(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    nth = int((phrase.said("nth") or phrase["q"]).replace("last", "4")[0])
    first = _MONTHS_A_QUARTER * (nth - 1) + 1
    years = _years(phrase, scene)
    return _parts([months(year, first, 3, "quarter") for year in years], phrase, scene)


def _read_year(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    return _parts([_whole_year(int(phrase["year"]))], phrase, scene)


def _read_new_year(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """'In the new year' is January."""
    return _parts([months(year, 1) for year in _years(phrase, scene)], phrase, scene)


def _years(phrase: Phrase, scene: Scene) -> list[int]:
    words, this = phrase.said("year"), scene.said_on.year
    if words.isdigit():
        return [int(words)]
    if words:
        return [this + 1 if "next" in words else this]
    return [this + step for step in NEAR_YEARS]


def _read_week_of(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """The working week around the date that follows, or a part of it."""
    part = phrase.said("part")
    return Found(modify=lambda span: _part(working_week(span.last_on, scene.weekend), part, scene))


def _read_numbered_week(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """Week 49, as calendars number them after ISO 8601. Raises ValueError where there is none."""
    years = (scene.said_on.year + step for step in NEAR_YEARS)
    days = [date.fromisocalendar(year, int(phrase["number"]), _MIDWEEK) for year in years]
    return Found(tuple(working_week(on, scene.weekend) for on in days))


def _read_end_of(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """The first or the last day of what follows, or of its working days.

    A holiday puts the first one off. It doesn't bring the last one forward: that would be too early.
    """

    def modify(span: Span) -> Span:
        is_first, is_working = phrase["end"] == "first", phrase.said("kind")
        days = [
            on for on in each_day(span) if not (is_working and on.weekday() in scene.weekend)
        ] or [span.last_on]
        if is_first and is_working:
            return day(next_open_day(days[0], scene.calendar))
        return day(days[0 if is_first else -1])

    return Found(modify=modify)


def _read_weeks_of(phrase: Phrase, _scene: Scene, _previous: Found | None) -> Found:
    """The first or the last weeks of the month, or of the year, that follows."""
    ahead = timedelta(days=DAYS_A_WEEK * int(phrase["count"]) - 1)

    def modify(span: Span) -> Span:
        if phrase["end"] == "first":
            return Span(span.first_on, min(span.first_on + ahead, span.last_on), "part")
        return Span(max(span.last_on - ahead, span.first_on), span.last_on, "part")

    return Found(modify=modify)


def _read_last(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """'Last week' is over."""
    return Found((_UNITS[phrase["unit"]](scene.said_on, -1, scene),))


def _parts(spans: list[Span], phrase: Phrase, scene: Scene) -> Found:
    return Found(tuple(_part(each, phrase.said("part"), scene) for each in spans))


def _part(span: Span, words: str, scene: Scene) -> Span:
    """What the words before it single out: 'early', 'mid to late', 'the second half of'."""
    if not words:
        return span
    if words == "later" and span.first_on <= scene.said_on:
        return Span(min(scene.said_on + timedelta(days=1), span.last_on), span.last_on, "part")
    if words.endswith("week"):
        return _seven_days(span, words)
    if words.endswith(("half", "part")):
        return _half(span, words)
    parts = [_PARTS[each] for each in re.findall(r"[a-z]+", words) if each in _PARTS]
    first, last = (part_of(span, part, scene.weekend) for part in (parts[0], parts[-1]))
    return Span(first.first_on, last.last_on, "part")


def _half(span: Span, words: str) -> Span:
    middle = span.first_on + (span.last_on - span.first_on) // 2
    if words.startswith(("1st", "early", "earlier")):
        return Span(span.first_on, middle, "part")
    return Span(middle + timedelta(days=1), span.last_on, "part")


def _seven_days(span: Span, words: str) -> Span:
    """The first week of a month is its first seven days."""
    nth = words.split(maxsplit=1)[0]
    if nth == "last":
        return Span(span.last_on - timedelta(days=DAYS_A_WEEK - 1), span.last_on, "part")
    first = span.first_on + timedelta(days=DAYS_A_WEEK * (int(nth[0]) - 1))
    return Span(first, first + timedelta(days=DAYS_A_WEEK - 1), "part")


_PART = (
    r"(?P<part>(?:(?:early|mid|middle|late)(?: to | or |-|/))?(?:early|earlier|beginning"
    r"|start of|start(?= (?:next|this))|mid|middle|midway|halfway|later|latter|late|end"
    r"|(?:1st|2nd|early|earlier|latter|later) (?:half|part)|(?:1st|2nd|3rd|4th|last) week))"
    r"(?:[ -]+(?:through|in|on|of|the|into|to))*[ -]+"
)
_WHICH = r"(?P<which>this|next|coming|current|same|following)"
_UNIT = r"(?P<unit>(?:(?:working|business|calendar) )?week|month|quarter|year)"
_YEAR = r"(?P<year>\d{4}|next year|this year|the year)"
_AFTER_IN = "|".join(
    rf"(?<={word} )" for word in ("in", "by", "of", "til", "till", "until", "before", "after")
)

BEFORE: tuple[Row, ...] = (
    (r"(?P<end>first|last)(?: (?P<kind>working|business))? day of(?= )", _read_end_of),
    (r"(?P<end>first|last) (?:\d-)?(?P<count>\d) weeks (?:of|in)(?= )", _read_weeks_of),
)
"""Those that stand before another phrase and are read before it."""
WEEK_OF: tuple[Row, ...] = (
    (
        (
            rf"(?<!1st )(?<!2nd )(?<!3rd )(?<!4th )(?<!last )(?:{_PART})?"
            rf"(?:week(?: (?:of|commencing|beginning|ending))?|w/[bce]|w[bc])(?= {READ})"
        ),
        _read_week_of,
    ),
)
"""Read when all others are: what follows is one of those."""
ROWS: tuple[Row, ...] = (
    (r"(?:calendar week|[ck]w) ?(?P<number>\d{1,2})", _read_numbered_week),
    (r"week (?P<number>[5-9]|[1-5]\d)(?! ?[-/.]\d)", _read_numbered_week),
    (rf"{_PART}(?P<month>{MONTH})\b\.?(?:,? (?:of )?{_YEAR})?", _read_month),
    (rf"(?P<month>{MONTH})\.?,? (?:of )?{_YEAR}", _read_month),
    (
        (
            rf"(?:{_PART})?(?:q(?P<q>[1-4])|(?P<nth>1st|2nd|3rd|4th|last) quarter)"
            rf"(?:,? (?:of )?{_YEAR})?"
        ),
        _read_quarter,
    ),
    (rf"(?:{_PART})?new years?", _read_new_year),
    (rf"{_PART}(?P<year>20\d\d)", _read_year),
    (rf"(?:{_AFTER_IN})(?P<year>20\d\d)", _read_year),
    (rf"(?:{_PART})?{_UNIT} (?P<after>after(?: next| that)?)", _read_unit),
    (rf"(?:{_PART})?{_WHICH} {_UNIT}", _read_unit),
    (rf"{_PART}{_UNIT}(?! {READ})", _read_unit),
    (rf"(?<=within the ){_UNIT}", _read_unit),
    (r"last (?P<unit>week|month|year)", _read_last),
    (rf"(?P<month>(?!may\b|mar\b|march\b){MONTH})\b", _read_month),
    (rf"(?:(?<!.)|{_AFTER_IN})(?P<month>may|march)", _read_month),
)

"""Amounts of time: in two weeks, within ten business days, two days after Christmas."""

import re
from dataclasses import replace
from datetime import date, timedelta

from playbook.business_days import add_business_days
from playbook.promises.edges import Scene
from playbook.promises.festivals import FESTIVAL
from playbook.promises.found import Found, Phrase, Row
from playbook.promises.names import MONTH, WEEKDAY
from playbook.promises.spans import DAYS_A_WEEK, Span, add_months, amounts, day, working_week

_HOURS_A_DAY = 24
_MONTHS_A_YEAR = 12
_BUSINESS_DAY = "business day"
_NEXT = frozenset({"and", "then"})
_AT_MOST = re.compile(r"\b(?:within|by|up to|less|under|at (?:the )?most|tops|max|sooner than)\b")
_ABOUT = re.compile(r"\b(?:about|around|roughly|approx)")


def _read_amount(phrase: Phrase, scene: Scene, previous: Found | None) -> Found:
    """So much time from now on; or from the day just named, where it would be over by then."""
    found = _amount(phrase, scene)
    if previous and previous.spans and previous.link in _NEXT:
        meant = previous.spans[-1].last_on
        if found.spans[-1].last_on <= meant:
            return _amount(phrase, replace(scene, said_on=meant))
    return found


def _amount(phrase: Phrase, scene: Scene) -> Found:
    """A single number of weeks or months names a week: it runs to the end of that working week."""
    low, high, unit = _quantity(phrase)
    first = _ahead(scene.said_on, low, unit, scene)
    last = _ahead(scene.said_on, high + _rounding(unit), unit, scene)
    around = f"{phrase.edge} {phrase.tail}"
    if phrase.said("next") or _AT_MOST.search(around):
        first = scene.said_on
    elif _ABOUT.search(around) and f"about-{unit}" in amounts():
        slack = timedelta(days=amounts()[f"about-{unit}"].high)
        first, last = max(scene.said_on, first - slack), last + slack
    elif low == high and unit in {"week", "month"}:
        last = max(last, working_week(last, scene.weekend).last_on)
    return Found((Span(first, last, "amount"),))


def _read_offset(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """So much time counted from the phrase that follows."""
    low, high, unit = _quantity(phrase)
    if phrase["way"] == "before":
        low, high, unit = -high, -low, unit.removeprefix("business ")
    return Found(
        modify=lambda span: Span(
            _ahead(span.first_on, low, unit, scene), _ahead(span.last_on, high, unit, scene)
        )
    )


def _read_ago(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    _, high, unit = _quantity(phrase)
    return Found((day(_ahead(scene.said_on, -high, unit.removeprefix("business "), scene)),))


def _quantity(phrase: Phrase) -> tuple[int, int, str]:
    low = int(phrase["low"])
    high = int(phrase.said("high") or low)
    unit = phrase["unit"].rstrip("s").replace("hr", "hour").replace("wk", "week")
    if phrase.said("kind") and unit == "day":
        unit = _BUSINESS_DAY
    return min(low, high), max(low, high), unit


def _rounding(unit: str) -> int:
    """30 hours may take two days."""
    return _HOURS_A_DAY - 1 if unit == "hour" else 0


def _ahead(on: date, count: int, unit: str, scene: Scene) -> date:
    if unit == _BUSINESS_DAY:
        return add_business_days(on, count, scene.calendar)
    if unit == "hour":
        return on + timedelta(days=count // _HOURS_A_DAY)
    if unit in {"month", "year"}:
        return add_months(on, count * (_MONTHS_A_YEAR if unit == "year" else 1))
    return on + timedelta(days=count * (DAYS_A_WEEK if unit == "week" else 1))


_QUANTITY = (
    r"(?P<next>(?:next|coming|first|following) )?(?P<low>\d{1,3})(?: ?- ?(?P<high>\d{1,3}))?[ -]?"
    r"(?P<kind>(?:business|working|work) )?"
    r"(?P<unit>hours?|hrs?|days?|weeks?|wks?|months?|years?)\b"
)
_FROM_NOW = r"(?:from|after|of) (?:now|today|the interview|our (?:call|meeting|interview)|then)"

_EVENT = r"(?: (?!(?:and|or|but|then|we|i|they|you)\b)[a-z]+){1,4}?"
"""What the day is that they count from: 'the board meeting'."""
_DATE = rf"(?:\d|{WEEKDAY}\b|{MONTH}\b)"

ROWS: tuple[Row, ...] = (
    (rf"{_QUANTITY} ago", _read_ago),
    (rf"{_QUANTITY} {_FROM_NOW}", _read_amount),
    (
        rf"{_QUANTITY} (?P<way>from|after|of|before|following){_EVENT}(?= on (?:the )?{_DATE})",
        _read_offset,
    ),
    (rf"{_QUANTITY} (?P<way>from|after|before|following)(?= (?!(?:we|i|they|it)\b))", _read_offset),
    (rf"{_QUANTITY} (?P<way>of)(?= (?:the )?(?:{_DATE}|{FESTIVAL}))", _read_offset),
    (
        rf"(?<!in )(?<!within ){_QUANTITY} (?P<way>on)(?= (?:the \d|\d|{WEEKDAY}|{MONTH}))",
        _read_offset,
    ),
    (rf"(?<!in )(?<!within ){_QUANTITY}(?P<way>)(?= (?:{WEEKDAY}\b|today|tom))", _read_offset),
    (_QUANTITY, _read_amount),
)

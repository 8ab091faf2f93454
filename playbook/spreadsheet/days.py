"""Days as spreadsheets write them, in numbers or with a month's name: 25/04/2026, 3-Apr-26, Apr 3, 2026."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from playbook.record import FIRST_YEAR, LAST_YEAR

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""Months by their first three letters; more letters may follow."""
_SHORT_YEAR = 2
"""Digits of a year without its century."""
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_TIME = r"(?:[ t][0-9]{1,2}:[0-9]{2}.*)?"
_YEAR_FIRST = re.compile(rf"{_WEEKDAY}([0-9]{{4}})[-/. ]([0-9]{{1,2}})[-/. ]([0-9]{{1,2}}){_TIME}")
_YEAR_LAST = re.compile(
    rf"{_WEEKDAY}([0-9]{{1,2}})([-/. ])([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}}){_TIME}"
)
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}([0-9]{{1,2}})(?:[snrt][tdh])?[-/. ]+([a-z]{{3,9}})[-/., ]+([0-9]{{4}}|[0-9]{{2}}){_TIME}"
)
_MONTH_DAY = re.compile(
    rf"{_WEEKDAY}([a-z]{{3,9}})[-/. ]+([0-9]{{1,2}})(?:[snrt][tdh])?[-/., ]+([0-9]{{4}}){_TIME}"
)


class Order(StrEnum):
    """Whether the day or the month comes first where a date is written in numbers."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


def days_of(text: object) -> Mapping[Order, date]:
    """Return which day a text names in each order that is possible; empty where it's no day.

    A text that says the same in both orders, as '2026-04-03' does, has that day for both.
    """
    if not isinstance(text, str):
        return {}
    words = " ".join(text.casefold().split())
    if parts := _YEAR_FIRST.fullmatch(words):
        return _in_any_order(_day(parts[1], parts[2], parts[3]))
    if parts := _DAY_MONTH.fullmatch(words):
        return _in_any_order(_day(parts[3], _month(parts[2]), parts[1]))
    if parts := _MONTH_DAY.fullmatch(words):
        return _in_any_order(_day(parts[3], _month(parts[1]), parts[2]))
    parts = _YEAR_LAST.fullmatch(words)
    if parts is None or (parts[2] in "- " and len(parts[4]) == _SHORT_YEAR):
        return {}  # '26-04-03' may begin with the year
    orders = {
        Order.DAY_FIRST: _day(parts[4], parts[3], parts[1]),
        Order.MONTH_FIRST: _day(parts[4], parts[1], parts[3]),
    }
    return {order: on for order, on in orders.items() if on}


def sure_day(text: object) -> date | None:
    """Return the day that a text names, where no other one is possible."""
    possible = set(days_of(text).values())
    return possible.pop() if len(possible) == 1 else None


def is_open(text: object) -> bool:
    """Return whether day and month of a text can be exchanged."""
    return len(set(days_of(text).values())) > 1


def order_of(texts: Iterable[object]) -> Order | None:
    """Return the order in which a column has its days, where at least one day shows it and none shows the other."""
    shown = {next(iter(days)) for days in map(days_of, texts) if len(days) == 1}
    return shown.pop() if len(shown) == 1 else None


def in_order(application: Mapping[str, Any], order: Order) -> Mapping[str, Any]:
    """Return an application whose day, where it can be read in two ways, is read in this order."""
    text = application.get("ended_on")
    return (
        {**application, "ended_on": days_of(text)[order].isoformat()}
        if is_open(text)
        else application
    )


def _in_any_order(on: date | None) -> Mapping[Order, date]:
    return dict.fromkeys(Order, on) if on else {}


def _month(name: str) -> str:
    """Return the number of a month; '0' for another word."""
    short = name[:3]
    return str(MONTHS.index(short) + 1) if short in MONTHS else "0"


def _day(year: str, month: str, day: str) -> date | None:
    number = int(year) + (2000 if len(year) == _SHORT_YEAR else 0)
    try:
        return date(number, int(month), int(day)) if FIRST_YEAR <= number <= LAST_YEAR else None
    except ValueError:
        return None

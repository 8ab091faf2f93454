"""Amounts of time: how much of which unit, and the day that is so much later."""

from datetime import date, timedelta
from math import ceil

from playbook.business_days import add_business_days
from playbook.promises.chart import Node, count
from playbook.promises.scene import Scene
from playbook.promises.spans import DAYS_A_WEEK, Span, add_months, amounts, loosely

_HOURS_A_DAY = 24
_SAME_DAY = 4
"""Hours that end on the day on which they're named."""
_MONTHS_A_YEAR = 12
_DAYS_A_MONTH = 30

type Amount = tuple[float, float, str]
_SIZES = {"hour": 1, "day": 24, "business-day": 24, "week": 168, "month": 720, "year": 8760}


def in_base_units(low: float, high: float, unit: str) -> Amount:
    """Convert fortnights to weeks and quarters to months."""
    if unit == "fortnight":
        return 2 * low, 2 * high, "week"
    if unit == "quarter":
        return 3 * low, 3 * high, "month"
    return low, high, unit


def _quantity(node: Node, unit: str) -> tuple[float, float]:
    if loose := node.values("some"):
        amount = loosely(str(loose[0]), unit)
        return amount.low, amount.high
    if (decimal := node.value("decimal")) is not None:
        return decimal, decimal
    counts = [count(child) for child in node.parts if child.kind == "count"]
    numbers = node.values("number") if node.means == "pair" else counts
    half = 0.5 if node.get("half") else 0
    return min(numbers) + half, max(numbers) + half


def amount_of(node: Node) -> Amount:
    """Return how much time: the fewest and the most of which unit."""
    unit = str(["day", *node.values("unit")][-1])
    quantity = node.get("quantity")
    if node.get("half"):
        return in_base_units(0.5, 0.5, unit)
    if quantity is None:
        few = amounts()["few"]
        low, high = (few.low, few.high) if node.get("units") else (1, 1)
        return in_base_units(low, high, unit)
    amount = in_base_units(*_quantity(quantity, unit), unit)
    if quantity.get("plus"):
        return amount[0], amount[1] + 1, amount[2]
    return amount


def amount_in(node: Node) -> Amount:
    """Return the amount that a node holds, however it is put together."""
    if node.means == "amount":
        return amount_of(node)
    if node.means == "and_a_half":
        low, high, unit = (
            amount_in(node.parts[0]) if node.get("amount") else (1, 1, str(node.values("unit")[0]))
        )
        return low + 0.5, high + 0.5, unit
    if node.means == "amount_to":
        return _to(node)
    if node.means == "amount_and":
        return _sum(node)
    return amount_in(next(node.all("amount", "ahead")))


def _to(node: Node) -> Amount:
    pair = [amount_in(child) for child in node.all("amount")]
    low, high, unit = pair[0]
    if number := node.get("count"):
        return min(low, count(number)), max(high, count(number)), unit
    if pair[1][2] == unit:
        return min(low, pair[1][0]), max(high, pair[1][1]), unit
    days = [(each[0] * _SIZES[each[2]] / 24, each[1] * _SIZES[each[2]] / 24) for each in pair]
    return min(each[0] for each in days), max(each[1] for each in days), "day"


def _is_sum(node: Node) -> bool:
    """Return whether the second amount is a remainder: 'a week, ten days at most' isn't 17 days."""
    one, two = (amount_in(child) for child in node.all("amount"))
    return two[1] * _SIZES[two[2]] < _SIZES[one[2]]


def _sum(node: Node) -> Amount:
    """Add two amounts, as in '7 weeks and 6 days'. Months and years keep their own length: see `moved`."""
    if not _is_sum(node):
        return _to(node)
    one, two = (amount_in(child) for child in node.all("amount"))
    if {one[2], two[2]} == {"year", "month"}:
        year, month = (one, two) if one[2] == "year" else (two, one)
        return 12 * year[0] + month[0], 12 * year[1] + month[1], "month"
    days = [each[1] * _SIZES[each[2]] / 24 for each in (one, two)]
    return sum(days), sum(days), "day"


def moved(on: date, number: float, unit: str, scene: Scene) -> date:
    """Return a date so much later, or earlier. What a fraction leaves of a day counts as one."""
    if unit == "business-day":
        return add_business_days(on, ceil(number), scene.calendar)
    if unit == "hour":
        return on + timedelta(days=number // _HOURS_A_DAY)
    if unit in {"month", "year"}:
        months = number * (_MONTHS_A_YEAR if unit == "year" else 1)
        rest = ceil((months - int(months)) * _DAYS_A_MONTH)
        return add_months(on, int(months)) + timedelta(days=rest)
    return on + timedelta(days=ceil(number * (DAYS_A_WEEK if unit == "week" else 1)))


def stretch_ahead(base: date, amount: Amount, scene: Scene) -> Span:
    """Return the stretch of so much time from a day."""
    low, high, unit = amount
    rounding = _HOURS_A_DAY - 1 if unit == "hour" and high > _SAME_DAY else 0
    return Span(moved(base, low, unit, scene), moved(base, high + rounding, unit, scene), "amount")


def walked(node: Node, base: date, scene: Scene) -> Span | None:
    """Walk '1 year 2 months 3 days' step by step, each step in its own unit; None for a simple amount."""
    amount = node
    while amount.means != "amount_and":
        inner = next((child for child in amount.parts if child.kind in {"amount", "ahead"}), None)
        if inner is None:
            return None
        amount = inner
    if not _is_sum(amount):
        return None
    on = base
    for child in amount.all("amount"):
        step = walked(child, on, scene)
        on = step.last_on if step else moved(on, amount_in(child)[1], amount_in(child)[2], scene)
    return Span(on, on, "amount")

"""Weeks, months, quarters and years: the one that holds a day, or one some steps later."""

from collections.abc import Callable
from datetime import date

from playbook.promises.chart import Node
from playbook.promises.scene import Meaning, Scene
from playbook.promises.spans import DECEMBER, Span, months, week_days, working_week

MONTHS_A_QUARTER = 3
STEPS = {"next": 1, "following": 1, "coming": 1, "last": -1}


def _quarter(on: date, steps: int, _scene: Scene) -> Span:
    quarters = (on.month - 1) // MONTHS_A_QUARTER + steps
    return months(on.year, quarters * MONTHS_A_QUARTER + 1, MONTHS_A_QUARTER, "quarter")


UNITS: dict[str, Callable[[date, int, Scene], Span]] = {
    "week": lambda on, steps, scene: working_week(on, scene.weekend, steps),
    "month": lambda on, steps, _scene: months(on.year, on.month + steps),
    "quarter": _quarter,
    "year": lambda on, steps, _scene: months(on.year + steps, 1, DECEMBER, "year"),
}


def in_unit(unit: str, base: date, steps: int, scene: Scene) -> Meaning:
    """Return a week, month, quarter or year, some steps after the one that holds a date."""
    span = UNITS[unit](base, steps, scene)
    week = tuple(week_days(span.first_on, scene.weekend)) if unit == "week" else ()
    return Meaning((span,), week=week, unit=unit)


def unit_named(node: Node) -> str:
    """Return the unit that a time is named with."""
    return str(node.values("unit")[0])

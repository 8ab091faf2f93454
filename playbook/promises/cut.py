"""What 'early', 'the second half' or 'the first full week' single out of a stretch of days."""

from datetime import timedelta

from playbook.business_days import next_open_day
from playbook.promises.chart import Node, count
from playbook.promises.scene import Scene
from playbook.promises.spans import (
    DAYS_A_WEEK,
    Span,
    amounts,
    day,
    each_day,
    loosely,
    months,
    part_of,
    week_days,
    working_week,
)
from playbook.promises.units import unit_named

_SOME_DAYS = 10
_LIMITS = frozenset({"by", "latest", "before", "less", "within"})
"""Small words by which a part is over sooner: see `month-by-middle` in vocabulary.toml."""


def cut(span: Span, parts: Node, scene: Scene) -> Span:
    """Return what 'early', 'mid to late', 'the second half of', 'the first full week of' single out."""
    if parts.means == "nth_part":
        return _nth_part(span, parts, scene)
    names = [str(each) for each in parts.values("part")]
    text = next((word.item.text for word in parts.words() if word.kind == "part" and word.item), "")
    if text == "later" and span.first_on <= scene.said_on:
        return Span(min(scene.said_on + timedelta(days=1), span.last_on), span.last_on, "part")
    first, last = (_section(span, name, scene) for name in (names[0], names[-1]))
    return Span(first.first_on, last.last_on, "part")


def _section(span: Span, name: str, scene: Scene) -> Span:
    """Return the part of that name: 'by mid-July' is by the middle day, unless that is over."""
    if name == "start" and f"{span.size}-start" not in amounts():
        name = "early"
    limited = f"by-{name}"
    if scene.bound in _LIMITS and f"{span.size}-{limited}" in amounts():
        middle = part_of(span, limited, scene.weekend)
        if middle.last_on >= scene.said_on:
            return middle
    return part_of(span, name, scene.weekend)


def _nth_part(span: Span, parts: Node, scene: Scene) -> Span:
    ordinal = parts.get("ordinal")
    number = ordinal or parts.get("count")
    nth = count(number) if number else -1
    if ordinal and (parts.get("to-last") or parts.value("which") == "last"):
        nth = -nth
    if parts.get("half"):
        return _half(span, early=nth == 1 or parts.value("part") == "early")
    if weekday := next((word for word in parts.words() if word.kind == "weekday"), None):
        return _nth_weekday(span, int(weekday.item.classes["weekday"]), nth)  # type: ignore[union-attr]
    unit, quantity = unit_named(parts), parts.get("quantity")
    several = parts.get("count") if parts.get("or") else None
    if several:  # 'the first week or two'
        return _some_of(span, unit, count(several), nth)
    if quantity:
        return _some_of(span, unit, mean_count(quantity, unit), nth)
    if unit == "week":
        return _nth_week(span, nth, scene, full=_is_full(parts))
    if unit == "fortnight":
        return _some_of(span, "week", 2, nth)
    if unit == "month":
        return (
            months(span.first_on.year, span.first_on.month + nth - 1)
            if nth > 0
            else months(span.last_on.year, span.last_on.month)
        )
    return _nth_day(span, nth, scene, working=unit == "business-day")


def _is_full(parts: Node) -> bool:
    return parts.get("full") is not None or any("full" in item.text for item in parts.items())


def mean_count(quantity: Node, unit: str) -> int:
    """Return the most that a quantity counts for."""
    if loose := quantity.values("some"):
        return loosely(str(loose[0]), unit).high
    return max(count(each) for each in quantity.parts if each.kind == "count")


def _half(span: Span, *, early: bool) -> Span:
    middle = span.first_on + (span.last_on - span.first_on) // 2
    return (
        Span(span.first_on, middle, "part")
        if early
        else Span(middle + timedelta(days=1), span.last_on, "part")
    )


def _nth_weekday(span: Span, weekday: int, nth: int) -> Span:
    days = [on for on in each_day(span) if on.weekday() == weekday]
    if abs(nth) > len(days):
        raise ValueError("there are fewer")
    return day(days[nth if nth < 0 else nth - 1])


def _nth_week(span: Span, nth: int, scene: Scene, *, full: bool) -> Span:
    """Return a week of a month: the first is its first seven days, the first full one its first whole week of work."""
    if full:
        week = working_week(span.first_on, scene.weekend)
        skipped = 0 if week.first_on >= span.first_on else 1
        return working_week(span.first_on, scene.weekend, skipped + max(nth, 1) - 1)
    ahead = timedelta(days=DAYS_A_WEEK - 1)
    if nth < 0:
        last = span.last_on + timedelta(days=DAYS_A_WEEK * (nth + 1))
        if nth < -1:
            last -= timedelta(
                days=(span.last_on - week_days(span.last_on, scene.weekend)[-1]).days % DAYS_A_WEEK
            )
        return Span(last - ahead, last, "part")
    first = span.first_on + timedelta(days=DAYS_A_WEEK * (nth - 1))
    return Span(first, first + ahead, "part")


def _some_of(span: Span, unit: str, number: int, nth: int) -> Span:
    """Return the first or the last days or weeks."""
    size = number * 31 if unit == "month" else number * (DAYS_A_WEEK if unit == "week" else 1)
    if unit in {"day", "business-day"} and number <= _SOME_DAYS:
        return part_of(span, "early" if nth == 1 else "end", frozenset())
    ahead = timedelta(days=size - 1)
    if nth == 1:
        return Span(span.first_on, min(span.first_on + ahead, span.last_on), "part")
    return Span(max(span.last_on - ahead, span.first_on), span.last_on, "part")


def _nth_day(span: Span, nth: int, scene: Scene, *, working: bool) -> Span:
    """Return the nth day of a stretch, from its end where negative; a holiday puts the first working day off.

    It doesn't bring the last one forward: that would be too early.
    """
    days = [on for on in each_day(span) if not (working and on.weekday() in scene.weekend)] or [
        span.last_on
    ]
    if nth == 1 and working:
        return day(next_open_day(days[0], scene.calendar))
    if abs(nth) > len(days):
        raise ValueError("there are fewer")
    return day(days[nth if nth < 0 else nth - 1])

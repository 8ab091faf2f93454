"""Parts of weeks, months, quarters and years: the end of next week, mid-December, the first full week of March."""

from dataclasses import replace
from datetime import timedelta

from playbook.business_days import next_open_day
from playbook.promises.chart import Node, count
from playbook.promises.days import NEAR_YEARS
from playbook.promises.scene import Meaning, Scene, coming, mean, means
from playbook.promises.spans import (
    DAYS_A_WEEK,
    Span,
    amounts,
    day,
    each_day,
    months,
    part_of,
    week_days,
    working_week,
)
from playbook.promises.units import STEPS, in_unit, unit_named
from playbook.promises.weekdays import next_weekday

_SOME_DAYS = 10


def cut(span: Span, parts: Node, scene: Scene) -> Span:
    """Return what 'early', 'mid to late', 'the second half of', 'the first full week of' single out."""
    if parts.means == "nth_part":
        return _nth_part(span, parts, scene)
    names = [str(each) for each in parts.values("part")]
    text = next((word.item.text for word in parts.words() if word.kind == "part" and word.item), "")
    if text == "later" and span.first_on <= scene.said_on:
        return Span(min(scene.said_on + timedelta(days=1), span.last_on), span.last_on, "part")
    first, last = (part_of(span, name, scene.weekend) for name in (names[0], names[-1]))
    return Span(first.first_on, last.last_on, "part")


def _nth_part(span: Span, parts: Node, scene: Scene) -> Span:
    ordinal = parts.get("ordinal")
    number = ordinal or parts.get("count")
    nth = count(number) if number else -1
    if ordinal and (parts.get("to-last") or parts.value("which") == "last"):
        nth = -nth
    if parts.get("half") or parts.get("'part'"):
        early = nth == 1 or parts.value("part") == "early"
        if parts.get("'part'"):
            return part_of(span, "early" if early else "late", scene.weekend)
        return _half(span, early=early)
    if weekday := next((word for word in parts.words() if word.kind == "weekday"), None):
        return _nth_weekday(span, int(weekday.item.classes["weekday"]), nth, scene)  # type: ignore[union-attr]
    unit, quantity = unit_named(parts), parts.get("quantity")
    if quantity:
        return _some_of(span, unit, mean_count(quantity), nth)
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


def mean_count(quantity: Node) -> int:
    """Return the most that a quantity counts for."""
    if loose := quantity.values("some"):
        return amounts()[str(loose[0])].high
    return max(count(each) for each in quantity.parts if each.kind == "count")


def _half(span: Span, *, early: bool) -> Span:
    middle = span.first_on + (span.last_on - span.first_on) // 2
    return (
        Span(span.first_on, middle, "part")
        if early
        else Span(middle + timedelta(days=1), span.last_on, "part")
    )


def _nth_weekday(span: Span, weekday: int, nth: int, scene: Scene) -> Span:
    days = [on for on in each_day(span) if on.weekday() == weekday]
    if span.size == "week":
        days = [on for on in week_days(span.first_on, scene.weekend) if on.weekday() == weekday]
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


@means
def part_of_whole(node: Node, scene: Scene) -> Meaning:
    """Read the end of next week, mid-December, the first week of the month."""
    parts = node.get("parts")
    assert parts is not None
    whole = next(
        (
            child
            for child in node.parts
            if child.kind in {"whole", "week-later", "feast-time", "weekend-time", "beside-time"}
        ),
        None,
    )
    if whole is None:
        return _part_of_bare_unit(node, parts, scene)
    if whole.kind not in {"whole", "week-later", "beside-time"}:
        return mean(whole, scene)
    if whole.parts and any(word.kind == "new-year" for word in whole.words()):
        scene = replace(scene, bound="")
    meaning = mean(whole, scene)
    spans = tuple(cut(each, parts, scene) for each in meaning.spans)
    if (
        len(meaning.spans) == 1
        and spans[0].last_on < scene.said_on
        and meaning.unit
        and not _names_past(whole)
    ):
        following = (
            in_unit(meaning.unit, meaning.span.last_on, 1, scene)
            if "this" not in whole.values("which") and not whole.values("full-year")
            else meaning
        )
        spans = tuple(cut(each, parts, scene) for each in following.spans)
    return replace(meaning, spans=spans)


def _names_past(whole: Node) -> bool:
    return bool(whole.values("full-year")) or "last" in whole.values("which")


def _part_of_bare_unit(node: Node, parts: Node, scene: Scene) -> Meaning:
    """Read 'The end of the month': it is this month's, or the next where that is over."""
    unit = str(next(node.all("unit-whole")).parts[0].kind.partition("=")[2])
    for steps in (0, 1, 2):
        meaning = in_unit(unit, scene.said_on, steps, scene)
        span = cut(meaning.span, parts, scene)
        if scene.previous and span.last_on < scene.previous.span.first_on:
            continue
        if span.last_on >= scene.said_on and (meaning.span.last_on >= scene.said_on):
            return replace(meaning, spans=(span,))
    return meaning


@means
def part_of_month_ahead(node: Node, scene: Scene) -> Meaning:
    """Read the first Monday in two months: of the month that this leads to."""
    amount, parts = node.get("amount"), node.get("parts")
    assert amount is not None
    assert parts is not None
    on = mean(
        Node("ahead", amount.start, amount.end, (amount,), "ahead"), replace(scene, bound="by")
    ).span.last_on
    return Meaning((cut(months(on.year, on.month), parts, scene),))


@means
def unit_end(node: Node, scene: Scene) -> Meaning:
    """Read 'month end', 'year's end', 'before the week is out'."""
    unit = unit_named(node)
    which = node.value("which")
    meaning = in_unit(unit, scene.said_on, STEPS.get(which, 0), scene)
    if meaning.span.last_on < scene.said_on:
        meaning = in_unit(unit, scene.said_on, 1, scene)
    return replace(meaning, spans=(part_of(meaning.span, "end", scene.weekend),))


@means
def part_to_part(node: Node, scene: Scene) -> Meaning:
    """Read late January or early February."""
    this = scene.said_on.year
    numbers = [int(each) for each in node.values("month")]
    parts = list(node.all("parts"))
    spans = []
    for step in NEAR_YEARS:
        year = this + step
        first = cut(months(year, numbers[0]), parts[0], scene)
        last = cut(months(year + (numbers[1] < numbers[0]), numbers[1]), parts[1], scene)
        spans.append(Span(first.first_on, last.last_on, "part"))
    return Meaning(tuple(spans), ranged=True)


@means
def rest_of(node: Node, scene: Scene) -> Meaning:
    """Read the rest of the week: what is left of it."""
    if node.get("month"):
        meaning = Meaning(
            tuple(months(scene.said_on.year + step, node.value("month")) for step in NEAR_YEARS)
        )
        span = coming(meaning, scene)
    else:
        span = in_unit(
            unit_named(node), scene.said_on, STEPS.get(node.value("which"), 0), scene
        ).span
    return Meaning(
        (Span(max(span.first_on, min(scene.said_on, span.last_on)), span.last_on, "part"),)
    )


@means
def weekday_in_part(node: Node, scene: Scene) -> Meaning:
    """Read the Friday of the first week of October."""
    whole, parts = node.get("whole"), node.get("parts")
    assert whole is not None
    assert parts is not None
    meaning = mean(whole, scene)
    days = []
    for each in meaning.spans:
        span = cut(each, parts, scene)
        days.append(
            day(next_weekday(span.first_on - timedelta(days=1), int(node.value("weekday"))))
        )
    return Meaning(tuple(days))

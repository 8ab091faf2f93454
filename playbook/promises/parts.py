"""Parts of weeks, months, quarters and years: the end of next week, mid-December, the first full week of March."""

from dataclasses import replace
from datetime import timedelta

from playbook.promises.chart import Node
from playbook.promises.cut import cut
from playbook.promises.days import NEAR_YEARS
from playbook.promises.scene import Meaning, Scene, coming, mean, means
from playbook.promises.spans import Span, day, months, part_of
from playbook.promises.units import STEPS, in_unit, unit_named
from playbook.promises.weekdays import next_weekday


@means
def part_of_whole(node: Node, scene: Scene) -> Meaning:
    """Read the end of next week, mid-December, the first week of the month."""
    parts = node.get("parts")
    assert parts is not None
    whole = next(
        (child for child in node.parts if child.kind in {"whole", "week-later", "beside-time"}),
        None,
    )
    if whole is None:
        return _part_of_bare_unit(node, parts, scene)
    if any(word.kind == "new-year" for word in whole.words()):
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

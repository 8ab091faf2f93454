"""Amounts of time, and what is counted from another time: in two weeks, two days after Christmas."""

from dataclasses import replace
from datetime import date, timedelta

from playbook.business_days import add_business_days
from playbook.promises.amounts import Amount, amount_in, in_base_units, moved, stretch_ahead, walked
from playbook.promises.bounds import bounded
from playbook.promises.chart import Node, count
from playbook.promises.scene import Meaning, Scene, coming, mean, means
from playbook.promises.spans import DAYS_A_WEEK, Span, amounts, day, week_days, working_week
from playbook.promises.units import UNITS, unit_named
from playbook.promises.weekdays import inside, next_weekday


@means
def ahead(node: Node, scene: Scene) -> Meaning:
    """Read so much time from now on, or from the day they count from."""
    amount = amount_in(node)
    base = scene.anchor or scene.said_on
    if summed := walked(node, base, scene):
        return Meaning((summed,), amount=(1, 1, "day"), counted=scene.anchor is not None)
    loose = any(word.kind == "ish" for word in node.words())
    bound = "around" if loose else scene.bound
    span = stretch_ahead(base, amount, scene)
    within_next = bool(node.values("which"))
    options: tuple[date, ...] = ()
    if bound == "around":
        span, options = _about(span, base, amount[2], scene)
    if within_next or bound in {"within", "by", "less"}:
        span = replace(span, first_on=base)
    counted = scene.anchor is not None
    return Meaning((span,), options, amount=amount, counted=counted, unit="amount")


def _about(span: Span, base: date, unit: str, scene: Scene) -> tuple[Span, tuple[date, ...]]:
    """Return what 'about' makes of an amount, and the days to ask about: two weeks, or to the end of that week?"""
    if unit == "week":
        ends = sorted({span.last_on, working_week(span.last_on, scene.weekend).last_on})
        later = [on for on in ends if on >= span.last_on]
        return replace(span, last_on=later[-1]), tuple(later) if len(later) > 1 else ()
    if f"about-{unit}" not in amounts():
        return span, ()
    slack = timedelta(days=amounts()[f"about-{unit}"].high)
    return Span(max(base, span.first_on - slack), span.last_on + slack, "amount"), ()


@means
def over_one(node: Node, scene: Scene) -> Meaning:
    """Read 'over a week'."""
    unit = str(node.values("unit")[0])
    span = stretch_ahead(scene.anchor or scene.said_on, in_base_units(1, 1, unit), scene)
    return Meaning((bounded(span, "more", scene),), unit="amount")


@means
def within_next(node: Node, scene: Scene) -> Meaning:
    """Read 'in the next week or two': it begins today."""
    unit, number = unit_named(node), node.get("count")
    amount = in_base_units(1, count(number) if number else 1, unit)
    if node.values("units"):
        amount = in_base_units(amounts()["few"].low, amounts()["few"].high, unit)
    span = replace(stretch_ahead(scene.said_on, amount, scene), first_on=scene.said_on)
    options: tuple[date, ...] = ()
    if scene.bound == "around":
        about, options = _about(span, scene.said_on, amount[2], scene)
        span = replace(span, last_on=about.last_on)
    return Meaning((span,), options, amount=amount, unit="amount")


@means
def amount_again(node: Node, scene: Scene) -> Meaning:
    """Read 'A week, maybe two': as many of the unit that was counted in just before."""
    if scene.previous is None or scene.previous.amount is None:
        raise ValueError("nothing to count")
    number = int(node.value("number"))
    amount = (number, number, scene.previous.amount[2])
    return Meaning(
        (stretch_ahead(scene.anchor or scene.said_on, amount, scene),), amount=amount, unit="amount"
    )


@means
def ago(node: Node, scene: Scene) -> Meaning:
    """Read 'two weeks ago'."""
    _, high, unit = amount_in(node)
    return Meaning((day(moved(scene.said_on, -high, unit.replace("business-", ""), scene)),))


@means
def later(node: Node, scene: Scene) -> Meaning:
    """Read 'two days later', 'within three days of that': counted from the time before it."""
    base = scene.previous.span.last_on if scene.previous else scene.said_on
    span = stretch_ahead(base, amount_in(node), scene)
    return Meaning((span,), counted=scene.previous is not None, amount=amount_in(node))


@means
def beside(node: Node, scene: Scene) -> Meaning:
    """Read two days after Christmas, the Tuesday after Thanksgiving, the week before Easter."""
    offset, time = (next(node.all(kind)) for kind in ("offset", "time"))
    meaning = mean(time, replace(scene, bound="offset"))
    spans = tuple(counted_from(offset, each, scene) for each in meaning.spans)
    return replace(meaning, spans=spans, unit="", amount=None)


def counted_from(offset: Node, span: Span, scene: Scene) -> Span:
    """Return what an offset ('two days after', 'the week before') makes of the stretch that it is counted from."""
    way = str(offset.value("beside") or offset.value("counted-from"))
    if weekdays := offset.values("weekday"):
        return day(_weekday_beside(int(weekdays[0]), way, offset, span))
    if amount := offset.get("amount"):
        return _amount_beside(amount_in(amount), way, span, scene)
    unit = next(str(child.item.classes["unit"]) for child in offset.all("unit") if child.item)
    if unit == "business-day":
        nth = offset.get("ordinal")
        if way == "before":
            raise ValueError("which day?")
        return day(add_business_days(span.last_on, count(nth) if nth else 1, scene.calendar))
    if unit in {"day", "fortnight", "hour"}:
        step = 14 if unit == "fortnight" else 1
        return day(
            span.first_on - timedelta(days=step)
            if way == "before"
            else span.last_on + timedelta(days=step)
        )
    nth = offset.get("ordinal")
    steps = count(nth) if nth else 1
    if way == "before":
        before = UNITS[unit](span.first_on, -1, scene)
        return Span(before.first_on, span.first_on - timedelta(days=1), "part")
    return UNITS[unit](span.last_on, steps, scene)


def _amount_beside(amount: Amount, way: str, span: Span, scene: Scene) -> Span:
    low, high, unit = amount
    if way == "before":
        low, high, unit = -high, -low, unit.replace("business-", "")
        if scene.bound in {"within", "less"}:  # 'within a week before Easter' is the week before it
            return Span(moved(span.first_on, low, unit, scene), span.first_on - timedelta(days=1))
    return Span(moved(span.first_on, low, unit, scene), moved(span.last_on, high, unit, scene))


def _weekday_beside(weekday: int, way: str, offset: Node, span: Span) -> date:
    ordinal = offset.get("ordinal") or offset.get("number")
    more = timedelta(days=DAYS_A_WEEK * (count(ordinal) - 1 if ordinal else 0))
    if way == "before":
        return next_weekday(span.first_on - timedelta(days=DAYS_A_WEEK + 1), weekday) - more
    return next_weekday(span.last_on, weekday) + more


@means
def amount_on(node: Node, scene: Scene) -> Meaning:
    """Read a week on Friday, two weeks Friday, a fortnight tomorrow."""
    time = next(node.all("weekday-time", "near", "date"))
    amount = node.get("amount")
    low, high, unit = (
        amount_in(amount) if amount else in_base_units(1, 1, str(node.values("unit")[0]))
    )
    if time.kind == "near":
        spans: tuple[Span, ...] = (
            day(scene.said_on + timedelta(days=int(node.values("near")[0]))),
        )
    else:
        spans = mean(time, replace(scene, previous=None, later=False)).spans
    counted = tuple(
        Span(moved(each.first_on, low, unit, scene), moved(each.last_on, high, unit, scene))
        for each in spans
    )
    if time.kind != "date" or unit != "day":
        return Meaning(counted)
    alone = moved(scene.said_on, high, unit, scene)  # 'they told me five days, on the 30th'
    return Meaning(counted, options=(alone, coming(Meaning(counted), scene).last_on))


@means
def weekday_in_week_ahead(node: Node, scene: Scene) -> Meaning:
    """Read 'In two weeks, on Friday': the Friday of the week that this leads to."""
    amount = node.get("amount")
    assert amount is not None
    _, high, unit = amount_in(amount)
    on = moved(scene.said_on, high, unit, scene)
    named = int(node.value("weekday"))
    if unit in {"month", "year"}:
        return Meaning((day(next_weekday(on - timedelta(days=1), named)),))
    return Meaning((day(inside(week_days(on, scene.weekend), named)),))


@means
def lasting(node: Node, scene: Scene) -> Meaning:
    """Read from 18 December for ten days; 4 December plus or minus two days."""
    time, amount = (next(node.all(kind)) for kind in ("time", "amount"))
    _, high, unit = amount_in(amount)
    exact = node.get("plus-minus") is not None
    meaning = mean(time, replace(scene, bound="to") if exact else scene)
    spans = tuple(
        Span(each.first_on, moved(each.last_on, high, unit, scene)) for each in meaning.spans
    )
    return replace(meaning, spans=spans, unit="", ranged=True)


@means
def from_to(node: Node, scene: Scene) -> Meaning:
    """Read from one time to another; the second comes after the first."""
    first, last = node.all("time")
    begins = mean(first, replace(scene, bound="to"))
    start = coming(begins, scene)
    after = replace(
        scene,
        previous=replace(begins, spans=(start,), week=begins.week),
        later=not begins.week,
        bound="to",
    )
    ends = mean(last, after)
    if begins.options or ends.options:
        return Meaning(ends.spans, tuple(sorted({*begins.options, *ends.options})))
    end = next((each for each in ends.spans if each.last_on >= start.first_on), ends.spans[-1])
    span = Span(min(start.first_on, end.first_on), max(end.last_on, start.last_on), end.size)
    return Meaning((span,), ranged=True)

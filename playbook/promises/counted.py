"""Amounts of time, and what is counted from another time: in two weeks, two days after Christmas."""

from dataclasses import replace
from datetime import date, timedelta

from playbook.business_days import add_business_days
from playbook.promises.chart import Node
from playbook.promises.days import count, inside, next_weekday
from playbook.promises.scene import Meaning, Scene, coming, mean, means
from playbook.promises.spans import (
    DAYS_A_WEEK,
    Span,
    add_months,
    amounts,
    day,
    week_days,
    working_week,
)
from playbook.promises.stretches import UNITS

_HOURS_A_DAY = 24
_SAME_DAY = 4
"""Hours that end on the day on which they're named."""
_MONTHS_A_YEAR = 12

type Amount = tuple[int, int, str]
_SIZES = {"hour": 1, "day": 24, "business-day": 24, "week": 168, "month": 720, "year": 8760}


def _in_base_units(low: float, high: float, unit: str) -> Amount:
    """Fortnights as weeks, quarters as months, half weeks rounded out."""
    if unit == "fortnight":
        low, high, unit = 2 * low, 2 * high, "week"
    if unit == "quarter":
        low, high, unit = 3 * low, 3 * high, "month"
    whole = int(high) if high == int(high) else int(high) + 1
    return int(low), whole, unit


def _quantity(node: Node) -> tuple[float, float]:
    loose = next(
        (word.item.classes["some"] for word in node.words() if word.kind == "some" and word.item),
        None,
    )
    if loose:
        return amounts()[str(loose)].low, amounts()[str(loose)].high
    if (decimal := node.value("decimal")) is not None:
        return decimal, decimal
    numbers = [count(part) for part in node.parts if part.kind == "count"]
    half = 0.5 if node.get("half") else 0
    return min(numbers) + half, max(numbers) + half


def amount_of(node: Node) -> Amount:
    """How much time: the fewest and the most of which unit."""
    unit_word = next(
        (
            word
            for word in reversed(list(node.words()))
            if word.item and word.item.stands_for("unit")
        ),
        None,
    )
    unit = str(unit_word.item.classes["unit"]) if unit_word and unit_word.item else "day"
    quantity = node.get("quantity")
    if node.get("half"):
        whole = _in_base_units(0.5, 0.5, unit)
        half = {
            "year": (6, 6, "month"),
            "month": (2, 2, "week"),
            "day": (1, 1, "day"),
            "week": (3, 4, "day"),
        }
        if node.get("number") and node.parts[0].kind == "number" and node.value("number") != 1:
            low = int(node.value("number"))
            return low, low + 1, unit
        return half.get(unit, whole)
    if quantity is None:
        few = amounts()["few"]
        low, high = (few.low, few.high) if node.get("units") else (1, 1)
        return _in_base_units(low, high, unit)
    found = _in_base_units(*_quantity(quantity), unit)
    if quantity.get("plus"):
        return found[0], found[1] + 1, found[2]
    return found


def _find(node: Node) -> Amount:
    """The amount that a node holds, however it is put together."""
    if node.means == "amount":
        return amount_of(node)
    if node.means == "and_a_half":
        low, high, unit = (
            _find(node.parts[0]) if node.get("amount") else (1, 1, str(node.values("unit")[0]))
        )
        return low, high + 1, unit
    if node.means == "amount_to":
        return _to(node)
    if node.means == "amount_and":
        return _sum(node)
    return _find(next(part for part in node.parts if part.kind in {"amount", "ahead"}))


def _to(node: Node) -> Amount:
    found = [_find(part) for part in node.all("amount")]
    low, high, unit = found[0]
    if number := node.get("count"):
        return min(low, count(number)), max(high, count(number)), unit
    if found[1][2] == unit:
        return min(low, found[1][0]), max(high, found[1][1]), unit
    days = [(each[0] * _SIZES[each[2]] // 24, each[1] * _SIZES[each[2]] // 24) for each in found]
    return min(each[0] for each in days), max(each[1] for each in days), "day"


def _is_sum(node: Node) -> bool:
    """Whether the second amount is a remainder: 'a week, ten days at most' isn't 17 days."""
    one, two = (_find(part) for part in node.all("amount"))
    return two[1] * _SIZES[two[2]] < _SIZES[one[2]]


def _sum(node: Node) -> Amount:
    """7 weeks and 6 days. Months and years keep their own length: see `moved`."""
    if not _is_sum(node):
        return _to(node)
    one, two = (_find(part) for part in node.all("amount"))
    if {one[2], two[2]} == {"year", "month"}:
        year, month = (one, two) if one[2] == "year" else (two, one)
        return 12 * year[0] + month[0], 12 * year[1] + month[1], "month"
    days = [each[1] * _SIZES[each[2]] // 24 for each in (one, two)]
    return sum(days), sum(days), "day"


def moved(on: date, number: int, unit: str, scene: Scene) -> date:
    """A date so much later, or earlier."""
    if unit == "business-day":
        if number < 0:
            return on + timedelta(days=number)
        return add_business_days(on, number, scene.calendar)
    if unit == "hour":
        return on + timedelta(days=number // _HOURS_A_DAY)
    if unit in {"month", "year"}:
        return add_months(on, number * (_MONTHS_A_YEAR if unit == "year" else 1))
    return on + timedelta(days=number * (DAYS_A_WEEK if unit == "week" else 1))


def _from(base: date, amount: Amount, scene: Scene, *, to_week_end: bool = False) -> Span:
    """So much time from a day. 'Two weeks' alone runs to the end of that working week."""
    low, high, unit = amount
    rounding = _HOURS_A_DAY - 1 if unit == "hour" and high > _SAME_DAY else 0
    first, last = moved(base, low, unit, scene), moved(base, high + rounding, unit, scene)
    if to_week_end and low == high and unit in {"week", "month"}:
        last = max(last, working_week(last, scene.weekend).last_on)
    return Span(first, last, "amount")


def _parts_add_up(node: Node, base: date, scene: Scene) -> Span | None:
    """'1 year 2 months 3 days' is walked step by step, each step in its own unit."""
    found = node
    while found.means != "amount_and":
        inner = next((part for part in found.parts if part.kind in {"amount", "ahead"}), None)
        if inner is None:
            return None
        found = inner
    if not _is_sum(found):
        return None
    on = base
    for part in found.all("amount"):
        step = _parts_add_up(part, on, scene)
        on = step.last_on if step else moved(on, _find(part)[1], _find(part)[2], scene)
    return Span(on, on, "amount")


@means
def ahead(node: Node, scene: Scene) -> Meaning:
    """So much time from now on, or from the day they count from."""
    amount = _find(node)
    base = scene.anchor or scene.said_on
    if summed := _parts_add_up(node, base, scene):
        return Meaning((summed,), amount=(1, 1, "day"), counted=scene.anchor is not None)
    loose = any(
        word.item and (word.item.text == "or so" or word.kind == "ish") for word in node.words()
    )
    bound = "around" if loose else scene.bound
    span = _from(
        base, amount, scene, to_week_end=bound not in {"within", "by", "less", "around", "to"}
    )
    _low, _high, unit = amount
    within_next = any(word.item and word.item.stands_for("which") for word in node.words())
    if bound == "around" and f"about-{unit}" in amounts():
        slack = timedelta(days=amounts()[f"about-{unit}"].high)
        exact = _from(base, amount, scene)
        span = Span(max(base, exact.first_on - slack), exact.last_on + slack, "amount")
    if within_next or bound in {"within", "by", "less"}:
        span = replace(_from(base, amount, scene), first_on=base)
    return Meaning((span,), amount=amount, counted=scene.anchor is not None, unit="amount")


@means
def within_next(node: Node, scene: Scene) -> Meaning:
    """'In the next week or two' begins today."""
    unit = next(
        str(word.item.classes["unit"])
        for word in node.words()
        if word.item and word.item.stands_for("unit")
    )
    number = node.get("count")
    amount = _in_base_units(1, count(number) if number else 1, unit)
    if any(word.item and "units" in word.item.classes for word in node.words()):
        amount = _in_base_units(amounts()["few"].low, amounts()["few"].high, unit)
    span = replace(_from(scene.said_on, amount, scene), first_on=scene.said_on)
    return Meaning((span,), amount=amount, unit="amount")


@means
def amount_again(node: Node, scene: Scene) -> Meaning:
    """'A week, maybe two': as many of the unit that was counted in just before."""
    if scene.previous is None or scene.previous.amount is None:
        raise ValueError("nothing to count")
    number = int(node.value("number"))
    amount = (number, number, scene.previous.amount[2])
    return Meaning(
        (_from(scene.anchor or scene.said_on, amount, scene),), amount=amount, unit="amount"
    )


@means
def ago(node: Node, scene: Scene) -> Meaning:
    """Two weeks ago."""
    _, high, unit = _find(node)
    return Meaning((day(moved(scene.said_on, -high, unit.replace("business-", ""), scene)),))


@means
def later(node: Node, scene: Scene) -> Meaning:
    """Two days later, within three days of that: counted from the time before it."""
    base = scene.previous.span.last_on if scene.previous else scene.said_on
    span = _from(base, _find(node), scene, to_week_end=scene.previous is None)
    return Meaning((span,), counted=scene.previous is not None, amount=_find(node))


@means
def beside(node: Node, scene: Scene) -> Meaning:
    """Two days after Christmas, the Tuesday after Thanksgiving, the week before Easter."""
    offset, time = (next(node.all(kind)) for kind in ("offset", "time"))
    meaning = mean(time, replace(scene, bound="offset"))
    spans = tuple(counted_from(offset, each, scene) for each in meaning.spans)
    doubt = _weeks_after_feast(offset, time, spans, scene)
    return replace(meaning, spans=spans, options=doubt or meaning.options, unit="", amount=None)


def _weeks_after_feast(
    offset: Node, time: Node, spans: tuple[Span, ...], scene: Scene
) -> tuple[date, ...]:
    """'The week after Easter' begins on Easter Monday for some, a week later for others."""
    feast = mean(time, scene)
    named = coming(feast, scene)
    is_week = offset.value("unit") == "week" and offset.value("beside") == "after"
    days_off = time.means.startswith("feast") and named.first_on < named.last_on
    if not (is_week and days_off):
        return ()
    same = working_week(named.last_on, scene.weekend)
    return (
        (same.last_on, coming(Meaning(spans), scene).last_on)
        if same.first_on == named.last_on
        else ()
    )


def counted_from(offset: Node, span: Span, scene: Scene) -> Span:
    """What an offset ('two days after', 'the week before') makes of the stretch that it is counted from."""
    way = str(offset.value("beside") or offset.value("counted-from"))
    if weekdays := offset.values("weekday"):
        return day(_weekday_beside(int(weekdays[0]), way, offset, span))
    if amount := offset.get("amount"):
        return _amount_beside(_find(amount), way, span, scene)
    unit = next(str(part.item.classes["unit"]) for part in offset.all("unit") if part.item)
    if unit == "business-day":
        nth = offset.get("ordinal")
        if way == "before":
            return _last_working_day_before(span.first_on, scene)
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


def _last_working_day_before(on: date, scene: Scene) -> Span:
    back = on - timedelta(days=1)
    while not scene.calendar.is_open(back):
        back -= timedelta(days=1)
    return day(back)


def _amount_beside(amount: Amount, way: str, span: Span, scene: Scene) -> Span:
    low, high, unit = amount
    if way == "before":
        low, high, unit = -high, -low, unit.replace("business-", "")
    return Span(moved(span.first_on, low, unit, scene), moved(span.last_on, high, unit, scene))


def _weekday_beside(weekday: int, way: str, offset: Node, span: Span) -> date:
    ordinal = offset.get("ordinal") or offset.get("number")
    more = timedelta(days=DAYS_A_WEEK * (count(ordinal) - 1 if ordinal else 0))
    if way == "before":
        return next_weekday(span.first_on - timedelta(days=DAYS_A_WEEK + 1), weekday) - more
    return next_weekday(span.last_on, weekday) + more


@means
def amount_on(node: Node, scene: Scene) -> Meaning:
    """A week on Friday, two weeks Friday, a fortnight tomorrow."""
    time = next(part for part in node.parts if part.kind in {"weekday-time", "near", "date"})
    amount = node.get("amount")
    low, high, unit = _find(amount) if amount else _in_base_units(1, 1, str(node.values("unit")[0]))
    if time.kind == "near":
        spans: tuple[Span, ...] = (
            day(scene.said_on + timedelta(days=int(node.values("near")[0]))),
        )
    else:
        spans = mean(time, replace(scene, previous=None, later=False)).spans
    counted = (
        Span(moved(each.first_on, low, unit, scene), moved(each.last_on, high, unit, scene))
        for each in spans
    )
    return Meaning(tuple(counted))


@means
def weekday_in_week_ahead(node: Node, scene: Scene) -> Meaning:
    """'In two weeks, on Friday': the Friday of the week that this leads to."""
    amount = node.get("amount")
    assert amount is not None
    _, high, unit = _find(amount)
    on = moved(scene.said_on, high, unit, scene)
    named = int(node.value("weekday"))
    if unit in {"month", "year"}:
        return Meaning((day(next_weekday(on - timedelta(days=1), named)),))
    return Meaning((day(inside(week_days(on, scene.weekend), named)),))


@means
def lasting(node: Node, scene: Scene) -> Meaning:
    """From 18 December for ten days; 4 December plus or minus two days."""
    time, amount = (next(node.all(kind)) for kind in ("time", "amount"))
    _, high, unit = _find(amount)
    meaning = mean(time, scene)
    spans = tuple(
        Span(each.first_on, moved(each.last_on, high, unit, scene)) for each in meaning.spans
    )
    return replace(meaning, spans=spans, unit="", ranged=True)


@means
def from_to(node: Node, scene: Scene) -> Meaning:
    """From one time to another; the second comes after the first."""
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
    if start.last_on < scene.said_on:
        # "from December to May" said in April began last December
        end = coming(ends, scene)
        return Meaning((Span(start.first_on, end.last_on, end.size),), ranged=True)
    end = next((each for each in ends.spans if each.last_on >= start.first_on), ends.spans[-1])
    span = Span(min(start.first_on, end.first_on), max(end.last_on, start.last_on), end.size)
    return Meaning((span,), ranged=True)

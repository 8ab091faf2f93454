"""Weeks, months, quarters, years and their parts: end of next week, mid-December, Q1."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from playbook.business_days import next_open_day
from playbook.promises.bounds import after, bounded
from playbook.promises.chart import Node
from playbook.promises.days import (
    NEAR_YEARS,
    count,
    dates,
    next_weekday,
    year_named,
)
from playbook.promises.scene import Meaning, Scene, coming, mean, means
from playbook.promises.spans import (
    DAYS_A_WEEK,
    DECEMBER,
    Span,
    amounts,
    day,
    each_day,
    hull,
    months,
    part_of,
    week_days,
    week_start,
    working_week,
)

_MONTHS_A_QUARTER = 3
_SOME_DAYS = 10
_MIDWEEK = 3
"""Wednesday lies in the same week of work, whichever day that begins on."""
_STEPS = {"next": 1, "following": 1, "coming": 1, "last": -1}


def _quarter(on: date, steps: int, _scene: Scene) -> Span:
    quarters = (on.month - 1) // _MONTHS_A_QUARTER + steps
    return months(on.year, quarters * _MONTHS_A_QUARTER + 1, _MONTHS_A_QUARTER, "quarter")


UNITS: dict[str, Callable[[date, int, Scene], Span]] = {
    "week": lambda on, steps, scene: working_week(on, scene.weekend, steps),
    "month": lambda on, steps, _scene: months(on.year, on.month + steps),
    "quarter": _quarter,
    "year": lambda on, steps, _scene: months(on.year + steps, 1, DECEMBER, "year"),
}


def in_unit(unit: str, base: date, steps: int, scene: Scene) -> Meaning:
    """A week, month, quarter or year, some steps after the one that holds a date."""
    span = UNITS[unit](base, steps, scene)
    week = tuple(week_days(span.first_on, scene.weekend)) if unit == "week" else ()
    return Meaning((span,), week=week, unit=unit)


def _unit(node: Node) -> str:
    return str(node.values("unit")[0])


@means
def unit_of(node: Node, scene: Scene) -> Meaning:
    """This week, next month, the week after next; on a day off, this week is the coming one."""
    which = [str(each) for each in node.values("which")]
    if not which:
        return in_unit(str(node.values("unit-after-next")[0]), scene.said_on, 2, scene)
    unit = _unit(node)
    base = scene.said_on
    if scene.previous and which == ["following"]:
        base = scene.previous.span.last_on
    steps = _STEPS.get(which[0], 0) + len(which) - 1
    meaning = in_unit(unit, base, steps, scene)
    if meaning.span.last_on < scene.said_on and "last" not in which:
        return in_unit(unit, base, steps + 1, scene)
    return meaning


@means
def unit_later(node: Node, scene: Scene) -> Meaning:
    """'The week after', 'the week after that': counted from the time before it."""
    base = scene.previous.span.last_on if scene.previous else scene.said_on
    unit = _unit(node)
    if unit in {"day", "business-day"}:
        return Meaning((day(base + timedelta(days=1)),), counted=True)
    return replace(in_unit(unit.replace("fortnight", "week"), base, 1, scene), counted=True)


@means
def again(node: Node, scene: Scene) -> Meaning:
    """'Or next', 'or early next', 'or the one after': the kind of time that came before, once more."""
    previous = scene.previous
    if previous is None or not previous.unit:
        raise ValueError("nothing to repeat")
    if previous.unit not in UNITS:
        return replace(previous, spans=(previous.span.moved(DAYS_A_WEEK),))
    meaning = in_unit(previous.unit, previous.span.last_on, 1, scene)
    if named := node.get("parts"):
        return replace(meaning, spans=(cut(meaning.span, named, scene),))
    return meaning


@means
def month_of(node: Node, scene: Scene) -> Meaning:
    """December, December 2027, next March."""
    number, year = node.value("month"), year_named(node, scene)
    if (ahead := node.get("amount")) is not None:
        on = mean(
            Node("ahead", ahead.start, ahead.end, (ahead,), "ahead"), replace(scene, bound="by")
        ).span.last_on
        return Meaning((months(on.year, number),), unit="month")
    this = scene.said_on
    years = [year] if year else [this.year + step for step in NEAR_YEARS]
    if node.value("which") in {"next", "following"} and number >= this.month:
        both = [months(this.year + step, number) for step in (0, 1)]
        return Meaning((both[0],), tuple(each.last_on for each in both), unit="month")
    if node.value("which") == "last":
        years = [this.year - 1 if number >= this.month else this.year]
    meant = Meaning(tuple(months(each, number) for each in years), unit="month")
    if node.value("which") == "this":
        return replace(meant, spans=(coming(meant, scene),))
    return meant


@means
def month_and_year(node: Node, _scene: Scene) -> Meaning:
    """04/2027. Raises ValueError where there is no such month."""
    month, year = (int(each) for each in node.value("month-year").split("/"))
    if not 1 <= month <= DECEMBER:
        raise ValueError("no such month")
    return Meaning((months(year, month),), unit="month")


@means
def quarter_of(node: Node, scene: Scene) -> Meaning:
    """Q1, the third quarter, the last quarter of 2027."""
    ordinal = node.get("ordinal")
    nth = node.value("quarter-number") or (count(ordinal) if ordinal else 4)
    year = year_named(node, scene) or (node.value("full-year") if node.get("full-year") else None)
    years = [year] if year else [scene.said_on.year + step for step in NEAR_YEARS]
    first = _MONTHS_A_QUARTER * (int(nth) - 1) + 1
    return Meaning(tuple(months(each, first, 3, "quarter") for each in years), unit="quarter")


@means
def half_of(node: Node, scene: Scene) -> Meaning:
    """H1: January to June."""
    first = 6 * (int(node.value("half-number")) - 1) + 1
    year = year_named(node, scene)
    years = [year] if year else [scene.said_on.year + step for step in NEAR_YEARS]
    return Meaning(tuple(months(each, first, 6, "half") for each in years))


@means
def full_year(node: Node, _scene: Scene) -> Meaning:
    """2027."""
    return Meaning((months(int(node.value("full-year")), 1, DECEMBER, "year"),), unit="year")


@means
def new_year(_node: Node, scene: Scene) -> Meaning:
    """'In the new year' is January; 'after New Year' and 'by New Year' count from its first day."""
    if scene.bound in {"after", "before", "around", "less", "to", "offset"}:
        return Meaning(dates(1, 1, None, scene))
    return Meaning(tuple(months(scene.said_on.year + step, 1) for step in NEAR_YEARS), unit="month")


@means
def numbered_week(node: Node, scene: Scene) -> Meaning:
    """Week 49, as calendars number them after ISO 8601. Raises ValueError where there is none."""
    return Meaning(_weeks(int(node.value("digits")), scene), unit="week")


@means
def numbered_weeks(node: Node, scene: Scene) -> Meaning:
    """Week 49 or 50."""
    first, last = (
        _weeks(int(part.item.classes["digits"]), scene) for part in node.all("digits") if part.item
    )
    return Meaning(tuple(hull(list(pair)) for pair in zip(first, last, strict=True)), unit="week")


def _weeks(number: int, scene: Scene) -> tuple[Span, ...]:
    years = (scene.said_on.year + step for step in NEAR_YEARS)
    days = [date.fromisocalendar(year, number, _MIDWEEK) for year in years]
    return tuple(working_week(on, scene.weekend) for on in days)


@means
def week_of(node: Node, scene: Scene) -> Meaning:
    """The working week of a day. One that begins on a day off is the week after it."""
    named = next(part for part in node.parts if part.kind in {"time", "feast", "feast-time"})
    if named.kind == "feast":
        node = replace(node, parts=(named,), means="feast_of")
        meaning = mean(node, scene)
    else:
        meaning = mean(named, scene)
    ends = any(
        word.item and word.item.text in {"ending", "w e"}
        for part in node.parts
        if part.kind in {"week-of", "wc"}
        for word in part.words()
    )
    spans = tuple(_week_around(each, scene, ends=ends) for each in meaning.spans)
    week = tuple(week_days(coming(Meaning(spans), scene).first_on, scene.weekend))
    return Meaning(spans, meaning.options, week=week, unit="week")


def _week_around(span: Span, scene: Scene, *, ends: bool) -> Span:
    on = span.last_on
    last = span.first_on if span.first_on == span.last_on else span.last_on
    if not ends and last.weekday() in scene.weekend and span.size == "day":
        on += timedelta(days=(week_start(scene.weekend) - on.weekday()) % DAYS_A_WEEK)
    return working_week(on, scene.weekend)


@means
def this_unit(node: Node, scene: Scene) -> Meaning:
    """'Within the week': this one, or the coming one on a day off."""
    meaning = in_unit(_unit(node), scene.said_on, 0, scene)
    return (
        meaning
        if meaning.span.last_on >= scene.said_on
        else in_unit(_unit(node), scene.said_on, 1, scene)
    )


@means
def that_unit(node: Node, scene: Scene) -> Meaning:
    """'That week', 'later that week', 'the same day': of the time before it."""
    if scene.previous is None:
        raise ValueError("which?")
    unit, span = _unit(node), scene.previous.span
    if unit == "day":
        return replace(scene.previous, options=())
    meaning = in_unit(unit, span.last_on, 0, scene)
    if node.get("part"):
        last_on = max(meaning.span.last_on, span.last_on)
        return replace(meaning, spans=(Span(min(span.last_on, last_on), last_on, "part"),))
    return meaning


@means
def short_end(node: Node, scene: Scene) -> Meaning:
    """EOW, EOM, EONW."""
    named = str(node.value("short-end"))
    unit = named.removeprefix("next-")
    steps = 1 if named != unit else 0
    meaning = in_unit(unit, scene.said_on, steps, scene)
    if meaning.span.last_on < scene.said_on:
        meaning = in_unit(unit, scene.said_on, 1, scene)
    return replace(meaning, spans=(part_of(meaning.span, "end", scene.weekend),))


@means
def midweek(_node: Node, scene: Scene) -> Meaning:
    """The middle of this week, or of the next where that is over."""
    for steps in (0, 1):
        week = in_unit("week", scene.said_on, steps, scene)
        middle = part_of(week.span, "middle", scene.weekend)
        if middle.last_on > scene.said_on:
            break
    return replace(week, spans=(middle,))


@means
def back_to(node: Node, scene: Scene) -> Meaning:
    """'You'd start on the 4th and know before that', 'by then': the time before it once more."""
    if scene.previous is None:
        raise ValueError("by when?")
    bound = str(node.value("back-to")).removeprefix("on")
    return replace(scene.previous, spans=(bounded(scene.previous.span, bound, scene),))


@means
def after_then(_node: Node, scene: Scene) -> Meaning:
    """'And get back to you after that'."""
    if scene.previous is None:
        raise ValueError("after what?")
    return Meaning((after(scene.previous.span, scene),), counted=True)


# Parts


def cut(span: Span, parts: Node, scene: Scene) -> Span:
    """What 'early', 'mid to late', 'the second half of', 'the first full week of' single out."""
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
    unit, quantity = _unit(parts), parts.get("quantity")
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
    return parts.get("full") is not None or any(
        word.item and "full" in word.item.text for word in parts.words()
    )


def mean_count(quantity: Node) -> int:
    """The most that a quantity counts for."""
    loose = next(
        (
            word.item.classes["some"]
            for word in quantity.words()
            if word.kind == "some" and word.item
        ),
        None,
    )
    if loose:
        return amounts()[str(loose)].high
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
    """The first week of a month is its first seven days; the first full week its first whole one of work."""
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
    """The first or the last days or weeks."""
    size = number * 31 if unit == "month" else number * (DAYS_A_WEEK if unit == "week" else 1)
    if unit in {"day", "business-day"} and number <= _SOME_DAYS:
        return part_of(span, "early" if nth == 1 else "end", frozenset())
    ahead = timedelta(days=size - 1)
    if nth == 1:
        return Span(span.first_on, min(span.first_on + ahead, span.last_on), "part")
    return Span(max(span.last_on - ahead, span.first_on), span.last_on, "part")


def _nth_day(span: Span, nth: int, scene: Scene, *, working: bool) -> Span:
    """A holiday puts the first working day off. It doesn't bring the last one forward: that would be too early."""
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
    """The end of next week, mid-December, the first week of the month."""
    parts = node.get("parts")
    assert parts is not None
    whole = next(
        (
            part
            for part in node.parts
            if part.kind in {"whole", "week-later", "feast-time", "weekend-time", "beside-time"}
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
            if "this" not in [w.item.classes.get("which") for w in whole.words() if w.item]
            and not any(w.kind == "full-year" for w in whole.words())
            else meaning
        )
        spans = tuple(cut(each, parts, scene) for each in following.spans)
    return replace(meaning, spans=spans)


def _names_past(whole: Node) -> bool:
    return any(
        word.item and (word.item.stands_for("which", "last") or word.item.stands_for("full-year"))
        for word in whole.words()
    )


def _part_of_bare_unit(node: Node, parts: Node, scene: Scene) -> Meaning:
    """'The end of the month' is this month's, or the next where that is over."""
    unit = str(next(node.all("unit-whole")).parts[0].kind.partition("=")[2])
    for steps in (0, 1, 2):
        meaning = in_unit(unit, scene.said_on, steps, scene)
        span = cut(meaning.span, parts, scene)
        if span.last_on >= scene.said_on and (meaning.span.last_on >= scene.said_on):
            return replace(meaning, spans=(span,))
    return meaning


@means
def part_of_month_ahead(node: Node, scene: Scene) -> Meaning:
    """The first Monday in two months: of the month that this leads to."""
    amount, parts = node.get("amount"), node.get("parts")
    assert amount is not None
    assert parts is not None
    on = mean(
        Node("ahead", amount.start, amount.end, (amount,), "ahead"), replace(scene, bound="by")
    ).span.last_on
    return Meaning((cut(months(on.year, on.month), parts, scene),))


@means
def unit_end(node: Node, scene: Scene) -> Meaning:
    """Month end, year's end, before the week is out."""
    unit = _unit(node)
    which = node.value("which")
    meaning = in_unit(unit, scene.said_on, _STEPS.get(which, 0), scene)
    if meaning.span.last_on < scene.said_on:
        meaning = in_unit(unit, scene.said_on, 1, scene)
    return replace(meaning, spans=(part_of(meaning.span, "end", scene.weekend),))


@means
def part_to_part(node: Node, scene: Scene) -> Meaning:
    """Late January or early February."""
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
    """The rest of the week: what is left of it."""
    if node.get("month"):
        meaning = Meaning(
            tuple(months(scene.said_on.year + step, node.value("month")) for step in NEAR_YEARS)
        )
        span = coming(meaning, scene)
    else:
        span = in_unit(_unit(node), scene.said_on, _STEPS.get(node.value("which"), 0), scene).span
    return Meaning(
        (Span(max(span.first_on, min(scene.said_on, span.last_on)), span.last_on, "part"),)
    )


@means
def weekday_in_part(node: Node, scene: Scene) -> Meaning:
    """The Friday of the first week of October."""
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

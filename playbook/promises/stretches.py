"""Weeks, months, quarters and years: this week, next month, Q1, week 49, the week of the 4th."""

from dataclasses import replace
from datetime import date, timedelta

from playbook.promises.bounds import after, bounded
from playbook.promises.chart import Node, count
from playbook.promises.cut import cut
from playbook.promises.days import NEAR_YEARS, dates, year_named
from playbook.promises.scene import Meaning, Scene, coming, mean, means
from playbook.promises.spans import (
    DAYS_A_WEEK,
    DECEMBER,
    Span,
    day,
    hull,
    months,
    part_of,
    week_days,
    week_start,
    working_week,
)
from playbook.promises.units import MONTHS_A_QUARTER, STEPS, UNITS, in_unit, unit_named

_INSIDE = frozenset({"within", "inside", "inside of"})
"""'Within the week' may be seven days; 'in the course of the week' is this one."""
_MIDWEEK = 3
"""Wednesday lies in the same week of work, whichever day that begins on."""


@means
def unit_of(node: Node, scene: Scene) -> Meaning:
    """Read this week, next month, the week after next; on a day off, this week is the coming one."""
    which = [str(each) for each in node.values("which")]
    if not which:
        return in_unit(str(node.values("unit-after-next")[0]), scene.said_on, 2, scene)
    unit = unit_named(node)
    base = scene.said_on
    if scene.previous and which in (["following"], ["same"]):
        base = scene.previous.span.last_on
    steps = STEPS.get(which[0], 0) + len(which) - 1
    return in_unit(unit, base, steps, scene)


@means
def unit_later(node: Node, scene: Scene) -> Meaning:
    """Read 'The week after', 'the week after that': counted from the time before it."""
    base = scene.previous.span.last_on if scene.previous else scene.said_on
    unit = unit_named(node)
    if unit == "day" and scene.previous is None:
        raise ValueError("after which?")
    if unit in {"hour", "day", "business-day"}:
        return Meaning((day(base + timedelta(days=unit != "hour")),), counted=True)
    return replace(in_unit(unit.replace("fortnight", "week"), base, 1, scene), counted=True)


@means
def again(node: Node, scene: Scene) -> Meaning:
    """Read 'Or next', 'or early next', 'or the one after': the kind of time that came before, once more."""
    previous = scene.previous
    named = node.get("parts")
    if previous is None or not previous.unit or (named and previous.unit not in UNITS):
        raise ValueError("nothing to repeat")
    if previous.unit not in UNITS:
        days = 1 if previous.unit == "day" else DAYS_A_WEEK  # 'that day or the next'
        return replace(previous, spans=(previous.span.moved(days),))
    meaning = in_unit(previous.unit, previous.span.last_on, 1, scene)
    return replace(meaning, spans=(cut(meaning.span, named, scene),)) if named else meaning


@means
def month_of(node: Node, scene: Scene) -> Meaning:
    """Read December, December 2027, next March."""
    number, year = node.value("month"), year_named(node, scene)
    this = scene.said_on
    years = [year] if year else [this.year + step for step in NEAR_YEARS]
    if node.value("which") in {"next", "following"} and number >= this.month:
        both = [months(this.year + step, number) for step in (0, 1)]
        return Meaning((both[0],), tuple(each.last_on for each in both), unit="month")
    if node.value("which") == "last":
        years = [this.year - 1 if number >= this.month else this.year]
    return Meaning(tuple(months(each, number) for each in years), unit="month")


@means
def quarter_of(node: Node, scene: Scene) -> Meaning:
    """Read Q1, the third quarter, the last quarter of 2027."""
    ordinal = node.get("ordinal")
    nth = node.value("quarter-number") or (count(ordinal) if ordinal else 4)
    year = year_named(node, scene) or (node.value("full-year") if node.get("full-year") else None)
    years = [year] if year else [scene.said_on.year + step for step in NEAR_YEARS]
    first = MONTHS_A_QUARTER * (int(nth) - 1) + 1
    return Meaning(tuple(months(each, first, 3, "quarter") for each in years), unit="quarter")


@means
def half_of(node: Node, scene: Scene) -> Meaning:
    """Read H1: January to June."""
    first = 6 * (int(node.value("half-number")) - 1) + 1
    year = year_named(node, scene)
    years = [year] if year else [scene.said_on.year + step for step in NEAR_YEARS]
    return Meaning(tuple(months(each, first, 6, "half") for each in years))


@means
def full_year(node: Node, _scene: Scene) -> Meaning:
    """Read 2027."""
    return Meaning((months(int(node.value("full-year")), 1, DECEMBER, "year"),), unit="year")


@means
def new_year(_node: Node, scene: Scene) -> Meaning:
    """Read 'In the new year': it is January; 'after New Year' and 'by New Year' count from its first day."""
    if scene.bound in {"after", "before", "around", "less", "to", "offset"}:
        return Meaning(dates(1, 1, None, scene))
    return Meaning(tuple(months(scene.said_on.year + step, 1) for step in NEAR_YEARS), unit="month")


@means
def numbered_week(node: Node, scene: Scene) -> Meaning:
    """Read Week 49, as calendars number them after ISO 8601. Raises ValueError where there is none."""
    return Meaning(_weeks(int(node.value("digits")), scene), unit="week")


@means
def numbered_weeks(node: Node, scene: Scene) -> Meaning:
    """Read Week 49 or 50."""
    first, last = (
        _weeks(int(child.item.classes["digits"]), scene)
        for child in node.all("digits")
        if child.item
    )
    return Meaning(tuple(hull(list(pair)) for pair in zip(first, last, strict=True)), unit="week")


def _weeks(number: int, scene: Scene) -> tuple[Span, ...]:
    years = (scene.said_on.year + step for step in NEAR_YEARS)
    days = [date.fromisocalendar(year, number, _MIDWEEK) for year in years]
    return tuple(working_week(on, scene.weekend) for on in days)


@means
def week_of(node: Node, scene: Scene) -> Meaning:
    """Read the working week of a day. One that begins on a day off is the week after it."""
    named = next(node.all("time", "feast", "feast-time"))
    if named.kind == "feast":
        node = replace(node, parts=(named,), means="feast_of")
        meaning = mean(node, scene)
    else:
        meaning = mean(named, scene)
    words = [item for child in node.all("week-of", "wc") for item in child.items()]
    ends = any(item.text in {"ending", "w e"} for item in words)
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
    """Read 'During the week': this one, or the coming one on a day off; at its end, seven days are meant.

    Behind a time that is to come, it is the one with that time. 'Within the week' may be seven days as well.
    """
    meaning = in_unit(unit_named(node), scene.said_on, 0, scene)
    if scene.previous and scene.previous.span.first_on > meaning.span.last_on:
        return in_unit(unit_named(node), scene.previous.span.last_on, 0, scene)
    if unit_named(node) == "week" and meaning.span.last_on - scene.said_on <= timedelta(days=1):
        return Meaning((day(scene.said_on + timedelta(days=DAYS_A_WEEK)),))
    if meaning.span.last_on < scene.said_on:
        return in_unit(unit_named(node), scene.said_on, 1, scene)
    if unit_named(node) == "week" and node.items()[0].text in _INSIDE:
        ends = (meaning.span.last_on, scene.said_on + timedelta(days=DAYS_A_WEEK))
        return replace(meaning, options=ends)
    return meaning


@means
def that_unit(node: Node, scene: Scene) -> Meaning:
    """Read 'That week', 'later that week', 'the same day': of the time before it."""
    unit = unit_named(node)
    if scene.previous is None:
        if unit == "day":
            return Meaning((day(scene.said_on),))
        raise ValueError("which?")
    span = scene.previous.span
    if unit == "day":
        return replace(scene.previous, options=(), unit="day")
    meaning = in_unit(unit, span.last_on, 0, scene)
    if named := node.get("parts"):
        return replace(meaning, spans=(cut(meaning.span, named, scene),))
    if node.get("part"):
        last_on = max(meaning.span.last_on, span.last_on)
        return replace(meaning, spans=(Span(min(span.last_on, last_on), last_on, "part"),))
    return meaning


@means
def short_end(node: Node, scene: Scene) -> Meaning:
    """Read EOW, EOM, EONW, EOW next week."""
    if whole := node.get("whole"):
        meaning = mean(whole, scene)
        return replace(meaning, spans=(part_of(coming(meaning, scene), "end", scene.weekend),))
    named = str(node.value("short-end"))
    unit = named.removeprefix("next-")
    steps = 1 if named != unit else 0
    meaning = in_unit(unit, scene.said_on, steps, scene)
    return replace(meaning, spans=(part_of(meaning.span, "end", scene.weekend),))


@means
def midweek(_node: Node, scene: Scene) -> Meaning:
    """Read the middle of this week, or of the next where that is over."""
    for steps in (0, 1):
        week = in_unit("week", scene.said_on, steps, scene)
        middle = part_of(week.span, "middle", scene.weekend)
        if middle.last_on > scene.said_on:
            break
    return replace(week, spans=(middle,))


@means
def back_to(node: Node, scene: Scene) -> Meaning:
    """Read 'You'd start on the 4th and know before that', 'by then': the time before it once more."""
    if scene.previous is None:
        raise ValueError("by when?")
    bound = str(node.value("back-to")).removeprefix("on")
    span = scene.previous.span
    either = (span.first_on, span.last_on) if bound == "by" and span.first_on < span.last_on else ()
    return replace(
        scene.previous,
        spans=(bounded(span, bound, scene),),
        options=either or scene.previous.options,
    )


@means
def after_then(_node: Node, scene: Scene) -> Meaning:
    """Read 'And get back to you after that'."""
    if scene.previous is None:
        raise ValueError("after what?")
    return Meaning((after(scene.previous.span, scene),), counted=True)

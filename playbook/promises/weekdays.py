"""Weekdays and days near by: Friday, next Tuesday, Monday or Tuesday next week, tomorrow, the weekend."""

from dataclasses import replace
from datetime import date, timedelta

from playbook.business_days import add_business_days
from playbook.promises.bounds import BOUNDS, bounded
from playbook.promises.chart import Node, count
from playbook.promises.scene import Meaning, Scene, coming, mean, means
from playbook.promises.spans import DAYS_A_WEEK, Span, add_months, day, week_days

_A_WEEK = timedelta(days=DAYS_A_WEEK)
_MOST_WEEKS = 60


def next_weekday(after: date, weekday: int) -> date:
    """Return the first such weekday after a date."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % DAYS_A_WEEK + 1)


def _named_weekdays(node: Node) -> list[int]:
    return [int(each) for each in node.values("weekday")]


def _days_of(node: Node, first: date) -> Span:
    """Return from the weekday that is named first, on this date, to the one named last."""
    last = first
    for each in _named_weekdays(node)[1:]:
        last = next_weekday(last, each)
    return Span(first, last)


@means
def weekday(node: Node, scene: Scene) -> Meaning:
    """Read the next such day, never today; or that day of the week that was named just before."""
    which = node.values("which")
    weeks = 1 if node.get("unit=week") or node.get("after-next") or len(which) > 1 else 0
    weeks += 2 * (node.get("unit=fortnight") is not None)
    named = _named_weekdays(node)
    previous = scene.previous
    in_week = previous and previous.week and not which and not weeks and not scene.later
    if previous and in_week and not _is_past(previous.week, named[0], scene):
        return Meaning(
            (_days_of(node, inside(previous.week, named[0])),),
            week=previous.week,
            ranged=len(named) > 1,
            unit="refines",
        )
    start = scene.said_on
    from_now = node.get("unit=week") is not None or node.get("unit=fortnight") is not None
    from_now = from_now or which[:1] == ["this"]
    if previous and (scene.later or "following" in which) and not from_now:
        start = max(start, previous.span.last_on)
    if start > scene.said_on and start.weekday() == named[0] and not which:
        start -= timedelta(days=1)  # the day named before is meant again
    span = _days_of(node, next_weekday(start, named[0]))
    if which[:1] == ["last"] or node.get("'gone'") or node.get("'was'"):
        back = 2 if span.first_on - scene.said_on == _A_WEEK else 1
        return Meaning((span.moved(-DAYS_A_WEEK * back),))
    doubled = "next" in which or (node.get("after-next") and start == scene.said_on)
    ends: tuple[Span, ...] = ()
    if doubled and span.first_on in week_days(scene.said_on, scene.weekend):
        ends = (span, span.moved(DAYS_A_WEEK)) if _is_far(span, scene) and not weeks else ()
        first_on = span.first_on + (_A_WEEK if scene.bound == "before" else timedelta())
        span = replace(span, first_on=first_on, last_on=span.last_on + _A_WEEK)
    elif node.get("unit=week") and span.first_on - scene.said_on == _A_WEEK:
        ends = (span, span.moved(DAYS_A_WEEK))  # 'Wednesday week', said on a Wednesday
    return Meaning(
        (span.moved(weeks * DAYS_A_WEEK),),
        tuple(bounded(each, scene.bound, scene).last_on for each in ends if scene.bound in BOUNDS),
        ranged=len(named) > 1,
        unit="weekday",
    )


def _is_far(span: Span, scene: Scene) -> bool:
    """Return whether it isn't tomorrow: who says 'next Friday' on a Thursday means the one after."""
    return span.first_on - scene.said_on > timedelta(days=1)


def _is_past(week: tuple[date, ...], weekday_number: int, scene: Scene) -> bool:
    """Recognise 'This week, or I'll ring on Monday', said on a Tuesday: it's no Monday of this week."""
    return inside(week, weekday_number) < scene.said_on <= max(week)


def inside(week: tuple[date, ...] | list[date], weekday_number: int) -> date:
    """Return the day of a week that is this weekday."""
    return next(each for each in week if each.weekday() == weekday_number)


@means
def weekday_in(node: Node, scene: Scene) -> Meaning:
    """Read 'Monday or Tuesday next week': inside the week that is named with it."""
    week = mean(next(node.all("week-time")), scene)
    days = week.week or tuple(week_days(coming(week, scene).first_on, scene.weekend))
    return Meaning(
        (_days_of(node, inside(days, _named_weekdays(node)[0])),),
        week=days,
        ranged=len(_named_weekdays(node)) > 1,
    )


@means
def weekday_in_following(node: Node, scene: Scene) -> Meaning:
    """Read 'Friday of the week after', or of that week, counted from the time before it."""
    base = scene.previous.span.last_on if scene.previous else scene.said_on
    steps = 0 if any(child.kind == "'that'" for child in node.parts) else 1
    days = tuple(week_days(base, scene.weekend, steps))
    return Meaning((day(inside(days, _named_weekdays(node)[0])),), week=days)


@means
def nth_weekday_ahead(node: Node, scene: Scene) -> Meaning:
    """Read two Fridays from now: the second one that comes."""
    on = next_weekday(scene.said_on, _named_weekdays(node)[0])
    number = node.get("count")
    assert number is not None
    if (count(number) == 1 and not node.get("now")) or count(number) > _MOST_WEEKS:
        raise ValueError("one Monday, or one month?")
    return Meaning((day(on + _A_WEEK * (count(number) - 1)),))


@means
def near(node: Node, scene: Scene) -> Meaning:
    """Read today, tomorrow, tomorrow week."""
    days = (
        int(node.value("near"))
        + (DAYS_A_WEEK if node.get("unit=week") else 0)
        + (2 * DAYS_A_WEEK if node.get("unit=fortnight") else 0)
    )
    return Meaning((day(scene.said_on + timedelta(days=days)),))


@means
def near_named(node: Node, scene: Scene) -> Meaning:
    """Read 'Today is Wednesday', 'tomorrow, Thursday'. Raises ValueError where that isn't the day's name."""
    meaning = near(node, scene)
    if meaning.span.last_on.weekday() != int(node.value("weekday")):
        raise ValueError("another day")
    return meaning


@means
def this_time(node: Node, scene: Scene) -> Meaning:
    """Read 'this time next week', a week from today, or 'this time next month', a month."""
    if "month" in node.values("unit"):
        return Meaning((day(add_months(scene.said_on, 1)),))
    weeks = 2 if node.values("unit-after-next") else 1
    return Meaning((day(scene.said_on + weeks * _A_WEEK),))


@means
def next_day(_node: Node, scene: Scene) -> Meaning:
    """Read the day after the one just named, or after today."""
    base = scene.previous.span.last_on if scene.previous else scene.said_on
    return Meaning((day(base + timedelta(days=1)),), counted=scene.previous is not None)


@means
def next_business_day(node: Node, scene: Scene) -> Meaning:
    """Read the next working day; 'the second working day' that comes."""
    ordinal = node.get("ordinal")
    return Meaning(
        (day(add_business_days(scene.said_on, count(ordinal) if ordinal else 1, scene.calendar)),)
    )


@means
def weekend(node: Node, scene: Scene) -> Meaning:
    """Read the closed days that come next; 'next weekend' can be those or the ones a week later.

    'By the weekend' is asked about: before it, or with it?
    """
    which = node.values("which")
    start = scene.said_on
    if scene.later and scene.previous and not which:
        start = max(start, scene.previous.span.last_on)
    ahead = [start + timedelta(days=each) for each in range(2 * DAYS_A_WEEK)]
    first = next((on for on in ahead if on.weekday() in scene.weekend), scene.said_on)
    last = first
    while (last + timedelta(days=1)) in ahead and (
        last + timedelta(days=1)
    ).weekday() in scene.weekend:
        last += timedelta(days=1)
    if which[:1] == ["last"]:
        return Meaning((Span(first, last, "weekend").moved(-DAYS_A_WEEK),))
    if which[:1] in (["next"], ["following"]) or node.get("after-next"):
        last += _A_WEEK
    moved = DAYS_A_WEEK if node.get("after-next") or len(which) > 1 else 0
    plain = not which and not node.get("after-next") and scene.bound in {"by", "latest"}
    ends = (first - timedelta(days=1), last) if plain and first > scene.said_on else ()
    return Meaning((Span(first, last, "weekend").moved(moved),), ends, unit="week")

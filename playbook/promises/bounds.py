"""What 'by', 'before', 'after', 'around' and 'at the latest' make of a stretch of days."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from playbook.business_days import next_open_day
from playbook.promises.scene import Scene
from playbook.promises.spans import Span, amounts

_ONE_DAY = timedelta(days=1)
_LONG = frozenset({"month", "quarter", "half", "year"})
_ORDER = ("after", "from", "more", "denied", "less", "before", "within", "latest", "by", "around")
"""Of several small words the one that promises least wins."""
_DENIED = {
    "": "denied", "by": "denied", "latest": "denied", "around": "denied", "after": "by", "more": "by",
    "from": "from", "before": "from", "less": "from", "within": "denied",
}  # fmt: skip


def strongest(bounds: Iterable[str]) -> str:
    """Return what several small words amount to."""
    given = set(bounds)
    return next((name for name in _ORDER if name in given), "")


def denied_bound(bound: str, *, until: bool) -> str:
    """Return what a small word means under a denial: 'not by' is after, 'not until' is from, 'not more than' is by."""
    if until:
        return "after" if bound == "after" else "from"
    return _DENIED[bound]


def bounded(span: Span, bound: str, scene: Scene) -> Span:
    """Return the days that are promised when this small word stands before this stretch."""
    bounds = BOUNDS | _AMOUNT_BOUNDS if span.size == "amount" else BOUNDS
    return bounds[bound](span, scene)


def _plain(span: Span, _scene: Scene) -> Span:
    return span


def _by(span: Span, scene: Scene) -> Span:
    """Read 'by' a stretch: 'by Friday' ends on Friday, 'by December' and 'by the holidays' end as these begin."""
    if span.size in _LONG | {"holidays"}:
        return _ending(next_open_day(span.first_on, scene.calendar), scene)
    return _ending(span.last_on, scene)


def _within(span: Span, scene: Scene) -> Span:
    return _ending(span.last_on, scene)


def _before(span: Span, scene: Scene) -> Span:
    """Read 'before' a stretch: 'before Friday' ends on Thursday, 'before the end of next week' on its last day."""
    return _ending(span.last_on if span.size == "part" else span.first_on - _ONE_DAY, scene)


def after(span: Span, scene: Scene) -> Span:
    """Read 'after' a stretch: to the end of the first full working week behind it, after the holidays the second."""
    slack = amounts()["after-holidays" if span.size == "holidays" else "after"].high
    return Span(span.last_on + _ONE_DAY, scene.full_weeks_after(span.last_on, slack))


def _from(span: Span, scene: Scene) -> Span:
    """Read 'from' a stretch: to the end of the first full working week after it, of a week or month to its own end.

    So 'not before next week' is next week, as 'not this week' is.
    """
    if span.size in _LONG | {"week"}:
        return span
    slack = amounts()["after"].high
    return Span(span.first_on, scene.full_weeks_after(span.last_on, slack))


def _over(span: Span, scene: Scene) -> Span:
    """Read 'not within two weeks': from when they are over."""
    return _from(replace(span, first_on=span.last_on), scene)


def _around(span: Span, _scene: Scene) -> Span:
    if span.size != "day":
        return span
    slack = timedelta(days=amounts()["around-date"].high)
    return replace(span, first_on=span.first_on - slack, last_on=span.last_on + slack)


def _ending(on: date, scene: Scene) -> Span:
    return Span(min(scene.said_on, on), on)


BOUNDS: dict[str, Callable[[Span, Scene], Span]] = {
    "": _plain,
    "latest": _by,
    "by": _by,
    "within": _within,
    "before": _before,
    "less": _before,
    "after": after,
    "denied": after,
    "from": _from,
    "more": _from,
    "around": _around,
}
_AMOUNT_BOUNDS = {
    "before": _within,
    "less": _within,
    "after": _plain,
    "around": _plain,
    "denied": _over,
}
"""Two weeks have no day of their own: 'not for two weeks' starts counting when they are over."""

"""Days that people name instead of a date: Christmas, Easter, the bank holiday, MLK Day, Golden Week."""

from dataclasses import replace
from datetime import timedelta

from playbook.promises.chart import Node
from playbook.promises.days import NEAR_YEARS, year_named
from playbook.promises.feast_days import feasts_known, fixed_in
from playbook.promises.holidays import (
    days_called,
    next_holiday,
    other_season,
    stretches_of,
)
from playbook.promises.scene import Meaning, Scene, mean, means
from playbook.promises.spans import Span, day, each_day
from playbook.promises.weekdays import next_weekday

_BREAK = 4
"""Days between two holidays of one name that still make one stretch: Golden Week has working days inside."""
_YEAR = 400
_THURSDAY = 3


@means
def feast_of(node: Node, scene: Scene) -> Meaning:
    """Read the days of a feast. Raises ValueError where the calendar doesn't tell."""
    name, year = str(node.value("feast")), year_named(node, scene)
    spans = _spans(name, scene)
    if (month := node.value("month")) is not None:
        spans = tuple(each for each in spans if each.last_on.month == month)
    if year:
        spans = tuple(each for each in spans if each.first_on.year == year) or fixed_in(
            name, [year], scene
        )
    which = node.value("which")
    if which == "last":
        spans = tuple(each for each in spans if each.last_on < scene.said_on)[-1:]
    elif which in {"next", "coming", "this"}:
        spans = tuple(each for each in spans if each.last_on >= scene.said_on)[:1]
    if not spans:
        raise ValueError(name)
    if (weekday := node.value("weekday")) is not None:
        spans = tuple(_on_weekday(each, weekday) for each in spans)
    return Meaning(spans)


def _on_weekday(span: Span, weekday: int) -> Span:
    """Return a weekday of a feast: 'Easter Tuesday' comes after its days, 'bank holiday Monday' is one of them."""
    if any(on.weekday() == weekday for on in each_day(span)):
        return span
    return day(next_weekday(span.last_on, weekday))


def _spans(name: str, scene: Scene) -> tuple[Span, ...]:
    if name.startswith("="):
        return _near(stretches_of(days_called(scene.calendar, [name[1:]])), scene)
    if name == "long-weekend":
        return tuple(_with_weekend(each, scene) for each in next_holiday(scene, soon=True))
    if name in {"bank-holiday", "the-holiday"}:
        return next_holiday(scene, soon=name == "the-holiday")
    if name == "the-holidays" and (other := other_season(scene)) is not None:
        return other
    feast = feasts_known()[name]
    called = days_called(scene.calendar, feast.called) if feast.called else []
    if called:
        spans = stretches_of(called, _BREAK)
        if name == "golden-week":
            spans = tuple(each for each in spans if each.first_on != each.last_on)
        if near := _near(spans, scene):
            return near
    return fixed_in(name, [scene.said_on.year + step for step in NEAR_YEARS], scene)


def _near(spans: tuple[Span, ...], scene: Scene) -> tuple[Span, ...]:
    """Return the spans within about a year: one further away isn't meant."""
    return tuple(each for each in spans if -_YEAR < (each.last_on - scene.said_on).days < _YEAR)


@means
def feast_weekend(node: Node, scene: Scene) -> Meaning:
    """Read the weekend with a holiday: from its Saturday to the holiday, or from the holiday to Sunday."""
    named = node.get("feast-time")
    meaning = mean(named, scene) if named else feast_of(node, scene)
    return replace(meaning, spans=tuple(_with_weekend(each, scene) for each in meaning.spans))


def _with_weekend(span: Span, scene: Scene) -> Span:
    first, last = span.first_on, span.last_on
    for _ in range(4):
        if scene.calendar.is_weekend(first - timedelta(days=1)):
            first -= timedelta(days=1)
        if scene.calendar.is_weekend(last + timedelta(days=1)) or (
            last.weekday() == _THURSDAY and first == last
        ):
            last += timedelta(days=1)
    return Span(first, last)


@means
def feast_part(node: Node, scene: Scene) -> Meaning:
    """Read a feast, or the part of it that is said."""
    return mean(next(node.all("feast-time")), scene)

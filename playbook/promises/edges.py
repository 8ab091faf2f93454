"""The small words around a date: by, before, after, not before, around."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from playbook.business_days import Calendar, next_open_day
from playbook.promises.names import MONTH, WEEKDAY
from playbook.promises.spans import Span, amounts, working_week

_ONE_DAY = timedelta(days=1)
_LONG = frozenset({"month", "quarter", "year"})

_MEANINGS = {
    "after": r"(?<!or )after|post|once",
    "not before": r"notbefore|earliest|from|starting|as of|as from|at least|more than|or later"
    r"|or after|or more|onwards?|minimum",
    "not in": r"notin",
    "before": r"before|ahead of|prior to|(?:earlier|sooner) than",
    "through": r"within|inside|through|throughout|up to|less than|under|max(?:imum)?|tops"
    r"|at most|or sooner|or earlier|or before|or less",
    "at the latest": r"latest",
    "by": r"by|until|till?|on or before",
    "around": r"around|about|approximately|approx|roughly|circa|or so|ish|or thereabouts|give or take",
}
_FILLERS = (
    r"the|on|in|at|over|during|for|of|sometime|some time|some point|probably|hopefully|maybe|perhaps"
    r"|most likely|likely|possibly|ideally|say|is|are|be|would be|will be|was|very|another|between"
    r"|towards?|into|as early as|as late as"
)
_WORDS = "|".join([*_MEANINGS.values(), _FILLERS])
_BEFORE = rf"(?:\b(?:{_WORDS})[ ,]+){{1,6}}$"
_AFTER = (
    r"(?:,? (?:at (?:the )?)?(?:very )?(?:latest|earliest|most|tops|max(?:imum)?)\b"
    rf"(?! (?:the )?(?:\d|{MONTH}|{WEEKDAY}))"
    r"|,? (?:or (?:later|after|more|sooner|earlier|before|less|so|thereabouts)|give or take"
    r"|onwards?)\b"
    r"|,? (?:at )?(?:in the )?(?:morning|afternoon|evening|night|lunchtime|end of day)\b"
    r"| time\b|[ -]?ish\b){1,2}"
)
_OF_OTHERS = re.compile(r".*\b(?:earliest|latest), ")
_STANDS_ALONE = re.compile(r"(?:^|,|\b(?:or|and|but|then)) ?$")
_LONGEST_EDGE = 80
_EDGES = tuple(re.compile(words, re.ASCII) for words in (_BEFORE, _AFTER))
_FIND = {meaning: re.compile(rf"\b(?:{words})\b") for meaning, words in _MEANINGS.items()}


@dataclass(frozen=True, slots=True)
class Scene:
    """What a phrase is read against: the day it was said, the office's calendar, 4/12 or 12/4."""

    said_on: date
    calendar: Calendar
    month_first: bool | None

    @property
    def weekend(self) -> frozenset[int]:
        """The closed weekdays."""
        return self.calendar.weekend

    def full_weeks_after(self, on: date, weeks: int) -> date:
        """The last working day of the nth full working week that begins after a date."""
        return working_week(on, self.weekend, weeks).last_on


def edges(text: str, start: int, end: int) -> tuple[str, str]:
    """The small words just before and just after a stretch of text."""
    before, after = _EDGES
    lead = text[max(0, start - _LONGEST_EDGE) : start]
    edge = before.search(lead)
    tail = after.match(text, end)
    return _own(edge[0], lead) if edge else "", tail[0] if tail else ""


def _own(edge: str, lead: str) -> str:
    """In 'tomorrow at the earliest, Friday', the earliest is tomorrow."""
    others = _OF_OTHERS.match(edge)
    stands_alone = _STANDS_ALONE.search(lead.removesuffix(edge))
    return edge[others.end() :] if others and not stands_alone else edge


def meaning(before: str, after: str) -> str:
    """What the small words amount to; the one that promises least wins."""
    said = f"{before} {after}".replace("on or before", "by")
    return next((name for name, words in _FIND.items() if words.search(said)), "")


def bounded(span: Span, edge: str, scene: Scene) -> Span:
    """The days that are promised when these small words stand around this stretch."""
    bounds = _BOUNDS | _AMOUNT_BOUNDS if span.size == "amount" else _BOUNDS
    return bounds[edge](span, scene)


def _plain(span: Span, _scene: Scene) -> Span:
    return span


def _by(span: Span, scene: Scene) -> Span:
    """'By Friday' ends on Friday; 'by December' ends as December begins."""
    if span.size in _LONG:
        return _ending(next_open_day(span.first_on, scene.calendar), scene)
    return _ending(span.last_on, scene)


def _through(span: Span, scene: Scene) -> Span:
    return _ending(span.last_on, scene)


def _before(span: Span, scene: Scene) -> Span:
    """'Before the end of next week' still allows its last day; 'before Friday' ends on Thursday."""
    return _ending(span.last_on if span.size == "part" else span.first_on - _ONE_DAY, scene)


def _after(span: Span, scene: Scene) -> Span:
    """Until the end of the first full working week that follows; the second after the holidays."""
    slack = amounts()["after-holidays" if span.size == "holidays" else "after"].high
    return Span(span.last_on + _ONE_DAY, scene.full_weeks_after(span.last_on, slack))


def _not_before(span: Span, scene: Scene) -> Span:
    """From its first day to the end of the first full working week after it."""
    slack = amounts()["after"].high
    return Span(span.first_on, scene.full_weeks_after(span.last_on, slack))


def _around(span: Span, _scene: Scene) -> Span:
    if span.size != "day":
        return span
    slack = timedelta(days=amounts()["around-date"].high)
    return replace(span, first_on=span.first_on - slack, last_on=span.last_on + slack)


def _ending(on: date, scene: Scene) -> Span:
    return Span(min(scene.said_on, on), on)


_BOUNDS: dict[str, Callable[[Span, Scene], Span]] = {
    "": _plain,
    "at the latest": _by,
    "by": _by,
    "through": _through,
    "before": _before,
    "after": _after,
    "not in": _after,
    "not before": _not_before,
    "around": _around,
}

_AMOUNT_BOUNDS = {"before": _through, "after": _plain, "around": _plain, "not in": _not_before}
"""Two weeks have no day of their own: 'not for two weeks' starts counting when they are over."""

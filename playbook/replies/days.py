"""The days that a passage names, each read by the promise reader in its own words, and what they are for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from playbook.business_days import Calendar
from playbook.promises import Reading, read_promise
from playbook.promises.chart import parse
from playbook.promises.holidays import holiday_names
from playbook.promises.lexicon import items
from playbook.promises.senses import settle
from playbook.replies.passages import Passage

_HOURS = "one two three four five six seven eight nine ten eleven twelve".replace(" ", "|")
_CLOCK = re.compile(
    r"(?<![0-9.:/£$€])(?:[01]?[0-9]|2[0-3])"
    r"(?:[:.h][0-5][0-9](?![0-9]|[.:/][0-9])(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?|\so['’]?clock\b)"
    rf"|\b(?:half(?:\spast)?|quarter\s(?:past|to))\s(?:{_HOURS})\b|\b(?:{_HOURS})\so['’]?clock\b"
    r"|\b(?:noon|midday)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"(?<![0-9.:/])\b[0-9]{1,2}\s?(?:-|–|to|til|till|until)\s?[0-9]{1,2}(?=\s*(?:[.,;?!)]?\s|[.,;?!)]?$))(?!\s*[^\W\d_])",
    re.IGNORECASE,
)
"""'Saturday, 10-2': hours, and no days; '10 to 12 December' are days."""
_LIMITS = frozenset(
    "by before until till latest within expire expires valid deadline closes closing due".split()
)
_COUNTING = frozenset({"in", "within"})
_HOURS_LONG = frozenset("hour hours minute minutes".split())
"""'Come and do a couple of hours': how long it takes, unless it's in a couple of hours."""
_POINTING = frozenset({"following"})
"""'The following Tuesday' counts from a day that we may not have seen."""
_STARTS = frozenset(
    "start starts starting join joining begin commence commencing resume report".split()
)
"""What is due by then is no answer: it's when the job begins."""
_REACH = 5
"""So many words before a day may say that it is a limit."""
_LONGEST = 1000
_FARTHEST = timedelta(days=200)
"""A day without a year that comes to lie so far ahead was one in the past: 'our talk on 20 November'."""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """Words that name days, from one character of the passage to another; both are None where they can mean several.

    `is_limit`: something is due by then.
    """

    start: int
    end: int
    first_on: date | None
    last_on: date | None
    is_limit: bool


def days_named(
    passage: Passage,
    sent_on: date,
    calendar: Calendar,
    month_first: bool | None,  # noqa: FBT001  # it has three values
) -> Iterator[NamedDay]:
    """Yield the days to come that a passage names, in order."""
    if len(passage.text) > _LONGEST:
        return
    text = _CLOCK.sub(_as_stop, _FROM_TO.sub(_as_stop, passage.text))
    row = settle(items(text, holiday_names(calendar)))
    for node in parse(row):
        first = node.start
        while first and row[first - 1].stands_for("bound") and row[first - 1].text in _COUNTING:
            first -= 1
        if node.kind != "time" and (node.kind != "ahead" or first == node.start):
            continue
        if first == node.start and row[node.end - 1].text in _HOURS_LONG:
            continue
        start, end = row[first].start, row[node.end - 1].end
        read = read_promise(text[start:end], sent_on, calendar, month_first)
        if read.last_on and read.last_on - sent_on > _FARTHEST:
            continue
        if read.reading in {Reading.DATED, Reading.AMBIGUOUS}:
            before = " ".join(each.text for each in row[max(node.start - _REACH, 0) : node.end])
            words = set(before.split())
            is_limit = "later than" in before or not words.isdisjoint(_LIMITS)
            is_limit = is_limit or "latest" in "".join(
                each.text for each in row[node.end : node.end + 1]
            )
            is_open = not words.isdisjoint(_POINTING)
            yield NamedDay(
                start,
                end,
                None if is_open else read.first_on,
                None if is_open else read.last_on,
                is_limit and words.isdisjoint(_STARTS),
            )


def _as_stop(clock: re.Match[str]) -> str:
    """Return a mark in the place of a time of day, which is no part of the day beside it."""
    return ";" + " " * (len(clock[0]) - 1)


def clock_in(text: str) -> str:
    """Return the time of day that a text names, in its own words; "" where it names none or several."""
    clocks = dict.fromkeys(each[0].strip() for each in _CLOCK.finditer(text))
    return next(iter(clocks)) if len(clocks) == 1 else ""

"""What they said about when: 'by the end of next week' becomes an interval of dates.

The reading is the same every time, and honest: where words name no date, or could be two, it says so.
Several times in one sentence are read together, from the earliest to the latest, because the later
end counts: writing too early is the worse mistake. What loose words count for is in vocabulary.toml.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from playbook.business_days import Calendar, NoOpenDayError
from playbook.promises.dates import NoSuchDayError
from playbook.promises.edges import Scene
from playbook.promises.reading import Reading
from playbook.promises.sentence import times
from playbook.promises.spans import Span, hull
from playbook.promises.undated import undated
from playbook.promises.wording import LONGEST, plain

__all__ = ["Promise", "Reading", "read_promise"]

LAST_YEAR = 9998


@dataclass(frozen=True, slots=True)
class Promise:
    """Their words, and what we read in them: days from `first_on` to `last_on`, both included."""

    words: str
    reading: Reading
    first_on: date | None = None
    last_on: date | None = None
    options: tuple[date, ...] = ()


def read_promise(
    words: str,
    said_on: date,
    calendar: Calendar,
    month_first: bool | None = None,  # noqa: FBT001  # it has three values
) -> Promise:
    """What these words promise, said on this day about an office with this calendar.

    Never raises: what can't be read is UNCLEAR, and a date that doesn't exist NO_SUCH_DAY.
    """
    try:
        promise = _read(words, Scene(said_on, calendar, month_first))
    except NoSuchDayError:
        return Promise(words, Reading.NO_SUCH_DAY)
    except (ValueError, OverflowError, NoOpenDayError):
        return Promise(words, Reading.UNCLEAR)
    if promise.last_on and promise.last_on.year > LAST_YEAR:
        return Promise(words, Reading.UNCLEAR)
    return promise


def _read(words: str, scene: Scene) -> Promise:
    if not words.strip():
        return Promise(words, Reading.OPEN)
    text = plain(words) if len(words) <= LONGEST else "?"
    spans: list[Span] = []
    limits: dict[str, Span] = {}
    for found, span, edge in times(text, scene):
        if found.options:
            return Promise(words, Reading.AMBIGUOUS, options=found.options)
        if found.refines and spans and spans[-1].size == "week":
            spans.pop()
        spans.append(span)
        limits[edge] = span
    if not spans:
        return Promise(words, undated(text))
    coming = [span for span in spans if span.last_on >= scene.said_on]
    whole = _within(limits, hull(coming or spans))
    if not coming:
        return Promise(words, Reading.PAST, whole.first_on, whole.last_on)
    return Promise(words, Reading.DATED, max(whole.first_on, scene.said_on), whole.last_on)


def _within(limits: Mapping[str, Span], whole: Span) -> Span:
    """The days from the earliest that they named as such to the latest."""
    latest, earliest = limits.get("at the latest", whole), limits.get("not before", whole)
    if latest is whole or latest.last_on < max(earliest.first_on, whole.first_on):
        return whole
    return Span(max(earliest.first_on, whole.first_on), latest.last_on)

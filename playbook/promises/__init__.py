"""What they said about when: 'by the end of next week' becomes an interval of dates.

Words → items (lexicon.py) → times (chart.py with grammar.toml) → what stands around each (clauses.py)
→ what the times before it make of it (antecedents.py, relations.py) → one stretch of days (outcome.py), or a question
(doubts.py). The reading is the same every time, and honest: every
word that looks like time is used, belongs to something else, or is asked about. The later end counts,
because writing too early is the worse mistake. What loose words count for is in vocabulary.toml.
"""

from dataclasses import dataclass
from datetime import date

from playbook.business_days import Calendar, NoOpenDayError
from playbook.promises import counted, days, feasts, parts, stretches, weekdays  # noqa: F401  # they enter what rules mean
from playbook.promises.outcome import combine
from playbook.promises.reader import read_sentence
from playbook.promises.reading import Reading, undated
from playbook.promises.roles import NAMED_ASIDE, TRAILING
from playbook.promises.scene import NoSuchDayError, Scene
from playbook.promises.times import ASIDE, Sentence

__all__ = ["Aside", "Promise", "Reading", "read_promise"]

LAST_YEAR = 9998
LONGEST = 1000
"""Characters. What somebody said about when fits on a line or two; a longer text isn't read."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that name a time which isn't their answer, and what it belongs to: see `[role]` in words.toml."""

    words: str
    role: str


@dataclass(frozen=True, slots=True)
class Promise:
    """Their words, and what we read in them: days from `first_on` to `last_on`, both included.

    `options` are the days to ask about, `unread` the words of time that the reading couldn't use, `asides` those
    that belong to something else. `read_from` is where the words stand that the reading comes from: from, to.
    """

    words: str
    reading: Reading
    first_on: date | None = None
    last_on: date | None = None
    options: tuple[date, ...] = ()
    unread: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()
    read_from: tuple[tuple[int, int], ...] = ()


def read_promise(
    words: str,
    said_on: date,
    calendar: Calendar,
    month_first: bool | None = None,  # noqa: FBT001  # it has three values
) -> Promise:
    """Return what these words promise, said on this day about an office with this calendar.

    Never raises: what can't be read is UNCLEAR, and a date that doesn't exist NO_SUCH_DAY.
    """
    if not words.strip():
        return Promise(words, Reading.OPEN)
    if len(words) > LONGEST:
        return Promise(words, Reading.UNCLEAR)
    try:
        return _read(words, Scene(said_on, calendar, month_first))
    except NoSuchDayError:
        return Promise(words, Reading.NO_SUCH_DAY)
    except (ValueError, OverflowError, NoOpenDayError):
        return Promise(words, Reading.UNCLEAR)


def _read(words: str, scene: Scene) -> Promise:
    sentence = read_sentence(words, scene)
    outcome = combine(sentence, scene)
    places = sorted({(item.start, item.end) for item in sentence.unread})
    unread = tuple(words[start:end] for start, end in places)
    span = outcome.span
    latest = max([*outcome.options, *([span.last_on] if span else [])], default=scene.said_on)
    if latest.year > LAST_YEAR and latest != scene.said_on:
        return Promise(words, Reading.UNCLEAR)
    read_from = _read_from(sentence)
    if outcome.options:
        return Promise(
            words, Reading.AMBIGUOUS, options=outcome.options, unread=unread, read_from=read_from
        )
    if span is None:
        return Promise(words, _undated(sentence), unread=unread)
    if span.last_on < scene.said_on:
        return Promise(words, Reading.PAST, span.first_on, span.last_on)
    first_on = max(span.first_on, scene.said_on)
    asides = _asides(words, sentence)
    return Promise(words, Reading.DATED, first_on, span.last_on, asides=asides, read_from=read_from)


def _asides(words: str, sentence: Sentence) -> tuple[Aside, ...]:
    """Return the times that belong to a start, a contract, a meeting or an absence."""
    places = (
        (
            sentence.row[time.mention.node.start].start,
            sentence.row[time.mention.node.end - 1].end,
            time.mention.role,
        )
        for time in sentence.times
        if time.mention.role in NAMED_ASIDE
    )
    return tuple(Aside(words[start:end], role) for start, end, role in places)


def _read_from(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Return where the times of an answer stand, each with its small words."""
    row = sentence.row
    places = []
    for time in sentence.times:
        if time.mention.role in ASIDE:
            continue
        start, end = time.mention.node.start, time.mention.node.end
        while start and row[start - 1].stands_for("bound"):
            start -= 1
        while end < len(row) and row[end].stands_for("bound") and row[end].text in TRAILING:
            end += 1
        places.append((row[start].start, row[end - 1].end))
    return tuple(sorted(places))


def _undated(sentence: Sentence) -> Reading:
    if sentence.unread:
        return Reading.UNCLEAR
    return Reading.OPEN if sentence.times else undated(sentence.row)

"""From the times of a sentence to one stretch of days, or to the days between which only the reader can choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from playbook.promises.around import unknown
from playbook.promises.bounds import after, bounded
from playbook.promises.case import Case, only_opens, outside
from playbook.promises.doubts import questions
from playbook.promises.roles import ABSENCE, ANSWER, EVENTS, GIVEN_UP
from playbook.promises.scene import Scene
from playbook.promises.spans import Span, hull
from playbook.promises.times import Sentence, Time

_MOST_OPTIONS = 3
"""Days to choose from; more are those of the time named last."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a text comes to: a stretch, or the days to ask about; neither where it names no time for an answer."""

    span: Span | None = None
    options: tuple[date, ...] = ()


def combine(sentence: Sentence, scene: Scene) -> Outcome:
    """Return one stretch from all times of an answer, or a question."""
    owed = [time for time in sentence.times if time.mention.role in {ANSWER, GIVEN_UP}]
    answers = _standing(owed, scene)
    if not answers:
        return _from_events(sentence, scene)
    chosen = [time for time in answers if not time.mention.denied] or answers
    if options := _given_up(sentence, owed, chosen, scene) or _options(chosen):
        return Outcome(options=options)
    span = _joined(chosen, scene)
    return Outcome(span, questions(Case(sentence, chosen, answers, span, scene)))


def _given_up(
    sentence: Sentence, owed: Sequence[Time], chosen: Sequence[Time], scene: Scene
) -> tuple[date, ...]:
    """Return the days to ask about where what was given up may still stand."""
    dropped = [time for time in owed if time.mention.role == GIVEN_UP]
    if not dropped:
        return ()
    if all(time in dropped for time in chosen):
        lapsed = any(item.stands_for("lapsed") for item in sentence.row)
        events = [time for time in sentence.times if time.mention.role in EVENTS]
        ends = {time.promised.last_on for time in [*chosen, *events]}
        ahead = {on for on in ends if on >= scene.said_on}
        if lapsed:
            return (max(time.promised.last_on for time in chosen),)
        return (min(ahead), max(ahead)) if events and len(ahead) > 1 else ()
    hoped = all(time.mention.hoped for time in chosen)
    ends = {time.promised.last_on for time in [*chosen, *dropped]}
    return (min(ends), max(ends)) if hoped else ()


def _standing(answers: list[Time], scene: Scene) -> list[Time]:
    """Leave out what doesn't count beside others: what is given up ('we said the 20th, but'), 'impressed today'."""
    explained = any(time.mention.answers for time in answers)
    standing = [
        time
        for time in answers
        if not (time.mention.role == GIVEN_UP or time.mention.reason or _is_chat(time, scene))
        and not (explained and _is_of_something_else(time))
    ]
    return standing or answers


def _is_of_something_else(time: Time) -> bool:
    """Recognise 'The vetting takes six weeks', where another time is called their answer."""
    return time.mention.other_subject and time.meaning.unit == "amount"


def _is_chat(time: Time, scene: Scene) -> bool:
    is_today = time.named.first_on == time.named.last_on == scene.said_on and not time.mention.bound
    return is_today and time.mention.guessed > 0


def _options(times: Sequence[Time]) -> tuple[date, ...]:
    options = sorted({on for time in times for on in time.meaning.options})
    last = next((time.meaning.options for time in reversed(times) if time.meaning.options), ())
    return tuple(options if len(options) <= _MOST_OPTIONS else last)


def _joined(times: list[Time], scene: Scene) -> Span:
    """Return from the earliest to the latest of what is still to come: the later end counts."""
    coming = [time for time in times if time.promised.last_on >= scene.said_on] or times
    firm = [time for time in coming if not only_opens(time, coming)]
    span = hull([time.promised for time in firm])
    opens = max(
        (time.promised.first_on for time in coming if time not in firm), default=span.first_on
    )
    if opens > span.last_on:
        return hull([time.promised for time in coming])
    return Span(max(opens, span.first_on), span.last_on, span.size)


def _answers_before(sentence: Sentence, event: Time) -> bool:
    """Recognise 'We break up on the 21st and you'll hear before we do'."""
    return any(
        item.stands_for("bound", "before") for item in sentence.row[event.mention.node.end :]
    )


def _from_events(sentence: Sentence, scene: Scene) -> Outcome:
    """Read an absence or an event without an answer: they answer after it, if at all."""
    times = [time for time in sentence.times if time.mention.role in EVENTS]
    ahead = [time for time in times if time.named.last_on >= scene.said_on]
    if not ahead or (options := _options(ahead)):
        return Outcome(options=options if ahead else ())
    last = max(ahead, key=lambda time: time.named.last_on)
    span = bounded(last.named, "from", scene) if last.mention.returns else after(last.named, scene)
    if _answers_before(sentence, last):
        return Outcome(options=(last.named.first_on - timedelta(days=1), span.last_on))
    waits = any(item.stands_for("role", ANSWER) for item in sentence.row)
    if last.mention.role == ABSENCE and waits:
        doubtful = sentence.unread or unknown(outside(sentence, sentence.times))
        return Outcome(span, (span.last_on,) if doubtful else ())
    return Outcome(span, (last.named.last_on, span.last_on))

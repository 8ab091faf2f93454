"""From the times of a sentence to one stretch of days, or to the days between which only the reader can choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from playbook.promises.bounds import after, bounded
from playbook.promises.clauses import ABSENCE, ANSWER, EVENTS, GIVEN_UP
from playbook.promises.reader import Sentence, Time
from playbook.promises.scene import Scene
from playbook.promises.spans import Span, hull

FAR_APART = 45
"""Days between two times of one answer beyond which we ask which of them is meant."""
_OPENING = frozenset({"from", "after", "more"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a text comes to: a stretch, or the days to ask about; neither where it names no time for an answer."""

    span: Span | None = None
    options: tuple[date, ...] = ()


def combine(sentence: Sentence, scene: Scene) -> Outcome:
    """One stretch from all times of an answer, or a question."""
    said = [time for time in sentence.times if time.mention.role in {ANSWER, GIVEN_UP}]
    answers = _standing(said, scene)
    if not answers:
        return _from_events(sentence, scene)
    lapsed = all(time.mention.role == GIVEN_UP for time in answers) and any(
        item.stands_for("lapsed") for item in sentence.row
    )
    if lapsed:
        return Outcome(options=(max(time.promised.last_on for time in answers),))
    chosen = [time for time in answers if not time.mention.denied] or answers
    if options := _options(chosen):
        return Outcome(options=options)
    span = _joined(chosen, scene)
    return Outcome(span, _questions(sentence, chosen, answers, span, scene))


def _standing(answers: list[Time], scene: Scene) -> list[Time]:
    """Those that stand beside others: not what is given up ('we said the 20th, but'), nor 'impressed today'."""
    kept = [time for time in answers if time.mention.role != GIVEN_UP and not _is_chat(time, scene)]
    return kept or answers


def _is_chat(time: Time, scene: Scene) -> bool:
    is_today = time.named.first_on == time.named.last_on == scene.said_on and not time.mention.bound
    return is_today and time.mention.guessed > 0


def _options(times: Sequence[Time]) -> tuple[date, ...]:
    return tuple(sorted({on for time in times for on in time.meaning.options}))


def _joined(times: list[Time], scene: Scene) -> Span:
    """From the earliest to the latest of what is still to come: the later end counts."""
    coming = [time for time in times if time.promised.last_on >= scene.said_on] or times
    firm = [time for time in coming if not _only_opens(time, coming)]
    span = hull([time.promised for time in firm])
    opens = max(
        (time.promised.first_on for time in coming if time not in firm), default=span.first_on
    )
    if opens > span.last_on:
        return hull([time.promised for time in coming])
    return Span(max(opens, span.first_on), span.last_on, span.size)


def _only_opens(time: Time, times: Sequence[Time]) -> bool:
    """Whether a time only says when it can begin, because another says when it ends."""
    if time.mention.bound not in _OPENING or all(each.mention.bound in _OPENING for each in times):
        return False
    return time.mention.bound != "after" or not any(each.mention.link == "or" for each in times)


def _from_events(sentence: Sentence, scene: Scene) -> Outcome:
    """They speak of an absence or an event only: they answer after it, if at all."""
    times = [time for time in sentence.times if time.mention.role in EVENTS]
    ahead = [time for time in times if time.named.last_on >= scene.said_on]
    if not ahead or (options := _options(ahead)):
        return Outcome(options=options if ahead else ())
    last = max(ahead, key=lambda time: time.named.last_on)
    span = bounded(last.named, "from", scene) if last.mention.returns else after(last.named, scene)
    waits = any(item.stands_for("role", ANSWER) for item in sentence.row)
    if last.mention.role == ABSENCE and waits:
        return Outcome(span, (span.last_on,) if sentence.unread else ())
    return Outcome(span, (last.named.last_on, span.last_on))


def _questions(
    sentence: Sentence, chosen: Sequence[Time], answers: Sequence[Time], span: Span, scene: Scene
) -> tuple[date, ...]:
    """The days to ask about, where reading on would be a guess: the reasons in order of weight."""
    if sentence.unread:
        return (span.last_on,)
    coming = [time for time in chosen if time.promised.last_on >= scene.said_on]
    ends = sorted({time.promised.last_on for time in coming if not _only_opens(time, coming)})
    if ends and (ends[-1] - ends[0]).days > FAR_APART:
        return (ends[0], ends[-1])
    for time in coming:
        if time.meaning.ranged and (time.named.last_on - time.named.first_on).days > FAR_APART:
            return (time.named.first_on, time.named.last_on)
    if coming and (all(time.far_year for time in coming) or _drops_one(chosen, coming)):
        return (span.last_on,)
    for before, time in pairwise(coming):
        apart = (
            before.named.last_on < time.named.first_on or time.named.last_on < before.named.first_on
        )
        back = time.mention.link == "so" and time.promised.last_on < before.promised.last_on
        if back or (time.mention.beside and apart):
            return tuple(sorted({before.promised.last_on, time.promised.last_on}))
    if len(ends) > 1 and (_is_doubtful(coming) or _is_inside(coming)):
        return (ends[0], ends[-1])
    if _goes_on(sentence, coming):
        return (ends[-1] if ends else span.last_on, after(span, scene).last_on)
    if _is_unexplained(sentence, coming):
        return (span.last_on,)
    late = [
        time.promised.last_on
        for time in coming
        if time.promised.first_on > max(ends, default=date.max)
    ]
    if late:
        return tuple(sorted({*ends[-1:], max(late)}))
    return _contradictions(chosen, answers, span)


def _is_doubtful(times: Sequence[Time]) -> bool:
    """Whether a time that no word explains stands beside another one."""
    enough = 1 if any(time.mention.answers for time in times) else 2
    return any(time.mention.guessed >= enough and time.mention.link != "or" for time in times)


def _goes_on(sentence: Sentence, times: Sequence[Time]) -> bool:
    """'We've a strategy day tomorrow and then I'll be in touch': the answer comes later, and no time says when."""
    if any(time.mention.answers or not time.mention.guessed for time in times):
        return False
    end = max((time.mention.node.end for time in times), default=0)
    rest = sentence.row[end:]
    then = next((at for at, item in enumerate(rest) if item.text.split()[-1] == "then"), None)
    return then is not None and any(
        item.stands_for("role", ANSWER) or item.stands_for("open") for item in rest[then:]
    )


def _is_unexplained(sentence: Sentence, times: Sequence[Time]) -> bool:
    """Whether a range of days stands among words that we don't know: 'book a trip from Monday to Friday'."""
    explained = any(
        item.stands_for("role", ANSWER) or item.stands_for("open") for item in sentence.row
    )
    return not explained and any(
        time.mention.guessed > 1
        and (time.meaning.ranged and time.named.size == "day" or time.mention.bound == "from")
        for time in times
    )


def _is_inside(times: Sequence[Time]) -> bool:
    """Whether a day is named and the longer time that holds it: 'by the 2nd, November that is'."""
    return any(
        one.named.size == "day"
        and two.named.size in {"month", "quarter", "year"}
        and two.named.first_on <= one.named.first_on <= one.named.last_on <= two.named.last_on
        for one in times
        for two in times
    )


def _drops_one(chosen: Sequence[Time], coming: Sequence[Time]) -> bool:
    """Whether one of their times was over when they said it, and so can't be meant as it is read."""
    return len(coming) < len(chosen)


def _contradictions(
    chosen: Sequence[Time], answers: Sequence[Time], span: Span
) -> tuple[date, ...]:
    """'Not before Wednesday, hopefully Tuesday': what is said lies before what is denied."""
    denied = [time for time in answers if time not in chosen and not time.mention.contrast]
    if not denied or span.last_on >= max(time.promised.first_on for time in denied):
        return ()
    return tuple(sorted({span.last_on, max(time.promised.last_on for time in denied)}))

"""From the times of a sentence to one stretch of days, or to a question.

Each word that looks like time is used by the reading, or belongs to something else, or is asked about.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from playbook.promises.bounds import after, bounded
from playbook.promises.chart import Node, parse
from playbook.promises.clauses import (
    ABSENCE,
    ANSWER,
    CLOSING,
    GIVEN_UP,
    HISTORY,
    LENGTH,
    MEETING,
    START,
    Mention,
    mentions,
)
from playbook.promises.counted import counted_from
from playbook.promises.feasts import holiday_names
from playbook.promises.figures import settle
from playbook.promises.lexicon import Item, items
from playbook.promises.scene import NO_SUCH_DAY, Meaning, NoSuchDayError, Scene, mean, means
from playbook.promises.spans import Span, amounts, day, hull

FAR_APART = 45
"""Days between two times of one answer beyond which we ask which of them is meant."""
_ASIDE = frozenset({START, LENGTH, HISTORY, "person"})
_EVENTS = frozenset({MEETING, CLOSING, ABSENCE})
_NOW_EVENTS = frozenset(
    {"interview", "call", "meeting", "a call", "chat", "today", "interviews", "conversation"}
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time that was read: as it is named, and as it is promised with its small words."""

    mention: Mention
    named: Span
    promised: Span
    meaning: Meaning
    far_year: bool = False


@dataclass(slots=True)
class Sentence:
    """All that was read in a text: its items, its times, and the items that nothing uses."""

    row: list[Item]
    times: list[Time] = field(default_factory=list)
    unread: list[Item] = field(default_factory=list)


def read_sentence(words: str, scene: Scene) -> Sentence:
    """The times of a text. Raises NoSuchDayError where the date that is meant doesn't exist."""
    row = settle(
        items(words, holiday_names(scene.calendar)),
        month_first=scene.month_first,
        said_on=scene.said_on,
    )
    row = [item for item in row if item.text != "\n"]
    nodes = _with_bare_numbers(row, parse(row))
    sentence = Sentence(row)
    found = mentions(row, nodes)
    at = 0
    while at < len(found):
        at += _read_one(found, at, sentence, scene)
    covered = {index for node in nodes for index in range(node.start, node.end)}
    loose = [index for index in range(len(row)) if index not in covered]
    sentence.unread += [row[at] for at in loose if _is_open(row, at) or _touches(row, at, covered)]
    return sentence


_TOUCHING = frozenset({"nth", "some", "part", "half", "which", "number"})


def _touches(row: Sequence[Item], at: int, covered: set[int]) -> bool:
    """Whether a word that belongs to a time stands right beside one and isn't used in it."""
    item = row[at]
    if (
        _TOUCHING.isdisjoint(item.classes)
        or item.text in {"a", "an", "one", "another", "some"}
        or item.stands_for("role")
        or item.stands_for("thing")
    ):
        return False
    return at + 1 in covered or (at - 1 in covered and not item.stands_for("number"))


def _with_bare_numbers(row: Sequence[Item], nodes: list[Node]) -> list[Node]:
    """'A week, maybe two': a number with nothing to count takes the unit of the amount before it."""
    covered = {index for node in nodes for index in range(node.start, node.end)}
    bare = [
        Node("again", at, at + 1, (Node("number", at, at + 1, item=item),), "amount_again")
        for at, item in enumerate(row)
        if at not in covered and item.stands_for("number") and item.text not in {"a", "an", "one", "another"}
        and not (at + 1 < len(row) and not row[at + 1].classes and row[at + 1].text.isalpha())
    ]  # fmt: skip
    return sorted([*nodes, *bare], key=lambda node: node.start)


def _is_open(row: Sequence[Item], index: int) -> bool:
    """Whether an item looks like time and needs an explanation."""
    item = row[index]
    if item.weight < 1:
        led = index > 0 and row[index - 1].stands_for(
            "bound", "by", "before", "after", "within", "less", "more"
        )
        return item.stands_for("unit") and led and not item.stands_for("unit", "hour")
    return not item.stands_for("wc") and not (
        item.stands_for("feast") and item.text in {"holiday", "the holiday"}
    )


@means
def amount_again(node: Node, scene: Scene) -> Meaning:
    """As many of the unit that was counted in just before."""
    from playbook.promises.counted import _from

    if scene.previous is None or scene.previous.amount is None:
        raise ValueError("nothing to count")
    number = int(node.value("number"))
    amount = (number, number, scene.previous.amount[2])
    return Meaning(
        (_from(scene.anchor or scene.said_on, amount, scene),), amount=amount, unit="amount"
    )


def _read_one(found: list[Mention], at: int, sentence: Sentence, scene: Scene) -> int:
    """Read one time, or an offset with the time that it is counted from. Gives how many were read."""
    mention = found[at]
    taken = 1
    here = _scene(mention, sentence, scene)
    if mention.node.kind == "again" and mention.node.means == "again" and mention.plain_after:
        return 1
    try:
        if mention.node.kind == "offset":
            meaning, taken = _offset(found, at, sentence, here)
        else:
            meaning = mean(mention.node, here)
        time = _time(mention, meaning, here)
    except NoSuchDayError:
        if mention.role in _ASIDE:
            return taken
        raise
    except ValueError:
        if mention.role not in _ASIDE:
            sentence.unread += [
                item
                for item in sentence.row[mention.node.start : mention.node.end]
                if item.weight >= 0.3
            ]
        return 1
    if (
        time.meaning.unit == "refines"
        and sentence.times
        and sentence.times[-1].named.size == "week"
        and sentence.times[-1].mention.role == mention.role
    ):
        earlier = sentence.times.pop()
        time = replace(
            time, mention=replace(time.mention, bound=time.mention.bound or earlier.mention.bound)
        )
        time = _time(time.mention, meaning, here)
    sentence.times.append(time)
    return taken


def _scene(mention: Mention, sentence: Sentence, scene: Scene) -> Scene:
    """What the times before it make of a time: a weekday comes after them, an amount may count from them."""
    before = [time for time in sentence.times if time.mention.role not in _ASIDE]
    if not before:
        return replace(scene, bound=mention.bound)
    last = before[-1]
    previous = replace(last.meaning, spans=(last.named,))
    linked = mention.link in {"or", "and", "but", "then"} or last.mention.role != mention.role
    if linked or mention.link == "stop":
        previous = replace(previous, week=())
    is_day = last.named.size == "day" or (
        linked and last.named.size == "week" and last.mention.role != mention.role
    )
    later = not mention.hoped and is_day and not (previous.week and mention.link != "stop")
    later = later and not (last.meaning.unit == "refines" and not linked)
    later = later and not (
        last.mention.role == GIVEN_UP
        and not any(word.kind == "weekday" for word in mention.node.words())
    )
    anchor = None
    if (
        last.mention.role in _EVENTS
        and mention.role == ANSWER
        and last.named.last_on >= scene.said_on
    ):
        anchor = last.named.last_on
    return replace(scene, previous=previous, later=later, anchor=anchor, bound=mention.bound)


def _offset(found: list[Mention], at: int, sentence: Sentence, scene: Scene) -> tuple[Meaning, int]:
    """An offset with words between it and its time: 'within a week of the board meeting on 10 December'."""
    node = found[at].node
    if at + 1 < len(found) and not _parts_from(sentence.row, node.end, found[at + 1].node.start):
        meaning = mean(found[at + 1].node, replace(scene, bound="offset"))
        spans = tuple(counted_from(node, each, scene) for each in meaning.spans)
        return replace(meaning, spans=spans, unit="", amount=None, counted=True), 2
    following = sentence.row[node.end : node.end + 4]
    event = any(item.text in _NOW_EVENTS for item in following)
    if scene.previous and not event:
        return Meaning((counted_from(node, scene.previous.span, scene),), counted=True), 1
    if not event and node.get("amount") and following:
        sentence.unread.append(sentence.row[node.end - 1])
    return _from_now(node, scene), 1


def _from_now(node: Node, scene: Scene) -> Meaning:
    if amount := node.get("amount"):
        return mean(Node("ahead", node.start, node.end, (amount,), "ahead"), scene)
    return Meaning((counted_from(node, day(scene.said_on), scene),))


def _parts_from(row: Sequence[Item], start: int, end: int) -> bool:
    """Whether what lies between two times parts them; ', which is' and a bracket don't."""
    between = row[start:end]
    for index, item in enumerate(between):
        if item.stands_for("stop") or (item.stands_for("break") and item.text != "which"):
            return True
        if item.stands_for("comma"):
            rest = between[index + 1 :]
            if rest and not (
                rest[0].text in {"which", "which is"}
                or all(each.stands_for("filler") for each in rest)
            ):
                return True
    return False


def _time(mention: Mention, meaning: Meaning, scene: Scene) -> Time:
    """The stretch that is meant, as named and as promised: the next one, or one that is just past.

    Raises NoSuchDayError where the date that is meant doesn't exist.
    """
    bound = mention.bound if mention.bound != "to" else ""
    if meaning.ranged and bound == "from":
        bound = ""
    if mention.node.means == "amount_again" and bound in {"within", "by", "latest"}:
        bound = ""
    if meaning.amount and meaning.counted and bound == "after":
        bound = ""
    pairs = [(named, bounded(named, bound, scene)) for named in meaning.spans]
    past = [pair for pair in pairs if pair[1].last_on < scene.said_on]
    coming = [pair for pair in pairs if pair[1].last_on >= scene.said_on]
    since = (scene.said_on - past[-1][1].last_on).days if past else 0
    slip = (
        past
        and since <= amounts()["just-past"].high
        and not (mention.bound in {"by", "before"} and past[-1][0].last_on >= scene.said_on)
    )
    chosen = past[-1] if (slip or not coming) else coming[0]
    if scene.later and scene.previous and coming and not slip:
        chosen = next(
            (pair for pair in coming if pair[0].last_on >= scene.previous.span.first_on), coming[0]
        )
    if chosen[0].size == NO_SUCH_DAY:
        raise NoSuchDayError(NO_SUCH_DAY)
    far = bool(
        past and coming and not slip and 0 < since < (chosen[1].first_on - scene.said_on).days
    )
    return Time(mention, chosen[0], chosen[1], meaning, far)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a text comes to: the stretch, the days to ask about, or neither where it names no time."""

    span: Span | None = None
    options: tuple[date, ...] = ()
    asides: tuple[Time, ...] = ()


def combine(sentence: Sentence, scene: Scene) -> Outcome:
    """One stretch from all times of an answer, or the days between which only the reader can choose."""
    times = sentence.times
    answers = [time for time in times if time.mention.role in {ANSWER, GIVEN_UP}]
    answers = _without_given_up(answers)
    affirmed = [time for time in answers if not time.mention.denied]
    asides = tuple(time for time in times if time not in answers)
    if not answers:
        return _from_events(sentence, scene, asides)
    chosen = affirmed or answers
    options = [on for time in chosen for on in time.meaning.options]
    if options:
        return Outcome(options=tuple(sorted(set(options))), asides=asides)
    span = _joined(chosen, scene)
    return Outcome(span, _questions(sentence, chosen, answers, span, scene), asides)


def _without_given_up(answers: list[Time]) -> list[Time]:
    """'We said the 20th, but it's going to be the 27th': the first is given up."""
    kept = [time for time in answers if time.mention.role != GIVEN_UP]
    return kept or answers


def _joined(times: list[Time], scene: Scene) -> Span:
    coming = [time for time in times if time.promised.last_on >= scene.said_on] or times
    firm = [time for time in coming if not _only_opens(time, coming)]
    span = hull([time.promised for time in firm or coming])
    opens = [time.promised.first_on for time in coming if time not in firm]
    if firm and opens:
        first = max(opens)
        if first > span.last_on:
            return hull([time.promised for time in coming])
        span = Span(max(first, span.first_on), span.last_on, span.size)
    return span


def _only_opens(time: Time, others: list[Time]) -> bool:
    """Whether a time only says when it can begin, because another says when it ends."""
    if len(others) < 2 or time.mention.bound not in {"from", "after", "more"}:
        return False
    rest = [other for other in others if other is not time]
    if not any(other.mention.bound not in {"from", "after", "more"} for other in rest):
        return False
    return not any(other.mention.link == "or" for other in others) or time.mention.bound != "after"


def _from_events(sentence: Sentence, scene: Scene, asides: tuple[Time, ...]) -> Outcome:
    """They speak of an absence or an event only: the answer comes after it, when we can't say."""
    times = [time for time in asides if time.mention.role in _EVENTS]
    ahead = [time for time in times if time.named.last_on >= scene.said_on]
    if not ahead:
        return Outcome(asides=asides)
    last = max(ahead, key=lambda time: time.named.last_on)
    options = [on for time in ahead for on in time.meaning.options]
    if options:
        return Outcome(options=tuple(sorted(set(options))), asides=asides)
    span = after(last.named, scene)
    waits = any(item.stands_for("role", ANSWER) for item in sentence.row)
    if last.mention.role == ABSENCE and waits:
        if last.mention.back:
            span = bounded(last.named, "from", scene)
        return Outcome(hull([span, span]), _leftover(sentence, span), asides)
    return Outcome(span, (last.named.last_on, span.last_on), asides)


def _leftover(sentence: Sentence, span: Span) -> tuple[date, ...]:
    return (span.last_on,) if sentence.unread else ()


def _questions(
    sentence: Sentence, chosen: list[Time], answers: list[Time], span: Span, scene: Scene
) -> tuple[date, ...]:
    if sentence.unread:
        return (span.last_on,)
    coming = [time for time in chosen if time.promised.last_on >= scene.said_on]
    ends = sorted({time.promised.last_on for time in coming if not _only_opens(time, coming)})
    if len(ends) > 1 and (ends[-1] - ends[0]).days > FAR_APART:
        return (ends[0], ends[-1])
    for time in coming:
        if (
            time.meaning.ranged
            and time.meaning.amount is None
            and (time.named.last_on - time.named.first_on).days > FAR_APART
        ):
            return (time.named.first_on, time.named.last_on)
    if coming and all(time.far_year for time in coming):
        return (span.last_on,)
    denials = [time for time in answers if time.mention.denied and time not in chosen]
    if denials and span.last_on < max(time.promised.first_on for time in denials):
        return tuple(sorted({span.last_on, max(time.promised.last_on for time in denials)}))
    return ()

"""The times of a sentence, in order: each in the light of the words around it and of the times before it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from playbook.promises.around import unknown
from playbook.promises.bounds import bounded
from playbook.promises.chart import Node, parse
from playbook.promises.clauses import Mention, mentions
from playbook.promises.counted import counted_from
from playbook.promises.holidays import holiday_names
from playbook.promises.leftovers import goes_on, unused, with_bare_numbers
from playbook.promises.lexicon import WEAK, Item, items
from playbook.promises.roles import (
    ANSWER,
    EVENTS,
    GIVEN_UP,
    HISTORY,
    LENGTH,
    MEETING,
    PERSON,
    RECURRING,
    START,
)
from playbook.promises.scene import NO_SUCH_DAY, Meaning, NoSuchDayError, Scene, mean
from playbook.promises.senses import settle
from playbook.promises.spans import DAYS_A_WEEK, Span, amounts, day

ASIDE = frozenset({START, LENGTH, HISTORY, PERSON, RECURRING})
"""What a time can belong to that has nothing to do with when they answer."""
NOW = frozenset("interview interviews call meeting chat conversation".split()) | {"your interview"}
"""'Two weeks after the interview' counts from the day it was said."""
_OPENS = frozenset({"from", "after"})
"""'I won't know until Monday, so I'll ring you Tuesday' leaves no doubt."""
_SEQUENCE = frozenset({"or", "then"})
"""What says that a time comes after the one before it."""
_JOINS = frozenset({"or", "and", "but", "then"})
_A_YEAR_OFF = timedelta(days=180)
"""A date that would be so much later than the time before it isn't pushed into the next year."""
_BARE = frozenset({"part_of_whole", "unit_end", "short_end", "this_unit", "rest_of"})
"""'Before the end of the month': of this month, or of the one that was spoken of?"""
POINTS = frozenset({"back_to", "after_then", "offset", "unit_later", "later", "that_unit", "again"})
"""What counts from, or repeats, the time before it."""
_REFERS = frozenset({"back_to", "after_then"})
"""What speaks of the time before it, whatever that belongs to."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time that was read: as it is named, and as it is promised with its small words.

    `far_year`: it names no year, and the one that is past is nearer, or is what it's after.
    """

    mention: Mention
    named: Span
    promised: Span
    meaning: Meaning
    far_year: bool = False


@dataclass(slots=True)
class Sentence:
    """All that was read in a text: its items, its times, and the words of time that nothing uses."""

    row: list[Item]
    times: list[Time] = field(default_factory=list)
    unread: list[Item] = field(default_factory=list)


def read_sentence(words: str, scene: Scene) -> Sentence:
    """Return the times of a text. Raises NoSuchDayError where the date that is meant doesn't exist."""
    row = settle(items(words, holiday_names(scene.calendar)), scene.said_on)
    nodes = with_bare_numbers(row, [node for node in parse(row) if not goes_on(row, node)])
    sentence = Sentence(row)
    named = mentions(row, [node for node in nodes if node.kind != "rate"])
    at = 0
    while at < len(named):
        at += _read(named, at, sentence, scene)
    small = [item for mention in named for item in mention.small]
    sentence.unread += unused(row, nodes, small)
    return sentence


def _read(named: list[Mention], at: int, sentence: Sentence, scene: Scene) -> int:
    """Read one time, or an offset with the time that it is counted from. Gives how many were read."""
    mention = _moved(named[at])
    here = _scene(mention, sentence, scene)
    taken = 1
    try:
        if mention.node.kind == "offset":
            meaning, taken = _offset(named, at, sentence, here)
        else:
            meaning = _in_doubt(mention, mean(mention.node, here), sentence, here)
        if taken == 1 and _points_past(mention, sentence, scene):
            sentence.unread.append(sentence.row[mention.node.end - 1])
        _keep(_time(mention, meaning, here), sentence, here)
    except NoSuchDayError:
        if mention.role not in ASIDE:
            raise
    except ValueError:
        spoken_of = len(named) > 1 and mention.node.value("back-to") == "by"
        if mention.role not in ASIDE and not spoken_of:
            words = sentence.row[mention.node.start : mention.node.end]
            sentence.unread += [item for item in words if item.weight >= WEAK]
    return taken


def _points_past(mention: Mention, sentence: Sentence, scene: Scene) -> bool:
    """Recognise 'The training is next week, decision the week after': it would have to point past a time."""
    if not sentence.times or mention.role in ASIDE or mention.node.means not in POINTS:
        return False
    last = sentence.times[-1]
    passed = last.mention.role in {START, LENGTH, HISTORY}
    return passed and last.named.last_on >= scene.said_on


def _in_doubt(mention: Mention, meaning: Meaning, sentence: Sentence, scene: Scene) -> Meaning:
    """Read 'The second round is on 10 December, we'll tell you by Friday': this Friday, or the one after it?"""
    event = scene.previous.span if scene.previous and scene.anchor else day(scene.said_on)
    if meaning.unit == "amount" and scene.anchor and mention.link == "but":
        early = mean(mention.node, replace(scene, anchor=None))
        return replace(meaning, options=(early.span.last_on, meaning.span.last_on))
    if meaning.unit == "amount" and _may_count_from_it(mention, sentence, scene):
        counted = mean(mention.node, replace(scene, anchor=sentence.times[-1].named.last_on))
        return replace(meaning, options=(meaning.span.last_on, counted.span.last_on))
    near = event.size == "day" and (event.first_on - scene.said_on).days <= DAYS_A_WEEK
    if mention.node.means in _BARE and scene.previous and not mention.node.get("whole"):
        alone = mean(mention.node, replace(scene, previous=None, later=False))
        ends = {alone.span.last_on, meaning.span.last_on}
        return replace(meaning, options=tuple(sorted(ends))) if len(ends) > 1 else meaning
    if meaning.unit != "weekday" or mention.node.kind == "again" or not scene.later:
        return meaning
    if sentence.times[-1].mention.bound in _OPENS:
        return meaning
    between = sentence.row[sentence.times[-1].mention.node.end : mention.node.start]
    conditional = any(item.stands_for("if") for item in between)
    reason = conditional or mention.link == "so" or sentence.times[-1].mention.denied
    own = (
        mention.answers
        and mention.link not in _SEQUENCE
        and sentence.times[-1].mention.role != MEETING
    )
    if near and not (reason or own):
        return meaning
    early = mean(mention.node, replace(scene, previous=None, later=False))
    if early.span.last_on == meaning.span.last_on:
        return meaning
    return replace(meaning, options=(early.span.last_on, meaning.span.last_on))


def _may_count_from_it(mention: Mention, sentence: Sentence, scene: Scene) -> bool:
    """Recognise 'Your medical is on the 15th and results come after 3 days': it may count from the day before it."""
    if not sentence.times or scene.anchor or mention.link not in {"and", "then", "stop"}:
        return False
    last = sentence.times[-1]
    return (
        last.mention.role not in ASIDE
        and last.named.first_on > scene.said_on
        and last.named.size == "day"
    )


def _moved(mention: Mention) -> Mention:
    """Read 'Pushed back from Friday to Monday': it is Monday."""
    if mention.moved and mention.node.means == "from_to":
        return replace(mention, node=list(mention.node.all("time"))[-1])
    return mention


def _keep(time: Time, sentence: Sentence, scene: Scene) -> None:
    """Add a time. A weekday of the week just named takes its place: 'next week, on Thursday'.

    So does what counts from the time before it: 'you start on the 4th and know before that'.
    """
    last = sentence.times[-1] if sentence.times else None
    if last and last.mention.role == ANSWER and _counts_from(time, last):
        sentence.times.pop()
    elif last and _says_again(time, last):
        sentence.times.pop()  # 'before we break for Christmas, that is by the 17th'
    sizes = {"week", "part"} if time.mention.bound == "latest" else {"week"}
    refines = time.meaning.unit == "refines" and last and last.named.size in sizes
    if refines and last and last.mention.role == time.mention.role and not time.mention.denied:
        sentence.times.pop()
        bound = time.mention.bound or last.mention.bound
        time = _time(replace(time.mention, bound=bound), time.meaning, scene)
    sentence.times.append(time)


def _says_again(time: Time, last: Time) -> bool:
    is_day = time.named.size == "day" and time.mention.link == "that is"
    return is_day and last.mention.role == time.mention.role


def _counts_from(time: Time, last: Time) -> bool:
    """Return whether a time stands for the one before it, or for an amount after it."""
    if time.mention.node.means == "back_to":
        return bool(time.mention.node.value("back-to") == "before")
    follows = time.mention.link in {"", "comma"} and time.named.first_on >= last.named.first_on
    return last.mention.node.means == "after_then" and (time.meaning.counted or follows)


def _scene(mention: Mention, sentence: Sentence, scene: Scene) -> Scene:
    """Return what the times before it make of a time: a weekday comes after them, an amount may count from them."""
    aside = {RECURRING} if mention.node.means in _REFERS else ASIDE - {RECURRING}
    before = [time for time in sentence.times if time.mention.role not in aside]
    if not before:
        return replace(scene, bound=mention.bound)
    last = before[-1]
    other = last.mention.role != mention.role
    joined = mention.link in _JOINS or other
    week = () if joined or mention.link == "stop" else last.meaning.week
    counts = (
        last.mention.role in EVENTS
        and mention.role in {ANSWER, GIVEN_UP}
        and last.named.last_on >= scene.said_on
    )
    return replace(
        scene,
        previous=replace(last.meaning, spans=(last.named,), week=week),
        later=_comes_after(mention, last, joined=joined, other=other),
        anchor=last.named.last_on if counts else _then(last, mention),
        bound=mention.bound,
    )


def _then(last: Time, mention: Mention) -> date | None:
    """Return the day to count from, as in 'after that we decide in two days' or 'after Monday we need a week'."""
    beside = mention.link in {"", "comma"}
    if last.mention.node.means == "after_then" and beside:
        return last.named.first_on - timedelta(days=1)
    opens = beside and last.mention.bound in {"after", "from"} and not mention.bound
    is_day = last.named.size == "day" and last.mention.role == mention.role == ANSWER
    return last.named.last_on if is_day and (opens or mention.link == "then") else None


def _comes_after(mention: Mention, last: Time, *, joined: bool, other: bool) -> bool:
    """Return whether a weekday is the one after the time before it: 'by Friday, Tuesday at the latest'."""
    names_weekday = any(word.kind == "weekday" for word in mention.node.words())
    if mention.hoped or (last.mention.role == GIVEN_UP and not names_weekday):
        return False
    if last.mention.node.means.startswith("feast") and not joined:
        return False
    if last.meaning.week and not joined and mention.link != "stop":
        return False
    return last.named.size == "day" or (last.named.size == "week" and other)


def _offset(named: list[Mention], at: int, sentence: Sentence, scene: Scene) -> tuple[Meaning, int]:
    """Return an offset with words between it and its time: 'within a week of the board meeting on 10 December'."""
    node = named[at].node
    after = named[at + 1].node if at + 1 < len(named) else node
    if after.kind == "time" and not _parted(sentence.row[node.end : after.start]):
        meaning = mean(after, replace(scene, bound="offset"))
        spans = tuple(counted_from(node, each, scene) for each in meaning.spans)
        return replace(meaning, spans=spans, unit="", amount=None, counted=True), 2
    following = _clause_from(sentence.row, node.end)
    weekday = node.get("weekday")
    if weekday and node.value("beside") == "before" and following and not scene.previous:
        inner = Node("weekday-time", weekday.start, weekday.end, (weekday,), "weekday")
        return mean(inner, scene), 1
    from_now = node.value("beside") == "before" or any(item.text in NOW for item in following)
    if scene.previous and not from_now:
        return Meaning((counted_from(node, scene.previous.span, scene),), counted=True), 1
    amount = node.get("amount")
    around = [*sentence.row[: node.start], *following]
    if amount is None and unknown(around) and not scene.previous and not from_now:
        sentence.unread.append(sentence.row[node.end - 1])
    if amount is None:
        return Meaning((counted_from(node, day(scene.said_on), scene),)), 1
    if following and not from_now:
        sentence.unread.append(sentence.row[node.end - 1])
    return mean(Node("ahead", node.start, node.end, (amount,), "ahead"), scene), 1


def _clause_from(row: Sequence[Item], start: int) -> Sequence[Item]:
    ends = (
        at for at in range(start, len(row)) if {"stop", "comma", "break"} & row[at].classes.keys()
    )
    return row[start : next(ends, len(row))]


def _parted(between: Sequence[Item]) -> bool:
    """Return whether what lies between two times parts them; ', which is' and a bracket don't."""
    for at, item in enumerate(between):
        if item.stands_for("stop") or (item.stands_for("break") and item.text != "which"):
            return True
        rest = between[at + 1 :]
        opens = bool(rest) and (
            rest[0].text in {"which", "which is"} or all(each.stands_for("filler") for each in rest)
        )
        if item.stands_for("comma") and rest and not opens:
            return True
    return False


def _time(mention: Mention, meaning: Meaning, scene: Scene) -> Time:
    """Return the stretch that is meant, as named and as promised: the next one, or one that is just past.

    Raises NoSuchDayError where the date that is meant doesn't exist.
    """
    bound = _own_bound(mention, meaning)
    pairs = [(named, bounded(named, bound, scene)) for named in meaning.spans]
    past = [pair for pair in pairs if pair[1].last_on < scene.said_on]
    coming = [pair for pair in pairs if pair[1].last_on >= scene.said_on]
    since = (scene.said_on - past[-1][1].last_on).days if past else 0
    slip = bool(past) and since <= amounts()["just-past"].high
    if slip or not coming:
        chosen = past[-1]
    else:
        after = scene.previous.span.first_on if scene.later and scene.previous else scene.said_on
        until = after + _A_YEAR_OFF
        chosen = next((pair for pair in coming if after <= pair[0].last_on < until), coming[0])
    if chosen[0].size == NO_SUCH_DAY:
        raise NoSuchDayError(NO_SUCH_DAY)
    far = bool(past) and not slip and since < (chosen[0].first_on - scene.said_on).days
    over = chosen[0].last_on < scene.said_on <= chosen[1].last_on
    return Time(mention, chosen[0], chosen[1], meaning, far or over)


def _own_bound(mention: Mention, meaning: Meaning) -> str:
    """Return the small word that still has something to say: 'from' a range that says itself from when, it hasn't."""
    if meaning.ranged and mention.bound == "from":
        return ""
    if mention.node.means == "amount_again" and mention.bound in {"within", "by", "latest"}:
        return ""
    return "" if meaning.amount and meaning.counted and mention.bound == "after" else mention.bound

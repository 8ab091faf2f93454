"""What the times before a time make of it: which it comes after, counts from or points to."""

from dataclasses import replace
from datetime import date, timedelta

from playbook.promises.amounts import moved
from playbook.promises.clauses import Mention
from playbook.promises.relations import Pair, follows
from playbook.promises.roles import (
    ANSWER,
    EVENTS,
    GIVEN_UP,
    HISTORY,
    LENGTH,
    PERSON,
    RECURRING,
    START,
)
from playbook.promises.scene import Meaning, Scene, mean
from playbook.promises.times import ASIDE, Sentence, Time

_LIMITS = frozenset({"by", "before", "within"})
"""What ends no later than the time that it stands at."""
_JOINS = frozenset({"or", "and", "but", "then"})
_BARE = frozenset({"part_of_whole", "unit_end", "short_end", "this_unit", "rest_of"})
"""'Before the end of the month': of this month, or of the one that was spoken of?"""
POINTS = frozenset({"back_to", "after_then", "offset", "unit_later", "later", "that_unit", "again"})
"""What counts from, or repeats, the time before it."""
_REFERS = frozenset({"back_to", "after_then"})
"""What speaks of the time before it, whatever that belongs to."""

_POINTERS = frozenset({"that", "then", "it"})


def scene_of(mention: Mention, sentence: Sentence, scene: Scene) -> Scene:
    """Return what the times before it make of a time: a weekday comes after them, an amount may count from them."""
    aside = {RECURRING} if _refers(mention, sentence) else ASIDE - {RECURRING}
    if "following" in mention.node.values("which"):
        aside = {HISTORY, PERSON, LENGTH}  # 'term starts on Monday, so by the following Friday'
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
        anchor=last.named.last_on if counts else _then(last, mention, scene),
        bound=mention.bound,
    )


def _refers(mention: Mention, sentence: Sentence) -> bool:
    """Return whether a time speaks of the one before it, whatever that belongs to: 'before that', 'a day from then'."""
    last_word = sentence.row[mention.node.end - 1].text.split()[-1]
    return mention.node.means in _REFERS or last_word in _POINTERS


def _then(last: Time, mention: Mention, scene: Scene) -> date | None:
    """Return the day to count from, as in 'after that we decide in two days' or 'after Monday we need a week'."""
    beside = mention.link in {"", "comma"}
    if last.mention.node.means == "after_then" and beside:
        return last.named.first_on - timedelta(days=1)
    opens = beside and last.mention.bound in {"after", "from"} and mention.bound in {"", "around"}
    is_day = last.named.size == "day" and last.mention.role == mention.role == ANSWER
    if is_day and (opens or mention.link == "then"):
        return last.named.last_on
    if mention.link != "then" or not last.meaning.amount or last.mention.role != ANSWER:
        return None
    return moved(scene.said_on, *last.meaning.amount[1:], scene)  # '3 or 4 days, then a week'


def _comes_after(mention: Mention, last: Time, *, joined: bool, other: bool) -> bool:
    """Return whether a weekday is the one after the time before it: 'by Friday, Tuesday at the latest'."""
    names_weekday = any(word.kind == "weekday" for word in mention.node.words())
    limited = last.mention.bound == "before" or (last.mention.bound == "by" and not names_weekday)
    if limited and mention.link == "so":
        return False  # 'before Christmas, so by the 22nd'
    if mention.hoped or (last.mention.role == GIVEN_UP and not names_weekday):
        return False
    if last.mention.node.means.startswith("feast") and not (joined or mention.link == "so"):
        return False
    if last.meaning.week and not joined and mention.link != "stop":
        return False
    return last.named.size == "day" or (last.named.size == "week" and other)


def with_doubt(mention: Mention, meaning: Meaning, sentence: Sentence, scene: Scene) -> Meaning:
    """Read 'The second round is on 10 December, we'll tell you by Friday': this Friday, or the one after it?"""
    if meaning.unit == "amount" and scene.anchor and mention.link == "but":
        early = mean(mention.node, replace(scene, anchor=None))
        return replace(meaning, options=(early.span.last_on, meaning.span.last_on))
    if meaning.unit == "amount" and _may_count_from_it(mention, sentence, scene):
        counted = mean(mention.node, replace(scene, anchor=sentence.times[-1].named.last_on))
        return replace(meaning, options=(meaning.span.last_on, counted.span.last_on))
    named = mention.node.get("whole") or mention.node.get("week-later")
    if mention.node.means in _BARE and scene.previous and not named:
        alone = mean(mention.node, replace(scene, previous=None, later=False))
        ends = {alone.span.last_on, meaning.span.last_on}
        return replace(meaning, options=tuple(sorted(ends))) if len(ends) > 1 else meaning
    if meaning.unit != "weekday" or mention.node.means in POINTS or not scene.later:
        return meaning
    early = mean(mention.node, replace(scene, previous=None, later=False))
    sure = follows(_pair(mention, meaning, sentence, scene))
    same = early.span.last_on == meaning.span.last_on
    if same or (sure and not _may_lie_before(mention, early, sentence)):
        return meaning
    return replace(meaning, options=(early.span.last_on, meaning.span.last_on))


def _pair(mention: Mention, meaning: Meaning, sentence: Sentence, scene: Scene) -> Pair:
    last, row = sentence.times[-1], sentence.row
    between = row[last.mention.node.end : mention.node.start]
    return Pair(last, mention, meaning, between, row[mention.node.start], scene)


def _may_lie_before(mention: Mention, early: Meaning, sentence: Sentence) -> bool:
    """Recognise 'By the 25th, probably Wednesday': which Wednesday until then, or the one after it?"""
    last = sentence.times[-1]
    limited = last.mention.bound in _LIMITS or last.mention.node.value("back-to") == "before"
    loose = mention.link in {"", "comma", "and"} and mention.bound in {"", "by"}
    loose = loose and not mention.node.values("which")  # 'the following Friday'
    return limited and loose and early.span.last_on <= last.promised.last_on


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


def points_past(mention: Mention, sentence: Sentence, scene: Scene) -> bool:
    """Recognise 'The training is next week, decision the week after': it would have to point past a time."""
    if not sentence.times or mention.role in ASIDE or mention.node.means not in POINTS:
        return False
    last = sentence.times[-1]
    refers = _refers(mention, sentence) and last.mention.role != HISTORY
    passed = last.mention.role in {START, LENGTH, HISTORY} and last.named.last_on >= scene.said_on
    return (passed and not refers) or len(last.meaning.options) > 1

"""The times of a sentence, in order: each in the light of the words around it and of the times before it."""

from collections.abc import Sequence
from dataclasses import replace

from playbook.promises.antecedents import points_past, scene_of, with_doubt
from playbook.promises.around import SUBJECTS, unknown
from playbook.promises.chart import Node, parse
from playbook.promises.clauses import Mention, mentions
from playbook.promises.counted import counted_from
from playbook.promises.holidays import holiday_names
from playbook.promises.leftovers import goes_on, unused, with_bare_numbers
from playbook.promises.lexicon import WEAK, Item, items
from playbook.promises.roles import ANSWER, GIVEN_UP
from playbook.promises.scene import Meaning, NoSuchDayError, Scene, mean
from playbook.promises.senses import settle
from playbook.promises.spans import day
from playbook.promises.times import ASIDE, Sentence, Time, time_meant

NOW = frozenset("interview interviews call meeting chat conversation".split()) | {"your interview"}
"""'Two weeks after the interview' counts from the day it was said."""
_ALONE = {"weekday": "weekday", "unit": "unit_of"}
"""What an offset means where a clause follows it, and no time: 'it'll be Monday before you hear'."""


def read_sentence(words: str, scene: Scene) -> Sentence:
    """Return the times of a text. Raises NoSuchDayError where the date that is meant doesn't exist."""
    row = settle(items(words, holiday_names(scene.calendar)))
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
    here = scene_of(mention, sentence, scene)
    taken = 1
    try:
        if mention.node.kind == "offset":
            meaning, taken = _offset(named, at, sentence, here)
        else:
            meaning = with_doubt(mention, mean(mention.node, here), sentence, here)
        if taken == 1 and points_past(mention, sentence, scene):
            sentence.unread.append(sentence.row[mention.node.end - 1])
        _keep(time_meant(mention, meaning, here), sentence, here)
    except NoSuchDayError:
        if mention.role not in ASIDE:
            raise
    except ValueError:
        spoken_of = len(named) > 1 and mention.node.value("back-to") == "by"
        if mention.role not in ASIDE and not spoken_of:
            words = sentence.row[mention.node.start : mention.node.end]
            sentence.unread += [item for item in words if item.weight >= WEAK]
    return taken


def _moved(mention: Mention) -> Mention:
    """Read 'Pushed back from Friday to Monday': it is Monday."""
    words = list(mention.node.words())
    if not mention.moved or all(word.kind != "thru" for word in words):
        return mention
    last = words[-1]
    node = Node("time", last.start, last.end, (last,), "weekday")
    if mention.node.means == "from_to":
        node = list(mention.node.all("time"))[-1]
    elif last.kind != "weekday":
        return mention
    return replace(mention, node=node, role=ANSWER if mention.role == GIVEN_UP else mention.role)


def _keep(time: Time, sentence: Sentence, scene: Scene) -> None:
    """Add a time. A weekday of the week just named takes its place: 'next week, on Thursday'.

    So does what counts from the time before it: 'you start on the 4th and know before that'.
    """
    last = sentence.times[-1] if sentence.times else None
    if last and _may_be_sooner(time, last, sentence):
        return
    if last and last.mention.role == ANSWER and _counts_from(time, last):
        sentence.times.pop()
    elif last and _says_again(time, last, sentence):
        sentence.times.pop()  # 'after the carnival, that is on 29 February'
        if not time.mention.bound and last.mention.bound in {"after", "before"}:
            mention = replace(time.mention, bound=last.mention.bound)
            time = time_meant(mention, time.meaning, scene)
    sizes = {"week", "part"} if time.mention.bound == "latest" else {"week"}
    refines = time.meaning.unit == "refines" and last and last.named.size in sizes
    if refines and last and last.mention.role == time.mention.role and not time.mention.denied:
        sentence.times.pop()
        bound = time.mention.bound or last.mention.bound
        time = time_meant(replace(time.mention, bound=bound), time.meaning, scene)
    sentence.times.append(time)


def _may_be_sooner(time: Time, last: Time, sentence: Sentence) -> bool:
    """Recognise 'A call on the 13th; if I know before that I'll ring': nothing is promised before it."""
    between = sentence.row[last.mention.node.end : time.mention.node.start]
    sooner = time.mention.node.value("back-to") == "before"
    return sooner and any(item.stands_for("if") for item in between)


def _says_again(time: Time, last: Time, sentence: Sentence) -> bool:
    between = sentence.row[last.mention.node.end : time.mention.node.start]
    other = any(item.stands_for("or") for item in between)
    inside = last.named.first_on <= time.named.first_on <= last.named.last_on
    dated = time.meaning.unit not in {"weekday", "refines"}
    stretch = last.meaning.unit == "amount" or (dated and last.named.size in {"part", "month"})
    listed = time.mention.link in {"comma", "so"} and stretch and inside and not other
    again = time.mention.link == "that is" or listed  # 'in a week, Monday the 19th'
    is_day = time.named.size == "day" and not (time.mention.denied or time.mention.reason)
    return again and is_day and last.mention.role == time.mention.role


def _counts_from(time: Time, last: Time) -> bool:
    """Return whether a time stands for the one before it, or for an amount after it."""
    if time.mention.node.means == "back_to":
        return bool(time.mention.node.value("back-to") == "before")
    follows = time.mention.link in {"", "comma"} and time.named.first_on >= last.named.first_on
    return last.mention.node.means == "after_then" and (time.meaning.counted or follows)


def _offset(
    mentioned: list[Mention], at: int, sentence: Sentence, scene: Scene
) -> tuple[Meaning, int]:
    """Return an offset with words between it and its time: 'within a week of the board meeting on 10 December'."""
    node = mentioned[at].node
    after = mentioned[at + 1].node if at + 1 < len(mentioned) else node
    if after.kind == "time" and not _parted(sentence.row[node.end : after.start]):
        meaning = mean(after, replace(scene, bound="offset"))
        spans = tuple(counted_from(node, each, scene) for each in meaning.spans)
        return replace(meaning, spans=spans, unit="", amount=None, counted=True), 2
    following = _clause_from(sentence.row, node.end)
    named = node.get("weekday") or (node.get("unit") if node.get("which") else None)
    before = node.value("beside") == "before"
    opens = before and bool(following) and following[0].text in SUBJECTS
    own = (before or node.get("which")) and not scene.previous
    if named and following and (own or opens):
        parts, means = tuple(node.all("which", named.kind)), _ALONE[named.kind]
        inner = Node(named.kind, node.start, named.end, parts, means)
        mention = replace(mentioned[at], node=inner)
        return with_doubt(mention, mean(inner, scene), sentence, scene), 1
    from_now = node.value("beside") == "before" or any(item.text in NOW for item in following)
    if scene.previous and not from_now:
        return Meaning((counted_from(node, scene.previous.span, scene),), counted=True), 1
    amount = node.get("amount")
    around = [*sentence.row[: node.start], *following]
    vague = unknown(around) or node.value("unit") == "day"
    if amount is None and vague and not scene.previous and not from_now:
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
        joins = item.stands_for("stop") or item.stands_for("and")
        if joins or (item.stands_for("break") and item.text != "which"):
            return True
        rest = between[at + 1 :]
        opens = item.text == "(" or (bool(rest) and rest[0].text in {"which", "which is"})
        if item.stands_for("comma") and rest and not opens:
            return True
    return False

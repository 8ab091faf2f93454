"""Whether a time is their answer at all: nothing says so, and a meeting, an absence or a start is spoken of."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from playbook.promises.around import unknown
from playbook.promises.bounds import after
from playbook.promises.case import CONCLUDES, Case, concludes, outside
from playbook.promises.lexicon import Item
from playbook.promises.reader import NOW
from playbook.promises.roles import EVENTS, GIVEN_UP, START, answers, named_role
from playbook.promises.times import Time

_LONG = frozenset({"month", "quarter", "year"})
_BESIDES = EVENTS | {START}
"""What a time may be for instead of their answer, where none is called one."""
_PERSONS = frozenset("i we you he she they".split())
_IRREGULAR = frozenset("did went paid bought sold".split())
_WAITS = frozenset({"as soon as", "once", "when"})
_HAS_UNTIL = frozenset({"have until", "got until", "got till"})
_REPLIES = frozenset({"reply", "respond", "accept", "sign"})
_LIMITS = frozenset({"by", "latest", "less", "within"})
_SEVERAL = 2
_TURNS = frozenset({"or", "but", "so", "then"})
_PARTS = frozenset({"comma", "stop", "break", "and"})
_PRESENT = frozenset({"need", "proceed", "succeed"})


def leaves_words_unread(case: Case) -> Sequence[date]:
    """Ask where a word of time belongs to nothing that we read."""
    unread = case.sentence.unread
    if case.settled:
        begins, clause = _conclusion_begins(case), _clause_begins(case)
        unread = [item for item in unread if item.end > begins or not item.classes]
        unread = [item for item in unread if item.end > clause or not _only_counts(item)]
    doubtful = bool(unread)
    return [case.span.last_on] if doubtful else []


def _only_counts(item: Item) -> bool:
    """Recognise 'Two seen today, two tomorrow, and she'll ring on Wednesday': how many, and no time."""
    return item.classes.keys() == {"number"} and item.text.isalpha()


def _clause_begins(case: Case) -> int:
    """Return where the clause of the time named last begins."""
    row = case.sentence.row[: case.firm[-1].mention.node.start]
    return max((item.end for item in row if not _PARTS.isdisjoint(item.classes)), default=0)


def _conclusion_begins(case: Case) -> int:
    """Return where the clause or sentence of the time named last begins, if what is before it says why: 'so Friday'."""
    row = case.sentence.row[: case.firm[-1].mention.node.start]
    ends = [item.end for item in row if item.stands_for("stop") or item.text in CONCLUDES]
    return max(ends, default=0)


def starts_counting_at_an_event(case: Case) -> Sequence[date]:
    """Ask where an amount stands beside an event without a day: 'approval first, then it's seven days'."""
    amounts = [time for time in case.coming if time.meaning.unit == "amount"]
    waits = any(_waits_for_an_event(time, case) for time in amounts if not time.meaning.counted)
    return [case.span.last_on] if waits else []


def _waits_for_an_event(time: Time, case: Case) -> bool:
    row, end = case.sentence.row, time.mention.node.end
    opens = end < len(row) and row[end].text in {"after", "following"}
    if time.mention.link == "then" or opens:
        return True  # 'the audits first, then a week'; 'two days, more or less, after the board on Monday'
    used = [item for each in case.sentence.times for item in each.mention.small]
    words = outside(case.sentence, [time])
    if any(item.stands_for("starts") and not any(item is each for each in used) for item in words):
        return True
    begins = case.sentence.row[time.mention.node.start].start
    before = [item for item in words if item.end <= begins and item.text not in NOW]
    return not time.mention.answers and any(named_role(item) in EVENTS for item in before)


def stands_beside_an_event(case: Case) -> Sequence[date]:
    """Ask where nothing says what a time is for, and an absence, a meeting or a start is spoken of beside it."""
    if case.explained or any(concludes(time) for time in case.coming):
        return []
    beside = (t.mention for t in case.sentence.times if not (t.mention.denied or t.mention.reason))
    others = {mention.role for mention in beside}
    spoken_of = any(named_role(item) in _BESIDES for item in case.words)
    guessed = unknown(case.words) and any(time.mention.guessed for time in case.coming)
    says_why = all(time.mention.reason for time in case.coming)
    doubtful = says_why or not _BESIDES.isdisjoint(others) or (guessed and spoken_of)
    return [case.span.last_on] if case.coming and doubtful else []


def speaks_of_something_else(case: Case) -> Sequence[date]:
    """Ask about 'I submitted you on the 12th', 'the clearance is six weeks': a verb or subject that we don't know."""
    past = any(one.text in _PERSONS and _is_past(two) for one, two in pairwise(case.words))
    other = any(time.mention.other_subject for time in case.coming)
    row = case.sentence.row
    waits = row[0].text in _WAITS and any(_interjects(row, time) for time in case.coming)
    corrected = case.sentence.times[0].mention.role == GIVEN_UP
    doubtful = (past or other or waits) and not (case.explained or case.settled or corrected)
    return [case.span.last_on] if doubtful else []


def leaves_time_to_decide(case: Case) -> Sequence[date]:
    """Ask about 'The offer would come on Friday and you'd have until Wednesday': how long somebody has is no answer."""
    between = (
        case.sentence.row[before.mention.node.end : time.mention.node.start]
        for before, time in pairwise(case.coming)
    )
    words = [item for items in between for item in items]
    theirs = any(item.text in _PERSONS - {"i", "you"} for item in words)
    lasts = any(item.text in _HAS_UNTIL for item in words)
    lasts = lasts or (not theirs and any(_is_for_reader(item) for item in words))
    return [case.ends[0], case.ends[-1]] if lasts and len(case.ends) > 1 else []


def _is_for_reader(item: Item) -> bool:
    """Recognise 'I ping them on Friday', 'offer by the 19th, reply by the 26th': it's for the reader to do."""
    return item.text in _REPLIES or (item.stands_for("chases") and not named_role(item))


def speaks_of_somebody_else(case: Case) -> Sequence[date]:
    """Ask about 'There's an offer out to someone else and they have until Thursday': theirs may be another day."""
    beside = any(item.stands_for("rival") for item in case.words)
    concludes = any(time.mention.link in CONCLUDES for time in case.coming)
    return [case.span.last_on] if beside and not concludes else []


def _is_past(item: Item) -> bool:
    regular = item.text.endswith("ed") and not item.classes and item.text not in _PRESENT
    return regular or item.text in _IRREGULAR


def _interjects(row: Sequence[Item], time: Time) -> bool:
    """Recognise 'As soon as the director comes back, the 5 or the 6, we decide'."""
    return time.mention.node.start > 0 and row[time.mention.node.start - 1].stands_for("comma")


def joins_what_nothing_explains(case: Case) -> Sequence[date]:
    """Ask where a time that no word explains stands beside another one, or a day beside the month that holds it."""
    enough = 1 if answers(case.sentence.row) else 2
    guessed = any(t.mention.guessed >= enough and t.mention.link != "or" for t in case.coming)
    guessed = guessed and not (case.settled or case.turns)
    guessed = guessed and any(time.mention.link != "or" for time in case.coming[1:])
    several = len(case.ends) > 1 and (guessed or _is_inside(case.coming))
    return [case.ends[0], case.ends[-1]] if several else []


def ends_uncalled(case: Case) -> Sequence[date]:
    """Ask about 'You'll know by Monday who goes through, the panel's in May': no word calls the end an answer."""
    if len(case.ends) < _SEVERAL:
        return []
    *before, last = case.firm
    mention, promised = last.mention, last.promised
    if mention.answers or concludes(before[-1]):
        return []
    between = case.sentence.row[before[-1].mention.node.end : mention.node.start]
    if any(item.stands_for("or") for item in between):
        return []
    if mention.bound in _LIMITS or mention.link in _TURNS:
        return []
    called = [time.promised.last_on for time in before if time.mention.answers]
    return [max(called), promised.last_on] if called and promised.last_on > max(called) else []


def _is_inside(times: Sequence[Time]) -> bool:
    """Return whether a day or week is named and the longer time that holds it: 'by the 2nd, November that is'."""
    days = [time.named for time in times if time.named.size in {"day", "week"}]
    long = [time.named for time in times if time.named.size in _LONG]
    return any(
        two.first_on <= one.first_on <= one.last_on <= two.last_on for one in days for two in long
    )


def starts_after_it(case: Case) -> Sequence[date]:
    """Read 'You'll hear on Friday, and from me with a start date the week after': called then, or starting then?"""
    starts = [time for time in case.sentence.times if time.mention.role == START]
    counted = [time for time in starts if time.mention.node.means in {"unit_later", "offset"}]
    return [case.span.last_on, *(time.named.last_on for time in counted)] if counted else []


def answers_later(case: Case) -> Sequence[date]:
    """Ask where the answer comes later and no time says when: 'a strategy day tomorrow, then I'll be in touch'."""
    end = max((time.mention.node.end for time in case.coming), default=0)
    rest = case.sentence.row[end:]
    leads = (at for at, item in enumerate(rest) if item.text in {"then", "and then"})
    then = next(leads, len(rest))
    if case.explained or case.settled or not answers(rest[then:]):
        return []
    return [*case.ends[-1:], after(case.span, case.scene).last_on]

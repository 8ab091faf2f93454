"""Which of several ends is meant: times far apart, out of order, cut off, or ends that are only reckoned."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from playbook.business_days import next_open_day
from playbook.promises.amounts import moved
from playbook.promises.antecedents import POINTS
from playbook.promises.around import unknown
from playbook.promises.case import OPENING, Case
from playbook.promises.roles import CLOSING, HISTORY, MEETING
from playbook.promises.scene import Scene
from playbook.promises.spans import working_week
from playbook.promises.times import Time

_SEVERAL, _MANY = 2, 4
"""How many words that we don't know make a reading doubtful: one that names no end, any."""
FAR_APART = 45
"""Days between two times of one answer beyond which we ask which of them is meant."""

_LISTED_APART = 14
_LONG = frozenset({"month", "quarter", "year"})
_DEADLINES = frozenset({"by", "latest", "within"})
_OPEN_ENDED = OPENING | {"denied"}
_LOOSE = frozenset({"few", "several"})
_LONG_UNITS = frozenset({"week", "month", "year"})
_FOLLOWS = frozenset({"and", "then", "comma"})


def lies_far_apart(case: Case) -> Sequence[date]:
    """Ask about two days of one answer with weeks and weeks between them."""
    ends = case.ends
    if ends and (ends[-1] - ends[0]).days > FAR_APART:
        return [ends[0], ends[-1]]
    ranges = (time.named for time in case.coming if time.meaning.ranged)
    long = (each for each in ranges if (each.last_on - each.first_on).days > FAR_APART)
    return [day for each in [*long][:1] for day in (each.first_on, each.last_on)]


def guesses_the_year(case: Case) -> Sequence[date]:
    """Ask where no year is named and the past one is nearer, or one of their times was over when they said it."""
    over = len(case.coming) < len(case.chosen) and not case.settled
    far = over or all(time.far_year for time in case.coming)
    return [case.span.last_on] if case.coming and far else []


def lies_within(case: Case) -> Sequence[date]:
    """Ask about 'after the meeting in January': after the meeting, or after the whole month?"""
    row = case.sentence.row
    for time in case.coming:
        ends = row[time.mention.node.start].start
        leads = [item for item in time.mention.small if item.end < ends]
        between = [item for item in row if leads and leads[-1].end <= item.start < ends]
        if unknown(between) and leads[-1].text in {"after", "before"} and time.named.size in _LONG:
            return [time.named.last_on, time.promised.last_on]
    return []


def may_be_outlasted(case: Case) -> Sequence[date]:
    """Ask about 'chase me after Friday': by Friday, or after it?"""
    outlasted = [time for time in case.coming if time.mention.outlasted]
    return [day for time in outlasted for day in (_ends_before_it(time), time.promised.last_on)]


def _ends_before_it(time: Time) -> date:
    is_after = time.mention.node.means == "after_then"
    return time.named.first_on - timedelta(days=1) if is_after else time.named.last_on


def may_be_denied(case: Case) -> Sequence[date]:
    """Ask about 'We won't drag it out you'll know by Monday': is Monday denied, too?"""
    afar = [time for time in case.answers if time.mention.afar]
    return [on for time in afar[-1:] for on in (time.named.last_on, time.promised.last_on)]


def names_no_end(case: Case) -> Sequence[date]:
    """Ask about 'after Easter', 'not before the 10th': the first open day, the end of its week, or of a full one?"""
    last = [time for time in case.coming if time.promised.last_on == case.span.last_on]
    if not last or not all(_is_open_ended(time) for time in last):
        return []
    opens = next_open_day(case.span.first_on, case.scene.calendar)
    ends = {opens, working_week(opens, case.scene.weekend).last_on, case.span.last_on}
    return [on for on in ends if opens <= on <= case.span.last_on]


def _is_open_ended(time: Time) -> bool:
    return time.mention.bound in _OPEN_ENDED and time.promised.last_on > time.named.last_on


def is_loose(case: Case) -> Sequence[date]:
    """Ask about 'A few weeks': a loose word leaves days between its likely end and its last one."""
    last = [time for time in case.coming if time.promised.last_on == case.span.last_on]
    last = [time for time in last if time.mention.bound != "latest"]
    soonest = [on for time in last if (on := _soonest(time, case.scene))]
    return [*soonest[:1], case.span.last_on] if soonest and len(soonest) == len(last) else []


def _soonest(time: Time, scene: Scene) -> date | None:
    """Return the end that a loose word may mean as well, None where it's near or no word is loose."""
    node, amount = time.mention.node, time.meaning.amount
    if amount and amount[2] in _LONG_UNITS and not _LOOSE.isdisjoint(node.values("some")):
        return moved(time.promised.last_on, amount[0] - amount[1], amount[2], scene)
    return None


def is_cut_off(case: Case) -> Sequence[date]:
    """Ask where the first time ends after the last: 'before the holidays, the 17th at the latest'."""
    cuts = [time.promised.last_on for time in case.coming if time.mention.bound == "latest"]
    return [*cuts, case.span.last_on] if cuts and max(cuts) < case.span.last_on else []


def goes_back(case: Case) -> Sequence[date]:
    """Ask where the time named last is over before an earlier one, or two stand side by side and don't touch."""
    ends = [time.promised.last_on for time in case.firm]
    if ends and ends[-1] < max(ends) and not _may_end_first(case.firm):
        return [ends[-1], max(ends)]
    for before, time in pairwise(case.sentence.times):
        one, two = before.named, time.named
        apart = one.last_on < two.first_on or two.last_on < one.first_on
        listed = (
            time.mention.link == "comma" and time.mention.node.start - before.mention.node.end == 1
        )
        gone = before.mention.role == HISTORY or time.mention.reason
        listed = listed and not gone and (two.first_on - one.last_on).days > _LISTED_APART
        follows = before.mention.role in {MEETING, CLOSING} and time.mention.link in _FOLLOWS
        over = follows and two.last_on < one.first_on and time in case.firm
        points = not POINTS.isdisjoint({before.mention.node.means, time.mention.node.means})
        doubled = before.promised != time.promised and _says_which(case, before, time)
        parted = apart and time.mention.beside and (before in case.firm or time in case.firm)
        if doubled or parted or ((listed or over) and not points):
            return [before.promised.last_on, time.promised.last_on]
    return []


def _says_which(case: Case, before: Time, time: Time) -> bool:
    """Recognise 'Before the long weekend of the 9th': one time says which the other is."""
    between = case.sentence.row[before.mention.node.end : time.mention.node.start]
    return [item.text for item in between] == ["of"] and time.named.size not in _LONG


def _may_end_first(times: Sequence[Time]) -> bool:
    """Tell whether the words say why the last time is over first: 'Friday, hopefully Wednesday', 'Friday or Monday'."""
    *before, last = times
    wide, narrow = before[-1].named, last.named
    allowed = last.mention.link == "or" or last.mention.hoped
    within = wide.first_on <= narrow.first_on and narrow.last_on <= wide.last_on
    return allowed or (within and last.mention.link in {"", "comma"})


def opens_among_unknown_words(case: Case) -> Sequence[date]:
    """Ask about a time that only opens, among words that may say anything: 'if it drags past the 12th, nudge me'."""
    opens = all(time.mention.bound in OPENING for time in case.coming)
    strange = len(unknown(case.words))
    promised = any(time.mention.bound in _DEADLINES for time in case.coming)
    known = (case.settled or promised) and (not opens or strange <= _SEVERAL)
    if not case.coming or known or strange < (_SEVERAL if opens else _MANY):
        return []
    named = max(time.named.last_on for time in case.coming)
    return [max(named, case.scene.said_on), case.span.last_on]


def opens_after_its_end(case: Case) -> Sequence[date]:
    """Ask where one time begins when the others are over."""
    end = max(case.ends, default=date.max)
    late = [time.promised.last_on for time in case.coming if time.promised.first_on > end]
    return [*case.ends[-1:], max(late)] if late else []


def contradicts_itself(case: Case) -> Sequence[date]:
    """Ask where what is promised lies before what is denied: 'not before Wednesday, hopefully Tuesday'."""
    rest = [time for time in case.answers if time not in case.chosen]
    denied = [time.promised for time in rest if not time.mention.contrast]
    if not denied or case.span.last_on >= max(each.first_on for each in denied):
        return []
    return [case.span.last_on, max(each.last_on for each in denied)]

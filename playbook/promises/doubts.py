"""Where reading on would be a guess: the days to ask about, the reasons in order of weight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from playbook.promises.around import unknown
from playbook.promises.bounds import after
from playbook.promises.lexicon import Item
from playbook.promises.reader import NOW, POINTS, Sentence, Time
from playbook.promises.roles import ABSENCE, ANSWER, EVENTS, START, answers, named_role
from playbook.promises.scene import Scene
from playbook.promises.spans import Span

_SEVERAL, _MANY = 2, 4
"""How many words that we don't know make a reading doubtful: one that names no end, any."""
FAR_APART = 45
"""Days between two times of one answer beyond which we ask which of them is meant."""
_LONG = frozenset({"month", "quarter", "year"})
OPENING = frozenset({"from", "after", "more"})
BESIDES = EVENTS | {START}
"""What a time may be for instead of their answer, where no time is said to be."""
_PASSES = frozenset({"past", "beyond", "over", "not over", "and not over"})
"""'We'd be foolish to wait past Friday': that is by Friday, as often as after it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A reading that may be doubtful: `chosen` are the times it comes from, `answers` those that are denied too.

    `coming` are the chosen ones that aren't over, `ends` the days on which these end.
    """

    sentence: Sentence
    chosen: Sequence[Time]
    answers: Sequence[Time]
    span: Span
    scene: Scene
    coming: Sequence[Time]
    ends: Sequence[date]

    @property
    def words(self) -> list[Item]:
        """The words beside the times of the answer that are part of no time."""
        return outside(self.sentence.row, self.sentence.times, self.coming)


def questions(
    sentence: Sentence,
    chosen: Sequence[Time],
    answers: Sequence[Time],
    span: Span,
    scene: Scene,
) -> tuple[date, ...]:
    """Return the days to ask about, earliest first; none where nothing is doubtful."""
    coming = [time for time in chosen if time.promised.last_on >= scene.said_on]
    ends = sorted({time.promised.last_on for time in coming if not only_opens(time, coming)})
    case = Case(sentence, chosen, answers, span, scene, coming, ends)
    days = next((days for doubt in _DOUBTS if (days := doubt(case))), ())
    return tuple(sorted(set(days)))


def only_opens(time: Time, times: Sequence[Time]) -> bool:
    """Return whether a time only says when it can begin, because another says when it ends."""
    if time.mention.bound not in OPENING or all(each.mention.bound in OPENING for each in times):
        return False
    if time.mention.link == "or":
        return False
    return time.mention.bound != "after" or not any(each.mention.link == "or" for each in times)


def _leaves_words_unread(case: Case) -> Sequence[date]:
    return [case.span.last_on] if case.sentence.unread else []


def _lies_far_apart(case: Case) -> Sequence[date]:
    ends = case.ends
    if ends and (ends[-1] - ends[0]).days > FAR_APART:
        return [ends[0], ends[-1]]
    ranges = (time.named for time in case.coming if time.meaning.ranged)
    long = next(
        (each for each in ranges if (each.last_on - each.first_on).days > FAR_APART),
        None,
    )
    return [long.first_on, long.last_on] if long else []


def _guesses_the_year(case: Case) -> Sequence[date]:
    """Ask where no year is named and the past one is nearer, or one of their times was over when they said it."""
    if not case.coming:
        return []
    far = all(time.far_year for time in case.coming) or len(case.coming) < len(case.chosen)
    return [case.span.last_on] if far else []


def _may_be_outlasted(case: Case) -> Sequence[date]:
    """Ask about 'chase me after Friday': by Friday, or after it?"""
    outlasted = [time for time in case.coming if time.mention.outlasted]
    return [day for time in outlasted for day in (_ends_before_it(time), time.promised.last_on)]


def _ends_before_it(time: Time) -> date:
    is_after = time.mention.node.means == "after_then"
    return time.named.first_on - timedelta(days=1) if is_after else time.named.last_on


def _is_cut_off(case: Case) -> Sequence[date]:
    """Ask where the first time ends after the last: 'before the holidays, the 17th at the latest'."""
    cuts = [time.promised.last_on for time in case.coming if time.mention.bound == "latest"]
    return [*cuts, case.span.last_on] if cuts and max(cuts) < case.span.last_on else []


def _goes_back(case: Case) -> Sequence[date]:
    """Ask where the time named last is over before an earlier one, or two stand side by side and don't touch."""
    firm = [time for time in case.coming if not only_opens(time, case.coming)]
    ends = [time.promised.last_on for time in firm]
    if firm and ends[-1] < max(ends) and not _may_end_first(firm):
        return [ends[-1], max(ends)]
    for before, time in pairwise(case.sentence.times):
        one, two = before.named, time.named
        apart = one.last_on < two.first_on or two.last_on < one.first_on
        if time.mention.beside and apart:
            return [before.promised.last_on, time.promised.last_on]
    return []


def _may_end_first(times: Sequence[Time]) -> bool:
    """Tell whether the words say why the last time is over first: 'Friday, hopefully Wednesday', 'Friday or Monday'."""
    *before, last = times
    inside = before[-1].named
    says = last.mention.link == "or" or last.mention.hoped or last.mention.bound == "less"
    limited = any(time.mention.bound == "latest" for time in times)
    within = inside.first_on <= last.named.first_on and last.named.last_on <= inside.last_on
    return says or limited or (within and last.mention.link != "so")


def _ends_where_nobody_said(case: Case) -> Sequence[date]:
    """Ask where an end is only reckoned ('after the 12th') and other times, or 'past', could mean the day itself."""
    firm = [time for time in case.coming if not only_opens(time, case.coming)]
    last = max(firm, key=lambda time: time.promised.last_on, default=None)
    if last is None or last.mention.bound not in {*OPENING, "denied"}:
        return []
    passes = any(item.text in _PASSES for item in last.mention.small) and _strange(case)
    others = [
        time
        for time in case.sentence.times
        if time is not last and (time in case.answers or time.mention.role in BESIDES)
    ]
    several = others and not _follows_from_it(last)
    return (
        [max(last.named.last_on, case.scene.said_on), case.span.last_on]
        if passes or several
        else []
    )


def _follows_from_it(time: Time) -> bool:
    """Tell whether a time is a conclusion, or speaks of the time before it: 'it's shut on Friday, so Monday'."""
    return time.mention.link in {"so", "then"} or time.mention.node.means in POINTS


def _strange(case: Case) -> Sequence[Item]:
    return unknown(case.words)


def _starts_counting_at_an_event(case: Case) -> Sequence[date]:
    """Ask where an amount stands beside an event without a day: 'approval first, then it's seven days'."""
    used = [item for time in case.sentence.times for item in time.mention.small]
    for time in case.coming:
        if time.meaning.unit != "amount" or time.meaning.counted:
            continue
        words = [
            item
            for item in outside(case.sentence.row, case.sentence.times, [time])
            if not any(item is each for each in used)
        ]
        before = (
            []
            if time.mention.answers
            else [
                item
                for item in words
                if item.end <= case.sentence.row[time.mention.node.start].start
            ]
        )
        events = any(named_role(item) in EVENTS and item.text not in NOW for item in before)
        if events or any(item.stands_for("starts") for item in words):
            return [case.span.last_on]
    return []


def _stands_beside_an_event(case: Case) -> Sequence[date]:
    """Ask where nothing says what a time is for, and an absence, a meeting or a start is spoken of beside it."""
    if not case.coming or any(
        time.mention.answers or _follows_from_it(time) for time in case.coming
    ):
        return []
    others = [time for time in case.sentence.times if not time.mention.denied]
    named = {time.mention.role for time in others} & BESIDES
    words = case.words
    spoken_of = any(named_role(item) in BESIDES for item in words)
    guessed = unknown(words) and any(time.mention.guessed for time in case.coming)
    return [case.span.last_on] if named or (guessed and spoken_of) else []


def _depends(case: Case) -> Sequence[date]:
    """Ask about 'it depends on the budget, which gets approved on 5 May'."""
    depends = any(item.stands_for("depends") for item in case.sentence.row)
    turns = any(time.mention.link == "but" for time in case.coming)
    return [case.span.last_on] if depends and not turns else []


def _joins_what_nothing_explains(case: Case) -> Sequence[date]:
    """Ask where a time that no word explains stands beside another one, or a day beside the month that holds it."""
    doubtful = _is_doubtful(case.coming, case.sentence.row)
    several = len(case.ends) > 1 and (doubtful or _is_inside(case.coming))
    return [case.ends[0], case.ends[-1]] if several else []


def _waits_within(case: Case) -> Sequence[date]:
    """Ask about an event within the stretch of the answer: 'in the new year, once everyone's back on the 10th'."""
    events = [time for time in case.sentence.times if time.mention.role in EVENTS]
    if not _is_inside([*events, *case.coming]) or not events:
        return []
    later = [after(time.named, case.scene).last_on for time in events]
    return [case.span.last_on, *later] if case.span.size in _LONG else []


def _comes_before_an_event(case: Case) -> Sequence[date]:
    """Ask where nothing says that a time is their answer: 'the holidays end on the 26th, she's back the day after'."""
    events = [time for time in case.sentence.times if time.mention.role in EVENTS]
    later = [time for time in events if time.named.first_on > case.span.last_on]
    unsaid = not any(time.mention.answers for time in case.coming)
    if not later or not unsaid or not any(time.mention.guessed for time in case.coming):
        return []
    return [
        case.span.last_on,
        *(after(time.named, case.scene).last_on for time in later),
    ]


def _starts_after_it(case: Case) -> Sequence[date]:
    """Read 'You'll hear on Friday, and from me with a start date the week after': said then, or starting then?"""
    starts = [time for time in case.sentence.times if time.mention.role == START]
    counted = [time for time in starts if time.mention.node.means in {"unit_later", "offset"}]
    return [case.span.last_on, *(time.named.last_on for time in counted)] if counted else []


def _answers_later(case: Case) -> Sequence[date]:
    if not _goes_on(case.sentence, case.coming):
        return []
    return [*case.ends[-1:], after(case.span, case.scene).last_on]


def _opens_among_unknown_words(case: Case) -> Sequence[date]:
    """Ask about a time that only opens, among words that may say anything: 'if it drags past the 12th, nudge me'."""
    opens = all(time.mention.bound in OPENING for time in case.coming)
    strange = len(unknown(outside(case.sentence.row, case.coming, case.coming)))
    if not case.coming or not (strange >= _SEVERAL and (opens or strange >= _MANY)):
        return []
    named = max(time.named.last_on for time in case.coming)
    return [max(named, case.scene.said_on), case.span.last_on]


def outside(row: Sequence[Item], times: Sequence[Time], beside: Sequence[Time]) -> list[Item]:
    """Return the words that are part of no time, in the sentences (full stop to full stop) in which these stand."""
    stops = [
        -1,
        *(at for at, item in enumerate(row) if item.stands_for("stop")),
        len(row),
    ]
    spans = [range(one + 1, two) for one, two in pairwise(stops)]
    inside = {at for time in times for at in range(time.mention.node.start, time.mention.node.end)}
    near = [span for span in spans if any(time.mention.node.start in span for time in beside)]
    return [row[at] for span in near for at in span if at not in inside]


def _is_unexplained_range(case: Case) -> Sequence[date]:
    return [case.span.last_on] if _is_unexplained(case.sentence, case.coming) else []


def _opens_after_its_end(case: Case) -> Sequence[date]:
    end = max(case.ends, default=date.max)
    late = [time.promised.last_on for time in case.coming if time.promised.first_on > end]
    return [*case.ends[-1:], max(late)] if late else []


def _contradicts_itself(case: Case) -> Sequence[date]:
    """Ask where what is said lies before what is denied: 'not before Wednesday, hopefully Tuesday'."""
    denied = [
        time for time in case.answers if time not in case.chosen and not time.mention.contrast
    ]
    if not denied or case.span.last_on >= max(time.promised.first_on for time in denied):
        return []
    return [case.span.last_on, max(time.promised.last_on for time in denied)]


_DOUBTS: tuple[Callable[[Case], Sequence[date]], ...] = (
    _leaves_words_unread,
    _lies_far_apart,
    _guesses_the_year,
    _may_be_outlasted,
    _is_cut_off,
    _goes_back,
    _ends_where_nobody_said,
    _starts_counting_at_an_event,
    _stands_beside_an_event,
    _depends,
    _joins_what_nothing_explains,
    _waits_within,
    _comes_before_an_event,
    _starts_after_it,
    _answers_later,
    _is_unexplained_range,
    _opens_among_unknown_words,
    _opens_after_its_end,
    _contradicts_itself,
)


def _is_doubtful(times: Sequence[Time], row: Sequence[Item]) -> bool:
    """Return whether a time that no word explains stands beside another one."""
    enough = 1 if answers(row) else 2
    return any(time.mention.guessed >= enough and time.mention.link != "or" for time in times)


def _goes_on(sentence: Sentence, times: Sequence[Time]) -> bool:
    """Tell whether the answer comes later and no time says when: 'a strategy day tomorrow, then I'll be in touch'."""
    if any(time.mention.answers for time in times):
        return False
    end = max((time.mention.node.end for time in times), default=0)
    rest = sentence.row[end:]
    then = next((at for at, item in enumerate(rest) if item.text.split()[-1] == "then"), None)
    return then is not None and any(
        item.stands_for("role", ANSWER) or item.stands_for("open") for item in rest[then:]
    )


def _is_unexplained(sentence: Sentence, times: Sequence[Time]) -> bool:
    """Return whether a range of days stands among words that we don't know: 'book a trip from Monday to Friday'."""
    explained = any(
        item.stands_for("role", ANSWER) or item.stands_for("open") for item in sentence.row
    )
    enough = 0 if any(time.mention.role == ABSENCE for time in sentence.times) else 1
    return not explained and any(
        time.mention.guessed > enough
        and ((time.meaning.ranged and time.named.size == "day") or time.mention.bound == "from")
        for time in times
    )


def _is_inside(times: Sequence[Time]) -> bool:
    """Return whether a day is named and the longer time that holds it: 'by the 2nd, November that is'."""
    return any(
        one.named.size == "day"
        and two.named.size in _LONG
        and two.named.first_on <= one.named.first_on <= one.named.last_on <= two.named.last_on
        for one in times
        for two in times
    )

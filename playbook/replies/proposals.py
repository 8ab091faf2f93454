"""What a kind of e-mail says in particular: the words that tell it, and the day that goes with it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from playbook.phrasing.lexicon import VOWELS
from playbook.promises import Reading, read_promise
from playbook.record import SHORT
from playbook.replies.days import NamedDay, clock_in
from playbook.replies.letter import Letter
from playbook.replies.model import Kind, Piece, Proposal
from playbook.replies.passages import Passage

_NEARBY = 4
"""So many passages around those that tell a kind may name its day: 'Date: …', 'Please confirm by …'."""
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Days:
    """The days that go with a kind, where their words stand, the passage that names them, and a time of day."""

    on: tuple[date, ...] = ()
    places: tuple[Piece, ...] = ()
    at: int | None = None
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A proposal, and where in the e-mail the words stand that it comes from."""

    proposal: Proposal
    places: tuple[Piece, ...]


def propose(kind: Kind, letter: Letter) -> Finding:
    """Return what this e-mail says, taken as one of this kind."""
    telling = letter.telling(kind)
    days = _DAYS[kind](letter, telling) if kind in _DAYS else Days()
    numbers = telling if kind is Kind.INVITATION or days.at is None else [days.at]
    proposal = Proposal(
        kind,
        words=shortened(letter.passages[numbers[0]].text) if numbers else "",
        day=days.on[0] if len(days.on) == 1 else None,
        days=days.on if len(days.on) > 1 else (),
        clock=days.clock,
    )
    if kind is Kind.INVITATION:
        proposal = replace(proposal, meeting=_meeting(letter, telling))
    return Finding(proposal, (*_pieces(kind, letter, telling), *days.places))


def _pieces(kind: Kind, letter: Letter, telling: Iterable[int]) -> Iterable[Piece]:
    for at in telling:
        words = letter.passages[at].words
        for each in letter.of_kind(kind, at):
            yield _piece(
                letter.passages[at], words[each.first].start, words[each.end - 1].end, kind
            )


def _piece(passage: Passage, start: int, end: int, says: str) -> Piece:
    return Piece(passage.start + start, passage.start + end, says)


def _meeting_days(letter: Letter, telling: Sequence[int]) -> Days:
    """Return the days on which they could meet: in the words of the invitation, else near them."""
    near = _near(letter, telling)
    others = [at for at in near if at not in telling and not _is_about_an_answer(letter, at)]
    for places in (telling, others):
        named = [(at, day) for at in places for day in letter.days(at) if not day.is_limit]
        if named:
            return _days(letter, named)
    return Days()


def _is_about_an_answer(letter: Letter, at: int) -> bool:
    return any(letter.weight(kind, at) for kind in (Kind.WAIT, Kind.REQUEST))


def _limits(letter: Letter, telling: Sequence[int]) -> Days:
    """Return the day by which the reader is to answer, or to send something."""
    near = _near(letter, telling)
    for places in (telling, [at for at in near if at not in telling]):
        named = [
            (at, day)
            for at in places
            for day in letter.days(at)
            if day.is_limit and not letter.weight(Kind.WAIT, at)
        ]
        if named:
            return replace(_days(letter, named), clock="")
    return Days()


def _answer_days(letter: Letter, telling: Sequence[int]) -> Days:
    """Return the day by which they'll answer, as the promise reader reads it; none of its own estimates."""
    for at in telling:
        passage = letter.passages[at]
        if len(passage.text) > _LONGEST:
            continue
        promise = read_promise(passage.text, letter.sent_on, letter.calendar, letter.month_first)
        places = tuple(_piece(passage, start, end, "day") for start, end in promise.read_from)
        if promise.reading is Reading.DATED and promise.last_on:
            named = {day.last_on for day in letter.days(at)}
            is_named = not named or promise.last_on in named
            return Days((promise.last_on,) if is_named else (), places, at)
        if promise.reading is Reading.AMBIGUOUS and promise.options:
            return _only_day(letter, telling) or Days((), places, at)
    return _only_day(letter, telling) or Days()


def _only_day(letter: Letter, telling: Sequence[int]) -> Days | None:
    """Read 'Our manager is back on Thursday, and I'll update you then': the one day that is named; None for several."""
    named = [(at, day) for at in telling for day in letter.days(at)]
    days = replace(_days(letter, named), clock="") if named else Days()
    return days if len(days.on) == 1 else None


_DAYS: Mapping[Kind, Callable[[Letter, Sequence[int]], Days]] = {
    Kind.INVITATION: _meeting_days,
    Kind.OFFER: _limits,
    Kind.REQUEST: _limits,
    Kind.WAIT: _answer_days,
}


def _near(letter: Letter, telling: Sequence[int]) -> list[int]:
    """Return the numbers of the passages around these, in order."""
    reach = {near for at in telling for near in range(at - _NEARBY, at + _NEARBY + 1)}
    return [at for at in range(len(letter.passages)) if at in reach]


def _days(letter: Letter, named: Sequence[tuple[int, NamedDay]]) -> Days:
    """Return these days, each once. Where their words leave it open, or name a stretch, there are several."""
    on = tuple(dict.fromkeys(last_on for _, day in named for last_on in _choices(day)))
    at = named[0][0]
    return Days(
        on=on,
        places=tuple(
            _piece(letter.passages[each], day.start, day.end, "day") for each, day in named
        ),
        at=at,
        clock=clock_in(letter.passages[at].text) if len(on) == 1 else "",
    )


def _choices(day: NamedDay) -> tuple[date, ...]:
    if day.last_on is None or day.first_on is None:
        return ()
    return (day.last_on,) if day.is_limit else (day.first_on, day.last_on)


def _meeting(letter: Letter, telling: Iterable[int]) -> str:
    """Return what they invite to with its article, by their first name for it; "" where there is none."""
    name = next((name for at in telling if (name := letter.meeting(at))), "")
    if name.startswith("next ") or name.endswith(" stage"):
        return f"the {name}"
    return name and f"{'an' if name[0] in VOWELS else 'a'} {name}"


def shortened(text: str) -> str:
    """Return the words in one line, no longer than a line of a record may be."""
    words = " ".join(text.split())
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"

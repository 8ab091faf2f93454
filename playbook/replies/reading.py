"""From the signals of an e-mail to what it seems to be, or to the kinds between which only the reader can choose."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from playbook.business_days import Calendar
from playbook.replies.letter import Letter, read_letter, signals_in
from playbook.replies.model import Kind, Piece, Reply
from playbook.replies.newest import newest_of
from playbook.replies.proposals import propose

SURE, LIKELY = 3, 2
"""The weights of signals (signals.toml), added up: from here on a kind is sure, or likely."""
_AUTOMATIC = frozenset({Kind.RECEIPT, Kind.AWAY})
_NEWS = frozenset({Kind.NO, Kind.OFFER, Kind.INVITATION, Kind.REQUEST})
_DATED = frozenset({Kind.WAIT, Kind.REQUEST, Kind.OFFER, Kind.INVITATION})
_GOOD_NEWS = frozenset({Kind.OFFER, Kind.INVITATION})
"""What a 'Congratulations!' may be about: where one is sure, the other isn't likely by it."""
_REPLIES = ("re:", "fw", "aw:", "sv:", "tr:", "antw:")
"""How the subject of an answer begins: it is that of an older e-mail."""


def read_reply(
    pasted: str,
    today: date,
    calendar: Calendar,
    month_first: bool | None = None,  # noqa: FBT001  # it has three values
) -> Reply:
    """Return what an e-mail from an office with this calendar seems to be, pasted today.

    Its days count from the day in its header, where that isn't after today. Never raises.
    """
    newest = newest_of(pasted, month_first=month_first)
    sent_on = newest.sent_on if newest.sent_on and newest.sent_on <= today else None
    letter = read_letter(newest, sent_on or today, calendar, month_first=month_first)
    weights = _weights(letter)
    findings = [propose(kind, letter) for kind in _likely(weights, letter)]
    proposals = tuple(each.proposal for each in findings)
    return Reply(
        newest.text,
        proposals,
        tuple(_apart((place for each in findings for place in each.places), newest.text)),
        is_sure=len(proposals) == 1 and weights[proposals[0].kind] >= SURE,
        sent_on=sent_on,
        has_older=newest.has_older,
    )


def _weights(letter: Letter) -> Mapping[Kind, int]:
    """Return how much points to each kind. What a subject says counts little, unless a program wrote it."""
    weights = {kind: letter.total(kind) for kind in Kind}
    if not letter.newest.subject.lower().startswith(_REPLIES):
        for signal in signals_in(letter.newest.subject):
            for kind in map(Kind, signal.group.kinds):
                weights[kind] += signal.group.weight if kind in _AUTOMATIC else 1
    return {kind: _with_day(kind, weight, letter) for kind, weight in weights.items()}


def _with_day(kind: Kind, weight: int, letter: Letter) -> int:
    """Return the weight of a kind; what is likely is sure where a day goes with it, for a meeting with its hour."""
    if weight != LIKELY or kind not in _DATED:
        return weight
    proposal = propose(kind, letter).proposal
    has_day = proposal.day is not None and (kind is not Kind.INVITATION or proposal.clock != "")
    return SURE if has_day else weight


def _likely(weights: Mapping[Kind, int], letter: Letter) -> list[Kind]:
    """Return the kinds that are likely, the most careful first.

    Beside news that is sure, that they'll be in touch or wrote by a program says nothing more.
    """
    likely = [kind for kind in Kind if weights[kind] >= LIKELY]
    sure = {kind for kind in likely if weights[kind] >= SURE}
    if sure & _NEWS:
        weak = _GOOD_NEWS - sure if _GOOD_NEWS & sure else frozenset()
        own = {kind for kind in likely if kind in sure or letter.own(kind) >= LIKELY}
        return [kind for kind in likely if kind in own & _NEWS - weak]
    if sure & _AUTOMATIC:
        news = {Kind.WAIT} if letter.is_said_outright(Kind.WAIT) else set()
        return [kind for kind in likely if kind in sure & (_AUTOMATIC | news)]
    return likely


def _apart(places: Iterable[Piece], text: str) -> Iterator[Piece]:
    """Yield the pieces in order, none within another; those that overlap and say the same are one."""
    pieces: list[Piece] = []
    for each in sorted(set(places), key=lambda each: (each.start, -each.end, each.says)):
        last = pieces[-1] if pieces else None
        if last is None or each.start >= last.end:
            pieces.append(each)
        elif each.end > last.end and each.says == last.says:
            pieces[-1] = replace(last, end=each.end)
        elif each.end > last.end:
            rest = text[last.end : each.end]
            pieces.append(replace(each, start=each.end - len(rest.lstrip())))
    return iter(pieces)

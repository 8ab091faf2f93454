"""From the signals of an e-mail to what it seems to be, or to the kinds between which only the reader can choose."""

from collections.abc import Iterable, Iterator, Mapping
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
    findings = [propose(kind, letter) for kind in _likely(weights)]
    proposals = tuple(each.proposal for each in findings)
    return Reply(
        newest.text,
        proposals,
        tuple(_apart(place for each in findings for place in each.places)),
        is_sure=len(proposals) == 1 and weights[proposals[0].kind] >= SURE,
        sent_on=sent_on,
        has_older=newest.has_older,
    )


def _weights(letter: Letter) -> Mapping[Kind, int]:
    """Return how much points to each kind. What a subject says counts little, unless a program wrote it."""
    weights = {kind: letter.total(kind) for kind in Kind}
    if not letter.newest.subject.lower().startswith(_REPLIES):
        for signal in signals_in(letter.newest.subject):
            for kind in map(Kind, signal.phrase.kinds):
                weights[kind] += signal.phrase.weight if kind in _AUTOMATIC else 1
    if LIKELY <= weights[Kind.WAIT] < SURE and propose(Kind.WAIT, letter).proposal.day:
        weights[Kind.WAIT] = SURE
    return weights


def _likely(weights: Mapping[Kind, int]) -> list[Kind]:
    """Return the kinds that are likely, the most careful first.

    Beside news that is sure, that they'll be in touch or wrote by a program says nothing more.
    """
    likely = [kind for kind in Kind if weights[kind] >= LIKELY]
    sure = {kind for kind in likely if weights[kind] >= SURE}
    if sure & _NEWS:
        return [kind for kind in likely if kind in _NEWS]
    if sure & _AUTOMATIC:
        return [kind for kind in likely if kind is not Kind.WAIT or kind in sure]
    return likely


def _apart(places: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces in order; where two overlap, the earlier one is cut short, or the one inside it left out."""
    end = 0
    for each in sorted(set(places), key=lambda each: (each.start, -each.end)):
        if each.end <= end:
            continue
        yield Piece(max(each.start, end), each.end, each.says)
        end = each.end

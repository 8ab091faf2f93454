"""Who of several people hears what: the things of the talk and the reader's own deeds, each of them once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.interview import Interview
from playbook.phrasing.people import is_colleague, is_interpreter
from playbook.phrasing.tidy import is_empty

MOST_DEEDS = 2
"""Things about themselves that one letter tells."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one letter tells: the thing from the talk, what was learned, and which of the reader's deeds."""

    highlight: bool = False
    learned: bool = False
    deeds: tuple[int, ...] = ()


EVERYTHING = Share(highlight=True, learned=True, deeds=tuple(range(MOST_DEEDS)))
"""The share of the only letter there is."""


def shares(
    interview: Interview, main: int, has_own: Mapping[int, bool], deeds: int, *, learned: bool
) -> Mapping[int, Share]:
    """Return the share of each interviewer, by their row.

    `main` is the row of whoever decides, `has_own` says who said something that a letter tells, `deeds` is
    how many things the reader can tell of themselves, `learned` whether there is something learned.
    """
    rows = [
        at
        for at, each in enumerate(interview.round.interviewers)
        if not is_empty(each.name) and not is_interpreter(each)
    ]
    if len(rows) < len(("one", "other")):
        return dict.fromkeys(rows, EVERYTHING)
    quiet = [at for at in rows if at != main and not has_own[at]]
    learns = quiet[0] if quiet and learned else main
    hears = {main, *(at for at in quiet if at != learns and at == quiet[-1])}
    told = _deeds_of(rows, main, interview, deeds)
    return {at: Share(at in hears, at == learns, told.get(at, ())) for at in rows}


def _deeds_of(
    rows: Sequence[int], main: int, interview: Interview, deeds: int
) -> Mapping[int, tuple[int, ...]]:
    """Return each deed to one person, first to whoever decides; a colleague of the reader knows them."""
    in_turn = [main, *(at for at in rows if at != main)]
    in_turn = [
        at for at in in_turn if at == main or not is_colleague(interview.round.interviewers[at])
    ]
    told = {at: (nth,) for nth, at in enumerate(in_turn[:deeds])}
    more = range(len(told), min(deeds, len(told) + MOST_DEEDS - 1))
    return {**told, main: (*told.get(main, ()), *more)}

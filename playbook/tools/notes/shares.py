"""Who of several people hears what: the things of the talk and the reader's own deeds, each of them once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.interview import Interview
from playbook.phrasing.people import is_colleague, is_interpreter
from playbook.phrasing.tidy import is_empty
from playbook.tools.notes.own_deeds import PROOF, Deed

WAYS = 3
"""Ways in which one thing about the reader is told, so that no two people read the same sentence."""
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
    interview: Interview,
    main: int,
    has_own: Mapping[int, bool],
    deeds: Sequence[Deed],
    *,
    learned: bool,
) -> Mapping[int, Share]:
    """Return the share of each interviewer, by their row.

    `main` is the row of whoever decides, `has_own` says who said something that a letter tells, `deeds` are what
    the reader can tell of themselves, `learned` whether there is something learned.
    """
    rows = [
        at
        for at, each in enumerate(interview.round.interviewers)
        if not is_empty(each.name) and not is_interpreter(each)
    ]
    if len(rows) < len(("one", "other")):
        return dict.fromkeys(rows, EVERYTHING)
    told = _deeds_of(rows, main, interview, has_own, deeds)
    hears = {main, *(at for at in rows if not has_own[at] and not told.get(at))}
    return {at: Share(at in hears, learned and at == main, told.get(at, ())) for at in rows}


def _deeds_of(
    rows: Sequence[int],
    main: int,
    interview: Interview,
    has_own: Mapping[int, bool],
    deeds: Sequence[Deed],
) -> Mapping[int, tuple[int, ...]]:
    """Return the best to whoever decides, and one to each of the next; a colleague of the reader knows them.

    As many hear of them as there are ways to say it. What was forgotten goes to another person only where they
    said nothing that their letter could come back to.
    """
    of_main = tuple(range(min(len(deeds), MOST_DEEDS)))
    others = [
        at for at in rows if at != main and not is_colleague(interview.round.interviewers[at])
    ]
    proofs = [nth for nth, each in enumerate(deeds) if each.kind == PROOF]
    in_turn = [
        *(nth for nth in proofs if nth not in of_main),
        *(nth for nth in proofs if nth in of_main),
    ]
    found = {main: of_main}
    for nth, at in enumerate(others[: WAYS - 1]):
        if in_turn:
            found[at] = (in_turn[nth % len(in_turn)],)
        elif deeds and not has_own[at]:
            found[at] = (0,)
    return found

"""Which letter of several tells what: each thing from the talk, and each of the reader's deeds, in one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.interview import Interview
from playbook.phrasing.people import is_colleague, is_interpreter
from playbook.phrasing.tidy import is_empty
from playbook.tools.notes.own_deeds import PROOF, Deed
from playbook.tools.notes.pairs import about_same

WAYS = 3
"""Ways in which a thing is told: as many people read it, each in other words."""
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


def share_out(
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
    deeds_by_row = _deeds_of(rows, main, interview, has_own, deeds)
    rows_of_highlight = {main, *(at for at in rows if not has_own[at] and not deeds_by_row.get(at))}
    return {
        at: Share(at in rows_of_highlight, learned and at == main, deeds_by_row.get(at, ()))
        for at in rows
    }


def _deeds_of(
    rows: Sequence[int],
    main: int,
    interview: Interview,
    has_own: Mapping[int, bool],
    deeds: Sequence[Deed],
) -> Mapping[int, tuple[int, ...]]:
    """Return the deeds that each letter tells, by row: the best to whoever decides, else one that answers their words.

    A colleague of the reader knows them. Of others as many hear of them as there are ways to say it, those who said
    nothing first. Where there is no proof among the deeds, nobody else does who said something.
    """
    people = interview.round.interviewers
    answers = {at: nth for at in rows for nth in _answering_deed(people[at].said, deeds)}
    others = [at for at in rows if at != main and not is_colleague(people[at])]
    assigned = {main: _of_main(answers.get(main), deeds)}
    assigned |= {at: (answers[at],) for at in others if at in answers}
    waiting = sorted((at for at in others if at not in answers), key=lambda at: has_own[at])
    in_turn = _least_told([nth for at in assigned for nth in assigned[at]], deeds)
    proved = any(not is_empty(each.did) for each in interview.statement.proofs)
    for nth, at in enumerate(waiting[: max(0, WAYS - len(assigned))]):
        if in_turn:
            assigned[at] = (in_turn[nth % len(in_turn)],)
        elif deeds and (proved or not has_own[at]):
            assigned[at] = (0,)
    if len(rows) == len(("one", "other")):
        assigned |= {at: _with_next(assigned[at], deeds) for at in others if at in answers}
    return assigned


def _with_next(chosen: tuple[int, ...], deeds: Sequence[Deed]) -> tuple[int, ...]:
    """Return the deed that answers somebody with the next one, which the only other person hears as well."""
    more = next((nth for nth in range(len(deeds)) if nth not in chosen), None)
    return chosen if more is None else (*chosen, more)


def _answering_deed(remark: str, deeds: Sequence[Deed]) -> tuple[int, ...]:
    """Return the number of the deed that is about what somebody said; none where none is."""
    deed = about_same(remark, deeds)
    return (deeds.index(deed),) if deed else ()


def _of_main(answer: int | None, deeds: Sequence[Deed]) -> tuple[int, ...]:
    """Return the first deeds, and among them the one that answers what was said."""
    first = [nth for nth in range(len(deeds)) if nth != answer]
    chosen = first[:MOST_DEEDS] if answer is None else [answer, *first[: MOST_DEEDS - 1]]
    return tuple(sorted(chosen))


def _least_told(assigned: Sequence[int], deeds: Sequence[Deed]) -> list[int]:
    """Return the numbers of the proofs, those that nobody hears yet first."""
    proofs = [nth for nth, each in enumerate(deeds) if each.kind == PROOF]
    return sorted(proofs, key=lambda nth: nth in assigned)

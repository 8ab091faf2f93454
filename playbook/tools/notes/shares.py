"""Which letter of several tells what: each thing from the talk, and each of the reader's deeds, in one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.interview import Interview
from playbook.phrasing.beginnings import ASKED
from playbook.phrasing.named import is_named
from playbook.phrasing.people import decides, is_colleague, is_interpreter
from playbook.phrasing.tidy import is_empty, sentences
from playbook.record_rows import Interviewer
from playbook.tools.notes.own_deeds import MISSED, PROOF, Deed
from playbook.tools.notes.pairs import fits_to, tells_what_is_hard

WAYS = 3
"""Ways in which a thing is told: as many people read it, each in other words."""
FEWEST_TRIED = 8
"""Words of a deed that is an answer to whatever is hard."""
MOST_DEEDS = 2
"""Things about themselves that one letter tells."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one letter tells: of the talk, what was learned, which of the reader's deeds, and their news.

    `highlight`: all that was noted of the talk in general; `last_thing`: only the last of several things.
    """

    highlight: bool = False
    last_thing: bool = False
    learned: bool = False
    deeds: tuple[int, ...] = ()
    news: bool = False


EVERYTHING = Share(highlight=True, learned=True, deeds=tuple(range(MOST_DEEDS)), news=True)
"""The share of the only letter there is."""


def share_out(
    interview: Interview,
    main: int,
    has_own: Mapping[int, bool],
    deeds: Sequence[Deed],
    *,
    learned: bool,
    news: bool,
) -> Mapping[int, Share]:
    """Return the share of each interviewer, by their row.

    `main` is the row of whoever answers about dates, `has_own` says who said something that a letter tells, `deeds` are
    what the reader can tell of themselves, `learned` and `news` whether there is something learned, or new.
    What was noted of the talk in general is the main letter's; who said nothing gets the last of several things.
    """
    people = interview.round.interviewers
    rows = [
        at for at, each in enumerate(people) if not (is_empty(each.name) or is_interpreter(each))
    ]
    if len(rows) < len(("one", "other")):
        return dict.fromkeys(rows, EVERYTHING)
    deeds_of = _deeds_by_row(interview, rows, main, has_own, deeds)
    return {
        at: Share(
            highlight=at == main,
            last_thing=at != main and not has_own[at],
            learned=at == main and learned,
            deeds=tuple(sorted(deeds_of[at])),
            news=at == main and news,
        )
        for at in rows
    }


def _deeds_by_row(
    interview: Interview,
    rows: Sequence[int],
    main: int,
    has_own: Mapping[int, bool],
    deeds: Sequence[Deed],
) -> Mapping[int, list[int]]:
    """Return which deeds each letter tells, whole; a colleague of the reader knows them all.

    What wasn't answered goes to whoever asked. Whoever decides hears the strongest deed and an answer to their own
    words, each other one what answers theirs, then what fits their work. What is left goes first to those who get
    nothing else; a deed of which nothing came only beside another one, or where a letter would be bare.
    """
    people = interview.round.interviewers
    deeds_of: dict[int, list[int]] = {at: [] for at in rows}
    outside = [at for at in rows if not is_colleague(people[at])]
    if not outside:
        return deeds_of
    heads = [at for at in outside if decides(people[at])]
    head = main if not heads or main in heads or not people[main].title else heads[0]
    head = head if head in outside else outside[0]
    missed = [nth for nth, each in enumerate(deeds) if each.kind == MISSED]
    named = next((at for at in outside if _has_asked(people[at], interview, deeds)), None)
    asked = head if named is None else named
    deeds_of[asked] += missed
    strongest = max(range(len(deeds)), key=lambda nth: strength(deeds[nth]), default=None)
    if strongest is not None and strongest not in missed:
        others = (at for at in heads if deeds_of[head] and not deeds_of[at])
        deeds_of[next(others, head)].append(strongest)
    for at in (head, *(each for each in outside if each != head)):
        answers = [
            nth
            for nth in answering_deeds(people[at], deeds)
            if nth not in missed or (named is None and len(sentences(deeds[nth].text)) == 1)
        ]
        deeds_of[at] += [nth for nth in answers if nth not in deeds_of[at]][
            : MOST_DEEDS - len(deeds_of[at])
        ]
    heard = {nth for each in deeds_of.values() for nth in each}
    fresh = [nth for nth in range(len(deeds)) if nth not in heard]
    without = [at for at in outside if not deeds_of[at]]
    for at in without:
        fits = next((nth for nth in fits_to(people[at].title, deeds) if nth in fresh), None)
        if fits is not None:
            deeds_of[at].append(fits)
            fresh.remove(fits)
    for at in sorted(without, key=lambda each: (has_own[each], each == main)):
        bare = not has_own[at] and at != main
        ended = next((nth for nth in fresh if bare or strength(deeds[nth])[0]), None)
        if not deeds_of[at] and ended is not None:
            deeds_of[at].append(ended)
            fresh.remove(ended)
    for at in sorted(outside, key=lambda each: (each != head, each != main)):
        room = MOST_DEEDS - len(deeds_of[at]) if deeds_of[at] else 0
        deeds_of[at] += fresh[:room]
        del fresh[:room]
    return deeds_of


def _has_asked(person: Interviewer, interview: Interview, deeds: Sequence[Deed]) -> bool:
    """Return whether what wasn't answered was this person's question: by name, or by what was noted of them."""
    if is_named(person, interview.round.missed):
        return True
    missed = [each for each in deeds if each.kind == MISSED]
    return ASKED.match(person.said) is not None and bool(fits_to(person.said, missed))


def answering_deeds(person: Interviewer, deeds: Sequence[Deed]) -> tuple[int, ...]:
    """Return the numbers of the deeds that are about what somebody said, the best first.

    To what is hard there, any deed that takes more than a few words is an answer.
    """
    if fitting := fits_to(person.said, deeds):
        return fitting
    if not tells_what_is_hard(person.said):
        return ()
    every = (nth for nth, each in enumerate(deeds) if len(each.text.split()) >= FEWEST_TRIED)
    return tuple(every)[:1]


def strength(deed: Deed) -> tuple[bool, bool, bool]:
    """Return whether a deed tells what came of it, whether it is counted, and whether it is a proof."""
    ended = any(each in deed.text for each in (", and ", ", with ", ". "))
    return ended, any(map(str.isdigit, deed.text)), deed.kind == PROOF

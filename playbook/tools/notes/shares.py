"""Which letter of several tells what: each thing from the talk, and each of the reader's deeds, in one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from playbook.interview import Interview
from playbook.phrasing.people import decides, is_colleague, is_interpreter
from playbook.phrasing.tidy import is_empty
from playbook.record_rows import Interviewer
from playbook.tools.notes.own_deeds import PROOF, Deed
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
    `again`: the main letter tells the deed as well, so this one has it in short.
    """

    highlight: bool = False
    last_thing: bool = False
    learned: bool = False
    deeds: tuple[int, ...] = ()
    news: bool = False
    again: bool = False


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

    `main` is the row of whoever decides, `has_own` says who said something that a letter tells, `deeds` are what
    the reader can tell of themselves, `learned` and `news` whether there is something learned, or new.
    The main letter tells the strongest deed, another one, and the news. Each other letter tells the deeds that answer
    its reader's words or work, else one that nobody has heard yet, and to whoever decides one in short;
    a colleague of the reader knows them all.
    What was noted of the talk in general is the main letter's; who said nothing gets the last of several things.
    """
    people = interview.round.interviewers
    rows = [
        at for at, each in enumerate(people) if not (is_empty(each.name) or is_interpreter(each))
    ]
    if len(rows) < len(("one", "other")):
        return dict.fromkeys(rows, EVERYTHING)
    answers_of = {at: answering_deeds(people[at], deeds) for at in rows}
    best = _of_main(answers_of.get(main, ()), deeds)
    shares = {main: Share(True, False, learned, best, news)}
    heard = {*best, *(nth for each in answers_of.values() for nth in each)}
    fresh = [nth for nth in range(len(deeds)) if nth not in heard]
    for at in (each for each in rows if each != main):
        share = Share(last_thing=not has_own[at])
        if not is_colleague(people[at]):
            to_work = fits_to(people[at].title, deeds)
            share = _of_other(share, answers_of[at], to_work, fresh, shares)
            told_short = {nth for each in shares.values() if each.again for nth in each.deeds}
            left = [nth for nth in reversed(best) if nth not in told_short]
            if left and not share.deeds and decides(people[at]):
                share = replace(share, deeds=(left[0],), again=True)
        shares[at] = share
    return shares


def _of_other(
    share: Share,
    answers: tuple[int, ...],
    to_work: tuple[int, ...],
    fresh: list[int],
    shares: Mapping[int, Share],
) -> Share:
    """Return the share with the reader's answers, a deed of which nobody has heard, else one in short.

    Of those that nobody has heard, one that fits their work comes first. In short goes what fits their work, or to one
    person who has said nothing that a letter could tell instead, the last deed.
    """
    main = next(iter(shares.values()))
    told_short = {nth for each in shares.values() if each.again for nth in each.deeds}
    answers = tuple(nth for nth in answers if nth not in told_short)
    to_work = tuple(nth for nth in to_work if nth not in told_short)
    if answers:
        again = len(answers) == 1 and answers[0] in main.deeds
        return replace(share, deeds=answers[:MOST_DEEDS], again=again)
    if fresh:
        at = next((fresh.index(nth) for nth in to_work if nth in fresh), 0)
        return replace(share, deeds=(fresh.pop(at),))
    told_again = any(each.again for each in shares.values())
    last = main.deeds[-1:] if share.last_thing and not told_again else ()
    short = to_work[:1] or last
    return replace(share, deeds=short, again=True) if short else share


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


def _of_main(answers: tuple[int, ...], deeds: Sequence[Deed]) -> tuple[int, ...]:
    """Return the strongest deed, and with it the one that answers what was said, else the first of the others."""
    strongest = max(range(len(deeds)), key=lambda nth: strength(deeds[nth]), default=None)
    if strongest is None:
        return ()
    others = [nth for nth in (*answers, *range(len(deeds))) if nth != strongest]
    return tuple(sorted((strongest, *others[: MOST_DEEDS - 1])))


def strength(deed: Deed) -> tuple[bool, bool, bool]:
    """Return whether a deed tells what came of it, whether it is counted, and whether it is a proof."""
    came_of_it = ", and " in deed.text or ". " in deed.text
    return came_of_it, any(map(str.isdigit, deed.text)), deed.kind == PROOF

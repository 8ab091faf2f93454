"""Which letter of several tells what: each thing from the talk, and each of the reader's deeds, in one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from playbook.interview import Interview
from playbook.phrasing.people import is_colleague, is_interpreter
from playbook.phrasing.tidy import is_empty
from playbook.record_rows import Interviewer
from playbook.tools.notes.own_deeds import MISSED, Deed
from playbook.tools.notes.pairs import about_same, tells_what_is_hard

WAYS = 3
"""Ways in which a thing is told: as many people read it, each in other words."""
FEWEST_TRIED = 8
"""Words of a deed that is an answer to whatever is hard."""
MOST_DEEDS = 2
"""Things about themselves that one letter tells."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one letter tells: the thing from the talk, what was learned, which of the reader's deeds, and their news.

    `again`: the main letter tells the deed as well, so this one has it in short.
    """

    highlight: bool = False
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
    The main letter tells the best deeds. Each other one tells a deed that answers its reader's words or work, else
    one that nobody has heard yet; a colleague of the reader knows them all.
    """
    people = interview.round.interviewers
    rows = [
        at for at, each in enumerate(people) if not (is_empty(each.name) or is_interpreter(each))
    ]
    if len(rows) < len(("one", "other")):
        return dict.fromkeys(rows, EVERYTHING)
    answers = {at: nth for at in rows for nth in _answering_deed(people[at], deeds)}
    best = _of_main(answers.get(main), deeds)
    shares = {main: Share(True, learned, best, news)}
    heard = {*best, *answers.values()}
    fresh = [nth for nth in range(len(deeds)) if nth not in heard]
    for at in (each for each in rows if each != main):
        share = Share(highlight=not has_own[at])
        if not is_colleague(people[at]):
            silent = not has_own[at] and is_empty(interview.round.highlights)
            share = _of_other(share, answers.get(at), fresh, shares, deeds, silent=silent)
        if share.news:
            shares[main] = replace(shares[main], news=False)
        shares[at] = share
    return shares


def _of_other(
    share: Share,
    answer: int | None,
    fresh: list[int],
    shares: Mapping[int, Share],
    deeds: Sequence[Deed],
    *,
    silent: bool,
) -> Share:
    """Return the share with one more thing: an answer, a deed of which nobody has heard, news, else the best in short.

    In short goes what was forgotten, which has other words there, and to one person only, who has said nothing that a
    letter could tell instead. `silent`: nothing of the talk was noted for this letter at all, so any deed will do.
    """
    main = next(iter(shares.values()))
    if answer is not None:
        return replace(share, deeds=(answer,), again=answer in main.deeds)
    if fresh:
        return replace(share, deeds=(fresh.pop(0),))
    if main.news and len(main.deeds) == MOST_DEEDS:
        return replace(share, news=True)
    told_again = any(each.again for each in shares.values())
    fits = bool(deeds) and (silent or deeds[0].kind == MISSED)
    short = share.highlight and fits and not told_again
    return replace(share, deeds=(0,), again=True) if short else share


def _answering_deed(person: Interviewer, deeds: Sequence[Deed]) -> tuple[int, ...]:
    """Return the number of the deed that is about what somebody said, or about their work; none where none is.

    To what is hard there, any deed that takes more than a few words is an answer.
    """
    remark = person.said
    deed = about_same(remark, deeds) or about_same(person.title, deeds)
    if deed is None and tells_what_is_hard(remark):
        deed = next((each for each in deeds if len(each.text.split()) >= FEWEST_TRIED), None)
    return (deeds.index(deed),) if deed else ()


def _of_main(answer: int | None, deeds: Sequence[Deed]) -> tuple[int, ...]:
    """Return the first deeds, and among them the one that answers what was said."""
    first = [nth for nth in range(len(deeds)) if nth != answer]
    chosen = first[:MOST_DEEDS] if answer is None else [answer, *first[: MOST_DEEDS - 1]]
    return tuple(sorted(chosen))

"""What is asked for beside the pay: in which words, and what the record says about it already."""

from playbook.interview import Interview
from playbook.phrasing.frames import LeftOut
from playbook.phrasing.recall import OWN_WORDS
from playbook.phrasing.reported import classify_report
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.wishes import Wishes, goes_on, sort_wishes
from playbook.phrasing.words import words_of
from playbook.render import capitalized, listed
from playbook.rulebook import Rulebook
from playbook.tools.offer.granted import granted, perhaps_granted
from playbook.tools.offer.pay import asks_for_more, names_pay
from playbook.tools.offer.scale import step_in
from playbook.tools.offer.words import text

LONGEST = 22
"""Words of a question that can be said without stopping for air."""
FEWEST_LISTED = 3
"""Things that stand in a list where something else was asked for before them, or where they are more."""


def sorted_wishes(interview: Interview) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the wishes to be asked for as things, the others empty in their places.

    And those for pay, with their paths.
    """
    others: list[str] = []
    pay: list[tuple[str, str]] = []
    for at, each in enumerate(interview.negotiation.wishes):
        is_step = bool(step_in(each.what))
        is_pay = names_pay(each.what) and not is_step
        if is_pay:
            pay.append((each.what, f"wishes.{at}.what"))
        is_plain = not (is_pay or is_step or asks_for_more(each.what))
        others.append(each.what if is_plain and not granted(each.what, interview) else "")
    return tuple(others), tuple(pay)


def wishes_known(interview: Interview) -> tuple[LeftOut, ...]:
    """Return wishes about which the record says something already: they are asked about before they are asked for."""
    left: list[LeftOut] = []
    for at, each in enumerate(interview.negotiation.wishes):
        if names_pay(each.what) or step_in(each.what):
            continue
        for why, known in (("granted", granted), ("perhaps-granted", perhaps_granted)):
            if beside := known(each.what, interview):
                left.append(LeftOut("wishes", each.what, why, f"wishes.{at}.what", beside=beside))
    return tuple(left)


def about_wishes(wishes: Wishes, rulebook: Rulebook, *, also: bool) -> list[str]:
    """Return the questions about what is asked for; `also`: something else was asked for before them.

    From FEWEST_LISTED of them on, with something before them, they stand in a list: a line each.
    """
    listable = [
        *wishes.things,
        *(f"whether I could {each}" for each in wishes.deeds),
        *(each for each in wishes.questions if not each.endswith("?")),
    ]
    whole = [each for each in wishes.questions if each.endswith("?")]
    if len(listable) + also > FEWEST_LISTED and len(listable) >= FEWEST_LISTED:
        head = text(rulebook, "counter-list", count=len(listable), also=also)
        return [head, *(f"- {each}" for each in listable), *whole]
    return [*_in_sentences(wishes, rulebook, also=also), *whole]


def _in_sentences(wishes: Wishes, rulebook: Rulebook, *, also: bool) -> list[str]:
    lines = []
    things, deeds = tuple(sorted(wishes.things, key=goes_on)), wishes.deeds
    indirect = [each for each in wishes.questions if not each.endswith("?")]
    together = text(rulebook, "counter-things", things=_listed(things), also=also) if things else ""
    apart = len(things) > 1 and any(map(goes_on, things[:-1]))
    if things and (apart or len(together.split()) > LONGEST):
        first, *others = things
        lines.append(text(rulebook, "counter-things", things=first, also=also))
        rest = others if apart else [listed(others)] if others else []
        lines += [text(rulebook, "counter-more-things", things=each) for each in rest]
    elif together:
        lines.append(together)
    if deeds:
        lines.append(
            text(rulebook, "counter-deeds", deeds=listed(deeds), also=also or bool(things))
        )
    lines += [text(rulebook, "counter-question", question=each) for each in indirect]
    return [_with_tail(each) for each in lines]


def _listed(things: tuple[str, ...]) -> str:
    """Return things to talk about, so that it is heard where one ends: 'pay and leave, and about parking'."""
    *first, last = things
    if first and any(" and " in each for each in things):
        return f"{', '.join(first)}, and about {last}"
    return listed(things)


def _with_tail(line: str) -> str:
    """Rewrite '… about Fridays off; I can make it up?' as '… about Fridays off? I can make it up.'."""
    asked, tail, after = line.partition("; ")
    return f"{asked}{line[-1]} {capitalized(after[:-1])}." if tail else line


def known_already(interview: Interview, rulebook: Rulebook) -> dict[str, str]:
    """Return the wish, as a thing to talk about, on which something that was told bears, with both in a sentence.

    For example 'Nobody goes on nights in the first 6 weeks, I know, but could we talk about having no nights until
    March?'
    """
    told = {" ".join(each.said.split()) for each in interview.round.interviewers}
    for each in interview.negotiation.wishes:
        beside = perhaps_granted(each.what, interview) if not is_empty(each.what) else ""
        things = sort_wishes((each.what,)).things if beside in told - {""} else ()
        kind, words = (
            classify_report("said", beside, one_person=True, names=()) if things else ("", "")
        )
        if kind == "that" and OWN_WORDS.isdisjoint(words_of(words).all):
            return {things[0]: text(rulebook, "counter-known", known=words, thing=things[0])}
    return {}

"""What is asked for beside the pay: in which words, and what the record says about it already."""

from playbook.interview import Interview
from playbook.phrasing.asks import sort_wishes
from playbook.phrasing.frames import LeftOut
from playbook.phrasing.recall import OWN_WORDS
from playbook.phrasing.reported import classify_report
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.words import words_of
from playbook.render import listed
from playbook.rulebook import Rulebook
from playbook.tools.offer.granted import granted, perhaps_granted
from playbook.tools.offer.pay import asks_for_more, names_pay
from playbook.tools.offer.scale import step_in
from playbook.tools.offer.words import text

LONGEST = 22
"""Words of a question that can be said without stopping for air."""


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


def about_wishes(
    things: tuple[str, ...], deeds: tuple[str, ...], rulebook: Rulebook, *, also: bool
) -> list[str]:
    """Return the questions about things and deeds; `also`: something else was asked for before them."""
    lines = []
    if things:
        together = text(rulebook, "counter-things", things=_listed(things), also=also)
        if len(together.split()) <= LONGEST:
            lines.append(together)
        else:
            first, *others = things
            lines.append(text(rulebook, "counter-things", things=first, also=also))
            lines += (
                [text(rulebook, "counter-more-things", things=listed(others))] if others else []
            )
    if deeds:
        lines.append(
            text(rulebook, "counter-deeds", deeds=listed(deeds), also=also or bool(things))
        )
    return lines


def _listed(things: tuple[str, ...]) -> str:
    """Return things to talk about, so that it is heard where one ends: 'pay and leave, and about parking'."""
    *first, last = things
    if first and any(" and " in each for each in things):
        return f"{', '.join(first)}, and about {last}"
    return listed(things)


def known_already(interview: Interview, rulebook: Rulebook) -> dict[str, str]:
    """Return the wish, as a thing to talk about, on which something that was told bears, with both in a sentence.

    For example 'Nobody goes on nights in the first 6 weeks, I know, but could we talk about having no nights until
    March?'
    """
    told = {" ".join(each.said.split()) for each in interview.round.interviewers}
    for each in interview.negotiation.wishes:
        beside = perhaps_granted(each.what, interview) if not is_empty(each.what) else ""
        things, _, _ = sort_wishes((each.what,)) if beside in told - {""} else ((), (), ())
        kind, words = (
            classify_report("said", beside, one_person=True, names=()) if things else ("", "")
        )
        if kind == "that" and OWN_WORDS.isdisjoint(words_of(words).all):
            return {things[0]: text(rulebook, "counter-known", known=words, thing=things[0])}
    return {}

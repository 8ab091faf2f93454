"""The words of a counter-offer, the same wherever it is made: what is asked for, and one figure at most."""

import re
from dataclasses import dataclass, replace
from datetime import date

from playbook.interview import Interview
from playbook.phrasing.asks import wishes
from playbook.phrasing.frames import Framed, LeftOut
from playbook.phrasing.job import whole_job_at
from playbook.phrasing.people import is_internal
from playbook.phrasing.reasons import reason
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.when import letter_day
from playbook.render import listed
from playbook.rulebook import Rulebook
from playbook.tools.offer.amounts import Amount, read_amount, read_highest
from playbook.tools.offer.figure import asked_figure, in_terms_of, main_offered, repeats
from playbook.tools.offer.granted import granted, perhaps_granted
from playbook.tools.offer.pay import asks_for_more, names_pay, say_pay
from playbook.tools.offer.words import text

_NOW_PAID = re.compile(
    r"\b(?:i|we) (?:now |currently |already )?(?:make|earn|get paid|take home|get)\b.*\d"
    r"|\bi(?:['’]?m| am) (?:now |currently |already )?(?:on|paid|making|earning|getting)\b.*\d"
    r"|\b(?:current|present|last|previous|old|other) (?:pay|salary|wage|wages|rate)\b|\bwhat i (?:earn|make|get)\b"
    r"|\b(?:current|present|last|previous|old|existing) (?:job|post|role|position|employer|company|place|contract)\b"
    r".*(?:\bpa(?:y|ys|id)\b|\bsalary\b|\d)|\b(?:currently|now) (?:on|making|earning|paid|at) .*\d",
    re.IGNORECASE,
)
"""Words that tell what the reader earns, or earned: 'I make 21 now', 'my present post pays the same'."""
_OWN_COSTS = re.compile(
    r"\b(?:rent|mortgage|bills?|debts?|loans?|childcare|kids?|children|family|wedding|cost of living|afford|petrol"
    r"|expenses)\b",
    re.IGNORECASE,
)
"""Words about what the reader has to pay, and not about what their work is worth."""


_SCALE = re.compile(
    r"\b(?P<sort>band|grade|salary band|pay band) (?P<which>\d{1,2}[a-z]?|[a-k])\b"
    r"|\b(?:spine points?|pay spine|pay scale|salary scale|tv[öo]d|tv-l)\b",
    re.IGNORECASE,
)
"""A fixed scale of pay: nobody asks for any figure on it, but for a step."""


@dataclass(frozen=True, slots=True)
class Counter:
    """What is asked for, a line each, and how many things; the wishes as listed; what of the words isn't used."""

    lines: tuple[str, ...] = ()
    wishes: str = ""
    asks: int = 0
    left: tuple[LeftOut, ...] = ()


def counter_facts(
    interview: Interview, rulebook: Rulebook, today: date, answer_on: date | None
) -> dict[str, object]:
    """Return what fills counter.txt.jinja, in the note and on the offer's page; `answer_on` is the day they named."""
    counter = counter_sentences(interview, rulebook)
    ahead = answer_on is not None and answer_on >= today
    employer = "" if is_internal(interview) and not is_empty(interview.role) else interview.employer
    return {
        "whole_job": whole_job_at(interview.role, employer),
        "agency": interview.contact.works_for == "agency",
        "tone": interview.note.tone or "plain",
        "full": interview.note.length != "short",
        "by_email": interview.round.follow_up == "email",
        "my_phone": interview.me.phone,
        "counter_lines": counter.lines,
        "asks": counter.asks,
        "answer_by": letter_day(answer_on, today, interview.office.country)
        if ahead and answer_on
        else "",
    }


def counter_sentences(interview: Interview, rulebook: Rulebook) -> Counter:
    """Return what this reader asks for. Never what is already offered or granted, or less; never two figures."""
    plain, wished = _sorted_wishes(interview)
    things, deeds, left = wishes(plain)
    asked = asked_figure(interview, wished)
    unnamed = not asked.amount and any(
        asks_for_more(each.what) for each in interview.negotiation.wishes
    )
    about_pay = bool(asked.amount) or unnamed
    asks = about_pay + len(things) + len(deeds)
    because = _because(interview) if asks else Framed()
    pay = _about_pay(interview, asked.amount, because.text, rulebook)
    if unnamed:
        any_pay = text(rulebook, "counter-any-pay", scale=scale_of(interview))
        pay = [any_pay, *_why(because.text, rulebook)]
    others = _about_wishes(things, deeds, rulebook, pay=about_pay)
    return Counter(
        lines=(*pay, *others, *(() if pay else _why(because.text, rulebook))),
        wishes=listed([*things, *(f"to {each}" for each in deeds)]),
        asks=asks,
        left=(*asked.left, *_granted(interview), *left, *because.at("wish_reason").left),
    )


def _sorted_wishes(interview: Interview) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the wishes to be asked for as things, the others empty in their places.

    And those for pay, with their paths.
    """
    others: list[str] = []
    pay: list[tuple[str, str]] = []
    for at, each in enumerate(interview.negotiation.wishes):
        is_pay = names_pay(each.what)
        if is_pay:
            pay.append((each.what, f"wishes.{at}.what"))
        plain = not is_pay and not asks_for_more(each.what) and not granted(each.what, interview)
        others.append(each.what if plain else "")
    return tuple(others), tuple(pay)


def _granted(interview: Interview) -> tuple[LeftOut, ...]:
    """Return wishes about which the record says something already: they are asked about before they are asked for."""
    left: list[LeftOut] = []
    for at, each in enumerate(interview.negotiation.wishes):
        if names_pay(each.what):
            continue
        for why, known in (("granted", granted), ("perhaps-granted", perhaps_granted)):
            if beside := known(each.what, interview):
                left.append(LeftOut("wishes", each.what, why, f"wishes.{at}.what", beside=beside))
    return tuple(left)


def scale_of(interview: Interview) -> str:
    """Return the fixed scale on which this pay stands, as it was typed: 'Band 5'; 'the scale' where it has no name."""
    typed = (
        interview.role,
        main_offered(interview),
        interview.negotiation.range_from,
        interview.negotiation.range_to,
    )
    named = next((left for each in typed if (left := _SCALE.search(each))), None)
    if named is None:
        return ""
    return (
        f"{named['sort'].capitalize()} {named['which'].upper()}" if named["which"] else "the scale"
    )


def _why(because: str, rulebook: Rulebook) -> list[str]:
    return [text(rulebook, "counter-because", because=because)] if because else []


def _about_pay(
    interview: Interview, asked: Amount | None, because: str, rulebook: Rulebook
) -> list[str]:
    if asked is None:
        return []
    typed = main_offered(interview)
    offered = read_amount(typed) if repeats(typed) else None
    if offered is None:
        known = read_highest(typed)
        figure = say_pay(in_terms_of(asked, known) if known else asked)
        line = text(
            rulebook, "counter-pay", figure=figure, because=because, scale=scale_of(interview)
        )
        return [line, text(rulebook, "counter-room")]
    known = replace(offered, currency=offered.currency or asked.currency)
    facts = {
        "offered": say_pay(known),
        "figure": say_pay(asked, after=known),
        "agency": interview.contact.works_for == "agency",
    }
    return [text(rulebook, "counter-pay-offered", **facts), *_why(because, rulebook)]


def _about_wishes(
    things: tuple[str, ...], deeds: tuple[str, ...], rulebook: Rulebook, *, pay: bool
) -> list[str]:
    lines = []
    if things:
        lines.append(text(rulebook, "counter-things", things=listed(things), also=pay))
    if deeds:
        lines.append(text(rulebook, "counter-deeds", deeds=listed(deeds), also=pay or bool(things)))
    return lines


def _because(interview: Interview) -> Framed:
    """Return why the reader asks; never what they earn now, nor what their life costs."""
    typed = interview.negotiation.wish_reason
    for why, pattern in (("now-paid", _NOW_PAID), ("own-costs", _OWN_COSTS)):
        if not is_empty(typed) and pattern.search(typed):
            return Framed("", (LeftOut("wish_reason", " ".join(typed.split()), why),))
    return reason("wish_reason", typed)

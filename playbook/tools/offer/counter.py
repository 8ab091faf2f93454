"""The words of a counter-offer, the same wherever it is made: what is asked for, and one figure at most."""

import re
from dataclasses import dataclass, replace
from datetime import date

from playbook.interview import Interview
from playbook.phrasing.additions import own_words
from playbook.phrasing.agency import is_agency
from playbook.phrasing.deeds import POSSESSIONS, frame_proof
from playbook.phrasing.frames import Framed, LeftOut
from playbook.phrasing.tidy import is_empty, trim
from playbook.phrasing.unsaid import (
    thing_to_arrange,
    what_to_arrange,
    why_unsaid,
    words_to_arrange,
)
from playbook.phrasing.when import letter_day
from playbook.phrasing.wishes import sort_wishes
from playbook.phrasing.words import words_of
from playbook.render import capitalized, listed
from playbook.rulebook import Rulebook
from playbook.tools.closing_statement.deeds import done
from playbook.tools.offer.amounts import read_amount, read_highest
from playbook.tools.offer.figure import Asked, asked_figure, in_terms_of, main_offered, repeats
from playbook.tools.offer.grounds import grounds_of
from playbook.tools.offer.matters import (
    draws_because,
    most_wanted_first,
    pay_matters_most,
    terms_in_order,
)
from playbook.tools.offer.pay import asks_for_more, say_pay
from playbook.tools.offer.scale import on_scale, scale_named, step_in
from playbook.tools.offer.wished import about_wishes, known_already, sorted_wishes, wishes_known
from playbook.tools.offer.words import text

_PLACE = re.compile(r" (?:at|in|for) (?:the )?[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*)*")
"""Where something was done, by its name."""


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
    """Return what fills counter.txt.jinja and thanks.txt.jinja where they are said aloud.

    `answer_on` is the day they named for the answer.
    """
    counter = counter_sentences(interview, rulebook)
    ahead = answer_on is not None and answer_on >= today
    return {
        "the_job": "the job",
        "agency": is_agency(interview),
        "tone": interview.note.tone or "plain",
        "full": interview.note.length != "short",
        "sure": interview.statement.sure,
        "to_arrange": what_to_arrange(interview),
        "arrange_words": words_to_arrange(interview),
        "arrange_thing": thing_to_arrange(words_to_arrange(interview)),
        "written_terms": listed(terms_in_order(interview)),
        "draws_because": draws_because(interview),
        "aloud": True,
        "follows_thanks": False,
        "counter_lines": counter.lines,
        "asks": counter.asks,
        "answer_by": letter_day(answer_on, today, interview.office.country)
        if ahead and answer_on
        else "",
    }


def counter_sentences(interview: Interview, rulebook: Rulebook) -> Counter:
    """Return what this reader asks for. Never what is already offered or granted, or less; never two figures."""
    plain, wished = sorted_wishes(interview)
    wishes = sort_wishes(plain)
    asked = asked_figure(interview, wished)
    step = "" if asked.amount else _step(interview)
    more = any(asks_for_more(each.what) for each in interview.negotiation.wishes)
    unnamed = more and not (asked.amount or step)
    about_pay, scale = bool(asked.amount or step) or unnamed, scale_of(interview)
    asks = about_pay + len(wishes.things) + len(wishes.deeds) + len(wishes.questions)
    because = grounds_of(interview, asked.amount) if asks else Framed()
    grounds = _why(because.text, rulebook) or (
        [_worth(interview)] if about_pay and is_empty(interview.negotiation.wish_reason) else []
    )
    pay = _about_pay(interview, asked, because.text, grounds, rulebook)
    if step:
        pay = [text(rulebook, "counter-step", step=step), *grounds]
    elif unnamed:
        pay = [text(rulebook, "counter-any-pay", scale=scale_of(interview)), *grounds]
    pay_first = not pay or pay_matters_most(interview, (*wishes.things, *wishes.deeds))
    known = known_already(interview, rulebook)
    things = tuple(each for each in wishes.things if each not in known)
    others = about_wishes(
        replace(
            wishes,
            things=most_wanted_first(things, interview),
            deeds=most_wanted_first(wishes.deeds, interview),
        ),
        rulebook,
        also=about_pay and pay_first,
    )
    reasons = () if pay else _why(because.text, rulebook)
    others = [*others, *known.values()]
    lines = (*pay, *others) if pay_first else (*others, *pay)
    return Counter(
        lines=(*filter(None, lines), *reasons),
        wishes=listed(
            [*things, *known, *(f"to {each}" for each in wishes.deeds), *wishes.questions]
        ),
        asks=asks,
        left=(
            *(each for each in asked.left if not (scale and each.why == "pay-read")),
            *(on_scale(interview, scale) if asked.amount else ()),
            *wishes_known(interview),
            *wishes.left,
            *because.at("wish_reason").left,
        ),
    )


def scale_of(interview: Interview) -> str:
    """Return the fixed scale on which this pay stands, as it was typed: 'Band 5'; 'the scale' where it has no name."""
    typed = (
        interview.role,
        main_offered(interview),
        interview.negotiation.range_from,
        interview.negotiation.range_to,
    )
    return scale_named(*typed)


def _why(because: str, rulebook: Rulebook) -> list[str]:
    return [text(rulebook, "counter-because", because=because)] if because else []


def _step(interview: Interview) -> str:
    """Return the step of a scale that is asked for: the upper end of the range, else a wish; empty for none."""
    typed = (
        interview.negotiation.range_to,
        interview.negotiation.range_from,
        *(each.what for each in interview.negotiation.wishes),
    )
    return next((step for each in typed if (step := step_in(each))), "")


def _worth(interview: Interview) -> str:
    """Return what the reader has done, or the years they have, as the reason for more pay; empty for neither."""
    names = tuple(each.name for each in interview.round.interviewers if each.name)
    rows = sorted(interview.statement.proofs, key=lambda row: is_empty(row.result))
    deeds = [
        _with_place(frame_proof(row.did, row.result, names).text, interview)
        for row in rows
        if not is_empty(row.did)
    ]
    added = own_words(interview.round.missed, names)
    if not POSSESSIONS.isdisjoint(words_of(added).all):
        deeds.append(added)
    return capitalized(next((each for each in deeds if each and not why_unsaid(each)), ""))


def _with_place(deed: str, interview: Interview) -> str:
    """Return a deed with the place that the reader named for it elsewhere: 'I ran a crew of 12 at Dunkin'."""
    known = [each.lines[0] for each in done(interview).deeds]
    core = trim(deed.partition(", and ")[0])
    place = next(
        (match for each in known if (match := _PLACE.match(each.removeprefix(core)))), None
    )
    return (
        deed.replace(core, f"{core}{place[0]}", 1)
        if place and core and " at " not in core
        else deed
    )


def _about_pay(
    interview: Interview, asked: Asked, because: str, grounds: list[str], rulebook: Rulebook
) -> list[str]:
    if asked.amount is None:
        return []
    extra = f", {asked.on_top}" if asked.on_top else ""
    typed = main_offered(interview)
    offered = read_amount(typed) if repeats(typed) else None
    if offered is None:
        known = read_highest(typed)
        figure = say_pay(in_terms_of(asked.amount, known) if known else asked.amount)
        scale = scale_of(interview)
        own = trim(because.removeprefix("because ")) if because.startswith("because I ") else ""
        line = text(rulebook, "counter-pay", figure=figure, on_top=extra, because=own, scale=scale)
        return [line] if own and scale else [line, *grounds]
    known = replace(offered, currency=offered.currency or asked.amount.currency)
    facts = {
        "offered": say_pay(known),
        "figure": say_pay(asked.amount, after=known) + extra,
        "agency": is_agency(interview),
    }
    return [text(rulebook, "counter-pay-offered", **facts), *grounds]

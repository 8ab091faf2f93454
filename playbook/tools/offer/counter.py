"""The words of a counter-offer, the same wherever it is made: what is asked for, and one figure at most."""

import re
from dataclasses import dataclass, replace
from datetime import date

from playbook.interview import Interview, Offer
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
from playbook.tools.offer.granted import granted
from playbook.tools.offer.pay import (
    asked_pay,
    asks_for_more,
    is_a_years_pay,
    main_pay,
    missing_in,
    say_pay,
)
from playbook.tools.offer.pay_range import range_ends
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


@dataclass(frozen=True, slots=True)
class Counter:
    """What is asked for, a line each, and how many things; the wishes as listed; what of the words isn't used."""

    lines: tuple[str, ...] = ()
    wishes: str = ""
    asks: int = 0
    left: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure for the pay, or none, with the path of its field; what is left out of it, and why."""

    amount: Amount | None = None
    path: str = ""
    left: tuple[LeftOut, ...] = ()


def counter_facts(
    interview: Interview, rulebook: Rulebook, today: date, answer_on: date | None
) -> dict[str, object]:
    """What fills counter.txt.jinja, in the note and on the offer's page; `answer_on` is the day they named."""
    counter = counter_sentences(interview, rulebook)
    ahead = answer_on is not None and answer_on >= today
    employer = "" if is_internal(interview) and not is_empty(interview.role) else interview.employer
    return {
        "whole_job": whole_job_at(interview.role, employer),
        "agency": interview.contact_for == "agency",
        "tone": interview.note_tone or "plain",
        "full": interview.note_length != "short",
        "by_email": interview.follow_up == "email",
        "my_phone": interview.my_phone,
        "counter_lines": counter.lines,
        "asks": counter.asks,
        "answer_by": letter_day(answer_on, today, interview.country) if ahead and answer_on else "",
    }


def counter_sentences(interview: Interview, rulebook: Rulebook) -> Counter:
    """What this reader asks for. Never what is already offered or granted, or less; never two figures."""
    plain, wished = _sorted_wishes(interview)
    things, deeds, left = wishes(plain)
    asked = _asked_pay(interview, wished)
    unnamed = not asked.amount and any(asks_for_more(each.what) for each in interview.wishes)
    about_pay = bool(asked.amount) or unnamed
    asks = about_pay + len(things) + len(deeds)
    because = _because(interview) if asks else Framed()
    pay = _about_pay(interview, asked.amount, because.text, rulebook)
    if unnamed:
        pay = [text(rulebook, "counter-any-pay"), *_why(because.text, rulebook)]
    others = _about_wishes(things, deeds, rulebook, pay=about_pay)
    return Counter(
        lines=(*pay, *others, *(() if pay else _why(because.text, rulebook))),
        wishes=listed([*things, *(f"to {each}" for each in deeds)]),
        asks=asks,
        left=(*asked.left, *_granted(interview), *left, *because.at("wish_reason").left),
    )


def _sorted_wishes(interview: Interview) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The wishes to be asked for as things, the others empty in their places; and those for pay, with their paths."""
    others: list[str] = []
    pay: list[tuple[str, str]] = []
    for at, each in enumerate(interview.wishes):
        is_pay = asked_pay(each.what) is not None
        if is_pay:
            pay.append((each.what, f"wishes.{at}.what"))
        plain = not is_pay and not asks_for_more(each.what) and not granted(each.what, interview)
        others.append(each.what if plain else "")
    return tuple(others), tuple(pay)


def _granted(interview: Interview) -> tuple[LeftOut, ...]:
    """Wishes about which the record says something already: they are asked about before they are asked for."""
    return tuple(
        LeftOut("wishes", each.what, "granted", f"wishes.{at}.what", beside=beside)
        for at, each in enumerate(interview.wishes)
        if asked_pay(each.what) is None and (beside := granted(each.what, interview))
    )


def _asked_pay(interview: Interview, wished: tuple[tuple[str, str], ...]) -> Asked:
    """The one figure to ask for: the upper end of the range, else the first wish; and why it isn't, where it isn't."""
    first, last = range_ends(interview)
    given = [(last, "range_to"), (first, "range_from")] if last else [(first, "range_from")]
    rows = [(words, path) for words, path in (*given, *wished) if not is_empty(words)]
    if not rows:
        return Asked()
    words, path = rows[0]
    second = [
        LeftOut("wishes", typed, "second-figure", where, beside=words)
        for typed, where in rows[1:]
        if where.startswith("wishes")
    ]
    amount = _figure(words)
    why = _why_not(amount, interview)
    if why:
        beside = _offered(interview) if why.startswith("offered") else ""
        left = LeftOut("pay", words, f"pay-{why}", path, beside=beside)
        return Asked(None, path, (left, *second))
    assert amount is not None
    guessed = is_a_years_pay(amount) and not amount.period and not _offered(interview)
    no_time = [LeftOut("pay", words, "pay-year", path)] if guessed else []
    return Asked(amount, path, (*no_time, *second))


def _figure(words: str) -> Amount | None:
    """The figure in these words; none where a number may be anything: 'E13 step 3'."""
    amount = read_highest(words)
    bare = amount is not None and not (amount.currency or amount.period or amount.scale)
    return None if bare and any(map(str.isalpha, words)) and not asked_pay(words) else amount


def _why_not(asked: Amount | None, interview: Interview) -> str:
    """Why this figure isn't asked for: the id of a reason, or nothing."""
    if asked is None:
        return "unread"
    typed = _main(interview)
    offered = read_highest(typed)
    if offered is None or not (offered.currency or offered.period or _repeats(typed)):
        unread = any(map(str.isdigit, typed)) and offered is None
        return "offered-unread" if unread else missing_in(asked)
    if not asked.compares_with(offered):
        return "offered-otherwise"
    if asked.value <= offered.value:
        return "offered"
    missing = missing_in(_in_terms_of(asked, offered))
    if _repeats(typed):
        return "" if missing in ("", "period") else "currency"
    return missing


def _in_terms_of(asked: Amount, offered: Amount) -> Amount:
    currency, period = asked.currency or offered.currency, asked.period or offered.period
    return replace(asked, currency=currency, period=period)


def _repeats(typed: str) -> bool:
    """Whether the pay they offer can be said again: one amount, and no more words than its terms."""
    return asked_pay(typed) is not None and read_amount(typed) is not None


def _offered(interview: Interview) -> str:
    typed = (interview.offers[0] if interview.offers else Offer()).pay
    return "" if is_empty(typed) else typed


def _main(interview: Interview) -> str:
    return main_pay(_offered(interview))


def _why(because: str, rulebook: Rulebook) -> list[str]:
    return [text(rulebook, "counter-because", because=because)] if because else []


def _about_pay(
    interview: Interview, asked: Amount | None, because: str, rulebook: Rulebook
) -> list[str]:
    if asked is None:
        return []
    typed = _main(interview)
    offered = read_amount(typed) if _repeats(typed) else None
    if offered is None:
        known = read_highest(typed)
        figure = say_pay(_in_terms_of(asked, known) if known else asked)
        line = text(rulebook, "counter-pay", figure=figure, because=because)
        return [line, text(rulebook, "counter-room")]
    known = replace(offered, currency=offered.currency or asked.currency)
    facts = {
        "offered": say_pay(known),
        "figure": say_pay(asked, after=known),
        "agency": interview.contact_for == "agency",
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
    """Why the reader asks; never what they earn now, nor what their life costs."""
    typed = interview.wish_reason
    for why, pattern in (("now-paid", _NOW_PAID), ("own-costs", _OWN_COSTS)):
        if not is_empty(typed) and pattern.search(typed):
            return Framed("", (LeftOut("wish_reason", " ".join(typed.split()), why),))
    return reason("wish_reason", typed)

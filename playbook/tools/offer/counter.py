"""The words of a counter-offer, the same wherever it is made: what is asked for, and one figure at most."""

from dataclasses import dataclass

from playbook.interview import Interview, Offer
from playbook.phrasing.asks import wishes
from playbook.phrasing.frames import Framed, LeftOut
from playbook.phrasing.reasons import reason
from playbook.phrasing.tidy import bare, is_empty
from playbook.render import listed
from playbook.rulebook import Rulebook
from playbook.tools.offer.amounts import Amount, read_amount
from playbook.tools.offer.pay_range import range_ends
from playbook.tools.offer.words import text


@dataclass(frozen=True, slots=True)
class Counter:
    """What is asked for, a line each, and how many things; the wishes as listed; what of the words isn't used."""

    lines: tuple[str, ...] = ()
    wishes: str = ""
    asks: int = 0
    left: tuple[LeftOut, ...] = ()


def counter_sentences(interview: Interview, rulebook: Rulebook) -> Counter:
    """What this reader asks for. Never what is already offered, or less; never two figures."""
    plain, wished_pay = _sorted_wishes(interview)
    things, deeds, left = wishes(tuple(plain))
    pay = _about_pay(interview, wished_pay, rulebook)
    others = _about_wishes(things, deeds, rulebook)
    asks = bool(pay or others)
    because = reason("wish_reason", interview.wish_reason) if asks else Framed()
    why = [text(rulebook, "counter-because", because=because.text)] if because.text else []
    lines = [*pay, *why, *others] if pay else [*others, *why]
    return Counter(
        lines=tuple(lines),
        wishes=listed([*things, *(f"to {each}" for each in deeds)]),
        asks=bool(asked_figure(interview, wished_pay)) + len(things) + len(deeds),
        left=(*left, *because.at("wish_reason").left),
    )


def asked_figure(interview: Interview, wished: str = "") -> str:
    """The one figure to ask for: the upper end of the range, where it is more than what is offered; else empty."""
    first, last = range_ends(interview)
    figure = next((each for each in (last, first, wished) if not is_empty(each)), "")
    asked, offered = read_amount(figure), read_amount(_offered(interview))
    if asked is None:
        return ""
    if offered is not None and (not asked.compares_with(offered) or asked.value <= offered.value):
        return ""
    return bare(figure)


def _offered(interview: Interview) -> str:
    return (interview.offers[0] if interview.offers else Offer()).pay


def _about_pay(interview: Interview, wished: str, rulebook: Rulebook) -> list[str]:
    figure = asked_figure(interview, wished)
    if not figure:
        return []
    offered = read_amount(_offered(interview))
    known = bare(_offered(interview)) if offered and _is_plain(offered) else ""
    lines = [text(rulebook, "counter-pay", offered=known, figure=figure)]
    return lines if known else [*lines, text(rulebook, "counter-room")]


def _is_plain(amount: Amount) -> bool:
    """Whether the pay can be repeated as it was typed: a number with its currency and period, and no more."""
    return len(amount.text.split()) <= len(("£31,500", "a", "year", "gross"))


def _about_wishes(things: tuple[str, ...], deeds: tuple[str, ...], rulebook: Rulebook) -> list[str]:
    lines = []
    if things:
        lines.append(text(rulebook, "counter-things", things=listed(things)))
    if deeds:
        lines.append(text(rulebook, "counter-deeds", deeds=listed(deeds), also=bool(things)))
    return lines


def _sorted_wishes(interview: Interview) -> tuple[list[str], str]:
    """The wishes that aren't about pay, and the first that names an amount of it: '22 an hour'."""
    others, pay = [], ""
    for each in interview.wishes:
        amount = read_amount(each.what)
        if amount is not None and amount.is_pay and not pay:
            pay = each.what
        else:
            others.append(each.what)
    return others, pay

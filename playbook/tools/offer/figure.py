"""The one figure that a counter-offer names, beside what is offered; or why it names none."""

from dataclasses import dataclass, replace

from playbook.interview import Interview
from playbook.phrasing.frames import LeftOut
from playbook.phrasing.tidy import is_empty
from playbook.record_rows import Offer
from playbook.tools.offer.amounts import Amount, read_amount, read_highest
from playbook.tools.offer.home_terms import home_currency, in_home_terms
from playbook.tools.offer.pay import asked_pay, main_pay, missing_in, on_top, say_pay
from playbook.tools.offer.pay_range import range_ends
from playbook.tools.offer.scale import step_in


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure for the pay, or none, with the path of its field; what is left out of it, and why.

    `on_top` is what is asked for beside it in the same words: 'plus LTIP'.
    """

    amount: Amount | None = None
    path: str = ""
    on_top: str = ""
    left: tuple[LeftOut, ...] = ()


def asked_figure(interview: Interview, wished: tuple[tuple[str, str], ...]) -> Asked:
    """Return the one figure to ask for: the upper end of the range, else the first wish.

    And why it isn't, where it isn't.
    """
    first, last = range_ends(interview)
    given = [(last, "range_to"), (first, "range_from")] if last else [(first, "range_from")]
    rows = [
        (words, path)
        for words, path in (*given, *wished)
        if not is_empty(words) and not step_in(words)
    ]
    if not rows:
        return Asked()
    words, path = rows[0]
    second = [
        LeftOut("wishes", typed, "second-figure", where, beside=words)
        for typed, where in rows[1:]
        if where.startswith("wishes")
    ]
    typed = _figure(main_pay(words))
    other = read_highest(main_pay(first if words == last else last))
    typed = in_terms_of(typed, other) if typed and other else typed
    offered = offered_pay(interview)
    amount = _in_terms(typed, offered, interview.office.country) if typed else None
    why = _why_not(amount, interview)
    if why:
        beside = offered if why.startswith("offered") else ""
        left = LeftOut("pay", words, f"pay-{why}", path, beside=beside)
        return Asked(None, path, left=(left, *second))
    assert amount is not None
    assert typed is not None
    remarks = _remarks(typed, amount, words, path, interview)
    return Asked(amount, path, on_top(words), (*remarks, *second))


def _remarks(
    typed: Amount, amount: Amount, words: str, path: str, interview: Interview
) -> list[LeftOut]:
    """Return what is still missing in a figure that is asked for, and how we read what its period is."""
    known = read_highest(main_offered(interview))
    missing = missing_in(in_terms_of(amount, known) if known else amount)
    if missing and not (known and missing == "period"):
        return [LeftOut("pay", words, f"pay-{missing}", path)]
    if amount.period != typed.period:
        return [LeftOut("pay", words, "pay-read", path, beside=say_pay(amount))]
    return []


def _in_terms(typed: Amount, offered: str, country: str) -> Amount:
    """Return a figure in the terms of the reader's country; beside an offer, it takes what the offer has."""
    known = read_highest(main_pay(offered))
    if known is None:
        return in_home_terms(typed, country)
    bare = not (typed.currency or typed.scale or known.currency or known.scale)
    return replace(typed, currency=home_currency(country)) if bare else typed


def _figure(words: str) -> Amount | None:
    """Return the figure in these words; none where a number may be anything: 'E13 step 3'."""
    amount = read_highest(words)
    bare = amount is not None and not (amount.currency or amount.period or amount.scale)
    return None if bare and any(map(str.isalpha, words)) and not asked_pay(words) else amount


def _why_not(asked: Amount | None, interview: Interview) -> str:
    """Return why this figure isn't asked for: the id of a reason, or nothing."""
    if asked is None:
        return "unread"
    typed = main_offered(interview)
    offered = read_highest(typed)
    if offered is None or not (offered.currency or offered.period or repeats(typed)):
        unread = any(map(str.isdigit, typed)) and offered is None
        return "offered-unread" if unread else ""
    if not asked.compares_with(offered):
        return "offered-otherwise"
    return "offered" if asked.value <= offered.value else ""


def in_terms_of(asked: Amount, offered: Amount) -> Amount:
    """Return an amount with the currency, the period and the tax of another one, where it has none of its own."""
    return replace(
        asked,
        currency=asked.currency or offered.currency,
        period=asked.period or offered.period,
        taxed=asked.taxed or offered.taxed,
    )


def repeats(typed: str) -> bool:
    """Return whether the pay they offer can be said again: one amount, and no more words than its terms."""
    return asked_pay(typed) is not None and read_amount(typed) is not None


def offered_pay(interview: Interview) -> str:
    """Return what this employer offers, as typed; empty where nothing was said."""
    typed = (interview.offers[0] if interview.offers else Offer()).pay
    return "" if is_empty(typed) else typed


def main_offered(interview: Interview) -> str:
    """Return the same without what comes on top."""
    return main_pay(offered_pay(interview))

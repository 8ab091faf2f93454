"""Pay that is asked for: whether words name it, how it is said, and what is still missing in it."""

import re

from playbook.memory import remembered
from playbook.tools.offer.amounts import PARTS, Amount, in_figures, read_amount, read_highest
from playbook.tools.offer.currencies import SIGNS, is_pay_word

_COUNTED = re.compile(
    r"^[^£$€₹¥₱₦₩₺₪฿]*?\d[\d.,]*\+?[\s-]?(?:days?|hours?|hrs?|weeks?|months?|years?|%|percent)\b",
    re.IGNORECASE,
)
"""'30 days of holiday', '4 days a week': a number of something else than money."""
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ON_TOP = re.compile(r"\s+(?:\+|plus|and|with|/)\s+|;\s*|,\s+", re.IGNORECASE)
_EXTRA = re.compile(r",?\s+(?:\+|plus)\s+(?:an? |the )?(?P<what>[^,;()]+?)[\s.]*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_TO_A_FIGURE = re.compile(r"\b(?:increase|rise|raise|bump|up)\b.*\bto\b", re.IGNORECASE)
_PAY = frozenset(
    "pay salary wage wages base basic rate fee of to at least about around roughly approx approximately circa ca min"
    " minimum max a an per each the my for and or between from k lakh lakhs lac lacs crore crores m million"
    " hourly flat tax before after im pro par por al je p p.a p.m".split()
)
"""Words that may stand beside the number where pay is named, and nothing else."""
_RISE = frozenset("increase rise raise bump up".split())
_BARE_PAY = frozenset(
    "more higher better bigger increased increase rise raise pay salary wage wages money a an in the of base"
    " basic some bit little hourly rate".split()
)
"""Words that ask for more pay without a figure."""
_NAMED = frozenset("pay salary wage wages money raise rise".split())
_BEFORE = frozenset("£$€₹¥₱₦")
_BEHIND = frozenset(("zł", "kr"))
_SCALES = {"lakh": 100_000, "crore": 10_000_000}
_LEAST_BARE = 100
"""A number below this, with no currency and no period, may be an hour of the day or a count of anything."""
_A_YEARS_PAY = 10_000
"""From this on an amount in pounds, dollars or euros is understood as a year's pay where no period stands beside it."""


@remembered()
def main_pay(text: str) -> str:
    """Return the pay itself in what was typed about it, without what comes on top: '$19.25/hr + $1 at night'."""
    first = _ON_TOP.split(_BRACKETS.sub("", text), maxsplit=1)[0].strip(" ,;")
    return first if read_amount(first) or read_highest(first) else text


def on_top(text: str) -> str:
    """Return what is asked for on top of the pay, in its words: 'plus LTIP'; empty for nothing, or another amount."""
    extra = _EXTRA.search(text)
    return f"plus {extra['what']}" if extra and not any(map(str.isdigit, extra["what"])) else ""


@remembered()
def asked_pay(text: str) -> Amount | None:
    """Return the pay that a wish names, the upper end where it is a range; None for a wish for anything else."""
    amount = read_highest(text)
    if amount is None or _COUNTED.match(text.strip()):
        return None
    if (
        not (amount.currency or amount.period or amount.scale)
        and amount.value < _LEAST_BARE * PARTS
    ):
        return None
    words = {each.casefold() for each in _WORD.findall(text)}
    allowed = _PAY | _RISE if _TO_A_FIGURE.search(text) else _PAY
    others = [each for each in words if each not in allowed and not is_pay_word(each)]
    by_the = {amount.period} if amount.period else set()
    return None if set(others) - by_the else amount


def names_pay(text: str) -> bool:
    """Return whether a wish is for a figure of pay, alone or with a condition: '£15 an hour after probation'."""
    amount = read_amount(text)
    whole = amount is not None and bool(amount.currency and amount.period)
    return whole or asked_pay(text) is not None


def is_range(text: str) -> bool:
    """Return whether a pay is named by its two ends, so that nobody knows which was agreed."""
    return read_amount(text) is None and read_highest(text) is not None


@remembered()
def asks_for_more(text: str) -> bool:
    """Return whether a wish asks for more pay and names no figure: 'a higher salary', 'more money'."""
    words = {each.casefold() for each in _WORD.findall(text)}
    named = not _NAMED.isdisjoint(words)
    return named and words <= _BARE_PAY and not any(map(str.isdigit, text))


def missing_in(asked: Amount) -> str:
    """Return what an amount leaves open: 'currency', 'period', 'both', or nothing."""
    currency = bool(asked.currency or asked.scale)
    period = bool(asked.period or asked.scale) or is_a_years_pay(asked)
    return {
        (True, True): "",
        (False, True): "currency",
        (True, False): "period",
        (False, False): "both",
    }[currency, period]


def is_a_years_pay(asked: Amount) -> bool:
    """Return whether so much money, without a period beside it, can hardly be anything but a year's pay."""
    return asked.currency in ("£", "$", "€") and asked.value >= _A_YEARS_PAY * PARTS


def say_pay(amount: Amount, *, after: Amount | None = None) -> str:
    """Return an amount as it is read in a sentence: '£31,500 a year'.

    In the terms of one named `after` which it stands.
    """
    currency = amount.currency or (after.currency if after else "")
    period = "" if after and after.period == (amount.period or after.period) else amount.period
    taxed = "" if after and after.taxed == amount.taxed else amount.taxed
    words = [_money(amount, currency), taxed, _for(period)]
    return " ".join(each for each in words if each)


def _for(period: str) -> str:
    return (
        f"{'an' if period[:1] in 'aeiou' or period == 'hour' else 'a'} {period}" if period else ""
    )


def _money(amount: Amount, currency: str) -> str:
    number = _number(amount, currency)
    if not currency:
        return number
    if currency in _BEHIND:
        return f"{number} {currency}"
    sign = SIGNS.get(currency, currency if currency in _BEFORE else f"{currency.upper()} ")
    return f"{sign}{number}"


def _number(amount: Amount, currency: str) -> str:
    if amount.scale:
        scaled = in_figures(amount.value // _SCALES[amount.scale])
        return f"{scaled.removesuffix('0') if '.' in scaled else scaled} {amount.scale}"
    whole = in_figures(amount.value)
    return _in_lakhs(whole) if currency == "₹" else whole


def _in_lakhs(number: str) -> str:
    """Rewrite '1,200,000' with its groups as in India: '12,00,000'."""
    whole, point, rest = number.replace(",", "").partition(".")
    last, before = whole[-3:], whole[:-3]
    groups = [last]
    while before:
        groups.insert(0, before[-2:])
        before = before[:-2]
    return f"{','.join(groups)}{point}{rest}"

"""The currency and the period of a bare amount, by the reader's country and by its size: '22 an hour' in America."""

from dataclasses import replace

from playbook.tools.offer.amounts import PARTS, Amount
from playbook.tools.offer.currencies import EURO, OF_COUNTRIES

_PAID_BY_MONTH = (EURO - {"IE"}) | {"CH", "LI"}
"""Countries where pay in euros or francs is usually named for a month."""
_PAID_IN_THE_GULF = frozenset("AE SA QA OM KW BH".split())
"""Countries where all pay in their own currency is named for a month."""
_SIZED = frozenset(("£", "$", "€", "cad", "aud", "nzd", "sgd", "chf"))
"""Currencies of much the same size, in which an amount tells what it is for."""
LEAST_GULF, LEAST_A_YEAR_GULF = 500, 60_000
"""Between these an amount in dirhams or riyals is for a month (house rules)."""
MOST_AN_HOUR, LEAST_A_MONTH, LEAST_A_YEAR = 200, 1_000, 10_000
"""Below the first an amount in such a currency is for an hour; from the last on it is for a year (house rules)."""


def home_currency(country: str) -> str:
    """Return the currency of a country, as `Amount` names it; empty where we don't know it."""
    return "€" if country in EURO else OF_COUNTRIES.get(country, "")


def in_home_terms(amount: Amount, country: str) -> Amount:
    """Return an amount with the currency of the country and the period that its size tells, where it has none."""
    known = (
        amount
        if amount.currency or amount.scale
        else replace(amount, currency=home_currency(country))
    )
    return replace(known, period=known.period or _period(known, country))


def _period(amount: Amount, country: str) -> str:
    if country in _PAID_IN_THE_GULF and amount.currency == home_currency(country):
        return "month" if LEAST_GULF * PARTS <= amount.value < LEAST_A_YEAR_GULF * PARTS else ""
    if amount.currency not in _SIZED or amount.scale:
        return ""
    if amount.value >= LEAST_A_YEAR * PARTS:
        return "year"
    if amount.value < MOST_AN_HOUR * PARTS:
        return "hour"
    monthly = country in _PAID_BY_MONTH and amount.value >= LEAST_A_MONTH * PARTS
    return "month" if monthly else ""

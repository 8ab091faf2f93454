"""Amounts as people write them: "£31,500 p.a.", "2.900 € im Monat", "12 lakh". One number, its currency, its period."""

import re
import unicodedata
from dataclasses import dataclass

from playbook.memory import remembered

PARTS = 10_000
"""Amounts are counted in ten-thousandths, whole ones: a wage has no more digits after its point."""
DIGITS = len("0000")
"""Digits after the point that are counted."""
HUNDRED, TENTHS_OF_A_PERCENT = 100, 1000
NUMBER = re.compile(r"\d+(?:[.,'’٬٫]\d+|[ \u00a0\u202f]\d{3}(?!\d))*")
"""A number with its marks; after a blank it goes on only with a group of three."""
MARK = re.compile(r"[.,'’ \u00a0\u202f٬٫]")
POINT = "٫"
"""The Arabic decimal point, which is never a mark between thousands."""
_TIMES = re.compile(r"\s?(k|lakhs?|lacs?|lpa|crores?|cr|million|mio|m)\b", re.IGNORECASE)
_TERM = re.compile(r"[£$€₹¥₱₦]|[^\s\d/,;:()£$€₹¥₱₦]+")
_TIMES_AS = {
    "k": 1_000,
    "m": 1_000_000,
    "mi": 1_000_000,
    "la": 100_000,
    "lp": 100_000,
    "cr": 10_000_000,
}
"""What a number is multiplied by, by the first letters of the word behind it."""
_CURRENCIES = {
    "£": "£ gbp pound pounds quid sterling",
    "$": "$ usd dollar dollars bucks us",
    "€": "€ eur euro euros",
    "₹": "₹ inr rs rs. rupee rupees रुपये",
    "¥": "¥ jpy yen",
    "cny": "cny rmb yuan",
    "chf": "chf francs franken",
    "zł": "zł zl pln zloty zlotys złotych",
    "kr": "kr sek nok dkk kronor kroner",
    "₱": "₱ php peso pesos",
    "₦": "₦ ngn naira",
    "aed": "aed dirham dirhams",
    "sar": "sar riyal riyals ريال",
    "zar": "zar rand",
    "aud": "aud",
    "cad": "cad",
    "nzd": "nzd",
    "sgd": "sgd",
}
_PERIODS = {
    "year": "year years yr yrs annum annual annually yearly p.a pa p.a. lpa jahr jährlich année año anno",
    "month": "month months mo mth monthly pcm pm p.m p.m. monat monatlich mois mes mese الشهر",
    "week": "week weeks wk weekly pw p.w p.w. woche semaine semana",
    "day": "day days daily tag jour día",
    "hour": "hour hours hr hrs h hourly ph p.h p.h. stunde heure hora",
}
_WORDS = {
    word: term
    for table in (_CURRENCIES, _PERIODS)
    for term, words in table.items()
    for word in words.split()
}
_TAXED = {"net": "net", "netto": "net", "after": "net", "gross": "gross", "brutto": "gross"}
_SYMBOLS = "£$€₹¥₱₦"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its currency and period, each empty where it wasn't written.

    `value` counts ten-thousandths; `taxed` is net, gross or empty.
    """

    value: int
    currency: str
    period: str
    taxed: str
    text: str

    def compares_with(self, other: "Amount") -> bool:
        """Whether both are said in the same terms; what one leaves out it takes from the other."""
        terms = (
            (self.currency, other.currency),
            (self.period, other.period),
            (self.taxed, other.taxed),
        )
        return all(not one or not two or one == two for one, two in terms)

    @property
    def is_pay(self) -> bool:
        """Whether it is money: it has a currency or a period."""
        return bool(self.currency or self.period)


@remembered()
def read_amount(text: str) -> Amount | None:
    """The one amount in a text; None where there is none, or more than one."""
    plain = "".join(_digit(each) for each in " ".join(text.split()))
    match = _one_number(plain)
    if match is None:
        return None
    after = plain[match.end() :]
    times = _TIMES.match(after)
    value = _value(match[0]) * (_TIMES_AS[times[1][:2].casefold()] if times else 1)
    terms = [each.casefold() for each in _TERM.findall(plain[: match.start()] + " " + after)]
    return Amount(
        value=value,
        currency=_first(terms, _CURRENCIES),
        period=_first(terms, _PERIODS),
        taxed=next((_TAXED[each] for each in terms if each in _TAXED), ""),
        text=text.strip(),
    )


def said(value: int) -> str:
    """A number of ten-thousandths as it is read: "31,500", "12.50"."""
    if value % PARTS == 0:
        return f"{value // PARTS:,}"
    whole, hundredths = divmod(_rounded(value * HUNDRED, PARTS), HUNDRED)
    return f"{whole:,}.{hundredths:02}"


def percent(share: int, whole: int) -> str:
    """How many hundredths of an amount another is, with one digit after the point: "4.8"."""
    return (
        "{}.{}".format(*divmod(_rounded(share * TENTHS_OF_A_PERCENT, whole), 10))
        if whole
        else "0.0"
    )


def _rounded(dividend: int, divisor: int) -> int:
    """The whole number nearest to a quotient; neither is negative."""
    return (2 * dividend + divisor) // (2 * divisor)


def _one_number(plain: str) -> re.Match[str] | None:
    """The only number, or the only one that a sign of money stands before: 'Band 5, £31,049'."""
    found = list(NUMBER.finditer(plain))
    if len(found) > 1:
        found = [each for each in found if plain[: each.start()].rstrip()[-1:] in (*_SYMBOLS,)]
    return found[0] if len(found) == 1 else None


def _first(terms: list[str], known: dict[str, str]) -> str:
    """The first of these words that is a currency, or a period."""
    found = (_WORDS.get(each) or _WORDS.get(each.strip(".")) for each in terms)
    return next((each for each in found if each in known), "")


def _digit(character: str) -> str:
    """A digit of any script as one of ours."""
    digit = unicodedata.digit(character, None)
    return character if digit is None or not character.isdecimal() else str(digit)


def _value(number: str) -> int:
    """Groups of three are thousands, in India groups of two as well; any other last group stands after the point."""
    groups, marks = MARK.split(number), set(MARK.findall(number))
    grouped = len(groups[-1]) == len("000") and all(len(each) in (2, 3) for each in groups[1:])
    if not marks or (grouped and len(marks) == 1 and POINT not in marks and groups[0] != "0"):
        return int("".join(groups)) * PARTS
    after_the_point = groups[-1][:DIGITS].ljust(DIGITS, "0")
    return int("".join(groups[:-1])) * PARTS + int(after_the_point)

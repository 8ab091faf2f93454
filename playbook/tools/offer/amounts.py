"""Amounts as people write them: "£31,500 p.a.", "2.900 € im Monat", "12 lakh". One number, its currency, its period."""

import re
import unicodedata
from dataclasses import dataclass

from playbook.memory import remembered
from playbook.tools.offer.currencies import CURRENCIES, DOLLARS, PERIODS, TAXED, WORDS

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
_SYMBOLS = "£$€₹¥₱₦₩₺₪฿"
_TERM = re.compile(rf"(?:[A-Za-z]{{1,2}})?\$|[{_SYMBOLS}]|[^\s\d/,;:(){_SYMBOLS}]+")
_PER = re.compile(r"\bp/(?=[ahmwd]\b)", re.IGNORECASE)
"""'22 p/h' without its stroke."""
_BY_THE = re.compile(
    r"^\s?(?:k\b)?\s?(?:an? (?=\w)|(?:[^\s\d/]+ )?(?:per |each |/ ?))([a-z]+)", re.IGNORECASE
)
"""What a number is for, where it is none of the usual periods: '£40 per class'."""
_PIECES = frozenset(
    "class session lesson lecture word article visit job project shift piece mile km delivery drop show gig course"
    " module page night term".split()
)
_LETTERS = re.compile(r"[^\W\d_]+$")
_BETWEEN = re.compile(
    rf"^\s?(?:k|lakhs?|lpa|m)?\s?(?:-|–|—|to|and|or)\s?[{_SYMBOLS}]?\s?$", re.IGNORECASE
)
"""What stands between the two ends of a range."""
_TIMES_AS = {
    "k": 1_000,
    "m": 1_000_000,
    "mi": 1_000_000,
    "la": 100_000,
    "lp": 100_000,
    "cr": 10_000_000,
}
"""What a number is multiplied by, by the first letters of the word behind it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its currency and period, each empty where it wasn't written.

    `value` counts ten-thousandths; `taxed` is net, gross or empty; `scale` is lakh or crore where it was said so.
    """

    value: int
    currency: str
    period: str
    taxed: str
    text: str
    scale: str = ""

    def compares_with(self, other: "Amount") -> bool:
        """Return whether both are said in the same terms; what one leaves out it takes from the other."""
        dollars = (
            "$" in (self.currency, other.currency) and {self.currency, other.currency} <= DOLLARS
        )
        terms = (
            ("", "") if dollars else (self.currency, other.currency),
            (self.period, other.period),
            (self.taxed, other.taxed),
        )
        return all(not one or not two or one == two for one, two in terms)


@remembered()
def read_amount(text: str) -> Amount | None:
    """Return the one amount in a text; None where there is none, or more than one."""
    plain = _plain(text)
    match = None if _upper_end(plain) else _one_number(plain)
    return _amount(text, plain, match) if match else None


@remembered()
def read_highest(text: str) -> Amount | None:
    """Return the one amount in a text, or the upper end of a range: '£28,000 to £32,000'.

    None where there is neither.
    """
    plain = _plain(text)
    match = _upper_end(plain) or _one_number(plain)
    return _amount(text, plain, match) if match else None


def _plain(text: str) -> str:
    return _PER.sub("p", "".join(_digit(each) for each in " ".join(text.split())))


def _amount(text: str, plain: str, match: re.Match[str]) -> Amount:
    after = plain[match.end() :]
    times = _TIMES.match(after)
    sort = times[1][:2].casefold() if times else ""
    terms = [each.casefold() for each in _TERM.findall(plain[: match.start()] + " " + after)]
    by_the = _BY_THE.match(after)
    piece = by_the[1].casefold() if by_the else ""
    return Amount(
        value=_value(match[0]) * _TIMES_AS.get(sort, 1),
        currency=_first(terms, CURRENCIES),
        period=_first(terms, PERIODS) or (piece if piece in _PIECES else ""),
        taxed=next((TAXED[each] for each in terms if each in TAXED), ""),
        text=text.strip(),
        scale={"la": "lakh", "lp": "lakh", "cr": "crore"}.get(sort, ""),
    )


def _numbers(plain: str) -> list[re.Match[str]]:
    """Return the numbers of a text, and not those that belong to a word: 'E13', 'IR35'."""
    numbers = ((each, _LETTERS.search(plain[: each.start()])) for each in NUMBER.finditer(plain))
    return [each for each, before in numbers if not before or before[0].casefold() in WORDS]


def _upper_end(plain: str) -> re.Match[str] | None:
    """Return the second of two numbers that are the ends of a range."""
    numbers = _numbers(plain)
    if len(numbers) != len(("from", "to")):
        return None
    low, high = numbers
    return high if _BETWEEN.match(plain[low.end() : high.start()]) else None


def in_figures(value: int) -> str:
    """Return a number of ten-thousandths as it is read: "31,500", "12.50"."""
    if value % PARTS == 0:
        return f"{value // PARTS:,}"
    whole, hundredths = divmod(_rounded(value * HUNDRED, PARTS), HUNDRED)
    return f"{whole:,}.{hundredths:02}"


def percent(share: int, whole: int) -> str:
    """Return how many hundredths of an amount another is, with one digit after the point: "4.8"."""
    return (
        "{}.{}".format(*divmod(_rounded(share * TENTHS_OF_A_PERCENT, whole), 10))
        if whole
        else "0.0"
    )


def _rounded(dividend: int, divisor: int) -> int:
    """Return the whole number nearest to a quotient; neither is negative."""
    return (2 * dividend + divisor) // (2 * divisor)


def _one_number(plain: str) -> re.Match[str] | None:
    """Return the only number, or the only one that a sign of money stands before: 'Band 5, £31,049'."""
    numbers = _numbers(plain)
    if len(numbers) > 1:
        numbers = [each for each in numbers if plain[: each.start()].rstrip()[-1:] in (*_SYMBOLS,)]
    return numbers[0] if len(numbers) == 1 else None


def _first(terms: list[str], known: dict[str, str]) -> str:
    """Return the first of these words that is a currency, or a period."""
    numbers = (WORDS.get(each) or WORDS.get(each.strip(".")) for each in terms)
    return next((each for each in numbers if each in known), "")


def _digit(character: str) -> str:
    """Return a digit of any script as one of ours."""
    digit = unicodedata.digit(character, None)
    return character if digit is None or not character.isdecimal() else str(digit)


def _value(number: str) -> int:
    """Read a number in groups: three digits are thousands, in India two as well.

    Any other last group is decimals.
    """
    groups, marks = MARK.split(number), set(MARK.findall(number))
    grouped = len(groups[-1]) == len("000") and all(len(each) in (2, 3) for each in groups[1:])
    if not marks or (grouped and len(marks) == 1 and POINT not in marks and groups[0] != "0"):
        return int("".join(groups)) * PARTS
    after_the_point = groups[-1][:DIGITS].ljust(DIGITS, "0")
    return int("".join(groups[:-1])) * PARTS + int(after_the_point)

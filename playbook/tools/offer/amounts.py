"""Amounts as people write them: "£31,500 a year", "2.900 € im Monat", "30k". One number, and the words around it."""

import re
import unicodedata
from dataclasses import dataclass

from playbook.memory import remembered

THOUSAND = 1000
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


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit: what stood around it, in small letters without blanks. `value` counts ten-thousandths."""

    value: int
    unit: str
    text: str

    def compares_with(self, other: "Amount") -> bool:
        """Whether both are said in the same terms; a bare number takes the terms of the other."""
        return not self.unit or not other.unit or self.unit == other.unit


@remembered()
def read_amount(text: str) -> Amount | None:
    """The one amount in a text; None where there is none, or more than one."""
    plain = "".join(_digit(each) for each in " ".join(text.split()))
    found = list(NUMBER.finditer(plain))
    if len(found) != 1:
        return None
    match = found[0]
    before, after = plain[: match.start()], plain[match.end() :]
    thousands = re.match(r"\s?k\b", after, re.IGNORECASE)
    value = _value(match[0]) * (THOUSAND if thousands else 1)
    rest = before + (after[thousands.end() :] if thousands else after)
    return Amount(value, re.sub(r"[\s.,;:/]+", "", rest).casefold(), text.strip())


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

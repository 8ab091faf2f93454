"""Numbers in words, as digits: twenty-one days, the fifth of December."""

import re

_UP_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = {
    name: 10 * at
    for at, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINAL_TENS = {"twentieth": 20, "thirtieth": 30}
_VALUES = (
    {name: at for at, name in enumerate(_UP_TO_NINETEEN)}
    | _TENS
    | {name: at for at, name in enumerate(_ORDINALS, 1)}
    | _ORDINAL_TENS
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)

CARDINAL = (
    rf"\b(?:({'|'.join(_TENS)})(?:[ -]({'|'.join(_UP_TO_NINETEEN[1:10])}))?"
    rf"|({'|'.join(_UP_TO_NINETEEN)}))\b"
)
"""A number below a hundred."""
HUNDREDS = r"\b(?:a|([1-9])) hundred(?:(?: and)? (\d{1,2}))?\b"
"""One above it, where those below it are digits already."""
ORDINAL = (
    rf"\b(?:(twenty|thirty)[ -]({'|'.join(_ORDINALS[:9])})"
    rf"|({'|'.join([*_ORDINALS[4:], *_ORDINAL_TENS])}))\b"
)
"""A day of a month from the fifth on; 'first' and 'second' are more often no days."""
LOW_ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th"}
"""The others, for places where they are."""


def write_number(words: re.Match[str]) -> str:
    """What one of these patterns found, in digits: '21', '120', '5th'."""
    parts = [part for part in words.groups() if part]
    value = sum(_VALUES[part] for part in parts)
    return str(value) if parts[-1] in {*_UP_TO_NINETEEN, *_TENS} else f"{value}{_ending(value)}"


def write_hundreds(words: re.Match[str]) -> str:
    """'100' for a hundred, '120' for 1 hundred and 20."""
    return str(100 * int(words[1] or 1) + int(words[2] or 0))


def _ending(value: int) -> str:
    return "th" if value in _TEENS else _ENDINGS.get(value % 10, "th")

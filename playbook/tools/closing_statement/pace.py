"""How long words take to say."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from playbook.evidence import Rule
from playbook.memory import remembered
from playbook.tools.closing_statement.model import Pace

SLOWEST, QUICKEST = 40, 300
"""Words a minute between which a reading of the sample can be meant: below and above, the clock was left running."""
WITHOUT_BLANKS = ("CJK UNIFIED", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")


@remembered()
def count_words(text: str) -> int:
    """Return how many words are said: whatever stands between blanks and has a letter or a digit in it."""
    return sum(1 for each in text.split() if any(character.isalnum() for character in each))


def has_blanks(text: str) -> bool:
    """Return whether the words of this text can be counted by the blanks between them."""
    return not any(
        unicodedata.name(each, "").startswith(WITHOUT_BLANKS)
        for each in set(text)
        if not each.isascii()
    )


def paces(rules: Mapping[str, Rule], sample_seconds: int) -> tuple[Pace, ...]:
    """Return slow, middle and quick (house/10), and the reader's own where they timed themselves."""
    slow, quick = rules["speaking-rate-slow"].value, rules["speaking-rate-quick"].value
    usual = (Pace("slow", slow), Pace("middle", (slow + quick) // 2), Pace("quick", quick))
    own = own_rate(sample_seconds, rules["pace-sample"].value)
    return (*usual, Pace("own", own)) if is_likely(own) else usual


def own_rate(seconds: int, words: int) -> int:
    """Return words a minute for a sample read in this many seconds; 0 where it wasn't timed."""
    return (words * 60 + seconds // 2) // seconds if seconds else 0


def is_likely(rate: int) -> bool:
    """Return whether a person can have read the sample at this pace."""
    return SLOWEST <= rate <= QUICKEST


@cache
def likely_seconds(words: int) -> tuple[int, int]:
    """Return the fewest and the most seconds in which a person can have read a sample of so many words."""
    longest = 2 * words * 60 // SLOWEST
    likely = [each for each in range(1, longest) if is_likely(own_rate(each, words))]
    return likely[0], likely[-1]

"""How long words take to say."""

import re
from collections.abc import Mapping
from functools import cache

from playbook.evidence import Rule
from playbook.memory import remembered
from playbook.tools.closing_statement.model import Pace

SLOWEST, QUICKEST = 40, 300
"""Words a minute between which a reading of the sample can be meant: below and above, the clock was left running."""
_WITHOUT_BLANKS = re.compile(
    "[\u0e00-\u0eff"  # Thai and Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f\U000116d0-\U000116ff"  # Burmese
    "\u1780-\u17ff\u19e0-\u19ff"  # Khmer
    "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f\U0001aff0-\U0001b16f"  # Japanese syllables
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"  # Chinese characters
)
"""Scripts that put no blanks between words, by the blocks of Unicode: names of characters would cost 0.2 MB a visit."""


@remembered()
def count_words(text: str) -> int:
    """Return how many words are said: whatever stands between blanks and has a letter or a digit in it."""
    return sum(1 for each in text.split() if any(character.isalnum() for character in each))


def has_blanks(text: str) -> bool:
    """Return whether the words of this text can be counted by the blanks between them."""
    return _WITHOUT_BLANKS.search(text) is None


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

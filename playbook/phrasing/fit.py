"""Whether what the reader has done answers what is needed or was told, so that the two are said side by side."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from playbook.content import read_all
from playbook.memory import remembered
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.subjects import GRAMMAR, TELLS_NOTHING, subjects
from playbook.phrasing.words import words_of

_RATE = re.compile(
    r"\b\d+(?: [a-z]+){1,3} (?:an?|per|each|every) (?:minute|hour|day|shift|night)\b", re.IGNORECASE
)
"""So many of something in so much time: '60 customers an hour'."""
_SETTING = re.compile(
    r"(?: (?:on|in|at|from|during|for)(?: (?:an?|the|my|our|their|final|last))?(?: [\w'’&-]+){1,2})(?=[.,;]|$| and\b)",
    re.IGNORECASE,
)
"""Where something was done, which isn't what it was about: 'on my ward', 'in Leeds'."""
_IDIOM = re.compile(
    r"\bclean (?:driving )?(?:licen[cs]e|record)\b|\bsold my \w+|\btook care of the (?:invoices|books|paperwork)\b",
    re.IGNORECASE,
)
"""Words that mean something else together, or are no work."""
OF_ANY_TRADE = (
    "ward school shop store kitchen office restaurant hotel hospital branch site plant factory building built floor"
    " course group clinic bakery business family night shift closing turning taking opening part small large young"
    " older staff student number worker hand lead leader listen example"
)
"""Words that two texts of one trade share by chance."""
_EVERYDAY = frozenset(
    "new old good great big small own next last this every each more most very really all".split()
)
"""Words beside which another word names no other thing."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What is asked for and what answers it (themes.toml)."""

    id: str
    asked: tuple[str, ...]
    done: tuple[str, ...]
    unless: tuple[str, ...] = ()
    told: bool = False


@cache
def _themes() -> Mapping[str, Theme]:
    return read_all(Theme, files("playbook.phrasing") / "themes.toml")


@remembered()
def answers(asked: str, done: str, *, told: bool = False) -> bool:
    """Return whether a deed answers what is needed: both are about one thing, or a theme has them both.

    `told`: they told it of the job, and it is no need.
    """
    if not asked or not done:
        return False
    asked, done = _IDIOM.sub("", asked), _IDIOM.sub("", done)
    wanted, deed = _spaced(asked), _spaced(done)
    if _same_subject(asked, done) or _same_pair_of_words(asked, done):
        return True
    return any(
        _has(wanted, each.asked) and _has(deed, each.done) and not _has(wanted, each.unless)
        for each in _themes().values()
        if each.told or not told
    )


def _same_subject(asked: str, done: str) -> bool:
    """Return whether a word that names what each is about stands in both."""
    core = _SETTING.sub("", done)
    shared = subjects(asked) & subjects(core)
    return not shared <= subjects(OF_ANY_TRADE)


def _same_pair_of_words(asked: str, done: str) -> bool:
    """Return whether two words that name a thing together stand in both: 'month end', 'end close'."""
    return not _pairs(asked).isdisjoint(_pairs(_SETTING.sub("", done)))


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    every = words_of(text).all
    return frozenset(
        pair
        for pair in pairwise(every)
        if all(map(_names, pair)) and not set(pair) <= TELLS_NOTHING
    )


def _names(word: str) -> bool:
    grammar = any(word in words_named("small", name) for name in GRAMMAR)
    return word.isalpha() and len(word) > len("an") and not grammar and word not in _EVERYDAY


def _spaced(text: str) -> str:
    rate = " #rate" if _RATE.search(text) else ""
    return f" {' '.join(words_of(text).all)}{rate} "


def _has(text: str, beginnings: tuple[str, ...]) -> bool:
    return any(f" {each.replace('_', ' ')}" in text for each in beginnings)

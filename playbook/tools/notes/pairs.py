"""Which of the reader's deeds fits whom, and whose it is where it is about the same thing as theirs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from playbook.phrasing.fit import OF_ANY_TRADE, answers
from playbook.phrasing.frames import fill
from playbook.phrasing.tidy import is_empty, trim
from playbook.phrasing.tone import is_welcome
from playbook.phrasing.words import words_of
from playbook.render import capitalized
from playbook.tools.notes.own_deeds import MISSED, Deed

SHORTEST = 4
"""Letters of a word that can name what something is about."""
STEM = 6
"""Letters by which two forms of one word are the same: 'exchange', 'exchanges'."""
_ANYTHING = frozenset(
    "people work works worked working team teams time times year years month months week weeks first with that they"
    " your have been from about what when there their also very much like would into over more most than them this"
    " were then well good made make makes help helped helps used using know every everyone staff after before which"
    " where while some only still always never started start place thing things company hear heard helpful useful"
    " interesting encouraging learn learned told thank telling mention like alone without between through because"
    " each other another both same many able just really since during"
    " manage manages managed managing manager management".split()
)
"""Words that stand in anything, and so join nothing."""
_SERVED = frozenset(
    each[:STEM]
    for each in "child children customer customers patient patients nurse nurses student students pupil pupils resident"
    " residents guest guests tenant tenants client clients driver drivers animal animals".split()
)
"""People whom both of one trade speak of, so that nothing is claimed."""
_OF_TRADE = frozenset(OF_ANY_TRADE.split())
_NO_JOB = re.compile(
    r"\b(?:uncle|aunt|mum|mom|dad|brother|sister|family|friends?|home|house|garage|parents|council|church|mosque|temple"
    r"|club|volunteer\w*|college|university|degree|thesis|placement|spare time|work\w*)\b",
    re.IGNORECASE,
)
"""Words of a deed that may have been done outside any job, or that say already that it was work."""
_SHORT_NAME = re.compile(r"\b[A-Z][A-Z0-9]{1,5}\b")
_PLACES = ("US", "UK", "EU", "GB", "NHS")
"""Short names that stand in anything."""
_HARD = re.compile(
    r"\b(?:hard|harder|hardest|difficult|tough|problems?|challenges?|struggl\w+|short of|lacks?|missing)\b",
    re.IGNORECASE,
)
"""What is hard there, to which whatever the reader has done is an answer."""


def with_hinge(deeds: Sequence[Deed], heard: str) -> list[Deed]:
    """Return the deeds; a proof that shares a word with what was `heard` begins with whose it is: 'In my own work, …'.

    Else two things about one subject stand side by side, and the second reads as if it were about theirs.
    """
    return [_hinged(each) if named_in_both(heard, each.text) - _SERVED else each for each in deeds]


def _hinged(deed: Deed) -> Deed:
    at_work = deed.kind != MISSED and not _NO_JOB.search(deed.text)
    return replace(deed, lead="In my own work, ") if at_work and deed.text[:2] == "I " else deed


def fits_to(text: str, deeds: Sequence[Deed]) -> tuple[int, ...]:
    """Return the numbers of the deeds that answer this text, or share a word with it that names something.

    Those that answer it come first.
    """
    if is_empty(text):
        return ()
    plain = [plain_deed(each, 0) for each in deeds]
    shared = {nth: len(named_in_both(text, each)) for nth, each in enumerate(plain)}
    of_theme = [nth for nth, each in enumerate(plain) if answers(text, each, told=True)]
    alike = sorted((nth for nth in shared if shared[nth]), key=lambda nth: -shared[nth])
    return tuple(dict.fromkeys((*of_theme, *alike)))


def tells_what_is_hard(text: str) -> bool:
    """Return whether a text says what is hard there, to which whatever somebody has done is an answer."""
    return _HARD.search(text) is not None and not is_welcome(text)


def about_same(text: str, deeds: Sequence[Deed]) -> Deed | None:
    """Return the deed that shares most words with the text that name something; None where none shares any."""
    best = max(deeds, key=lambda each: len(named_in_both(text, each.text)), default=None)
    return best if best and named_in_both(text, best.text) else None


def named_in_both(one: str, other: str) -> set[str]:
    """Return the words that name something in both texts, as far as two forms of one word are the same."""
    return _names(one) & _names(other)


def _names(text: str) -> set[str]:
    words = (each.partition("'")[0] for each in words_of(text).all)
    named = {each[:STEM] for each in words if len(each) >= SHORTEST and not _joins_nothing(each)}
    return named | {each for each in _SHORT_NAME.findall(text) if each not in _PLACES}


def _joins_nothing(word: str) -> bool:
    return word in _ANYTHING or not _OF_TRADE.isdisjoint((word, word.removesuffix("s")))


def plain_deed(deed: Deed, turn: int) -> str:
    """Return a deed without the words that lead to it: 'I ran a crew of 12'."""
    lead = trim(fill("missed-that", turn, x=""))
    if deed.kind != MISSED or not deed.text.startswith(lead):
        return deed.text
    return capitalized(deed.text.removeprefix(lead).strip())

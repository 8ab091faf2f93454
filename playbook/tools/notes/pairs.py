"""What was said and what the reader has done, side by side where they are about one thing."""

import re
from collections.abc import Sequence

from playbook.phrasing.fit import OF_ANY_TRADE
from playbook.phrasing.frames import fill
from playbook.phrasing.tidy import trim
from playbook.phrasing.tone import is_practical, is_welcome
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
_OF_TRADE = frozenset(OF_ANY_TRADE.split())
TELLS = ("Thank you for telling me that ", "It was helpful to hear that ")
"""How a sentence begins that reports a point without saying that it was good to hear."""
_SHORT_NAME = re.compile(r"\b[A-Z][A-Z0-9]{1,5}\b")
_PLACES = ("US", "UK", "EU", "GB", "NHS")
"""Short names that stand in anything."""
_HARD = re.compile(
    r"\b(?:hard|harder|hardest|difficult|tough|problems?|challenges?|struggl\w+|short of|lacks?|missing)\b",
    re.IGNORECASE,
)
"""What is hard there, to which whatever the reader has done is an answer."""


def pair(
    sentence: str, deeds: Sequence[Deed], turn: int, *, one_talk: bool
) -> tuple[str, Deed | None]:
    """Return the sentence about the talk with the deed that belongs to it, and that deed; as it was where none does.

    Both are about one thing where they share a word that names it; one deed alone also answers what is hard
    there, or needed.
    `one_talk`: nothing else of the talk stands in the letter.
    """
    if not sentence or ". " in sentence or '"' in sentence or is_practical(sentence):
        return sentence, None
    alike = about_same(sentence, deeds)
    hard = sentence.startswith(TELLS) and tells_what_is_hard(sentence)
    only = deeds[0] if len(deeds) == 1 and one_talk and hard else None
    chosen = alike or only
    return (f"{sentence} {plain_deed(chosen, turn)}", chosen) if chosen else (sentence, None)


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

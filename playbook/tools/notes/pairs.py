"""What was said and what the reader has done, side by side where they are about one thing."""

import re
from collections.abc import Sequence

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
SAID = (
    "You told me that ",
    "You mentioned that ",
    "You said that ",
    "It was good to hear that ",
    "I was glad to hear that ",
    "It was encouraging to hear that ",
)
"""How a sentence begins that reports a point."""
TALKED = (
    "It was good to hear ",
    "I was glad to hear ",
    "It was also good to hear ",
    "Thank you, too, for explaining ",
)
"""How a sentence begins that comes back to a thing."""


_SHORT_NAME = re.compile(r"\b[A-Z][A-Z0-9]{1,5}\b")
_PLACES = ("US", "UK", "EU", "GB", "NHS")
"""Short names that stand in anything."""
_HARD = re.compile(
    r"\b(?:hard|harder|hardest|difficult|tough|needs?|must|ha(?:s|ve) to|problems?|challenges?|struggl\w+|short of"
    r"|matters?|priorit\w+|important|lacks?|missing)\b",
    re.IGNORECASE,
)
"""What is hard there, or needed, to which whatever the reader has done is an answer."""


def pair(
    sentence: str, deeds: Sequence[Deed], turn: int, *, one_talk: bool
) -> tuple[str, Deed | None]:
    """Return the sentence about the talk with the deed that belongs to it, and that deed; as it was where none does.

    Both are about one thing where they share a word that names it; one deed alone also answers what is hard
    there, or needed.
    `one_talk`: nothing else of the talk stands in the letter.
    """
    report = _as_report(sentence)
    if not report or is_practical(sentence):
        return sentence, None
    alike = about_same(sentence, deeds)
    point = report.startswith("You said that ") and not is_welcome(report) and _HARD.search(report)
    only = deeds[0] if len(deeds) == 1 and one_talk and point else None
    chosen = alike or only
    return (f"{report} {_plain(chosen, turn)}", chosen) if chosen else (sentence, None)


def pair_learned(sentence: str, deeds: Sequence[Deed], turn: int) -> tuple[str, Deed | None]:
    """Return the sentence about what was learned with the deed about the same thing, and that deed."""
    alike = about_same(sentence, deeds) if sentence else None
    if alike is None:
        return sentence, None
    deed = _plain(alike, turn)
    joins = deed.startswith("I ") and ". " not in deed
    so = f"{trim(sentence)}, so it may help that {deed}"
    return (so if joins else f"{sentence} {deed}", alike)


def about_same(text: str, deeds: Sequence[Deed]) -> Deed | None:
    """Return the deed that shares most words with the text that name something; None where none shares any."""
    named = _names(text)
    best = max(deeds, key=lambda each: len(named & _names(each.text)), default=None)
    return best if best and named & _names(best.text) else None


def _as_report(sentence: str) -> str:
    """Return the sentence as what they said or talked about; empty where it says more than that."""
    if ". " in sentence:
        return ""
    for each in SAID:
        if sentence.startswith(each):
            return f"You said that {sentence.removeprefix(each)}"
    for each in TALKED:
        if sentence.startswith(each):
            return f"You talked about {sentence.removeprefix(each).removeprefix('about ')}"
    return ""


def _names(text: str) -> set[str]:
    words = (each.partition("'")[0] for each in words_of(text).all)
    named = {each[:STEM] for each in words if len(each) >= SHORTEST and each not in _ANYTHING}
    return named | {each for each in _SHORT_NAME.findall(text) if each not in _PLACES}


def _plain(deed: Deed, turn: int) -> str:
    """Return a deed without the words that lead to it: 'I ran a crew of 12'."""
    lead = trim(fill("missed-that", turn, x=""))
    if deed.kind != MISSED or not deed.text.startswith(lead):
        return deed.text
    return capitalized(deed.text.removeprefix(lead).strip())

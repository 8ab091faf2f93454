"""How hard a page is to read: Flesch's reading ease, and the school grade that it stands for."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

from pyphen import Pyphen

from macros.plays import find_pages, find_plays
from macros.prose import Line, LineKind, read_lines

FEWEST_WORDS = 100

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.?!…](?=\W|$)")


@dataclass(frozen=True, slots=True)
class Ease:
    """How a text reads: from 100, very easy, down to 0; `grade` counts years at school."""

    ease: float
    grade: float


def measure(lines: tuple[Line, ...]) -> Ease | None:
    """Return the reading ease of a page's prose; None where there is too little of it to tell."""
    prose = [line.plain for line in lines if line.kind is LineKind.PROSE]
    words = [word for text in prose for word in _WORD.findall(text)]
    if len(words) < FEWEST_WORDS:
        return None
    length = len(words) / sum(max(1, len(_SENTENCE_END.findall(text))) for text in prose)
    weight = sum(map(count_syllables, words)) / len(words)
    return Ease(206.835 - 1.015 * length - 84.6 * weight, 0.39 * length + 11.8 * weight - 15.59)


def count_syllables(word: str) -> int:
    """Return how many syllables an English word has, by where it may be hyphenated.

    That misses one here and there, in "very" say, which over a whole page hardly shows.
    """
    return sum(len(_hyphens().positions(piece)) + 1 for piece in word.split("-"))


def report(docs_dir: Path) -> list[str]:
    """Return a line about the plays, and one that names the three hardest pages."""
    files = find_pages(docs_dir)
    measured = {file: measure(read_lines(file.read_text(encoding="utf-8"))) for file in files}
    pages = {file: ease for file, ease in measured.items() if ease}
    plays = [pages[file] for file in find_plays(docs_dir) if file in pages]
    hardest = sorted(pages, key=lambda file: pages[file].ease)[:3]
    named = ", ".join(
        f"{file.relative_to(docs_dir).as_posix()} ({pages[file].ease:.0f})" for file in hardest
    )
    ease, grade = median(play.ease for play in plays), median(play.grade for play in plays)
    return [
        f"Reading ease of the plays: {ease:.0f} of 100, grade {grade:.1f} (median of {len(plays)})",
        f"Hardest to read: {named}",
    ]


@cache
def _hyphens() -> Pyphen:
    return Pyphen(lang="en_US", left=1, right=2)

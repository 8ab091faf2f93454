"""An e-mail in passages: sentences, lines of a list and headings, each with its words and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.promises.tokens import Token, tokens

_ENDS = re.compile(r"[.!?…][\"'”’)]?(?=\s)|\n")
_SHORTENED = frozenset(
    "mr mrs ms dr st no ref tel dept approx e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_HALF_OF_THE_DAY = ("a.m", "p.m")
"""'At 1.30 p.m. would suit us', as 'On 09.12. at ten': the sentence goes on where the next word is in small letters."""
_WRAPPED = 50
"""Characters. A line at least so long may have been wrapped by a program, and its sentence goes on below."""
_LONGEST_LINE = 300
_LONGEST = 400
"""Words in one passage; a text without a full stop is cut there."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a line: its text, where it begins in the e-mail, and its words (`start` counts in the passage)."""

    text: str
    start: int
    words: tuple[Token, ...]


def passages(text: str) -> Iterator[Passage]:
    """Yield the passages of an e-mail in order, each in one line; a line that a program wrapped goes on in the next."""
    for start, end in _places(text):
        sentence = text[start:end]
        lead = len(sentence) - len(sentence.lstrip())
        sentence = sentence.strip().replace("\n", " ")
        if not any(map(str.isalnum, sentence)):
            continue
        words = [each for each in tokens(sentence) if each.kind != "range"]
        for at in range(0, len(words), _LONGEST):
            some = tuple(words[at : at + _LONGEST])
            yield Passage(sentence, start + lead, some)


def _places(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _ENDS.finditer(text):
        if _goes_on(text, start, end):
            continue
        yield start, end.end()
        start = end.end()
    if text[start:].strip():
        yield start, len(text)


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Return whether a sentence goes on: after 'Mr.' and at the end of a line that was wrapped."""
    before = text[max(start, end.start() - _LONGEST_LINE) : end.start()]
    if end[0] != "\n":
        word = before.rpartition(" ")[2].lower().lstrip("(")
        if word.endswith(_HALF_OF_THE_DAY) or word[-1:].isdigit():
            return text[end.end() :].lstrip()[:1].islower()
        return word in _SHORTENED or (len(word) == 1 and word != "i" and word.isalpha())
    line = before.rpartition("\n")[2]
    following = text[end.end() : end.end() + 1]
    if not line.strip() or not following.strip():
        return False
    return following.islower() or (
        len(line) >= _WRAPPED and following.isalnum() and line[-1] not in ".!?:"
    )

"""Lists of phrases, and where they stand in a text: every tool that checks wording looks with this."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from playbook.whole_words import find_whole

_WORD = re.compile(r"\w+")


class PhraseList(Protocol):
    """Something that is looked for by several phrases, in small letters and with straight apostrophes."""

    @property
    def phrases(self) -> tuple[str, ...]:
        """The phrases, the most telling first."""


@dataclass(frozen=True, slots=True)
class Match[T: PhraseList]:
    """A list of which something stands in a text: the phrase, and where it begins, in characters from 0."""

    list: T
    phrase: str
    start: int


type ByFirstWord[T: PhraseList] = Mapping[str, tuple[tuple[T, str], ...]]
"""Phrases with their lists, by their first word: most texts have few of these words."""


def by_first_word[T: PhraseList](lists: Iterable[T]) -> ByFirstWord[T]:
    """Sort the phrases of these lists by their first words, to be looked for by `find_phrases`."""
    lists_of_word: dict[str, tuple[tuple[T, str], ...]] = {}
    for each in lists:
        for phrase in each.phrases:
            first = _WORD.findall(phrase)[0]
            lists_of_word[first] = (*lists_of_word.get(first, ()), (each, phrase))
    return lists_of_word


def find_phrases[T: PhraseList](
    lists: ByFirstWord[T], text: str, joining: str = ""
) -> tuple[Match[T], ...]:
    """Find the first phrase of each list that stands in the text as whole words, in the order of the text.

    `text` is in small letters with straight apostrophes. No character of `joining` may stand beside a phrase.
    """
    first: dict[int, Match[T]] = {}
    for match in _matches(lists, text, joining):
        earlier = first.get(id(match.list))
        if earlier is None or match.start < earlier.start:
            first[id(match.list)] = match
    return tuple(sorted(first.values(), key=lambda match: match.start))


def _matches[T: PhraseList](lists: ByFirstWord[T], text: str, joining: str) -> Iterator[Match[T]]:
    for word in dict.fromkeys(_WORD.findall(text)):
        for of, phrase in lists.get(word, ()):
            start = find_whole(phrase, text, joining)
            if start >= 0:
                yield Match(of, phrase, start)

"""Phrases that weaken a note, found in it (phrases.toml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from playbook.content import Words
from playbook.memory import remembered
from playbook.rulebook import Rulebook
from playbook.tools.notes.look import Read, words
from playbook.whole_words import find_whole


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with one weakness, and why they are better left out.

    `not_to` are those who may well read them;
    `only` the kinds of note in which they weaken anything, where that isn't each.
    """

    id: str
    check: str
    phrases: tuple[str, ...]
    why: Words
    not_to: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


def read_phrases(rulebook: Rulebook) -> Mapping[str, Phrases]:
    """Every list of phrases by id (phrases.toml)."""
    return rulebook.table(Phrases, "tools/notes/phrases.toml")


@cache
def _by_first_word(rulebook: Rulebook) -> Mapping[str, list[tuple[Phrases, str]]]:
    """Every phrase with its list, by its first word: most texts have few of these words."""
    found: dict[str, list[tuple[Phrases, str]]] = {}
    for each in read_phrases(rulebook).values():
        for phrase in each.phrases:
            found.setdefault(words(phrase)[0], []).append((each, phrase))
    return found


@remembered()
def phrases_in(read: Read, rulebook: Rulebook) -> tuple[tuple[Phrases, str], ...]:
    """Each list of which something stands in the text, with the first phrase found, as it is written there."""
    told: dict[str, tuple[Phrases, str]] = {}
    for word in dict.fromkeys(read.words):
        for each, phrase in _by_first_word(rulebook).get(word, ()):
            if each.id not in told and find_whole(phrase, read.folded, "'-") >= 0:
                told[each.id] = each, _as_written(phrase, read)
    return tuple(told.values())


def _as_written(phrase: str, read: Read) -> str:
    at = read.folded.index(phrase)
    same_places = len(read.folded) == len(read.text)
    return read.text[at : at + len(phrase)] if same_places else phrase

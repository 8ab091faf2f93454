"""Phrases that weaken a note, found in it (phrases.toml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from playbook.content import Words
from playbook.memory import remembered
from playbook.phrase_lists import ByFirstWord, Match, by_first_word, find_phrases
from playbook.rulebook import Rulebook
from playbook.tools.notes.reading import ReadText


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
    """Return every list of phrases by id (phrases.toml)."""
    return rulebook.table(Phrases, "tools/notes/phrases.toml")


@cache
def _by_first_word(rulebook: Rulebook) -> ByFirstWord[Phrases]:
    return by_first_word(read_phrases(rulebook).values())


@remembered()
def phrases_in(body: ReadText, rulebook: Rulebook) -> tuple[tuple[Phrases, str], ...]:
    """Return each list of which something stands in the text, with the first of its phrases, as it is written there."""
    matches = find_phrases(_by_first_word(rulebook), body.folded, "'-")
    return tuple((each.list, _as_written(each, body)) for each in matches)


def _as_written(match: Match[Phrases], body: ReadText) -> str:
    same_places = len(body.folded) == len(body.text)
    end = match.start + len(match.phrase)
    return body.text[match.start : end] if same_places else match.phrase

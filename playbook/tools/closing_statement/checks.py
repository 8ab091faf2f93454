"""Suggestions about the words: phrases heard too often, words that take back or press, sentences without a breath."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from playbook.content import Words
from playbook.errors import ContentError
from playbook.memory import remembered
from playbook.phrase_lists import ByFirstWord, by_first_word, find_phrases
from playbook.rulebook import Rulebook
from playbook.tools.closing_statement.model import Finding
from playbook.tools.closing_statement.pace import count_words
from playbook.tools.closing_statement.plain import STOPS, plain_form

FOLDER = "tools/closing_statement"
_AFTER_A_STOP = re.compile(rf"(?<=[{STOPS}])\s+")


@dataclass(frozen=True, slots=True)
class Check:
    """Why something is noticed, and the claims behind it (checks.toml). `own_words`: the list of words is ours."""

    id: str
    title: Words
    why: Words
    claims: tuple[str, ...]
    own_words: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Phrases that a check looks for, and what to say instead (phrases.toml)."""

    id: str
    check: str
    phrases: tuple[str, ...]
    instead: Words


def checks(rulebook: Rulebook) -> Mapping[str, Check]:
    """Return every check by id."""
    return rulebook.table(Check, f"{FOLDER}/checks.toml")


@cache
def phrases(rulebook: Rulebook) -> tuple[Phrase, ...]:
    """Return the word lists. Raises ContentError for a check that doesn't exist."""
    lists = rulebook.table(Phrase, f"{FOLDER}/phrases.toml")
    for each in lists.values():
        if each.check not in checks(rulebook):
            raise ContentError(f"phrases.toml [{each.id}]: there is no check '{each.check}'")
    return tuple(lists.values())


@cache
def _by_first_word(rulebook: Rulebook) -> ByFirstWord[Phrase]:
    return by_first_word(phrases(rulebook))


@remembered()
def review(
    section: str, sentences: tuple[str, ...], breath: int, rulebook: Rulebook
) -> tuple[Finding, ...]:
    """Return what the checks notice in this part's sentences, in the order in which it is said."""
    return tuple(
        finding
        for line in sentences
        for sentence in split_sentences(line)
        for finding in (
            *_phrases_in(section, sentence, rulebook),
            *_breath(section, sentence, breath),
        )
    )


def split_sentences(line: str) -> list[str]:
    """Return the sentences of a line."""
    return [each for each in _AFTER_A_STOP.split(line) if each]


def _phrases_in(section: str, sentence: str, rulebook: Rulebook) -> Iterator[Finding]:
    for match in find_phrases(_by_first_word(rulebook), plain_form(sentence)):
        yield Finding(match.list.check, section, match.phrase, match.list.instead)


def _breath(section: str, sentence: str, breath: int) -> Iterator[Finding]:
    count = count_words(sentence)
    if count > breath:
        yield Finding("one-breath", section, sentence, count=count)

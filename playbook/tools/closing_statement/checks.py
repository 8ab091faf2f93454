"""Suggestions about the words: phrases heard too often, words that take back or press, sentences without a breath."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from playbook.content import Words
from playbook.errors import ContentError
from playbook.memory import remembered
from playbook.rulebook import Rulebook
from playbook.tools.closing_statement.model import Finding
from playbook.tools.closing_statement.pace import count_words
from playbook.tools.closing_statement.plain import STOPS, plain
from playbook.whole_words import find_whole

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


@cache
def checks(rulebook: Rulebook) -> Mapping[str, Check]:
    """Every check by id. Raises ContentError for a claim that doesn't exist."""
    found = rulebook.table(Check, f"{FOLDER}/checks.toml")
    known = rulebook.evidence.claims
    for check in found.values():
        for claim in check.claims:
            if claim not in known:
                raise ContentError(f"checks.toml [{check.id}] claims: '{claim}' is not known")
    return found


@cache
def phrases(rulebook: Rulebook) -> tuple[Phrase, ...]:
    """The word lists. Raises ContentError for a check that doesn't exist."""
    found = rulebook.table(Phrase, f"{FOLDER}/phrases.toml")
    for phrase in found.values():
        if phrase.check not in checks(rulebook):
            raise ContentError(f"phrases.toml [{phrase.id}]: there is no check '{phrase.check}'")
    return tuple(found.values())


@remembered()
def look_at(
    part: str, sentences: tuple[str, ...], breath: int, rulebook: Rulebook
) -> tuple[Finding, ...]:
    """What the checks notice in this part's sentences, in the order in which it is said."""
    return tuple(
        finding
        for line in sentences
        for sentence in split(line)
        for finding in (*_phrases_in(part, sentence, rulebook), *_breath(part, sentence, breath))
    )


def split(line: str) -> list[str]:
    """The sentences of a line."""
    return [each for each in _AFTER_A_STOP.split(line) if each]


def _phrases_in(part: str, sentence: str, rulebook: Rulebook) -> Iterator[Finding]:
    said = plain(sentence)
    found = [(_first_of(each.phrases, said), each) for each in phrases(rulebook)]
    for (_, words), phrase in sorted(found, key=lambda each: each[0][0]):
        if words:
            yield Finding(phrase.check, part, words, phrase.instead)


def _first_of(phrases: tuple[str, ...], text: str) -> tuple[int, str]:
    """Where the first of these phrases begins in the text, and which: of two in one place, the one listed first."""
    found = ((find_whole(each, text), each) for each in phrases)
    return min((each for each in found if each[0] >= 0), key=lambda each: each[0], default=(-1, ""))


def _breath(part: str, sentence: str, breath: int) -> Iterator[Finding]:
    count = count_words(sentence)
    if count > breath:
        yield Finding("one-breath", part, sentence, count=count)

"""What was written for nobody else: sentence by sentence, each with the ways in which it may go into a note.

The debrief is private. So is a text that is too long to be sent as it stands: a sentence of it travels only
once the reader has chosen it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from playbook.interview import Interview
from playbook.memory import remembered
from playbook.phrasing.frames import MOST_WORDS
from playbook.phrasing.people import greet_of
from playbook.phrasing.tidy import is_empty, join_lines, sentences
from playbook.record_keys import value_of
from playbook.record_rows import Promised
from playbook.rulebook import Rulebook
from playbook.tools.notes.words import say

PRIVATE = ("talked_about", "unsaid")
LONG = ("highlights", "missed")
MOST_SENTENCES = 20
"""Sentences that are offered one by one; more would be a page to read."""


MOST_PEOPLE = 4
"""People who get a button of their own beside each sentence."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way for a sentence to go: the words on its button, and what the button puts into the record."""

    id: str
    label: str
    fill: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Choosable:
    """A sentence of the reader's own, and the ways that it may go."""

    text: str
    ways: tuple[Way, ...]


def private_sentences(interview: Interview) -> tuple[str, ...]:
    """Return the sentences that may be chosen, each once, those that are in use or kept private left out."""
    used = _in_use(interview)
    unused = dict.fromkeys(each for each in _sentences(interview) if each not in used)
    return tuple(unused)[:MOST_SENTENCES]


def _in_use(interview: Interview) -> frozenset[str]:
    """Return every sentence that has gone its way already."""
    short = (interview.round.highlights, interview.round.missed)
    people = (each.said for each in interview.round.interviewers)
    texts = [*(each for each in short if not _is_long(each)), *people, interview.note.kept_private]
    promised = (each.what for each in interview.round.promised)
    return frozenset((*(each for text in texts for each in _split(text)), *promised))


def _is_long(text: str) -> bool:
    return len(text.split()) > MOST_WORDS


def _sentences(interview: Interview) -> Iterator[str]:
    for name in PRIVATE:
        yield from _split(value_of(interview, name))
    for name in LONG:
        text = value_of(interview, name)
        if _is_long(text):
            yield from _split(text)


def _split(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from (each for each in sentences(join_lines(line)) if not is_empty(each))


@remembered()
def private_html(choosable: tuple[str, ...], interview: Interview, rulebook: Rulebook) -> Markup:
    """Return the sentences with their buttons; nothing where there are none."""
    items = [Choosable(each, tuple(_ways(each, interview, rulebook))) for each in choosable]
    return rulebook.fragment("tools/notes/private.html.jinja", items=items) if items else Markup()


def _ways(sentence: str, interview: Interview, rulebook: Rulebook) -> Iterator[Way]:
    for at, person in enumerate(interview.round.interviewers[:MOST_PEOPLE]):
        if name := greet_of(person, interview):
            path = f"interviewers.{at}.said"
            yield Way(
                f"said-{at}",
                say(rulebook, "own-said", name=name),
                {path: _joined(person.said, sentence)},
            )
    yield Way(
        "talk",
        say(rulebook, "own-talk"),
        {"highlights": _with(interview.round.highlights, sentence)},
    )
    yield Way("add", say(rulebook, "own-add"), {"missed": _with(interview.round.missed, sentence)})
    yield Way(
        "promise",
        say(rulebook, "own-promise"),
        {"promised": [*_rows(interview.round.promised), {"what": sentence}]},
    )
    yield Way(
        "private",
        say(rulebook, "own-private"),
        {"kept_private": f"{interview.note.kept_private}\n{sentence}".strip()},
    )


def _with(before: str, sentence: str) -> str:
    """Return the sentence after what stands in its field; instead of it where that is too long to be sent."""
    return sentence if _is_long(before) else _joined(before, sentence)


def _joined(before: str, sentence: str) -> str:
    return f"{before}\n{sentence}" if before and not is_empty(before) else sentence


def _rows(promised: tuple[Promised, ...]) -> list[dict[str, str]]:
    return [
        {
            "what": each.what,
            "by_on": each.by_on.isoformat() if each.by_on else "",
            "sent_on": each.sent_on.isoformat() if each.sent_on else "",
        }
        for each in promised
    ]

"""What was written for nobody else: sentence by sentence, each with the ways in which it may go into a note.

The debrief is private. So is a text that is too long to be sent as it stands: a sentence of it travels only
once the reader has chosen it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from playbook.interview import Interview, Promised
from playbook.memory import remembered
from playbook.phrasing.frames import MOST_WORDS
from playbook.phrasing.tidy import flow, is_empty, sentences
from playbook.render import part

PRIVATE = ("talked_about", "unsaid")
LONG = ("highlights", "missed")
MOST_SENTENCES = 20
"""Sentences that are offered one by one; more would be a page to read."""


@dataclass(frozen=True, slots=True)
class Choosable:
    """A sentence of the reader's own, and what each button puts into the record."""

    text: str
    as_heard: dict[str, Any]
    as_added: dict[str, Any]
    as_promised: dict[str, Any]


def private_sentences(interview: Interview) -> tuple[str, ...]:
    """The sentences that may be chosen, each once, those that are in use already left out."""
    used = {interview.highlights, interview.missed, *(each.what for each in interview.promised)}
    found = dict.fromkeys(each for each in _sentences(interview) if each not in used)
    return tuple(found)[:MOST_SENTENCES]


def _sentences(interview: Interview) -> Iterator[str]:
    for name in PRIVATE:
        yield from _split(getattr(interview, name))
    for name in LONG:
        text = getattr(interview, name)
        if len(text.split()) > MOST_WORDS:
            yield from _split(text)


def _split(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from (each for each in sentences(flow(line)) if not is_empty(each))


@remembered()
def private_html(said: tuple[str, ...], promised: tuple[Promised, ...]) -> Markup:
    """The sentences with their buttons; nothing where there are none."""
    rows = [
        {
            "what": each.what,
            "by_on": each.by_on.isoformat() if each.by_on else "",
            "sent_on": each.sent_on.isoformat() if each.sent_on else "",
        }
        for each in promised
    ]
    items = [
        Choosable(
            each, {"highlights": each}, {"missed": each}, {"promised": [*rows, {"what": each}]}
        )
        for each in said
    ]
    return part("tools/notes/private.html.jinja", items=items) if items else Markup()

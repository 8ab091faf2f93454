"""What we read in a reader's field, beside it: words about when, with the day to settle it, and their e-mail."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from playbook.fields import Field
from playbook.interview import Interview
from playbook.memory import REQUESTS, remembered
from playbook.office import promise_of
from playbook.phrasing.agency import is_taken_for_agency
from playbook.promises import Promise, Reading
from playbook.record_keys import value_of
from playbook.render import isolated
from playbook.replies.beside import reply_beside
from playbook.rulebook import Rulebook

SENTENCES = "readings.toml"
ALWAYS_ABOUT_WHEN = frozenset({"answered", "offer"})
"""Kinds of event whose words are about when; in others only a date is worth a word."""
_FOUND = frozenset({Reading.DATED, Reading.AMBIGUOUS})


@dataclass(frozen=True, slots=True)
class WordsAboutWhen:
    """Words in a field, the day they were said, and the date that settles them; `date_path` is its field.

    `expected`: they are about when, so that it's worth saying where they name no date. `owed`: it's the reader who has
    until then, so that the earlier day is the careful one.
    """

    path: str
    words: str
    said_on: date
    date_path: str
    settled_on: date | None
    expected: bool
    owed: bool


def readings(
    fields: tuple[Field, ...], interview: Interview, today: date, rulebook: Rulebook
) -> dict[str, str]:
    """Return what stands beside each of these fields on a day as HTML, by the path of the field.

    Beside a question that another field answers, what is taken from there.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    beside = {
        each.path: html
        for field in fields
        for each in _words_about_when(field, interview)
        if (html := _beside(each, interview, rulebook))
    }
    if any(field.preset_by for field in fields) and is_taken_for_agency(interview.contact):
        beside["contact_for"] = _preset(rulebook)
    if interview.their_email and any(field.kind == "message" for field in fields):
        beside["their_email"] = reply_beside(interview, today, rulebook)
    return beside


def _preset(rulebook: Rulebook) -> str:
    return rulebook.view("preset.html.jinja", sentence=rulebook.say(SENTENCES, "agency"))


def _words_about_when(field: Field, interview: Interview) -> Iterator[WordsAboutWhen]:
    if field.settled_by:
        yield from _words(field, "", interview, interview.round.ended_on)
    for inner in field.fields:
        rows = value_of(interview, field.id) if inner.settled_by else ()
        for number, row in enumerate(rows):
            said_on = getattr(row, "on", interview.round.ended_on)
            yield from _words(inner, f"{field.id}.{number}.", row, said_on)


def _words(field: Field, within: str, row: Any, said_on: date | None) -> Iterator[WordsAboutWhen]:
    words, kind = value_of(row, field.id), getattr(row, "kind", "")
    if words and said_on:
        yield WordsAboutWhen(
            f"{within}{field.id}",
            words,
            said_on,
            f"{within}{field.settled_by}",
            value_of(row, field.settled_by),
            expected=not within or kind in ALWAYS_ABOUT_WHEN,
            owed=bool(within) and kind != "answered",
        )


def _beside(each: WordsAboutWhen, interview: Interview, rulebook: Rulebook) -> str:
    promise = promise_of(interview.office, each.words, each.said_on, rulebook.calendars)
    if promise.reading not in _FOUND and not each.expected:
        return ""
    kind = "settled" if each.settled_on else str(promise.reading)
    return _html(each, promise, kind, rulebook)


@remembered(REQUESTS)
def _html(each: WordsAboutWhen, promise: Promise, kind: str, rulebook: Rulebook) -> str:
    days = promise.options or (() if promise.last_on is None else (promise.last_on,))
    is_open = each.settled_on is None and promise.reading in _FOUND
    return rulebook.view(
        "reading.html.jinja",
        today=each.said_on,
        words=each,
        sentence=_sentence(kind, each, promise, rulebook),
        asides=[_aside(aside.words, aside.role, each, rulebook) for aside in promise.asides],
        pieces=_pieces(promise),
        days=sorted(days, reverse=not each.owed) if is_open else (),
    )


def _sentence(kind: str, each: WordsAboutWhen, promise: Promise, rulebook: Rulebook) -> str:
    return rulebook.say(
        SENTENCES,
        kind,
        today=each.said_on,
        first_on=promise.first_on,
        last_on=promise.last_on,
        said_on=each.said_on,
        settled_on=each.settled_on,
        options=promise.options,
        unread=isolated(" ".join(promise.unread)),
    )


def _aside(words: str, role: str, each: WordsAboutWhen, rulebook: Rulebook) -> str:
    return rulebook.say(SENTENCES, "aside", today=each.said_on, words=isolated(words), role=role)


def _pieces(promise: Promise) -> list[tuple[str, bool]]:
    """Split their words into pieces, each with whether the date was read from it.

    Empty where all of them were used, so that nothing needs to be marked.
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in promise.read_from:
        pieces += [(promise.words[at:start], False), (promise.words[start:end], True)]
        at = end
    pieces.append((promise.words[at:], False))
    others = "".join(text for text, used in pieces if not used)
    return pieces if promise.read_from and others.strip(" .,;:!?") else []

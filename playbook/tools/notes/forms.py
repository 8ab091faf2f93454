"""A note in another form than an e-mail: a reply, a text message, a LinkedIn message."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from playbook.interview import Interview
from playbook.phrasing.aloud import without_that
from playbook.phrasing.greet import name_aloud
from playbook.phrasing.tidy import sentences
from playbook.rulebook import Rulebook
from playbook.tools.notes.model import Kind, Letter
from playbook.tools.notes.words import say

SHORT: Mapping[str, str] = {"text": "text-longest", "linkedin": "linkedin-longest"}
"""The short forms, each with the rule that says how many characters it may have."""
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mrs?|Ms|Mx|Dr|Prof|Rev|St|No|Inc|Ltd|Corp|Pvt|Co|Messrs))\.$"
)
_FIRM = re.compile(r"\b(?:Inc|Ltd|Corp|Pvt|Co)\.$")
_BEGINNINGS = ("I ", "I'", "It ", "Thank ", "You ")
"""How a sentence of ours begins, behind a firm that ends with a full stop."""

BY_TEXT = re.compile(
    r"\b(?:text|txt|sms|what'?s ?app|message|msg)(?:s|ed|ing)?\b(?! (?:book|editor))", re.IGNORECASE
)
"""Words about when that say how they will write: 'he said he'd text me'."""
_WANTS = re.compile(r"\bI(?:['’]d| would)(?: still)?(?: very much)? (?:like|love)\b|\binterested\b")
"""The reader's wish, in one of our sentences."""
OFTEN_TEXTED = ("thank-you-email", "check-in-1", "news-update", "new-date")
"""Kinds that somebody sends as a text message as well."""


def forms_of(kind: Kind, interview: Interview) -> tuple[str, ...]:
    """Return the forms in which a note of this kind is written: as chosen, else as an e-mail, and as a text too.

    A text is offered where they said that they'd text.
    """
    if kind.channel != "email":
        return ("",)
    if interview.note.form or kind.id not in OFTEN_TEXTED:
        return (interview.note.form,)
    return ("", "text") if BY_TEXT.search(interview.round.promise) else ("",)


def way_they_write(promise: str) -> str:
    """Return 'text' or 'message' where they said that they'd write one; else empty."""
    match = BY_TEXT.search(promise)
    if not match:
        return ""
    return "text" if match[0][0] in "tT" else "message"


@dataclass(frozen=True, slots=True)
class Formed:
    """A letter in its form, and the sentences that found no room in it."""

    letter: Letter
    dropped: tuple[str, ...] = ()


def longest(form: str, rulebook: Rulebook) -> int:
    """Return how many characters a note of this form may have; 0 for one that may be of any length."""
    return rulebook.number(SHORT[form]) if form in SHORT else 0


def in_form(letter: Letter, form: str, my_name: str, role: str, rulebook: Rulebook) -> Formed:
    """Return the letter as it is sent in this form; "" is an e-mail."""
    if form == "reply":
        return Formed(replace(letter, subject=say(rulebook, "reply-subject", role=role)))
    if form not in SHORT:
        return Formed(letter)
    greeting, _, rest = letter.body.partition("\n\n")
    all_sentences = whole_sentences(without_that(rest) if form == "text" else rest)
    name = name_aloud(my_name) or my_name
    texted = form == "text" and bool(name)
    begins = _as_text(greeting, name) if texted else f"{greeting}\n"
    ends = "" if texted else name
    fits = _which_fit(all_sentences, longest(form, rulebook) - len(f"{begins}\n\n{ends}"))
    body = " ".join(each for each, has_room in zip(all_sentences, fits, strict=True) if has_room)
    dropped = tuple(
        each for each, has_room in zip(all_sentences, fits, strict=True) if not has_room
    )
    return Formed(Letter("", f"{begins}{body}", ends), dropped)


def of_text(slots: Mapping[str, object]) -> dict[str, object]:
    """Return the slots that a text message has otherwise.

    It is short, and has the job without the employer, who knows where they work.
    """
    job = slots["the_role"] if slots["role"] else ""
    without_place = dict.fromkeys(("about", "the_job", "whole_job"), job) if job else {}
    return {**without_place, "texted": True}


def _as_text(greeting: str, name: str) -> str:
    """Return how a text message begins: with both names, because a number says nothing of whose it is."""
    hello, _, to = greeting.rstrip(",").partition(" ")
    hi, is_me = ("Hi", "it's") if hello == "Hello" and to else ("Hello", "this is")
    return f"{hi}{to and f' {to}'}, {is_me} {name.rstrip('.')}.\n"


def whole_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a letter, none cut in two at an initial or an abbreviation."""
    whole: list[str] = []
    for each in sentences(" ".join(text.split())):
        ended = each.startswith(_BEGINNINGS) and _FIRM.search(whole[-1]) if whole else None
        if whole and _ABBREVIATED.search(whole[-1]) and not ended:
            whole[-1] = f"{whole[-1]} {each}"
        else:
            whole.append(each)
    return tuple(whole)


def _which_fit(all_sentences: Sequence[str], room: int) -> tuple[bool, ...]:
    """Return for each sentence whether there is room for it: questions first, then what the reader wants."""
    fits = [False] * len(all_sentences)
    for at in sorted(range(len(all_sentences)), key=lambda at: _comes_late(all_sentences[at])):
        if len(all_sentences[at]) + 1 <= room:
            fits[at] = True
            room -= len(all_sentences[at]) + 1
    return tuple(fits)


def _comes_late(sentence: str) -> int:
    """Return 0 for a question, 1 for what the reader wants, 2 for anything else."""
    if sentence.endswith("?"):
        return 0
    return 1 if _WANTS.search(sentence) else 2

"""The guide's whole messages and the notes tool: neither says what the other would correct."""

import re
from datetime import date
from pathlib import Path

import pytest

from macros.plays import Message, read_plays
from playbook.own import own
from playbook.tools.notes.model import Note, read_kinds
from tests.playbook.notes.records import notes_of

MESSAGES = tuple(
    message
    for play in read_plays(Path(__file__).parents[2] / "docs", own())
    for message in play.messages
    if message.note_kind
)
TODAY = date(2026, 12, 4)
ABOUT_THE_RECORD = {
    "generic",
    "generic-now",
    "terms-missing",
    "wrong-day",
    "no-contact-line",
    "attachment-there",
}
"""What the tool says of a record that holds no more than two names, and of papers that it can't see."""
TIMING = {"not-yet", "not-first", "too-late", "a-night-first", "still-ahead", "already-decided"}


def spelled_out(message: str) -> tuple[str, str]:
    """The subject and the letter, as somebody would send it who changed nothing."""
    plain = re.sub(r"\[([^\]]*)\]", r"\1", message).partition("On their voicemail:")[0].strip()
    first, _, rest = plain.partition("\n")
    return (first.removeprefix("Subject: "), rest.strip()) if "Subject:" in first else ("", plain)


def as_own_wording(message: Message) -> Note:
    """A play's message as the reader's own wording of the note that it asks for."""
    _, text = spelled_out(message.text)
    greeted = re.match(r"(?:Dear|Hello|Hi),? ([^,\n]+),", text)
    signed = re.search(
        r"\n(?:.*regards|.*wishes|.*thanks|Sincerely|Yours \w+|Thank you),?\n([^\n]+)", text
    )
    record = {
        "ended_on": "2026-12-02",
        "interviewers": [{"name": greeted[1] if greeted else "Dana Whitlock"}],
        "my_name": signed[1] if signed else "Amina Diallo",
        "my_phone": "0113 496 0000",
        "note_kind": message.note_kind,
        "drafts": [{"key": f"{message.note_kind}.0", "text": text, "made_from": "Hello"}],
    }
    return notes_of(record, TODAY)[0]


def test_most_plays_about_a_message_have_one() -> None:
    assert len(MESSAGES) >= 15


@pytest.mark.parametrize("message", MESSAGES, ids=lambda each: each.note_kind)
def test_the_tool_has_nothing_to_say_about_a_message_of_the_guide(message: Message) -> None:
    note = as_own_wording(message)
    remarks = {each.check: each.text for each in note.findings}
    for check in ABOUT_THE_RECORD | TIMING:
        remarks.pop(check, None)
    assert remarks == {}


@pytest.mark.parametrize("message", MESSAGES, ids=lambda each: each.note_kind)
def test_a_message_of_the_guide_has_a_subject_where_the_tool_gives_one(message: Message) -> None:
    subject, text = spelled_out(message.text)
    kind = read_kinds(own())[message.note_kind]
    assert bool(subject) == (kind.channel == "email")
    assert not re.search(r"[\[\]]", text)

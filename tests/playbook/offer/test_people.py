"""What invented people say and send is what was read, and holds no fact that they didn't type."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from playbook.tools.offer.amounts import read_highest
from tests.playbook.notes.records import notes_of
from tests.playbook.offer.golden import FOLDER, KINDS, OFFERED, TODAY, answers, people
from tests.playbook.readers import LEFT_OVER, answer_to

PEOPLE = people()
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
OURS = ("26 November", "27 November", "November 27", "21 November", "November 21")
"""The day by which an answer is wanted, and the day of the offer."""


def said_by(record: Mapping[str, Any]) -> str:
    """All that is to be said or sent for this person, without the remarks beside it."""
    notes = [
        note.text
        for kind in KINDS
        for note in notes_of({**record, **OFFERED, "note_kind": kind}, TODAY)[:1]
        if note.sendable
    ]
    closing = answer_to("closing_statement", record, TODAY)["text"]
    spoken = [line for line in closing.splitlines()[1:] if not line.startswith("-")]
    return "\n".join([*spoken, *notes])


@pytest.mark.parametrize("name", PEOPLE)
def test_what_they_say_is_what_was_read(name: str) -> None:
    assert answers(PEOPLE[name]) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PEOPLE)
def test_no_number_is_said_that_was_not_typed(name: str) -> None:
    record = PEOPLE[name]
    typed = str(record)
    fields = [record.get("range_from", ""), record.get("range_to", "")]
    fields += [each["what"] for each in record.get("wishes", [])]
    fields += re.split(
        r"[+/(]|\band\b", " / ".join(each.get("pay", "") for each in record.get("offers", []))
    )
    amounts = {amount.value for each in fields if (amount := read_highest(each))}
    text = said_by(record)
    for day in OURS:
        text = text.replace(day, "")
    for number in NUMBER.findall(text):
        amount = read_highest(number)
        assert number in typed or (amount and amount.value in amounts), number


@pytest.mark.parametrize("name", PEOPLE)
def test_it_is_english_without_anything_left_over(name: str) -> None:
    text = said_by(PEOPLE[name])
    assert not re.search(LEFT_OVER, text)
    assert not re.search(r" [.,;:?]|[.,;:?]{2}(?<!\.,)|,\.|\(\)|\b(\w+) \1\b", text), text
    assert "easy decision" not in text
    for line in text.splitlines():
        assert not line[:1].islower() or "@" in line, line


@pytest.mark.parametrize("name", PEOPLE)
def test_a_closing_statement_begins_with_a_deed_or_asks_for_one(name: str) -> None:
    text = answer_to("closing_statement", PEOPLE[name], TODAY)["text"]
    begun = "Before we finish" in text
    assert begun != ("and your statement begins" in text)
    assert begun or "Thank you for your time" not in text

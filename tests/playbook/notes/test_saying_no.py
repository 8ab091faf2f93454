"""Letters that say no: thanks for the time, the decision, the reason, good wishes."""

from datetime import date
from typing import Any

import pytest

from playbook.tools.notes.model import Note
from tests.playbook.notes.records import notes_of

BETHANY = {
    "country": "GB",
    "ended_on": "2026-11-26",
    "format": "in-person",
    "employer": "Wharfedale Hospitals",
    "role": "Staff Nurse",
    "interviewers": [{"name": "Karen Holt"}, {"name": "Dr Imran Sheikh"}, {"name": "Josie (HCA)"}],
    "highlights": "how they do the preceptorship",
    "my_name": "Bethany Ainley",
    "no_reason": "got offered something closer to home",
}
HR = {"contact_name": "Sam from HR"}
KINDS = pytest.mark.parametrize("kind", ["decline", "withdraw"])


def letter(kind: str, **more: Any) -> Note:
    return notes_of({**BETHANY, "note_kind": kind, **more}, date(2026, 12, 8))[0]


@KINDS
def test_whoever_was_not_there_is_asked_to_thank_those_who_were_by_name(kind: str) -> None:
    text = letter(kind, **HR).text
    assert "Please pass on my thanks to Karen, Dr Sheikh and Josie." in text
    assert "preceptorship" not in text


@KINDS
def test_a_long_panel_is_thanked_together_and_an_interpreter_is_no_panel(kind: str) -> None:
    people = [{"name": each} for each in ("Ann Lee", "Bo Ek", "Cy Dun", "Di Orr", "Ed Fry")]
    assert (
        "Please pass on my thanks to everyone I met."
        in letter(kind, interviewers=people, **HR).text
    )
    two = [{"name": "Ann Lee"}, {"name": "Jo Patel (BSL interpreter)"}]
    assert "Please pass on my thanks to Ann." in letter(kind, interviewers=two, **HR).text


@pytest.mark.parametrize(
    ("kind", "way", "sentence"),
    [
        (
            "decline",
            "in-person",
            "It was good to meet you and to hear how you do the preceptorship.",
        ),
        (
            "decline",
            "phone",
            "It was good to talk to you and to hear how you do the preceptorship.",
        ),
        (
            "withdraw",
            "in-person",
            "It was good to meet you. Please thank Dr Sheikh and Josie for me. I hope",
        ),
        (
            "withdraw",
            "phone",
            "It was good to talk to you. Please thank Dr Sheikh and Josie for me. I hope",
        ),
    ],
)
def test_whoever_was_there_hears_one_warm_sentence_and_after_an_offer_what_was_good(
    kind: str, way: str, sentence: str
) -> None:
    text = letter(kind, format=way).text
    assert sentence in text
    assert "pass on" not in text


@KINDS
def test_the_decision_is_the_second_sentence_and_its_reason_stands_alone(kind: str) -> None:
    decision = letter(kind, **HR).text.split("\n\n")[1].split(". ")
    assert "decided" in decision[1]
    assert "because" not in letter(kind, **HR).text
    assert "I have been offered something closer to home." in letter(kind, **HR).text


def test_the_subject_says_what_the_letter_does() -> None:
    assert letter("decline").letter.subject.startswith("Declining your offer")
    assert letter("withdraw").letter.subject.startswith("Withdrawing my application")
    wish = {"wishes": [{"what": "Sundays off"}]}
    assert letter("counter-offer", **wish).letter.subject.startswith("A question about your offer")

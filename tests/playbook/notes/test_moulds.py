"""No mould: what is told decides how a sentence begins, and nobody 'hears about' what they saw or loved."""

from datetime import date
from typing import Any

import pytest

from tests.playbook.notes.records import notes_of

TEACHER: dict[str, Any] = {
    "country": "GB",
    "ended_on": "2026-11-27",
    "format": "in-person",
    "employer": "Kirkmoor High School",
    "role": "Teacher of French",
    "interviewers": [{"name": "Mrs MacLeod"}],
    "my_name": "Fiona Drummond",
    "my_phone": "0131 496 0000",
}


def thanks(**more: Any) -> str:
    note = {**TEACHER, "note_kind": "thank-you-email", **more}
    return notes_of(note, date(2026, 11, 28))[0].text


@pytest.mark.parametrize(
    ("missed", "sentence"),
    [
        ("I ran the school trip", "I meant to mention that I ran the school trip"),
        ("I have a first aid certificate", "\n\nI have a first aid certificate"),
        ("I'm good at maths", "\n\nI'm good at maths"),
        ("I can drive a minibus", "\n\nI can drive a minibus"),
        ("I speak Welsh", "\n\nI speak Welsh"),
        ("I have been driving a minibus for years", "\n\nI have been driving a minibus for years"),
    ],
)
def test_what_somebody_is_or_can_do_stands_alone_and_what_they_did_was_meant_to_be_said(
    missed: str, sentence: str
) -> None:
    assert f"{sentence}." in thanks(missed=missed)
    that = "that " if "that" in sentence else ""
    text = thanks(missed=missed, proofs=[{"did": "rewrote the S2 course", "result": "uptake rose"}])
    assert f"{sentence}, and {that}I rewrote the S2 course. Uptake rose." in text
    assert "would like to mention" not in text


def test_how_they_do_a_thing_is_explained_and_a_thing_is_heard_about() -> None:
    people = [{"name": "Mrs MacLeod", "said": "you train your own people"}]
    how = thanks(interviewers=people, highlights="how you run the exchange")
    assert "Thank you, too, for explaining how you run the exchange." in how
    thing = thanks(interviewers=people, highlights="the exchange with Lyon")
    assert (
        "It was encouraging to hear that you train your own people,"
        " and to hear about the exchange with Lyon."
    ) in thing


@pytest.mark.parametrize(
    ("highlights", "sentence"),
    [
        (
            "the exchange with Lyon and the pupil panel (loved their questions!!)",
            "It was good to hear about the exchange with Lyon, and I loved the pupil panel's questions.",
        ),
        ("the pupil panel (loved their questions)", "I loved the pupil panel's questions."),
        ("the garden; the prefects (liked their honesty)", ", and I liked the prefects' honesty."),
        ("the tour of the music block", "Thank you for the tour of the music block."),
        ("your demo of the kiln", "Thank you for your demo of the kiln."),
        ("the exchange with Lyon (loved it)", "the exchange with Lyon, and I loved it."),
    ],
)
def test_what_the_reader_saw_or_loved_is_not_heard_about(highlights: str, sentence: str) -> None:
    assert sentence in thanks(highlights=highlights)


def test_a_second_thing_that_was_shown_is_thanked_for_too() -> None:
    people = [{"name": "Mrs MacLeod", "said": "you train your own people"}]
    text = thanks(interviewers=people, highlights="the tour of the music block")
    assert "Thank you, too, for the tour of the music block." in text


def test_after_a_no_what_was_loved_is_not_heard_about_either() -> None:
    record = {
        **TEACHER,
        "note_kind": "rejection-thanks",
        "events": [{"kind": "rejected", "on": "2026-12-08"}],
    }
    loved = "the exchange with Lyon and the pupil panel (loved their questions!!)"
    text = notes_of({**record, "highlights": loved}, date(2026, 12, 8))[0].text
    assert "the exchange with Lyon, and I loved the pupil panel's questions." in text
    shown = notes_of({**record, "highlights": "the tour of the school"}, date(2026, 12, 8))[0].text
    assert "Thank you again for the tour of the school." in shown

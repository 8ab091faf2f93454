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
        ("I have a first aid certificate", "\n\nI have a first aid certificate."),
        ("I'm good at maths", "\n\nOne thing I should have said: I'm good at maths."),
        ("I can drive a minibus", "\n\nOne thing I should have said: I can drive a minibus."),
        ("I speak Welsh", "\n\nOne thing I should have said: I speak Welsh."),
        (
            "I have been driving a minibus for years",
            "\n\nI have been driving a minibus for years.",
        ),
    ],
)
def test_what_somebody_is_or_can_do_stands_alone_unless_it_is_very_short(
    missed: str, sentence: str
) -> None:
    assert sentence in thanks(missed=missed)
    text = thanks(missed=missed, proofs=[{"did": "rewrote the S2 course", "result": "uptake rose"}])
    short = sentence != f"\n\n{missed}."
    thanked = (
        f"One thing I should have said: {missed}. I also rewrote the S2 course, and uptake rose."
        if short
        else f"{missed}, and I rewrote the S2 course. Uptake rose."
    )
    assert f"\n\n{thanked}\n\n" in text


def test_what_somebody_did_and_forgot_was_meant_to_be_mentioned_and_a_proof_was_not() -> None:
    trip = "I meant to mention that I ran the school trip."
    assert trip in thanks(missed="I ran the school trip")
    proofs = [{"did": "rewrote the S2 course", "result": "uptake rose"}]
    text = thanks(missed="I ran the school trip", proofs=proofs)
    assert f"{trip} On top of that, I rewrote the S2 course, and uptake rose." in text


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
        ("the tour of the music block", ", and for the tour of the music block."),
        ("your demo of the kiln", ", and for your demo of the kiln."),
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
    assert "it was good to meet you and to hear about the exchange with Lyon." in text
    shown = notes_of({**record, "highlights": "the tour of the school"}, date(2026, 12, 8))[0].text
    assert "Thank you again for the tour of the school." in shown


@pytest.mark.parametrize(
    ("typed", "there", "not_there"),
    [
        # a list of which one is a clause, and a noun without its article
        (
            {"highlights": "how they do piece rates; new packing shed"},
            "and the new packing shed",
            ";",
        ),
        (
            {"highlights": "architecture discussion"},
            ", and for the architecture discussion",
            "about arch",
        ),
        (
            {"highlights": "the tour of the lab and your plan"},
            "and for telling me about your plan",
            "",
        ),
        (
            {"highlights": "meeting the Thursday crew"},
            "It was good to meet the Thursday crew.",
            "hear",
        ),
        ({"highlights": "your dogs are so cute"}, "Your dogs are so cute.", "telling me"),
        ({"highlights": "loved the vibe!!! 😍 they train monthly"}, "you train monthly", "😍"),
        ({"highlights": "free ice cream on your break"}, "Thank you for meeting me", "ice cream"),
        # what somebody said
        ({"said": "to be more patient"}, "your advice to be more patient", ""),
        (
            {"said": "WE DON'T RUSH PEOPLE HERE"},
            "I liked what you said about not rushing people.",
            "RUSH",
        ),
        (
            {"said": "the kitchen is open, guests can see us"},
            "is open and guests can see you",
            "open,",
        ),
        ({"said": "we never yell, we sit with them"}, "you never yell and you sit with them", ""),
        (
            {"said": "my father had one oven. we still have it"},
            "Thank you for meeting me",
            "have it",
        ),
        ({"said": "Accuracy matters most"}, "that accuracy matters most", "Accuracy"),
        # why the reader would like the job
        (
            {"draws": "I used a food bank in 2012"},
            "I used a food bank in 2012, which is why I'd",
            "because",
        ),
        ({"draws": "secure job"}, "the secure job, and I'd like it.", "like the job"),
        (
            {"draws": "near my house and i like nights"},
            "because it is near my house and I like",
            "",
        ),
        ({"draws": "company is having good culture"}, "because the company has good culture", ""),
    ],
)
def test_what_people_type_in_a_hurry_reads_as_if_they_had_not(
    typed: dict[str, str], there: str, not_there: str
) -> None:
    person = {"name": "Dana", "said": typed.get("said", "")}
    rest = {key: value for key, value in typed.items() if key != "said"}
    letter = thanks(interviewers=[person], **rest).split("\n\n", 1)[1].rsplit("\n\n", 1)[0]
    assert there in letter
    assert not not_there or not_there not in letter.replace("hearing from you", "")


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        ("all still here", "I trained six starters, and all of them are still there."),
        ("all passed first time", "I trained six starters, and all of them passed first time."),
        ("best in the district", "I trained six starters, best in the district."),
    ],
)
def test_what_came_of_a_deed_needs_no_verb_of_its_own(result: str, sentence: str) -> None:
    assert sentence in thanks(proofs=[{"did": "trained six starters", "result": result}])


def test_a_proof_goes_with_what_shares_most_with_it() -> None:
    proofs = [{"did": "wrote the papers for three models"}, {"did": "rebuilt the IFRS models"}]
    people = [{"name": "Dana", "said": "the IFRS book grew and the models are short of data"}]
    written = thanks(proofs=proofs, interviewers=people)
    assert "short of data." in written
    assert "In my own work, I wrote the papers for three models. I also rebuilt the IFRS" in written


def test_a_paper_is_one_of_its_kind_and_a_volunteer_has_a_role() -> None:
    assert "send you a copy of my licence" in thanks(promised=[{"what": "copy of my licence"}])
    assert "the volunteer driver role at" in thanks(role="volunteer driver")


def test_news_stands_beside_what_it_is_about() -> None:
    text = thanks(highlights="how you run the deli", news="our deli passed its inspection")
    assert "how you run the deli. Since we met, our deli passed its inspection." in text

"""Which notes fit which situation, whom they go to, and what they wait for."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from playbook.tools.notes import TOOL
from tests.playbook.notes.records import FULL, SPARSE, TONES, chosen, notes_of

SITUATIONS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("situations.toml").read_text(encoding="utf-8")
)
EXAMPLES = {example.id: example for example in TOOL.examples()}


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_notes_that_fit(name: str) -> None:
    situation = SITUATIONS[name]
    events = [
        {"kind": kind, "on": on, "by_on": next(iter(by), "")}
        for kind, on, *by in situation.get("events", [])
    ]
    record = {"my_name": "Luis Arredondo", **situation["record"], "events": events}
    notes = notes_of(record, situation["today"])
    assert [note.key for note in notes] == situation["notes"]
    assert [note.key for note in notes if not note.sendable] == situation.get("blocked", [])


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_what_they_say(name: str) -> None:
    example = EXAMPLES[name]
    notes = notes_of(example.record, example.today)
    remarks = {note.key: [each.check for each in note.findings] for note in notes if note.findings}
    assert [note.key for note in notes] == example.expected["kinds"]
    assert [note.key for note in notes if not note.sendable] == example.expected["blocked"]
    assert remarks == example.expected["findings"]


def test_what_is_missing_is_named_and_the_note_has_no_way_out() -> None:
    (note,) = notes_of({"ended_on": "2026-11-20", "note_kind": "voicemail"})
    assert [(gap.path, gap.label) for gap in note.gaps] == [
        ("my_name", "your name"),
        ("my_phone", "your phone number"),
    ]


def test_words_of_ones_own_need_no_field() -> None:
    record = {"ended_on": "2026-11-20", "note_kind": "accept"}
    own = {"key": "accept.0", "text": "Yes, with pleasure. Ida Berg", "made_from": ""}
    (note,) = notes_of(record | {"drafts": [own]})
    assert note.sendable


def test_dates_and_papers_go_to_one_person_only() -> None:
    decides = {"contact_name": "Sister Marguerite Boateng"}
    first, *others = chosen("thank-you-email", FULL | decides)
    for words in ("two references", "Friday 27 November", "I have worked nights"):
        assert words in first.text
        assert not [note for note in others if words in note.text]


def test_the_person_who_decides_gets_them_also_as_second_in_the_list() -> None:
    people = [{"name": "Tom", "said": "you train your own people"}, {"name": "Dana"}]
    record = SPARSE | {"interviewers": people, "contact_name": "Dana", "missed": "I like nights"}
    tom, dana = chosen("thank-you-email", record)
    assert "I like nights" in dana.text
    assert "I like nights" not in tom.text


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Dana Whitlock", "Hello Dana,"),
        ("Faisal", "Hello Faisal,"),
        ("李明", "Hello 李明,"),
        ("د. ليلى حسن", "Hello د. ليلى حسن,"),
        ("Zoë O’Hara-Núñez", "Hello Zoë,"),
        ("Prof. Dr. Jörg Weiß", "Dear Professor Weiß,"),
        ("Anne-Marie d'Arcy (she/her)", "Hello Anne-Marie,"),
        ("Sam Lee they/them", "Hello Sam,"),
        ("Jane Doe, PhD, RN", "Hello Jane,"),
        ("Jane Doe - Head of HR", "Hello Jane,"),
        ("Jane Doe / HR", "Hello Jane,"),
        ("Jane Doe <jane@example.org>", "Hello Jane,"),
        ("the ward manager", "Hello,"),
        ("(she/her)", "Hello,"),
    ],
)
def test_a_name_is_greeted_as_a_person_would(name: str, greeting: str) -> None:
    (note,) = chosen("thank-you-email", SPARSE | {"interviewers": [{"name": name}]})
    assert note.text.splitlines()[0] == greeting


def test_a_greeting_of_ones_own_comes_first() -> None:
    people = [{"name": "Dana Whitlock", "greet": "Ms Whitlock"}]
    (note,) = chosen("thank-you-email", SPARSE | {"interviewers": people})
    assert note.text.startswith("Dear Ms Whitlock,")


def test_a_crowd_is_greeted_as_all() -> None:
    people = [{"name": f"Person {n}"} for n in range(8)]
    (note,) = chosen("thank-you-group", SPARSE | {"interviewers": people, "note_tone": "warm"})
    assert note.text.startswith("Dear all,\n\nThank you all so much")


def test_what_somebody_said_on_several_lines_is_one_run_of_text() -> None:
    typed = 'We build "things":\n- for schools\n- for  homes'
    people = [{"name": "Dana", "said": typed}]
    (note,) = chosen("thank-you-email", SPARSE | {"interviewers": people})
    assert 'and for telling me that you build "things": for schools; for homes.' in note.text


def test_each_promise_keeps_its_own_day() -> None:
    (first,) = chosen("thank-recruiter", FULL)
    sentence = (
        "a copy of my registration by Monday 23 November and two references by Tuesday 24 November."
    )
    assert sentence in first.text


@pytest.mark.parametrize("kind", ["thank-you-email", "thank-you-group", "thank-recruiter"])
def test_a_promise_whose_day_has_passed_is_still_kept_but_names_no_day(kind: str) -> None:
    """The papers were to be there by Monday 23 and Tuesday 24 November."""
    decides = {} if kind == "thank-recruiter" else {"contact_name": "Sister Marguerite Boateng"}
    record = FULL | decides | {"note_kind": kind}
    (on_monday, *_) = notes_of(record, date(2026, 11, 23))
    both = (
        "a copy of my registration by Monday 23 November and two references by Tuesday 24 November."
    )
    assert both in on_monday.text
    (on_tuesday, *_) = notes_of(record, date(2026, 11, 24))
    assert "a copy of my registration and two references by Tuesday 24 November." in on_tuesday.text
    (on_wednesday, *_) = notes_of(record, date(2026, 11, 25))
    assert "a copy of my registration and two references." in on_wednesday.text


@pytest.mark.parametrize("kind", ["thank-you-email", "thank-you-group"])
def test_what_was_promised_stands_in_one_letter_and_is_named_beside_the_other(kind: str) -> None:
    """Tom Hargreave set the interview up and wasn't there: he gets the promise, and nobody else waits for it."""
    for note in notes_of(FULL | {"note_kind": kind}):
        assert "registration" not in note.text
        assert "hearing from you by" not in note.text
    named = [each.text for each in notes_of(FULL | {"note_kind": kind})[0].findings]
    assert [each for each in named if "registration" in each and "waits for it twice" in each]
    (to_tom,) = notes_of(FULL | {"note_kind": "thank-recruiter"})
    assert "a copy of my registration by Monday 23 November" in to_tom.text


def test_a_promise_that_was_kept_is_no_longer_promised() -> None:
    promised = [{"what": "two references", "sent_on": "2026-11-21"}]
    (note,) = chosen("thank-you-email", SPARSE | {"promised": promised})
    assert "references" not in note.text


def test_an_offer_in_writing_is_not_asked_for_again() -> None:
    (note,) = chosen("offer-thanks", FULL)
    assert "in writing" in note.text
    (written,) = chosen("offer-thanks", FULL | {"offers": [{"in_writing": True}]})
    assert "in writing" not in written.text


LATE = {
    "events": [{"kind": "offer", "on": "2026-11-12", "by_on": "2026-11-18"}],
    "ended_on": "2026-11-06",
    "offers": [{"employer": "Mill", "pay": "£30,000 a year"}],
}


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", ["offer-thanks", "counter-offer", "accept", "other-employer"])
def test_no_note_names_a_day_for_the_answer_that_has_passed(kind: str, tone: str) -> None:
    (note,) = notes_of(SPARSE | LATE | {"note_kind": kind, "note_tone": tone}, date(2026, 11, 22))
    for words in ("18 November", "before then", "my answer by"):
        assert words not in note.text
    (late,) = note.findings
    assert late.text == (
        "The date for your answer to the offer, Wednesday 18 November, has passed. "
        "Call or write today, and ask whether the offer still stands."
    )
    (on_time,) = notes_of(SPARSE | LATE | {"note_kind": kind}, date(2026, 11, 18))
    assert not on_time.findings


@pytest.mark.parametrize(
    ("tone", "sentence"),
    [
        ("", "I'm sorry that I haven't answered yet. May I still give you my answer?"),
        ("warm", "I'm sorry that I haven't answered yet. May I still give you my answer?"),
        ("formal", "I am sorry that I have not answered yet. May I still give you my answer?"),
    ],
)
def test_late_thanks_for_an_offer_ask_whether_an_answer_is_still_welcome(
    tone: str, sentence: str
) -> None:
    record = SPARSE | LATE | {"note_kind": "offer-thanks", "note_tone": tone}
    (note,) = notes_of(record, date(2026, 11, 22))
    assert sentence in note.text
    assert "think it over" not in note.text


def test_thanks_for_an_offer_whose_usual_time_has_passed_ask_for_no_day_that_has_gone() -> None:
    events = [{"kind": "offer", "on": "2026-11-12"}]
    record = SPARSE | LATE | {"events": events, "note_kind": "offer-thanks"}
    (note,) = notes_of(record, date(2026, 11, 22))
    assert "When do you need my answer by?" in note.text
    assert "19 November" not in note.text
    assert "still stands" not in note.findings[0].text


@pytest.mark.parametrize(
    ("contact", "email", "met", "greeting"),
    [
        ("Rob", "", "Mr Rob Hartley", "Dear Mr Hartley,"),
        (
            "Mrs. Garza-Whitfield",
            "",
            "Mrs. Dolores Garza-Whitfield, M.Ed.",
            "Dear Mrs Garza-Whitfield,",
        ),
        ("Gráinne Twomey", "grainne@lsd.example", "Gráinne", "Hello Gráinne,"),
    ],
)
def test_one_person_under_two_names_is_thanked_for_the_talk(
    contact: str, email: str, met: str, greeting: str
) -> None:
    typed = {
        "country": "GB",
        "ended_on": "2026-11-20",
        "format": "in-person",
        "interviewers": [{"name": met}],
        "contact_name": contact,
        "contact_email": email,
        "my_name": "Ana Ruiz",
        "note_kind": "check-in-1",
    }
    (note,) = notes_of(typed, date(2026, 12, 10))
    assert note.text.startswith(greeting)
    assert "Thank you for meeting me" in note.text


def test_whoever_is_typed_with_their_agency_works_for_one() -> None:
    typed = {
        "ended_on": "2026-11-20",
        "interviewers": [{"name": "Ruth Amos"}],
        "contact_name": "Jeremy Fong, Partner, Calder Executive Search (agency)",
        "employer": "Merlant",
        "my_name": "Ana Ruiz",
        "events": [{"kind": "offer", "on": "2026-11-21"}],
        "note_kind": "accept",
    }
    (note,) = notes_of(typed)
    assert note.text.startswith("Hello Jeremy,")
    assert "Thank you for all your help." in note.text

"""What fits whom: a deed beside what was learned, a deed for whoever spoke of it, a group's speaker by name."""

from datetime import date
from typing import Any

from playbook.tools.notes.model import Note
from tests.playbook.notes.records import notes_of

NURSE: dict[str, Any] = {
    "country": "GB",
    "ended_on": "2026-11-26",
    "format": "in-person",
    "employer": "Wharfedale Hospitals",
    "role": "Staff Nurse",
    "interviewers": [{"name": "Karen Holt"}, {"name": "Dr Imran Sheikh"}, {"name": "Josie"}],
    "my_name": "Bethany Ainley",
    "my_phone": "07700 900123",
}


def thanks(kind: str = "thank-you-email", **more: Any) -> tuple[Note, ...]:
    return notes_of({**NURSE, "note_kind": kind, **more}, date(2026, 11, 27))


def test_a_deed_is_no_answer_to_what_was_learned_for_a_word_of_its_trade() -> None:
    more = {
        "learned": "the ward is getting 4 new HDU beds in Jan",
        "missed": "I did my management placement on a stroke ward",
        "proofs": [{"did": "set up a handover sheet"}],
    }
    for kind in ("thank-you-email", "thank-you-group"):
        text = thanks(kind, **more)[0].text
        assert "that the ward is getting 4 new HDU beds in January.\n\nI meant to mention" in text
        assert "may help" not in text
        assert text.count("stroke ward") == 1
        assert text.count("handover sheet") == 1
    apart = thanks(learned="the canteen is closing", missed=more["missed"])[0].text
    assert "canteen is closing. I did" not in apart


def test_whoever_spoke_of_it_hears_the_deed_that_answers_it() -> None:
    people = [
        {"name": "Karen Holt"},
        {"name": "Dr Imran Sheikh", "said": "cannulation is where new nurses struggle"},
        {"name": "Josie", "said": "the handover decides the whole shift"},
    ]
    proofs = [
        {"did": "trained four students"},
        {"did": "set up a handover sheet"},
        {"did": "taught cannulation to two groups"},
    ]
    karen, imran, josie = thanks(interviewers=people, proofs=proofs)
    assert "I taught cannulation to two groups." in imran.text
    assert "I set up a handover sheet." in josie.text
    assert "trained four students" in karen.text


def test_whoever_said_nothing_comes_before_those_who_did_where_not_everybody_can_be_told() -> None:
    people = [
        {"name": "Karen Holt"},
        {"name": "Ann Lee", "said": "you train your own people"},
        {"name": "Bo Ek", "said": "you promote your own people"},
        {"name": "Josie"},
    ]
    two = [{"did": "ran the ward", "result": "by 30%"}, {"did": "set up a rota"}]
    josie = thanks(interviewers=people, proofs=two, missed="")[3]
    assert "rota" in josie.text


def test_a_group_letter_names_whoever_is_meant_by_you() -> None:
    people = [
        {"name": "Tasha"},
        {"name": "Greg P.", "said": "shrink is the number he looks at first"},
    ]
    text = thanks("thank-you-group", interviewers=people)[0].text
    assert "Greg, thank you for telling me that shrink is the number you look at first." in text
    nobody = [{"name": "Tasha"}, {"name": "Greg P.", "said": "the shop opens on Sundays in May"}]
    text = thanks("thank-you-group", interviewers=nobody)[0].text
    assert "Greg, it was helpful to hear that the shop opens on Sundays in May." in text

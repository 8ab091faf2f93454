"""The contact who was at the interview: nobody is thanked for a talk with themselves, or greeted as two people."""

from datetime import date
from typing import Any

import pytest

from tests.playbook.notes.records import notes_of

TODAY = date(2026, 11, 29)
MET = [
    {"name": "Mr Rob Hartley", "email": "rob.hartley@airebus.example"},
    {"name": "Shabana (union rep I think)"},
]
KINDS = ("check-in-1", "news-update", "new-date", "feedback-request", "rejection-thanks", "decline")


def letters(contact: dict[str, Any], people: list[dict[str, str]], kind: str) -> list[str]:
    outcome = {"feedback-request": "rejected", "rejection-thanks": "rejected", "decline": "offer"}
    events = [{"kind": outcome.get(kind, "answered"), "on": "2026-11-29", "by_on": "2026-12-04"}]
    record = {
        "country": "GB",
        "ended_on": "2026-11-24",
        "format": "in-person",
        "employer": "Airebus",
        "role": "Driver",
        "news": "I renewed my licence",
        "my_name": "Tariq Mahmood",
        "interviewers": people,
        "events": events,
        "note_kind": kind,
        **contact,
    }
    return [each.text for each in notes_of(record, TODAY)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "contact",
    [
        {"contact_name": "Rob"},
        {"contact_name": "Rob Hartley"},
        {"contact_name": "Mr Hartley"},
        {"contact_name": "ROB HARTLEY"},
        {"contact_name": "Rob (depot manager)"},
        {"contact_email": "rob.hartley@airebus.example"},
        {"contact_name": "Bobby", "contact_email": "rob.hartley@airebus.example"},
    ],
)
def test_whoever_was_met_is_written_to_as_that_person(contact: dict[str, str], kind: str) -> None:
    (text,) = letters(contact, MET, kind)
    assert text.startswith("Dear Mr Hartley,")
    body = text.partition(",")[2]
    assert "Hartley" not in body
    assert "Rob" not in body
    assert "they" not in body.split()
    assert "arranging" not in body


@pytest.mark.parametrize(
    ("contact", "people"),
    [
        ("Rob Smith", MET),
        ("Rob", [*MET, {"name": "Rob Ellis"}]),
        ("Mrs Hartley", MET),
        ("Hannah", MET),
    ],
)
def test_another_person_of_one_name_stays_another(
    contact: str, people: list[dict[str, str]]
) -> None:
    (text,) = letters({"contact_name": contact}, people, "decline")
    assert not text.startswith("Dear Mr Hartley,")
    assert "Please pass on my thanks to Mr Hartley" in text


def test_an_address_that_many_read_makes_nobody_the_interviewer() -> None:
    people = [{"name": "Tom Hall", "email": "careers@airebus.example"}]
    contact = {"contact_name": "Priya", "contact_email": "careers@airebus.example"}
    (text,) = letters(contact, people, "news-update")
    assert text.startswith("Hello Priya,")


def test_a_title_that_only_the_contact_has_is_said() -> None:
    people = [{"name": "Dolores Garza-Whitfield, M.Ed."}, {"name": "Coach Tillman"}]
    (text,) = letters({"contact_name": "Mrs. Garza-Whitfield"}, people, "decline")
    assert text.startswith("Dear Mrs Garza-Whitfield,")
    assert "Coach Tillman" in text


def test_several_people_in_one_row_are_named_as_the_others_are() -> None:
    people = [{"name": "Mr Rob Hartley"}, {"name": "Ms. Kim & Ms. Ruiz (4th grade team)"}]
    (text,) = letters({}, people, "thank-you-group")
    assert text.startswith("Dear Mr Hartley, Ms Kim and Ms Ruiz,")

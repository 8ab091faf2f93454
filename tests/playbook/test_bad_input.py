"""What people and clipboards put into the fields of every tool: said by field, and everything else goes on."""

import re
from typing import Any

import pytest

from playbook.interview import Interview
from playbook.phrasing.greet import greeting
from playbook.record_keys import leaves_of
from playbook.tools import NAMES
from tests.playbook.readers import LEFT_OVER, answer_to, visible

BASE: dict[str, Any] = {
    "ended_on": "2026-11-20",
    "employer": "Aireside Hospital",
    "my_name": "Amina Yusuf",
    "my_phone": "+44 113 496 0123",
    "needs": "someone who stays calm",
    "proofs": [{"did": "ran two lines"}],
    "offers": [{"employer": "Aireside Hospital", "pay": "£31,000 a year"}],
}
NAMES_FROM_EVERYWHERE = {
    "Arabic": "د. ليلى حسن",
    "Chinese": "李明",
    "Nepali": "म. थापा",
    "apostrophes": "Siobhán O'Rourke-D’Arcy",
    "hyphens": "Jean-Luc Al-Qahtani",
    "a single name": "Sukarno",
    "titles": "Prof. Dr. Jörg Weiß",
    "pronouns": "Robin Vale (they/them)",
    "letters after it": "Mr Okafor, MBE",
}
SPANISH = (
    "Estimada señora Boateng: muchas gracias por la conversación de ayer sobre el puesto de "
    "enfermera. Me gustó mucho conocer al equipo y saber cómo trabajan por la noche."
)
HUNDRED_KB = "a" * 100_000
TEXTS = [
    name
    for name, leaf in leaves_of(Interview).items()
    if leaf.type is str and name not in ("plan_id", "at_hand")
]


def shown(answer: dict[str, Any]) -> str:
    """What a reader sees or takes away."""
    return "\n".join([answer["status"], visible(answer["html"]), answer["text"]])


def assert_reads_well(answer: dict[str, Any]) -> None:
    lines = [line.strip() for line in (answer["status"] + answer["text"]).splitlines()]
    assert not re.search(LEFT_OVER, "\n".join(lines)), answer["text"]
    assert answer["html"]
    assert answer["text"]


@pytest.mark.parametrize("tool", NAMES)
def test_eight_people_of_the_same_name_are_eight_people(tool: str) -> None:
    people = [{"name": "Dana Whitlock", "said": f"that floor {n} is quiet"} for n in range(8)]
    answer = answer_to(tool, BASE | {"interviewers": people, "note_kind": "thank-you-email"})
    assert answer["errors"] == {}
    assert_reads_well(answer)
    if tool == "notes":
        assert answer["html"].count('data-draft="thank-you-email.') == 8
        assert [f"floor {n} is quiet" in answer["text"] for n in range(8)] == [True] * 8
        assert answer["html"].count("spelled") == 0
    if tool == "debrief":
        assert [f"floor {n} is quiet" in answer["html"] for n in range(8)] == [True] * 8


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.parametrize("name", NAMES_FROM_EVERYWHERE.values(), ids=NAMES_FROM_EVERYWHERE)
def test_a_name_is_said_as_it_was_typed(tool: str, name: str) -> None:
    person = {"name": name, "said": "that nights are shared"}
    answer = answer_to(tool, BASE | {"interviewers": [person], "note_kind": "thank-you-email"})
    assert answer["errors"] == {}
    assert_reads_well(answer)
    if tool == "closing_statement":
        assert greeting(name) in shown(answer).replace("&#39;", "'").replace("&amp;", "&")
    elif tool != "offer":
        first = re.split(r"[ ,]", name)[0]
        assert first in shown(answer).replace("&#39;", "'").replace("&amp;", "&")


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.parametrize("empty", ["", " ", "\n\n", "\t \n"])
def test_an_empty_highlight_leaves_its_sentence_out(tool: str, empty: str) -> None:
    record = BASE | {"interviewers": [{"name": "Dana"}], "note_kind": "thank-you-email"}
    without = answer_to(tool, record)
    answer = answer_to(tool, record | {"highlights": empty, "missed": empty})
    assert answer["errors"] == {}
    assert (answer["text"], answer["html"]) == (without["text"], without["html"])


@pytest.mark.parametrize("tool", NAMES)
def test_a_text_in_another_language_is_kept_and_not_corrected(tool: str) -> None:
    """English rules say nothing about Spanish words."""
    draft = {"key": "thank-you-email.0", "text": SPANISH, "made_from": "Hello Dana,"}
    record = {"interviewers": [{"name": "Dana"}], "note_kind": "thank-you-email", "drafts": [draft]}
    answer = answer_to(tool, BASE | record | {"highlights": SPANISH, "needs": SPANISH})
    assert answer["errors"] == {}
    if tool == "notes":
        assert SPANISH in answer["text"]
        assert "This doesn't look like English" in answer["text"]


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.parametrize("name", TEXTS)
def test_a_hundred_kilobytes_in_a_field_are_said_and_the_rest_goes_on(tool: str, name: str) -> None:
    record = BASE | {"interviewers": [{"name": "Dana"}]}
    answer = answer_to(tool, record | {name: HUNDRED_KB})
    assert "100,000 characters are too long" in answer["errors"][name]
    assert_reads_well(answer)
    assert len(answer["html"]) < 200_000
    assert HUNDRED_KB not in answer["html"]


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.parametrize(
    "path",
    [
        "interviewers.name",
        "interviewers.said",
        "events.words",
        "drafts.text",
        "offers.pay",
        "proofs.did",
        "reviews.practise",
        "promised.what",
        "criteria.what",
        "other_employers.name",
    ],
)
def test_a_hundred_kilobytes_in_a_row_are_said_at_that_row(tool: str, path: str) -> None:
    rows, field = path.split(".")
    answer = answer_to(tool, BASE | {rows: [{}, {field: HUNDRED_KB}]})
    assert "100,000 characters are too long" in answer["errors"][f"{rows}.1.{field}"]
    assert_reads_well(answer)


def test_a_date_and_a_time_that_a_browser_keeps_to_itself_are_not_quoted() -> None:
    """The form sends a question mark for half a date and for 30 February, which nobody has typed."""
    errors = answer_to("timeline", BASE | {"ended_on": "?", "ended_at": "?"})["errors"]
    assert errors["ended_on"] == (
        "Day of the interview: this isn't a date. Part of it is missing, or there is no such day."
        " Check the day, the month and the year."
    )
    assert errors["ended_at"] == (
        "At what time? This isn't a time. Part of it is missing. Give hours and minutes."
    )

"""A letter whose subject matter is missing isn't shown, and the page says what it needs."""

import pytest

from tests.playbook.notes.records import SPARSE, answer, notes_of

BARE = {"ended_on": "2026-11-20", "interviewers": [{"name": "Dana Whitlock"}], "my_name": "Ida"}
NEEDS = {
    "news-update": "your news",
    "counter-offer": "what would make it a yes",
    "thank-reference": "your reference's name",
    "other-employer": "the other employer",
    "new-date": "the new date",
    "thank-recruiter": "who set up the interview",
    "voicemail": "your phone number",
}


@pytest.mark.parametrize(("kind", "label"), NEEDS.items())
def test_without_what_it_is_about_there_is_no_letter_but_a_word_on_what_it_needs(
    kind: str, label: str
) -> None:
    page = answer(BARE | {"note_kind": kind})
    assert "<textarea" not in page["html"]
    assert "data-copy" not in page["html"]
    assert "Dana" not in page["text"].replace("with Dana", "").partition("Still to fill")[2]
    assert f"Still to fill: {label}" in page["text"]


@pytest.mark.parametrize("kind", ["phone-script", "voicemail"])
def test_nobody_who_is_written_to_is_given_a_call_to_make(kind: str) -> None:
    record = BARE | {"note_kind": kind, "follow_up": "email", "my_phone": "0113 496 0000"}
    page = answer(record)
    assert "<textarea" not in page["html"]
    assert "there is no call to make" in page["text"]
    (note,) = notes_of(record)
    assert not note.sendable


def test_whoever_led_the_interview_is_not_thanked_for_arranging_it_with_themselves() -> None:
    record = BARE | {"note_kind": "thank-recruiter", "contact_name": "Dana Whitlock"}
    (note,) = notes_of(record)
    assert [gap.path for gap in note.gaps] == ["contact_name"]
    (other,) = notes_of(record | {"contact_name": "Sam Field"})
    assert "arranging my interview with Dana" in other.text


def test_a_new_date_is_the_one_they_named_last() -> None:
    answered = [{"kind": "answered", "on": "2026-11-21", "by_on": "2026-12-04"}]
    (note,) = notes_of(SPARSE | {"note_kind": "new-date", "events": answered})
    assert "that I'll hear by Friday 4 December." in note.text
    assert note.sendable


@pytest.mark.parametrize(
    ("figure", "pay", "expected"),
    [
        ("2900 net", "", {"left-out"}),
        ("31,049", "", {"left-out"}),
        ("£31,049", "", {"left-out"}),
        ("£31,049 a year", "", set()),
        ("£33,000", "£30,000 a year", set()),
        ("$22 an hour", "", set()),
    ],
)
def test_a_pay_without_its_currency_or_period_is_asked_about(
    figure: str, pay: str, expected: set[str]
) -> None:
    record = BARE | {"note_kind": "counter-offer", "range_from": figure, "offers": [{"pay": pay}]}
    (note,) = notes_of(record)
    number = figure.strip("£$ ").partition(" ")[0].replace("2900", "2,900")
    assert number in note.text
    assert note.gaps == ()
    assert {each.check for each in note.findings if each.path == "range_from"} == expected

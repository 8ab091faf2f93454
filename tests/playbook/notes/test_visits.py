"""A visit that was agreed, such as a trial shift: typed or noted since, cancelled by a no, known to later letters."""

from datetime import date
from typing import Any

import pytest

from playbook.tools.notes.model import Note
from tests.playbook.notes.records import notes_of

CHEF: dict[str, Any] = {
    "country": "FR",
    "ended_on": "2026-11-27",
    "format": "in-person",
    "employer": "L'Ardoise",
    "role": "sous-chef",
    "interviewers": [{"name": "Chef Étienne d'Aubigny", "said": "you train your own people"}],
    "my_name": "Marek Dvořák",
    "my_phone": "+33 6 12 34 56 78",
}
SUNDAY, MONDAY, LATER = date(2026, 11, 29), date(2026, 11, 30), date(2026, 12, 10)
AGREED: tuple[dict[str, Any], ...] = (
    {"promised": [{"what": "Come for a trial shift on Tuesday"}]},
    {"promised": [{"what": "come in for a trial shift", "by_on": "2026-12-01"}]},
    {"promised": [{"what": "trial shift", "by_on": "2026-12-01"}]},
    {"promise": "come back tuesday for a trial shift"},
    {
        "events": [
            {"kind": "asked", "on": "2026-11-28", "words": "to come for a trial shift Tuesday"}
        ]
    },
    {
        "events": [
            {
                "kind": "answered",
                "on": "2026-11-28",
                "words": "come in for a trial shift",
                "by_on": "2026-12-01",
            }
        ]
    },
)
WAYS = pytest.mark.parametrize("agreed", AGREED)


def written(kind: str, today: date, **more: Any) -> Note:
    return notes_of({**CHEF, "note_kind": kind, **more}, today)[0]


@WAYS
@pytest.mark.parametrize("kind", ["withdraw", "decline"])
def test_a_no_cancels_the_visit_that_lies_ahead(kind: str, agreed: dict[str, Any]) -> None:
    text = written(kind, SUNDAY, **agreed).text
    assert ", so I won't be coming for the trial shift on Tuesday 1 December." in text
    formal = written(kind, SUNDAY, note_tone="formal", **agreed).text
    assert ", so I will not be coming for the trial shift on Tuesday 1 December." in formal


@WAYS
@pytest.mark.parametrize("kind", ["withdraw", "decline"])
def test_a_no_after_the_visit_cancels_nothing_and_thanks_for_it(
    kind: str, agreed: dict[str, Any]
) -> None:
    note = written(kind, LATER, **agreed)
    assert "be coming" not in note.text
    assert "for the trial shift" in note.text
    assert "visit-since" in [each.check for each in note.findings]


@pytest.mark.parametrize(
    ("words", "cancelled"),
    [
        (
            "come for a second interview on Thursday",
            "for the second interview on Thursday 3 December",
        ),
        ("Come in and meet the team on 4 December", "in on Friday 4 December"),
        ("come back for a trial day", "for the trial day"),
        ("come back", "in"),
    ],
)
def test_a_visit_is_cancelled_by_what_is_known_of_it(words: str, cancelled: str) -> None:
    text = written("withdraw", SUNDAY, promised=[{"what": words}]).text
    assert f", so I won't be coming {cancelled}." in text


@pytest.mark.parametrize(
    "promise",
    [
        "we'll come back to you on Tuesday",
        "come back to me by Friday",
        "they meet on Tuesday to decide",
        "let you know about the second interview by Friday",
        "",
    ],
)
def test_where_nothing_was_agreed_nothing_is_cancelled(promise: str) -> None:
    assert "coming" not in written("withdraw", SUNDAY, promise=promise).text


@WAYS
@pytest.mark.parametrize("kind", ["thank-you-email", "news-update", "new-date", "check-in-1"])
def test_letters_before_the_visit_look_forward_to_it_once(
    kind: str, agreed: dict[str, Any]
) -> None:
    events = [*agreed.get("events", []), {"kind": "thank-you-sent", "on": "2026-11-28"}]
    text = written(
        kind, MONDAY, **{**agreed, "events": events, "news": "I passed my hygiene course"}
    ).text
    assert text.count("trial shift") == 1
    assert "I look forward to the trial shift on Tuesday" in text


@WAYS
def test_whoever_asks_for_news_before_the_visit_hears_that_it_can_be_asked_there(
    agreed: dict[str, Any],
) -> None:
    before = [each.check for each in written("check-in-1", MONDAY, **agreed).findings]
    after = [each.check for each in written("check-in-1", LATER, **agreed).findings]
    assert ("visit-ahead" in before, "visit-ahead" in after) == (True, False)
    assert ("visit-since" in before, "visit-since" in after) == (False, True)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (
            "check-in-1",
            "Thank you for the trial shift on Tuesday 1 December for the sous-chef job at",
        ),
        ("rejection-thanks", ", for your time and for the trial shift."),
        (
            "feedback-request",
            "What could I have done better on the trial shift?",
        ),
        (
            "phone-script",
            "I came in for my interview on Friday 27 November, and for the trial shift on Tuesday 1",
        ),
        ("withdraw", "Thank you for the trial shift on Tuesday 1 December."),
    ],
)
def test_a_visit_that_the_reader_ticked_off_is_thanked_for(kind: str, sentence: str) -> None:
    been = [{"what": "come for a trial shift on Tuesday", "sent_on": "2026-12-01"}]
    note = written(kind, LATER, promised=been)
    assert sentence in note.text
    assert "visit-since" not in [each.check for each in note.findings]


@WAYS
def test_no_card_overtakes_the_visit_and_a_thank_you_after_it_looks_forward_to_nothing(
    agreed: dict[str, Any],
) -> None:
    card = written("thank-you-handwritten", date(2026, 11, 28), **agreed)
    assert "no-card-visit" in [each.check for each in card.findings]
    assert "look forward to the trial" not in written("thank-you-email", LATER, **agreed).text


def test_a_card_that_arrives_before_the_visit_looks_forward_to_it() -> None:
    agreed = {"promised": [{"what": "come for a trial shift", "by_on": "2026-12-18"}]}
    text = written("thank-you-handwritten", date(2026, 11, 28), **agreed).text
    assert "I look forward to the trial shift on Friday 18 December." in text

"""What time has overtaken: their day has passed before the note goes out, and news has come since the talk."""

from datetime import date
from typing import Any

import pytest

from playbook.tools.notes.model import Note
from tests.playbook.notes.records import notes_of

DAVE: dict[str, Any] = {
    "country": "PH",
    "ended_on": "2026-11-27",
    "format": "video",
    "employer": "Callbridge",
    "role": "Customer Service Representative",
    "interviewers": [{"name": "Ms. Grace Dela Cruz"}],
    "promise": "within the week",
    "my_name": "Maria Santos",
    "my_phone": "09171234567",
}


def written(kind: str, today: date, **more: Any) -> Note:
    return notes_of({**DAVE, "note_kind": kind, **more}, today)[0]


@pytest.mark.parametrize("kind", ["check-in-1", "phone-script"])
@pytest.mark.parametrize(
    "promise", ["within the week", "in the next few days", "within a week", "in a couple of weeks"]
)
def test_a_stretch_of_time_stays_in_their_words(kind: str, promise: str) -> None:
    before = written(kind, date(2026, 11, 28), promise=promise).text
    after = written(kind, date(2027, 1, 8), promise=promise).text
    assert promise in before
    assert promise in after


@pytest.mark.parametrize("kind", ["thank-you-email", "thank-recruiter", "thank-you-group"])
@pytest.mark.parametrize(
    "named", [{"promise_on": "2026-11-30"}, {"promise": "we'll tell you Monday"}]
)
def test_thanks_after_their_day_wait_for_nothing_and_say_so_beside_it(
    kind: str, named: dict[str, Any]
) -> None:
    more = {
        **named,
        "contact_name": "Ana" if kind == "thank-recruiter" else "",
        "interviewers": [{"name": "Grace Dela Cruz"}, {"name": "Ben Lim"}],
    }
    late = written(kind, date(2026, 12, 2), **more)
    for words in ("meantime", "decide", "deciding", "hear from you", "should hear"):
        assert words not in late.text
    assert {"day-gone", "which-day"} & {each.check for each in late.findings}
    in_time = written(kind, date(2026, 11, 28), **more)
    assert not {"day-gone", "which-day"} & {each.check for each in in_time.findings}


@pytest.mark.parametrize("kind", ["thank-you-email", "thank-you-group"])
@pytest.mark.parametrize("today", [date(2026, 11, 27), date(2026, 11, 29)])
def test_fresh_news_stands_in_the_thanks_to_whoever_decides(kind: str, today: date) -> None:
    people = [{"name": "Grace Dela Cruz"}, {"name": "Ben Lim"}]
    notes = notes_of(
        {**DAVE, "note_kind": kind, "interviewers": people, "news": "I passed the medical"}, today
    )
    assert "Since we met, I've passed the medical." in notes[0].text
    assert [each for each in notes[1:] if "medical" in each.text] == []


def test_news_that_the_thanks_may_have_told_is_asked_about_later() -> None:
    thanked = [{"kind": "thank-you-sent", "on": "2026-11-28"}]
    more: dict[str, Any] = {"news": "I passed the medical", "events": thanked}
    for kind, check in (("check-in-1", "news-told"), ("news-update", "news-twice")):
        note = written(kind, date(2026, 12, 10), **more)
        assert "medical" in note.text
        assert check in [each.check for each in note.findings]
        without = written(kind, date(2026, 12, 10), **{**more, "events": []})
        assert check not in [each.check for each in without.findings]


def test_news_that_the_thanks_told_are_told_once() -> None:
    """Nobody gets a letter about them, and weeks later they aren't new; whoever wasn't thanked hears them."""
    more: dict[str, Any] = {
        "news": "I passed the medical",
        "missed": "I have my DG endorsement",
        "events": [{"kind": "thank-you-sent", "on": "2026-11-28"}],
    }
    later = date(2026, 12, 10)
    again = written("news-update", later, **more)
    assert not again.sendable
    assert not again.is_blank
    changed = {
        "drafts": [{"key": again.key, "text": f"{again.text} Yes.", "made_from": again.text}]
    }
    assert written("news-update", later, **more, **changed).sendable
    weeks = written("stay-in-touch", date(2027, 1, 8), **more)
    assert "medical" not in weeks.text
    assert [gap.path for gap in weeks.gaps] == ["news"]
    sam = written("news-update", later, **more, contact_name="Sam from HR")
    assert sam.sendable
    assert "since my interview on November 27 for the" in sam.text
    assert " I've passed the medical." in sam.text

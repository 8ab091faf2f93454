"""What stands beside words about when: what we read, from which of them, and the days to choose from."""

import json
import re
from collections.abc import Mapping
from html import unescape

import pytest

from playbook.boundary import run

PROMISE = {"ended_on": "2026-11-20", "promise": "by Friday"}


def readings(record: Mapping[str, object], tool: str = "timeline") -> dict[str, str]:
    request = {"today": "2026-11-22", "record": record}
    beside: dict[str, str] = json.loads(run(tool, json.dumps(request)))["readings"]
    return beside


def fills(html: str) -> list[dict[str, str]]:
    return [json.loads(unescape(each)) for each in re.findall(r"data-fill='([^']*)'", html)]


def test_a_day_is_said_and_one_tap_settles_it() -> None:
    html = readings(PROMISE)["promise"]
    assert "We read: by Friday 27 November. Is that right?" in html
    assert fills(html) == [{"promise_on": "2026-11-27"}]
    assert 'data-go="#field-promise_on"' in html


def test_what_is_settled_stays_settled_until_the_reader_has_the_words_read_again() -> None:
    settled = {**PROMISE, "promise_on": "2026-11-27"}
    html = readings(settled)["promise"]
    assert "You chose Friday 27 November." in html
    assert fills(html) == [{"promise_on": ""}]
    assert readings({**settled, "employer": "Northwind", "promise": "by Monday"})["promise"] == html


def test_the_words_it_came_from_are_marked_where_there_are_others() -> None:
    words = (
        "Lovely to meet you. You'd start on 1 February, and hear by Thursday at the latest. Bye!"
    )
    html = readings({**PROMISE, "promise": words})["promise"]
    assert re.findall("<mark>(.*?)</mark>", html) == ["by Thursday at the latest"]
    assert (
        "1 February&#39; isn&#39;t the day they&#39;ll answer: it&#39;s when the job starts" in html
    )
    assert "<mark>" not in readings(PROMISE)["promise"]


def test_what_is_understood_in_part_is_shown_in_part() -> None:
    html = readings({**PROMISE, "promise": "by Thursday in the spring term"})["promise"]
    assert (
        "We don&#39;t understand &#39;spring term&#39;. Without it we&#39;d read Thursday 26"
        in html
    )
    assert fills(html) == [{"promise_on": "2026-11-26"}]


def test_of_their_days_the_later_is_the_careful_one_and_of_mine_the_earlier() -> None:
    theirs = readings({**PROMISE, "promise": "4/12"})["promise"]
    assert fills(theirs) == [{"promise_on": "2027-04-12"}, {"promise_on": "2026-12-04"}]
    offer = {"kind": "offer", "on": "2026-11-21", "words": "4/12"}
    mine = readings({**PROMISE, "events": [offer]})["events.0.words"]
    assert fills(mine) == [{"events.0.by_on": "2026-12-04"}, {"events.0.by_on": "2027-04-12"}]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("as soon as possible", "This names no date: it can mean next week, or months from now."),
        ("we'll be in touch", "This names no date."),
        ("the purple one", "We found no date in this."),
        ("31 November", "There is no such day."),
        ("yesterday", "This would be before the day they said it."),
    ],
)
def test_words_without_a_date_are_answered_too(words: str, sentence: str) -> None:
    html = readings({**PROMISE, "promise": words})["promise"]
    assert sentence in html
    assert "<button" not in html


def test_an_answer_and_an_offer_and_what_was_promised_are_read_alike() -> None:
    record = {
        "ended_on": "2026-11-20",
        "events": [
            {"kind": "answered", "on": "2026-11-20", "words": "by Friday"},
            {"kind": "offer", "on": "2026-11-21", "words": "let us know by Friday"},
            {"kind": "answered", "words": "by Friday"},
            {"kind": "asked", "on": "2026-11-20", "words": "my certificate"},
        ],
        "promised": [{"what": "my certificate by Friday"}, {"what": "my certificate"}],
    }
    beside = readings(record)
    assert set(beside) == {"events.0.words", "events.1.words", "promised.0.what"}
    assert all("Friday 27 November" in html for html in beside.values())


def test_every_tool_that_has_the_field_reads_it() -> None:
    assert readings(PROMISE) == readings(PROMISE, "your_plan")
    assert readings(PROMISE, "closing_statement") == {}
    assert readings({"promise": "by Friday"}) == {}


def test_words_are_shown_as_typed() -> None:
    html = readings({**PROMISE, "promise": "<b>by Friday</b> {{ 7 * 7 }}"})["promise"]
    assert "<b>" not in html
    assert "{{ 7 * 7 }}" in unescape(html)


@pytest.mark.parametrize(
    "name",
    [
        "Jeremy Fong, Partner, Calder & Fong Executive Search (agency)",
        "Bianca @ Talentgrove (recruiter)",
        "Dana, Northgate Recruitment",
        "Sam (headhunter)",
    ],
)
def test_an_agency_that_was_typed_is_shown_and_one_tap_says_otherwise(name: str) -> None:
    html = readings({"ended_on": "2026-11-20", "contact_name": name}, "notes")["contact_for"]
    assert "they work for an agency" in html
    assert fills(html) == [{"contact_for": "employer"}]
    for answer in ("employer", "agency"):
        answered = {"ended_on": "2026-11-20", "contact_name": name, "contact_for": answer}
        assert "contact_for" not in readings(answered, "notes")


@pytest.mark.parametrize("name", ["Dana Whitlock", "Dana from HR", "Sam - hiring manager"])
def test_whoever_names_no_agency_is_asked_about_in_silence(name: str) -> None:
    beside = readings({"ended_on": "2026-11-20", "contact_name": name}, "notes")
    assert "contact_for" not in beside

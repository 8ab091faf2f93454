"""What holds for every answer: it comes, it is the same each time, it shows only words, and its files can be read."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as CalendarFile

from playbook import boundary
from runtime.build.warm import forget_answers
from tests.playbook.timeline.requests import (
    KEYS,
    Situated,
    answer_to,
    anything,
    asked,
    examples,
    file_named,
    records,
    situations,
    spoiled,
    todays,
)


@given(situations())
@examples(40)
def test_same_request_same_answer(situation: Situated) -> None:
    request = json.dumps(asked(*situation))
    first = boundary.run("timeline", request)
    forget_answers()
    assert boundary.run("timeline", request) == first


@given(situations())
@examples(80)
def test_a_saved_plan_opens_as_the_same_plan(situation: Situated) -> None:
    record, today = situation
    first = answer_to(asked(record, today))
    saved = file_named("plan", first)["text"]
    opened = answer_to(asked({}, today, plan=saved))
    for key in ("html", "text", "status", "errors", "choices", "downloads"):
        assert opened[key] == first[key]
    again = answer_to(asked(opened["record"], today))
    assert again["html"] == first["html"]


def test_the_person_who_set_it_up_is_the_one_to_check_in_with() -> None:
    record = {"ended_on": "2026-11-20", "interviewers": [{"name": "Dana"}]}
    today = date(2026, 11, 22)
    assert "Check in with Dana" in answer_to(asked(record, today))["text"]
    with_contact = {**record, "contact_name": "Tom Hargreave"}
    assert "Check in with Tom Hargreave" in answer_to(asked(with_contact, today))["text"]


@given(spoiled())
@examples(250)
def test_any_json_in_any_field_gets_an_answer(request: dict[str, object]) -> None:
    answer = answer_to(request)
    assert set(answer) == KEYS
    assert all(isinstance(message, str) and message for message in answer["errors"].values())
    assert "Traceback" not in json.dumps(answer)


@given(anything)
@examples(60)
def test_any_json_at_all_gets_an_answer(request: object) -> None:
    assert set(answer_to(request)) == KEYS


@given(st.text(max_size=200))
@examples(60)
def test_any_text_gets_an_answer(text: str) -> None:
    assert set(json.loads(boundary.run("timeline", text))) == KEYS
    assert set(json.loads(boundary.run(text, "{}"))) == KEYS


@pytest.mark.parametrize("stamp", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_a_moment_at_the_edge_of_the_calendar_gets_an_answer(stamp: str) -> None:
    request = asked({"ended_on": "2026-11-20"}, date(2026, 11, 22), stamp=stamp)
    assert set(answer_to(request)) == KEYS


def test_a_mistake_that_was_put_right_is_gone() -> None:
    right = {"ended_on": "2026-11-20"}
    wrong = right | {"closures": [{"first_on": "2026-11-23", "last_on": "2099-12-31"}]}
    before = {"record": wrong, "today": "2026-11-22"}
    answer = answer_to(asked(right, date(2026, 11, 22), previous=before))
    assert answer["errors"] == {}
    assert answer["html"]


@given(situations())
@examples(150)
def test_an_answer_never_shows_what_the_program_is_made_of(situation: Situated) -> None:
    answer = answer_to(asked(*situation))
    calendar = file_named("calendar", answer)["text"]
    shown = "\n".join([answer["status"], answer["html"], answer["text"], calendar])
    assert not re.search(r"\bNone\b|(?i:undefined)|\{\{|\{%|Traceback|<playbook\b|\bnan\b", shown)


@given(situations())
@examples(40)
def test_nothing_changed_means_nothing_is_said_to_have_changed(situation: Situated) -> None:
    record, today = situation
    before = {"record": record, "today": today.isoformat()}
    answer = answer_to(asked(record, today, previous=before))
    assert answer["html"] == answer_to(asked(record, today))["html"]


@given(situations())
@examples(60)
def test_neutral_titles_name_nobody(situation: Situated) -> None:
    record, today = situation
    secret = dict.fromkeys(("employer", "role", "contact_name", "news"), "Zebulon")
    people = {"interviewers": [{"name": "Zebulon"}], "references": [{"name": "Zebulon"}]}
    private = {"private_titles": True, "promised": [{"what": "Zebulon"}]}
    answer = answer_to(asked(record | secret | people | private, today))
    for entry in _entries(file_named("calendar", answer)["text"]):
        shown = f"{entry['SUMMARY']} {entry.get('DESCRIPTION', '')}"
        assert not re.search(r"zebulon|interview|employer|\bjob\b|thank", shown, re.IGNORECASE)


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "\"' onmouseover='alert(1)",
    "</section><svg/onload=alert(1)>",
    "{{ 7 * 191 }}{% for x in y %}",
]


class Tags(HTMLParser):
    """The tags of a page and the names of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {tag, *(name for name, _ in attrs)}


@given(st.data())
@examples(60)
def test_typed_markup_and_template_code_stay_text(data: st.DataObject) -> None:
    today = data.draw(todays)
    record = data.draw(records(today))
    typed = data.draw(st.sampled_from(HOSTILE))
    answer = answer_to(asked(_typed_everywhere(record, typed), today))
    tags = Tags()
    tags.feed(answer["html"])
    assert not {name for name in tags.seen if name.startswith("on")}
    assert not tags.seen & {"img", "script", "iframe", "style", "src", "srcdoc"}
    assert "1337" not in answer["html"] + answer["text"]
    assert "<img" not in answer["html"]


def _typed_everywhere(record: dict[str, Any], typed: str) -> dict[str, Any]:
    """The record with the same words in every field that takes any."""
    events = [each | {"words": typed} for each in record["events"]]
    return record | {
        "employer": typed,
        "role": typed,
        "contact_name": typed,
        "contact_phone": typed,
        "promise": typed,
        "news": typed,
        "region": typed,
        "interviewers": [{"name": typed, "title": typed, "said": typed, "email": typed}],
        "references": [{"name": typed}],
        "promised": [{"what": typed}],
        "closures": [{"first_on": record["ended_on"], "name": typed}],
        "events": events,
        "in_calendar": [{"step": typed, "on": record["ended_on"]}],
    }


# The calendar file


@given(situations())
@examples(80)
def test_calendar_file_reads_back_as_all_day_entries(situation: Situated) -> None:
    text = file_named("calendar", answer_to(asked(*situation)))["text"]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    for entry in _entries(text):
        assert entry["DTEND"].dt == entry["DTSTART"].dt + timedelta(days=1)
        assert not isinstance(entry["DTSTART"].dt, int)
        assert str(entry["SUMMARY"])
        assert "ATTENDEE" not in entry
        assert "ORGANIZER" not in entry


@given(st.data())
@examples(80)
def test_an_entry_keeps_its_uid_after_an_edit(data: st.DataObject) -> None:
    today = data.draw(todays)
    before, after = (_uids(data.draw(records(today)), today) for _ in range(2))
    assert len(set(before.values())) == len(before)
    for step in before.keys() & after.keys():
        assert before[step] == after[step]


def _entries(text: str) -> Iterator[Any]:
    return iter(CalendarFile.from_ical(text).walk("VEVENT"))


def _uids(record: dict[str, Any], today: date) -> dict[str, str]:
    """The UID of each step in the calendar file, by step."""
    file = file_named("calendar", answer_to(asked(record, today)))
    steps = [each["step"] for each in file["remember"]["in_calendar"]]
    entries = [str(each["UID"]) for each in _entries(file["text"])]
    return dict(zip(steps, entries, strict=True))

"""Debriefs worked out by hand: what is open, what is written down, what a kept review holds, and what recurs."""

import html
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from playbook.own import own
from playbook.record_rows import Review
from playbook.tool import Example
from playbook.tools import get_tool
from playbook.tools.debrief.model import Debrief
from playbook.tools.debrief.recurring import everyday_words, recurring, stem, words_of
from playbook.tools.debrief.rules import compute
from tests.playbook.readers import answer_to, request_of

EXAMPLES = {each.id: each for each in get_tool("debrief").examples()}
DAY = {"ended_on": "2026-11-20"}
SUNDAY = date(2026, 11, 22)

SMALL = everyday_words(own())


def debrief_of(record: Mapping[str, object]) -> Debrief:
    return compute(request_of({**DAY, **record}), own())


def buttons(answer: Mapping[str, Any], name: str) -> list[Any]:
    """What the buttons of an answer put into the record."""
    values = re.findall(rf'data-{name}="([^"]*)"', answer["html"])
    return [json.loads(html.unescape(each)) for each in values]


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_examples_are_what_was_worked_out_by_hand(example: Example) -> None:
    debrief = compute(request_of(example.record, example.today), own())
    expected = example.expected
    assert [each.question for each in debrief.open] == expected["open"]
    themes = [{"kind": x.kind, "word": x.word, "count": x.count} for x in debrief.recurring]
    assert themes == expected["recurring"]
    text = answer_to("debrief", example.record, example.today)["text"]
    assert expected.get("promised", "") in text
    assert expected.get("timing", "") in text


def test_without_the_day_of_the_interview_it_asks_for_that() -> None:
    answer = answer_to("debrief", {"unsaid": "that I can start in December"})
    assert list(answer["errors"]) == ["ended_on"]


def test_it_names_those_whose_words_are_missing() -> None:
    people = [{"name": "Dana", "said": "Clean welds"}, {"name": "Mr Okafor"}, {"name": "Li"}]
    text = answer_to("debrief", DAY | {"interviewers": people})["text"]
    assert "What did Mr Okafor and Li say? One thing each" in text


def test_where_there_may_be_nothing_to_write_nothing_is_missing() -> None:
    record = {"interviewers": [{"name": "Dana", "said": "Clean welds"}], "talked_about": "the yard"}
    assert "What fades first is written down" in answer_to("debrief", DAY | record)["status"]


def test_what_they_said_about_when_goes_to_the_timeline() -> None:
    record = DAY | {"promise": "by the end of next week", "country": "US"}
    assert "Friday 27 November" in answer_to("debrief", record)["text"]
    assert "Friday 27 November" in answer_to("timeline", record)["text"]


def test_the_notes_are_ticked_off_here_and_on_the_timeline_alike() -> None:
    row = {"kind": "notes-written", "on": "2026-11-22"}
    answer = answer_to("debrief", DAY)
    assert buttons(answer, "add") == [{"events": row}]
    assert buttons(answer_to("debrief", DAY | {"events": [row]}), "add") == []


@pytest.mark.parametrize(
    ("ended_on", "when"),
    [
        ("2026-11-24", "Tuesday 24 November."),
        ("2026-11-23", "Tomorrow, Monday 23 November."),
        ("2026-11-22", "Today, Sunday 22 November."),
    ],
)
def test_when_to_write_them_is_said_as_it_is_spelled(ended_on: str, when: str) -> None:
    html = answer_to("debrief", {"ended_on": ended_on, "ended_at": "09:00"}, SUNDAY)["html"]
    assert f"<p>Your notes. {when} <button" in html


def test_a_review_is_kept_once_and_changed_in_its_place() -> None:
    record = DAY | {"employer": "Mill", "went_well": "the tour"}
    [fill] = buttons(answer_to("debrief", record), "fill")
    assert fill == {
        "reviews": [
            {
                "employer": "Mill",
                "on": "2026-11-20",
                "went_well": "the tour",
                "went_badly": "",
                "practise": "",
            }
        ]
    }
    assert debrief_of(record | fill).is_stored
    changed = record | fill | {"went_well": "the tour and the end"}
    assert not debrief_of(changed).is_stored
    [again] = buttons(answer_to("debrief", changed), "fill")
    assert [each["went_well"] for each in again["reviews"]] == ["the tour and the end"]


def test_the_next_interview_starts_empty_but_for_what_is_the_readers_own() -> None:
    record = {
        **DAY,
        "employer": "Mill",
        "country": "GB",
        "plan_id": "one",
        "interviewers": [{"name": "Dana"}],
        "events": [{"kind": "thank-you-sent", "on": "2026-11-20"}],
        "proofs": [{"did": "ran two lines"}],
        "went_well": "the tour",
    }
    [keeps] = buttons(answer_to("debrief", record), "fill")
    [empties] = buttons(answer_to("debrief", record | keeps), "fill")
    after = record | keeps | empties
    left = {name: value for name, value in after.items() if value}
    assert left == {"country": "GB", "proofs": record["proofs"], **keeps}


def test_looking_back_waits_for_a_nights_sleep() -> None:
    tonight = answer_to("debrief", {"ended_on": "2026-11-22"})["html"]
    later = answer_to("debrief", DAY)["html"]
    assert "From tomorrow, Monday 23 November" in tonight
    assert "Wait a night" not in later


@pytest.mark.parametrize(
    ("one", "other"),
    [("nights", "night"), ("practised", "practise"), ("worries", "worry"), ("welding", "welds")],
)
def test_endings_do_not_hide_a_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_words_that_say_nothing_are_no_theme() -> None:
    assert list(words_of("I talked about the same thing again, and it didn't go well", SMALL)) == []
    assert list(words_of("Night-shift: 24 beds, père Noël", SMALL)) == [
        "night-shift",
        "beds",
        "père",
        "noël",
    ]


def review(employer: str, good: str = "", weak: str = "", practise: str = "") -> Review:
    return Review(employer=employer, went_well=good, went_badly=weak, practise=practise)


def test_twice_in_one_interview_is_not_twice() -> None:
    assert recurring((review("A", weak="pay", practise="pay"),), 2, SMALL) == ()


def test_words_that_always_stand_together_are_one_theme() -> None:
    themes = recurring(
        (review("A", good="the night shift"), review("B", good="night shift")), 2, SMALL
    )
    assert [(each.word, each.count) for each in themes] == [("night, shift", 2)]


def test_what_was_weak_before_and_is_good_now_got_better() -> None:
    themes = recurring((review("A", weak="pay"), review("B", good="the pay, at last")), 2, SMALL)
    assert [(each.kind, each.word) for each in themes] == [("better", "pay")]


def test_what_was_good_before_and_is_weak_now_did_not_get_better() -> None:
    assert recurring((review("A", good="pay"), review("B", weak="pay")), 2, SMALL) == ()

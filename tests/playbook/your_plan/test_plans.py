"""The plan shows the part that is at hand, whole and unchanged, and the way to every other."""

import html
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.own import own
from playbook.tool import Example
from playbook.tools import NAMES, get_tool
from playbook.tools.your_plan.rules import TOOLS, at_hand
from tests.playbook.readers import answer_to, examples, expect_whole, request_of, senseless

EXAMPLES = {each.id: each for each in get_tool("your-plan").examples()}
DAY = {"ended_on": "2026-11-20"}


def event(kind: str, on: str = "2026-11-20") -> dict[str, str]:
    return {"kind": kind, "on": on}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_examples_show_the_part_that_is_at_hand(example: Example) -> None:
    shown = at_hand(request_of(example.record, example.today), own())
    assert shown.tool == example.expected["tool"]


@pytest.mark.parametrize(
    ("today", "events", "tool"),
    [
        (date(2026, 11, 19), [], "closing_statement"),
        (date(2026, 11, 20), [], "debrief"),
        (date(2026, 11, 20), [event("notes-written")], "notes"),
        (date(2026, 11, 21), [], "notes"),
        (date(2026, 11, 21), [event("thank-you-sent")], "timeline"),
        (date(2026, 11, 25), [], "timeline"),
        (date(2026, 12, 5), [event("rejected", "2026-12-04")], "timeline"),
        (date(2026, 12, 5), [event("offer", "2026-12-04")], "offer"),
        (
            date(2026, 12, 5),
            [event("offer", "2026-12-04"), event("decided", "2026-12-05")],
            "timeline",
        ),
    ],
)
def test_what_is_at_hand_follows_the_day_and_what_has_happened(
    today: date, events: list[dict[str, str]], tool: str
) -> None:
    assert at_hand(request_of(DAY | {"events": events}, today), own()).tool == tool


@pytest.mark.parametrize("tool", TOOLS)
def test_a_part_that_was_chosen_is_shown_as_on_its_own_page(tool: str) -> None:
    record = {**DAY, "at_hand": tool, "needs": "stays calm", "interviewers": [{"name": "Dana"}]}
    plan, alone = answer_to("your-plan", record), answer_to(tool, record)
    assert alone["html"] in plan["html"]
    assert alone["text"] in plan["text"]
    assert (plan["status"], plan["errors"]) == (alone["status"], alone["errors"])
    assert plan["downloads"] == alone["downloads"]
    for download in alone["downloads"]:
        assert download["name"] == "plan" or f'data-download="{download["name"]}"' in plan["html"]


@pytest.mark.parametrize("tool", TOOLS)
def test_one_button_leads_to_each_part(tool: str) -> None:
    shown = answer_to("your-plan", DAY | {"at_hand": tool})["html"]
    fills = [json.loads(html.unescape(each)) for each in re.findall(r'data-fill="([^"]*)"', shown)]
    assert [each["at_hand"] for each in fills if "at_hand" in each] == list(TOOLS)
    assert re.findall(r'id="plan-([a-z-]+)" aria-pressed="true"', shown) == [get_tool(tool).page]


def test_every_part_is_another_tool_and_every_field_is_on_the_form_once() -> None:
    assert set(TOOLS) <= set(NAMES) - {"your_plan"}
    plan = get_tool("your-plan")
    asked = [field.id for field in plan.fields(own())]
    assert len(asked) == len(set(asked))
    for name in TOOLS:
        tool = get_tool(name)
        assert {field.id for field in tool.fields(own())} <= set(asked)


def test_every_part_can_be_chosen_on_the_form() -> None:
    field = next(each for each in get_tool("your-plan").fields(own()) if each.id == "at_hand")
    assert [choice.value for choice in field.choices if choice.value] == list(TOOLS)


def test_a_part_that_does_not_exist_is_named_and_the_dates_choose() -> None:
    answer = answer_to("your-plan", DAY | {"at_hand": "horoscope"})
    assert list(answer["errors"]) == ["at_hand"]
    assert answer["html"]


def test_without_the_day_of_the_interview_it_asks_for_that() -> None:
    assert list(answer_to("your-plan", {"employer": "Mill"})["errors"]) == ["ended_on"]


@given(
    st.dictionaries(
        st.sampled_from(["ended_on", "events", "at_hand", "interviewers", "offers", "drafts"]),
        senseless,
        max_size=4,
    )
)
@examples(100)
def test_anything_in_any_field_gets_an_answer(spoiled: Mapping[str, Any]) -> None:
    expect_whole(answer_to("your-plan", DAY | dict(spoiled)))

"""What is kept between keystrokes: it makes an answer quicker, never another one, and it doesn't grow."""

import json
from typing import Any

import pytest

from playbook import boundary, memory
from playbook.tools import NAMES
from runtime.build.warm import forget_answers
from tests.playbook.notes.records import FULL

TYPED = [
    ("employer", "Aireside"),
    ("employer", "Aireside Hospital"),
    ("promise", "by Friday"),
    ("promise", "by Friday next"),
    ("highlights", "how you settle a child"),
    ("news", "I passed"),
    ("needs", "someone calm"),
    ("went_well", "I stayed calm"),
    ("range_from", "£31,000"),
    ("employer", "Aireside"),
]


def edits() -> list[str]:
    """A reader at the keys: each request has the record before it as the previous one."""
    record: dict[str, Any] = {**FULL, "events": [{"kind": "check-in-sent", "on": "2026-11-28"}]}
    requests = []
    for name, text in TYPED:
        before, record = record, {**record, name: text}
        asked = {"record": record, "previous": {"record": before, "today": "2026-12-01"}}
        requests.append(json.dumps({**asked, "today": "2026-12-01"}))
    return requests


@pytest.mark.parametrize("tool", NAMES)
def test_an_answer_is_the_same_whatever_was_asked_before(tool: str) -> None:
    fresh = []
    for request in edits():
        forget_answers()
        fresh.append(boundary.run(tool, request))
    assert [boundary.run(tool, request) for request in edits()] == fresh
    assert [boundary.run(tool, request) for request in reversed(edits())] == fresh[::-1]


def test_true_and_one_are_not_the_same_question() -> None:
    @memory.remembered()
    def text_of(fact: object) -> str:
        return str(fact)

    assert [text_of(1), text_of(True), text_of(1.0)] == ["1", "True", "1.0"]


def test_only_the_newest_answers_are_kept() -> None:
    asked = []

    @memory.remembered(2)
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(each) for each in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert asked == [1, 2, 3, 2]


def test_forgetting_asks_again() -> None:
    asked = []

    @memory.remembered()
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    double(1)
    forget_answers()
    double(1)
    assert asked == [1, 1]

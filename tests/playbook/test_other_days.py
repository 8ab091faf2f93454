"""The rules on other days, wherever the computer thinks it is. The dates are read off a wall calendar."""

import json
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from playbook.boundary import run
from playbook.business_days import Calendar
from playbook.promises import read_promise
from playbook.tools import NAMES

# February 2028          March 2028             January 2031
# Mo Tu We Th Fr Sa Su   Mo Tu We Th Fr Sa Su   Mo Tu We Th Fr Sa Su
# 21 22 23 24 25 26 27          1  2  3  4  5          1  2  3  4  5
# 28 29                   6  7  8  9 10 11 12    6  7  8  9 10 11 12
LEAP_DAY, AFTER_NEW_YEAR = date(2028, 2, 29), date(2031, 1, 2)
ZONES = ["Pacific/Auckland", "Asia/Kolkata", "America/Los_Angeles", "UTC"]


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The time zone of the computer."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("today", "words", "last_on"),
    [
        (LEAP_DAY, "tomorrow", date(2028, 3, 1)),
        (LEAP_DAY, "by Friday", date(2028, 3, 3)),
        (LEAP_DAY, "by the end of the month", LEAP_DAY),
        (LEAP_DAY, "within two weeks", date(2028, 3, 14)),
        (LEAP_DAY, "within a month", date(2028, 3, 29)),
        (LEAP_DAY, "by 1 March", date(2028, 3, 1)),
        (AFTER_NEW_YEAR, "tomorrow", date(2031, 1, 3)),
        (AFTER_NEW_YEAR, "by Friday", date(2031, 1, 3)),
        (AFTER_NEW_YEAR, "by the end of next week", date(2031, 1, 10)),
        (AFTER_NEW_YEAR, "by the end of January", date(2031, 1, 31)),
        (AFTER_NEW_YEAR, "within ten days", date(2031, 1, 12)),
    ],
)
def test_words_about_when_are_read_alike_on_any_day_and_anywhere(
    zone: str, today: date, words: str, last_on: date
) -> None:
    assert zone
    assert read_promise(words, today, Calendar()).last_on == last_on


def answer(tool: str, today: date, ended_on: date, **more: str) -> Any:
    record: dict[str, Any] = {
        "ended_on": ended_on.isoformat(),
        "ended_at": "16:00",
        "country": "GB",
        **more,
    }
    record |= {"employer": "Aireside", "interviewers": [{"name": "Dana"}], "promise": "by Friday"}
    asked = {"record": record, "today": today.isoformat(), "stamp": f"{today}T10:00:00Z"}
    return json.loads(run(tool, json.dumps(asked)))


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.parametrize(
    ("today", "ended_on"),
    [(LEAP_DAY, date(2028, 2, 28)), (AFTER_NEW_YEAR, date(2030, 12, 31)), (LEAP_DAY, LEAP_DAY)],
)
def test_each_tool_answers_alike_wherever_it_runs(
    monkeypatch: pytest.MonkeyPatch, tool: str, today: date, ended_on: date
) -> None:
    answers = []
    for name in ZONES:
        monkeypatch.setenv("TZ", name)
        time.tzset()
        answers.append(answer(tool, today, ended_on))
    monkeypatch.undo()
    time.tzset()
    assert answers.count(answers[0]) == len(ZONES)
    assert answers[0]["errors"] == {}


@pytest.mark.parametrize(
    ("today", "ended_on", "shown"),
    [
        (LEAP_DAY, date(2028, 2, 28), "today, Tuesday 29 February"),
        (LEAP_DAY, LEAP_DAY, "today, Tuesday 29 February"),
        (AFTER_NEW_YEAR, date(2031, 1, 1), "today, Thursday 2 January"),
    ],
)
def test_the_thank_you_is_due_on_that_day(
    zone: str, today: date, ended_on: date, shown: str
) -> None:
    assert zone
    assert shown in answer("timeline", today, ended_on)["status"]

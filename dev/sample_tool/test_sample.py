"""The sample tool counts as somebody with a calendar does."""

import json
from datetime import UTC, datetime

import pytest

from dev.sample_tool import TOOL
from playbook import read_record
from playbook.boundary import run
from playbook.own import own
from playbook.tool import Example, Request


@pytest.mark.parametrize("example", TOOL.examples(), ids=lambda example: example.id)
def test_each_example_is_counted_as_by_hand(example: Example) -> None:
    now = datetime(2026, 11, 27, tzinfo=UTC)
    wait = TOOL.compute(Request(read_record(example.record), example.today, now), own())
    assert {"days": wait.days, "long_on": wait.long_on} == example.expected


def test_it_says_when_the_wait_is_long() -> None:
    record = {"ended_on": "2026-11-20", "country": "GB", "region": "ENG"}
    for today, words in (("2026-12-03", "Wait until Friday 4 December"), ("2026-12-04", "to ask")):
        assert (
            words
            in json.loads(run("sample", json.dumps({"record": record, "today": today})))["text"]
        )

"""Any number of edits, mornings and calendar files, taken in by a program that goes by UID, SEQUENCE and STATUS."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from playbook.own import own
from playbook.plan.compute import compute
from playbook.plan.model import State
from playbook.tools.timeline.earlier_files import EarlierFiles, read_earlier_files
from tests.playbook.calendar_files import read_with_javascript, read_with_python
from tests.playbook.readers import request_of
from tests.playbook.timeline.requests import (
    answer_to,
    asked,
    days_from,
    examples,
    file_named,
    records,
    todays,
)

PLAN = "a plan of its own"
ROOT = uuid5(UUID("6f0c3f0e-5d5e-4b52-9a40-0f6a1e3c7d21"), PLAN)


@dataclass(slots=True)
class Program:
    """A calendar program that puts a newer entry in place of an older one, and drops what is cancelled."""

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)

    def take(self, file: list[dict[str, Any]]) -> None:
        for each in file:
            known = self.entries.get(each["uid"])
            if known is None or each["sequence"] > known["sequence"]:
                self.entries[each["uid"]] = each

    def confirmed(self, first_on: date) -> Counter[str]:
        return Counter(
            each["start"]
            for each in self.entries.values()
            if each["status"] == "CONFIRMED" and each["start"] >= first_on.isoformat()
        )


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[dict[str, Any], date, int]]:
    """What the reader typed by the day of each file, that day, and the minute on a clock that may go wrong."""
    today = draw(todays)
    record = draw(records(today))
    history = []
    for _ in range(draw(st.integers(2, 4))):
        history.append((record, today, draw(st.integers(0, 3))))
        today = draw(days_from(today, 0, 9))
        if draw(st.booleans()):
            record = draw(records(today))
    return history


@given(histories())
@examples(40)
def test_a_program_that_takes_every_file_shows_the_newest_plan(
    history: list[tuple[dict[str, Any], date, int]],
) -> None:
    program = Program()
    taken: list[dict[str, Any]] = []
    highest = -1
    for typed, today, minute in history:
        record = typed | {"in_calendar": taken}
        stamp = f"{today}T12:0{minute}:00Z"
        answer = answer_to(asked(record, today, stamp=stamp))
        assert "in_calendar" not in answer["errors"]
        file = file_named("calendar", answer)
        entries = read_with_python(file["text"])
        assert max(Counter(each["uid"] for each in entries).values(), default=1) == 1
        assert all(each["sequence"] > highest for each in entries)
        highest = max((each["sequence"] for each in entries), default=highest)
        program.take(entries)
        _expect_the_plan(program, record, today)
        _expect_the_cancelled(entries, record, today)
        taken = file["remember"]["in_calendar"]
    assert read_with_javascript(file["text"]) == entries


def _expect_the_plan(program: Program, record: dict[str, Any], today: date) -> None:
    """What is planned after today stands there and nothing else; on the day itself may be what was done."""
    steps = compute(request_of(record, today), own()).steps
    open_days = Counter(
        each.do_on.isoformat() for each in steps if each.is_open and each.do_on is not None
    )
    tomorrow = today + timedelta(days=1)
    assert program.confirmed(tomorrow) == Counter(
        {on: count for on, count in open_days.items() if on >= tomorrow.isoformat()}
    )
    assert program.confirmed(today)[today.isoformat()] >= open_days[today.isoformat()]


def _expect_the_cancelled(
    entries: list[dict[str, Any]], record: dict[str, Any], today: date
) -> None:
    steps = compute(request_of(record, today), own()).steps
    open_steps = {each.id for each in steps if each.is_open}
    done = {each.id for each in steps if each.state is State.DONE}
    status = {each["uid"]: each["status"] for each in entries}
    newest = {each["step"]: each["on"] for each in record["in_calendar"]}
    for step, on in newest.items():
        uid = str(uuid5(ROOT, step))
        if step in open_steps:
            assert status[uid] == "CONFIRMED"
        elif on > today.isoformat() or (on == today.isoformat() and step not in done):
            assert status[uid] == "CANCELLED"


@given(histories())
@examples(40)
def test_nothing_is_asked_right_after_a_file_or_on_a_later_morning(
    history: list[tuple[dict[str, Any], date, int]],
) -> None:
    """Unless a morning closes the whole thing: then check-ins that were to come are dropped, and the page says so."""
    taken: list[dict[str, Any]] = []
    for typed, today, _ in history:
        record = typed | {"in_calendar": taken}
        file = file_named("calendar", answer_to(asked(record, today)))
        taken = file["remember"]["in_calendar"]
        after = record | {"in_calendar": taken}
        listed = _earlier(after, today).left_over
        for days in (0, 1, 4):
            earlier = _earlier(after, today + timedelta(days))
            if earlier.plan.stage == "closed":
                continue
            assert not earlier.have_changed
            assert set(earlier.left_over) <= set(listed)


def _earlier(record: dict[str, Any], today: date) -> EarlierFiles:
    return read_earlier_files(compute(request_of(record, today), own()))

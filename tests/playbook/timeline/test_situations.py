"""Situations with dates worked out by hand: the timeline gives those dates, those states and those notes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from playbook.content import read_toml
from playbook.own import own
from playbook.plan.model import Plan, Step
from playbook.tool import Example
from playbook.tools import get_tool
from tests.playbook.timeline.requests import answer_to, asked, plan_of

PLAN_FACTS = ("stage", "next", "used", "most", "verdict", "absent")
STEP_FACTS = {"state": str, "earliest": date, "best": date, "due": date, "at": time, "note": str}
# the only fields that a situation gets wrong on purpose
REFUSED = {"promise-before-the-interview": {"promise_on"}}


def _situations() -> dict[str, Example]:
    file = Path(__file__).with_name("situations.toml")
    own = [Example(id=name, **table) for name, table in read_toml(file).items()]
    every = [*own, *get_tool("timeline").examples()]
    assert len({each.id for each in every}) == len(every), "an id is used twice"
    return {each.id: each for each in every}


SITUATIONS = _situations()


def _wrong(plan: Plan, expected: Mapping[str, Any]) -> Iterator[str]:
    """What differs from the expectation, one readable line for each difference."""
    steps = {step.id: step for step in plan.steps}
    computed = {
        "stage": plan.stage,
        "next": plan.next_step and plan.next_step.id,
        "used": plan.budget.used,
        "most": plan.budget.most,
        "verdict": plan.verdict and plan.verdict.sentence,
    }
    for key, value in expected.items():
        if key == "absent":
            yield from (f"{name} is there" for name in value if name in steps)
        elif key in PLAN_FACTS:
            if computed[key] != value:
                yield f"{key}: expected {value}, found {computed[key]}"
        elif key not in steps:
            yield f"{key} is not among {', '.join(steps)}"
        else:
            yield from _wrong_step(steps[key], value)


def _wrong_step(step: Step, expected: Mapping[str, Any]) -> Iterator[str]:
    computed = {
        "state": str(step.state),
        "earliest": step.earliest_on,
        "best": step.best_on,
        "due": step.due_on,
        "at": step.due_at,
    }
    for key, value in expected.items():
        if key == "note" and value not in step.notes:
            yield f"{step.id}: expected the note '{value}', found {', '.join(step.notes) or 'none'}"
        elif key != "note" and computed[key] != value:
            yield f"{step.id} {key}: expected {_said(value)}, found {_said(computed[key])}"


def _said(value: object) -> str:
    return f"{value:%a %d %b %Y}" if isinstance(value, date) else str(value)


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS.keys())
def test_situation_has_the_dates_that_are_right(situation: Example) -> None:
    plan = plan_of(situation.record, situation.today)
    wrong = list(_wrong(plan, situation.expected))
    assert not wrong, "\n".join([f"{situation.title} ({situation.today:%a %d %b %Y})", *wrong])


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS.keys())
def test_expectation_names_only_known_facts(situation: Example) -> None:
    assert situation.expected, "it expects nothing"
    for key, value in situation.expected.items():
        if key in PLAN_FACTS:
            continue
        assert isinstance(value, dict), f"{key}: neither a step nor one of {', '.join(PLAN_FACTS)}"
        for fact, given in value.items():
            assert fact in STEP_FACTS, f"{key} {fact}: not one of {', '.join(STEP_FACTS)}"
            assert type(given) is STEP_FACTS[fact], f"{key} {fact}: {given!r}"


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS.keys())
def test_situation_answers_with_a_page(situation: Example) -> None:
    answer = answer_to(asked(situation.record, situation.today))
    assert answer["status"]
    assert answer["html"]
    assert answer["text"]
    assert set(answer["errors"]) == REFUSED.get(situation.id, set())
    assert answer["needs"] == []


@pytest.mark.parametrize(
    ("hours", "ended_at", "due_on", "due_at", "note"),
    [
        (12, "09:00", date(2026, 11, 17), time(21), "12 hours are counted by the clock"),
        (12, "18:30", date(2026, 11, 18), time(6, 30), "12 hours are counted by the clock"),
        (36, "09:00", date(2026, 11, 18), time(21), "36 hours are counted by the clock"),
        (24, "09:00", date(2026, 11, 18), time(9), "24 hours means the same time the next day"),
        (12, "", date(2026, 11, 17), None, "12 hours are counted by the clock"),
    ],
)
def test_hours_that_a_centre_decides_are_counted_by_the_clock(
    hours: int, ended_at: str, due_on: date, due_at: time | None, note: str
) -> None:
    thanks = replace(own().rules["thank-you-email"], value=hours)
    centres = replace(own(), rules={**own().rules, thanks.id: thanks})
    record, today = {"ended_on": "2026-11-17", "ended_at": ended_at}, date(2026, 11, 17)
    step = next(
        each for each in plan_of(record, today, centres).steps if each.id == "thank-you-email"
    )
    assert (step.due_on, step.due_at) == (due_on, due_at)
    assert note in answer_to(asked(record, today), centres)["html"]


def test_there_are_enough_situations() -> None:
    own = read_toml(Path(__file__).with_name("situations.toml"))
    assert len(own) >= 45


def test_examples_begin_with_the_worked_one() -> None:
    examples = get_tool("timeline").examples()
    assert examples[0].id == "worked"
    assert all("invented" in each.who for each in examples)

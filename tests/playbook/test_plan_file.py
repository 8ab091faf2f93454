"""A saved plan opens again with everything in it; anything else is refused in words."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from playbook import plan_file
from playbook.messages import message
from playbook.own import own
from playbook.plan_file import FORMAT, VERSION, Opened, PlanProblem, open_plan, save_plan
from tests.playbook.growth import grows_with_its_size

RECORD = {"ended_on": "2026-11-20", "employer": "Ångström & Søn 👋", "odd": {"kept": [1, None]}}


def test_a_plan_opens_as_it_was_saved() -> None:
    assert open_plan(save_plan(RECORD, date(2026, 11, 22))) == Opened(RECORD, "2026-11-22")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (save_plan(RECORD, date(2026, 11, 22))[:-20], "plan-cut-short"),
        (json.dumps({"format": FORMAT, "version": VERSION + 1, "record": {}}), "plan-too-new"),
        (json.dumps({"format": FORMAT, "version": "1", "record": {}}), "plan-cut-short"),
        (json.dumps({"format": FORMAT, "version": 1}), "plan-cut-short"),
        (json.dumps({"format": "shopping list", "version": 1, "record": {}}), "not-a-plan"),
        ("[1, 2]", "not-a-plan"),
        ("Dear Dana,", "not-a-plan"),
        ("", "not-a-plan"),
        ("[" * 100_000, "not-a-plan"),
        ('{"a": ' * 20_000, "not-a-plan"),
        ("x" * 2_000_001, "plan-too-large"),
    ],
)
def test_anything_else_is_refused(text: str, problem: str) -> None:
    with pytest.raises(PlanProblem) as caught:
        open_plan(text)
    assert caught.value.problem.message == problem


def plan_with(record: str) -> str:
    """A plan file with this text as its record."""
    return f'{{"format": "{FORMAT}", "version": 1, "saved_on": "2026-11-22", "record": {record}}}'


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1e308"])
def test_a_number_that_json_has_not_or_nobody_means_is_refused_with_the_right_form(
    number: str,
) -> None:
    assert_refused(plan_with(f'{{"employer": {number}}}'), [f"'{number}'", "in quotation marks"])


@pytest.mark.parametrize("digits", [31, 4_000, 5_000, 400_000])
def test_a_number_of_too_many_digits_is_refused_and_not_repeated(digits: int) -> None:
    sentence = assert_refused(plan_with(f'{{"employer": {"9" * digits}}}'), ["in quotation marks"])
    assert len(sentence) < 300
    assert_refused(f'{{"format": "{FORMAT}", "version": 1{"0" * digits}}}', ["in quotation marks"])


@pytest.mark.parametrize("brackets", ["[", '{"a": ', '[{"a": '])
@pytest.mark.parametrize("depth", [40, 900, 60_000])
def test_a_plan_that_is_nested_too_deeply_is_refused(brackets: str, depth: int) -> None:
    assert_refused(plan_with(f'{{"x": {brackets * depth}'), ["nested too deeply"])
    closed = (
        brackets * depth
        + "1"
        + "".join("]" if each == "[" else "}" for each in reversed(brackets) if each in "[{")
        * depth
    )
    assert_refused(plan_with(f'{{"x": {closed}}}'), ["nested too deeply"])


@pytest.mark.parametrize("text", ['"[[[[' + "[" * 200 + '"', r'"\"[[[' + "{" * 200 + r'\\"'])
def test_brackets_in_a_text_are_no_nesting(text: str) -> None:
    assert open_plan(plan_with(f'{{"employer": {text}}}')).record == {"employer": json.loads(text)}


def test_a_key_that_stands_twice_is_refused_by_its_name() -> None:
    rows = '{"events": [{"on": "2026-11-20", "on": "2026-11-21"}]}'
    assert_refused(
        plan_with('{"employer": "A", "role": "B", "employer": "C"}'),
        ["'employer' stands there twice"],
    )
    assert_refused(plan_with(rows), ["'on' stands there twice"])


@pytest.mark.parametrize(
    "record",
    [
        json.dumps({f"k{n}": "" for n in range(56_470)}),
        json.dumps({"interviewers": [{}] * 56_470}),
        json.dumps({"interviewers": [{f"k{n}": "" for n in range(56_470)}]}),
    ],
)
def test_too_many_fields_or_rows_are_refused_with_how_many_there_may_be(record: str) -> None:
    assert_refused(plan_with(record), ["56,470", "at most 500"])


def test_a_byte_order_mark_changes_nothing() -> None:
    bytes_marked = "\ufeff" + save_plan(RECORD, date(2026, 11, 22))
    assert open_plan(bytes_marked) == Opened(RECORD, "2026-11-22")


def test_a_number_as_people_write_one_is_opened_and_said_at_its_field() -> None:
    record = {"offers": [{"pay": 31500.5}], "own_rate_seconds": 130, "odd": -0.25}
    assert open_plan(plan_with(json.dumps(record))).record == record


@pytest.mark.parametrize(
    "make",
    [
        lambda n: plan_with('{"x": ' + "[" * n),
        lambda n: plan_with('{"x": "' + '\\"' * n),
        lambda n: plan_with('{"x": [' + "[]," * n + "[]]}"),
        lambda n: plan_with('{"x": ' + "9" * n + "}"),
        lambda n: plan_with("{" + ",".join(f'"employe{at}": ""' for at in range(n // 10)) + "}"),
        lambda n: '"' * n,
        lambda n: "\\" * n,
    ],
    ids=["brackets", "quotes", "lists", "digits", "keys", "only quotes", "only backslashes"],
)
def test_a_plan_is_read_in_time_that_grows_with_its_size(make: Callable[[int], str]) -> None:
    def try_to_open(text: str) -> None:
        with suppress(PlanProblem):
            open_plan(text)

    assert grows_with_its_size(make, try_to_open, 200_000)


def assert_refused(text: str, words: list[str]) -> str:
    """The sentence with which a plan is refused, which has these words in it."""
    with pytest.raises(PlanProblem) as caught:
        open_plan(text)
    sentence = message(caught.value.problem, own())
    for each in words:
        assert each in sentence
    return sentence


def test_an_older_plan_is_brought_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    def company_becomes_employer(plan: dict[str, Any]) -> dict[str, Any]:
        return {
            **plan,
            "applications": [{"employer": each["company"]} for each in plan["applications"]],
        }

    migrations = (*plan_file.MIGRATIONS, company_becomes_employer)
    monkeypatch.setattr(plan_file, "MIGRATIONS", migrations)
    monkeypatch.setattr(plan_file, "VERSION", len(migrations) + 1)
    old = json.dumps({"format": FORMAT, "version": 1, "record": {"company": "Mill"}})
    assert open_plan(old) == Opened({"employer": "Mill"}, "")

"""A saved plan opens again with everything in it; anything else is refused in words."""

import json
from datetime import date

import pytest

from playbook import plan
from playbook.plan import FORMAT, PlanProblem, open_plan, save_plan

RECORD = {"ended_on": "2026-11-20", "employer": "Ångström & Søn 👋", "odd": {"kept": [1, None]}}


def test_a_plan_opens_as_it_was_saved() -> None:
    assert open_plan(save_plan(RECORD, date(2026, 11, 22))) == (RECORD, "2026-11-22")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (save_plan(RECORD, date(2026, 11, 22))[:-20], "plan-cut-short"),
        (json.dumps({"format": FORMAT, "version": 2, "record": {}}), "plan-too-new"),
        (json.dumps({"format": FORMAT, "version": "1", "record": {}}), "plan-cut-short"),
        (json.dumps({"format": FORMAT, "version": 1}), "plan-cut-short"),
        (json.dumps({"format": "shopping list", "version": 1, "record": {}}), "not-a-plan"),
        ("[1, 2]", "not-a-plan"),
        ("Dear Dana,", "not-a-plan"),
        ("", "not-a-plan"),
        ("[" * 100_000, "not-a-plan"),
        ('{"a": ' * 20_000, "not-a-plan"),
        ("x" * 1_000_001, "plan-too-large"),
    ],
)
def test_anything_else_is_refused(text: str, problem: str) -> None:
    with pytest.raises(PlanProblem) as caught:
        open_plan(text)
    assert caught.value.problem.message == problem


def test_an_older_plan_is_brought_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    def company_becomes_employer(record: dict[str, object]) -> dict[str, object]:
        return {"employer" if key == "company" else key: value for key, value in record.items()}

    monkeypatch.setattr(plan, "MIGRATIONS", (company_becomes_employer,))
    monkeypatch.setattr(plan, "VERSION", 2)
    old = json.dumps({"format": FORMAT, "version": 1, "record": {"company": "Mill"}})
    assert open_plan(old) == ({"employer": "Mill"}, "")

"""Several plans in one debrief: which interviews are known then, and what recurs."""

import json
from pathlib import Path
from typing import Any

import pytest

from playbook import boundary
from playbook.__main__ import main
from playbook.tools.debrief.gather import gather

MILL = {
    "employer": "Maple Run",
    "ended_on": "2026-09-14",
    "went_badly": "I talked about nights too long.",
}
YARD = {
    "employer": "Dry Dock",
    "ended_on": "2026-10-02",
    "went_badly": "Too much about nights again.",
}
WARD = {"employer": "Aireside", "ended_on": "2026-11-20", "went_well": "I asked what comes next."}


def saved(record: object) -> str:
    plan = {"format": "closing-playbook/plan", "version": 1, "saved_on": "2026-11-20"}
    return json.dumps({**plan, "record": record})


def opened(record: object, *plans: object) -> dict[str, Any]:
    asked = {"record": record, "plans": list(plans), "today": "2026-11-22"}
    answer: dict[str, Any] = json.loads(boundary.run("debrief", json.dumps(asked)))
    return answer


def employers(record: Any) -> list[str]:
    return [each["employer"] for each in record.get("reviews", [])]


def test_what_recurs_over_three_plans_is_said() -> None:
    answer = opened(WARD, saved(MILL), saved(YARD))
    assert answer["errors"] == {}
    assert employers(answer["record"]) == ["Maple Run", "Dry Dock"]
    assert "'nights' came up in 2 of 3 interviews" in answer["text"]
    assert "I talked about nights too long." in answer["html"]
    assert "Too much about nights again." in answer["html"]


def test_with_an_empty_form_the_newest_plan_takes_its_place() -> None:
    answer = opened({}, saved(MILL), saved(WARD), saved(YARD))
    assert answer["record"]["employer"] == "Aireside"
    assert employers(answer["record"]) == ["Maple Run", "Dry Dock"]


def test_an_interview_that_is_known_comes_once() -> None:
    once = gather(WARD, [MILL, YARD])
    assert gather(once, [MILL, WARD, {**WARD, "reviews": once["reviews"]}]) == once


def test_a_plan_brings_the_reviews_that_it_keeps() -> None:
    plan = {
        "reviews": [{"employer": "Old Mill", "on": "2026-05-05", "practise": "Shorter answers"}]
    }
    assert employers(gather(WARD, [{**MILL, **plan}])) == ["Old Mill", "Maple Run"]


def test_a_plan_without_a_review_changes_nothing() -> None:
    assert gather(WARD, [{"employer": "Maple Run", "ended_on": "2026-09-14"}]) == WARD


def test_each_file_that_is_no_plan_is_named_and_the_others_are_read() -> None:
    answer = opened(WARD, saved(MILL), "not a plan", saved(YARD)[:-9], 7)
    assert answer["errors"] == {
        "plans": "File 2: This file isn't a plan from this playbook. Choose the plan.json that you "
        "saved here. File 3: This plan file is damaged or cut short, so we can't read it. Try "
        "another copy; what you have typed here is kept. File 4: This file isn't a plan from this "
        "playbook. Choose the plan.json that you saved here."
    }
    assert employers(answer["record"]) == ["Maple Run"]


def test_more_plans_than_anybody_has_are_not_read() -> None:
    answer = opened(WARD, *[saved(MILL)] * 31)
    assert answer["errors"]["plans"].startswith("File 31: Open earlier plans: 31 entries")


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, record in (("ward", WARD), ("mill", MILL), ("yard", YARD)):
        (tmp_path / f"{name}.json").write_text(saved(record), encoding="utf-8")
    files = [str(tmp_path / f"{name}.json") for name in ("ward", "mill", "yard")]
    assert main(["debrief", *files, "--today", "2026-11-22"]) == 0
    assert "'nights' came up in 2 of 3 interviews" in capsys.readouterr().out

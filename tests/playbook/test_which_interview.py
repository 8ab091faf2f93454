"""Above each form stands which interview it's about, where there are several, with the way to another one."""

import json
from typing import Any

import pytest

from playbook.boundary import run
from playbook.tools import NAMES

MILL = {"plan_id": "m", "employer": "Mill", "role": "Welder", "ended_on": "2026-11-20"}
WARD = {"plan_id": "w", "role": "Nurse", "ended_on": "2026-11-23"}
BOTH = MILL | {"applications": [WARD]}


def ask(tool: str, record: object, **more: object) -> dict[str, Any]:
    asked = {"record": record, "today": "2026-11-30", **more}
    answer: dict[str, Any] = json.loads(run(tool, json.dumps(asked)))
    return answer


@pytest.mark.parametrize("tool", [each for each in NAMES if each != "my_interviews"])
def test_each_tool_says_which_interview_it_is_about(tool: str) -> None:
    line = ask(tool, BOTH)["readings"]["plan_id"]
    assert 'This is <strong dir="auto">Mill</strong>, <span dir="auto">Welder</span>.' in line
    assert 'id="other-w"' in line
    assert "Nurse" in line
    assert "New interview" in line


@pytest.mark.parametrize(
    "record", [{}, MILL, MILL | {"applications": []}, WARD | {"applications": 7}]
)
def test_one_interview_alone_needs_no_line(record: object) -> None:
    assert "plan_id" not in ask("timeline", record)["readings"]


def test_the_list_needs_no_line() -> None:
    assert "plan_id" not in ask("my_interviews", BOTH)["readings"]


def test_the_switch_opens_the_other_one_and_compares_it_with_nothing() -> None:
    asked = BOTH | {"applications_do": {"open": "w"}}
    answer = ask("timeline", asked, previous={"record": BOTH, "today": "2026-11-30"})
    assert answer["record"] == WARD | {"applications": [MILL]}
    assert "What changed" not in answer["html"]
    later = answer["record"] | {"promise": "by Friday"}
    before = {"record": asked, "today": "2026-11-30"}
    assert "What changed" not in ask("timeline", later, previous=before)["html"]
    before = {"record": answer["record"], "today": "2026-11-30"}
    assert "What changed" in ask("timeline", later, previous=before)["html"]


def test_a_new_one_has_a_way_back() -> None:
    new = ask("timeline", BOTH | {"applications_do": {"new": ""}})
    line = new["readings"]["plan_id"]
    assert "This is a new interview." in line
    assert line.count("<button") == 2


def test_names_stay_text_and_many_are_not_all_named() -> None:
    odd = MILL | {"employer": '<b>"x"</b>' * 30}
    rest = [{"plan_id": str(number), "employer": f"E{number}"} for number in range(40)]
    line = ask("timeline", odd | {"applications": rest})["readings"]["plan_id"]
    assert "<b>" not in line
    assert line.count("<button") == 13

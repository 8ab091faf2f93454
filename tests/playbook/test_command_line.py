"""The command line gives the page's answers."""

import io
import json
from pathlib import Path

import pytest
from icalendar import Calendar

from playbook.__main__ import main
from playbook.boundary import run
from playbook.tools import NAMES

REQUEST = {
    "record": {"ended_on": "2026-11-20", "country": "US", "promise": "by the end of next week"},
    "today": "2026-11-22",
    "stamp": "2026-11-22T05:06:00Z",
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    answer = json.loads(run("timeline", json.dumps(REQUEST)))
    file = tmp_path / "plan.json"
    file.write_text(answer["downloads"][-1]["text"], encoding="utf-8")
    return file


def test_a_request_is_answered_with_the_same_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    request = json.dumps(REQUEST)
    monkeypatch.setattr("sys.stdin", io.StringIO(request))
    assert main(["run", "timeline"]) == 0
    assert capsys.readouterr().out == run("timeline", request) + "\n"


def test_a_plan_is_answered_for_people_with_a_calendar_file(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calendar = plan.with_name("follow-up.ics")
    arguments = ["timeline", str(plan), "--ics", str(calendar), "--today", "2026-11-22"]
    assert main(arguments) == 0
    assert "Tuesday 1 December" in capsys.readouterr().out
    titles = [str(each["SUMMARY"]) for each in Calendar.from_ical(calendar.read_bytes()).events]
    assert "Check in" in titles


def test_every_tool_answers_a_plan(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in NAMES:
        assert main([name, str(plan), "--today", "2026-11-22"]) in (0, 1)
        said = capsys.readouterr()
        assert said.out or said.err, name


def test_a_tool_without_a_calendar_takes_no_name_for_one(plan: Path) -> None:
    with pytest.raises(SystemExit):
        main(["notes", str(plan), "--ics", "follow-up.ics"])


def test_a_plan_that_cannot_be_read_is_a_sentence_and_a_status(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan.write_text("Dear Dana,", encoding="utf-8")
    assert main(["timeline", str(plan)]) == 1
    assert "isn't a plan" in capsys.readouterr().err
    assert main(["timeline", str(plan.with_name("nowhere.json"))]) == 1
    assert "nowhere.json" in capsys.readouterr().err

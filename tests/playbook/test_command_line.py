"""The command line gives the page's answers."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from playbook.__main__ import main
from playbook.boundary import run
from playbook.plan_file import save_plan
from playbook.tools import NAMES

REQUEST = {
    "record": {"ended_on": "2026-11-20", "country": "US", "promise": "by the end of next week"},
    "today": "2026-11-22",
    "stamp": "2026-11-22T05:06:00Z",
}


def give(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Have these bytes come in at standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))


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
    give(monkeypatch, request.encode())
    assert main(["run", "timeline"]) == 0
    assert capsys.readouterr().out == run("timeline", request) + "\n"


@pytest.mark.parametrize(
    ("request_text", "path"),
    [
        ("{bad", "request"),
        ("[]", "request"),
        ('{"record": {"employer": NaN}, "today": "2026-11-22"}', "request"),
        ("{}", "today"),
        ('{"today": "2026-11-22", "stamp": "noon"}', "stamp"),
        ('{"today": "2026-11-22", "plan": "Dear Dana,"}', "plan"),
    ],
)
def test_a_request_that_has_no_answer_is_a_status_that_a_script_can_tell(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request_text: str,
    path: str,
) -> None:
    give(monkeypatch, request_text.encode())
    assert main(["run", "timeline"]) == 1
    assert list(json.loads(capsys.readouterr().out)["errors"]) == [path]


def test_a_mistake_in_a_field_is_an_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, json.dumps(REQUEST | {"record": {"ended_on": "30.2.2026"}}).encode())
    assert main(["run", "timeline"]) == 0
    assert list(json.loads(capsys.readouterr().out)["errors"]) == ["ended_on"]


def test_a_request_may_begin_with_a_byte_order_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"\xef\xbb\xbf" + json.dumps(REQUEST).encode())
    assert main(["run", "timeline"]) == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "latin-1"])
def test_another_encoding_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, plan: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    byte_order = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    text = byte_order + plan.read_text(encoding="utf-8").replace("US", "Zoë")
    plan.write_bytes(text.encode(encoding))
    assert main(["timeline", str(plan)]) == 1
    printed = capsys.readouterr().err
    assert "Save it as UTF-8" in printed
    assert "codec" not in printed
    give(monkeypatch, plan.read_bytes())
    assert main(["run", "timeline"]) == 1
    assert "standard input" in capsys.readouterr().err


def test_a_letter_that_the_terminal_does_not_have_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, plan: Path
) -> None:
    record = REQUEST["record"] | {"interviewers": [{"name": "李明"}]}  # type: ignore[operator]
    plan.write_text(save_plan(record, date(2026, 11, 22)), encoding="utf-8")
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding="cp1252"))
    assert main(["timeline", str(plan), "--today", "2026-11-22"]) == 0
    sys.stdout.flush()
    assert b"??" in written.getvalue()


def test_a_plan_with_a_byte_order_mark_is_answered_as_on_the_page(plan: Path) -> None:
    plan.write_bytes(b"\xef\xbb\xbf" + plan.read_bytes())
    assert main(["timeline", str(plan), "--today", "2026-11-22"]) == 0


def test_a_day_that_is_none_is_said_once(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", str(plan), "--today", "tomorrow"]) == 1
    assert capsys.readouterr().err.startswith("today: give the reader's date")


def test_a_plan_is_answered_for_people_with_a_calendar_file(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calendar = plan.with_name("follow-up.ics")
    arguments = ["timeline", str(plan), "--ics", str(calendar), "--today", "2026-11-22"]
    assert main(arguments) == 0
    assert "Tuesday 1 December" in capsys.readouterr().out
    titles = [str(each["SUMMARY"]) for each in Calendar.from_ical(calendar.read_bytes()).events]
    assert "Check in" in titles


def test_a_spreadsheet_is_a_list_of_interviews(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Company;Interview date\nMill;20/11/2026\n", encoding="utf-8")
    assert main(["my_interviews", str(file), "--today", "2026-11-22"]) == 0
    assert "- Mill, late\n" in capsys.readouterr().out
    assert main(["timeline", str(file), "--today", "2026-11-22"]) == 1


def test_every_tool_answers_a_plan(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in NAMES:
        assert main([name, str(plan), "--today", "2026-11-22"]) in (0, 1)
        printed = capsys.readouterr()
        assert printed.out or printed.err, name


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

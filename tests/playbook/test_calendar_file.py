"""The timeline's calendar file, read by two independent programs: PyPI icalendar and npm ical.js."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from playbook.boundary import run

NODE = Path(sys.prefix) / "bin" / "node"
READER = Path(__file__).with_name("read_calendar.mjs")
RECORD = {
    "plan_id": "2d0f2f5e-63a8-4c8f-b4f2-9f6d0c1f8a11",
    "ended_on": "2026-11-20",
    "ended_at": "18:30",
    "country": "US",
    "promise": "by the end of next week",
    "interviewers": [{"name": "Dana, of Mill & Søn; \\ the boss"}, {"name": "د. ليلى حسن"}],
}


def download(record: dict[str, Any], stamp: str = "2026-11-22T05:06:00Z") -> dict[str, Any]:
    request = {"record": record, "today": "2026-11-22", "stamp": stamp}
    answer = json.loads(run("timeline", json.dumps(request)))
    (found,) = (each for each in answer["downloads"] if each["name"] == "calendar")
    return dict(found)


def read_with_python(text: str) -> list[dict[str, Any]]:
    events: list[Any] = Calendar.from_ical(text).events
    return [
        {
            "uid": str(event["UID"]),
            "title": str(event["SUMMARY"]),
            "text": str(event.get("DESCRIPTION", "")) or None,
            "start": event["DTSTART"].dt.isoformat(),
            "end": event["DTEND"].dt.isoformat(),
            "all_day": event["DTSTART"].params["VALUE"] == "DATE",
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "guests": len(event.attendees),
        }
        for event in events
    ]


def read_with_javascript(text: str) -> list[dict[str, Any]]:
    if not NODE.exists():
        pytest.fail(f"{NODE} is missing: run 'make test', which installs it")
    done = subprocess.run(
        [NODE, READER], input=text.encode(), capture_output=True, check=True, timeout=60
    )
    return list(json.loads(done.stdout))


@pytest.mark.parametrize("titles", ["full", "neutral"])
def test_two_readers_see_the_same_entries(titles: str) -> None:
    text = download(RECORD | {"private_titles": titles == "neutral"})["text"]
    entries = read_with_python(text)
    assert read_with_javascript(text) == entries
    check_in = next(each for each in entries if each["start"] == "2026-12-01")
    assert check_in["end"] == "2026-12-02"
    assert check_in["all_day"]
    assert check_in["guests"] == 0
    assert ("Dana, of Mill & Søn; \\ the boss" in check_in["title"]) == (titles == "full")


def test_a_title_names_the_employer_where_it_is_known() -> None:
    entries = read_with_python(download(RECORD | {"employer": "Mill & Søn"})["text"])
    assert all(each["title"].endswith("(Mill & Søn)") for each in entries)


def test_neutral_titles_name_nobody_and_no_interview() -> None:
    entries = read_with_python(download(RECORD | {"private_titles": True})["text"])
    said = " ".join(f"{each['title']} {each['text'] or ''}" for each in entries).lower()
    for word in ("dana", "ليلى", "interview", "thank", "offer", "job"):
        assert word not in said


def test_an_entry_that_moves_keeps_its_identity_and_outranks_the_old_one() -> None:
    before = read_with_python(download(RECORD)["text"])
    moved = RECORD | {"promise": "by 4 December"}
    after = read_with_python(download(moved, "2026-11-23T05:06:00Z")["text"])
    old = next(each for each in before if each["start"] == "2026-12-01")
    new = next(each for each in after if each["uid"] == old["uid"])
    assert new["start"] == "2026-12-08"
    assert new["sequence"] > old["sequence"]


def test_an_entry_that_is_dropped_is_cancelled_under_its_old_identity() -> None:
    taken = download(RECORD)
    rejected = RECORD | taken["remember"]
    rejected["events"] = [{"kind": "rejected", "on": "2026-11-21"}]
    after = {each["uid"]: each for each in read_with_python(download(rejected)["text"])}
    for entry in read_with_python(taken["text"]):
        still_there = entry["uid"] in after and after[entry["uid"]]["status"] == "CONFIRMED"
        assert still_there or after[entry["uid"]]["status"] == "CANCELLED"
    statuses = [each["status"] for each in after.values()]
    assert "CANCELLED" in statuses
    assert "CONFIRMED" in statuses


def test_two_interviews_never_share_an_entry() -> None:
    without_number = {key: value for key, value in RECORD.items() if key != "plan_id"}
    first, second = (
        {
            each["uid"]
            for each in read_with_python(download(without_number | {"employer": name})["text"])
        }
        for name in ("Mill", "Ward 7")
    )
    assert not first & second

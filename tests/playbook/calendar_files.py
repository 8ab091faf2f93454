"""The timeline's calendar file, read by two independent programs: PyPI icalendar and npm ical.js."""

import html
import json
import re
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
PLAIN = {
    "plan_id": "2d0f2f5e-63a8-4c8f-b4f2-9f6d0c1f8a11",
    "employer": "Mill",
    "ended_on": "2026-11-20",
    "promise_on": "2026-11-27",
    "interviewers": [{"name": "Dana"}],
}
"""Check-ins on 1 and 8 December; the file is closed on the 22nd."""
NO = {"events": [{"kind": "rejected", "on": "2026-11-21"}]}
CHANGED = "Save the calendar file again"
"""What the page says where the newest file is out of date."""

type Entries = dict[str, dict[str, Any]]


def ask(
    record: dict[str, Any], stamp: str = "2026-11-22T05:06:00Z", today: str = "2026-11-22"
) -> dict[str, Any]:
    request = {"record": record, "today": today, "stamp": stamp}
    return dict(json.loads(run("timeline", json.dumps(request))))


def download(
    record: dict[str, Any], stamp: str = "2026-11-22T05:06:00Z", today: str = "2026-11-22"
) -> dict[str, Any]:
    answer = ask(record, stamp, today)
    (calendar,) = (each for each in answer["downloads"] if each["name"] == "calendar")
    return dict(calendar)


def take(record: dict[str, Any], today: str = "2026-11-22") -> tuple[Entries, dict[str, Any]]:
    """The entries of the file, by UID, and the record once the file was taken."""
    file = download(record, f"{today}T05:06:00Z", today)
    entries = read_with_python(file["text"])
    assert len({each["uid"] for each in entries}) == len(entries)
    return {each["uid"]: each for each in entries}, record | file["remember"]


def titled(entries: Entries, title: str) -> dict[str, Any]:
    (entry,) = (each for each in entries.values() if each["title"] == title)
    return entry


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
            "reminders": [
                alarm["TRIGGER"].dt.total_seconds() / 60 for alarm in event.walk("VALARM")
            ],
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


def left_over(record: dict[str, Any], today: str = "2026-11-22") -> list[str]:
    """The entries that the page asks to delete, and the same from the text."""
    answer = ask(record, today=today)
    match = re.search(r'<ul class="pb-left-over">(.*?)</ul>', answer["html"], re.DOTALL)
    rows = re.findall(r"<li[^>]*>(.*?)</li>", match[1], re.DOTALL) if match else []
    words = [html.unescape(re.sub(r"<[^>]*>", "", row)).strip() for row in rows]
    assert all(each in answer["text"] for each in words)
    return words


def says(record: dict[str, Any], words: str, today: str = "2026-11-22") -> bool:
    return words in html.unescape(ask(record, today=today)["html"])

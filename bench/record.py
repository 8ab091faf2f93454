"""The reader of the measurements: one interview, invented."""

import json
from itertools import pairwise
from typing import Any

TODAY = "2026-11-22"
RECORD = {
    "plan_id": "0123456789abcdef",
    "employer": "Example Works",
    "ended_on": "2026-11-20",
    "ended_at": "18:30",
    "promise": "by the end of next week",
    "interviewers": [{"name": "Dana Example"}],
}
REQUEST = json.dumps(
    {"record": RECORD, "today": TODAY, "stamp": f"{TODAY}T10:00:00Z", "previous": None}
)
INTERVIEWERS, EVENTS = 8, 12
LARGEST: dict[str, Any] = {
    **RECORD,
    "role": "Bicycle mechanic",
    "country": "",
    "format": "in-person",
    "follow_up": "email",
    "interviewers": [
        {
            "name": f"Dana Example {number}",
            "title": "Head of repairs",
            "highlight": f"the bench {number}",
        }
        for number in range(INTERVIEWERS)
    ],
    "highlights": "the bench with the wheel stand, and how you teach newcomers",
    "events": [
        {"kind": kind, "on": f"2026-11-{21 + number // 6}"}
        for number, kind in enumerate(
            ["thank-you-sent", "notes-written", "check-in-sent"] * (EVENTS // 3)
        )
    ],
}


def largest_requests(count: int) -> list[dict[str, Any]]:
    """Return what the page asks while somebody types a sentence into a record as large as they get."""
    typed = (
        "the bench with the wheel stand, and how you teach newcomers to true a wheel by ear. " * 3
    )
    records = [{**LARGEST, "highlights": typed[: number + 1]} for number in range(count + 1)]
    return [
        {
            "record": record,
            "today": TODAY,
            "stamp": f"{TODAY}T10:00:00Z",
            "previous": {"record": before, "today": TODAY},
        }
        for before, record in pairwise(records)
    ]

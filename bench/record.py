"""The reader of the measurements: one interview, invented."""

import json

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

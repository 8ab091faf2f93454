"""Records behind the golden notes, and the notes that come of them: sparse, full, and with names from everywhere."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from playbook import boundary
from playbook.own import own
from playbook.tools.notes.compose import compose
from playbook.tools.notes.model import Note
from tests.playbook.readers import STAMP, request_of

TODAY = date(2026, 11, 21)
KINDS = tuple(each.value for each in own().fields["note_kind"].choices if each.value)
TONES = ("", "warm", "formal")
LENGTHS = ("", "short")

SPARSE: dict[str, Any] = {
    "ended_on": "2026-11-20",
    "interviewers": [{"name": "Dana Whitlock"}],
    "references": [{"name": "Siobhan Kelly"}],
    "other_employers": [{"employer": "Riverside Joinery"}],
    "wishes": [{"what": "a start in March"}],
    "news": "I passed my welding test",
    "my_name": "Amina Yusuf",
    "my_phone": "+44 113 496 0123",
}
"""Only what the notes need."""

FULL: dict[str, Any] = {
    "employer": "Aireside Community Hospital",
    "role": "Staff nurse, children's ward",
    "country": "GB",
    "region": "ENG",
    "ended_on": "2026-11-20",
    "ended_at": "16:15",
    "format": "in-person",
    "interviewers": [
        {
            "name": "Sister Marguerite Boateng",
            "title": "Ward manager",
            "email": "m.boateng@aireside.example",
            "said": "A good shift is one where nobody had to ask twice.",
            "greet": "Sister Boateng",
        },
        {
            "name": "Dr Nalini Raghavan",
            "email": "n.raghavan@aireside.example",
            "said": "that parents remember how you told them, not what you told them",
        },
        {"name": "Nadia", "said": "Ask early"},
    ],
    "contact_name": "Tom Hargreave",
    "contact_email": "recruitment@aireside.example",
    "promise_on": "2026-11-27",
    "promised": [
        {"what": "a copy of my registration", "by_on": "2026-11-23"},
        {"what": "two references", "by_on": "2026-11-24"},
    ],
    "highlights": "how you settle a child on the first night",
    "missed": "I have worked nights for two years, and I like them",
    "learned": "the ward moves to the new building in May",
    "proofs": [
        {"did": "wrote the handover sheet for my ward", "result": "it is still in use today"},
        {"did": "trained four students", "result": "all of them stayed"},
    ],
    "draws": "you train your own people",
    "sure": "sure",
    "news": "I passed my course in paediatric life support",
    "references": [{"name": "Siobhan Kelly", "email": "s.kelly@example.org"}],
    "other_employers": [
        {
            "employer": "Calder Children's Clinic",
            "role": "Nurse",
            "name": "Ms O'Rourke",
            "email": "jobs@calder.example",
        }
    ],
    "range_from": "£31,000",
    "range_to": "£33,000 a year",
    "wishes": [{"what": "no nights in the first month"}, {"what": "a parking space"}],
    "wish_reason": "I have led the night shift for two years",
    "no_reason": "I have accepted a post closer to home",
    "start_on": "2027-01-11",
    "my_name": "Grace Adeyemi",
    "my_phone": "+44 113 496 0123",
    "my_email": "grace@adeyemi.example",
    "my_line": "Registered children's nurse",
}
"""Everything that a note may use."""

OFFER = {"kind": "offer", "on": "2026-11-21", "by_on": "2026-11-27"}
EVENTS: Mapping[str, list[dict[str, str]]] = {
    "check-in-1": [{"kind": "thank-you-sent", "on": "2026-11-20"}],
    "check-in-2": [
        {"kind": "thank-you-sent", "on": "2026-11-20"},
        {"kind": "check-in-sent", "on": "2026-11-21"},
    ],
    "new-date": [{"kind": "answered", "on": "2026-11-21", "by_on": "2026-12-04"}],
    "offer-thanks": [OFFER],
    "counter-offer": [OFFER],
    "accept": [OFFER],
    "decline": [OFFER],
    "other-employer": [OFFER],
    "thank-reference": [OFFER],
}
"""What has happened by the time a full record's note of this kind is written."""


def notes_of(record: Mapping[str, Any], today: date = TODAY) -> tuple[Note, ...]:
    """The notes for a record."""
    return compose(request_of(record, today), own()).notes


def chosen(kind: str, record: Mapping[str, Any], **more: object) -> tuple[Note, ...]:
    """The notes of one kind for a record, with what has happened by then where the record is the full one."""
    needed = {"contact_name": "Ana Ruiz"} if record is SPARSE and kind == "thank-recruiter" else {}
    events = EVENTS.get(kind, []) if record is FULL or kind == "new-date" else []
    return notes_of({**record, **needed, "events": events, "note_kind": kind, **more})


def answer(record: object, today: date = TODAY, **more: object) -> dict[str, Any]:
    """What comes back through the one door."""
    asked = {"record": record, "today": today.isoformat(), "stamp": STAMP.isoformat(), **more}
    answer: dict[str, Any] = json.loads(boundary.run("notes", json.dumps(asked)))
    return answer

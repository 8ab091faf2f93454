"""One entry, one identity: a file replaces its own entries and nobody else's."""

from typing import Any

import pytest

from tests.playbook.calendar_files import NO, PLAIN, take, titled


@pytest.mark.parametrize("rows", [2, 3])
def test_a_step_that_the_record_has_twice_is_one_entry(rows: int) -> None:
    days = ["2026-12-02", "2026-12-03", "2026-12-04"][:rows]
    held = [{"step": "check-in-1", "on": on} for on in days]
    entries, _ = take(PLAIN | NO | {"in_calendar": held})
    (cancelled,) = (each for each in entries.values() if each["status"] == "CANCELLED")
    assert cancelled["start"] == days[-1]


def test_of_two_rows_about_a_step_the_later_file_counts() -> None:
    _, before = take(PLAIN)
    _, after = take(before | {"promise_on": "2026-12-04"})
    merged = after["in_calendar"] + before["in_calendar"]
    entries, _ = take(PLAIN | NO | {"in_calendar": merged})
    assert titled(entries, "Cancelled: check in with Dana (Mill)")["start"] == "2026-12-08"


OTHER = [
    {"ended_at": "09:00"},
    {"interviewers": [{"name": "Omar"}]},
    {"interviewers": []},
    {"contact_name": "Omar"},
    {"role": "Welder"},
    {"format": "phone"},
    {"country": "GB"},
    {"country": "US", "region": "OH"},
    {"contact_email": "omar@example.org"},
    {"interviewers": [{"name": "Dana", "email": "dana@example.org"}]},
    {"employer": "Mill", "ended_at": "09:00"},
]


@pytest.mark.parametrize("other", OTHER, ids=str)
def test_two_interviews_on_a_day_share_no_entry_without_a_number(other: dict[str, Any]) -> None:
    one = {key: value for key, value in PLAIN.items() if key not in ("plan_id", "employer")}
    assert not take(one)[0].keys() & take(one | other)[0].keys()


def test_two_plans_that_are_alike_but_for_their_number_share_no_entry() -> None:
    assert not take(PLAIN)[0].keys() & take(PLAIN | {"plan_id": "another"})[0].keys()


@pytest.mark.parametrize("known", ["plan_id", "nothing"])
def test_an_employer_typed_later_changes_no_identity(known: str) -> None:
    record = {key: value for key, value in PLAIN.items() if key in (known, "ended_on")}
    first, record = take(record)
    second, _ = take(record | {"employer": "Mill", "role": "Welder", "ended_at": "09:00"})
    assert first.keys() == second.keys()

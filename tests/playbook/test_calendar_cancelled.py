"""What is no longer planned: cancelled in every later file until its day has passed."""

import re
from datetime import date, timedelta

from tests.playbook.calendar_files import CHANGED, NO, PLAIN, ask, left_over, says, take, titled


def test_what_was_cancelled_is_cancelled_in_every_file_until_its_day_has_passed() -> None:
    first, record = take(PLAIN)
    check_in = titled(first, "Check in with Dana (Mill)")
    again = titled(first, "Check in again with Dana (Mill)")
    record |= NO
    for today in ("2026-11-22", "2026-11-23", "2026-12-01"):
        entries, record = take(record, today)
        for each in (check_in, again):
            assert entries[each["uid"]]["status"] == "CANCELLED"
            assert entries[each["uid"]]["start"] == each["start"]
    entries, record = take(record, "2026-12-02")
    assert check_in["uid"] not in entries
    assert entries[again["uid"]]["status"] == "CANCELLED"
    entries, record = take(record, "2026-12-09")
    assert again["uid"] not in entries
    assert "CANCELLED" not in {each["status"] for each in entries.values()}


def test_a_cancelled_entry_says_what_is_cancelled() -> None:
    _, record = take(PLAIN)
    entries, _ = take(record | NO)
    assert titled(entries, "Cancelled: check in with Dana (Mill)")["status"] == "CANCELLED"


def test_a_cancelled_entry_names_nobody_where_titles_are_neutral() -> None:
    _, record = take(PLAIN | {"post_card": True})
    entries, _ = take(record | NO | {"private_titles": True})
    cancelled = [each for each in entries.values() if each["status"] == "CANCELLED"]
    assert {each["title"] for each in cancelled} == {
        "Cancelled: notes",
        "Cancelled: post a card",
        "Cancelled: send an e-mail",
    }
    assert not [each for each in entries.values() if re.search("Dana|Mill", str(each))]


def test_a_step_that_comes_back_is_confirmed_and_outranks_its_cancellation() -> None:
    first, record = take(PLAIN)
    uid = titled(first, "Check in with Dana (Mill)")["uid"]
    gone, record = take(record | NO)
    back, record = take(record | {"events": []})
    assert [entries[uid]["status"] for entries in (first, gone, back)] == [
        "CONFIRMED",
        "CANCELLED",
        "CONFIRMED",
    ]
    assert first[uid]["sequence"] < gone[uid]["sequence"] < back[uid]["sequence"] < 2**31


def test_a_file_that_only_cancels_is_remembered_too() -> None:
    _, record = take(PLAIN)
    record |= {"events": [{"kind": "decided", "on": "2026-11-22"}]}
    gone, record = take(record)
    assert {each["status"] for each in gone.values()} == {"CANCELLED"}
    assert not says(record, CHANGED)
    again, _ = take(record)
    assert again.keys() == gone.keys()
    assert all(again[uid]["sequence"] > gone[uid]["sequence"] for uid in gone)


def test_a_file_that_only_cancels_is_the_newest_and_has_its_own_day() -> None:
    """Steps are compared with where they would have stood on the day of the newest file."""
    _, record = take(PLAIN)
    decided = record | {"events": [{"kind": "decided", "on": "2026-11-30"}]}
    entries, record = take(decided, "2026-11-30")
    assert {each["status"] for each in entries.values()} == {"CANCELLED"}
    rows = [each for each in record["in_calendar"] if each.get("cancelled")]
    assert len(rows) == len(entries)
    assert {each["taken_on"] for each in rows} == {"2026-11-30"}


def test_an_office_shut_for_ten_years_from_the_day_of_a_file_stops_no_answer() -> None:
    """On 28 October nothing would have opened again within ten years; from 12 November on, something does."""
    days = [date(2026, 11, 2) + timedelta(days=365 * number) for number in range(10)]
    closures = [{"first_on": f"{on}", "last_on": f"{on + timedelta(days=364)}"} for on in days] + [
        {"first_on": "2036-10-30", "last_on": "2036-11-18"}
    ]
    row = {"step": "check-in-1", "on": "2026-11-17", "taken_on": "2026-10-28", "sequence": "5"}
    record = {"ended_on": "2026-09-23", "interviewers": [{"name": "Dana"}], "closures": closures}
    answer = ask(record | {"in_calendar": [row]}, today="2026-11-12")
    assert answer["errors"] == {}
    assert answer["status"] == ask(record, today="2026-11-12")["status"] != ""


def test_a_step_that_is_done_early_leaves_the_calendar() -> None:
    first, record = take(PLAIN, "2026-11-22")
    uid = titled(first, "Check in with Dana (Mill)")["uid"]
    record |= {"events": [{"kind": "check-in-sent", "on": "2026-11-30"}]}
    entries, record = take(record, "2026-11-30")
    assert entries[uid]["status"] == "CANCELLED"
    assert entries[uid]["title"] == "Done: check in with Dana (Mill)"
    assert uid not in take(record, "2026-12-02")[0]


def test_what_was_done_before_its_day_asks_for_a_new_file_also_where_nothing_else_moves() -> None:
    informed = {"kind": "references-told", "on": "2026-11-20"}
    _, record = take(PLAIN | {"references": [{"name": "Omar"}], "events": [informed]}, "2026-11-20")
    (row,) = (each for each in record["in_calendar"] if each["step"] == "references-follow-up")
    assert row["on"] > "2026-11-20"
    record |= {"events": [informed, {"kind": "references-thanked", "on": "2026-11-20"}]}
    assert says(record, CHANGED, "2026-11-20")
    assert "Get back to Omar (Mill)" in "".join(left_over(record, "2026-11-20"))


def test_a_step_that_is_done_on_its_day_stays_there() -> None:
    first, record = take(PLAIN, "2026-12-01")
    uid = titled(first, "Check in with Dana (Mill)")["uid"]
    record |= {"events": [{"kind": "check-in-sent", "on": "2026-12-01"}]}
    assert uid not in take(record, "2026-12-01")[0]
    assert left_over(record, "2026-12-01") == []

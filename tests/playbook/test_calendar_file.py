"""The timeline's calendar file, read by two independent programs: PyPI icalendar and npm ical.js."""

import html
import json
import re
import subprocess
import sys
from datetime import date, timedelta
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
    text = " ".join(f"{each['title']} {each['text'] or ''}" for each in entries).lower()
    for word in ("dana", "ليلى", "interview", "thank", "offer", "job"):
        assert word not in text


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


def test_the_file_has_no_method_because_nobody_sent_it() -> None:
    assert "METHOD" not in download(RECORD)["text"]
    assert "ORGANIZER" not in download(RECORD)["text"]


# What is no longer planned


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
    _, record = take(PLAIN)
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


# One entry, one identity


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


# The number of change


def test_each_file_outranks_the_one_before_it_whatever_the_clock_says() -> None:
    record = PLAIN
    ranks = []
    for stamp in (
        "2027-11-22T05:06:59Z",
        "2026-11-22T05:06:00Z",
        "2026-11-22T05:06:00Z",
        "2026-11-22T05:06:01Z",
        "2026-11-22T05:07:00Z",
    ):
        file = download(record, stamp)
        record = record | file["remember"]
        ranks.append({each["sequence"] for each in read_with_javascript(file["text"])})
    assert all(len(each) == 1 for each in ranks)
    assert [min(each) for each in ranks] == sorted({min(each) for each in ranks})


@pytest.mark.parametrize("stamp", ["2000-01-01T00:00:00Z", "2099-12-31T23:59:59Z"])
def test_every_moment_that_is_taken_gives_a_number_that_programs_can_hold(stamp: str) -> None:
    entries = read_with_javascript(download(PLAIN, stamp)["text"])
    assert all(0 <= each["sequence"] < 2**31 for each in entries)


@pytest.mark.parametrize(
    "stamp",
    [
        "0001-01-02T00:00:00Z",
        "0999-01-02T00:00:00Z",
        "1999-12-31T23:59:59Z",
        "2000-01-01T00:00:00+14:00",
        "2099-12-31T23:59:59-01:00",
        "2100-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
    ],
)
def test_a_moment_in_no_year_of_ours_is_refused(stamp: str) -> None:
    answer = ask(PLAIN, stamp)
    assert list(answer["errors"]) == ["stamp"]
    assert "2000 to 2099" in answer["errors"]["stamp"]


@pytest.mark.parametrize("number", ["9" * 300, "-5", "x", "²", "2147483647"])
def test_a_number_of_change_that_nobody_wrote_does_no_harm(number: str) -> None:
    held = [{"step": "check-in-1", "on": "2026-12-01", "sequence": number}]
    entries, _ = take(PLAIN | {"in_calendar": held})
    assert all(0 <= each["sequence"] < 2**31 for each in entries.values())


# What the page says


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


CHANGED = "Save the calendar file again"


def test_nothing_is_left_over_before_a_file_and_right_after_one() -> None:
    _, record = take(PLAIN)
    for each in (PLAIN, record):
        assert left_over(each) == []
        assert not says(each, CHANGED)


def test_what_was_cancelled_is_listed_by_day_and_title_until_its_day_has_passed() -> None:
    _, record = take(PLAIN)
    record |= NO
    listed = left_over(record)
    assert "Tuesday 1 December: Check in with Dana (Mill)" in listed
    assert "Tuesday 8 December: Check in again with Dana (Mill)" in listed
    assert says(record, CHANGED)
    assert says(record, "Thunderbird")
    assert says(record, "Google")
    _, record = take(record)
    assert left_over(record) == listed
    assert not says(record, CHANGED)
    assert left_over(record, "2026-12-02")[0].startswith("Tuesday 8 December")
    assert not [each for each in left_over(record, "2026-12-09") if "Check in" in each]


def test_what_moved_is_listed_on_each_day_it_stood() -> None:
    _, record = take(PLAIN)
    _, record = take(record | {"promise_on": "2026-12-04"})
    record |= {"promise_on": "2026-12-11"}
    listed = "\n".join(left_over(record))
    assert "Tuesday 1 December: Check in with Dana (Mill). Now on Tuesday 15 December" in listed
    assert "Tuesday 8 December: Check in with Dana (Mill). Now on Tuesday 15 December" in listed


def test_a_new_step_asks_for_a_new_file_and_leaves_nothing_over() -> None:
    _, record = take(PLAIN)
    record |= {"promised": [{"what": "a certificate", "by_on": "2026-11-25"}]}
    assert says(record, CHANGED)
    assert left_over(record) == []


@pytest.mark.parametrize("morning", ["2026-11-23", "2026-11-30", "2026-12-02", "2026-12-07"])
def test_a_morning_on_which_nothing_was_typed_moves_no_day(morning: str) -> None:
    _, record = take(PLAIN)
    assert not says(record, CHANGED, morning)
    assert left_over(record, morning) == []


def test_a_step_that_was_left_undone_does_not_move_the_others_each_morning() -> None:
    _, record = take(PLAIN, "2026-12-01")
    for morning in ("2026-12-02", "2026-12-03", "2026-12-07"):
        assert not says(record, CHANGED, morning)
        assert left_over(record, morning) == []
    record |= {"events": [{"kind": "check-in-sent", "on": "2026-12-03"}]}
    assert says(record, CHANGED, "2026-12-03")
    assert "Now on Thursday 10 December" in left_over(record, "2026-12-03")[0]


def test_neutral_titles_after_a_named_file_say_what_to_remove() -> None:
    _, record = take(PLAIN)
    assert not says(record, "neutral titles")
    record |= {"private_titles": True}
    assert says(record, CHANGED)
    entries, record = take(record)
    assert all("Mill" not in f"{each['title']}{each['text']}" for each in entries.values())
    listed = left_over(record)
    assert "Tuesday 1 December: Check in with Dana (Mill)" in listed
    assert len(listed) == len(entries)
    assert says(record, "show names")
    assert says(record, "'Mill'")
    assert not says(record, CHANGED)


def test_neutral_titles_after_a_named_file_say_so_also_where_all_its_days_have_passed() -> None:
    _, record = take(PLAIN)
    record |= {"private_titles": True}
    assert says(record, "entries from earlier files may still show names", "2027-02-01")
    assert says(record, "by 'Mill' for example", "2027-02-01")
    assert left_over(record, "2027-02-01") == []


def test_neutral_titles_from_the_start_leave_nothing_to_remove() -> None:
    _, record = take(PLAIN | {"private_titles": True})
    assert left_over(record) == []
    assert not says(record, "show names")


def test_neutral_titles_taken_back_leave_nothing_to_remove() -> None:
    _, record = take(PLAIN)
    _, record = take(record | {"private_titles": True})
    _, record = take(record | {"private_titles": False})
    assert left_over(record) == []


def test_a_record_from_before_titles_were_remembered_still_opens() -> None:
    held = [{"step": "check-in-1", "on": "2026-12-01"}, {"step": "check-in-2", "on": "2026-12-08"}]
    record = PLAIN | {"in_calendar": held}
    assert ask(record)["errors"] == {}
    assert left_over(record) == []
    entries, _ = take(record | NO)
    cancelled = [each for each in entries.values() if each["status"] == "CANCELLED"]
    assert {each["title"] for each in cancelled} == {"Cancelled: send an e-mail"}
    assert left_over(record | NO)[0].startswith("Tuesday 1 December")
    assert "Tuesday 1 December" in "".join(left_over(record | {"private_titles": True}))


def test_long_and_right_to_left_titles_are_remembered_without_a_complaint() -> None:
    people = [{"name": f"د. ليلى حسن {at}"} for at in range(50)]
    promised = [{"what": "x" * 300}] * 50
    record = PLAIN | {"interviewers": people, "promised": promised, "employer": "م" * 300}
    for _ in range(3):
        _, record = take(record)
        assert ask(record)["errors"] == {}
        assert left_over(record) == []


def test_the_record_of_many_files_stays_small() -> None:
    promised = {"promised": [{"what": "a certificate", "by_on": "2027-03-01"}]}
    _, record = take(PLAIN | promised)
    record |= {"promised": []}
    for day in range(60):
        moved = {"promise_on": f"2027-02-{day % 28 + 1:02}", "employer": f"Mill {day}"}
        entries, record = take(record | moved)
        assert ask(record)["errors"] == {}
    assert len(record["in_calendar"]) == 200
    assert "Cancelled: send what you promised: a certificate (Mill)" in {
        each["title"] for each in entries.values()
    }
    newest = {each["title"] for each in entries.values() if each["status"] == "CONFIRMED"}
    assert len(newest) == 7
    assert newest <= {each["title"] for each in record["in_calendar"]}

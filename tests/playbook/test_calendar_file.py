"""What a calendar file holds, and the number that says which of two files is the newer one."""

import pytest

from tests.playbook.calendar_files import (
    NO,
    PLAIN,
    RECORD,
    ask,
    download,
    read_with_javascript,
    read_with_python,
    take,
)


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


@pytest.mark.parametrize(
    ("hour", "minutes"), [("", []), ("09:00", [540]), ("18:45", [1125]), ("00:00", [0])]
)
def test_a_reminder_comes_at_the_hour_that_the_reader_chose(
    hour: str, minutes: list[float]
) -> None:
    text = download(RECORD | {"remind_at": hour})["text"]
    entries = read_with_python(text)
    assert entries
    assert read_with_javascript(text) == entries
    assert all(each["reminders"] == minutes for each in entries)


def test_nobody_is_reminded_of_what_is_cancelled_nor_told_a_name_where_titles_are_neutral() -> None:
    chosen = PLAIN | {"remind_at": "09:00", "private_titles": True}
    file = download(chosen)
    assert "Dana" not in file["text"]
    entries = read_with_python(download(chosen | NO | file["remember"])["text"])
    cancelled = [each for each in entries if each["status"] == "CANCELLED"]
    assert cancelled
    assert not any(each["reminders"] for each in cancelled)


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

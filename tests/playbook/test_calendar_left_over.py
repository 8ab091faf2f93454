"""What the page says about entries of earlier files that are left over in a calendar."""

import pytest

from tests.playbook.calendar_files import CHANGED, NO, PLAIN, ask, left_over, says, take


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
    assert len(newest) == 6
    assert newest <= {each["title"] for each in record["in_calendar"]}

"""The calendar file, read back by an independent parser (PyPI icalendar)."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from playbook.ics import Entry, calendar_file, escape, fold, sequence_after

STAMP = datetime(2026, 11, 22, 5, 6, tzinfo=UTC)


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_an_entry_is_all_day_private_and_blocks_no_time() -> None:
    text = calendar_file([Entry("one", date(2026, 12, 31), "Check in", "Once.\nKindly.")], STAMP)
    (event,) = events(text)
    assert event["DTSTART"].dt == date(2026, 12, 31)
    assert event["DTEND"].dt == date(2027, 1, 1)
    assert event["DTSTAMP"].dt == STAMP
    assert (event["SUMMARY"], event["DESCRIPTION"]) == ("Check in", "Once.\nKindly.")
    assert (event["CLASS"], event["TRANSP"], event["STATUS"]) == (
        "PRIVATE",
        "TRANSPARENT",
        "CONFIRMED",
    )
    assert "ATTENDEE" not in text
    assert "ORGANIZER" not in text


def test_a_later_file_outranks_an_earlier_one() -> None:
    entry = Entry("one", date(2026, 12, 1), "Check in")
    first, later = (
        events(calendar_file([entry], datetime(2026, 11, 22, 5, minute, tzinfo=UTC)))[0]
        for minute in (6, 7)
    )
    assert first["UID"] == later["UID"]
    assert first["SEQUENCE"] < later["SEQUENCE"] < 2**31


@pytest.mark.parametrize(
    ("stamp", "written"),
    [
        (datetime(2020, 1, 1, tzinfo=UTC), "DTSTAMP:20200101T000000Z\r\n"),
        (datetime(999, 2, 3, 4, 5, 6, 7, tzinfo=UTC), "DTSTAMP:09990203T040506Z\r\n"),
        (
            datetime(2026, 1, 1, 1, 30, tzinfo=timezone(timedelta(hours=14))),
            "DTSTAMP:20251231T113000Z\r\n",
        ),
    ],
)
def test_a_moment_is_written_in_utc_with_all_its_digits(stamp: datetime, written: str) -> None:
    assert written in calendar_file([Entry("one", date(2026, 12, 1), "Check in")], stamp)


@pytest.mark.parametrize(
    ("stamp", "newest", "number"),
    [
        (datetime(2020, 1, 1, tzinfo=UTC), -1, 0),
        (datetime(2020, 1, 1, 0, 0, 59, tzinfo=UTC), -1, 0),
        (datetime(2020, 1, 1, 0, 1, tzinfo=UTC), -1, 1),
        (datetime(2020, 1, 2, tzinfo=UTC), -1, 1440),
        (datetime(2021, 1, 1, tzinfo=UTC), -1, 366 * 1440),
        (datetime(2000, 1, 1, tzinfo=UTC), -1, 0),
        (datetime(2020, 1, 2, tzinfo=UTC), 1439, 1440),
        (datetime(2020, 1, 2, tzinfo=UTC), 1440, 1441),
        (datetime(2020, 1, 2, tzinfo=UTC), 9_000_000, 9_000_001),
        (datetime(2099, 12, 31, tzinfo=UTC), -1, 29_219 * 1440),
        (datetime(2020, 1, 2, tzinfo=UTC), 2**31 - 1, 2**31 - 1),
        (datetime(9999, 1, 1, tzinfo=UTC), -1, 2**31 - 1),
    ],
)
def test_the_number_of_change_is_minutes_and_more_than_the_one_before(
    stamp: datetime, newest: int, number: int
) -> None:
    assert sequence_after(newest, stamp) == number
    text = calendar_file([Entry("one", date(2026, 12, 1), "Check in")], stamp, newest)
    assert events(text)[0]["SEQUENCE"] == number


def test_every_line_ends_as_the_standard_wants_and_the_file_has_no_method() -> None:
    text = calendar_file([Entry("one", date(2026, 12, 1), "Check in", "So.\nThere.")], STAMP)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert not set("\r\n") & set(text.replace("\r\n", ""))
    assert "METHOD" not in text


def test_no_entries_are_a_file_without_entries() -> None:
    assert events(calendar_file([], STAMP)) == []


def test_a_dropped_step_is_cancelled() -> None:
    text = calendar_file([Entry("one", date(2026, 12, 1), "Cancelled", cancelled=True)], STAMP)
    assert events(text)[0]["STATUS"] == "CANCELLED"


@pytest.mark.parametrize(
    "title",
    [
        "Call Dana; then, perhaps, rest \\o/",
        "Ä" * 74 + "é" * 80,
        "👩‍⚕️" * 40,
        "مقابلة مع د. ليلى حسن في شركة النخيل للتجارة والمقاولات العامة المحدودة",
        "BEGIN:VEVENT\r\nATTENDEE:mailto:boss@example.com",
    ],
)
def test_a_title_of_any_script_comes_back_whole(title: str) -> None:
    text = calendar_file([Entry("one", date(2026, 12, 1), title)], STAMP)
    (event,) = events(text)
    assert event["SUMMARY"] == title.replace("\r", "")
    assert "ATTENDEE" not in event


@pytest.mark.parametrize(
    ("octets", "parts"), [(0, [0]), (75, [75]), (76, [75, 2]), (149, [75, 75]), (150, [75, 75, 2])]
)
def test_a_line_is_folded_where_it_has_to_be_and_again(octets: int, parts: list[int]) -> None:
    assert [len(piece) for piece in fold("x" * octets)] == parts


@pytest.mark.parametrize("before", range(8))
@pytest.mark.parametrize("letter", ["x", "é", "護", "👩‍⚕️"])
def test_a_line_that_is_folded_many_times_is_cut_inside_no_character(
    before: int, letter: str
) -> None:
    line = "x" * before + letter * 200
    first, *others = list(fold(line))
    assert len(others) > 1
    assert first + "".join(piece.removeprefix(" ") for piece in others) == line
    assert all(70 < len(piece.encode()) <= 75 for piece in (first, *others[:-1]))
    assert all(piece.startswith(" ") for piece in others)


@pytest.mark.parametrize(
    "control", ["\x00", "\x07", "\x0b", "\x0c", "\r", "\x7f", "\x85", "\u2028", "\u2029"]
)
def test_a_control_that_may_end_a_line_is_left_out(control: str) -> None:
    assert escape(f"one{control}two\n") == "onetwo\\n"


def test_what_cannot_be_seen_but_belongs_to_a_word_stays() -> None:
    assert escape("👩‍⚕️ می‌خواهم") == "👩‍⚕️ می‌خواهم"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_folding_keeps_every_character_and_no_line_is_too_long(line: str) -> None:
    first, *others = list(fold(line))
    assert first + "".join(piece.removeprefix(" ") for piece in others) == line
    assert all(len(piece.encode()) <= 75 for piece in (first, *others))


@given(st.text(max_size=200))
def test_no_text_can_start_a_line_of_its_own(text: str) -> None:
    assert not set("\r\n") & set(escape(text))

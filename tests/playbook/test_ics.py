"""The calendar file, read back by an independent parser (PyPI icalendar)."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from playbook.ics import Entry, calendar_file, escape, fold

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


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_folding_keeps_every_character_and_no_line_is_too_long(line: str) -> None:
    first, *others = list(fold(line))
    assert first + "".join(part.removeprefix(" ") for part in others) == line
    assert all(len(part.encode()) <= 75 for part in (first, *others))


@given(st.text(max_size=200))
def test_no_text_can_start_a_line_of_its_own(text: str) -> None:
    assert not set("\r\n") & set(escape(text))

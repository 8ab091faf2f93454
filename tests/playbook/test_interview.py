"""The record is read as typed: what can be used is kept, what can't is named by its field."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from playbook.checks import check
from playbook.content import read_toml
from playbook.interview import Interview
from playbook.messages import messages
from playbook.own import own
from playbook.record import read_interview
from playbook.record_rows import Event, Interviewer

CASES = read_toml(Path(__file__).with_suffix(".toml"))

TODAY = date(2026, 11, 22)


def read_and_check(record: object) -> tuple[Interview, dict[str, str]]:
    interview, problems = read_interview(record)
    return check(interview, TODAY, problems, own()), messages(problems, own())


def test_a_whole_record_is_read() -> None:
    interview, errors = read_and_check(
        {
            "ended_on": "2026-11-20",
            "ended_at": "18:30",
            "interviewers": [{"name": "Dana"}, {"name": "د. ليلى حسن"}],
            "events": [{"kind": "thank-you-sent", "on": "2026-11-21"}],
            "private_titles": True,
        }
    )
    assert errors == {}
    assert interview.round.ended_on == date(2026, 11, 20)
    assert interview.round.ended_at == time(18, 30)
    assert interview.round.interviewers == (Interviewer("Dana"), Interviewer("د. ليلى حسن"))
    assert interview.events == (Event("thank-you-sent", date(2026, 11, 21)),)
    assert interview.calendar.private_titles


@pytest.mark.parametrize(
    ("record", "path", "words"), CASES["what_cannot_be_used_is_named_by_its_field"]
)
def test_what_cannot_be_used_is_named_by_its_field(record: Any, path: str, words: str) -> None:
    _, errors = read_and_check(record)
    assert list(errors) == [path]
    assert words in errors[path]


def test_one_bad_field_leaves_the_others_as_they_are() -> None:
    interview, errors = read_and_check(
        {"ended_on": "2026-11-20", "ended_at": "half six", "employer": "St Brigid's"}
    )
    assert list(errors) == ["ended_at"]
    assert (interview.round.ended_on, interview.employer) == (date(2026, 11, 20), "St Brigid's")


def test_invisible_characters_are_left_out_and_said() -> None:
    interview, errors = read_and_check({"interviewers": [{"name": "Da\u202ena\x07"}]})
    assert interview.round.interviewers == (Interviewer("Dana"),)
    assert "2 invisible characters" in errors["interviewers.0.name"]


BREAKS = ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", BREAKS, ids=ascii)
def test_a_line_break_from_anywhere_is_a_line_end_in_a_long_text_and_a_blank_in_a_line(
    end: str,
) -> None:
    interview, errors = read_and_check(
        {
            "employer": f"Acme{end}Corp",
            "role": f"{end}Nurse {end} on call{end}{end}",
            "highlights": f"line one{end}line two{end}{end}line three{end}",
            "interviewers": [{"name": f"Dana{end}Whitlock", "said": f"- nights{end}- days"}],
            "drafts": [
                {"key": "thank-you.0", "text": f"Hi,{end}thanks", "made_from": f"Dear{end}"}
            ],
        }
    )
    assert errors == {}
    assert [each.text for each in interview.note.drafts] == ["Hi,\nthanks"]
    assert interview.employer == "Acme Corp"
    assert interview.role == "Nurse on call"
    assert interview.round.highlights == "line one\nline two\n\nline three"
    assert interview.round.interviewers == (Interviewer("Dana Whitlock", said="- nights\n- days"),)


def test_a_separator_between_two_words_is_a_blank() -> None:
    interview, errors = read_and_check({"employer": "Acme\x1fCorp", "highlights": "nights\x1fdays"})
    assert errors == {}
    assert (interview.employer, interview.round.highlights) == ("Acme Corp", "nights days")


def test_a_break_that_a_person_cannot_see_is_still_left_out_and_said() -> None:
    typed = "one\u2028two\u202ethree\x00\ud800\ue000"
    interview, errors = read_and_check({"highlights": typed})
    assert interview.round.highlights == "one\ntwothree"
    assert "4 invisible characters" in errors["highlights"]


@pytest.mark.parametrize(
    "blank", ["\ufeff", "\u200b", "\u2060", "\u00ad", "\u00a0", "\u3000", "\u2003"], ids=ascii
)
def test_what_comes_along_with_a_copied_text_is_dropped_around_it_without_a_word(
    blank: str,
) -> None:
    interview, errors = read_and_check(
        {
            "employer": f"{blank} Acme{blank}",
            "role": blank,
            "ended_on": f"{blank}2026-11-20{blank}",
            "highlights": f"{blank}one\n{blank}two{blank}\n{blank}",
            "contact_email": f"{blank}dana@example.org{blank}",
        }
    )
    assert errors == {}
    assert (interview.employer, interview.role) == ("Acme", "")
    assert interview.round.ended_on == date(2026, 11, 20)
    assert interview.round.highlights == f"one\n{blank}two"
    assert interview.contact.email == "dana@example.org"


def test_a_tab_is_a_blank_in_a_line() -> None:
    assert read_and_check({"employer": "Acme\tCorp"})[0].employer == "Acme Corp"


def test_the_joiners_that_scripts_need_stay() -> None:
    interview, errors = read_and_check({"employer": "شرکت\u200cها 👩‍⚕️"})
    assert errors == {}
    assert interview.employer == "شرکت\u200cها 👩‍⚕️"


def test_a_row_in_which_nothing_was_typed_needs_nothing() -> None:
    _, errors = read_and_check(
        {"interviewers": [{"name": ""}], "events": [{"kind": "", "on": ""}], "closures": [{}]}
    )
    assert errors == {}


def test_a_leap_day_exists_in_a_leap_year_only() -> None:
    assert read_and_check({"ended_on": "2028-02-29"})[1] == {}
    assert list(read_and_check({"ended_on": "2027-02-29"})[1]) == ["ended_on"]

"""What people say about when, read against expectations worked out by hand in promises_said."""

import tomllib
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.judged import JudgedSentence, judge, sentence_cases
from playbook.business_days import Calendar, Closure
from playbook.calendars import OFFICE_WEEKS
from playbook.own import own
from playbook.promises import Promise, Reading, read_promise
from playbook.promises.feast_days import western_easter_sunday
from playbook.promises.spans import amounts, week_start

PHRASES = tomllib.loads(
    Path(__file__).with_name("promises_said").joinpath("stretches.toml").read_text(encoding="utf-8")
)
FRIDAY = date(2026, 11, 20)
PLAIN = Calendar()


def as_words(promise: Promise) -> str:
    """A reading as stretches.toml writes it."""
    dates = [promise.first_on, promise.last_on] if promise.last_on else []
    interval = "/".join(dict.fromkeys(map(str, dates)))
    options = " ".join(map(str, promise.options))
    kind = "" if promise.reading is Reading.DATED else str(promise.reading)
    return " ".join(filter(None, (kind, interval, options)))


CASES = [
    pytest.param(section, words, expected, id=f"{name}: {words}")
    for name, section in PHRASES.items()
    for words, expected in section["reads"].items()
]


@pytest.mark.parametrize(("section", "words", "expected"), CASES)
def test_people_say(section: dict[str, Any], words: str, expected: str) -> None:
    calendar = Calendar(weekend=OFFICE_WEEKS[section["week"]])
    promise = read_promise(words, section["said_on"], calendar, section.get("month_first"))
    assert as_words(promise) == expected
    assert promise.words == words


@pytest.mark.parametrize("case", [pytest.param(case, id=case.words) for case in sentence_cases()])
def test_sentences_promise_the_day_worked_out_by_hand(case: JudgedSentence) -> None:
    promise = read_promise(case.words, case.said_on, case.calendar, case.month_first)
    assert judge(case, promise) == "right", f"{as_words(promise)}, expected {case.right}"


MANY = ("people.toml", "batches.toml")


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.words) for table in MANY for case in sentence_cases(table)]
)
def test_what_many_people_say_is_read_right_or_asked_about(case: JudgedSentence) -> None:
    promise = read_promise(case.words, case.said_on, case.calendar, case.month_first)
    assert judge(case, promise) != "wrong", f"{as_words(promise)}, expected {case.right}"


@pytest.mark.parametrize(("table", "least"), [("people.toml", 0.9), ("batches.toml", 0.85)])
def test_most_of_what_many_people_say_is_read_without_a_question(table: str, least: float) -> None:
    verdicts = Counter(
        judge(case, read_promise(case.words, case.said_on, case.calendar, case.month_first))
        for case in sentence_cases(table)
    )
    assert verdicts["right"] > least * verdicts.total()
    assert verdicts["not understood"] < 0.01 * verdicts.total()


MOST_MISREAD = {"blind.toml": (400, 19, 1), "blind_third.toml": (500, 43, 9)}
"""By table, its sentences, how many end on another day than meant, and how many aren't understood; it may only fall."""


@pytest.mark.parametrize("table", MOST_MISREAD)
def test_of_what_was_written_blind_no_more_is_misread_than_before(table: str) -> None:
    sentences, most_wrong, most_unread = MOST_MISREAD[table]
    verdicts = Counter(
        judge(case, read_promise(case.words, case.said_on, case.calendar, case.month_first))
        for case in sentence_cases(table)
    )
    assert verdicts.total() == sentences
    assert verdicts["wrong"] <= most_wrong
    assert verdicts["not understood"] <= most_unread


def test_there_are_many_phrases() -> None:
    sentences = [*sentence_cases(), *(case for table in MANY for case in sentence_cases(table))]
    assert len(CASES) + len(sentences) > 7_900


@pytest.mark.parametrize("change", [str.upper, str.title, lambda words: f"  {words}. "])
def test_case_and_spacing_change_nothing(change: Any) -> None:
    for words, expected in PHRASES["friday"]["reads"].items():
        if words.strip() and words.isascii():
            assert as_words(read_promise(change(words), FRIDAY, PLAIN)) == expected, words


# the calendar's own words


def test_business_days_pass_over_thanksgiving() -> None:
    promise = read_promise("within five business days", FRIDAY, own().calendars.read("US"))
    # 23, 24, 25, 27, 30 November
    assert promise.last_on == date(2026, 11, 30)


def test_by_january_means_the_first_open_day_of_january() -> None:
    assert read_promise("by January", FRIDAY, own().calendars.read("GB")).last_on == date(
        2027, 1, 4
    )


def test_canada_keeps_thanksgiving_in_october() -> None:
    promise = read_promise("by Thanksgiving", date(2026, 9, 14), own().calendars.read("CA", "ON"))
    assert promise.last_on == date(2026, 10, 12)


def test_a_country_with_orthodox_easter_keeps_its_own() -> None:
    # Orthodox Easter Sunday is 2 May 2027, western Easter Sunday 28 March 2027
    said_on = date(2027, 2, 1)
    assert read_promise("by Easter", said_on, own().calendars.read("GR")).last_on == date(
        2027, 5, 3
    )
    assert read_promise("by Easter", said_on, own().calendars.read("DE")).last_on == date(
        2027, 3, 29
    )


@pytest.mark.parametrize(
    ("year", "monday"),
    [(2024, "04-01"), (2025, "04-21"), (2026, "04-06"), (2027, "03-29"), (2028, "04-17")],
)
def test_easter_monday_where_no_calendar_tells(year: int, monday: str) -> None:
    assert western_easter_sunday(year) + timedelta(1) == date.fromisoformat(f"{year}-{monday}")


def test_eid_is_looked_up_in_the_calendar() -> None:
    promise = read_promise("before Eid", date(2027, 2, 1), own().calendars.read("AE"))
    # Eid al-Fitr 2027 is expected about 9 or 10 March
    assert promise.last_on is not None
    assert date(2027, 3, 6) <= promise.last_on <= date(2027, 3, 10)


def test_a_closure_of_the_readers_own_is_no_festival() -> None:
    own = Closure(date(2026, 12, 1), "Thanksgiving lunch", own=True)
    promise = read_promise("by Thanksgiving", FRIDAY, PLAIN.with_closures([own]))
    assert promise.last_on == date(2026, 11, 26)
    eid = Closure(date(2026, 12, 1), "Eid lunch", own=True)
    assert read_promise("by Eid", FRIDAY, PLAIN.with_closures([eid])).reading is Reading.UNCLEAR


@pytest.mark.parametrize(
    ("week", "weekday"),
    [("mon-fri", 0), ("sun-thu", 6), ("sat-wed", 5), ("sat-thu", 5), ("sun-fri", 6),
     ("mon-sat", 0), ("mon-thu", 0), ("tue-sat", 1), ("mon-thu-sat", 0)],
)  # fmt: skip
def test_a_week_begins_after_its_weekend(week: str, weekday: int) -> None:
    assert week_start(OFFICE_WEEKS[week]) == weekday


# bad input


@pytest.mark.parametrize(
    "words",
    [
        "x" * 10_000,
        "next " * 2_000,
        "1" * 10_000,
        "Friday\0",
        "\u202eyadirF yb",
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}",
        "٣ أيام",
        "🎉🎉🎉",
        "in 99999999999999999999 years",
        "in 999 years",
        "0000-00-00",
        "9999-12-31",
        "by 31 December 9999",
        "the 0th",
        "the 99th",
        "0/0",
        "week 53",
    ],
)
def test_odd_text_is_read_without_a_fuss(words: str) -> None:
    promise = read_promise(words, FRIDAY, PLAIN)
    assert promise.words == words
    assert promise.last_on is None or promise.last_on.year < 9999


@pytest.mark.parametrize("said_on", [date.min, date(1, 1, 2), date(9998, 12, 31), date.max])
def test_the_ends_of_the_calendar_are_survived(said_on: date) -> None:
    for words in PHRASES["friday"]["reads"]:
        read_promise(words, said_on, PLAIN)


def test_a_week_of_one_working_day_has_one_part() -> None:
    sundays = Calendar(weekend=frozenset({0, 1, 2, 3, 4, 5}))
    promise = read_promise("mid next week", FRIDAY, sundays)
    assert promise.first_on == promise.last_on == date(2026, 11, 22)


def test_a_week_without_working_days_is_survived() -> None:
    never = Calendar(weekend=frozenset(range(7)))
    for words in PHRASES["friday"]["reads"]:
        read_promise(words, FRIDAY, never)


PIECES = st.sampled_from(
    [words for section in PHRASES.values() for words in section["reads"]]
    + "by before not until or and to the next week of friday 4 12 / - 99 december 31st".split()
)


@settings(deadline=None)
@given(
    words=PIECES,
    said_on=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    days=st.lists(st.dates(date(2026, 1, 1), date(2028, 6, 1)), max_size=30),
)
def test_a_closure_never_shortens_a_promise(words: str, said_on: date, days: list[date]) -> None:
    closed = PLAIN.with_closures([Closure(on, "shut", own=True) for on in days])
    before, after = read_promise(words, said_on, PLAIN), read_promise(words, said_on, closed)
    if before.last_on and after.last_on:
        assert after.last_on >= before.last_on


def test_every_loose_word_has_its_reason() -> None:
    for amount in amounts().values():
        assert amount.low <= amount.high, amount.id
        assert amount.why.endswith("."), amount.id

"""Counting working days. The dates are read off a wall calendar, not off the code."""

from calendar import Calendar as StandardCalendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.business_days import (
    WEEKEND,
    Calendar,
    Closure,
    NoOpenDayError,
    add_business_days,
    closed_between,
    day_to_answer,
    last_open_day,
    next_open_day,
)

# November 2026           December 2026
# Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su
# 16 17 18 19 20 21 22        1  2  3  4  5  6
# 23 24 25 26 27 28 29     7  8  9 10 11 12 13
# 30                      14 15 16 17 18 19 20
#                         21 22 23 24 25 26 27
#                         28 29 30 31
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 11, day) for day in (20, 21, 22, 23))
PLAIN = Calendar()
THANKSGIVING = Closure(date(2026, 11, 26), "Thanksgiving")
CHRISTMAS = (
    Closure(date(2026, 12, 25), "Christmas Day"),
    Closure(date(2026, 12, 28), "Boxing Day (substitute)"),
)
GULF = Calendar(weekend=frozenset({4, 5}))


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        (FRIDAY, 0, FRIDAY),
        (FRIDAY, 1, MONDAY),
        (FRIDAY, 2, date(2026, 11, 24)),
        (SATURDAY, 0, MONDAY),
        (SATURDAY, 1, MONDAY),
        (SATURDAY, 2, date(2026, 11, 24)),
        (SUNDAY, 1, MONDAY),
        (MONDAY, 5, date(2026, 11, 30)),
        (FRIDAY, 10, date(2026, 12, 4)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
    ],
)
def test_open_days_are_counted_strictly_after_the_start(
    start: date, days: int, expected: date
) -> None:
    assert add_business_days(start, days, PLAIN) == expected


def test_a_holiday_is_passed_over() -> None:
    calendar = PLAIN.with_closures([THANKSGIVING])
    assert add_business_days(date(2026, 11, 25), 1, calendar) == date(2026, 11, 27)
    assert add_business_days(THANKSGIVING.on, 0, calendar) == date(2026, 11, 27)


def test_a_long_british_christmas_weekend_is_passed_over() -> None:
    calendar = PLAIN.with_closures(CHRISTMAS)
    assert add_business_days(date(2026, 12, 24), 1, calendar) == date(2026, 12, 29)


def test_friday_and_saturday_are_the_weekend_in_the_gulf() -> None:
    assert add_business_days(date(2026, 11, 19), 1, GULF) == SUNDAY
    assert GULF.is_open(SUNDAY)
    assert not GULF.is_open(FRIDAY)


def test_a_saturday_that_is_worked_in_exchange_counts() -> None:
    calendar = Calendar(opened=frozenset({SATURDAY}))
    assert add_business_days(FRIDAY, 1, calendar) == SATURDAY
    assert add_business_days(FRIDAY, 1, calendar.with_weekend(frozenset({6}))) == SATURDAY


def test_an_exchanged_day_goes_with_its_week() -> None:
    friday_opened = Calendar(weekend=frozenset({4, 5}), opened=frozenset({SATURDAY}))
    assert not friday_opened.with_weekend(frozenset({5, 6})).is_open(SATURDAY)


def test_what_was_passed_over_says_why() -> None:
    calendar = PLAIN.with_closures([THANKSGIVING])
    assert closed_between(date(2026, 11, 25), date(2026, 11, 30), calendar) == (
        THANKSGIVING,
        Closure(date(2026, 11, 28), WEEKEND),
        Closure(date(2026, 11, 29), WEEKEND),
    )


def test_nothing_lies_between_a_day_and_itself() -> None:
    assert closed_between(SATURDAY, SATURDAY, PLAIN) == ()
    assert closed_between(SATURDAY, SUNDAY, PLAIN) == ()
    assert closed_between(SUNDAY, FRIDAY, PLAIN) == ()


def test_the_nearest_open_day_can_be_looked_up_both_ways() -> None:
    assert next_open_day(SATURDAY, PLAIN) == MONDAY
    assert last_open_day(SUNDAY, PLAIN) == FRIDAY
    assert next_open_day(FRIDAY, PLAIN) == last_open_day(FRIDAY, PLAIN) == FRIDAY


def test_a_public_holiday_keeps_its_name_when_the_reader_adds_the_day() -> None:
    own = Closure(THANKSGIVING.on, "Company day", own=True)
    assert PLAIN.with_closures([THANKSGIVING]).with_closures([own]).closure(own.on) == THANKSGIVING


def test_a_calendar_says_what_it_covers() -> None:
    calendar = Calendar(first_on=date(2026, 1, 1), last_on=date(2026, 12, 31))
    assert calendar.covers(date(2026, 12, 31))
    assert not calendar.covers(date(2027, 1, 1))
    assert not PLAIN.covers(FRIDAY)


def test_counting_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 is negative"):
        add_business_days(FRIDAY, -1, PLAIN)


def test_a_week_without_a_working_day_is_said_so() -> None:
    with pytest.raises(NoOpenDayError):
        add_business_days(FRIDAY, 1, Calendar(weekend=frozenset(range(7))))


@pytest.mark.parametrize("days", [1, 100])
def test_the_end_of_time_is_said_so(days: int) -> None:
    with pytest.raises(NoOpenDayError):
        add_business_days(date.max, days, PLAIN)


def test_there_is_no_open_day_before_the_first_day_of_all() -> None:
    closed = PLAIN.with_closures([Closure(date.min, "shut")])
    with pytest.raises(NoOpenDayError):
        last_open_day(date.min, closed)


DATES = st.dates(date(2020, 1, 1), date(2040, 1, 1))
WEEKENDS = st.frozensets(st.integers(0, 6), max_size=6)
CLOSURES = st.lists(
    st.builds(Closure, st.dates(date(2026, 1, 1), date(2026, 3, 1)), st.just("shut")), max_size=20
)
NEAR = st.dates(date(2025, 12, 20), date(2026, 3, 10))


@given(NEAR, st.integers(0, 40), WEEKENDS, CLOSURES)
def test_the_result_is_always_open(
    start: date, days: int, weekend: frozenset[int], closures: list[Closure]
) -> None:
    calendar = Calendar(weekend=weekend).with_closures(closures)
    assert calendar.is_open(add_business_days(start, days, calendar))


@given(NEAR, st.integers(0, 40), WEEKENDS, CLOSURES, CLOSURES)
def test_a_new_closure_never_makes_a_date_earlier(
    start: date, days: int, weekend: frozenset[int], closures: list[Closure], more: list[Closure]
) -> None:
    before = Calendar(weekend=weekend).with_closures(closures)
    after = before.with_closures(more)
    assert add_business_days(start, days, after) >= add_business_days(start, days, before)


@given(NEAR, st.integers(1, 20), st.integers(0, 20), WEEKENDS, CLOSURES)
def test_counting_in_two_goes_is_counting_at_once(
    start: date, first: int, second: int, weekend: frozenset[int], closures: list[Closure]
) -> None:
    calendar = Calendar(weekend=weekend).with_closures(closures)
    halfway = add_business_days(start, first, calendar)
    assert add_business_days(halfway, second, calendar) == add_business_days(
        start, first + second, calendar
    )


@given(NEAR, st.integers(1, 40), WEEKENDS, CLOSURES)
def test_exactly_that_many_open_days_lie_after_the_start(
    start: date, days: int, weekend: frozenset[int], closures: list[Closure]
) -> None:
    calendar = Calendar(weekend=weekend).with_closures(closures)
    end = add_business_days(start, days, calendar)
    after = [start + timedelta(days=ahead) for ahead in range(1, (end - start).days + 1)]
    assert sum(calendar.is_open(on) for on in after) == days
    assert len(closed_between(start, end, calendar)) == len(after) - days


@given(NEAR, st.integers(0, 60), WEEKENDS, CLOSURES)
def test_a_plain_list_of_the_calendars_open_days_gives_the_same(
    start: date, days: int, weekend: frozenset[int], closures: list[Closure]
) -> None:
    """The days as the standard library's calendar lists them, month by month; none of ours is asked."""
    closed = {closure.on for closure in closures}
    listed = {
        (date(*each[:3]), each[3])
        for year in (2025, 2026, 2027)
        for month in range(1, 13)
        for each in StandardCalendar().itermonthdays4(year, month)
    }
    open_days = sorted(on for on, day in listed if day not in weekend and on not in closed)
    after = [on for on in open_days if on > start]
    expected = after[days - 1] if days else next(on for on in open_days if on >= start)
    calendar = Calendar(weekend=weekend).with_closures(closures)
    assert add_business_days(start, days, calendar) == expected


@given(DATES, WEEKENDS)
def test_the_open_days_around_a_date_enclose_it(on: date, weekend: frozenset[int]) -> None:
    calendar = Calendar(weekend=weekend)
    assert last_open_day(on, calendar) <= on <= next_open_day(on, calendar)


@pytest.mark.parametrize(
    ("by_on", "today", "calendar", "expected"),
    [
        (FRIDAY, FRIDAY, PLAIN, FRIDAY),
        (SUNDAY, FRIDAY, PLAIN, FRIDAY),
        (SUNDAY, SATURDAY, PLAIN, SUNDAY),
        (FRIDAY, date(2026, 11, 18), GULF, date(2026, 11, 19)),
    ],
)
def test_an_answer_comes_on_an_open_day_while_one_is_left(
    by_on: date, today: date, calendar: Calendar, expected: date
) -> None:
    assert day_to_answer(by_on, today, calendar) == expected

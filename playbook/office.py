"""The employer's office: which days it works, and what its people's words about time mean."""

from datetime import date, timedelta
from typing import Any

from playbook.business_days import Calendar, Closure
from playbook.calendars import OFFICE_WEEKS, Calendars
from playbook.interview import Interview, OwnClosure
from playbook.memory import REQUESTS, remembered
from playbook.promises import Promise, read_promise


def calendar_of(interview: Interview, calendars: Calendars) -> Calendar:
    """Return the working days of the employer's office, the reader's own closures included.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    return _calendar(calendars, *_office(interview))


def promise_of(interview: Interview, words: str, said_on: date, calendars: Calendars) -> Promise:
    """Read a promise in the calendar of this interview's office. Raises MissingData without the country's calendar."""
    return _promise(words, said_on, calendars, *_office(interview))


def _office(interview: Interview) -> tuple[str, str, str, bool, tuple[OwnClosure, ...]]:
    """Return the fields that decide which days the office works, as arguments for the caches."""
    return (
        interview.office.country,
        interview.office.region,
        interview.office.week,
        interview.office.open_on_usual_days,
        interview.office.closures,
    )


@remembered(REQUESTS)
def _calendar(
    calendars: Calendars,
    country: str,
    region: str,
    office_week: str,
    open_on_usual_days: bool,  # noqa: FBT001  # as the record has it
    closures: tuple[OwnClosure, ...],
) -> Calendar:
    known = calendars.read(country, region)
    if open_on_usual_days:
        known = known.without_usual()
    if office_week:
        known = known.with_weekend(OFFICE_WEEKS[office_week])
    return known.with_closures(day for each in closures for day in _days(each))


@remembered()
def _promise(
    words: str, said_on: date, calendars: Calendars, country: str, *office: Any
) -> Promise:
    calendar = _calendar(calendars, country, *office)
    return read_promise(words, said_on, calendar, calendars.month_first(country))


def _days(closure: OwnClosure) -> list[Closure]:
    """Return each day of a closure of the reader's own."""
    if closure.first_on is None:
        return []
    length = ((closure.last_on or closure.first_on) - closure.first_on).days + 1
    first_on = closure.first_on
    return [Closure(first_on + timedelta(days=n), closure.name, own=True) for n in range(length)]

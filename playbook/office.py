"""The employer's office: which days it works, and what its people's words about time mean."""

from datetime import date, timedelta

from playbook.business_days import Calendar, Closure
from playbook.calendars import OFFICE_WEEKS, Calendars
from playbook.interview import Office
from playbook.memory import REQUESTS, remembered
from playbook.promises import Promise, read_promise
from playbook.record_rows import OwnClosure


@remembered(REQUESTS)
def calendar_of(office: Office, calendars: Calendars) -> Calendar:
    """Return the working days of the employer's office, the reader's own closures included.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    known = calendars.read(office.country, office.region)
    if office.open_on_usual_days:
        known = known.without_usual()
    if office.week:
        known = known.with_weekend(OFFICE_WEEKS[office.week])
    return known.with_closures(day for each in office.closures for day in _days(each))


@remembered()
def promise_of(office: Office, words: str, said_on: date, calendars: Calendars) -> Promise:
    """Read a promise in the calendar of this office. Raises MissingData without the country's calendar."""
    calendar = calendar_of(office, calendars)
    return read_promise(words, said_on, calendar, calendars.month_first(office.country))


def _days(closure: OwnClosure) -> list[Closure]:
    """Return each day of a closure of the reader's own."""
    if closure.first_on is None:
        return []
    length = ((closure.last_on or closure.first_on) - closure.first_on).days + 1
    first_on = closure.first_on
    return [Closure(first_on + timedelta(days=n), closure.name, own=True) for n in range(length)]

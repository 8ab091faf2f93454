"""The sample tool: from the day of the interview to the business days that have passed since."""

from dataclasses import dataclass
from datetime import date, timedelta

from playbook.business_days import add_business_days
from playbook.office import calendar_of
from playbook.rulebook import Rulebook
from playbook.tool import Request


@dataclass(frozen=True, slots=True)
class Wait:
    """How many business days have passed since the interview, and the day on which they are many."""

    days: int
    long_on: date


def compute(request: Request, rulebook: Rulebook) -> Wait:
    """Count the business days since the interview, which needs its `ended_on`.

    Raises MissingData where the country's calendar isn't in place yet, NoOpenDayError where the office never opens.
    """
    ended_on = request.interview.round.ended_on
    assert ended_on is not None
    calendar = calendar_of(request.interview.office, rulebook.calendars)
    passed = (ended_on + timedelta(days=n) for n in range(1, (request.today - ended_on).days + 1))
    long_on = add_business_days(ended_on, rulebook.number("sample-long-wait"), calendar)
    return Wait(sum(map(calendar.is_open, passed)), long_on)

"""When an answer may come: by their newest words about when, else after the usual time."""

from collections.abc import Iterator
from datetime import date

from playbook.business_days import Calendar, add_business_days
from playbook.calendars import Calendars
from playbook.interview import Interview
from playbook.office import promise_of
from playbook.plan.model import THEY_ASKED, Expected, day_of, rule_for
from playbook.promises import Promise, Reading
from playbook.rulebook import Rulebook


def find_expected(interview: Interview, calendar: Calendar, rulebook: Rulebook) -> Expected:
    """Find the last days that they named; once they spoke after them, the usual time (house/6, house/45) from then on.

    A friendly word that names no date leaves the date before it standing.
    """
    words = list(_words_about_when(interview, rulebook.calendars))
    _, newest = words[-1]
    spoke_on = max([said_on for said_on, _ in words] + list(_days_to_count_from(interview)))
    for said_on, promise in reversed(words):
        if promise.first_on and promise.last_on and promise.reading is Reading.DATED:
            if promise.last_on < spoke_on:
                break
            first_on = max(promise.first_on, said_on)
            return Expected(first_on, promise.last_on, True, said_on, newest)
    usual = rulebook.number(rule_for(interview, "expected-answer"))
    last_on = add_business_days(spoke_on, usual, calendar)
    return Expected(spoke_on, last_on, False, spoke_on, newest)


def _words_about_when(interview: Interview, calendars: Calendars) -> Iterator[tuple[date, Promise]]:
    """Yield what they said about when, oldest first, each with its day: at the interview, and at each answer."""
    assert interview.round.ended_on is not None
    answers = sorted(
        (event for event in interview.events if event.kind == "answered" and event.on), key=day_of
    )
    spoken = [(interview.round.ended_on, interview.round.promise, interview.round.promise_on)]
    spoken += [(day_of(each), each.words, each.by_on) for each in answers]
    for said_on, words, named_on in sorted(spoken, key=lambda each: each[0]):
        if named_on:
            yield said_on, Promise("", Reading.DATED, named_on, named_on)
        else:
            yield said_on, promise_of(interview.office, words, said_on, calendars)


def _days_to_count_from(interview: Interview) -> Iterator[date]:
    """Yield the days from which an answer can come: they asked, a task is sent in or due, a new time is agreed."""
    dated = sorted((event for event in interview.events if event.on), key=day_of)
    sent = [event for event in dated if event.kind == "task-sent"]
    yield from map(day_of, sent)
    tasks = [event for event in dated if event.kind == "task"]
    yield from (task.by_on or day_of(task) for task in tasks[len(sent) :])
    for event in dated:
        if event.kind == "time-agreed":
            yield event.by_on or day_of(event)
        elif event.kind in THEY_ASKED and event.kind != "task":
            yield day_of(event)

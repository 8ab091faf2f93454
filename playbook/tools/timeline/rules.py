"""The follow-up timeline: from the record and the reader's date to every dated step."""

from dataclasses import replace
from datetime import date

from playbook.business_days import Calendar, Closure, NoOpenDayError, add_business_days
from playbook.calendars import Calendars
from playbook.interview import Interview, Interviewer
from playbook.memory import REQUESTS, remembered
from playbook.office import calendar_of, promise_of
from playbook.promises import Promise, Reading
from playbook.rulebook import Rulebook
from playbook.tool import Request
from playbook.tools.timeline.contacts import (
    Contacts,
    close_step,
    news_step,
    plan_contacts,
    verdict,
)
from playbook.tools.timeline.model import (
    Change,
    Expected,
    Plan,
    Situation,
    State,
    Step,
    Verdict,
    day_of,
)
from playbook.tools.timeline.outcome import asked_steps, offer_steps, rejection_steps
from playbook.tools.timeline.same_day import same_day_steps
from playbook.tools.timeline.steps import dated

OUTCOMES = ("rejected", "offer")
DECIDING = (
    "country region office_zone office_week open_on_usual_days closures contact_name contact_phone ended_on ended_at"
    " promise promise_on follow_up promised references news events contact_on"
).split()
"""Fields of the record that a plan comes from, beside the names of the people met."""


def compute(asked: Request, rulebook: Rulebook) -> Plan:
    """The plan for this request. The interview needs `ended_on`; anything else may be empty.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    plan = _with(asked.interview, _plan(_narrowed(asked.interview), asked.today, rulebook))
    previous = asked.previous
    if previous is None or previous.interview.ended_on is None:
        return plan
    try:
        before = _plan(_narrowed(previous.interview), previous.today, rulebook)
    except NoOpenDayError:
        return plan
    changed = tuple(
        name
        for name in ("today", *Interview.__dataclass_fields__)
        if _value(asked, name) != _value(previous, name)
    )
    return replace(plan, changes=_changes(before, plan), changed_fields=changed)


def plan_on(interview: Interview, on: date, rulebook: Rulebook) -> Plan:
    """The plan of this interview as it stands on a day, compared with nothing before it.

    Raises NoOpenDayError where their office never opens again, MissingData as `compute` does.
    """
    return _plan(_narrowed(interview), on, rulebook)


def _narrowed(interview: Interview) -> Interview:
    """The interview with nothing but what the dates depend on: typing elsewhere changes no plan."""
    met = tuple(Interviewer(person.name) for person in interview.interviewers)
    return Interview(interviewers=met, **{name: getattr(interview, name) for name in DECIDING})


def _with(interview: Interview, plan: Plan) -> Plan:
    return replace(plan, situation=replace(plan.situation, interview=interview))


@remembered(REQUESTS)
def _plan(interview: Interview, today: date, rulebook: Rulebook) -> Plan:
    situation = _situation(interview, today, rulebook)
    contacts = plan_contacts(situation)
    steps = _steps(situation, contacts)
    return Plan(
        situation=situation,
        stage=_stage(situation, contacts),
        steps=tuple(sorted(steps, key=_place)),
        budget=contacts.budget,
        warnings=_warnings(situation, steps),
        today=verdict(situation, contacts, today),
        verdict=_verdict(situation, contacts),
    )


def _situation(interview: Interview, today: date, rulebook: Rulebook) -> Situation:
    assert interview.ended_on is not None
    calendar = calendar_of(interview, rulebook.calendars)
    expected = _expected(interview, calendar, rulebook)
    return Situation(interview, interview.ended_on, today, calendar, rulebook, expected)


def _expected(interview: Interview, calendar: Calendar, rulebook: Rulebook) -> Expected:
    """The last date they named; once they spoke after it, the usual time (house/6) from that day.

    A friendly word that names no date leaves the date before it standing.
    """
    words = _words_about_when(interview, rulebook.calendars)
    _, newest = words[-1]
    spoke_on = max([said_on for said_on, _ in words] + _days_of(interview, "asked"))
    for said_on, promise in reversed(words):
        if promise.first_on and promise.last_on and promise.reading is Reading.DATED:
            if promise.last_on < spoke_on:
                break
            first_on = max(promise.first_on, said_on)
            return Expected(first_on, promise.last_on, True, said_on, newest)
    last_on = add_business_days(spoke_on, rulebook.number("expected-answer"), calendar)
    return Expected(spoke_on, last_on, False, spoke_on, newest)


def _words_about_when(interview: Interview, calendars: Calendars) -> list[tuple[date, Promise]]:
    """What they said about when, oldest first: at the interview, and each time they answered."""
    assert interview.ended_on is not None
    answers = sorted(
        (event for event in interview.events if event.kind == "answered" and event.on), key=day_of
    )
    said = [(interview.ended_on, interview.promise, interview.promise_on)]
    said += [(day_of(each), each.words, each.by_on) for each in answers]
    return [
        (
            said_on,
            Promise("", Reading.DATED, named_on, named_on)
            if named_on
            else promise_of(interview, words, said_on, calendars),
        )
        for said_on, words, named_on in said
    ]


def _days_of(interview: Interview, kind: str) -> list[date]:
    return [event.on for event in interview.events if event.kind == kind and event.on]


def _steps(situation: Situation, contacts: Contacts) -> list[Step]:
    outcome = situation.last(*OUTCOMES)
    first = [*same_day_steps(situation), *asked_steps(situation)]
    sent = [step for step in contacts.steps if step.state is State.DONE]
    if situation.last("decided"):
        first = [step for step in first if step.kind != "keep-searching"]
    if outcome is None and not situation.last("decided"):
        wait = _wait(situation)
        rest = [*contacts.steps, *news_step(situation, contacts), close_step(situation, contacts)]
        return [*first, *wait, *rest]
    kept = [step for step in first if step.state is State.DONE or step.kind == "keep-searching"]
    if outcome is None:
        return [*kept, *sent]
    if outcome.kind == "rejected":
        return [*kept, *sent, *rejection_steps(situation, outcome)]
    return [*kept, *sent, *offer_steps(situation, outcome)]


def _wait(situation: Situation) -> tuple[Step, ...]:
    """No contact until the promise has passed; shown while that is still to come."""
    expected = situation.expected
    if situation.today > expected.last_on:
        return ()
    step = dated(
        situation,
        "wait",
        expected.said_on,
        expected.last_on,
        expected.last_on,
        rules=("check-in-after-promise",) if expected.given else ("expected-answer",),
        closed=_holidays(situation, expected.said_on, expected.last_on),
    )
    return (replace(step, state=State.WAIT),)


def _holidays(situation: Situation, first_on: date, last_on: date) -> tuple[Closure, ...]:
    closures = situation.calendar.closures
    return tuple(closures[on] for on in sorted(closures) if first_on < on <= last_on)


def _stage(situation: Situation, contacts: Contacts) -> str:
    """Where the whole thing stands, as one word that chooses the summary."""
    outcome = situation.last(*OUTCOMES, "decided")
    if outcome:
        return outcome.kind
    if situation.today < situation.ended_on:
        return "ahead"
    if situation.today > contacts.close_on:
        return "closed"
    if situation.today <= situation.expected.last_on:
        return "waiting"
    return "passed" if contacts.planned else "silent"


def _warnings(situation: Situation, steps: list[Step]) -> tuple[str, ...]:
    """What the reader should know about the calendar behind the dates."""
    if not situation.interview.country:
        return ("no-country",)
    interview = situation.interview
    warnings = []
    days = [step.due_on for step in steps if step.is_open and step.due_on]
    if days and situation.rulebook.calendars.regions(interview.country) and not interview.region:
        warnings.append("no-region")
    if not all(situation.calendar.covers(on) for on in days):
        warnings.append("beyond-the-calendar")
    return tuple(warnings)


def _verdict(situation: Situation, contacts: Contacts) -> Verdict | None:
    on = situation.interview.contact_on
    if on is None:
        return None
    if situation.last(*OUTCOMES, "decided"):
        return Verdict(on, "contact-after-the-outcome", allowed=False)
    return verdict(situation, contacts, on)


def _place(step: Step) -> tuple[bool, date]:
    """Dated steps in the order of their days, then what is left out."""
    return step.do_on is None, step.do_on or date.max


def _changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Steps to come that moved, came or went. What was done meanwhile is no news, nor is the weekly search."""
    old, new = (
        {step.id: step for step in plan.steps if step.is_open and step.kind != "keep-searching"}
        for plan in (before, after)
    )
    moved = [
        Change("moved", step, old[id].do_on)
        for id, step in new.items()
        if id in old and _days(old[id]) != _days(step)
    ]
    came = [Change("new", step) for id, step in new.items() if id not in old]
    done = {step.id for step in after.steps if step.state is State.DONE}
    went = [
        Change("dropped", step, step.do_on)
        for id, step in old.items()
        if id not in new and id not in done
    ]
    return (*moved, *came, *went)


def _days(step: Step) -> tuple[date | None, date | None]:
    return step.best_on, step.due_on


def _value(asked: Request, name: str) -> object:
    return asked.today if name == "today" else getattr(asked.interview, name)

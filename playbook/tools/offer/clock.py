"""The clock of an offer: the timeline's own steps, and the counter-offer before the decision."""

from dataclasses import replace
from datetime import date, timedelta

from playbook.business_days import Calendar, closed_between, last_open_day, next_open_day
from playbook.evidence import Rule
from playbook.interview import Interview
from playbook.plan.check_ins import contact
from playbook.plan.compute import compute as compute_timeline
from playbook.plan.model import Channel, Situation, Step, day_of
from playbook.plan.outcome import offer_steps
from playbook.plan.steps import dated_step, done_today
from playbook.record_keys import with_values
from playbook.record_rows import Event
from playbook.rulebook import Rulebook
from playbook.tool import Request
from playbook.tools.offer.model import Clock

ONE_DAY = timedelta(days=1)


def clock(request: Request, rulebook: Rulebook) -> Clock | None:
    """Return the clock of the newest offer; None where there is none.

    Raises MissingData without the country's calendar.
    """
    offer = _newest(request.interview)
    if offer is None:
        return None
    on = day_of(offer)
    interview = with_values(request.interview, {"ended_on": request.interview.round.ended_on or on})
    plan = compute_timeline(replace(request, interview=interview, previous=None), rulebook)
    steps = offer_steps(plan.situation, offer)
    decide = steps[-1]
    assert decide.due_on is not None
    rule = rulebook.rules["counter-before-decision"]
    latest_on = _business_days_before(decide.due_on, rule.value, plan.situation.calendar)
    counter = _counter(plan.situation, on, latest_on, rule)
    return Clock(
        plan=plan,
        steps=(*steps[:-1], counter, decide),
        decide_by=decide.due_on,
        named=bool(decide.facts["named"]),
        too_soon=latest_on <= on,
    )


def _newest(interview: Interview) -> Event | None:
    offers = [event for event in interview.events if event.kind == "offer" and event.on]
    return max(offers, key=day_of, default=None)


def _counter(situation: Situation, on: date, latest_on: date, rule: Rule) -> Step:
    """Return a night after the offer is best; the latest day leaves them time to answer."""
    due_on = max(on, latest_on)
    best_on = min(next_open_day(on + ONE_DAY, situation.calendar), due_on)
    return dated_step(
        situation,
        "offer-counter",
        on,
        best_on,
        due_on,
        done=situation.last("countered") or situation.last("decided"),
        channel=Channel.EMAIL,
        rules=(rule.id,),
        closed=closed_between(on, due_on, situation.calendar),
        facts={"contact": contact(situation)},
        adds=done_today(situation, "countered"),
    )


def _business_days_before(on: date, days: int, calendar: Calendar) -> date:
    """Return the open day that lies this many open days before a date."""
    for _ in range(days):
        on = last_open_day(on - ONE_DAY, calendar)
    return on

"""The plan: from the record and the reader's date to every dated step."""

from dataclasses import replace
from datetime import date

from playbook.business_days import Closure, NoOpenDayError
from playbook.interview import Interview, NoteChoices, Round
from playbook.memory import REQUESTS, remembered
from playbook.office import calendar_of
from playbook.plan.changes import with_changes
from playbook.plan.contact_met import with_contact_met
from playbook.plan.contacts import Contacts, close_step, judge_contact, news_step, plan_contacts
from playbook.plan.expected import find_expected
from playbook.plan.model import Plan, Situation, State, Step, Verdict
from playbook.plan.outcome import offer_steps, rejection_steps
from playbook.plan.requests import REQUEST_STEPS, request_steps
from playbook.plan.same_day import same_day_steps
from playbook.plan.steps import dated_step
from playbook.record_rows import Interviewer
from playbook.rounds import ARRANGED
from playbook.rulebook import Rulebook
from playbook.tool import Request

OUTCOMES = ("rejected", "offer", ARRANGED)
"""Kinds of event after which nobody waits any more."""
_STAY = {
    ARRANGED: ("debrief-notes", "promised-material", "tell-references", *REQUEST_STEPS),
    "offer": ("help-checks",),
}
"""Steps that stay after an outcome: the waiting is over, and what they asked for isn't."""


def compute(request: Request, rulebook: Rulebook) -> Plan:
    """Compute the plan for this request. The interview needs `ended_on`; anything else may be empty.

    Raises MissingData where the country's calendar isn't in place yet, NoOpenDayError where the office never opens.
    """
    interview = with_contact_met(request.interview)
    plan = plan_on(interview, request.today, rulebook)
    plan = replace(plan, situation=replace(plan.situation, interview=interview))
    previous = request.previous
    if previous is None or previous.interview.round.ended_on is None:
        return plan
    if _is_another(previous.interview, interview):
        return plan
    try:
        before = plan_on(previous.interview, previous.today, rulebook)
    except NoOpenDayError:
        return plan
    return with_changes(plan, request, before, previous)


def _is_another(before: Interview, now: Interview) -> bool:
    """Return whether two records are about different interviews, or different rounds with one employer."""
    differ = before.plan_id != now.plan_id and bool(before.plan_id and now.plan_id)
    return differ or len(before.earlier_rounds) != len(now.earlier_rounds)


def plan_on(interview: Interview, on: date, rulebook: Rulebook) -> Plan:
    """Compute the plan of this interview as it stands on a day, compared with nothing before it.

    Its interview has only what dates depend on. Raises MissingData and NoOpenDayError as `compute` does.
    """
    return _plan(_narrowed(with_contact_met(interview)), on, rulebook)


def _narrowed(interview: Interview) -> Interview:
    """Leave nothing in the interview but what dates depend on: typing elsewhere then computes no new plan."""
    met = tuple(Interviewer(person.name) for person in interview.round.interviewers)
    return Interview(
        office=interview.office,
        contact=replace(interview.contact, email="", works_for=""),
        round=replace(interview.round, interviewers=met, format="", highlights="", missed=""),
        earlier_rounds=tuple(
            Round(ended_on=each.ended_on, ended_at=each.ended_at, promised=each.promised)
            for each in interview.earlier_rounds
        ),
        references=interview.references,
        news=interview.news,
        events=interview.events,
        contact_on=interview.contact_on,
        note=NoteChoices(post_card=interview.wants_card),
        away=interview.away,
    )


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
        today=judge_contact(situation, contacts, today),
        verdict=_verdict(situation, contacts),
    )


def _situation(interview: Interview, today: date, rulebook: Rulebook) -> Situation:
    assert interview.round.ended_on is not None
    calendar = calendar_of(interview.office, rulebook.calendars)
    expected = find_expected(interview, calendar, rulebook)
    return Situation(interview, interview.round.ended_on, today, calendar, rulebook, expected)


def _steps(situation: Situation, contacts: Contacts) -> list[Step]:
    outcome, decided = situation.last(*OUTCOMES), situation.last("decided")
    first = [*same_day_steps(situation), *request_steps(situation)]
    if situation.is_off:
        first = [step for step in first if step.kind in ("keep-searching", *REQUEST_STEPS)]
    if decided:
        first = [step for step in first if step.kind != "keep-searching"]
    if outcome is None and not decided:
        wait = _wait(situation)
        rest = [*contacts.steps, *news_step(situation, contacts), close_step(situation, contacts)]
        return [*first, *wait, *rest]
    stays = _STAY.get(outcome.kind, ()) if outcome else ()
    lasting = [
        step
        for step in first
        if step.state is State.DONE or step.kind in ("keep-searching", *stays)
    ]
    sent = [step for step in contacts.steps if step.state is State.DONE]
    return [*lasting, *sent, *_after(situation)]


def _after(situation: Situation) -> tuple[Step, ...]:
    """Return what a no or an offer asks for; nothing where the reader has decided without one, or meets them again."""
    outcome = situation.last(*OUTCOMES)
    if outcome is None or outcome.kind == ARRANGED:
        return ()
    steps = rejection_steps if outcome.kind == "rejected" else offer_steps
    return steps(situation, outcome)


def _wait(situation: Situation) -> tuple[Step, ...]:
    """Return the wait for the promised day, in which nobody is contacted; nothing once that day has passed."""
    expected = situation.expected
    if situation.today > expected.last_on:
        return ()
    step = dated_step(
        situation,
        "wait",
        expected.said_on,
        expected.last_on,
        expected.last_on,
        rules=("check-in-after-promise" if expected.given else situation.rule("expected-answer"),),
        closed=_holidays(situation, expected.said_on, expected.last_on),
    )
    return (replace(step, state=State.WAIT),)


def _holidays(situation: Situation, first_on: date, last_on: date) -> tuple[Closure, ...]:
    closures = situation.calendar.closures
    return tuple(closures[on] for on in sorted(closures) if first_on < on <= last_on)


def _stage(situation: Situation, contacts: Contacts) -> str:
    """Return where the whole thing stands, as one word that chooses the summary."""
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
    """Return what the reader should know about the calendar behind the dates: ids of sentences."""
    if not situation.interview.office.country:
        return ("no-country",)
    interview = situation.interview
    warnings = []
    days = [step.due_on for step in steps if step.is_open and step.due_on]
    if (
        days
        and situation.rulebook.calendars.regions(interview.office.country)
        and not interview.office.region
    ):
        warnings.append("no-region")
    if not all(situation.calendar.covers(on) for on in days):
        warnings.append("beyond-the-calendar")
    return tuple(warnings)


def _verdict(situation: Situation, contacts: Contacts) -> Verdict | None:
    on = situation.interview.contact_on
    if on is None:
        return None
    outcome = situation.last(*OUTCOMES, "decided")
    if outcome:
        again = outcome.kind == ARRANGED
        sentence = "contact-before-the-next-round" if again else "contact-after-the-outcome"
        return Verdict(on, sentence, allowed=False)
    return judge_contact(situation, contacts, on)


def _place(step: Step) -> tuple[bool, date]:
    """Sort dated steps by their days, and then what is left out."""
    return step.do_on is None, step.do_on or date.max

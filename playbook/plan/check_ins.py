"""Each check-in by itself: how it is sent, when it may go, and whom it asks."""

from datetime import date
from typing import Unpack

from playbook.business_days import add_business_days, closed_between, next_open_day
from playbook.phrasing.people import is_colleague, is_interpreter, name_to_say
from playbook.plan.model import Channel, Situation, Step, day_of
from playbook.plan.steps import StepDetails, dated_step, done_today, left_out_step
from playbook.record_rows import Event


def check_in_from(situation: Situation) -> date:
    """Return the first day for a check-in where none is sent: some working days after the last one they named."""
    wait = max(1, situation.number("check-in-after-promise"))
    return add_business_days(situation.expected.last_on, wait, situation.calendar)


def may_write(situation: Situation) -> bool:
    """Return whether they take an e-mail; one does as well where they asked for a call and gave no number."""
    interview = situation.interview
    return interview.round.follow_up in ("", "email", "either") or (
        interview.round.follow_up == "phone" and not interview.contact.phone
    )


def may_call(situation: Situation) -> bool:
    """Return whether they take a call, and their number is known."""
    interview = situation.interview
    return bool(interview.contact.phone) and interview.round.follow_up in ("", "phone", "either")


def days_before_a_call(situation: Situation) -> int:
    """Return how many business days lie between an e-mail and the call, at the least."""
    return max(situation.number("phone-call"), situation.number("check-in-gap"))


def why_no_call(situation: Situation) -> str:
    """Return the id of the sentence that says why nobody is called."""
    ruled_out = {"email": "phone-ruled-out", "none": "not-wanted"}
    return ruled_out.get(situation.interview.round.follow_up, "no-number")


def sent_steps(situation: Situation, sent: tuple[Event, ...]) -> list[Step]:
    """Return what was sent, e-mails and calls each numbered in their order."""
    numbers = dict.fromkeys(("check-in-sent", "called"), 0)
    steps = []
    for event in sent:
        numbers[event.kind] += 1
        steps.append(_sent_step(situation, numbers[event.kind], event))
    return steps


def _sent_step(situation: Situation, number: int, event: Event) -> Step:
    on = day_of(event)
    phone = event.kind == "called"
    return dated_step(
        situation,
        f"{'called' if phone else 'check-in'}-{number}",
        on,
        on,
        on,
        done=event,
        kind="phone-call" if phone else "check-in",
        channel=Channel.PHONE if phone else Channel.EMAIL,
        facts=_facts(situation, number),
    )


def unwanted_check_in(situation: Situation, sent: tuple[Event, ...]) -> tuple[Step, ...]:
    """Return the first check-in as left out, where they asked not to be contacted and it wasn't sent."""
    if sent or situation.interview.round.follow_up != "none":
        return ()
    facts = _facts(situation, 1)
    return (left_out_step("check-in-1", "not-wanted", kind="check-in", facts=facts),)


def _facts(situation: Situation, number: int) -> dict[str, object]:
    return {
        "number": number,
        "contact": name_to_say(contact(situation)),
        "gap": situation.number("check-in-gap"),
    }


def next_email(
    situation: Situation, step_number: int, number: int, last_on: date | None, from_on: date
) -> Step:
    """Return a check-in by e-mail, not before `from_on`; `last_on` is the day of the contact before it.

    `step_number` counts all that were written, `number` those since their last answer.
    """
    estimate = () if situation.expected.given else (situation.rule("expected-answer"),)
    return _planned(
        situation,
        f"check-in-{step_number}",
        last_on,
        from_on,
        kind="check-in",
        channel=Channel.EMAIL,
        rules=(
            "check-in-after-promise" if last_on is None else situation.rule("check-in-gap"),
            *estimate,
        ),
        facts=_facts(situation, number),
        adds=done_today(situation, "check-in-sent"),
    )


def next_call(situation: Situation, last_on: date | None, from_on: date) -> Step:
    """Return the one call, not before `from_on`; `last_on` is the day of the contact before it."""
    return _planned(
        situation,
        "phone-call",
        last_on,
        from_on,
        gap="phone-call",
        channel=Channel.PHONE,
        rules=("check-in-after-promise" if last_on is None else situation.rule("phone-call"),),
        facts={
            "contact": name_to_say(contact(situation)),
            "phone": situation.interview.contact.phone,
            "gap": days_before_a_call(situation),
        },
        adds=done_today(situation, "called"),
    )


def _planned(
    situation: Situation,
    id: str,
    last_on: date | None,
    from_on: date,
    gap: str = "check-in-gap",
    **details: Unpack[StepDetails],
) -> Step:
    """Return a check-in after their date, and a gap after the one before it.

    `gap` is the rule that says how many open days. Its window closes before that of the next one opens.
    """
    calendar = situation.calendar
    smallest = situation.number("check-in-gap")
    counted_from, earliest_on = situation.expected.last_on, check_in_from(situation)
    if last_on is not None:
        after_gap = add_business_days(last_on, max(situation.number(gap), smallest), calendar)
        if after_gap >= earliest_on:
            counted_from, earliest_on = last_on, after_gap
    best_on = next_open_day(max(from_on, earliest_on), calendar)
    details["closed"] = closed_between(counted_from, earliest_on, calendar)
    last_day_on = add_business_days(earliest_on, smallest - 1, calendar)
    return dated_step(situation, id, earliest_on, best_on, max(best_on, last_day_on), **details)


def contact(situation: Situation) -> str:
    """Return whom to ask about dates: who set up the interview, else the most senior person met (D5).

    Somebody whom the reader works with, or who interpreted, only where nobody else was met.
    Empty where nobody is known, or the only ones known are a panel that is left alone.
    """
    interview = situation.interview
    if situation.leaves_panel_alone:
        return interview.contact.name
    met = [each for each in interview.round.interviewers if each.name]
    others = [each for each in met if not is_colleague(each) and not is_interpreter(each)]
    return interview.contact.name or next((each.name for each in (*others, *met)), "")

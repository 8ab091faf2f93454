"""After they have decided: a no, an offer."""

from datetime import date, timedelta

from playbook.business_days import add_business_days, closed_between, next_open_day
from playbook.office import promise_of
from playbook.phrasing.people import name_to_say
from playbook.plan.check_ins import contact
from playbook.plan.model import Channel, Situation, Step, day_of
from playbook.plan.steps import dated_step, done_today
from playbook.promises import Reading
from playbook.record_rows import Event


def rejection_steps(situation: Situation, rejected: Event) -> tuple[Step, ...]:
    """Return one message after a no, a night later: thanks, and a question about what would have helped."""
    on = day_of(rejected)
    calendar = situation.calendar
    best_on = add_business_days(on, 1, calendar)
    due_on = add_business_days(on, situation.number("feedback-request"), calendar)
    asked = situation.last("feedback-asked")
    thank = dated_step(
        situation,
        "thank-and-ask-feedback",
        on,
        min(best_on, due_on),
        due_on,
        done=asked,
        channel=Channel.EMAIL,
        rules=("feedback-request",),
        closed=closed_between(on, due_on, calendar),
        facts={"contact": name_to_say(contact(situation)), "scored": situation.is_scored},
        adds=done_today(situation, "feedback-asked"),
    )
    assert thank.do_on is not None
    close_on = add_business_days(thank.do_on, situation.number("close-file"), calendar)
    close = dated_step(
        situation, "close-file", close_on, close_on, close_on, rules=(situation.rule("close-file"),)
    )
    return (thank, close)


def answer_day(situation: Situation, offer: Event) -> date | None:
    """Return the day by which they want an answer to their offer.

    It was typed as a date, or stands in their words ('let us know by Friday'); None where they named no day.
    """
    if offer.by_on or not offer.words:
        return offer.by_on
    read = promise_of(
        situation.interview.office, offer.words, day_of(offer), situation.rulebook.calendars
    )
    return read.last_on if read.reading is Reading.DATED else None


def offer_steps(situation: Situation, offer: Event) -> tuple[Step, ...]:
    """Return the offer's clock: acknowledge it, ask for time, tell the other employers, decide."""
    on = day_of(offer)
    calendar = situation.calendar
    decided = situation.last("decided")
    acknowledge_by = on + timedelta(days=situation.number("offer-acknowledge"))
    tell_by = add_business_days(on, situation.number("tell-other-employers"), calendar)
    usual_on = add_business_days(on, situation.number("offer-time-to-decide"), calendar)
    named_on = answer_day(situation, offer)
    decide_by = named_on or usual_on
    facts = {
        "contact": name_to_say(contact(situation)),
        "decide_by": decide_by,
        "named": bool(named_on),
    }
    return (
        dated_step(
            situation,
            "offer-acknowledge",
            on,
            on,
            acknowledge_by,
            done=situation.last("offer-acknowledged") or decided,
            channel=Channel.EMAIL,
            rules=("offer-acknowledge", *(() if named_on else ("offer-time-to-decide",))),
            facts=facts,
            adds=done_today(situation, "offer-acknowledged"),
        ),
        dated_step(
            situation,
            "tell-other-employers",
            on,
            min(next_open_day(on, calendar), tell_by),
            tell_by,
            done=situation.last("others-told") or decided,
            channel=Channel.EMAIL,
            rules=("tell-other-employers",),
            closed=closed_between(on, tell_by, calendar),
            facts=facts,
            adds=done_today(situation, "others-told"),
        ),
        dated_step(
            situation,
            "offer-decide",
            on,
            decide_by,
            decide_by,
            done=decided,
            channel=Channel.EMAIL,
            rules=() if named_on else ("offer-time-to-decide",),
            notes=("their-own-date",) if named_on else (),
            closed=() if named_on else closed_between(on, decide_by, calendar),
            facts=facts,
            adds=done_today(situation, "decided"),
        ),
    )

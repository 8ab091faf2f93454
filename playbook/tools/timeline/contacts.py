"""The contact budget: when a check-in is allowed, how many there are, and when to stop."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from playbook.business_days import add_business_days, closed_between, next_open_day
from playbook.interview import Event
from playbook.phrasing.people import is_colleague, is_interpreter, name_to_say
from playbook.tools.timeline.model import (
    Budget,
    Channel,
    Situation,
    Step,
    Verdict,
    day_of,
)
from playbook.tools.timeline.steps import dated, done_today, not_now, window


@dataclass(frozen=True, slots=True)
class Contacts:
    """The check-ins of one plan, sent and to come, and the day on which the file is closed."""

    steps: tuple[Step, ...]
    budget: Budget
    close_on: date

    @property
    def planned(self) -> tuple[Step, ...]:
        """The check-ins that are still to come."""
        return tuple(step for step in self.steps if step.is_open)


def check_in_from(situation: Situation) -> date:
    """The first day for a check-in where none is sent: some working days after the last one they named."""
    wait = max(1, situation.number("check-in-after-promise"))
    return add_business_days(situation.expected.last_on, wait, situation.calendar)


def plan_contacts(situation: Situation) -> Contacts:
    """The check-ins: after their date has passed, a gap apart, within the cap, on open days only.

    None is planned any more where today is past the day on which an on-time plan would have been closed.
    """
    ended = _chain(situation, situation.expected.last_on)
    if situation.today > ended.close_on:
        left_out = tuple(
            not_now(step.id, "long-past", kind=step.kind, channel=step.channel, facts=step.facts)
            for step in ended.planned
        )
        sent = tuple(step for step in ended.steps if not step.is_open)
        return Contacts(sent + left_out, ended.budget, ended.close_on)
    return _chain(situation, situation.today)


def close_step(situation: Situation, contacts: Contacts) -> Step:
    """The day after which nothing more is asked; once it has passed, that is done."""
    passed = situation.today > contacts.close_on
    return dated(
        situation,
        "close-file",
        contacts.close_on,
        contacts.close_on,
        contacts.close_on,
        done=contacts.close_on if passed else None,
        rules=("close-file",),
    )


def news_step(situation: Situation, contacts: Contacts) -> tuple[Step, ...]:
    """The reader's news rides on the next check-in; it is no reason for a message of its own."""
    if not situation.interview.news:
        return ()
    facts = {"news": situation.interview.news}
    carrier = next((step for step in contacts.planned), None)
    if carrier is None:
        return (not_now("bring-news", "no-message-for-news", facts=facts),)
    earliest_on, best_on, due_on = window(carrier)
    return (
        dated(
            situation,
            "bring-news",
            earliest_on,
            best_on,
            due_on,
            channel=carrier.channel,
            rules=carrier.rules,
            notes=("news-in-the-check-in",),
            facts=facts,
        ),
    )


def verdict(situation: Situation, contacts: Contacts, on: date) -> Verdict:
    """Whether a check-in on this day is all right, and if not, from when."""
    following = next(iter(contacts.planned), None)
    if on < situation.today:
        return Verdict(on, "contact-day-is-past", allowed=False)
    if situation.interview.follow_up == "none":
        return Verdict(on, "contact-not-wanted", allowed=False)
    if following is None:
        return Verdict(on, "contact-none-left", allowed=False)
    assert following.earliest_on is not None
    if on < following.earliest_on:
        waiting = contacts.budget.used and on > situation.expected.last_on
        sentence = "contact-too-early-gap" if waiting else "contact-too-early-promise"
        return Verdict(on, sentence, allowed=False, until_on=following.earliest_on)
    if not situation.calendar.is_open(on):
        closure = situation.calendar.closure(on)
        until_on = next_open_day(on, situation.calendar)
        name = closure.name if closure else ""
        return Verdict(on, "contact-closed-day", allowed=False, until_on=until_on, closed=name)
    return Verdict(on, "contact-fine", allowed=True)


def _chain(situation: Situation, from_on: date) -> Contacts:
    """Sent check-ins and those still to come, none of the latter before `from_on`."""
    sent = situation.all("check-in-sent", "called")
    answer = situation.last("answered", "asked")
    unanswered = [each for each in sent if answer is None or day_of(each) > day_of(answer)]
    emails_used = sum(each.kind == "check-in-sent" for each in unanswered)
    emails = situation.number("check-in-cap") if _may_write(situation) else 0
    calls = situation.number("phone-call-cap") if _may_call(situation) else 0
    calls_used = sum(each.kind == "called" for each in sent)
    steps = _sent_steps(situation, sent)
    written = sum(step.kind == "check-in" for step in steps)
    if situation.interview.follow_up == "none" and not sent:
        steps.append(
            not_now(
                "check-in-1", "not-wanted", kind="check-in", facts=_check_in_facts(situation, 1)
            )
        )
    last_on = max(map(day_of, sent), default=None)
    for number in range(emails_used + 1, emails + 1):
        written += 1
        step = _check_in(situation, written, number, last_on, from_on)
        steps.append(step)
        last_on = step.best_on
    if calls_used < calls:
        step = _call(situation, last_on, from_on)
        steps.append(step)
        last_on = step.best_on
    elif calls_used == 0:
        facts = {"contact": name_to_say(contact(situation))}
        note = _why_no_call(situation)
        steps.append(not_now("phone-call", note, channel=Channel.PHONE, facts=facts))
    used = emails_used + sum(each.kind == "called" for each in unanswered)
    most = max(used, emails + (calls if calls_used == 0 or used > emails_used else 0))
    last_word_on = max(filter(None, (situation.expected.last_on, last_on)))
    close_on = add_business_days(last_word_on, situation.number("close-file"), situation.calendar)
    return Contacts(tuple(steps), Budget(used, most), close_on)


def _may_write(situation: Situation) -> bool:
    interview = situation.interview
    return interview.follow_up in ("", "email", "either") or (
        interview.follow_up == "phone" and not interview.contact_phone
    )


def _may_call(situation: Situation) -> bool:
    interview = situation.interview
    return bool(interview.contact_phone) and interview.follow_up in ("", "phone", "either")


def _why_no_call(situation: Situation) -> str:
    ruled_out = {"email": "phone-ruled-out", "none": "not-wanted"}
    return ruled_out.get(situation.interview.follow_up, "no-number")


def _sent_steps(situation: Situation, sent: tuple[Event, ...]) -> list[Step]:
    """What was sent, e-mails and calls each numbered in their order."""
    numbers = dict.fromkeys(("check-in-sent", "called"), 0)
    steps = []
    for event in sent:
        numbers[event.kind] += 1
        steps.append(_sent_step(situation, numbers[event.kind], event))
    return steps


def _sent_step(situation: Situation, at: int, event: Event) -> Step:
    on = day_of(event)
    phone = event.kind == "called"
    return dated(
        situation,
        f"{'called' if phone else 'check-in'}-{at}",
        on,
        on,
        on,
        done=event,
        kind="phone-call" if phone else "check-in",
        channel=Channel.PHONE if phone else Channel.EMAIL,
        facts=_check_in_facts(situation, at),
    )


def _check_in_facts(situation: Situation, number: int) -> dict[str, object]:
    return {"number": number, "contact": name_to_say(contact(situation))}


def _check_in(
    situation: Situation, at: int, number: int, last_on: date | None, from_on: date
) -> Step:
    estimate = () if situation.expected.given else ("expected-answer",)
    return _planned(
        situation,
        f"check-in-{at}",
        last_on,
        from_on,
        kind="check-in",
        channel=Channel.EMAIL,
        rules=("check-in-after-promise" if last_on is None else "check-in-gap", *estimate),
        facts=_check_in_facts(situation, number),
        adds=done_today(situation, "check-in-sent"),
    )


def _call(situation: Situation, last_on: date | None, from_on: date) -> Step:
    return _planned(
        situation,
        "phone-call",
        last_on,
        from_on,
        gap="phone-call",
        channel=Channel.PHONE,
        rules=("check-in-after-promise" if last_on is None else "phone-call",),
        facts={
            "contact": name_to_say(contact(situation)),
            "phone": situation.interview.contact_phone,
        },
        adds=done_today(situation, "called"),
    )


def _planned(
    situation: Situation,
    id: str,
    last_on: date | None,
    from_on: date,
    gap: str = "check-in-gap",
    **rest: Any,
) -> Step:
    """A check-in after their date and a gap after the one before it; its window closes before the next one opens."""
    calendar = situation.calendar
    smallest = situation.number("check-in-gap")
    counted_from, earliest_on = situation.expected.last_on, check_in_from(situation)
    if last_on is not None:
        after_gap = add_business_days(last_on, max(situation.number(gap), smallest), calendar)
        if after_gap >= earliest_on:
            counted_from, earliest_on = last_on, after_gap
    best_on = next_open_day(max(from_on, earliest_on), calendar)
    return dated(
        situation,
        id,
        earliest_on,
        best_on,
        max(best_on, add_business_days(earliest_on, smallest - 1, calendar)),
        closed=closed_between(counted_from, earliest_on, calendar),
        **rest,
    )


def contact(situation: Situation) -> str:
    """Whom to ask about dates: who set up the interview, else the most senior person met (D5).

    Somebody whom the reader works with, or who interpreted, only where nobody else was met.
    Empty where nobody is known.
    """
    interview = situation.interview
    met = [each for each in interview.interviewers if each.name]
    others = [each for each in met if not is_colleague(each) and not is_interpreter(each)]
    return interview.contact_name or next((each.name for each in (*others, *met)), "")

"""The contact budget: how many check-ins there are, when one is allowed, and when to stop."""

from dataclasses import dataclass
from datetime import date

from playbook.business_days import add_business_days, next_open_day
from playbook.phrasing.people import name_to_say
from playbook.plan.check_ins import (
    contact,
    days_before_a_call,
    may_call,
    may_write,
    next_call,
    next_email,
    sent_steps,
    unwanted_check_in,
    why_no_call,
)
from playbook.plan.model import THEY_ASKED, Budget, Channel, Situation, Step, Verdict, day_of
from playbook.plan.moving import without_moves
from playbook.plan.steps import dated_step, left_out_step, window
from playbook.record_rows import Event


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


def plan_contacts(situation: Situation) -> Contacts:
    """Plan the check-ins: after their date has passed, a gap apart, within the cap, on open days only.

    None is planned any more where today is past the day on which an on-time plan would have been closed, or where the
    reader would only be free after it.
    """
    on_time = _schedule(without_moves(situation), situation.expected.last_on)
    if situation.today > on_time.close_on:
        return _without_planned(on_time, "long-past", on_time.close_on)
    contacts = _schedule(situation, situation.today)
    if any(step.move and step.move.on > on_time.close_on for step in contacts.planned):
        return _without_planned(contacts, "moved-past-the-end", on_time.close_on)
    return contacts


def _without_planned(contacts: Contacts, note: str, close_on: date) -> Contacts:
    """Return the contacts that were made; those to come are left out, for the reason in the sentence `note`."""
    left_out = tuple(
        left_out_step(
            step.id,
            note,
            kind=step.kind,
            channel=step.channel,
            facts={**step.facts, "close_on": close_on},
        )
        for step in contacts.planned
    )
    sent = tuple(step for step in contacts.steps if not step.is_open)
    return Contacts(sent + left_out, contacts.budget, close_on)


def _schedule(situation: Situation, from_on: date) -> Contacts:
    """Schedule the check-ins that are left behind those already sent, none of them before `from_on`.

    E-mails come first, then the call; each keeps its gap from the one before it.
    """
    sent = situation.all("check-in-sent", "called")
    allowed = _count_allowed(situation, sent)
    steps = [*sent_steps(situation, sent), *unwanted_check_in(situation, sent)]
    last_on = max(map(day_of, sent), default=None)
    written = sum(each.kind == "check-in-sent" for each in sent)
    for ahead in range(allowed.emails - allowed.emails_used):
        numbers = written + ahead + 1, allowed.emails_used + ahead + 1
        step = next_email(situation, *numbers, last_on, from_on)
        steps.append(step)
        last_on = step.best_on
    if allowed.calls_used < allowed.calls:
        step = next_call(situation, last_on, from_on)
        steps.append(step)
        last_on = step.best_on
    elif allowed.calls_used == 0:
        steps.append(_no_call(situation))
    last_word_on = max(filter(None, (situation.expected.last_on, last_on)))
    close_on = add_business_days(last_word_on, situation.number("close-file"), situation.calendar)
    return Contacts(tuple(steps), allowed.budget, close_on)


@dataclass(frozen=True, slots=True)
class _Allowed:
    """How many e-mails and calls are allowed, and how many are used up, by those that they haven't answered.

    A call is used up once and for all, whether they answered it or not; `calls_open` are those without an answer.
    """

    emails: int
    calls: int
    emails_used: int
    calls_used: int
    calls_open: int

    @property
    def budget(self) -> Budget:
        """What is used of what there is."""
        used = self.emails_used + self.calls_open
        calls = self.calls if self.calls_used == 0 or self.calls_open else 0
        return Budget(used, max(used, self.emails + calls))


def _count_allowed(situation: Situation, sent: tuple[Event, ...]) -> _Allowed:
    answer = situation.last("answered", *THEY_ASKED)
    unanswered = [each for each in sent if answer is None or day_of(each) > day_of(answer)]
    return _Allowed(
        emails=situation.number("check-in-cap") if may_write(situation) else 0,
        calls=situation.number("phone-call-cap") if may_call(situation) else 0,
        emails_used=sum(each.kind == "check-in-sent" for each in unanswered),
        calls_used=sum(each.kind == "called" for each in sent),
        calls_open=sum(each.kind == "called" for each in unanswered),
    )


def _no_call(situation: Situation) -> Step:
    facts = {"contact": name_to_say(contact(situation)), "gap": days_before_a_call(situation)}
    note = why_no_call(situation)
    return left_out_step("phone-call", note, channel=Channel.PHONE, facts=facts)


def close_step(situation: Situation, contacts: Contacts) -> Step:
    """Return the day after which nothing more is asked; once it has passed, that is done."""
    passed = situation.today > contacts.close_on
    return dated_step(
        situation,
        "close-file",
        contacts.close_on,
        contacts.close_on,
        contacts.close_on,
        done=contacts.close_on if passed else None,
        rules=(situation.rule("close-file"),),
    )


def news_step(situation: Situation, contacts: Contacts) -> tuple[Step, ...]:
    """Put the reader's news into the next check-in: it is no reason for a message of its own."""
    if not situation.interview.news:
        return ()
    facts = {"news": situation.interview.news}
    carrier = next(iter(contacts.planned), None)
    if carrier is None:
        return (left_out_step("bring-news", "no-message-for-news", facts=facts),)
    earliest_on, best_on, due_on = window(carrier)
    return (
        dated_step(
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


def judge_contact(situation: Situation, contacts: Contacts, on: date) -> Verdict:
    """Judge whether a check-in on this day is all right, and if not, from when."""
    following = next(iter(contacts.planned), None)
    if on < situation.today:
        return Verdict(on, "contact-day-is-past", allowed=False)
    if situation.interview.round.follow_up == "none":
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

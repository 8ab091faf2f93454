"""From the end of the interview to the day after: notes, thanks, promises kept, references told."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from playbook.business_days import add_business_days, closed_between, next_open_day
from playbook.interview import Round
from playbook.phrasing.people import name_to_say
from playbook.phrasing.tidy import trim
from playbook.plan.check_ins import check_in_from, contact
from playbook.plan.model import THEY_ASKED, Channel, Situation, Step, day_of
from playbook.plan.steps import dated_step, done_today, left_out_step
from playbook.record_rows import Event

_PROMISES = 100
"""What the numbers of an earlier round's promises begin with: more than a round has."""


def same_day_steps(situation: Situation) -> tuple[Step, ...]:
    """Return what belongs to the first days, in the order in which it is done."""
    return (
        _debrief(situation),
        _thank_you_email(situation),
        *_thank_organiser(situation),
        *_handwritten_note(situation),
        *_promised(situation),
        *_references(situation),
        _keep_searching(situation),
    )


def _end_of(situation: Situation, rule: str, talk: Round | None = None) -> datetime:
    """Return when the hours of a rule are over, by the clock on the wall: 24 end at the same time the next day.

    They begin at the end of a round, the newest one where none is given. Where nobody typed a time it ended as its
    day began, so that no deadline is too late.
    """
    talk = talk or situation.interview.round
    ended = datetime.combine(talk.ended_on or situation.ended_on, talk.ended_at or time())
    return ended + timedelta(hours=situation.number(rule))


def _is_over(situation: Situation) -> bool:
    """Return whether a late message of the first days makes no sense any more.

    It ends when the check-in opens, at the latest on the day on which it would if they had named no date: from then
    on, thanks belong into the check-in. It also ends as soon as they have written themselves.
    """
    number = situation.rulebook.number
    days = number("expected-answer") + number("check-in-after-promise")
    usual_on = add_business_days(situation.ended_on, days, situation.calendar)
    wrote = situation.last("answered", *THEY_ASKED)
    if wrote and day_of(wrote) >= situation.ended_on:
        return True
    return situation.today >= min(usual_on, check_in_from(situation))


def _debrief(situation: Situation) -> Step:
    due_on = situation.ended_on + timedelta(days=situation.number("debrief-notes"))
    done = situation.last("notes-written")
    if done is None and _is_over(situation):
        return left_out_step("debrief-notes", "too-late-for-notes")
    return dated_step(
        situation,
        "debrief-notes",
        situation.ended_on,
        situation.ended_on,
        due_on,
        done=done,
        rules=("debrief-notes",),
        adds=done_today(situation, "notes-written"),
    )


def _thank_you_email(situation: Situation) -> Step:
    id, facts = "thank-you-email", {"people": people(situation)}
    if situation.leaves_panel_alone:
        return left_out_step(id, _why_no_panel(situation), channel=Channel.EMAIL, facts=facts)
    return _thanks(situation, id, facts)


def _thank_organiser(situation: Situation) -> tuple[Step, ...]:
    """Return the thanks to whoever arranged the interview, where the panel gets none."""
    if not situation.leaves_panel_alone:
        return ()
    facts = {"contact": name_to_say(contact(situation))}
    why = f"scored-{situation.interview.round.scored}"
    return (_thanks(situation, "thank-organiser", facts, why),)


def _why_no_panel(situation: Situation) -> str:
    """Return the id of the sentence that says why nothing goes to those who asked."""
    return f"panel-scored-{situation.interview.round.scored}"


def _thanks(situation: Situation, id: str, facts: Mapping[str, object], *why: str) -> Step:
    """Return thanks by e-mail, within the hours of the rule that has the step's id."""
    done = situation.last("thank-you-sent")
    if done is None and _is_over(situation):
        return left_out_step(id, "thanks-in-the-check-in", channel=Channel.EMAIL, facts=facts)
    due = _end_of(situation, id)
    due_on = due.date()
    late_evening = _ended_late(situation)
    notes = [*why, "hours-by-the-clock"]
    if late_evening:
        notes.append("late-evening")
    if not situation.calendar.is_open(due_on):
        notes.append("due-on-a-closed-day")
    return dated_step(
        situation,
        id,
        situation.ended_on,
        due_on if late_evening else situation.ended_on,
        due_on,
        done=done,
        due_at=due.time() if situation.interview.round.ended_at else None,
        channel=Channel.EMAIL,
        rules=(id, *(["late-evening"] if late_evening else [])),
        notes=tuple(notes),
        facts={**facts, "hours": situation.number(id)},
        adds=done_today(situation, "thank-you-sent"),
    )


def _ended_late(situation: Situation) -> bool:
    ended_at = situation.interview.round.ended_at
    return ended_at is not None and ended_at >= time(situation.number("late-evening"))


def _handwritten_note(situation: Situation) -> tuple[Step, ...]:
    """Return the card by post, where the reader wants one or has posted it."""
    done = situation.last("note-posted")
    if done is None and not situation.interview.wants_card:
        return ()
    return (_card_to_post(situation, done),)


def _card_to_post(situation: Situation, done: Event | None) -> Step:
    if done is None and situation.leaves_panel_alone:
        return left_out_step(
            "thank-you-handwritten",
            _why_no_panel(situation),
            channel=Channel.POST,
            facts={"people": people(situation)},
        )
    due_on = _end_of(situation, "thank-you-handwritten").date()
    best_on = max(situation.ended_on, min(situation.today, due_on))
    if done is None and situation.today > due_on:
        facts: dict[str, object] = {"people": people(situation)}
        return left_out_step(
            "thank-you-handwritten", "too-late-for-the-post", channel=Channel.POST, facts=facts
        )
    arrives_on = _arrival(situation, best_on)
    decided_on = situation.expected.last_on if situation.expected.given else None
    facts = {
        "people": people(situation),
        "best_on": best_on,
        "arrives_on": arrives_on,
        "decided_on": decided_on,
    }
    if done is None and decided_on and arrives_on >= decided_on:
        return left_out_step(
            "thank-you-handwritten", "post-too-slow", channel=Channel.POST, facts=facts
        )
    facts["hurry"] = decided_on is not None and _arrival(situation, due_on) >= decided_on
    while decided_on and _arrival(situation, due_on) >= decided_on and due_on > best_on:
        due_on -= timedelta(days=1)
    step = dated_step(
        situation,
        "thank-you-handwritten",
        situation.ended_on,
        best_on,
        due_on,
        done=done,
        channel=Channel.POST,
        rules=("thank-you-handwritten", "post-takes"),
        notes=("post-arrives-in-time",),
        closed=closed_between(best_on, arrives_on, situation.calendar),
        facts=facts,
        adds=done_today(situation, "note-posted"),
    )
    if step.move and step.move.sentence == "move-not":
        return left_out_step(step.id, "no-day-for-the-post", channel=Channel.POST, facts=facts)
    return step


def _arrival(situation: Situation, posted_on: date) -> date:
    """Return what is posted on a closed day is collected on the next open one."""
    collected_on = next_open_day(posted_on, situation.calendar)
    return add_business_days(collected_on, situation.number("post-takes"), situation.calendar)


def _promised(situation: Situation) -> tuple[Step, ...]:
    """Return what was promised in this round, and what was promised in earlier ones and isn't sent yet."""
    interview = situation.interview
    steps = [
        _sent(situation, interview.round, at, f"promised-{at + 1}", f"promised.{at}")
        for at, thing in enumerate(interview.round.promised)
        if thing.what
    ]
    for number, each in enumerate(interview.earlier_rounds):
        steps += [
            _sent(
                situation,
                each,
                at,
                f"promised-{(number + 1) * _PROMISES + at + 1}",
                f"earlier_rounds.{number}.promised.{at}",
            )
            for at, thing in enumerate(each.promised)
            if thing.what and each.ended_on and not thing.sent_on
        ]
    return tuple(steps)


def _sent(situation: Situation, talk: Round, at: int, id: str, path: str) -> Step:
    """Return the sending of what was promised in a round; its row stands at `path`."""
    thing, ended_on = talk.promised[at], talk.ended_on
    assert ended_on is not None
    usual_on = _end_of(situation, "promised-material", talk).date()
    due_on = max(thing.by_on or usual_on, ended_on)
    return dated_step(
        situation,
        id,
        ended_on,
        min(usual_on, due_on),
        due_on,
        kind="promised-material",
        done=thing.sent_on,
        channel=Channel.EMAIL,
        rules=() if thing.by_on else ("promised-material",),
        notes=("your-own-date",) if thing.by_on else (),
        facts={"what": trim(thing.what) or thing.what},
        fills={f"{path}.sent_on": situation.today.isoformat()},
    )


def _references(situation: Situation) -> tuple[Step, ...]:
    names = [each.name for each in situation.interview.references if each.name]
    if not names:
        return ()
    informed = situation.last("references-told")
    thanked = situation.last("references-thanked")
    if informed is None and _is_over(situation):
        return (
            left_out_step("tell-references", "too-late-for-references", facts={"names": names}),
        )
    tell_by = situation.ended_on + timedelta(days=situation.number("tell-references"))
    tell = dated_step(
        situation,
        "tell-references",
        situation.ended_on,
        situation.ended_on,
        tell_by,
        done=informed,
        rules=("tell-references",),
        facts={"names": names},
        adds=done_today(situation, "references-told"),
    )
    assert tell.do_on is not None
    back_by = tell.do_on + timedelta(days=situation.number("references-follow-up"))
    back = dated_step(
        situation,
        "references-follow-up",
        tell.do_on,
        back_by,
        back_by,
        done=thanked,
        rules=("references-follow-up",),
        facts={"names": names},
        adds=done_today(situation, "references-thanked"),
    )
    return (tell, back)


def _keep_searching(situation: Situation) -> Step:
    week = situation.number("keep-searching")
    weeks = max(1, -(-(situation.today - situation.ended_on).days // week))
    on = situation.ended_on + timedelta(days=week * weeks)
    return dated_step(situation, "keep-searching", on, on, on, rules=("keep-searching",))


def people(situation: Situation) -> list[str]:
    """Return the names of everybody the reader met, in the order given."""
    return [person.name for person in situation.interview.round.interviewers if person.name]

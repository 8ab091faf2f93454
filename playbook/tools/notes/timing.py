"""When a note may go: the timeline's own rules, asked once for each note."""

from datetime import date

from playbook.plan import words
from playbook.plan.model import Plan, State, Step
from playbook.tools.notes.fits import has_ended, next_contact
from playbook.tools.notes.model import Kind

CONTACTS = ("check-in", "phone-call")
"""Steps that the contact budget counts."""
THANKS = "thank-you-email"
"""The step of thanks: to those met, or to whoever arranged it where a panel is left alone."""
SECOND = "check-in-2"
"""The check-in that comes after another one."""
ANSWERS = ("offer-thanks", "counter-offer", "accept", "other-employer")
"""Notes that count on an offer which is still open."""


def step_of(kind: Kind, plan: Plan) -> Step | None:
    """Return the timeline's step that this note carries out."""
    if kind.step in CONTACTS:
        return _own_contact(kind, plan)
    if kind.step == THANKS and kind.to == "contact":
        return plan.thanks
    return next((step for step in plan.steps if step.kind == kind.step), None)


def when(kind: Kind, plan: Plan) -> str:
    """Return the days for it, as the timeline says them; empty where the timeline has none."""
    step = step_of(kind, plan)
    if step is None or step.state is State.NOT:
        return ""
    return words.when(step, plan.context)


def too_early(kind: Kind, plan: Plan) -> tuple[str, dict[str, object]]:
    """Return the check that says what is amiss with today for it, and its facts; an empty check where today is fine."""
    situation = plan.situation
    if situation.today < situation.ended_on and kind.id != "withdraw":
        return "still-ahead", {"on": situation.ended_on}
    if kind.step in CONTACTS:
        return ("", {}) if _only_tells(kind, plan) else _contact(kind, plan)
    if kind.id in ANSWERS:
        return _answer(plan)
    step = step_of(kind, plan)
    if step is not None and step.state is State.NOT:
        scored = situation.leaves_panel_alone and step != plan.thanks
        check = "panel-scored" if scored else "too-late"
        return check, {"when": " ".join(words.notes(step, plan.context))}
    best_on = step.best_on if step and kind.step == "thank-and-ask-feedback" else None
    if best_on and step and step.is_open and situation.today < best_on:
        return "a-night-first", {"on": best_on}
    return "", {}


def post_by(plan: Plan) -> date | None:
    """Return the last day on which a handwritten note goes into the post; None where it no longer helps."""
    step = next((each for each in plan.steps if each.kind == "thank-you-handwritten"), None)
    return step.due_on if step is not None and step.is_open else None


def _answer(plan: Plan) -> tuple[str, dict[str, object]]:
    """Return whether the date for the answer to an offer has gone by without one."""
    decide = next((step for step in plan.steps if step.kind == "offer-decide"), None)
    if decide is None or decide.state is not State.LATE:
        return "", {}
    return "answer-late", {"on": decide.due_on, "named": decide.facts["named"]}


def _own_contact(kind: Kind, plan: Plan) -> Step | None:
    """Return the check-in or call that this note is for; None for a call that isn't planned."""
    planned = [step for step in plan.steps if step.is_open]
    if kind.step == "phone-call":
        return next((step for step in planned if step.kind == "phone-call"), None)
    check_ins = (step for step in planned if step.kind == "check-in")
    later = (step for step in check_ins if kind.id == SECOND and step.facts["number"] != 1)
    return next(later, None) or next_contact(plan)


def _only_tells(kind: Kind, plan: Plan) -> bool:
    """Return whether it is news before their day, which asks nothing and is worth most before they decide."""
    waiting = plan.situation.today <= plan.situation.expected.last_on
    return kind.id == "news-update" and waiting and not has_ended(plan)


def _contact(kind: Kind, plan: Plan) -> tuple[str, dict[str, object]]:
    """Return what comes before it, and the timeline's answer to 'may I write to them today?'."""
    if has_ended(plan):
        return "already-decided", {}
    following = next_contact(plan)
    if following is not None and following != step_of(kind, plan):
        context = plan.context
        title, days = words.title(following, context), words.when(following, context)
        return "not-first", {"title": title, "when": days}
    permission = plan.today
    if permission.allowed:
        return "", {}
    sentence = words.say(
        permission.sentence,
        plan.context,
        on=permission.on,
        until_on=permission.until_on,
        closed=permission.closed,
    )
    return "not-yet", {"when": sentence}

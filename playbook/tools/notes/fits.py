"""Which notes fit where the reader is now."""

from playbook.interview import Interview
from playbook.phrasing.tidy import is_empty
from playbook.plan.compute import OUTCOMES
from playbook.plan.model import Plan, State, Step
from playbook.tools.notes.meeting import CROWD
from playbook.tools.notes.visits import visit_before_post


def kinds_that_fit(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the kinds that fit, the most urgent first; the one that the reader chose, if they chose."""
    interview = plan.situation.interview
    if interview.note.kind:
        return (interview.note.kind,)
    if plan.stage == "rejected":
        return _after_a_no(plan)
    if plan.stage == "offer":
        return _with_an_offer(plan)
    if plan.stage == "decided":
        return _references(plan, always=True)
    return (*_reply(plan), *_thanks(plan), *_contact(plan), *_references(plan))


def next_contact(plan: Plan) -> Step | None:
    """Return the check-in or call that comes next; None where there is none left."""
    planned = [step for step in plan.steps if step.kind in ("check-in", "phone-call")]
    return next((step for step in planned if step.is_open), None)


def _thanks(plan: Plan) -> tuple[str, ...]:
    """Return the thank-yous that aren't sent and aren't too late; by hand only to a few, of whom something is known."""
    people = [each for each in plan.situation.interview.round.interviewers if each.name]
    kinds = []
    if plan.situation.leaves_panel_alone:
        return ("thank-recruiter",) if _thanks_are_open(plan) else ()
    if _thanks_are_open(plan):
        kinds.append("thank-you-email")
        kinds += ["thank-recruiter"] if _contact_was_not_there(plan) else []
    by_post = _is_open(plan, "thank-you-handwritten") and not visit_before_post(plan.situation)
    by_post = by_post and _has_something_to_say(plan.situation.interview)
    if 0 < len(people) <= CROWD and by_post:
        kinds.append("thank-you-handwritten")
    return tuple(kinds)


def _has_something_to_say(interview: Interview) -> bool:
    """Return whether there is anything of the talk or of the reader, without which nobody sends a card."""
    talk = (each.said for each in interview.round.interviewers)
    own = (each.did for each in interview.statement.proofs)
    typed = (*talk, *own, interview.round.highlights, interview.round.missed)
    return not all(map(is_empty, typed))


def _contact_was_not_there(plan: Plan) -> bool:
    interview = plan.situation.interview
    names = {each.name for each in interview.round.interviewers}
    return bool(interview.contact.name) and interview.contact.name not in names


def _reply(plan: Plan) -> tuple[str, ...]:
    """Return a reply, where the newest thing that happened is that they wrote."""
    events = plan.situation.events
    return ("new-date",) if events and events[-1].kind == "answered" else ()


def _contact(plan: Plan) -> tuple[str, ...]:
    """Return the next check-in, once their date is near enough to think of it: when the thank-yous are done."""
    step = next_contact(plan)
    if step is None or _thanks_are_open(plan):
        return ()
    if step.kind == "phone-call":
        return ("phone-script", "voicemail")
    kind = "check-in-1" if step.facts["number"] == 1 else "check-in-2"
    return (kind, "news-update") if plan.situation.interview.news else (kind,)


def _after_a_no(plan: Plan) -> tuple[str, ...]:
    if _is_open(plan, "thank-and-ask-feedback"):
        return ("feedback-request", "rejection-thanks", *_references(plan, always=True))
    return ("stay-in-touch", *_references(plan, always=True))


def _with_an_offer(plan: Plan) -> tuple[str, ...]:
    interview = plan.situation.interview
    first = ("offer-thanks",) if _is_open(plan, "offer-acknowledge") else ()
    others = any(each.name or each.employer for each in interview.decision.other_employers)
    tell = ("other-employer",) if others and _is_open(plan, "tell-other-employers") else ()
    wishes = any(each.what for each in interview.negotiation.wishes)
    asks = wishes or interview.negotiation.range_from or interview.negotiation.range_to
    counter = ("counter-offer",) if asks and not plan.situation.last("countered") else ()
    return (*first, *tell, *counter, "accept", "decline", *_references(plan, always=True))


def _references(plan: Plan, *, always: bool = False) -> tuple[str, ...]:
    """Return a word to references, when it is due or the thing has ended, and wasn't said yet."""
    named = any(each.name for each in plan.situation.interview.references)
    if not named or plan.situation.last("references-thanked"):
        return ()
    due = _find(plan, "references-follow-up")
    now = due is not None and due.state in (State.NOW, State.LATE)
    return ("thank-reference",) if always or now else ()


def _thanks_are_open(plan: Plan) -> bool:
    return plan.thanks is not None and plan.thanks.is_open


def _is_open(plan: Plan, kind: str) -> bool:
    step = _find(plan, kind)
    return step is not None and step.is_open


def _find(plan: Plan, kind: str) -> Step | None:
    return next((step for step in plan.steps if step.kind == kind), None)


def has_ended(plan: Plan) -> bool:
    """Return whether they have decided, or the reader has."""
    return plan.situation.last(*OUTCOMES, "decided") is not None

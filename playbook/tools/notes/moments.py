"""Whether this is the moment for a note: what has been agreed, sent or answered since."""

from collections.abc import Iterator

from playbook.interview import Interview
from playbook.phrasing.people import is_colleague, is_internal
from playbook.plan.model import Plan
from playbook.tools.notes.findings import finding
from playbook.tools.notes.model import Finding, Note
from playbook.tools.notes.overtaken import overtaken
from playbook.tools.notes.timing import too_early
from playbook.tools.notes.visits import visit_before_post


def check_moment(note: Note, plan: Plan) -> Iterator[Finding]:
    """Yield what speaks against sending this note now."""
    rulebook = plan.situation.rulebook
    if note.kind.channel == "phone" and plan.situation.interview.round.follow_up == "email":
        yield finding(rulebook, "no-call", "follow_up")
    elif note.kind.channel == "phone" and _works_with(note, plan.situation.interview):
        yield finding(rulebook, "no-call-to-colleague", note.recipient.path)
    if note.kind.id == "stay-in-touch" and is_internal(plan.situation.interview):
        yield finding(rulebook, "no-letter-to-colleague", note.recipient.path)
    if not note.own:
        for passed in overtaken(note, plan):
            yield finding(rulebook, passed.check, passed.path, **passed.facts)
    if note.kind.channel == "post" and not note.own and visit_before_post(plan.situation):
        yield finding(rulebook, "no-card-visit", "promised")
    if note.kind.id == "other-employer" and not note.own and not _names_day(plan):
        yield finding(rulebook, "no-day-to-answer")
    if note.kind.to == "group" and not note.own and not note.recipient.name:
        yield finding(rulebook, "only-one", "interviewers")
    check, facts = too_early(note.kind, plan)
    check = "no-card" if check == "too-late" and note.kind.channel == "post" else check
    if check:
        yield finding(rulebook, check, "", today=plan.situation.today, **facts)


def _works_with(note: Note, interview: Interview) -> bool:
    """Return whether the note is for somebody whom the reader sees at work."""
    to = note.recipient
    return to.path.startswith("interviewers") and any(
        is_colleague(each) for each in interview.round.interviewers if each.name == to.name
    )


def _names_day(plan: Plan) -> bool:
    """Return whether the offer names the day by which the reader answers."""
    return any(each.id == "offer-decide" and each.facts["named"] for each in plan.steps)

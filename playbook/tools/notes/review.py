"""Written notes looked over: what is worth another look, and what is still to be filled."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbook.interview import Interview
from playbook.phrasing.language import writes_in_another_language
from playbook.phrasing.news import frame_news
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.usage import slips_of_usage
from playbook.phrasing.when import in_order_of
from playbook.plan.model import Plan
from playbook.record_keys import value_of
from playbook.rulebook import Rulebook
from playbook.tools.notes.alike import too_alike
from playbook.tools.notes.checks import THANK_YOUS, review
from playbook.tools.notes.findings import finding
from playbook.tools.notes.model import Finding, Gap, Kind, Note, Recipient
from playbook.tools.notes.names import names_in
from playbook.tools.notes.typed import typed_for
from playbook.tools.notes.words import say
from playbook.tools.offer.counter import counter_sentences

RECEIVERS = ("contact_name", "other_employers.0.employer", "references.0.name")
"""Fields without which a kind of note has nobody to go to."""
MOST_SLIPS = 4
"""Turns of phrase that are named; more would be a lesson."""
MOST_SHARED = 3
"""Shared sentences that are named; more would be tiring to read."""


def review_all(notes: Sequence[Note], plan: Plan) -> list[Note]:
    """Return the notes with their findings, and with the fields that are still to be filled."""
    interview, rulebook = plan.situation.interview, plan.situation.rulebook
    known = names_in(interview)
    alike = too_alike(notes, rulebook.number("notes-alike"))
    reviewed = []
    for note in notes:
        findings = [
            *_dropped_findings(note, rulebook),
            *review(note, plan, known),
            *_usage_findings(note, interview, rulebook),
            *_left_out_findings(note, plan),
        ]
        if note.key in alike:
            other = alike[note.key]
            shared = " ".join(f"'{each}'" for each in other.shared[:MOST_SHARED])
            name, path = note.recipient.greet, f"{note.recipient.path}.said"
            findings.append(
                finding(
                    rulebook,
                    "alike",
                    path,
                    other=other.other.recipient.greet,
                    name=name,
                    shared=shared,
                )
            )
        asks = () if note.own else (*_gaps(note.kind, plan), *_own_gap(note, rulebook))
        refused = any(each.blocks and each.check != "unfilled" for each in findings)
        gaps = () if refused else asks
        ordered = (
            replace(each, text=in_order_of(interview.office.country, each.text))
            for each in findings
        )
        reviewed.append(replace(note, gaps=gaps, findings=tuple(ordered)))
    return reviewed


def _left_out_findings(note: Note, plan: Plan) -> list[Finding]:
    """Return what our wording left out, said once for each of the reader's words.

    Nothing where the wording is theirs. Of a letter in another language we say what it tells, and in which order,
    where there is somebody to receive it.
    """
    interview, rulebook = plan.situation.interview, plan.situation.rulebook
    if note.own:
        return []
    foreign = [each for each in note.left_out if each.why == "foreign"]
    thanks = note.kind.id in THANK_YOUS
    if (
        (foreign and _all_foreign(note, interview))
        if thanks
        else writes_in_another_language(interview)
    ):
        path = foreign[0].path if thanks else "highlights"
        receivers = [each for each in note.kind.needs if each in RECEIVERS]
        ready = all(_is_filled(each, plan) for each in receivers) and note.recipient != Recipient()
        own = [f"'{each.words}'" for each in foreign] if thanks else []
        facts = {"order": note.kind.order, "words": list(dict.fromkeys(own))}
        return [finding(rulebook, "all-foreign", path, **facts)] if ready else []
    others = [each for each in note.left_out if each.why != "foreign" or len(foreign) == 1]
    findings = [finding(rulebook, "left-out", each.path, reason=each.text) for each in others]
    if len(foreign) > 1:
        findings.append(finding(rulebook, "left-foreign", foreign[0].path, count=len(foreign)))
    return findings


def _all_foreign(note: Note, interview: Interview) -> bool:
    """Return whether all that was typed for this note is in another language, so that none of it is in the note."""
    typed = [text for _, text in typed_for(note.kind, note.recipient, interview)]
    return all(shape_of(each) is Shape.FOREIGN for each in typed if not is_empty(each))


def _dropped_findings(note: Note, rulebook: Rulebook) -> list[Finding]:
    """Return what a short form has no room for."""
    if note.own or not note.dropped:
        return []
    shown = " ".join(f"'{each}'" for each in note.dropped)
    return [finding(rulebook, "left-short", sentences=shown)]


def _usage_findings(note: Note, interview: Interview, rulebook: Rulebook) -> Iterator[Finding]:
    """Yield English in a field that reads as translated, once for each turn."""
    if note.own:
        return
    findings: dict[str, Finding] = {}
    for path, text in typed_for(note.kind, note.recipient, interview):
        for slip in slips_of_usage(text):
            findings.setdefault(
                slip.typed, finding(rulebook, "usage", path, quoted=slip.typed, usual=slip.usual)
            )
    yield from list(findings.values())[:MOST_SLIPS]


def _gaps(kind: Kind, plan: Plan) -> tuple[Gap, ...]:
    return tuple(_gap(path, plan) for path in kind.needs if not _is_filled(path, plan))


def _gap(path: str, plan: Plan) -> Gap:
    """Return what is to be filled; where pay was typed for a counter-offer, what is missing in it."""
    interview, rulebook = plan.situation.interview, plan.situation.rulebook
    left = counter_sentences(interview, rulebook).left if path == "wishes.0.what" else ()
    pay = next((each.path for each in left if each.field == "pay"), "")
    name = "pay" if pay else path.replace(".0.", "-").replace("_", "-")
    return Gap(pay or path, say(rulebook, f"gap-{name}"))


def _own_gap(note: Note, rulebook: Rulebook) -> tuple[Gap, ...]:
    """Return what a card without a line from this talk asks for, or a letter weeks later with nothing in it."""
    if note.bare and note.kind.id == "stay-in-touch":
        return (Gap("news", say(rulebook, "gap-stay")),)
    path = f"{note.recipient.path}.said" if note.recipient.path else "highlights"
    return (Gap(path, say(rulebook, "gap-one-thing")),) if note.bare else ()


def _is_filled(path: str, plan: Plan) -> bool:
    """Return whether the record holds what this path asks for, in any row of a list."""
    situation = plan.situation
    interview = situation.interview
    if path == "events.0.by_on":
        answered = situation.last("answered")
        named = answered.by_on if answered and answered.by_on else interview.round.promise_on
        return named is not None and named >= situation.today
    if path == "contact_name":
        met = {each.name for each in interview.round.interviewers}
        elsewhere = interview.contact.name not in met or situation.leaves_panel_alone
        return bool(interview.contact.name) and elsewhere
    if path == "other_employers.0.employer":
        return any(each.employer or each.role for each in interview.decision.other_employers)
    if path == "wishes.0.what":
        return bool(counter_sentences(interview, situation.rulebook).lines)
    if path == "news":
        return bool(frame_news(interview.news).text)
    name, _, rest = path.partition(".0.")
    value = value_of(interview, name)
    return any(getattr(row, rest) for row in value) if rest else bool(value)

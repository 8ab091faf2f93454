"""From a record to its notes: written, with the reader's own wording, looked over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from playbook.interview import Interview
from playbook.tool import Request
from playbook.tools.notes.alike import too_alike
from playbook.tools.notes.checks import finding, look_at, note_rules
from playbook.tools.notes.drafts import with_drafts
from playbook.tools.notes.facts import letter_facts, plan_facts
from playbook.tools.notes.fits import kinds_that_fit
from playbook.tools.notes.letter import write
from playbook.tools.notes.model import Gap, Kind, Note, Recipient, read_kinds
from playbook.tools.notes.names import names_in
from playbook.tools.notes.recipients import recipients
from playbook.tools.notes.words import say
from playbook.tools.timeline.model import Plan
from playbook.tools.timeline.rules import compute

MOST_SHARED = 3
"""Shared sentences that are named; more would be tiring to read."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Every note that fits, with the plan that it follows."""

    plan: Plan
    notes: tuple[Note, ...]


def compose(asked: Request) -> Notes:
    """The notes for this request. The interview needs `ended_on`; anything else may be empty.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    plan = compute(replace(asked, previous=None))
    same = plan_facts(plan)
    written = [
        Note(f"{kind.id}.{to.nth}", kind, to, letter, letter.text)
        for kind in map(read_kinds().__getitem__, kinds_that_fit(plan))
        for to, slots in slots_of(kind, plan, same)
        for letter in [write(kind, **slots)]
    ]
    notes = with_drafts(written, asked.interview.drafts)
    return Notes(plan, tuple(_looked_at(notes, plan)))


def slots_of(
    kind: Kind, plan: Plan, same: Mapping[str, object]
) -> Iterator[tuple[Recipient, Mapping[str, object]]]:
    """Everybody who gets a note of this kind, each with what fills its template; `same` are the plan's facts."""
    interview = plan.situation.interview
    tone = interview.note_tone or "plain"
    for to in recipients(kind, plan.situation):
        yield to, letter_facts(same, interview, to, tone, interview.note_length)


def _looked_at(notes: Sequence[Note], plan: Plan) -> list[Note]:
    interview = plan.situation.interview
    known = names_in(interview)
    alike = too_alike(notes, note_rules()["notes-alike"].value)
    found = []
    for note in notes:
        findings = list(look_at(note, plan, known))
        if note.key in alike:
            other = alike[note.key]
            shared = " ".join(f"'{each}'" for each in other.shared[:MOST_SHARED])
            name, path = note.recipient.greet, f"{note.recipient.path}.said"
            findings.append(
                finding("alike", path, other=other.other.recipient.greet, name=name, shared=shared)
            )
        gaps = () if note.own else _gaps(note.kind, interview)
        found.append(replace(note, gaps=gaps, findings=tuple(findings)))
    return found


def _gaps(kind: Kind, interview: Interview) -> tuple[Gap, ...]:
    return tuple(
        Gap(path, say(f"gap-{path.replace('.0.', '-').replace('_', '-')}"))
        for path in kind.needs
        if not _is_filled(path, interview)
    )


def _is_filled(path: str, interview: Interview) -> bool:
    """Whether the record holds what this path asks for, in any row of a list."""
    if path == "wishes.0.what" and (interview.range_from or interview.range_to):
        return True
    name, _, rest = path.partition(".0.")
    value = getattr(interview, name)
    return any(getattr(row, rest) for row in value) if rest else bool(value)

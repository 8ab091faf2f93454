"""From a record to its notes: written, with the reader's own wording, looked over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from playbook.interview import CARD
from playbook.phrasing.aloud import without_that
from playbook.phrasing.frames import LeftOut
from playbook.plan.compute import compute
from playbook.plan.model import Plan
from playbook.rulebook import Rulebook
from playbook.tool import Request
from playbook.tools.notes.begin import as_of_today
from playbook.tools.notes.drafts import with_drafts
from playbook.tools.notes.facts import letter_facts, plan_facts
from playbook.tools.notes.fits import kinds_that_fit
from playbook.tools.notes.forms import SHORT, forms_of, in_form, longest, of_text
from playbook.tools.notes.letter import write
from playbook.tools.notes.model import Kind, Letter, Note, Recipient, read_kinds
from playbook.tools.notes.reading import words
from playbook.tools.notes.recipients import recipients
from playbook.tools.notes.review import review_all
from playbook.tools.notes.row_of_i import without_row_of_i

TYPED_FOR = {
    "learned_sentence": ("learned", "learned"),
    "highlight_sentence": ("highlights", "highlight"),
    "draws_sentence": ("draws", "draws"),
    "proof_sentence": ("did", "proof"),
}
"""The field of each sentence that a thank-you can do without, and the slot of its words."""
STAY = "stay-in-touch"
OF_ITS_OWN = {
    CARD: ("thanks_for", "card_line", "card_deed"),
    STAY: ("recalled_sentence", "thanks_again", "since_sentence"),
}
"""What of the talk and of the reader stands on a card, and in a letter weeks later, of which one is needed."""
CAN_GO = ("offers_more", *TYPED_FOR)
"""What goes where a thank-you would be too long, the least important first."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Every note that fits, with the plan that it follows. `of_today`: no day of the talk was given."""

    plan: Plan
    notes: tuple[Note, ...]
    of_today: bool = False


def compose(request: Request, rulebook: Rulebook) -> Notes:
    """Return the notes for this request. Anything may be empty: a talk without a day was today.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    of_today = request.interview.round.ended_on is None
    request = as_of_today(request)
    plan = compute(replace(request, previous=None), rulebook)
    same = plan_facts(plan)
    written = [
        _note(kind, to, slots, plan, form)
        for kind in map(read_kinds(rulebook).__getitem__, kinds_that_fit(plan))
        for to, slots in slots_of(kind, plan, same)
        for form in forms_of(kind, request.interview)
    ]
    notes = with_drafts(written, request.interview.note.drafts)
    return Notes(plan, tuple(review_all(notes, plan)), of_today)


def slots_of(
    kind: Kind, plan: Plan, same: Mapping[str, object]
) -> Iterator[tuple[Recipient, Mapping[str, object]]]:
    """Yield everybody who gets a note of this kind, each with what fills its template; `same` are the plan's facts."""
    for to in recipients(kind, plan.situation):
        yield to, letter_facts(same, plan.situation, to, kind)


def _note(kind: Kind, to: Recipient, facts: Mapping[str, object], plan: Plan, form: str) -> Note:
    """Return the note in this form."""
    interview, rulebook = plan.situation.interview, plan.situation.rulebook
    facts = {**facts, "full": False} if form in SHORT else facts
    facts = {**facts, **of_text(facts)} if form == "text" else facts
    letter, slots = _written(kind, facts, rulebook)
    if kind.channel == "phone":
        letter = replace(letter, body=without_that(letter.body))
    if (kind.counted == "thank-you" or kind.id == CARD) and not kind.worded_by:
        letter = replace(letter, body=without_row_of_i(letter.body))
    formed = in_form(letter, form, interview.me.name, str(slots["subject_role"]), rulebook)
    key = f"{kind.id}-{form}.{to.nth}" if form in SHORT else f"{kind.id}.{to.nth}"
    return Note(
        key,
        kind,
        to,
        formed.letter,
        formed.letter.text,
        left_out=_left_out(kind, slots),
        form=form,
        most=longest(form, rulebook),
        dropped=formed.dropped,
        bare=not to.brief
        and kind.id in OF_ITS_OWN
        and not any(map(slots.get, OF_ITS_OWN[kind.id])),
    )


def _written(
    kind: Kind, slots: Mapping[str, object], rulebook: Rulebook
) -> tuple[Letter, Mapping[str, object]]:
    """Return the letter, and what filled it: where it would be too long, the least important sentences are left out."""
    letter = write(rulebook, kind, **slots)
    most = rulebook.number("note-longest")
    for slot in CAN_GO if kind.counted == "thank-you" else ():
        if slots[slot] and len(words(letter.body)) > most:
            slots = _without(slot, slots)
            letter = write(rulebook, kind, **slots)
    return letter, slots


def _without(slot: str, slots: Mapping[str, object]) -> Mapping[str, object]:
    """Return the slots without this one; what the reader typed for it is named as left out."""
    field, typed = TYPED_FOR.get(slot, ("", ""))
    if not field:
        return {**slots, slot: ""}
    left: Any = slots["left_out"]
    thanks = {"thanks_for": ""} if slot == f"{slots['thanks_of']}_sentence" else {}
    unused = LeftOut(field, str(slots[typed]), "rest")
    return {**slots, **thanks, slot: "", "left_out": (*left, unused)}


def _left_out(kind: Kind, slots: Mapping[str, object]) -> tuple[LeftOut, ...]:
    """Return words that were typed for a note of this kind, and that it couldn't use."""
    groups = ("left_out", "counter_left", *(("left_in_group",) if kind.to == "group" else ()))
    left: list[Any] = [each for group in groups for each in slots[group]]  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(each for each in left if each.field in kind.tells))

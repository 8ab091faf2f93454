"""From a record to its notes: written, with the reader's own wording, looked over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from playbook.interview import Interview
from playbook.phrasing.deeds import news
from playbook.phrasing.frames import LeftOut
from playbook.phrasing.language import writes_in_another_language
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.usage import slips_of_usage
from playbook.phrasing.when import in_order_of
from playbook.plan.compute import compute
from playbook.plan.model import Plan
from playbook.record_keys import value_of
from playbook.rulebook import Rulebook
from playbook.tool import Request
from playbook.tools.notes.alike import too_alike
from playbook.tools.notes.begin import as_of_today
from playbook.tools.notes.checks import THANK_YOUS, finding, look_at
from playbook.tools.notes.drafts import with_drafts
from playbook.tools.notes.facts import letter_facts, plan_facts
from playbook.tools.notes.fits import kinds_that_fit
from playbook.tools.notes.forms import SHORT, forms_of, in_form, longest, of_text
from playbook.tools.notes.letter import write
from playbook.tools.notes.look import words
from playbook.tools.notes.model import Finding, Gap, Kind, Letter, Note, Recipient, read_kinds
from playbook.tools.notes.names import names_in
from playbook.tools.notes.recipients import recipients
from playbook.tools.notes.row_of_i import without_row_of_i
from playbook.tools.notes.typed import typed_for
from playbook.tools.notes.words import say
from playbook.tools.offer.counter import counter_sentences

MOST_SLIPS = 4
"""Turns of phrase that are named; more would be a lesson."""
MOST_SHARED = 3
"""Shared sentences that are named; more would be tiring to read."""

TYPED_FOR = {
    "learned_sentence": ("learned", "learned"),
    "proof_sentence": ("did", "proof"),
    "highlight_sentence": ("highlights", "highlight"),
    "draws_sentence": ("draws", "draws"),
}
"""The field of each sentence that a thank-you can do without, and the slot of its words."""
CARD = "thank-you-handwritten"
"""The kind that nobody sends without a line from this talk."""
CAN_GO = ("offers_more", *TYPED_FOR)
"""What goes where a thank-you would be too long, the least important first."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Every note that fits, with the plan that it follows. `of_today`: no day of the talk was given."""

    plan: Plan
    notes: tuple[Note, ...]
    of_today: bool = False


def compose(asked: Request, rulebook: Rulebook) -> Notes:
    """Return the notes for this request. Anything may be empty: a talk without a day was today.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    of_today = asked.interview.round.ended_on is None
    asked = as_of_today(asked)
    plan = compute(replace(asked, previous=None), rulebook)
    same = plan_facts(plan)
    written = [
        _note(kind, to, given, plan, form)
        for kind in map(read_kinds(rulebook).__getitem__, kinds_that_fit(plan))
        for to, given in slots_of(kind, plan, same)
        for form in forms_of(kind, asked.interview)
    ]
    notes = with_drafts(written, asked.interview.note.drafts)
    return Notes(plan, tuple(_looked_at(notes, plan)), of_today)


def slots_of(
    kind: Kind, plan: Plan, same: Mapping[str, object]
) -> Iterator[tuple[Recipient, Mapping[str, object]]]:
    """Yield everybody who gets a note of this kind, each with what fills its template; `same` are the plan's facts."""
    for to in recipients(kind, plan.situation):
        yield to, letter_facts(same, plan.situation, to, kind)


def _note(kind: Kind, to: Recipient, given: Mapping[str, object], plan: Plan, form: str) -> Note:
    """Return the note in this form."""
    interview, rulebook = plan.situation.interview, plan.situation.rulebook
    given = {**given, "full": False} if form in SHORT else given
    given = {**given, **of_text(given)} if form == "text" else given
    letter, slots = _written(kind, given, rulebook)
    if kind.counted == "thank-you" and not kind.worded_by:
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
        bare=kind.id == CARD and not slots["card_line"] and _lost_its_line(slots),
    )


def _lost_its_line(slots: Mapping[str, object]) -> bool:
    """Return whether something was typed from the talk, and only hours, pay and the like are left of it."""
    left: Any = slots["left_out"]
    return bool(slots["only_conditions"]) or any(each.why == "practical" for each in left)


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
    return {**slots, slot: "", "left_out": (*left, LeftOut(field, str(slots[typed]), "rest"))}


def _left_out(kind: Kind, slots: Mapping[str, object]) -> tuple[LeftOut, ...]:
    """Return words that were typed for a note of this kind, and that it couldn't use."""
    groups = ("left_out", "counter_left", *(("left_in_group",) if kind.to == "group" else ()))
    left: list[Any] = [each for group in groups for each in slots[group]]  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(each for each in left if each.field in kind.tells))


def _looked_at(notes: Sequence[Note], plan: Plan) -> list[Note]:
    interview, rulebook = plan.situation.interview, plan.situation.rulebook
    known = names_in(interview)
    alike = too_alike(notes, rulebook.number("notes-alike"))
    found = []
    for note in notes:
        findings = [
            *_dropped(note, rulebook),
            *look_at(note, plan, known),
            *_usage(note, interview, rulebook),
            *_told_left_out(note, interview, rulebook),
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
        asks = () if note.own else (*_gaps(note.kind, plan), *_one_thing(note, rulebook))
        refused = any(each.blocks and each.check != "unfilled" for each in findings)
        gaps = () if refused else asks
        ordered = (
            replace(each, text=in_order_of(interview.office.country, each.text))
            for each in findings
        )
        found.append(replace(note, gaps=gaps, findings=tuple(ordered)))
    return found


def _told_left_out(note: Note, interview: Interview, rulebook: Rulebook) -> list[Finding]:
    """Return what our wording left out, said once for each of the reader's words.

    Nothing where the wording is theirs.
    """
    if note.own:
        return []
    foreign = [each for each in note.left_out if each.why == "foreign"]
    if foreign and note.kind.id in THANK_YOUS and _all_foreign(note, interview):
        return [finding(rulebook, "left-all-foreign", foreign[0].path, order=note.kind.order)]
    if note.kind.id not in THANK_YOUS and writes_in_another_language(interview):
        return [finding(rulebook, "all-foreign", "highlights", order=note.kind.order)]
    others = [each for each in note.left_out if each.why != "foreign" or len(foreign) == 1]
    found = [finding(rulebook, "left-out", each.path, said=each.text) for each in others]
    if len(foreign) > 1:
        found.append(finding(rulebook, "left-foreign", foreign[0].path, count=len(foreign)))
    return found


def _all_foreign(note: Note, interview: Interview) -> bool:
    """Return whether all that was typed for this note is in another language, so that none of it is in the note."""
    typed = [text for _, text in typed_for(note.kind, note.recipient, interview)]
    return all(shape_of(each) is Shape.FOREIGN for each in typed if not is_empty(each))


def _dropped(note: Note, rulebook: Rulebook) -> list[Finding]:
    """Return what a short form has no room for."""
    if note.own or not note.dropped:
        return []
    shown = " ".join(f"'{each}'" for each in note.dropped)
    return [finding(rulebook, "left-short", sentences=shown)]


def _usage(note: Note, interview: Interview, rulebook: Rulebook) -> Iterator[Finding]:
    """Yield English in a field that reads as translated, once for each turn."""
    if note.own:
        return
    found: dict[str, Finding] = {}
    for path, text in typed_for(note.kind, note.recipient, interview):
        for slip in slips_of_usage(text):
            found.setdefault(
                slip.typed, finding(rulebook, "usage", path, found=slip.typed, usual=slip.usual)
            )
    yield from list(found.values())[:MOST_SLIPS]


def _gaps(kind: Kind, plan: Plan) -> tuple[Gap, ...]:
    return tuple(_gap(path, plan) for path in kind.needs if not _is_filled(path, plan))


def _gap(path: str, plan: Plan) -> Gap:
    """Return what is to be filled; where pay was typed for a counter-offer, what is missing in it."""
    interview, rulebook = plan.situation.interview, plan.situation.rulebook
    left = counter_sentences(interview, rulebook).left if path == "wishes.0.what" else ()
    pay = next((each.path for each in left if each.field == "pay"), "")
    name = "pay" if pay else path.replace(".0.", "-").replace("_", "-")
    return Gap(pay or path, say(rulebook, f"gap-{name}"))


def _one_thing(note: Note, rulebook: Rulebook) -> tuple[Gap, ...]:
    """Return what a card without a line from this talk asks for."""
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
        return bool(interview.contact.name) and interview.contact.name not in met
    if path == "other_employers.0.employer":
        return any(each.employer or each.role for each in interview.decision.other_employers)
    if path == "wishes.0.what":
        return bool(counter_sentences(interview, situation.rulebook).lines)
    if path == "news":
        return bool(news(interview.news).text)
    name, _, rest = path.partition(".0.")
    value = value_of(interview, name)
    return any(getattr(row, rest) for row in value) if rest else bool(value)

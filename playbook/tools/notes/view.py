"""The notes as a Page: each with its text to edit, what is worth another look, and its ways out."""

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from playbook import mail
from playbook.fields import Option
from playbook.memory import remembered
from playbook.phrasing.people import name_to_say
from playbook.phrasing.when import in_order_of
from playbook.plan import words
from playbook.plan.model import Plan
from playbook.render import isolated
from playbook.rulebook import Rulebook
from playbook.tool import Download, Page, Request
from playbook.tools.cited import cited_claims
from playbook.tools.notes import timing
from playbook.tools.notes.compose import Notes
from playbook.tools.notes.findings import read_checks
from playbook.tools.notes.item import Item, as_text, files_of
from playbook.tools.notes.length import body_words, seconds
from playbook.tools.notes.model import Kind, Note
from playbook.tools.notes.private import private_html, private_sentences
from playbook.tools.notes.words import say
from playbook.tools.offer.pay_range import range_errors

FIXED_TEXTS = (
    "change",
    "suggestions",
    "looks-good",
    "no-address",
    "take-new",
    "back-to-ours",
    "copies-only",
    "reply-hint",
    "send-text",
)
"""Sentences of the page that have no slots."""
ROW = 72
"""Characters that a row of the text area holds, about."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A note with its place on the page, and the files to take away where it can be sent."""

    item: Item
    html: Markup
    text: str
    files: tuple[Download, ...]


def notes_page(request: Request, answer: Notes, rulebook: Rulebook) -> Page:
    """Return the answer to this request."""
    plan, interview = answer.plan, request.interview
    heads = {note.kind: _when(note.kind, plan) for note in answer.notes}
    phone = interview.contact.phone
    shown = [
        _shown(
            note,
            _title(note, plan),
            phone if note.kind.to == "contact" else "",
            *heads[note.kind],
            rulebook,
        )
        for note in answer.notes
    ]
    items = [each.item for each in shown]
    status = _status(answer, items, rulebook)
    facts = {
        "items": items,
        "html": [each.html for each in shown],
        "status": status,
        "scored": words.scored(plan),
        "of_today": say(rulebook, "of-today") if answer.of_today else "",
        "summary": _summary(answer, rulebook),
        "kinds": _to_choose(_other_kinds(answer, rulebook), rulebook),
        "private": private_html(private_sentences(interview), interview, rulebook),
        "texts": {each: say(rulebook, each) for each in FIXED_TEXTS},
    }
    ready = [each for each in shown if each.item.note.sendable]
    return Page(
        status=status,
        html=rulebook.view("tools/notes/view.html.jinja", **facts),
        text=rulebook.view("tools/notes/view.txt.jinja", **facts),
        downloads=(
            *_all_of_them(ready, rulebook),
            *(file for each in ready for file in each.files),
        ),
        errors=range_errors(interview, rulebook),
    )


def _title(note: Note, plan: Plan) -> str:
    named = plan.situation.last("offer")
    name = isolated(name_to_say(note.recipient.name))
    rulebook = plan.situation.rulebook
    title = rulebook.fill(note.kind.title, name=name, named=bool(named and named.by_on))
    both = note.form == "text" and not plan.situation.interview.note.form
    return say(rulebook, "as-text", title=title) if both else title


def _when(kind: Kind, plan: Plan) -> tuple[str, str]:
    """Return when notes of this kind are to go, and when they are to be posted."""
    country = plan.situation.interview.office.country
    if kind.channel != "post":
        return in_order_of(country, timing.when(kind, plan)), ""
    due_on, situation = timing.post_by(plan), plan.situation
    if not due_on:
        return "", ""
    post_by = say(situation.rulebook, "post-by", due_on=due_on, today=situation.today)
    return "", in_order_of(country, post_by)


@remembered()
def _shown(
    note: Note, title: str, phone: str, when: str, post_by: str, rulebook: Rulebook
) -> Shown:
    item = _item(note, title, phone, when, post_by, rulebook)
    checks = read_checks(rulebook)
    html = rulebook.fragment(
        "tools/notes/note.html.jinja",
        item=item,
        centre=rulebook.centre,
        forms=_other_forms(note, rulebook),
        texts={each: say(rulebook, each) for each in FIXED_TEXTS},
        say=partial(say, rulebook),
        cited={
            each.check: cited_claims(checks[each.check].claims, rulebook) for each in note.findings
        },
        why=cited_claims(note.kind.claims, rulebook),
    )
    return Shown(item, html, as_text(item, rulebook), files_of(item, rulebook))


def _other_forms(note: Note, rulebook: Rulebook) -> tuple[Option, ...]:
    """Return the other ways of sending a note that is an e-mail, as the form words them."""
    if note.kind.channel != "email":
        return ()
    return tuple(each for each in rulebook.fields["note_form"].choices if each.value != note.form)


def _item(note: Note, title: str, phone: str, when: str, post_by: str, rulebook: Rulebook) -> Item:
    id = note.key.replace(".", "-").replace("+", "-more")
    gaps = say(rulebook, "gap", labels=[gap.label for gap in note.gaps]) if note.gaps else ""
    link = mail.mailto(note.recipient.emails, note.letter.subject, note.text)
    return Item(
        id=id,
        note=note,
        title=title,
        when=when,
        size=_size(note, rulebook),
        rows=sum(1 + len(line) // ROW for line in note.text.split("\n")) + 1,
        gaps=gaps,
        mailto="" if mail.is_too_long(link) else link,
        sms=mail.sms(phone, note.text) if note.form == "text" else "",
        no_mailto=say(rulebook, "too-long-to-mail") if mail.is_too_long(link) else "",
        post_by=post_by,
        to=note.recipient.emails if note.channel == "email" else (),
        names=(f"text-{id}", f"eml-{id}"),
    )


def _size(note: Note, rulebook: Rulebook) -> str:
    if note.most:
        return say(rulebook, "characters", count=len(note.text), most=note.most)
    count = body_words(note)
    if note.kind.counted == "spoken":
        return say(rulebook, "seconds", words=count, seconds=seconds(count, rulebook))
    return say(rulebook, "word-count", words=count)


def _status(answer: Notes, items: list[Item], rulebook: Rulebook) -> str:
    if not items:
        return say(rulebook, "status-none")
    waiting = sum(not note.sendable for note in answer.notes)
    looks = sum(len(note.findings) for note in answer.notes)
    if answer.plan.situation.interview.note.kind and len(items) == 1:
        return say(
            rulebook,
            "status-chosen",
            title=items[0].title,
            waiting=waiting,
            looks=looks,
            open_terms=any(each.check == "terms-missing" for each in answer.notes[0].findings),
        )
    return say(rulebook, "status", count=len(items), waiting=waiting, looks=looks)


def _summary(answer: Notes, rulebook: Rulebook) -> str:
    if answer.plan.situation.interview.note.kind:
        return say(rulebook, "chosen")
    return say(rulebook, "fits") if answer.notes else say(rulebook, "nothing-fits")


def _other_kinds(answer: Notes, rulebook: Rulebook) -> tuple[Option, ...]:
    """Return the kinds that aren't shown, as the form's own choices word them."""
    shown = {note.kind.id for note in answer.notes}
    return tuple(each for each in rulebook.fields["note_kind"].choices if each.value not in shown)


@remembered()
def _to_choose(kinds: tuple[Option, ...], rulebook: Rulebook) -> Markup:
    return rulebook.fragment("tools/notes/kinds.html.jinja", kinds=kinds)


def _all_of_them(ready: list[Shown], rulebook: Rulebook) -> tuple[Download, ...]:
    if not ready:
        return ()
    text = "\n\n\n".join(each.text for each in ready)
    return (
        Download("notes", say(rulebook, "notes-label"), "notes.txt", "text/plain", f"{text}\n"),
    )

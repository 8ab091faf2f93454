"""A note as it stands on the page, as plain text and as files to take away."""

from dataclasses import dataclass

from playbook import mail
from playbook.rulebook import Rulebook
from playbook.tool import Download
from playbook.tools.notes.model import Note
from playbook.tools.notes.words import say


@dataclass(frozen=True, slots=True)
class Item:
    """A note as it is read: where it stands on the page, its words around it, its ways out."""

    id: str
    note: Note
    title: str
    when: str
    size: str
    rows: int
    gaps: str
    mailto: str
    sms: str
    no_mailto: str
    post_by: str
    to: tuple[str, ...]
    names: tuple[str, str]


def files_of(item: Item, rulebook: Rulebook) -> tuple[Download, ...]:
    """Return the note as a text file, and as an e-mail draft where it is an e-mail."""
    text_name, eml_name = item.names
    text = Download(
        text_name,
        say(rulebook, "text-label"),
        f"{item.id}.txt",
        "text/plain",
        as_text(item, rulebook),
    )
    if item.note.channel != "email":
        return (text,)
    draft = mail.eml(item.note.recipient.emails, item.note.letter.subject, item.note.text)
    return (
        text,
        Download(eml_name, say(rulebook, "eml-label"), f"{item.id}.eml", "message/rfc822", draft),
    )


def as_text(item: Item, rulebook: Rulebook) -> str:
    """Return the note as plain text, with whom it goes to and its subject above it."""
    note = item.note
    head = [
        say(rulebook, "head-to", to=", ".join(item.to)) if item.to else "",
        say(rulebook, "head-subject", subject=note.letter.subject) if note.letter.subject else "",
    ]
    lines = [line for line in head if line]
    return "\n".join([*lines, "", note.text] if lines else [note.text])

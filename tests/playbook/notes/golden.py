"""The golden notes: each kind in three tones, two lengths, from a sparse and a full record, to be read by people.

To write them anew after a change of words, and then read the difference:

    make run ARGS=tests.playbook.notes.golden
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playbook.content import read_toml
from playbook.tools.notes.model import Note
from tests.playbook.notes.records import FULL, KINDS, LENGTHS, SPARSE, TONES, chosen, notes_of

FOLDER = Path(__file__).parent / "golden"


def golden(kind: str) -> str:
    """Every variant of this kind, one below the other."""
    parts = [
        _variant(f"{name}, {tone or 'plain'}, {length or 'full'}", notes)
        for name, record in (("sparse record", SPARSE), ("full record", FULL))
        for tone in TONES
        for length in LENGTHS
        for notes in [chosen(kind, record, note_tone=tone, note_length=length)]
    ]
    return "\n".join(parts)


def _variant(title: str, notes: tuple[Note, ...]) -> str:
    return "\n".join(f"{'=' * 8} {title}{_to(note)}\n\n{_letter(note)}\n" for note in notes)


def _to(note: Note) -> str:
    return f", to {note.recipient.name}" if note.recipient.name else ""


def _letter(note: Note) -> str:
    subject = f"Subject: {note.letter.subject}\n\n" if note.letter.subject else ""
    return subject + note.text


def letters(record: Mapping[str, Any]) -> str:
    """The letters of one invented person after the talk: by mail, by hand, to all together, and the first check-in."""
    kinds = ("thank-you-email", "thank-you-handwritten", "thank-you-group", "check-in-1", "accept")
    every = [each for kind in kinds for each in notes_of({**record, "note_kind": kind})]
    notes = [each for each in every if not each.is_blank]
    return "\n".join(f"{'=' * 8} {each.kind.id}{_to(each)}\n\n{_letter(each)}\n" for each in notes)


def main() -> None:
    """Write every golden file."""
    people = Path(__file__).with_name("letters")
    people.mkdir(exist_ok=True)
    for name, record in read_toml(Path(__file__).with_name("people.toml")).items():
        (people / f"{name}.txt").write_text(letters(record), encoding="utf-8")
    FOLDER.mkdir(exist_ok=True)
    for kind in KINDS:
        (FOLDER / f"{kind}.txt").write_text(golden(kind), encoding="utf-8")


if __name__ == "__main__":
    main()

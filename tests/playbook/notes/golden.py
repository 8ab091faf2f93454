"""The golden notes: each kind in three tones, two lengths, from a sparse and a full record, to be read by people.

To write them anew after a change of words, and then read the difference:

    .venv/bin/python -m tests.playbook.notes.golden
"""

from pathlib import Path

from playbook.tools.notes.model import Note
from tests.playbook.notes.records import FULL, KINDS, LENGTHS, SPARSE, TONES, chosen

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


def main() -> None:
    """Write every golden file."""
    FOLDER.mkdir(exist_ok=True)
    for kind in KINDS:
        (FOLDER / f"{kind}.txt").write_text(golden(kind), encoding="utf-8")


if __name__ == "__main__":
    main()

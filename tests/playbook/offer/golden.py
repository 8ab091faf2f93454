"""What invented people say at the end of a talk and answer to an offer, to be read by people.

To write it anew after a change of words, and then read the difference:

    .venv/bin/python -m tests.playbook.offer.golden
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from playbook.content import read_toml
from playbook.tools.notes.model import Note
from tests.playbook.notes.records import notes_of
from tests.playbook.readers import answer_to

FOLDER = Path(__file__).parent / "people"
KINDS = ("offer-thanks", "counter-offer", "accept", "decline", "withdraw")
TODAY = date(2026, 11, 22)
OFFERED: dict[str, Any] = {
    "ended_on": "2026-11-20",
    "events": [{"kind": "offer", "on": "2026-11-21", "by_on": "2026-11-27"}],
}


def people() -> Mapping[str, dict[str, Any]]:
    """The records of people.toml."""
    return read_toml(Path(__file__).with_name("people.toml"))


def answers(record: Mapping[str, Any]) -> str:
    """The closing statement of one person, and their answers to an offer, each with what is remarked on."""
    closing = answer_to("closing_statement", record, TODAY)["text"].strip()
    notes = [
        note
        for kind in KINDS
        for note in notes_of({**record, **OFFERED, "note_kind": kind}, TODAY)[:1]
    ]
    return "\n".join(["======== closing statement", "", closing, "", *map(_answer, notes)])


def _answer(note: Note) -> str:
    asked = ", ".join(gap.label for gap in note.gaps)
    text = note.text if note.sendable else f"Still to fill: {asked}"
    remarks = [f"- {each.text}" for each in note.findings]
    return "\n".join(
        [f"======== {note.kind.id}", "", text, "", *remarks, *([""] if remarks else [])]
    )


def main() -> None:
    """Write every golden file."""
    FOLDER.mkdir(exist_ok=True)
    for name, record in people().items():
        (FOLDER / f"{name}.txt").write_text(answers(record), encoding="utf-8")


if __name__ == "__main__":
    main()

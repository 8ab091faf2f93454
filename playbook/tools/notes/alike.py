"""Notes to people in one place that are too much alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.memory import remembered
from playbook.tools.notes.look import sentences
from playbook.tools.notes.model import Note

FEWEST_WORDS = 4
"""Words from which a sentence counts: a greeting or a goodbye may well be the same."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """An earlier note that this one is too much like, and the sentences that both have."""

    other: Note
    shared: tuple[str, ...]


def too_alike(notes: Sequence[Note], most_percent: int) -> Mapping[str, Likeness]:
    """Return the earlier note of its kind with which a note shares more than this much of its words, by its key."""
    found: dict[str, Likeness] = {}
    said = {note.key: _sentences(note.text.removesuffix(note.letter.ending)) for note in notes}
    length = {key: sum(counted.values()) for key, counted in said.items()}
    for at, note in enumerate(notes):
        for other in notes[:at]:
            same_person = other.recipient == note.recipient
            if other.kind.id != note.kind.id or note.key in found or same_person:
                continue
            if said[note.key].keys().isdisjoint(said[other.key]):
                continue
            shared = tuple(each for each in said[note.key] if each in said[other.key])
            both = sum(said[note.key][each] for each in shared)
            if both * 100 > most_percent * min(length[note.key], length[other.key]):
                found[note.key] = Likeness(other, shared)
    return found


@remembered()
def _sentences(text: str) -> dict[str, int]:
    """Return the sentences after the greeting that say something, each with its number of words."""
    counted = {each: len(each.split()) for each in sentences(text)[1:]}
    return {each: count for each, count in counted.items() if count >= FEWEST_WORDS}

"""Notes to people in one place that are too much alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.memory import remembered
from playbook.tools.notes.model import Note
from playbook.tools.notes.reading import sentences

FEWEST_WORDS = 4
"""Words from which a sentence counts: a greeting or a goodbye may well be the same."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """An earlier note that this one is too much like, and the sentences that both have."""

    other: Note
    shared: tuple[str, ...]


def too_alike(notes: Sequence[Note], most_percent: int) -> Mapping[str, Likeness]:
    """Return, by a note's key, the earlier one of its kind that shares too many of the shorter one's words."""
    alike: dict[str, Likeness] = {}
    counts = {note.key: _sentences(note.text.removesuffix(note.letter.ending)) for note in notes}
    length = {key: sum(counted.values()) for key, counted in counts.items()}
    for at, note in enumerate(notes):
        for other in notes[:at]:
            same_person = other.recipient == note.recipient
            if other.kind.id != note.kind.id or note.key in alike or same_person:
                continue
            if counts[note.key].keys().isdisjoint(counts[other.key]):
                continue
            shared = tuple(each for each in counts[note.key] if each in counts[other.key])
            both = sum(counts[note.key][each] for each in shared)
            if both * 100 > most_percent * min(length[note.key], length[other.key]):
                alike[note.key] = Likeness(other, shared)
    return alike


@remembered()
def _sentences(text: str) -> dict[str, int]:
    """Return the sentences after the greeting that say something, each with its number of words."""
    counted = {each: len(each.split()) for each in sentences(text)[1:]}
    return {each: count for each, count in counted.items() if count >= FEWEST_WORDS}

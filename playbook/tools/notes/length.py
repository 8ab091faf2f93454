"""How long a note is: in words, as they are said aloud, and in seconds."""

from playbook.rulebook import Rulebook
from playbook.tools.notes import reading
from playbook.tools.notes.model import Note

IF_LINE = "\n\nIf "
"""What begins the lines of a call that are said only to one of its answers."""


def body_words(note: Note) -> int:
    """Return the words of the note without its signature; as said aloud where it is spoken."""
    text = note.text.removesuffix(note.letter.ending)
    spoken = note.kind.counted == "spoken"
    text = _in_one_go(text) if spoken else text
    return reading.spoken_words(text) if spoken else len(reading.words(text))


def _in_one_go(text: str) -> str:
    """Return what is said without a pause: what follows 'Is this a good moment?', before the lines for each answer."""
    opening, _, rest = text.partition(IF_LINE)[0].partition("?\n\n")
    return rest or opening


def seconds(count: int, rulebook: Rulebook) -> int:
    """Return how long so many words take at an easy pace, that of the closing statement."""
    return round(count * 60 / rulebook.number("speaking-rate-slow"))

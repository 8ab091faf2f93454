"""What the reader learned in the talk, in a letter and aloud."""

from playbook.memory import remembered
from playbook.phrasing.frames import Framed, fill
from playbook.phrasing.pieces import left_out, split_typed
from playbook.phrasing.reported import classify_report
from playbook.phrasing.tone import is_practical


@remembered()
def frame_learned(text: str, *, one_person: bool = True, names: tuple[str, ...] = ()) -> Framed:
    """Return what the reader learned, whoever told it."""
    pieces, left = split_typed("learned", text)
    sentence = ""
    for piece in pieces:
        kind, words = classify_report("learned", piece, one_person=one_person, names=names)
        usable = kind in ("that", "about") and not is_practical(words)
        if usable and not sentence:
            sentence = fill(f"learned-{kind}", x=words)
        else:
            left = (*left, left_out("learned", piece, _why_unused(kind, words, after=sentence)))
    return Framed(sentence, left)


def _why_unused(kind: str, words: str, *, after: str) -> str:
    """Return why something that was learned is left out."""
    if kind.startswith("left-"):
        return kind.removeprefix("left-")
    if is_practical(words):
        return "practical"
    return "rest" if after else "shape"


@remembered()
def frame_heard(text: str, *, one_person: bool = True, names: tuple[str, ...] = ()) -> Framed:
    """Return what the reader was told today, as it follows 'You told me': 'that the ward moves', 'about the roof'."""
    pieces, left = split_typed("learned", text, spoken=True)
    sentence = ""
    for piece in pieces:
        kind, words = classify_report("learned", piece, one_person=one_person, names=names)
        if kind in ("that", "about") and not sentence:
            sentence = fill(f"heard-{kind}", x=words)
        else:
            why = kind.removeprefix("left-") if kind.startswith("left-") else "rest"
            left = (*left, left_out("learned", piece, why))
    return Framed(sentence, left)

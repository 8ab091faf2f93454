"""What a later letter may come back to: something from the talk that is about the work and good to hear."""

from dataclasses import dataclass

from playbook.memory import remembered
from playbook.phrasing.frames import put
from playbook.phrasing.recall import OWN_WORDS, pieces_of_talk
from playbook.phrasing.reported import reported
from playbook.phrasing.tone import is_welcome, may_be_recalled
from playbook.phrasing.words import words_of


@dataclass(frozen=True, slots=True)
class Recalled:
    """Something from the talk that a later letter may come back to: the kind of its frame and its words."""

    kind: str
    words: str
    rank: int


@remembered()
def worth_recalling(
    name: str, text: str, *, one_person: bool = True, names: tuple[str, ...] = ()
) -> tuple[Recalled, ...]:
    """Return what is worth coming back to weeks later; the lower its rank, the better."""
    pieces, _ = pieces_of_talk(name, text)
    turned = [(each, *reported(name, each, one_person=one_person, names=names)) for each in pieces]
    return tuple(
        Recalled(_later_kind(kind, words), words, _rank(name, kind, words))
        for piece, kind, words in turned
        if kind in ("that", "own", "about")
        and not piece.startswith("the fact ")
        and (kind == "own" or OWN_WORDS.isdisjoint(words_of(words).all))
        and may_be_recalled(words)
    )


def _later_kind(kind: str, words: str) -> str:
    return "through" if kind == "about" and words.startswith("how to ") else kind


def _rank(name: str, kind: str, words: str) -> int:
    """Return 0 for what was talked about, then what is good for people, what was learned, and any other point."""
    if kind == "about" and name == "highlights":
        return 0
    if kind in ("about", "own") or is_welcome(words):
        return 1
    return 2 if name == "learned" else 3


@remembered()
def recall_later(manner: str, recalled: Recalled) -> str:
    """Return the sentence in which a later letter comes back to it: 'I still think about …'."""
    return put(f"later-{manner}-{recalled.kind}", x=recalled.words)

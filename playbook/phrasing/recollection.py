"""What a later letter may come back to: something from the talk that is about the work and good to hear."""

import re
from dataclasses import dataclass, replace

from playbook.memory import remembered
from playbook.phrasing.frames import fill
from playbook.phrasing.noted import pieces_of_talk
from playbook.phrasing.recall import OWN_WORDS, is_shown, way_of_noting, whole_thing
from playbook.phrasing.reported import classify_report
from playbook.phrasing.tone import is_welcome, may_be_recalled
from playbook.phrasing.words import words_of

BOAST = re.compile(
    r"\b(?:promot\w*|careers?|progression|family|famil(?:y|ies) feel|from within|looks? after|a number|awards?"
    r"|best (?:place|employer|team)|culture|opportunit\w+|(?:your|their|its) (?:own )?(?:people|staff|values))\b",
    re.IGNORECASE,
)
"""How good a place is to those who work there, which somebody who wasn't taken doesn't tell back."""

MOST_IN_BRIEF = 14
"""Words of the talk that a letter with a no has room for."""
_ASIDE = re.compile(r": |, and I |; ")
_GOES_ON = re.compile(r", | and ", re.IGNORECASE)
"""Where another thing begins; what begins with 'when' or 'so' is the point of what stands before it, and stays."""
_HOLDS_TOGETHER = re.compile(r"\b(?:between|both|either)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recalled:
    """Something from the talk that a later letter may come back to: the kind of its frame and its words."""

    kind: str
    words: str
    rank: int

    @property
    def after_a_no(self) -> bool:
        """Whether it is also good to hear from somebody who wasn't taken: the work, or the person, and no boast."""
        talked = self.kind in ("about", "through", "shown", "enjoyed", "seen", "appreciated") or (
            self.kind == "own" and self.rank <= 1
        )
        return talked and BOAST.search(self.words) is None


@remembered()
def worth_recalling(
    name: str, text: str, *, one_person: bool = True, names: tuple[str, ...] = ()
) -> tuple[Recalled, ...]:
    """Return what is worth coming back to weeks later, each thing whole; the lower its rank, the better."""
    pieces, left = pieces_of_talk(name, text)
    things = []
    for at, piece in enumerate(pieces):
        kind, words = classify_report(name, piece, one_person=one_person, names=names)
        if kind == "about":
            words = whole_thing(words, pieces[at + 1 :], left)
        if words and _is_worth_it(piece, kind, words):
            things.append(Recalled(_later_kind(kind, words), words, _rank(name, kind, words)))
    return tuple(things)


def _is_worth_it(piece: str, kind: str, words: str) -> bool:
    thing = words.partition(", and I ")[0].partition(": ")[0]
    of_them = kind in ("own", "thanked") or OWN_WORDS.isdisjoint(words_of(thing).all)
    return (
        kind in ("that", "own", "about", "thanked")
        and not piece.startswith("the fact ")
        and of_them
        and may_be_recalled(words)
    )


def _later_kind(kind: str, words: str) -> str:
    if kind == "thanked" or (kind == "about" and is_shown(words)):
        return "shown"
    if kind == "about" and (way := way_of_noting(words)):
        return way
    return "through" if kind == "about" and words.startswith("how to ") else kind


def _rank(name: str, kind: str, words: str) -> int:
    """Return 0 for what was talked about, then what is good for people, what was learned, and any other point."""
    if kind in ("about", "thanked") and name == "highlights":
        return 0
    if kind in ("about", "thanked") or is_welcome(words):
        return 1
    return 2 if name == "learned" else 3


def in_brief(recalled: Recalled) -> Recalled:
    """Return it in a few words, as a letter with a no has room for; without words where it can't be cut."""
    words = _ASIDE.split(recalled.words, maxsplit=1)[0]
    if len(words.split()) > MOST_IN_BRIEF:
        words = "" if _HOLDS_TOGETHER.search(words) else _GOES_ON.split(words, maxsplit=1)[0]
    return replace(recalled, words=words if len(words.split()) <= MOST_IN_BRIEF else "")


@remembered()
def recall_later(recalled: Recalled) -> str:
    """Return the sentence in which a later letter comes back to it: 'It was good to hear about …'."""
    return fill(f"later-{recalled.kind}", x=recalled.words)

"""What in an e-mail points to one kind or another: phrases of signals.toml, unless they are denied or conditional."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from playbook.promises.tokens import Token
from playbook.replies.passages import Passage
from playbook.replies.phrases import CONDITION, LOOK_BACK, NOT, Group, Phrase, classes, phrases

_REACH_OF_NOT = 4
"""So many words before it a 'not' denies what follows."""
_REACHING = frozenset({LOOK_BACK, "@unreal"})
_REACH = 6
"""So many words before a phrase these speak of it: 'Thank you for coming to the interview', 'we had hoped to offer'."""
_REACH_OF_IF = 14
_PROMISING = frozenset({"well", "ill"})
"""'If it's a fit, we'll call you': nothing has happened yet."""
_UNCONDITIONAL = frozenset({"receipt", "away"})
CERTAIN = 3
"""The weight of a phrase that is sure by itself (signals.toml)."""
_PARTS = frozenset(",;:()")
_SPEAKERS = frozenset({"we", "i", "id", "our"})
"""Words with which a clause goes over to what is to come: 'Following our talk on Friday we would …'."""
_TO = frozenset({"to", "for", "until"})
"""After these stands the new day of what is moved."""
_SHORT = dict(
    each.split("=")
    for each in "u=you ur=your r=are ya=you cud=could wud=would bcoz=because ive=i".split()
)
"""How words are typed with a thumb."""

type _Places = Mapping[str, Mapping[int, int]]
"""Where each word and class of a passage begins, and where it ends."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Words of a passage that point to a kind, from one to another (the latter not included)."""

    group: Group
    first: int
    end: int


def signals_of(passage: Passage) -> tuple[Signal, ...]:
    """Return what points to a kind in this passage; nothing that is denied, looks back, or holds in one case only."""
    places = _places(passage.words)
    return tuple(
        Signal(phrase.group, first, end)
        for item in places
        for phrase in phrases().get(item, ())
        if phrase.group.alone.isdisjoint(places)
        for first, begins in places[item].items()
        if (end := _end(phrase, begins, places))
        and _counts(phrase, first, end, places, passage.words)
    )


def parts_gone_by(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Return the parts of a passage that speak of what has been or no longer holds, from one character to another.

    'Great to meet you on Friday', 'Tuesday no longer works', 'we have to move your interview from Tuesday to'.
    """
    words, places = passage.words, _places(passage.words)
    since = places.get(LOOK_BACK, {}).items()
    parts = [(first, _next(words, end, _PARTS | _SPEAKERS)) for first, end in since]
    parts += [(0, end) for end in places.get("@gives-up", {}).values()]
    parts += [(0, _next(words, end, _TO)) for end in places.get("@moves", {}).values()]
    return tuple((words[first].start, words[end - 1].end) for first, end in parts)


def first_of_class(name: str, passage: Passage) -> str:
    """Return the first phrase of a class that stands in a passage, in small letters; "" where none does."""
    for first, end in sorted(_places(passage.words).get(name, {}).items()):
        return " ".join(each.text for each in passage.words[first:end])
    return ""


def _places(words: Sequence[Token]) -> _Places:
    places: dict[str, dict[int, int]] = defaultdict(dict)
    texts = [_SHORT.get(each.text, each.text) for each in words]
    for at, text in enumerate(texts):
        places[text][at] = at + 1
        for phrase, name in classes().get(text, ()):
            end = at + len(phrase)
            if tuple(texts[at:end]) == phrase:
                places[name][at] = max(end, places[name].get(at, 0))
    for at in places.get("if", {}):
        if not _PROMISING.isdisjoint(texts[at : at + _REACH_OF_IF]):
            places[CONDITION][at] = at + 1
    for first, end in places.pop("@not-denied", {}).items():
        for at in range(first, end):
            places[NOT].pop(at, None)
    return {name: each for name, each in places.items() if each}


def _end(phrase: Phrase, begins: int, places: _Places) -> int:
    """Return where a phrase ends whose first item ends here, 0 where it doesn't go on."""
    end = begins
    for item, gap in phrase.items[1:]:
        starts = places.get(item, {})
        at = next((each for each in range(end, end + gap + 1) if each in starts), None)
        if at is None:
            return 0
        end = starts[at]
    return end


def _counts(phrase: Phrase, first: int, end: int, places: _Places, words: Sequence[Token]) -> bool:
    clause = next((at + 1 for at in range(first - 1, -1, -1) if _parts(words[at])), 0)
    for name in phrase.group.never:
        since = max(first - _REACH, clause) if name in _REACHING else first
        if _stand_in(places.get(name, ()), since, end):
            return False
    since = max(first - _REACH_OF_NOT, clause)
    if not phrase.denies and _stand_in(places.get(NOT, ()), since, end):
        return False
    return _holds(phrase, end, places.get(CONDITION, ()))


def _holds(phrase: Phrase, end: int, conditions: Iterable[int]) -> bool:
    """Return whether no condition makes it possible only. What is so by now stands where the condition comes after it.

    'We're still seeing people, and successful candidates will be called' says how things are; 'We'll call you if you
    are successful' doesn't.
    """
    group = phrase.group
    if not group.kinds.isdisjoint(_UNCONDITIONAL):
        return True
    is_so = "no" in group.kinds or ("wait" in group.kinds and group.weight >= CERTAIN)
    return all(is_so and condition >= end for condition in conditions)


def _stand_in(starts: Iterable[int], first: int, end: int) -> bool:
    return any(first <= each < end for each in starts)


def _parts(word: Token) -> bool:
    return word.text in _PARTS or word.text == "but"


def _next(words: Sequence[Token], at: int, texts: Container[str]) -> int:
    return next((each for each in range(at, len(words)) if words[each].text in texts), len(words))

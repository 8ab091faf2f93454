"""What in an e-mail points to one kind or another: phrases of signals.toml, unless they are denied or conditional."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.content import read_toml
from playbook.promises.tokens import Token
from playbook.replies.passages import Passage

_NEAR, _FAR = 3, 10
"""So many words may stand between two items of a phrase, for a blank and for '…'."""
_REACH_OF_NOT = 4
"""So many words before it a 'not' denies what follows."""
_REACH_OF_LOOKING_BACK = 6
_TO = frozenset({"to", "for", "until"})
"""After these stands the new day of what is moved."""
_REACHING = frozenset({"@look-back", "@unreal"})
_SHORT = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "ya": "you",
    "cud": "could",
    "wud": "would",
    "bcoz": "because",
    "ive": "i",
}
"""How words are typed with a thumb."""
_UNCONDITIONAL = frozenset({"receipt", "away"})
_REACH_OF_IF = 14
_PROMISING = frozenset({"well", "ill"})
"""'If it's a fit, we'll call you': nothing has happened yet."""
_PARTS = frozenset(",;:()")
_SPEAKERS = frozenset({"we", "i", "id", "our"})
"""Words with which a clause goes over to what is to come: 'Following our talk on Friday we would …'."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The items of a phrase, each with how many words may stand before it, and what it points to."""

    items: tuple[tuple[str, int], ...]
    kinds: frozenset[str]
    weight: int
    never: frozenset[str]
    alone: frozenset[str]

    @property
    def denies(self) -> bool:
        """Whether the phrase has a denial of its own."""
        return any(item == "@not" or item in _negations() for item, _ in self.items)


@dataclass(frozen=True, slots=True)
class Signal:
    """A phrase that stands in a passage, from one word to another (the latter not included)."""

    phrase: Phrase
    first: int
    end: int


type _Places = Mapping[str, Mapping[int, int]]
"""Where each class and word of a passage begins, and where it ends."""


@cache
def _negations() -> frozenset[str]:
    return frozenset(each.strip() for each in _table()["class"]["not"].split(","))


@cache
def _classes() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the phrases of every class by their first word, each with the name of its class."""
    by_word: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, phrases in _table()["class"].items():
        for phrase in phrases.split(","):
            words = tuple(phrase.split())
            by_word[words[0]].append((words, f"@{name}"))
    return {word: tuple(dict.fromkeys(each)) for word, each in by_word.items()}


@cache
def _phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """Return every phrase by its first item."""
    by_item: dict[str, list[Phrase]] = defaultdict(list)
    for table in _table()["signal"]:
        for text in table["phrases"].split(","):
            phrase = Phrase(
                tuple(_items(text)),
                frozenset(table["kind"].split()),
                table["weight"],
                _names(table, "never"),
                _names(table, "alone"),
            )
            by_item[phrase.items[0][0]].append(phrase)
    return {item: tuple(each) for item, each in by_item.items()}


@cache
def _table() -> Mapping[str, Any]:
    return read_toml(files(__package__) / "signals.toml")


def _names(table: Mapping[str, str], key: str) -> frozenset[str]:
    return frozenset(each.strip() for each in table.get(key, "").split(",") if each.strip())


def _items(text: str) -> Iterator[tuple[str, int]]:
    gap = 0
    for piece in text.split():
        if piece == "…":
            gap = _FAR
            continue
        for joined in piece.split("_"):
            yield joined, gap
            gap = 0
        gap = _NEAR


def signals_of(passage: Passage) -> tuple[Signal, ...]:
    """Return what points to a kind in this passage; nothing that is denied, looks back, or holds in one case only."""
    places = _places(passage.words)
    signals = (
        Signal(phrase, first, end)
        for item in places
        for phrase in _phrases().get(item, ())
        if phrase.alone.isdisjoint(places)
        for first, begins in places[item].items()
        if (end := _end(phrase, begins, places))
    )
    return tuple(each for each in signals if _counts(each, places, passage.words))


def _places(words: Sequence[Token]) -> _Places:
    places: dict[str, dict[int, int]] = defaultdict(dict)
    texts = [_SHORT.get(each.text, each.text) for each in words]
    for at, text in enumerate(texts):
        places[text][at] = at + 1
        for phrase, name in _classes().get(text, ()):
            end = at + len(phrase)
            if tuple(texts[at:end]) == phrase:
                places[name][at] = max(end, places[name].get(at, 0))
    for at in places.get("if", {}):
        if any(text in _PROMISING for text in texts[at : at + _REACH_OF_IF]):
            places["@if"][at] = at + 1
    affirmed = places.pop("@not-denied", {})
    for first, end in affirmed.items():
        for at in range(first, end):
            places["@not"].pop(at, None)
    return {name: each for name, each in places.items() if each}


def _end(phrase: Phrase, begins: int, places: _Places) -> int:
    """Return where the phrase ends whose first item ends here, 0 where it doesn't go on."""
    end = begins
    for item, gap in phrase.items[1:]:
        starts = places.get(item)
        at = (
            next((each for each in range(end, end + gap + 1) if each in starts), None)
            if starts
            else None
        )
        if at is None or starts is None:
            return 0
        end = starts[at]
    return end


def _counts(signal: Signal, places: _Places, words: Sequence[Token]) -> bool:
    phrase, first, end = signal.phrase, signal.first, signal.end
    if any(
        _stand_in(places.get(name, {}), _back(words, first) if name in _REACHING else first, end)
        for name in phrase.never
    ):
        return False
    if not phrase.denies and _stand_in(
        places.get("@not", {}), max(first - _REACH_OF_NOT, _clause(words, first)), end
    ):
        return False
    conditions = places.get("@if", {})
    if not phrase.kinds.isdisjoint(_UNCONDITIONAL):
        return True
    return not any(start < end or "no" not in phrase.kinds for start in conditions)


def _stand_in(starts: Iterable[int], first: int, end: int) -> bool:
    return any(first <= each < end for each in starts)


def _back(words: Sequence[Token], at: int) -> int:
    return max(at - _REACH_OF_LOOKING_BACK, _clause(words, at))


def _clause(words: Sequence[Token], at: int) -> int:
    """Return where the clause of this word begins."""
    return next(
        (
            each + 1
            for each in range(at - 1, -1, -1)
            if words[each].text in _PARTS or words[each].text == "but"
        ),
        0,
    )


def parts_gone_by(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Return the parts of a passage that speak of what has been or no longer holds, from one character to another.

    'Great to meet you on Friday', 'Tuesday no longer works', 'we have to move your interview from Tuesday to'.
    """
    words, places = passage.words, _places(passage.words)
    after = [
        (start, _next(words, end, _PARTS | _SPEAKERS))
        for start, end in places.get("@look-back", {}).items()
    ]
    before = [(0, end) for end in places.get("@gives-up", {}).values()]
    moved = [(0, _next(words, end, _TO)) for end in places.get("@moves", {}).values()]
    return tuple(
        (words[start].start, words[end - 1].end) for start, end in (*after, *before, *moved)
    )


def _next(words: Sequence[Token], at: int, texts: frozenset[str]) -> int:
    return next((each for each in range(at, len(words)) if words[each].text in texts), len(words))


def first_of_class(name: str, passage: Passage) -> str:
    """Return the first phrase of a class that stands in a passage, in small letters; "" where none does."""
    for first, end in sorted(_places(passage.words).get(name, {}).items()):
        return " ".join(each.text for each in passage.words[first:end])
    return ""

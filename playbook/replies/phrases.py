"""The phrases and classes of words of signals.toml, as they are looked for in a passage."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.content import read_toml

_NEAR, _FAR = 3, 10
"""So many words may stand between two items of a phrase, for a blank and for '…'."""
NOT, CONDITION, LOOK_BACK = "@not", "@if", "@look-back"
"""Classes that deny, make conditional, or speak of what has been."""

type Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What some phrases point to, how strongly, and what may not stand in them or beside them."""

    kinds: frozenset[str]
    weight: int
    never: frozenset[str]
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The items of a phrase, each with how many words may stand before it. `denies`: it has a 'not' of its own."""

    items: tuple[tuple[str, int], ...]
    denies: bool
    group: Group


@cache
def classes() -> Mapping[str, tuple[tuple[Words, str], ...]]:
    """Return the phrases of every class by their first word, each with the name of its class ("@meeting")."""
    by_word: dict[str, list[tuple[Words, str]]] = defaultdict(list)
    for name, texts in _table()["class"].items():
        for text in _listed(texts):
            words = tuple(text.split())
            by_word[words[0]].append((words, f"@{name}"))
    return {word: tuple(each) for word, each in by_word.items()}


@cache
def phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """Return every phrase by its first item: a word, or the name of a class."""
    table = _table()
    negative = {NOT, *_listed(table["class"][NOT.removeprefix("@")])}
    by_item: dict[str, list[Phrase]] = defaultdict(list)
    for signal in table["signal"]:
        group = _group(signal)
        for text in _listed(signal["phrases"]):
            items = tuple(_items(text))
            denies = any(item in negative for item, _ in items)
            by_item[items[0][0]].append(Phrase(items, denies, group))
    return {item: tuple(each) for item, each in by_item.items()}


def _table() -> Mapping[str, Any]:
    return read_toml(files(__package__) / "signals.toml")


def _group(signal: Mapping[str, Any]) -> Group:
    never, alone = (frozenset(_listed(signal.get(name, ""))) for name in ("never", "alone"))
    return Group(frozenset(signal["kind"].split()), signal["weight"], never, alone)


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(",") if each.strip()]


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

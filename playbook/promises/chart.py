"""A chart parser: builds every time that the words of a sentence can make, by the rules of grammar.toml.

Bottom-up and from right to left, each result once (see any book on chart parsing): what stands further
right is complete before a rule asks for it, so nothing is ever tried twice.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.content import read_toml
from playbook.promises.lexicon import Item


@dataclass(frozen=True, slots=True)
class Symbol:
    """One place of a rule: what may stand there, and whether it may be missing."""

    names: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """What it makes, from which symbols, the function that says what it means, and its rank."""

    makes: str
    symbols: tuple[Symbol, ...]
    means: str
    rank: int


@dataclass(frozen=True, slots=True)
class Node:
    """A word or a time: what it is, from which item to which, and what it is made of."""

    kind: str
    start: int
    end: int
    parts: tuple["Node", ...] = ()
    means: str = ""
    rank: int = 0
    item: Item | None = field(default=None, compare=False)

    def get(self, kind: str) -> "Node | None":
        """Return the first part of this kind."""
        return next(self.all(kind), None)

    def all(self, *kinds: str) -> Iterator["Node"]:
        """Return its parts of these kinds, in order."""
        return (child for child in self.parts if child.kind in kinds)

    def value(self, kind: str) -> Any:
        """Return what the word of this class stands for, None where there is none."""
        child = self.get(kind)
        return child.item.classes.get(child.kind) if child and child.item else None

    def values(self, name: str) -> list[Any]:
        """Return what its words of this class stand for, in order."""
        return [item.classes[name] for item in self.items() if name in item.classes]

    def items(self) -> list[Item]:
        """Return all its items, in order."""
        return [word.item for word in self.words() if word.item]

    def words(self) -> Iterator["Node"]:
        """Yield all its words, in order."""
        if self.item is not None:
            yield self
        for child in self.parts:
            yield from child.words()


@cache
def _rules() -> dict[str, list[Rule]]:
    """Return the rules by what they begin with."""
    by_first: dict[str, list[Rule]] = defaultdict(list)
    table = read_toml(files(__package__).joinpath("grammar.toml"))
    for rank, entry in enumerate(table["rule"]):
        for pattern in entry["from"]:
            symbols = tuple(_symbol(each) for each in pattern.split())
            rule = Rule(entry["is"], symbols, entry.get("means", ""), rank)
            for start in range(len(symbols)):
                for name in symbols[start].names:
                    by_first[name].append(Rule(rule.makes, symbols[start:], rule.means, rank))
                if not symbols[start].optional:
                    break
    return dict(by_first)


def _symbol(text: str) -> Symbol:
    return Symbol(tuple(text.removesuffix("?").split("|")), text.endswith("?"))


type _Chart = list[dict[str, dict[int, Node]]]
"""For each item the nodes that begin with it: by kind, then by where they end."""


def parse(items: Sequence[Item]) -> list[Node]:
    """Return the times that between them use the most words, each as long as can be, in order."""
    rules = _rules()
    chart: _Chart = [{} for _ in range(len(items) + 1)]
    for at in range(len(items) - 1, -1, -1):
        agenda = list(_leaves(items[at], at))
        while agenda:
            node = agenda.pop()
            ends = chart[at].setdefault(node.kind, {})
            if node.end in ends:
                continue
            ends[node.end] = node
            for rule in reversed(rules.get(node.kind, ())):
                made = chart[at].get(rule.makes, {})
                for end, rest in _match(rule.symbols, 1, node.end, at + WIDEST, chart):
                    if end not in made:
                        parts = (node, *rest)
                        rank = rule.rank + sum(child.rank for child in parts)
                        agenda.append(Node(rule.makes, at, end, parts, rule.means, rank))
    return _cover(items, chart)


def _leaves(item: Item, at: int) -> Iterator[Node]:
    yield Node(f"'{item.text}'", at, at + 1, item=item)
    for name, value in item.classes.items():
        yield Node(name, at, at + 1, item=item)
        if isinstance(value, str):
            yield Node(f"{name}={value}", at, at + 1, item=item)


def _match(
    symbols: tuple[Symbol, ...], place: int, at: int, limit: int, chart: _Chart
) -> Iterator[tuple[int, tuple[Node, ...]]]:
    """Yield the ways in which the rest of a rule fits from an item on."""
    if place == len(symbols):
        yield at, ()
        return
    symbol = symbols[place]
    for kind in symbol.names:
        for end, node in chart[at].get(kind, {}).items():
            if end <= limit:
                for last, rest in _match(symbols, place + 1, end, limit, chart):
                    yield last, (node, *rest)
    if symbol.optional:
        yield from _match(symbols, place + 1, at, limit, chart)


_COSTS = {"time": 1, "offset": 0.9, "again": 0.5, "rate": 0.4}
"""What each of these costs a row. A rate ('20 hours a week') is no time, but uses its words."""
WIDEST = 16
"""Items of the longest time: 'from Tuesday the 1st of December 2027 to ...'. It keeps long texts quick."""
_UNUSED, _SKIPPED = 10, 0.01


def _cover(items: Sequence[Item], chart: _Chart) -> list[Node]:
    """Return the cheapest row of times: a word of time that none uses is dear, a further time costs a little."""
    best: list[tuple[float, int, list[Node]]] = [(0, 0, [])] * (len(items) + 1)
    for at in range(len(items) - 1, -1, -1):
        cost, rank, row = best[at + 1]
        skipped = 0 if items[at].stands_for("comma") else _SKIPPED
        choices = [(cost + _UNUSED * items[at].weight + skipped, rank, row)]
        for kind, dear in _COSTS.items():
            for end, node in chart[at].get(kind, {}).items():
                cost, rank, row = best[end]
                choices.append((cost + dear, rank + node.rank, [node, *row]))
        best[at] = min(choices, key=lambda choice: choice[:2])
    return best[0][2]


def count(node: Node) -> int:
    """Return the number that words of a number make: 'one hundred and twenty', '21', 'twenty-first'."""
    words = [
        (word.kind, word.item.classes[word.kind])
        for word in node.words()
        if word.item
        and word.kind in {"number", "tens", "hundred", "digits", "nth", "nth-day", "count"}
    ]
    total = 0
    for kind, value in words:
        total = max(total, 1) * 100 if kind == "hundred" else total + int(value)
    return total

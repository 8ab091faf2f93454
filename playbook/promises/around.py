"""The clause in which a time stands: from the comma, full stop or 'but' before it to the next one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.promises.chart import Node
from playbook.promises.lexicon import Item

SMALL = frozenset({"bound", "filler"})
"""Classes of words that stand between a time and what it belongs to, and part nothing."""
_BREAKS = frozenset({"comma", "stop", "dash", "break"})
_LONGEST_CLAUSE = 40
"""Items before a time that are looked at: it keeps long texts quick."""
SUBJECTS = frozenset(
    "we well wed i ill id you youll youd they theyll theyd he hed she shed it itll itd".split()
)
"""What begins a clause right behind a time: 'after the panel on Tuesday we'll need two days'."""
_PLAIN = frozenset(
    "we i you they he she it us our your their my this that these there here so do does work if all can could should"
    " would will might must have has had been got get going make made ill well youll itll theyll think suppose guess"
    " reckon id im hope hoping hoped aim aiming expecting like want basically ok okay fine suits suit"
    " afraid sure right honest please kindly thanks weve theyve youve seen finished done hiring manager plan"
    " goal best estimate target aim yeah nah yep probs prob prolly defo deffo obvs obviously aye och ah oh um er lol"
    " haha cheers mate hey lah lor leh ya ye pls plz thx btw tbh fyi".split()
)
"""Words that say nothing of what a time is for."""


@dataclass(frozen=True, slots=True)
class Around:
    """A time in its clause, which runs from `start` to `end`.

    `previous` is where the time before it ends, `following` where the next one begins.
    """

    row: Sequence[Item]
    node: Node
    previous: int
    following: int
    start: int
    end: int

    @property
    def before(self) -> Sequence[Item]:
        """The clause up to the time."""
        return self.row[self.start : self.node.start]

    @property
    def after(self) -> Sequence[Item]:
        """The clause behind it."""
        return self.row[self.node.end : self.end]

    @property
    def lead(self) -> Sequence[Item]:
        """All that stands between the time before it and this one."""
        return self.row[self.previous : self.node.start]


def arounds(row: Sequence[Item], nodes: Sequence[Node]) -> Iterator[Around]:
    """Yield every time of a sentence in its clause, in order."""
    starts = {node.start for node in nodes}
    inside = {index for node in nodes for index in range(node.start, node.end)}
    for at, node in enumerate(nodes):
        previous = nodes[at - 1].end if at else 0
        following = nodes[at + 1].start if at + 1 < len(nodes) else len(row)
        opens = node.end < len(row) and row[node.end].text in SUBJECTS
        start = _clause_start(row, node.start, set() if opens else starts, inside)
        yield Around(row, node, previous, following, start, _clause_end(row, node.end, following))


def _clause_start(row: Sequence[Item], at: int, starts: set[int], inside: set[int]) -> int:
    """Find where the clause begins. 'And' between times alone ends none: 'interviews on Thursday and Friday'."""
    first = max(0, at - _LONGEST_CLAUSE)
    for index in range(at - 1, first - 1, -1):
        if index in inside:
            continue
        if index - 1 in inside and row[index].text in SUBJECTS:
            return index
        breaks = not _BREAKS.isdisjoint(row[index].classes)
        if breaks or (row[index].stands_for("and") and not _only_leads(row, index + 1, starts)):
            return index + 1
    return first


def _only_leads(row: Sequence[Item], at: int, starts: set[int]) -> bool:
    while at < len(row) and at not in starts and not SMALL.isdisjoint(row[at].classes):
        at += 1
    return at in starts


def _clause_end(row: Sequence[Item], at: int, following: int) -> int:
    ends = (
        index
        for index in range(at, following)
        if not _BREAKS.isdisjoint(row[index].classes) or row[index].stands_for("and")
    )
    return next(ends, following)


def has(items: Sequence[Item], text: str) -> bool:
    """Return whether this word is among them."""
    return any(item.text == text for item in items)


def unknown(items: Sequence[Item]) -> list[Item]:
    """Return the words that we don't know, without those that say nothing of what a time is for."""
    return [
        item
        for item in items
        if not item.classes and item.text.isalpha() and item.text not in _PLAIN
    ]

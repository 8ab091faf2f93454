"""What looks like time and no time uses: it makes the answer a question."""

from collections.abc import Sequence

from playbook.promises.chart import Node
from playbook.promises.lexicon import Item

_ONES = frozenset({"a", "an", "one", "another", "some"})
_TOUCHING = frozenset({"nth", "some", "part", "half", "which", "number"})
_ENDS = frozenset(
    "comma stop dash colon bound break filler or and if denied-before or hope".split()
)
"""What may follow 'or the next'."""
_PRONOUNS = frozenset("i we you they he she it if so".split())
_ADVERBS = frozenset("now instead though anyway please sorry thanks".split())
_CLOSING = frozenset({"comma", "stop", "break"})
_LEADING = frozenset("after until till til within inside beyond past".split()) | {"no later than"}
"""Small words that always lead to a time: where none follows, we miss what they speak of."""
_CONJUNCTIONS = frozenset({"when", "once", "whenever", "as soon as"})
"""'You'll hear before then or when I'm back' has a second answer without a time."""
_OWNERS = frozenset("your my our his her their a".split())
_UNITS = ("week", "fortnight", "month", "quarter", "year")
_LIMITS = frozenset({"by", "before", "after", "within", "less", "more"})


def _covered(nodes: Sequence[Node]) -> set[int]:
    return {index for node in nodes for index in range(node.start, node.end)}


def goes_on(row: Sequence[Item], node: Node) -> bool:
    """Tell whether more follows 'next' or 'following', as in 'next steps': then it doesn't repeat a time."""
    if node.means != "again" or node.end == len(row) or row[node.start - 1].stands_for("or"):
        return False
    ends = row[node.end].text in _PRONOUNS | _ADVERBS
    return _ENDS.isdisjoint(row[node.end].classes) and not ends


def with_bare_numbers(row: Sequence[Item], nodes: list[Node]) -> list[Node]:
    """Give a number with nothing to count the unit of the amount before it: 'a week, maybe two'."""
    covered = _covered(nodes)
    bare = [
        Node("again", at, at + 1, (Node("number", at, at + 1, item=item),), "amount_again")
        for at, item in enumerate(row)
        if at not in covered
        and _repeats(row, nodes, at)
        and item.stands_for("number")
        and item.text not in _ONES
    ]
    return sorted([*nodes, *bare], key=lambda node: node.start)


def _repeats(row: Sequence[Item], nodes: Sequence[Node], at: int) -> bool:
    """Return whether only small words stand between a number and the time before it."""
    last = max((node.end for node in nodes if node.end <= at), default=-1)
    between = row[last:at] if last >= 0 else []
    ends = at + 1 == len(row) or not _CLOSING.isdisjoint(row[at + 1].classes)
    parted = {"and", "thing"} if ends else {"and", "role", "thing"}
    return last >= 0 and not any(parted & item.classes.keys() for item in between)


def unused(row: Sequence[Item], nodes: Sequence[Node], small: Sequence[Item]) -> list[Item]:
    """Return what looks like time and isn't used: words that name one, and those that touch one."""
    covered = _covered(nodes)
    loose = [at for at in range(len(row)) if at not in covered]
    return [
        row[at]
        for at in loose
        if _names_time(row, at, covered)
        or _touches(row, at, covered)
        or _opens(row, at, covered, small)
    ]


def _names_time(row: Sequence[Item], at: int, covered: set[int]) -> bool:
    item = row[at]
    if item.weight >= 1 or _names_own_days(row, at) or _points_back(row, at, covered):
        return True
    if item.stands_for("unit", *_UNITS) and not {"role", "thing"} & item.classes.keys():
        return True
    if item.stands_for("nth") and item.article and row[at - 1].text in {"is", "was"}:
        return not {"role", "thing"} & item.classes.keys()
    limited = at > 0 and row[at - 1].stands_for("bound", *_LIMITS)
    follows = at + 1 < len(row) and row[at + 1].stands_for("bound", "latest", "from")
    if (
        item.stands_for("nth")
        and (limited or follows)
        and not {"role", "thing"} & item.classes.keys()
    ):
        return True
    return limited and item.stands_for("unit") and not item.stands_for("unit", "hour")


def _points_back(row: Sequence[Item], at: int, covered: set[int]) -> bool:
    """Recognise 'It's complicated after the 14th, so before': a small word that no time follows."""
    ends = at + 1 == len(row) or not _CLOSING.isdisjoint(row[at + 1].classes)
    return ends and at - 1 not in covered and row[at].text in {"before", "after"}


def _opens(row: Sequence[Item], at: int, covered: set[int], small: Sequence[Item]) -> bool:
    """Recognise 'Until after the all-hands, which is Wednesday': 'after' speaks of what we can't place."""
    item = row[at]
    is_used = any(item is each for each in small) or item.clock_after or at - 1 in covered
    if is_used:
        return False
    if at and row[at - 1].stands_for("or") and item.text in _CONJUNCTIONS:
        return True
    if _opens_clause(row, at):
        return True
    leads = item.text in _LEADING or item.text.endswith(" after")
    return leads or _leads_to_a_name(row, at)


def _leads_to_a_name(row: Sequence[Item], at: int) -> bool:
    """Recognise 'Before your birthday', 'before the break': a day that only they know. 'Before we know' names none."""
    after = row[at + 1 : at + 3]
    owned = bool(after) and after[0].text in _OWNERS
    name = after[1] if owned and len(after) > 1 else after[0] if after else row[at]
    named = (owned or name.article) and not name.classes and name.text.isalpha()
    return row[at].text in {"before", "not before"} and named


def _opens_clause(row: Sequence[Item], at: int) -> bool:
    """Recognise 'We have interviews until the 20th and after we decide', 'we hear on Wednesday and once we do'."""
    follows = at + 1 < len(row) and row[at + 1].text in _PRONOUNS
    text = row[at].text
    joins = text.startswith("and ") or (at > 0 and row[at - 1].stands_for("and"))
    parted = at > 0 and not {"comma", "stop", "break"}.isdisjoint(row[at - 1].classes)
    points = text.endswith(("after", "before"))
    return follows and ((points and (joins or parted)) or (joins and text in _CONJUNCTIONS))


def _names_own_days(row: Sequence[Item], at: int) -> bool:
    """Recognise 'The Galway weekend', 'Cup Day': a name that we don't know makes other days of them."""
    item, after = row[at], row[at + 1] if at + 1 < len(row) else None
    titled = item.raw.istitle() and after is not None and after.raw in {"Day", "Eve", "Week"}
    named = titled or (after is not None and after.stands_for("weekend") and not after.article)
    return named and not item.classes and item.text.isalpha() and item.text not in _PRONOUNS


def _touches(row: Sequence[Item], at: int, covered: set[int]) -> bool:
    item = row[at]
    if {"part", "half"} & item.classes.keys() and at + 2 < len(row) and row[at + 1].text == "of":
        return at + 2 in covered or row[at + 2].stands_for("which", "next", "following", "coming")
    if (
        _TOUCHING.isdisjoint(item.classes)
        or item.stands_for("number", 1)
        or item.text in _ONES
        or {"role", "thing"} & item.classes.keys()
    ):
        return False
    return at + 1 in covered or (at - 1 in covered and not item.stands_for("number"))

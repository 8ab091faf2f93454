"""What stands around each time: its small words, what it belongs to, what denies it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbook.promises.bounds import denied, strongest
from playbook.promises.chart import Node
from playbook.promises.lexicon import Item

ANSWER, MEETING, CLOSING, ABSENCE = "answer", "meeting", "closing", "absence"
START, LENGTH, HISTORY, GIVEN_UP = "start", "length", "history", "given-up"
_BREAKS = frozenset({"comma", "stop", "dash", "break"})
_TRAILING = frozenset(
    "at latest|at very latest|latest|at absolute latest|at earliest|at very earliest|earliest|at soonest"
    "|or later|or after|or more|or longer|or sooner|or earlier|or before|or less|or so|or thereabouts|or thereabout"
    "|give or take|onward|onwards|tops|max|maximum|at most|at very most|ish|minimum|min|or beyond"
    "|or around then|or about|thereabouts|very latest|at outside|if not sooner|if not earlier|if not before"
    "|and beyond|at minimum|at least|if not later|more or less|or faster|or fewer".split("|")
)
_UNTIL = frozenset({"until", "till", "til", "untill", "up until"})
_EVENT_BOUNDS = frozenset({"after", "before", "from", "more", "less"})
_LINKS = frozenset({"or", "and", "but", "then"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A time where it stands.

    `bound`: what its small words amount to. `role`: what it belongs to. `denied`: they say that it
    won't be then. `link`: what joins it to the time before it. `hoped`: it is a hope beside a firmer time.
    `alone`: nothing but it stands in its clause.
    """

    node: Node
    bound: str = ""
    role: str = ""
    denied: bool = False
    link: str = ""
    hoped: bool = False
    alone: bool = False
    back: bool = False
    conditional: bool = False
    plain_after: bool = False


def mentions(row: Sequence[Item], nodes: Sequence[Node]) -> list[Mention]:
    """Every time of a sentence with what the words around it say."""
    found: list[Mention] = []
    used: set[int] = set()
    for at, node in enumerate(nodes):
        following = nodes[at + 1].start if at + 1 < len(nodes) else len(row)
        previous = nodes[at - 1].end if at else 0
        found.append(_mention(row, node, previous, following, found, used, nodes))
    return found


def _mention(
    row: Sequence[Item], node: Node, previous: int, following: int, earlier: list[Mention], used: set[int],
    nodes: Sequence[Node],
) -> Mention:  # fmt: skip
    clause_start = _clause_start(row, node.start, nodes)
    clause_end = _clause_end(row, node.end, following)
    around, far = _bounds(row, node, max(previous, 0), following, clause_start, used)
    small = [*around, *far]
    texts = [item.text for item in small]
    bound = strongest(_value(item) for item in small)
    if bound == "before" and (node_has_clock(row, node)):
        bound = "by"
    words = row[clause_start : node.start]
    is_denied, conditional = _denial(row, clause_start, node, clause_end)
    if is_denied:
        bound = denied(bound, texts)
    lead = row[previous : node.start]
    role, alone = _role(row, clause_start, node, clause_end, earlier, lead)
    if (
        role in {MEETING, CLOSING, ABSENCE, HISTORY}
        and (far or strongest(map(_value, around)) in {"after", "before"})
        and not _since(words)
    ):
        role = ANSWER
    hoped = any(item.stands_for("hope") for item in lead)
    back = any(
        item.text.split()[0] in {"back", "returns", "return"}
        or item.text in {"is back", "be back", "i return"}
        for item in [*words[-3:], *row[node.end : node.end + 2]]
    )
    plain_after = node.end < len(row) and not row[node.end].classes and row[node.end].text.isalpha()
    return Mention(
        node,
        bound,
        role,
        is_denied and bound != "by",
        _link(lead),
        hoped,
        alone,
        back,
        conditional,
        plain_after,
    )


def node_has_clock(row: Sequence[Item], node: Node) -> bool:
    """Whether a time of day stands before or within a time."""
    items = row[node.start : node.end]
    return (
        items[0].clock_before
        or any(item.clock_after for item in items)
        or (node.start > 0 and row[node.start - 1].clock_after)
    )


def _since(words: Sequence[Item]) -> bool:
    return any(item.text in {"since", "ago"} for item in words)


def _value(item: Item) -> str:
    return str(item.classes.get("bound", ""))


def _clause_start(row: Sequence[Item], at: int, nodes: Sequence[Node]) -> int:
    """Where the clause begins that runs up to a time. 'And' before another time alone doesn't end it."""
    starts = {node.start for node in nodes}
    inside = {index for node in nodes for index in range(node.start, node.end)}
    for index in range(at - 1, -1, -1):
        if index in inside:
            continue
        item = row[index]
        if not _BREAKS.isdisjoint(item.classes) and not item.stands_for("or"):
            return index + 1
        if item.stands_for("and") and not _only_leads(row, index + 1, starts):
            return index + 1
    return 0


def _only_leads(row: Sequence[Item], at: int, starts: set[int]) -> bool:
    while at < len(row) and at not in starts and ({"filler", "bound"} & row[at].classes.keys()):
        at += 1
    return at in starts


def _clause_end(row: Sequence[Item], at: int, following: int) -> int:
    for index in range(at, following):
        if not _BREAKS.isdisjoint(row[index].classes) or row[index].stands_for("and"):
            return index
    return following


def _bounds(
    row: Sequence[Item],
    node: Node,
    previous: int,
    following: int,
    clause_start: int,
    used: set[int],
) -> tuple[list[Item], list[Item]]:
    """The small words at a time, and one further back in the clause that speaks of an event: 'after we met on'."""
    around: list[Item] = []
    at = node.start - 1
    while (
        at >= previous
        and at not in used
        and ({"bound", "filler", "comma"} & row[at].classes.keys())
    ):
        if row[at].stands_for("comma") and (not around or at == node.start - 1):
            break
        if row[at].stands_for("bound"):
            around.append(row[at])
            used.add(at)
        at -= 1
    after = node.end
    while after < following and ({"bound", "comma", "filler"} & row[after].classes.keys()):
        item = row[after]
        if item.stands_for("bound") and item.text in _TRAILING:
            leads = (
                after + 1 == following
                and following < len(row)
                and not item.text.startswith("or ")
                and item.text != "ish"
            )
            if leads:
                break
            around.append(item)
            used.add(after)
        elif item.stands_for("filler") or item.stands_for("bound"):
            break
        after += 1
    far: list[Item] = []
    if not any(_value(item) in {"after", "before", "from"} for item in around):
        for index in range(at, max(clause_start, previous) - 1, -1):
            item = row[index]
            if (
                index not in used
                and item.stands_for("bound")
                and (
                    _value(item) in {"after", "before"}
                    or item.text in _UNTIL
                    or item.text in {"when", "whenever", "as of"}
                )
            ):
                far.append(item)
    return around, far


def _denial(row: Sequence[Item], start: int, node: Node, end: int) -> tuple[bool, bool]:
    """Whether the clause denies the time, and whether it only makes it a condition."""
    lead = row[start : node.start]
    conditional = False
    for index, item in enumerate(lead):
        conditional = conditional or item.stands_for("if")
        if item.stands_for("denial", 1):
            rest = lead[index + 1 :]
            if any(each.text == "yet" for each in rest):
                continue
            return not conditional, conditional
    rest = row[node.end : end]
    return any(item.stands_for("denial", "after") for item in rest), conditional


def _role(
    row: Sequence[Item],
    start: int,
    node: Node,
    end: int,
    earlier: list[Mention],
    lead: Sequence[Item],
) -> tuple[str, bool]:
    inner = [item for item in row[node.start : node.end] if item.stands_for("role", LENGTH)]
    before = list(reversed(row[start : node.start]))
    after = [] if node.kind == "offset" else list(_until_bound(row[node.end : end]))
    found = next(
        (
            str(item.classes["role"])
            for item in [*inner, *before, *after]
            if item.stands_for("role")
        ),
        "",
    )
    words = [
        item
        for item in [*before, *after]
        if not item.classes or item.stands_for("role") or item.stands_for("idiom")
    ]
    if found and found != "person":
        return found, False
    if (
        not words
        and earlier
        and not (
            lead
            and any(item.stands_for("stop") for item in lead)
            and earlier[-1].role != GIVEN_UP
            and earlier[-1].role != ANSWER
        )
    ):
        inherited = earlier[-1].role
        if inherited in {START, LENGTH} and any(item.stands_for("break") for item in lead):
            inherited = ANSWER
        return (
            ANSWER
            if inherited in {GIVEN_UP, ABSENCE} or any(item.stands_for("break") for item in lead)
            else inherited
        ), True
    head = _heading(row, start) if not words else ""
    return head or ANSWER, not words


def _heading(row: Sequence[Item], start: int) -> str:
    """What the clause before speaks of, where it names no time of its own: 'it's 9 to 5, Monday to Friday'."""
    if start < 2:
        return ""
    item = row[start - 2]
    return (
        str(item.classes["role"])
        if item.stands_for("role", LENGTH, START) and row[start - 1].stands_for("comma")
        else ""
    )


def _until_bound(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if item.stands_for("bound") and item.text not in _TRAILING:
            return
        yield item


def _link(lead: Sequence[Item]) -> str:
    for name in ("or", "but", "then", "and"):
        if any(name in item.text.split() for item in lead):
            return name
    if any(item.stands_for("stop") for item in lead):
        return "stop"
    return "comma" if any({"comma", "dash", "colon"} & item.classes.keys() for item in lead) else ""


__all__ = ["Mention", "mentions", "replace"]

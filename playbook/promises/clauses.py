"""What stands around each time: its small words, what it belongs to, what denies it.

All of it is looked for in the clause of the time: from the comma, full stop or 'but' before it to the next one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.promises.bounds import denied_bound, strongest
from playbook.promises.chart import Node
from playbook.promises.lexicon import Item

ANSWER, MEETING, CLOSING, ABSENCE = "answer", "meeting", "closing", "absence"
START, LENGTH, HISTORY, GIVEN_UP, PERSON = "start", "length", "history", "given-up", "person"
RECURRING = "recurring"
EVENTS = frozenset({MEETING, CLOSING, ABSENCE})
NAMED_ASIDE = EVENTS | {START, LENGTH}
"""What the reader is told a time belongs to, where it isn't their answer."""
_BREAKS = frozenset({"comma", "stop", "dash", "break"})
_SMALL = frozenset({"bound", "filler"})
_UNTIL = frozenset({"take until", "take till", "until", "till", "til", "untill", "up until"})
_WHEN = frozenset({"when", "whenever", "as of", "as soon as"})
TRAILING = frozenset(
    "at latest|at very latest|latest|at absolute latest|at earliest|at very earliest|at absolute earliest"
    "|very earliest|absolute earliest|earliest|at soonest"
    "|or later|or after|or more|or longer|or sooner|or earlier|or before|or less|or so|or thereabouts"
    "|or thereabout|give or take|onward|onwards|tops|max|maximum|at most|at very most|ish|minimum|min|or beyond"
    "|or around then|or about|thereabouts|very latest|at outside|if not sooner|if not earlier|if not before"
    "|and beyond|at minimum|at least|if not later|more or less|or faster|or fewer".split("|")
)
"""Small words that stand behind their time."""
_RETURNS = frozenset({"back", "returns", "return"})
_WORDS_OF_RETURN = 3
_COMMA_AND_WORD = 2
_LONGEST_CLAUSE = 40
"""Items before a time that are looked at: it keeps long texts quick."""
_OPENING = frozenset({"after", "from", "more"})
_SCARCELY = frozenset({"hardly", "barely", "scarcely"})
"""'Hardly two days' is two days, 'hardly before June' denies."""
_THANKS = frozenset({"thanks", "thank you", "thank", "appreciate", "sorry"})
_SUBJECTS = frozenset("we well i ill you youll they theyll he she it itll".split())
"""What begins a clause right behind a time: 'after the panel on Tuesday we'll need two days'."""
_WAITS = frozenset({"wait", "waiting", "take"})
"""'You won't have to wait until October' is before it."""
_NOT_THEN = frozenset("out off gone full tricky difficult tough hard busy taken hopeless".split())
"""'This week's out.'"""
_PAST_DENIALS = frozenset({"didnt", "couldnt", "wasnt", "werent"})
_SENDS = frozenset("send get bring hand post give".split())
_TALKS = frozenset({"talk to", "speak to", "speak with"})
_PLAIN = frozenset(
    "we i you they he she it us our your their my this that these there here so do if all can could should would"
    " will might must have has had been got get going make made ill well youll itll theyll think suppose guess reckon"
    " id im hope hoping hoped aim aiming expecting like want basically ok okay fine suits suit"
    " afraid sure right honest".split()
)
"""Words that say nothing of what a time is for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A time where it stands.

    `bound`: what its small words amount to. `role`: what it belongs to. `denied`: they say that it won't be then;
    `contrast`: only to say that it is the other one ("Tuesday, not Monday"). `link`: what joins it to the time
    before it. `hoped`: a hope beside a firmer time. `returns`: somebody is back then. `moved`: what is moved from
    one time to another. `beside`: nothing parts it from the time before it.
    `guessed`: how many words stand there that we don't know, where none says what it belongs to. `answers`: one says
    that it's their answer.
    """

    node: Node
    bound: str = ""
    role: str = ANSWER
    denied: bool = False
    contrast: bool = False
    link: str = ""
    hoped: bool = False
    returns: bool = False
    moved: bool = False
    beside: bool = False
    guessed: int = 0
    answers: bool = False


def mentions(row: Sequence[Item], nodes: Sequence[Node]) -> list[Mention]:
    """Every time of a sentence with what the words around it say."""
    found: list[Mention] = []
    used: set[int] = set()
    starts = {node.start for node in nodes}
    inside = {index for node in nodes for index in range(node.start, node.end)}
    for at, node in enumerate(nodes):
        previous = nodes[at - 1].end if at else 0
        following = nodes[at + 1].start if at + 1 < len(nodes) else len(row)
        start = _clause_start(row, node.start, starts, inside)
        end = _clause_end(row, node.end, following)
        around = _Around(row, node, previous, following, start, end)
        found.append(_mention(around, found, used))
    return found


@dataclass(frozen=True, slots=True)
class _Around:
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


def _mention(around: _Around, earlier: Sequence[Mention], used: set[int]) -> Mention:
    near = [*_small_before(around, used), *_small_after(around, used)]
    far = [] if _turns(near) else _of_event(around, used)
    denies = _denies(around, near)
    bound = _bound(around, [*near, *far])
    if denies:
        until = any(item.text in _UNTIL for item in [*near, *far])
        waits = until and any(item.text.split()[0] in _WAITS for item in around.before)
        bound = "before" if waits else denied_bound(bound, until=until)
    role = _role(around, earlier)
    if denies and not near and any(item.text in _PAST_DENIALS for item in around.before):
        denies, role = False, HISTORY
    if _lasts(around, near) or _describes(around):
        role = LENGTH
    if role in {*EVENTS, HISTORY} and (far or _turns(near)) and not _has(around.before, "since"):
        role = ANSWER
    row, node = around.row, around.node
    if (
        row[node.end - 1].owns
        and node.end < len(row)
        and row[node.end].stands_for("thing")
        and not _turns(near)
    ):
        role = PERSON
    return Mention(
        node,
        bound,
        role,
        denied=denies and bound not in {"by", "before"},
        contrast=denies and node.start > 0 and row[node.start - 1].stands_for("denial"),
        link=_link(around.lead),
        hoped=any(item.stands_for("hope") for item in around.lead),
        returns=_returns(around),
        moved=any(item.stands_for("moved") for item in around.before),
        guessed=_guessed(around),
        answers=_answers([*around.before, *around.after]),
        beside=around.previous == node.start > 0,
    )


def _lasts(around: _Around, near: Sequence[Item]) -> bool:
    """'Two days of interviews' is how long they take; 'within two days of the interview' isn't."""
    node, row = around.node, around.row
    led = bool(near) or (node.start > 0 and row[node.start - 1].text in {"in", "over"})
    return node.kind == "offset" and row[node.end - 1].text == "of" and not led


def _describes(around: _Around) -> bool:
    """'A five week process', 'the two day course': an amount without its s belongs to the word behind it."""
    last = around.row[around.node.end - 1]
    numbers = [
        word.item for word in around.node.words() if word.item and word.item.stands_for("number")
    ]
    several = any(item.classes["number"] != 1 for item in numbers)
    named = (
        last.stands_for("unit", "day", "week", "month", "year")
        and not last.stands_for("units")
        and not last.owns
    )
    behind = around.after[:1]
    return (
        several
        and named
        and around.node.means == "amount"
        and bool(behind)
        and bool(_unknown(behind))
    )


def _has(items: Sequence[Item], text: str) -> bool:
    return any(item.text == text for item in items)


def _turns(items: Sequence[Item]) -> bool:
    """Whether a small word leads away from the time itself: 'after the interview on Friday'."""
    return strongest(map(_value, items)) in {"after", "before", "less"}


def _value(item: Item) -> str:
    return str(item.classes.get("bound", ""))


def _returns(around: _Around) -> bool:
    near = [*around.before[-_WORDS_OF_RETURN:], *around.after[:_WORDS_OF_RETURN]]
    return any(item.text in _RETURNS and not _is_sent_back(item, around) for item in near)


# Where the clause begins and ends


def _clause_start(row: Sequence[Item], at: int, starts: set[int], inside: set[int]) -> int:
    """'And' before another time alone doesn't end the clause: 'interviews on Thursday and Friday'."""
    first = max(0, at - _LONGEST_CLAUSE)
    for index in range(at - 1, first - 1, -1):
        if index in inside:
            continue
        if index - 1 in inside and row[index].text in _SUBJECTS:
            return index
        breaks = not _BREAKS.isdisjoint(row[index].classes) and not row[index].stands_for("or")
        if breaks or (row[index].stands_for("and") and not _only_leads(row, index + 1, starts)):
            return index + 1
    return first


def _only_leads(row: Sequence[Item], at: int, starts: set[int]) -> bool:
    while at < len(row) and at not in starts and not _SMALL.isdisjoint(row[at].classes):
        at += 1
    return at in starts


def _clause_end(row: Sequence[Item], at: int, following: int) -> int:
    ends = (
        index
        for index in range(at, following)
        if not _BREAKS.isdisjoint(row[index].classes) or row[index].stands_for("and")
    )
    return next(ends, following)


# Small words


def _bound(around: _Around, small: Sequence[Item]) -> str:
    """What the small words amount to; 'before' a time of day, or the end of a day, is 'by' it; 'after' one is on it."""
    bound = strongest(
        _value(item) for item in small if not (item.clock_after and _value(item) in _OPENING)
    )
    items = [*small, *around.row[around.node.start : around.node.end]]
    has_clock = (
        any(item.clock_after for item in items) or around.row[around.node.start].clock_before
    )
    ends = around.row[around.node.start].stands_for("part", "end")
    return "by" if bound in {"before", "less"} and (has_clock or ends) else bound


def _small_before(around: _Around, used: set[int]) -> Iterator[Item]:
    """Those just before a time, across words that change nothing."""
    for at in range(around.node.start - 1, around.previous - 1, -1):
        item = around.row[at]
        if at in used or _SMALL.isdisjoint(item.classes):
            return
        if item.stands_for("bound"):
            used.add(at)
            yield item


def _small_after(around: _Around, used: set[int]) -> Iterator[Item]:
    """Those behind it, unless they lead to the next time: 'by 4 December, latest 7 December'."""
    for at in range(around.node.end, around.following):
        item = around.row[at]
        if item.stands_for("comma"):
            continue
        leads = at + 1 == around.following < len(around.row) and not item.text.startswith("or ")
        if item.text not in TRAILING or (leads and item.text != "ish"):
            return
        used.add(at)
        yield item


def _of_event(around: _Around, used: set[int]) -> list[Item]:
    """A small word further back that speaks of an event: 'after we have met on Wednesday'."""
    first = max(around.start, around.previous)
    colons = [at for at in range(first, around.node.start) if around.row[at].stands_for("colon")]
    return [
        around.row[at]
        for at in range(max([first, *colons]), around.node.start)
        if at not in used and around.row[at].stands_for("bound") and _opens_event(around.row[at])
    ]


def _opens_event(item: Item) -> bool:
    return item.text != "post" and (
        _value(item) in {"after", "before"} or item.text in _UNTIL | _WHEN
    )


# Denial and role


def _denies(around: _Around, small: Sequence[Item]) -> bool:
    """Whether the clause denies the time; 'if you haven't heard by' and 'not yet' don't."""
    if any(item.stands_for("concludes") for item in around.after):
        return False
    for at, item in enumerate(around.before):
        if item.stands_for("if"):
            break
        rest = around.before[at + 1 :]
        if not rest and item.text in _SCARCELY:
            continue
        if item.stands_for("denial") and not (_has(rest, "yet") or _has(rest, ":")):
            return True
    last = around.row[around.node.end - 1]
    behind = [item.text for item in around.after[:2]]
    is_said = last.owns or behind[:1] == ["is"]
    if is_said and not _NOT_THEN.isdisjoint(behind):
        return True
    if around.node.means == "unit_end" and last.text == "out" and not small:
        return True
    return any(item.stands_for("denied-before") for item in around.after)


def _role(around: _Around, earlier: Sequence[Mention]) -> str:
    """What the nearest word says that a time belongs to: before it, then behind it, then what was spoken of."""
    if (
        earlier
        and around.node.kind == "again"
        and not any(item.stands_for("break") for item in around.lead)
    ):
        return earlier[-1].role
    if any(item.text in _THANKS for item in around.before):
        return HISTORY
    if any(item.stands_for("role", GIVEN_UP) for item in around.before):
        return GIVEN_UP
    kinds = {around.node.kind, *(part.kind for part in around.node.parts)}
    counted = not kinds.isdisjoint({"offset", "beside-time"}) or any(
        word.kind == "now" for word in around.node.words()
    )
    behind = [] if counted else list(_until_bound(around.after))
    behind = [item for item in behind if not item.stands_for("role", GIVEN_UP)]
    words = [*reversed(around.before), *behind]
    word = next(
        (item for item in words if _role_of(item) and not _is_sent_back(item, around)), None
    )
    role = _role_of(word) if word else ""
    if role == MEETING and around.node.means in {"after_then", "back_to"}:
        return ANSWER
    if role == HISTORY and around.node.means == "from_to" and word and word.stands_for("moved"):
        return ANSWER
    if role == PERSON and word and word.text in _TALKS and word != around.before[0]:
        role = MEETING
    if _recurs(around):
        return RECURRING
    if word and word.text == "out" and any(item.stands_for("published") for item in around.before):
        role = ANSWER
    if role and role != PERSON:
        return role
    if any(item.stands_for("moves") for item in around.before):
        return ANSWER
    if any(not item.classes or item.stands_for("idiom") for item in words):
        lasts = any(item.text in _UNTIL for item in around.before)
        return ABSENCE if lasts and _unknown(words) and not _denies(around, words) else ANSWER
    return _inherited(around, earlier)


def _is_sent_back(item: Item, around: _Around) -> bool:
    """'Send the form back by Friday': nobody returns."""
    return item.text == "back" and any(each.text in _SENDS for each in around.before)


def _recurs(around: _Around) -> bool:
    """'Every Monday', 'we interview on Tuesdays'; a counted plural is no habit: 'two Fridays from now'."""
    first = around.row[around.node.start]
    led = bool(around.before) and around.before[-1].stands_for("recurring")
    return led or (first.stands_for("weekday") and first.text.endswith("days") and not first.owns)


def _guessed(around: _Around) -> int:
    words = [*around.before, *around.after]
    return 0 if any(_role_of(item) for item in words) else len(_unknown(words))


def _unknown(items: Sequence[Item]) -> list[Item]:
    return [
        item
        for item in items
        if not item.classes and item.text.isalpha() and item.text not in _PLAIN
    ]


def _role_of(item: Item) -> str:
    return str(item.classes.get("role", ANSWER if item.stands_for("open") else ""))


def _inherited(around: _Around, earlier: Sequence[Mention]) -> str:
    """A time that is alone in its clause belongs where the one before it does: 'by Friday, or Monday'."""
    if role := _heading(around):
        return role
    ends = any(item.stands_for("break") or item.stands_for("stop") for item in around.lead)
    if not earlier or ends or earlier[-1].role in {GIVEN_UP, ABSENCE}:
        return ANSWER
    return earlier[-1].role


def _heading(around: _Around) -> str:
    """What stands before a comma or bracket: '9 to 5, Monday to Friday', 'the closing date (15 January)'."""
    if around.start < _COMMA_AND_WORD:
        return ""
    word, mark = around.row[around.start - _COMMA_AND_WORD : around.start]
    heads = word.stands_for("role", LENGTH) or (
        word.stands_for("role", MEETING)
        and not _answers(around.row[: around.start])
        and not any(item.stands_for("bound") for item in around.row[: around.start])
    )
    named = mark.text == "(" or (mark.stands_for("comma") and heads)
    return _role_of(word) if named else ""


def _answers(items: Sequence[Item]) -> bool:
    return any(_role_of(item) == ANSWER for item in items)


def _until_bound(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if item.stands_for("bound") and item.text not in TRAILING:
            return
        yield item


def _link(lead: Sequence[Item]) -> str:
    """What joins two times: or, but, then, and, a full stop, a comma, or nothing."""
    words = {word for item in lead for word in item.text.split()}
    for name in ("or", "but", "then", "and", "so"):
        if name in words:
            return name
    kinds = {kind for item in lead for kind in item.classes}
    if "stop" in kinds:
        return "stop"
    return "" if kinds.isdisjoint({"comma", "dash", "colon"}) else "comma"

"""What stands around each time: its small words, what it belongs to, what denies it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from playbook.promises.around import SMALL, Around, arounds
from playbook.promises.bounds import strongest
from playbook.promises.chart import Node
from playbook.promises.denial import UNTIL, bound_under_denial, denies, is_denied_afar
from playbook.promises.lexicon import Item
from playbook.promises.roles import (
    ABSENCE,
    ANSWER,
    EVENTS,
    HISTORY,
    LENGTH,
    MEETING,
    PERSON,
    START,
    TRAILING,
    answers,
    guessed,
    has_other_subject,
    is_sent_back,
    lasts,
    role_of,
)

_WHEN = frozenset({"when", "whenever", "as of", "as soon as"})
_RETURNS = frozenset({"back", "returns", "return"})
_WORDS_OF_RETURN = 3
_BEGINS = frozenset({"starts", "begins", "opens", "kicks off"})
"""What a stretch does itself: 'before Golden Week starts'."""
_BECAUSE = frozenset({"because", "cos", "cause", "since", "as"})
_WITH = frozenset({"with", "given", "due to"})
_ALLOWS = frozenset({"permitting", "allowing", "notwithstanding", "aside", "excepted"})
"""What makes a feast a condition: 'within five working days, Christmas permitting'."""
_CONCLUDES = frozenset({"therefore", "hence", "thus"})
_OR_BOUNDS = frozenset({"or after", "or before"})
"""What is a small word of the next time, where one follows: 'Friday or after Christmas'."""
_OF_CLOCK = frozenset({"after", "from", "more", "around"})
"""What may speak of a time of day: 'around 3 on Tuesday'."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A time where it stands.

    `bound`: what its small words amount to. `role`: what it belongs to. `denied`: they say that it won't be then;
    `contrast`: only to say that it is the other one ("Tuesday, not Monday");
    `afar`: perhaps they don't, as something stands between. `link`: what joins it to the time
    before it. `hoped`: a hope beside a firmer time. `returns`: somebody is back then. `moved`: what is moved from
    one time to another. `beside`: nothing parts it from the time before it.
    `guessed`: how many words stand there that we don't know, where none says what it belongs to;
    `other_subject`: one of them is what the clause speaks of. `answers`: one says
    that it's their answer. `outlasted`: if it's over, the reader may ask. `reason`: its clause says why.
    `small` are its small words.
    """

    node: Node
    bound: str = ""
    role: str = ANSWER
    denied: bool = False
    contrast: bool = False
    afar: bool = False
    link: str = ""
    hoped: bool = False
    returns: bool = False
    moved: bool = False
    beside: bool = False
    guessed: int = 0
    other_subject: bool = False
    answers: bool = False
    outlasted: bool = False
    reason: bool = False
    small: tuple[Item, ...] = ()


def mentions(row: Sequence[Item], nodes: Sequence[Node]) -> list[Mention]:
    """Return every time of a sentence with what the words around it say."""
    named: list[Mention] = []
    used: set[int] = set()
    for around in arounds(row, nodes):
        named.append(_mention(around, named[-1].role if named else "", used))
    return named


def _mention(around: Around, previous: str, used: set[int]) -> Mention:
    near = [*_small_before(around, used), *_small_after(around, used)]
    far = [] if _turns(near) else _of_event(around, used)
    is_denied = denies(around, near)
    bound = _bound(around, [*near, *far])
    if is_denied:
        bound = bound_under_denial(bound, around, [*near, *far])
    row, node = around.row, around.node
    return Mention(
        node,
        bound,
        _role(around, previous, near, far),
        denied=is_denied and bound not in {"by", "before"},
        contrast=is_denied and node.start > 0 and row[node.start - 1].stands_for("denial"),
        afar=is_denied and is_denied_afar(around),
        link=_link(around.lead),
        hoped=_is_hoped(around),
        returns=_returns(around),
        moved=any(item.stands_for("moved") for item in around.before),
        guessed=guessed(around),
        other_subject=has_other_subject(around),
        small=(*near, *far),
        answers=answers([*around.before, *around.after]),
        beside=around.previous == node.start > 0,
        reason=_is_reason(around),
        outlasted=not is_denied and _is_outlasted(around, bound),
    )


def _is_reason(around: Around) -> bool:
    """Recognise 'Tuesday, because Monday I'm away', 'Tuesday, with the bank holiday': it says why."""
    led = around.row[around.node.start - 1].text in _WITH if around.node.start else False
    allowed = bool(around.after) and around.after[0].text in _ALLOWS
    if (led or allowed) and around.node.values("feast"):
        return True
    return around.previous < around.start and around.row[around.start - 1].text in _BECAUSE


def _is_outlasted(around: Around, bound: str) -> bool:
    """Recognise 'If it goes past the 12th', 'chase me after Friday': what follows a time says when they answer by."""
    conditional = any(item.stands_for("if") for item in around.before)
    denied = any(item.stands_for("denial") for item in around.before)
    if bound == "before" and conditional and denied:
        return True  # 'don't worry if there's nothing before the 22nd'
    if bound not in {"after", "more"} and around.node.means != "after_then":
        return False
    rest = takewhile(lambda item: not item.stands_for("stop"), around.row[around.start :])
    return conditional or any(item.stands_for("chases") for item in rest)


def _role(around: Around, previous: str, near: Sequence[Item], far: Sequence[Item]) -> str:
    """Return what it belongs to; what lies after or before something else is their answer."""
    row, node = around.row, around.node
    owns = row[node.end - 1].owns and node.end < len(row) and row[node.end].stands_for("thing")
    counts = any(child.kind == "beside-time" for child in (node, *node.parts))
    if owns and not counts:
        return PERSON
    role = LENGTH if lasts(around, near) else role_of(around, previous)
    if role == LENGTH and [word.kind for word in node.words()] == ["weekday"]:
        role = MEETING  # 'a trial day on Wednesday' is no length
    itself = role == START and bool(around.after) and around.after[0].text in _BEGINS
    leads_away = (itself or role in {*EVENTS, HISTORY}) and (far or _turns(near))
    if leads_away and _goes_on_until(around, far):
        return ABSENCE
    return ANSWER if leads_away else role


def _goes_on_until(around: Around, far: Sequence[Item]) -> bool:
    """Recognise 'We're slammed until the launch on 3 October': no word speaks of an answer, and nothing is denied."""
    lasts = any(item.text in UNTIL for item in far)
    return lasts and not answers([*around.before, *around.after]) and not denies(around, far)


def _turns(items: Sequence[Item]) -> bool:
    """Return whether a small word leads away from the time itself: 'after the interview on Friday'."""
    return strongest(map(_value, items)) in {"after", "before", "less"}


def _value(item: Item) -> str:
    return str(item.classes.get("bound", ""))


def _returns(around: Around) -> bool:
    near = [*around.before[-_WORDS_OF_RETURN:], *around.after[:_WORDS_OF_RETURN]]
    return any(item.text in _RETURNS and not is_sent_back(item, around) for item in near)


def _bound(around: Around, small: Sequence[Item]) -> str:
    """Return what the small words amount to.

    'Before' a time of day, or the end of a day, is 'by' that day; 'after' one is on it.
    """
    bound = strongest(
        _value(item) for item in small if not (item.clock_after and _value(item) in _OF_CLOCK)
    )
    if bound == "around" and around.node.means == "near":
        return ""  # 'tomorrow or so'
    if bound in {"from", "more"} and around.node.value("beside") == "before":
        bound = "by"  # 'at least three weeks before the 11th'
    items = [*small, *around.row[around.node.start : around.node.end]]
    has_clock = (
        any(item.clock_after for item in items) or around.row[around.node.start].clock_before
    )
    ends = around.row[around.node.start].stands_for("part", "end")
    return "by" if bound in {"before", "less"} and (has_clock or ends) else bound


def _small_before(around: Around, used: set[int]) -> Iterator[Item]:
    """Yield those just before a time, across words that change nothing."""
    for at in range(around.node.start - 1, around.previous - 1, -1):
        item = around.row[at]
        if at in used or SMALL.isdisjoint(item.classes) or _is_adverb(around.row, at):
            return
        if item.stands_for("bound"):
            used.add(at)
            yield item


def _is_adverb(row: Sequence[Item], at: int) -> bool:
    """Recognise 'I'll text you after, on Saturday': it speaks of what was said before."""
    return row[at].text in {"after", "before"} and row[at + 1].text == "on"


def _small_after(around: Around, used: set[int]) -> Iterator[Item]:
    """Yield those behind it, unless they lead to the next time: 'by 4 December, latest 7 December'."""
    for at in range(around.node.end, around.following):
        item = around.row[at]
        if item.stands_for("comma"):
            continue
        goes_on = item.text.startswith("or ") and item.text not in _OR_BOUNDS
        leads = at + 1 == around.following < len(around.row) and not goes_on
        if item.text not in TRAILING or leads:
            return
        used.add(at)
        yield item


def _of_event(around: Around, used: set[int]) -> list[Item]:
    """Return a small word further back that speaks of an event: 'after we have met on Wednesday'."""
    first = max(around.start, around.previous)
    colons = [at for at in range(first, around.node.start) if around.row[at].stands_for("colon")]
    return [
        around.row[at]
        for at in range(max([first, *colons]), around.node.start)
        if at not in used
        and around.row[at].stands_for("bound")
        and _opens_event(around.row[at])
        and not _is_adverb(around.row, at)
    ]


def _opens_event(item: Item) -> bool:
    return item.text != "post" and (
        _value(item) in {"after", "before"} or item.text in UNTIL | _WHEN
    )


def _is_hoped(around: Around) -> bool:
    """Recognise 'Friday, hopefully Wednesday'; in 'Friday hopefully, Monday at the latest' Friday is hoped for."""
    before = takewhile(lambda item: not item.stands_for("comma"), reversed(around.lead))
    return any(item.stands_for("hope") for item in [*before, *around.after[:1]])


def _link(lead: Sequence[Item]) -> str:
    """Return what joins two times: or, but, then, and, so, that is, a full stop, a comma, or nothing."""
    words = {word for item in lead if not item.stands_for("role") for word in item.text.split()}
    for name in ("or", "but", "then", "so"):
        if name in words:
            return name
    if any(item.stands_for("else") for item in lead):
        return "or"
    if "and" in words:
        return "and"
    if not _CONCLUDES.isdisjoint(words):
        return "so"
    kinds = {kind for item in lead for kind in item.classes}
    if "apposition" in kinds:
        return "that is"
    if "stop" in kinds:
        return "stop"
    return "" if kinds.isdisjoint({"comma", "dash", "colon"}) else "comma"

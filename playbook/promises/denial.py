"""What denies a time: not by Friday, this week's out, nothing before June."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from playbook.promises.around import Around, has
from playbook.promises.bounds import denied_bound
from playbook.promises.lexicon import Item

UNTIL = frozenset({"take until", "take till", "until", "till", "til", "untill", "up until"})
_TURNS = frozenset({"if", "or"})
_SCARCELY = frozenset({"hardly", "barely", "scarcely"})
"""'Hardly two days' is two days, 'hardly before June' denies."""
_WAITS = frozenset({"wait", "waiting", "take"})
"""'You won't have to wait until October' is before it."""
_JOINS = frozenset({"or", "and", "nor", "to", "-"})
_LEADS = frozenset({"bound", "starts", "if", "break", "and", "denial"})
_SUBJECTS = frozenset(
    "we i they he she well ill youll theyll hell shell itll wed id youd theyd hed shed itd thatll".split()
)
_AFFIRMS = frozenset("probably maybe perhaps possibly likely hopefully should might".split())
_THINKS = frozenset(
    "think expect believe see promise guarantee sure say imagine reckon likely suppose know mean doubt certain"
    " confident anticipate foresee that envisage guess what which who how where way chance hope".split()
)
"""What a denial goes through: 'I don't think we'll know by Friday'."""
_NOT_THEN = frozenset("out off gone full tricky difficult tough hard busy taken hopeless".split())
"""'This week's out.'"""


def denies(around: Around, small: Sequence[Item]) -> bool:
    """Return whether the clause denies the time; 'if you haven't heard by' and 'not yet' don't."""
    if any(item.stands_for("concludes") for item in around.after):
        return False
    if _denied_before_it(around) or _denied_behind_it(around):
        return True
    last = around.row[around.node.end - 1]
    return around.node.means == "unit_end" and last.text == "out" and not small


def _denied_before_it(around: Around) -> bool:
    """Return whether words before it deny it; 'I'd be surprised if you didn't hear' denies twice, and so doesn't."""
    if around.before and around.before[0].stands_for("if"):
        return False
    denials = 0
    for at, item in enumerate(around.before):
        if item.stands_for("if") and not denials:
            return False
        rest = around.before[at + 1 :]
        scarcely = not rest and item.text in _SCARCELY
        if item.stands_for("denial") and not (scarcely or has(rest, "yet") or has(rest, ":")):
            denials += 1
    return denials % 2 == 1


def is_denied_afar(around: Around) -> bool:
    """Tell whether another time or subject stands between a denial and its time: 'not today tomorrow it'll be'."""
    denials = [at for at, item in enumerate(around.before) if item.stands_for("denial")]
    if not denials:
        return False
    between = around.before[denials[-1] + 1 :]
    passed = around.previous > around.start + denials[-1]
    if passed and not any(item.text in _JOINS for item in around.lead):
        return True
    return any(_begins_anew(one, two) for one, two in pairwise(between))


def _begins_anew(before: Item, item: Item) -> bool:
    """Recognise 'We won't drag it out you'll know by Monday'; in 'I don't think you'll' the denial goes on."""
    goes_on = before.text in _THINKS or not _LEADS.isdisjoint(before.classes)
    return (item.text.split()[0] in _SUBJECTS or item.text in _AFFIRMS) and not goes_on


def _denied_behind_it(around: Around) -> bool:
    behind = [item.text for item in around.after[:2]]
    is_said = around.row[around.node.end - 1].owns or behind[:1] == ["is"]
    if is_said and not _NOT_THEN.isdisjoint(behind):
        return True
    leads = any(item.stands_for("bound", "before", "by") for item in around.before[-2:])
    leads = leads or around.node.means == "back_to"
    leads = leads and not any(item.stands_for("if") for item in around.before)
    behind_it = [*takewhile(lambda item: not _TURNS & item.classes.keys(), around.after)]
    if leads and any(item.stands_for("denial") for item in behind_it):
        return True
    return any(item.stands_for("denied-before") for item in around.after)


def bound_under_denial(bound: str, around: Around, small: Sequence[Item]) -> str:
    """Return what the small words of a denied time come to."""
    until = any(item.text in UNTIL for item in small)
    waits = until and any(item.text.split()[0] in _WAITS for item in around.before)
    return "before" if waits else denied_bound(bound, until=until)

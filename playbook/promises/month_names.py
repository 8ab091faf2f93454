"""May, June, March: a month, or a verb, a colleague, a street?"""

from playbook.promises.lexicon import Item

NAMES = frozenset({"jan", "april", "may", "june", "august", "jun", "march", "mar"})
_WORDS = frozenset({"may", "march", "mar"})
"""Months that are verbs as well."""
_VERBS = frozenset("will can would has says might could should who called ll is".split())
_BEFORE_MONTHS = frozenset(
    "in by of til till until before after from through during next this last since mid early late end and or"
    " to around about coming between come for beginning middle start".split()
)
_PLACES = frozenset("street road avenue lane square house court hall place drive".split())
_NUMBERED = frozenset({"digits", "nth", "full-year", "short-year", "dash", "slash", "tens", "thru"})
SUBJECTS = frozenset("we they i you he she it will to".split())


def is_month(item: Item, before: Item | None, after: Item | None, beyond: Item | None) -> bool:
    """Recognise where 'May' is a verb, June a colleague or March a street, and no month."""
    if after and after.text in _PLACES:
        return False
    numbered = after is not None and not _NUMBERED.isdisjoint(after.classes)
    led = before is not None and before.text.split()[-1] in _BEFORE_MONTHS
    dated = before is not None and not {
        "digits",
        "nth",
        "nth-day",
        "part",
        "which",
        "slash",
    }.isdisjoint(before.classes)
    if dated or (numbered and item.text not in _WORDS):
        return True
    if before and before.stands_for("role", "person"):
        return False
    if item.text == "may":
        return led or numbered or after is None or (before is None and not after.text.isalpha())
    if item.text in _WORDS:
        return led or numbered or before is None or before.text not in SUBJECTS
    return led or item.text not in NAMES or not _is_somebody(after, beyond)


def _is_somebody(after: Item | None, beyond: Item | None) -> bool:
    """Return whether what follows is what a person does: 'June will get back to you'."""
    if after is None:
        return False
    if after.text in {"will be", "is"}:
        return beyond is not None and (
            beyond.stands_for("role", "answer") or beyond.stands_for("open")
        )
    return after.text.split()[0] in _VERBS or after.stands_for("role", "answer")

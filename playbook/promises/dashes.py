"""What a dash between spaces is: from one time to another ('3 - 5 December'), or a comma ('not today - tomorrow')."""

from collections.abc import Sequence
from dataclasses import replace

from playbook.promises.lexicon import EM_DASH, Item

_NUMBERS = frozenset(
    "digits nth nth-day number some numeric iso full-year quarter-number tens".split()
)
_NAMES = ("weekday", "month", "part", "unit")


def with_commas(row: Sequence[Item]) -> list[Item]:
    """Return the items again, a comma for each dash that parts: between unlike words, or behind what is denied."""
    return [
        replace(item, text=",", classes={"comma": 1}) if _parts(row, at) else item
        for at, item in enumerate(row)
    ]


def _parts(row: Sequence[Item], at: int) -> bool:
    if not row[at].stands_for("dash") or not 0 < at < len(row) - 1:
        return False
    before, dash, after = row[at - 1 : at + 2]
    spaced = before.end < dash.start and dash.end < after.start
    if not (spaced or dash.raw == EM_DASH):
        return False
    return not _are_alike(before, after, row[at + 2 : at + 3]) or _is_denied(row[:at])


def _are_alike(before: Item, after: Item, beyond: Sequence[Item]) -> bool:
    """Recognise 'Monday - Friday', '3 - 5 weeks', '8 December - Friday 12 December'."""
    if any(before.stands_for(name) and after.stands_for(name) for name in _NAMES):
        return True
    ends_date = _is_number(before) or before.stands_for("month")
    dated = after.stands_for("weekday") and any(map(_is_number, beyond))
    return ends_date and (_is_number(after) or dated)


def _is_number(item: Item) -> bool:
    return not _NUMBERS.isdisjoint(item.classes) or item.text[:1].isdigit()


def _is_denied(before: Sequence[Item]) -> bool:
    stops = [at for at, item in enumerate(before) if item.stands_for("stop")]
    return any(item.stands_for("denial") for item in before[stops[-1] + 1 if stops else 0 :])

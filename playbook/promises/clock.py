"""Times of day: a promise is counted in days, so they are left out, with a note where they stood."""

from dataclasses import replace
from itertools import pairwise

from playbook.promises.lexicon import Item

_BEFORE_TODAYS_CLOCK = frozenset({"by", "before", "until", "till"})
_NAMES = frozenset({"weekday", "month", "clock", "feast", "near"})
"""What has a capital letter within a sentence, too."""
_DAYS = frozenset({"weekday", "near", "nth-day", "month", "iso", "numeric", "full-year"})

_HALVES = frozenset({"morning", "afternoon", "evening"})


def without_clock(row: list[Item]) -> list[Item]:
    """Leave out times of day, with a note where they stood. 'By close of business' or 'by 5 pm' alone is today."""
    settled: list[Item] = []
    before = False
    for at, item in enumerate(row):
        led = at > 0 and row[at - 1].text in _BEFORE_TODAYS_CLOCK
        is_today = item.stands_for("clock", "end") or (led and "clock" in item.classes)
        if is_today and not _names_a_day(_sentence_of(row, at)):
            settled.append(
                replace(item, classes={"near": int(_morning_before(row, at))}, clock_before=True)
            )
        elif item.text in _HALVES and at and row[at - 1].stands_for("which", "next", "following"):
            settled.append(replace(item, text="day", classes={"unit": "day"}))
        elif _is_tomorrow(row, at) and not _names_a_day(_later_than_today(_sentence_of(row, at))):
            settled.append(replace(item, classes={"near": 1}))
        elif _is_clock(row, at) or (before and item.stands_for("ish")):
            before = True
            if _belongs_to_clock(settled):
                settled.pop()
            if settled:
                settled[-1] = replace(settled[-1], clock_after=True)
            if _ends_sentence(row, at):
                settled.append(replace(item, text=".", classes={"stop": 1}))
                before = False
        else:
            settled.append(replace(item, clock_before=before))
            before = False
    return settled


def _morning_before(row: list[Item], at: int) -> bool:
    """Recognise 'We see one more in the morning, you'll hear by lunch': both are tomorrow."""
    return any(one.text == "in" and two.text == "morning" for one, two in pairwise(row[:at]))


def _is_tomorrow(row: list[Item], at: int) -> bool:
    """Recognise 'I'll ring you in the morning'."""
    led = row[at].text == "morning" and at > 0 and row[at - 1].text in {"in", "first thing in"}
    near = row[max(0, at - 4) : at - 1]
    return led and any(
        item.stands_for("role", "answer") or item.stands_for("open") for item in near
    )


def _ends_sentence(row: list[Item], at: int) -> bool:
    """Recognise 'At 17.00. Safe travels', 'at 5 p.m. Thanks', but not 'by 5 p.m. Friday'."""
    after = row[at + 1] if at + 1 < len(row) else None
    if after is None or not row[at].raw.endswith(".") or not after.raw[:1].isupper():
        return False
    return _NAMES.isdisjoint(after.classes)


def _belongs_to_clock(settled: list[Item]) -> bool:
    """Tell whether the last small word speaks of the time of day, as in 'Monday before noon'."""
    if not settled or not settled[-1].stands_for("bound"):
        return False
    rest = [item for item in settled[:-1] if {"filler", "comma"}.isdisjoint(item.classes)]
    return bool(rest) and not _DAYS.isdisjoint(rest[-1].classes)


def _sentence_of(row: list[Item], at: int) -> list[Item]:
    stops = [index for index, item in enumerate(row) if item.stands_for("stop")]
    start = max((index for index in stops if index < at), default=-1)
    return row[start + 1 : next((index for index in stops if index > at), len(row))]


def _later_than_today(row: list[Item]) -> list[Item]:
    """Return the words that aren't 'tonight': 'we talk tonight and ring you in the morning'."""
    return [item for item in row if not item.stands_for("near", 0)]


def _names_a_day(row: list[Item]) -> bool:
    return any(
        "clock" not in item.classes and (item.weight >= 1 or "unit" in item.classes) for item in row
    )


def _is_clock(row: list[Item], at: int) -> bool:
    """Tell whether a time of day, or a piece of one ('half past', 'two'), stands here."""
    item = row[at]
    if "clock" in item.classes:
        return True
    heads = "clock-head" in item.classes and at + 1 < len(row) and _is_hour(row, at + 1)
    follows = at > 0 and "clock-head" in row[at - 1].classes and _is_hour(row, at)
    return heads or follows


def _is_hour(row: list[Item], at: int) -> bool:
    counts = at + 1 < len(row) and row[at + 1].stands_for("unit")
    return row[at].stands_for("number") and row[at].text not in {"a", "an"} and not counts

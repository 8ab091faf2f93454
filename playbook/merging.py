"""Several copies of applications become one list, in which nothing that was typed is lost or guessed.

A record has no times for its fields, so nobody knows which of two texts is newer. What is known: a copy that has
everything of another one, and more, is the later of the two. Where each has something that the other lacks, both stay.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from playbook.ics import LARGEST_SEQUENCE
from playbook.plan_id import stand_in
from playbook.record import MOST_IN_CALENDAR, read_interview
from playbook.strict_json import write_json

type Application = Mapping[str, Any]
"""The record of one application, as it was typed."""

IN_CALENDAR = "in_calendar"
CHOICES = ("at_hand", "contact_on", "note_kind")
"""What a reader looks at, and nothing that they know: two copies that differ in these alone are one."""

LONGEST = len(str(LARGEST_SEQUENCE))
"""Digits in the number of a calendar file."""


def merge(applications: Iterable[Application]) -> list[Application]:
    """Return each application once, in the order of their numbers: of copies of one, those that no other one contains.

    The order of what is given doesn't matter, and merging what is merged changes nothing.
    """
    copies: dict[str, list[Application]] = {}
    for each in map(with_id, applications):
        copies.setdefault(each["plan_id"], []).append(each)
    return in_order(each for group in copies.values() for each in _merge_copies(group))


def in_order(applications: Iterable[Application]) -> list[Application]:
    """Return the applications by their numbers, copies of one by their texts."""
    rows = list(applications)
    copies = Counter(map(id_of, rows))

    def place(row: Application) -> tuple[str, str]:
        return id_of(row), write_json(row) if copies[id_of(row)] > 1 else ""

    return sorted(rows, key=place)


def id_of(application: Application) -> str:
    """Return the number of an application; empty where it has none."""
    plan_id = application.get("plan_id")
    return plan_id if isinstance(plan_id, str) else ""


def with_id(application: Application) -> Application:
    """Return the application with a number, derived from what it says where it has none."""
    if id_of(application):
        return application
    return {**application, "plan_id": stand_in(read_interview(dict(application))[0])}


def contains(full: Any, less: Any) -> bool:
    """Return whether a value has everything that another one has: its fields, and its rows in their order."""
    if is_empty(less):
        return True
    if isinstance(full, Mapping) and isinstance(less, Mapping):
        return all(contains(full.get(key), value) for key, value in less.items())
    if isinstance(full, list) and isinstance(less, list):
        rest = iter(full)
        return all(any(contains(row, each) for row in rest) for each in less if not is_empty(each))
    return type(full) is type(less) and bool(full == less)


def is_empty(value: Any) -> bool:
    """Return whether nothing is typed there."""
    if isinstance(value, Mapping):
        return all(map(is_empty, value.values()))
    if isinstance(value, list):
        return all(map(is_empty, value))
    return value is None or value is False or value == ""


def find_copy(application: Application, merged: Iterable[Application]) -> Application | None:
    """Return what has become of an application in a merged list: itself, or the copy that contains it."""
    numbered = with_id(application)
    typed = _typed(numbered)
    same = [each for each in merged if id_of(each) == id_of(numbered)]
    return next((each for each in same if contains(_typed(each), typed)), None)


def _merge_copies(copies: list[Application]) -> Iterator[Application]:
    beside = dict(_merge_beside(copies))
    typed = {write_json(each): each for each in map(_typed, copies)}
    for text, each in typed.items():
        if not any(_replaces(other, each) for other in typed.items() if other[0] != text):
            yield {**each, **beside}


def _replaces(other: tuple[str, Application], application: Application) -> bool:
    """Return whether another copy stands for this one; of two that say the same, one does."""
    text, full = other
    if not contains(full, application):
        return False
    return not contains(application, full) or text > write_json(application)


def _typed(application: Application) -> Application:
    """Return what the reader knows of an application, without what is remembered beside it."""
    beside = (IN_CALENDAR, *CHOICES)
    return {key: value for key, value in application.items() if key not in beside}


def _merge_beside(copies: list[Application]) -> Iterator[tuple[str, Any]]:
    """Yield every calendar entry that any copy remembers, and one of their choices."""
    for key in CHOICES:
        choices = [each[key] for each in copies if not is_empty(each.get(key))]
        if choices:
            yield key, max(choices, key=write_json)
    remembered = [each[IN_CALENDAR] for each in copies if not is_empty(each.get(IN_CALENDAR))]
    lists = [each for each in remembered if isinstance(each, list)]
    if lists:
        rows = {write_json(row): row for rows in lists for row in rows}
        newest = sorted(rows.values(), key=_age)[-MOST_IN_CALENDAR:]
        yield IN_CALENDAR, newest
    elif remembered:
        yield IN_CALENDAR, max(remembered, key=write_json)


def _age(row: Any) -> tuple[int, str]:
    sequence = row.get("sequence") if isinstance(row, Mapping) else None
    if isinstance(sequence, str) and sequence.isdecimal() and len(sequence) <= LONGEST:
        return int(sequence), write_json(row)
    return 0, write_json(row)

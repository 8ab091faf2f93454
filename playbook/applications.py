"""Several applications in one record: the one at hand has its fields there, the others stand under one key.

So every tool works on one of them, and whatever carries the record, a tab or a plan file, carries them all.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from playbook.interview import Interview
from playbook.merging import (
    CHOICES,
    IN_CALENDAR,
    Application,
    find_copy,
    id_of,
    in_order,
    is_empty,
    merge,
)
from playbook.plan_id import another_id
from playbook.record_keys import Trait, leaves_of
from playbook.rounds import begin_next, go_back
from playbook.spreadsheet.days import Order
from playbook.spreadsheet.days import in_order as read_in_order
from playbook.strict_json import write_json

OTHERS = "applications"
"""The key of the other applications in a record."""
ORDER = "applications_do"
"""The key of what a button of 'My interviews' asks for: {"open": key}, say. It's done at once, and then it's gone."""
REMOVED = "applications_removed"
"""The key of the one that was removed last, so that it can come back."""
AWAY = "away"
"""The key of the days on which the reader is away: they stand beside the applications, and hold for each."""
AROUND = (OTHERS, ORDER, REMOVED, AWAY)
"""The keys of a record that no application has."""
_THE_READERS_OWN = ("plan_id", "my_name", "my_email", "my_phone", "my_line", "note_tone")
_STARTS_WITH = (
    "plan_id",
    "country",
    "region",
    "office_zone",
    "note_tone",
    "private_titles",
    "remind_at",
)
"""What a form may have before anybody has typed in it."""


def at_hand(record: Mapping[str, Any]) -> Application:
    """Return the application that a record has in its own fields."""
    return {key: value for key, value in record.items() if key not in AROUND}


def own_days(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a record has of the reader's own days away; empty where it has none."""
    return {} if is_empty(record.get(AWAY)) else {AWAY: record[AWAY]}


def others(record: Mapping[str, Any]) -> list[Application]:
    """Return the other applications of a record; what isn't one is left out."""
    rows = record.get(OTHERS)
    return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []


def every(record: Mapping[str, Any]) -> list[Application]:
    """Return all applications of a record, in order; the one at hand only where something is typed in it."""
    return in_order(each for each in (at_hand(record), *others(record)) if not _is_blank(each))


def with_keys(applications: Sequence[Application]) -> dict[str, Application]:
    """Return applications in order, each by its number; a second copy of a number has "/2" behind it."""
    keyed: dict[str, Application] = {}
    counts: dict[str, int] = {}
    for each in applications:
        id = id_of(each)
        counts[id] = counts.get(id, 0) + 1
        keyed[id if counts[id] == 1 else f"{id}/{counts[id]}"] = each
    return keyed


def joined(application: Application, rest: Sequence[Application]) -> dict[str, Any]:
    """Return the record with this application at hand."""
    return {**application, **({OTHERS: list(rest)} if rest else {})}


def gather(record: Mapping[str, Any], opened: Sequence[Application]) -> dict[str, Any]:
    """Return the record with the applications of plan files, each once (see `merge`).

    Where nothing is typed at hand, the first of them takes its place. The reader's days away come along with those that
    have them beside them.
    """
    here, files = at_hand(record), [at_hand(each) for each in opened]
    wanted = files[0] if _is_blank(here) and files else here
    return _merged(wanted, [*every(record), *files]) | _all_days([record, *opened])


def open_beside(record: Mapping[str, Any], opened: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record with the applications of a plan file, of which the one at hand is at hand here now."""
    merged = _merged(at_hand(opened), [*every(record), *every(opened)])
    return merged | _all_days([record, opened])


def _all_days(records: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return every row of the days away in some records, each once, in an order that doesn't depend on theirs."""
    lists = [each[AWAY] for each in map(own_days, records) if each]
    if len(lists) == 1:
        return {AWAY: lists[0]}
    rows = {write_json(row): row for each in lists if isinstance(each, list) for row in each}
    known = {text: row for text, row in sorted(rows.items()) if not is_empty(row)}
    return {AWAY: list(known.values())} if known else {}


def _merged(wanted: Application, applications: Sequence[Application]) -> dict[str, Any]:
    merged = merge(applications)
    chosen = find_copy(wanted, merged)
    return joined(
        wanted if chosen is None else chosen, [each for each in merged if each is not chosen]
    )


def last_removed(record: object) -> Application | None:
    """Return the application that was taken out of a record last; None where there is none."""
    removed = _removed(record) if isinstance(record, Mapping) else []
    return removed[-1] if removed else None


def is_begun(application: Application) -> bool:
    """Return whether there is anything in it of one interview, and not only what goes along to each."""
    beside = {*_lasting(), *_THE_READERS_OWN, *CHOICES, IN_CALENDAR}
    return any(not is_empty(value) for key, value in application.items() if key not in beside)


def do_as_asked(record: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the record after what a button has asked for; None where nothing was asked.

    {"open": key} puts another application at hand, {"new": ""} an empty one; {"keep": key} leaves one copy of those
    with its number, {"part": key} gives a copy a number of its own; {"remove": key} takes one out, {"restore": ""}
    brings it back. {"next-round": key} puts one at hand in its next round, {"round-back": key} one back into the round
    before; an empty key is the one at hand. {"day-first": ""} and {"month-first": ""} say how the days are read that a
    spreadsheet left open.
    """
    if ORDER not in record:
        return None
    order = record[ORDER]
    name, key = next(iter(order.items())) if isinstance(order, dict) and order else ("", "")
    known = with_keys(every(record))
    here = next((each for each, value in known.items() if value == at_hand(record)), "")
    removed = _removed(record)
    if name == "new":
        key = next((each for each, value in known.items() if not is_begun(value)), "new")
        known.setdefault(key, _blank(at_hand(record)))
    elif name == "restore":
        at_hand_now = known.get(here)
        known, removed = with_keys(in_order([*known.values(), *removed])), []
        here = next((each for each, value in known.items() if value is at_hand_now), "")
    elif name in _CHANGES:
        key = key or here
        known = _changed(name, key, known)
    elif key not in known:
        name = ""
    elif name == "keep":
        copies = [each for each in known if id_of(known[each]) == id_of(known[key])]
        known = {each: value for each, value in known.items() if each == key or each not in copies}
    elif name == "remove":
        removed = [known.pop(key)]
    here = _find_at_hand(name, key, here, known)
    rest = [value for each, value in known.items() if each != here]
    beside = own_days(record) | ({REMOVED: removed} if removed else {})
    return joined(known.get(here, {}), rest) | beside


def _find_at_hand(name: str, key: str, here: str, known: Mapping[str, Application]) -> str:
    """Return which application is at hand after an order: the one that was, unless another one was asked for."""
    if key in known and (name in ("open", "new", "next-round") or here not in known):
        return key
    return here if here in known else next(iter(known), "")


def _changed(name: str, place: str, known: Mapping[str, Application]) -> dict[str, Application]:
    """Return the applications with the one at a place changed; all, where it's about the order of days in numbers."""
    places = known if name in tuple(Order) else (place,)
    return {
        each: _CHANGES[name](value) if each in places else value for each, value in known.items()
    }


def _blank(last: Application) -> Application:
    """Return an application in which nothing is typed, with what goes along to it from the last one."""
    goes = _lasting() | set(_THE_READERS_OWN)
    return {key: value for key, value in last.items() if key in goes and key != "plan_id"}


def _apart(copy: Application) -> Application:
    """Return a copy with a number of its own; what calendars have belongs to the old one."""
    typed = {key: value for key, value in copy.items() if key != IN_CALENDAR}
    return {**typed, "plan_id": another_id(id_of(copy), write_json(typed))}


def _removed(record: Mapping[str, Any]) -> list[Application]:
    rows = record.get(REMOVED)
    return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []


def _is_blank(application: Application) -> bool:
    return all(is_empty(value) for key, value in application.items() if key not in _STARTS_WITH)


def _lasting() -> set[str]:
    leaves = leaves_of(Interview)
    return {key for key, leaf in leaves.items() if Trait.LASTING in leaf.traits}


_CHANGES: Mapping[str, Callable[[Application], Application]] = {
    "next-round": begin_next,
    "round-back": go_back,
    "part": _apart,
    **{order: partial(read_in_order, order=order) for order in Order},
}
"""What a button changes in an application itself."""

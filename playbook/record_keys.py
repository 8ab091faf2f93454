"""The keys of a record, and where the value of each stands in an Interview or in a row of one of its lists.

A record as it is typed, saved and named in errors is one flat table; an Interview has its values with the noun that
each is about. Which key is which field, and what else is true of it, stands with the field.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, is_dataclass, replace
from enum import Enum, auto
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, cast, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Key:
    """The key of a field in a record, where it isn't the field's name."""

    text: str


class Trait(Enum):
    """What is true of a field beside its type."""

    LONG = auto()
    """It holds several lines."""
    LASTING = auto()
    """It belongs to the reader and goes along to the next interview."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value stands: in which noun ("office"; empty for the table itself), under which name, and its type."""

    noun: str
    name: str
    type: Any
    traits: frozenset[Trait]


def slots_of(kind: type[Any]) -> Mapping[str, Slot]:
    """Return the slots of an Interview or a row by the keys of a record, in the order of the fields."""
    return _slots(cast(Hashable, kind))


def value_of(table: Any, key: str) -> Any:
    """Return what an interview or a row has for a key of a record. Raises KeyError where there is no such key."""
    slot = slots_of(type(table))[key]
    return getattr(getattr(table, slot.noun) if slot.noun else table, slot.name)


def with_values[T](table: T, values: Mapping[str, Any]) -> T:
    """Return the interview or the row with other values, by the keys of a record."""
    slots = slots_of(type(table))
    changes: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        changes.setdefault(slots[key].noun, {})[slots[key].name] = value
    own = changes.pop("", {})
    nouns = {noun: replace(getattr(table, noun), **each) for noun, each in changes.items()}
    return replace(table, **own, **nouns)  # type: ignore[type-var]  # T is one of the record's dataclasses


@cache
def _slots(kind: Hashable) -> Mapping[str, Slot]:
    slots: dict[str, Slot] = {}
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if isinstance(hint, type) and is_dataclass(hint):
            slots |= {key: replace(slot, noun=name) for key, slot in slots_of(hint).items()}
        else:
            key, slot = _slot(name, hint)
            slots[key] = slot
    return MappingProxyType(slots)


def _slot(name: str, hint: Any) -> tuple[str, Slot]:
    plain, *notes = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    key = next((each.text for each in notes if isinstance(each, Key)), name)
    return key, Slot("", name, plain, frozenset(each for each in notes if isinstance(each, Trait)))

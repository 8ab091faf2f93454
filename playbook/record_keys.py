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
    MESSAGE = auto()
    """It holds a whole message, and may be longer than other texts of several lines."""
    LASTING = auto()
    """It belongs to the reader and goes along to the next interview."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where a value stands: in which noun ("office"; empty for the table itself), under which name, and its type."""

    noun: str
    name: str
    type: Any
    traits: frozenset[Trait]


def leaves_of(kind: type[Any]) -> Mapping[str, Leaf]:
    """Return the leaves of an Interview or a row by the keys of a record, in the order of the fields."""
    return _leaves(cast(Hashable, kind))


def value_of(table: Any, key: str) -> Any:
    """Return what an interview or a row has for a key of a record. Raises KeyError where there is no such key."""
    leaf = leaves_of(type(table))[key]
    return getattr(getattr(table, leaf.noun) if leaf.noun else table, leaf.name)


def with_values[T](table: T, values: Mapping[str, Any]) -> T:
    """Return the interview or the row with other values, by the keys of a record."""
    leaves = leaves_of(type(table))
    changes: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        changes.setdefault(leaves[key].noun, {})[leaves[key].name] = value
    own = changes.pop("", {})
    nouns = {noun: replace(getattr(table, noun), **each) for noun, each in changes.items()}
    return replace(table, **own, **nouns)  # type: ignore[type-var]  # T is one of the record's dataclasses


@cache
def _leaves(kind: Hashable) -> Mapping[str, Leaf]:
    leaves: dict[str, Leaf] = {}
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if isinstance(hint, type) and is_dataclass(hint):
            leaves |= {key: replace(leaf, noun=name) for key, leaf in leaves_of(hint).items()}
        else:
            key, leaf = _leaf(name, hint)
            leaves[key] = leaf
    return MappingProxyType(leaves)


def _leaf(name: str, hint: Any) -> tuple[str, Leaf]:
    plain, *notes = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    key = next((each.text for each in notes if isinstance(each, Key)), name)
    return key, Leaf("", name, plain, frozenset(each for each in notes if isinstance(each, Trait)))

"""Strict reading of our own TOML: a table becomes a frozen dataclass, or a ContentError says what is wrong."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from types import GenericAlias
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from playbook.errors import ContentError
from playbook.spelling import AS_WRITTEN, Spelling

_SPELLED = "spelled as the centre's country spells it"
Words = Annotated[str, _SPELLED]
"""A text that is shown as it is read, and so gets the spelling of the centre's country."""
_NAMES = {str: "text", int: "a whole number", bool: "true or false", date: "a date (2026-11-22)"}


def read_toml(file: Traversable) -> dict[str, Any]:
    """Return the tables of a TOML file. Raises ContentError where the file isn't TOML."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{file.name}: not TOML: {error}") from error


def read_all[T](kind: type[T], file: Traversable, spelling: Spelling = AS_WRITTEN) -> dict[str, T]:
    """Return every table of a TOML file as a `kind`; the table's name becomes its `id`."""
    return {
        name: read(kind, {"id": name, **table}, f"{file.name} [{name}]", spelling)
        for name, table in read_toml(file).items()
    }


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with slots, kept in TOML apart from the code that chooses it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class WordList:
    """Words of the language, with blanks between them."""

    id: str
    words: str


def read[T](
    kind: type[T], table: Mapping[str, Any], where: str, spelling: Spelling = AS_WRITTEN
) -> T:
    """Return `table` as a frozen dataclass of this `kind`, its `Words` in this spelling.

    Raises ContentError for an unknown key, a missing key or a value of the wrong type.
    """
    hints = get_type_hints(kind, include_extras=True)
    wanted = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]  # T is a dataclass by contract
    for key in table:
        if key not in wanted:
            near = get_close_matches(key, wanted, n=1)
            others = ", ".join(name for name in wanted if name != "id" or name not in table)
            known = f"did you mean '{near[0]}'?" if near else f"known keys: {others}"
            raise ContentError(f"{where}: unknown key '{key}'; {known}")
    for name, field in wanted.items():
        if name not in table and _is_required(field):
            raise ContentError(f"{where}: missing key '{name}'; it takes {_wanted(hints[name])}")
    return kind(
        **{
            key: _value(hints[key], value, f"{where} {key}", spelling)
            for key, value in table.items()
        }
    )


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _value(hint: Any, value: object, where: str, spelling: Spelling) -> object:
    if hint == Words and isinstance(value, str):
        return spelling.respell(value)
    if get_origin(hint) is tuple and isinstance(value, list):
        item = get_args(hint)[0]
        return tuple(
            _value(item, each, f"{where} {at}", spelling) for at, each in enumerate(value, 1)
        )
    if is_dataclass(hint) and isinstance(hint, type) and isinstance(value, dict):
        return read(hint, value, where, spelling)
    if not isinstance(hint, GenericAlias) and type(value) is hint:
        return value
    raise ContentError(f"{where}: expected {_wanted(hint)}, found {_typed(value)}")


def _typed(value: object) -> str:
    """Format a value about as TOML writes it, so that it can be searched for in the file."""
    return str(value).lower() if isinstance(value, bool | date) else repr(value)


def _wanted(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return f"a list, each {_wanted(get_args(hint)[0])}"
    if is_dataclass(hint):
        return "a table"
    return _NAMES.get(str if hint == Words else hint, str(hint))

"""A centre's TOML files: read table by table, with the line of everything that is wrong."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from playbook.content import read
from playbook.errors import ContentError
from playbook.render import listed
from publish.brand.check.complaints import Complaint, did_you_mean, find_line
from publish.brand.check.keys import KINDS
from publish.brand.check.values import is_link

_NAME = re.compile(r"""^[ \t]*\["?([^"\]\n]+)""", re.MULTILINE)
"""A name in brackets at the start of a line, closed or not."""
_PLACE = re.compile(r" \(at line (\d+), column \d+\)")

_QUOTED = '["our-spring-fair/1"]'

Table = Mapping[str, object]


class TableInFile:
    """A table in a file, to complain about."""

    def __init__(self, file: str, text: str, id: str) -> None:
        self._file, self._text = file, text
        self._line = find_line(text, f"[{id}]") or find_line(text, f'["{id}"]')

    def complain(self, message: str, key: str = "", *, stops: bool = True) -> Complaint:
        """Return a complaint about this table, or about the line of one of its keys."""
        line = find_line(self._text, key, self._line) if key else self._line
        return Complaint(self._file, line, message, stops)

    def find_unknown(
        self, ids: object, known: Collection[str], key: str, what: str
    ) -> Iterator[Complaint]:
        """Yield a complaint for each of these ids, or the one, that isn't known."""
        names: list[object] = ids if isinstance(ids, list) else [ids] if ids else []
        for id in names:
            if id not in known:
                hint = did_you_mean(str(id), known)
                yield self.complain(f"there is no {what} '{id}'. {hint}", key)


def read_tables(file: Path, name: str) -> tuple[dict[str, Table], list[Complaint]]:
    """Return the tables of a file, and what keeps others from being read; nothing where it isn't there."""
    if not file.is_file():
        return {}, []
    tables, unreadable = read_toml_file(file, name)
    if unreadable:
        return {}, [unreadable]
    bare = [id for id, table in tables.items() if not isinstance(table, dict)]
    if not bare:
        return tables, []
    stand, it = ("stands", "it") if len(bare) == 1 else ("stand", "them")
    message = (
        f"{listed([f"'{id}'" for id in bare])} {stand} before the first [name]; put {it} below one"
    )
    line = find_line(file.read_text(encoding="utf-8"), bare[0])
    others = {id: table for id, table in tables.items() if id not in bare}
    return others, [Complaint(name, line, message)]


def list_ids(file: Path, name: str) -> list[str]:
    """Return the ids of a file's tables; of a file that can't be read, those that its lines seem to give.

    So what names one of them isn't called wrong besides.
    """
    tables, complaints = read_tables(file, name)
    if complaints and not tables:
        return _NAME.findall(file.read_text(encoding="utf-8"))
    return list(tables)


def read_toml_file(file: Path, name: str) -> tuple[dict[str, Any], Complaint | None]:
    """Return what a TOML file says, or why it can't be read."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8")), None
    except tomllib.TOMLDecodeError as error:
        return {}, _in_our_words(name, str(error))


def look_at_table(
    kind: type[Any], id: str, table: Table, place: TableInFile
) -> Iterator[Complaint]:
    """Yield what keeps a table from being one of this kind."""
    if "id" in table:
        yield place.complain("leave 'id' out; the name in brackets says it", "id")
        return
    try:
        read(kind, {"id": id, **table}, f"[{id}]")
    except ContentError as error:
        keys = (*table, *(field.name for field in fields(kind)))
        message = str(error)
        wrong = next(
            (key for key in keys if f" {key}:" in message or f"unknown key '{key}'" in message), ""
        )
        yield place.complain(str(error), wrong)
    for key, value in table.items():
        if isinstance(value, str) and not value.strip():
            yield place.complain(f"'{key}' is empty", key)
        elif key == "url" and isinstance(value, str) and not is_link(value):
            message = f"'{value}' is no right '{key}': it takes {KINDS['link']}"
            yield place.complain(message, key)


def _in_our_words(name: str, error: str) -> Complaint:
    place_in_file = _PLACE.search(error)
    line, message = int(place_in_file[1]) if place_in_file else 0, _PLACE.sub("", error)
    twice = re.search(r"Cannot declare \('(.+?)',\) twice", message)
    if twice:
        return Complaint(name, line, f"[{twice[1]}] is set here a second time; keep one of the two")
    if "Cannot overwrite a value" in message:
        return Complaint(name, line, "this stands here a second time; keep one of the two")
    if "at the end of a table declaration" in message:
        message = (
            f"a name in brackets ends with ']', and takes quotes around a stroke, like {_QUOTED}"
        )
        return Complaint(name, line, message)
    if "Illegal character '\\n'" in message:
        return Complaint(name, line, "a quote opens here and never closes")
    if "Invalid date" in message:
        return Complaint(name, line, "there is no such day; a date is like 2026-11-02")
    hint = "text takes quotes; a number, and a date like 2026-11-02, take none"
    return Complaint(name, line, f"it can't be read: {message}; {hint}")

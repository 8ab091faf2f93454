"""What stands in the data files: every text in every TOML file of the rules and of their tests, and the letters."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from runtime.rule_texts import list_texts
from tests.playbook.readers import ROOT, TODAY

FOLDERS = (ROOT / "playbook", ROOT / "tests" / "playbook")
Situation = tuple[dict[str, Any], date]
"""A record and the reader's date."""


@cache
def read_texts() -> tuple[str, ...]:
    """Every text, each once, keys and values."""
    texts = (text for table in read_tables() for text in list_texts(table))
    return tuple(dict.fromkeys(text for text in texts if text))


@cache
def read_tables() -> tuple[dict[str, Any], ...]:
    """Every TOML file."""
    paths = (path for folder in FOLDERS for path in sorted(folder.rglob("*.toml")))
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")) for path in paths)


def list_situations() -> Iterator[Situation]:
    """Yield every record that stands in a TOML file, examples and golden ones, with the day beside it."""
    for table in read_tables():
        yield from find_records(table)


def find_records(value: object) -> Iterator[Situation]:
    """Yield the records in a table."""
    if not isinstance(value, dict):
        return
    record, day = value.get("record"), value.get("today", TODAY)
    if isinstance(record, dict):
        yield record, day
    for each in value.values():
        yield from find_records(each)


def list_promises() -> Iterator[tuple[str, date]]:
    """Yield every sentence of the tables of promises with the day on which it was said."""
    for table in read_tables():
        for section in table.values():
            if isinstance(section, dict) and isinstance(section.get("reads"), dict):
                yield from ((words, section["said_on"]) for words in section["reads"])

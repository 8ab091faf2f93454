"""Everything that is written in the data files of the rules, by reading the files: no list of it is kept anywhere."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from runtime.files import STAGED

RULES = STAGED / "playbook"


@cache
def read_texts(folder: Path = RULES) -> tuple[str, ...]:
    """Return every text of every TOML file, each once: phrases, labels, choices, examples, sentences, names."""
    tables = (
        tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.toml"))
    )
    return tuple(dict.fromkeys(text for table in tables for text in list_texts(table) if text))


def list_texts(value: object) -> Iterator[str]:
    """Yield the texts in a table, its keys among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from list_texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from list_texts(each)

"""Which words a centre's copy spells otherwise: by its country, its setting and its own list."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from publish.brand.check.complaints import Complaint, find_line
from publish.brand.check.read import Brand
from publish.brand.check.tables import read_toml_file

FILE = "brand/spelling.toml"
OURS = "ours"
"""What `spelling` says to leave every word as we spell it."""


def read_words(root: Path, brand: Brand) -> dict[str, str]:
    """Return what to write for which word; empty where all stays as it is."""
    return _list_words(choose(brand)) | _read_own(root)


def write_words(words: Mapping[str, str]) -> bytes:
    """Return the list as the rules read it; JSON's texts are TOML's, too."""
    lines = (f"{_quote(word)} = {_quote(better)}\n" for word, better in sorted(words.items()))
    return "".join(lines).encode()


def choose(brand: Brand) -> str:
    """Return the spelling that the centre set, or that of its country."""
    countries = _read_lists()["countries"]
    by_country = (name for name, codes in countries.items() if brand.get("country") in codes)
    return str(brand.get("spelling") or next(by_country, OURS))


def find_faults(root: Path) -> Iterator[Complaint]:
    """Yield what is wrong with the centre's own list of words."""
    file = root / FILE
    if not file.is_file():
        return
    text = file.read_text(encoding="utf-8")
    table, unreadable = read_toml_file(file, FILE)
    if unreadable:
        yield unreadable
    for word, better in table.items():
        line = find_line(text, word) or find_line(text, _quote(word))
        if not isinstance(better, str) or not better.strip() or not word.strip():
            message = f'\'{word}\' takes a word in quotes, like "résumé" = "CV"'
            yield Complaint(FILE, line, message)
        elif re.search("[<>]", better):
            yield Complaint(FILE, line, f"'{better}': a word has no < and no > in it")


def _list_words(spelling: str) -> dict[str, str]:
    lists = _read_lists()
    if spelling == OURS:
        return {}
    both: dict[str, str] = lists["both"]
    pairs = both if spelling == "us" else {us: gb for gb, us in both.items()}
    one_way: dict[str, str] = lists[spelling]
    return pairs | one_way


def _read_own(root: Path) -> dict[str, str]:
    file = root / FILE
    if not file.is_file():
        return {}
    own: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return own


def _read_lists() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

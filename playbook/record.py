"""Reading a record as it was typed: what can be used becomes an Interview, what can't is a problem of its field."""

import re
import unicodedata
from collections.abc import Callable, Hashable, Mapping
from datetime import date, time
from difflib import get_close_matches
from functools import cache, partial
from typing import Any, cast, get_args, get_origin

from playbook.errors import Problem, Problems
from playbook.interview import Interview
from playbook.memory import remembered
from playbook.record_keys import Leaf, Trait, leaves_of, with_values

FIRST_YEAR, LAST_YEAR = 2000, 2099
"""The years a date may lie in: wide enough for any job search, narrow enough to catch a slip of the keys."""
UNFINISHED = "?"
"""What a form sends for half a date or time, or one that there isn't: browsers keep what was typed to themselves."""
MOST_ROWS = 50
"""Entries in one list: more than any interview has."""
MOST_UNKNOWN = 20
"""Fields that nobody knows which are named one by one; the others are counted."""
MOST_IN_CALENDAR = 200
"""Entries of calendar files that are remembered: those of a full record, and where they stood before they moved."""
SHORT, LONG, MESSAGE = 300, 5000, 20_000
"""Characters in a line of text, in a text of several lines, and in a message with the older ones below it."""

_BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
_AROUND = f"{_BLANKS}\u00ad\u200b\u2060\ufeff"
"""What comes along with a copied text and says nothing before or after it, also where it has no width."""

_SEPARATOR = "\x1f"
"""Stands between two words as a blank does; the three characters before it end a line."""


def read_interview(record: object) -> tuple[Interview, Problems]:
    """Return the record as an Interview, with a problem for each field that can't be used, by its path.

    What can be used is kept. A row that can't be used stays in its place, empty, so that paths keep their numbers.
    """
    if not isinstance(record, dict):
        return Interview(), {"record": Problem("not-a-record", {})}
    interview, problems = _read(Interview, record)
    return interview, _with_few_unknown(problems)


def _with_few_unknown(problems: Problems) -> Problems:
    """Limit the problems of unknown fields to MOST_UNKNOWN, each with the nearest known name; count the others."""
    unknown = [path for path, each in problems.items() if each.message == "unknown-field"]
    for path in unknown[:MOST_UNKNOWN]:
        problems[path] = _unknown(problems[path].facts)
    for path in unknown[MOST_UNKNOWN:]:
        del problems[path]
    if len(unknown) > MOST_UNKNOWN:
        problems["record"] = Problem("more-unknown", {"found": len(unknown) - MOST_UNKNOWN})
    return problems


def _read[T](kind: type[T], table: Mapping[str, object]) -> tuple[T, Problems]:
    readers = _readers(cast(Hashable, kind))
    problems = {
        key[:SHORT]: Problem("unknown-field", {"found": key[:SHORT], "known": tuple(readers)})
        for key in table
        if key not in readers
    }
    read = {}
    for name, reader in readers.items():
        value = table.get(name)
        if value is None or value == "":
            continue
        parsed = reader(value, name, problems)
        if parsed is not None:
            read[name] = parsed
    return with_values(kind(), read), problems


type Reader = Callable[[object, str, Problems], object]
"""Gives a field's value as the record holds it; None where it is empty or a problem was noted."""


@cache
def _readers(kind: Any) -> Mapping[str, Reader]:
    """Return how to read each field of a record or a row, by its type."""
    return {key: _reader(leaf) for key, leaf in leaves_of(kind).items()}


def _reader(leaf: Leaf) -> Reader:
    if get_origin(leaf.type) is tuple:
        return partial(_rows, get_args(leaf.type)[0])
    if leaf.type is bool:
        return _yes_no
    if leaf.type is str:
        return partial(_text, most=_most(leaf), is_long=Trait.LONG in leaf.traits)
    return _time if time in get_args(leaf.type) else _date


def _most(leaf: Leaf) -> int:
    if Trait.MESSAGE in leaf.traits:
        return MESSAGE
    return LONG if Trait.LONG in leaf.traits else SHORT


def _unknown(facts: Mapping[str, Any]) -> Problem:
    near = get_close_matches(facts["found"], facts["known"], n=1)
    return Problem("unknown-field", {"found": facts["found"], "near": near[0] if near else ""})


def _rows(kind: Any, value: object, name: str, problems: Problems) -> tuple[object, ...] | None:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        problems[name] = Problem("not-a-list", {})
        return None
    most = MOST_IN_CALENDAR if name == "in_calendar" else MOST_ROWS
    if len(value) > most:
        problems[name] = Problem("too-many", {"found": len(value), "most": most})
    rows = []
    for at, table in enumerate(value[:most]):
        is_text = all(type(each) is str for each in table.values())
        row, parsed = _row(kind, tuple(table.items())) if is_text else _read(kind, table)
        problems |= {f"{name}.{at}.{key}": problem for key, problem in parsed.items()}
        rows.append(row)
    return tuple(rows)


@remembered()
def _row(kind: Any, texts: tuple[tuple[str, str], ...]) -> tuple[object, Problems]:
    """Parse a row that holds texts alone. Cached, because a keystroke changes one row of a record at most."""
    return _read(kind, dict(texts))


def _yes_no(value: object, name: str, problems: Problems) -> bool | None:
    if isinstance(value, bool):
        return value
    problems[name] = Problem("not-yes-no", {})
    return None


def _text(
    value: object, name: str, problems: Problems, *, most: int = SHORT, is_long: bool = False
) -> str | None:
    """Return the text without characters that can't be seen but change what is seen: controls and bidi overrides."""
    if not isinstance(value, str):
        problems[name] = Problem("not-text", {})
        return None
    plain = value.isascii() and value.isprintable()
    text = value.strip() if plain else _clean(value, name, problems, is_long=is_long)
    if len(text) > most:
        problems[name] = Problem("too-long", {"found": f"{len(text):,}", "most": f"{most:,}"})
        return None
    return text or None


def _clean(value: str, name: str, problems: Problems, *, is_long: bool) -> str:
    value = value.replace(_SEPARATOR, " ")
    text = "\n".join(value.splitlines()) if is_long else _in_one_line(value)
    visible = "".join(each for each in text if not _is_invisible(each))
    if len(visible) < len(text):
        problems[name] = Problem("invisible", {"found": len(text) - len(visible)})
    return unicodedata.normalize("NFC", visible).strip(_AROUND)


def _in_one_line(text: str) -> str:
    """Join the lines of a text with blanks. Breaks pasted from Word and the web count as well."""
    lines = text.replace("\t", "\n").splitlines()
    return " ".join(words for line in lines if (words := line.strip()))


def _is_invisible(character: str) -> bool:
    if character in "\n\t":
        return False
    bidi_control = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    return bidi_control or unicodedata.category(character) in ("Cc", "Cs", "Co")


def _date(value: object, name: str, problems: Problems) -> date | None:
    text = _text(value, name, problems)
    if text is None:
        return None
    if text == UNFINISHED:
        problems[name] = Problem("unfinished-date", {})
        return None
    parts = re.fullmatch(r"([0-9]{1,6})-([0-9]{2})-([0-9]{2})", text)
    if parts is None:
        problems[name] = Problem("not-a-date", {"found": text[:40]})
        return None
    year, month, day = (int(number) for number in parts.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        facts = {"found": year, "first": FIRST_YEAR, "last": LAST_YEAR}
        problems[name] = Problem("year-out-of-range", facts)
        return None
    try:
        return date(year, month, day)
    except ValueError:
        problems[name] = Problem("no-such-day", {"found": text})
        return None


def _time(value: object, name: str, problems: Problems) -> time | None:
    text = _text(value, name, problems)
    if text is None:
        return None
    if text == UNFINISHED:
        problems[name] = Problem("unfinished-time", {})
        return None
    parts = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(:[0-5][0-9])?", text)
    if parts is None:
        problems[name] = Problem("not-a-time", {"found": text[:40]})
        return None
    return time(int(parts[1]), int(parts[2]))

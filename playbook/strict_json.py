"""JSON as every program reads it: no number that JSON has not, no key twice, nothing nested without end.

Reading takes time that grows with the text, whatever is in it.
"""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from playbook.errors import Problem

LONGEST_NUMBER = 30
"""Characters in a number: far more than anybody counts with."""
LARGEST_NUMBER = 1e15
"""What every program reads as the same number."""
_SHOWN = 20
"""Characters of a long number or key that a message repeats."""
_STRINGS_AND_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
"""A string, also one that never ends, as a whole: so no bracket in it counts, and no character is looked at twice."""


class JsonProblem(Exception):
    """A text that isn't JSON as we take it; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_json(text: str, deepest: int) -> Any:
    """Return what the text holds, lists and tables nested `deepest` times at most.

    Raises JsonProblem: "not-json", "too-deep", "odd-number" or "key-twice".
    """
    if _is_deeper(text, deepest):
        raise JsonProblem(Problem("too-deep", {}))
    try:
        return json.loads(
            text,
            parse_int=_read_whole,
            parse_float=_read_float,
            parse_constant=_refuse_number,
            object_pairs_hook=_read_table,
        )
    except ValueError as error:
        raise JsonProblem(Problem("not-json", {"found": str(error)})) from None


def write_json(
    value: object,
    *,
    default: Callable[[Any], Any] | None = None,
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
) -> str:
    """Return the value as JSON, its keys in order, letters of every script as they are.

    Raises ValueError for infinity.
    """
    return json.dumps(
        value,
        allow_nan=False,
        default=default,
        ensure_ascii=False,
        indent=indent,
        separators=separators,
        sort_keys=True,
    )


def _is_deeper(text: str, deepest: int) -> bool:
    depth = 0
    for token in _STRINGS_AND_BRACKETS.finditer(text):
        if token[0] in ("[", "{"):
            depth += 1
            if depth > deepest:
                return True
        elif token[0] in ("]", "}"):
            depth -= 1
    return False


def _read_whole(text: str) -> int:
    return int(text) if len(text) <= LONGEST_NUMBER else _refuse_number(text)


def _read_float(text: str) -> float:
    number = float(text) if len(text) <= LONGEST_NUMBER else LARGEST_NUMBER
    return number if abs(number) < LARGEST_NUMBER else _refuse_number(text)


def _refuse_number(text: str) -> Any:
    raise JsonProblem(Problem("odd-number", {"found": _shown(text)}))


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _read_table(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise JsonProblem(Problem("key-twice", {"found": _shown(key)}))
        table[key] = value
    return table

"""Call every method of Python's own types with a little of everything. Runs inside Pyodide, on Node.

Readers' texts come in all scripts and lengths, and Python keeps each kind of text otherwise. This
makes sure that the functions behind are known to be in use, whichever the examples happened to take.
"""

import builtins
import json
import unicodedata
from collections import Counter, OrderedDict, defaultdict, deque
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

TEXTS = ("", "a B", "Zoë çà", "Łukasz 王芳", "نورة 🙂", "x" * 70_000, "é" * 70_000, "\ud83d", "7", "2026-11-22")
SAMPLES = (
    *TEXTS, b"", b"ab \xff", bytearray(b"ab"), 0, 7, -7, 1 << 70, True, 1.5, -0.0, float("inf"), None,
    (), (1, 2), [3, 1, 2], ["b", "a"], {"a": 1}, {1, 2}, frozenset("ab"), range(9), slice(1, 5, 2), Counter("aab"),
    OrderedDict(a=1), defaultdict(list), deque([1, 2], 3), date(2028, 2, 29), datetime(2026, 11, 22, 9, tzinfo=UTC),
    time(9, 30), timedelta(days=1, seconds=5), ValueError("x"), iter([1]), enumerate("ab"), 2j,
)  # fmt: skip
NOT_THESE = frozenset({"breakpoint", "input", "exit", "quit", "help", "open", "print", "compile", "exec", "eval", "license"})
MORE_THAN_AT_FIRST = 48_000_000
"""Bytes: Python's memory begins with 31 million and has to grow for these."""
OPERATORS = ("__add__", "__mul__")
FORMATS = ("", ">9", "^9", "+", "05d", ".2f", "x", "e", "%", ",", "s", "c")


def smoke() -> None:
    """Call everything; what a method says to a value that doesn't suit it is no matter."""
    for value in SAMPLES:
        call_methods(value)
        for form in FORMATS:
            attempt(format, value, form)
    for name in set(dir(builtins)) - NOT_THESE:
        if callable(getattr(builtins, name)) and not name.startswith("_"):
            for value in SAMPLES:
                attempt(getattr(builtins, name), value)
    for one, other in product(SAMPLES, SAMPLES):
        for name in ("__lt__", "__eq__", "__mod__", "__contains__", "__getitem__", "__sub__", "__or__", "__floordiv__"):
            attempt(getattr(type(one), name, None), one, other)
        if len(str(one)) + len(str(other)) < 1000:
            for name in OPERATORS:
                attempt(getattr(type(one), name, None), one, other)
    attempt(bytes, MORE_THAN_AT_FIRST)
    for text in TEXTS:
        attempt(json.loads, json.dumps([text, {text: [1.5, None]}]))
        attempt(json.dumps, [text], ensure_ascii=False, indent=1)
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            attempt(unicodedata.normalize, form, text)


def call_methods(value: object) -> None:
    """Call each method with nothing, with one sample and with two."""
    for name in dir(value):
        if name.startswith("_"):
            continue
        for given in ((), *((each,) for each in SAMPLES), ("a", "b"), (1, 2), ("a", 1)):
            attempt(getattr(fresh(value), name, None), *given)


def fresh(value: object) -> object:
    """A copy of what a method could change."""
    return value.copy() if isinstance(value, list | dict | set | bytearray | deque) else value


def attempt(function: object, *given: object, **named: object) -> None:
    """Call it if it can be called."""
    with suppress(Exception):
        function(*given, **named)  # type: ignore[operator]  # what isn't a function raises, and that's no matter

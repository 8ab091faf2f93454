"""Call what the rules may call of Python's own with a little of everything. Runs inside Pyodide, on Node.

Readers' texts come in all scripts and lengths, and Python keeps each kind of text otherwise. This
makes sure that the functions behind are known to be in use, whichever the examples happened to take:
every operator, and every method and function whose name any function mentions that answers.
"""

import binascii
import bisect
import builtins
import gc
import heapq
import itertools
import json
import marshal
import math
import operator
import unicodedata
from _sre import compile as compile_pattern
from collections import Counter, OrderedDict, defaultdict, deque
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

from observer import list_called
from sitecustomize import PREPARED

TEXTS = (
    "",
    "a B",
    "Zoë çà",
    "Łukasz 王芳",
    "نورة 🙂",
    "x" * 70_000,
    "é" * 70_000,
    "\ud83d",
    "7",
    "2026-11-22",
)
SAMPLES = (
    *TEXTS, b"", b"ab \xff", bytearray(b"ab"), 0, 7, -7, 1 << 70, True, 1.5, -0.0, float("inf"), None,
    (), (1, 2), [3, 1, 2], ["b", "a"], {"a": 1}, {1, 2}, frozenset("ab"), range(9), slice(1, 5, 2), Counter("aab"),
    OrderedDict(a=1), defaultdict(list), deque([1, 2], 3), date(2028, 2, 29), datetime(2026, 11, 22, 9, tzinfo=UTC),
    time(9, 30), timedelta(days=1, seconds=5), ValueError("x"), iter([1]), enumerate("ab"), 2j,
)  # fmt: skip
MODULES = (binascii, bisect, heapq, itertools, math, unicodedata)
NOT_THESE = frozenset(
    {"breakpoint", "input", "exit", "quit", "help", "open", "print", "compile", "exec", "eval", "license"}
    | {"pow", "ipow", "comb", "perm", "factorial", "methodcaller"}
)  # fmt: skip
"""What asks, ends, shows, counts for hours, or stops the collector of Pyodide 314 (methodcaller)."""
CHARACTERS = [chr(number) for number in range(1, 0x30000, 97)]
MARKS = "e\u0301\u0316 가각 \u1100\u1161\u11a8 ﬁ Å ṩ \u0301"
LONG = 1000
SHORT_TEXTS = [text[:200] for text in TEXTS]
MORE_THAN_AT_FIRST = 48_000_000
"""Bytes: Python's memory begins with 31 million and has to grow for these."""
FORMATS = ("", ">9", "^9", "+", "05d", ".2f", "x", "e", "%", ",", "s", "c")

samples_made: dict[type, object] = {}


def smoke(mentioned: frozenset[str]) -> None:
    """Call what is mentioned; what a method says to a value that doesn't suit it is no matter."""
    for value in SAMPLES:
        call_methods(value, mentioned)
        for form in FORMATS:
            attempt(format, value, form)
    for name in list_public(builtins) & mentioned - NOT_THESE:
        call_function(getattr(builtins, name))
    for module in MODULES:
        for name in list_public(module) & list_called(module) - NOT_THESE:
            call_function(getattr(module, name))
    for name in list_public(operator) - NOT_THESE:
        call_function(getattr(operator, name))
    use_patterns()
    attempt(bytes, MORE_THAN_AT_FIRST)
    for text in (*TEXTS, MARKS, *CHARACTERS):
        attempt(json.loads, json.dumps([text, {text: [1.5, None]}]))
        attempt(json.dumps, [text], ensure_ascii=False, indent=1)
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            attempt(unicodedata.normalize, form, text)
            attempt(unicodedata.is_normalized, form, text)
    collect_garbage()


def list_public(value: object) -> frozenset[str]:
    """Return the names that a module or a value has for others."""
    return frozenset(name for name in dir(value) if not name.startswith("_"))


def call_function(function: object) -> None:
    """Call it with one sample and with two, and with characters of all kinds."""
    for given in (*((each,) for each in SAMPLES), *product(SAMPLES, repeat=2)):
        if sum(len(str(each)) for each in given) < LONG:
            attempt(function, *given)
    for character in CHARACTERS:
        attempt(function, character)


def use_patterns() -> None:
    """Look for every pattern of the rules in every kind of text."""
    for made in PREPARED["patterns"].values():
        pattern = compile_pattern(*marshal.loads(made))
        for text in (*SHORT_TEXTS, *map(str.upper, SHORT_TEXTS)):
            for name in ("search", "match", "fullmatch", "findall", "split"):
                attempt(getattr(pattern, name), text)
            attempt(pattern.sub, r"\g<0>!", text)
            attempt(pattern.sub, str, text)


def call_methods(value: object, mentioned: frozenset[str]) -> None:
    """Call each method that is mentioned with nothing, with one sample and with two."""
    for name in list_public(value) & mentioned:
        for given in ((), *((each,) for each in SAMPLES), ("a", "b"), (1, 2), ("a", 1)):
            attempt(getattr(fresh(value), name, None), *given)


def fresh(value: object) -> object:
    """Return a copy of what a method could change."""
    return value.copy() if isinstance(value, list | dict | set | bytearray | deque) else value


def attempt(function: object, *given: object, **named: object) -> None:
    """Call a function, ignore errors, and keep one result of each type as a further sample."""
    with suppress(Exception):
        made = function(*given, **named)  # type: ignore[operator]  # what isn't a function raises, and that's no matter
        if hasattr(made, "__next__"):
            made = [made, next(made)]
        for each in made if isinstance(made, list) else [made]:
            samples_made.setdefault(type(each), each)


def collect_garbage() -> None:
    """Run the garbage collector over one object of each kind, once reachable and once in a dead cycle."""
    gc.collect()
    circle = [*samples_made.values()]
    circle.append(circle)
    samples_made.clear()
    del circle
    gc.collect()

"""Note what runs, is mentioned, imported and asked for after a start from an image. Runs inside Pyodide, on Node."""

import builtins
import gc
import importlib
import sys
from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

from sitecustomize import PREPARED, Made

Name = tuple[str, int, str]

RULES = "playbook/"
OFTEN = 10
"""Garbage is collected all the time, so that each kind of object meets the collector while it is watched."""

seen: set[Name] = set()
mentioned: set[str] = set()
imported: set[str] = set()
watch = sys.monitoring
find, find_by_name = builtins.__import__, importlib._bootstrap._gcd_import  # type: ignore[attr-defined]


def name_of(code: CodeType) -> Name:
    """Return a function's identity: its file, first line and qualified name."""
    return code.co_filename, code.co_firstlineno, code.co_qualname


def observe() -> None:
    """Start observing: hook imports and the interpreter's call events."""
    gc.set_threshold(OFTEN)
    for made in PREPARED.values():
        made.asked.clear()
        made.load()
    builtins.__import__ = note_import
    importlib._bootstrap._gcd_import = note_module  # type: ignore[attr-defined]
    watch.use_tool_id(watch.PROFILER_ID, __name__)
    watch.register_callback(watch.PROFILER_ID, watch.events.PY_START, note)
    watch.set_events(watch.PROFILER_ID, watch.events.PY_START)


def note(code: CodeType, _: int) -> object:
    """Note a function or the code of a module, once, with what it mentions."""
    seen.add(name_of(code))
    mentioned.update(list_mentioned(code))
    return watch.DISABLE


def list_mentioned(code: CodeType) -> Iterator[str]:
    """Yield every name and every text in the code, and in the functions in it."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from list_mentioned(constant)
        for each in constant if isinstance(constant, tuple | frozenset) else (constant,):
            if isinstance(each, str):
                yield each


def list_callable() -> frozenset[str]:
    """Return every name that a function may call: one that ran, or one of the rules."""
    codes = (each.__code__ for each in gc.get_objects() if type(each) is FunctionType)
    ours = (list_mentioned(code) for code in codes if code.co_filename.startswith(RULES))
    return frozenset(mentioned.union(*ours))


def list_called(module: ModuleType) -> frozenset[str]:
    """Return every name of a module that a function may call: one that mentions the module, or took it from there."""
    own = {id(value): name for name, value in vars(module).items()}
    called: set[str] = set()
    for function in gc.get_objects():
        if type(function) is FunctionType and may_run(function.__code__):
            names = set(list_mentioned(function.__code__))
            taken = [function.__globals__.get(name) for name in names]
            called.update(own[id(value)] for value in taken if id(value) in own)
            if module.__name__ in names or any(value is module for value in taken):
                called |= names
    return frozenset(called)


def may_run(code: CodeType) -> bool:
    """Tell whether it ran, or is one of the rules."""
    return name_of(code) in seen or code.co_filename.startswith(RULES)


def note_import(name: str, *more: Any, fromlist: Any = (), **rest: Any) -> ModuleType:
    """Import, and note the module and those below it that were asked for."""
    wanted = fromlist or (more[2] if len(more) > 2 else ())  # noqa: PLR2004 - the third of __import__'s
    module = find(name, *more, **({"fromlist": fromlist} if fromlist else {}), **rest)
    imported.update(list_above(module.__name__ if wanted else name))
    below = (f"{module.__name__}.{each}" for each in wanted or ())
    imported.update(each for each in below if each in sys.modules)
    return module


def note_module(name: str, *more: Any) -> ModuleType:
    """Import for `importlib.import_module`, and note the module."""
    imported.update(list_above(name))
    return find_by_name(name, *more)


def list_above(name: str) -> Iterator[str]:
    """Yield a module's name and those of the packages around it."""
    while name:
        yield name
        name = name.rpartition(".")[0]


def list_asked(made: Made) -> list[int]:
    """Return the indexes of the prepared values that were used; they are the same in every run."""
    return [place for place, key in enumerate(made) if key in made.asked]


def stop() -> dict[str, Any]:
    """Stop observing. Return the functions that ran, the names in them, the modules imported and the values used."""
    watch.set_events(watch.PROFILER_ID, 0)
    builtins.__import__ = find
    importlib._bootstrap._gcd_import = find_by_name  # type: ignore[attr-defined]
    return {
        "seen": sorted(each for each in seen if each[0] != stop.__code__.co_filename),
        "mentioned": sorted(mentioned),
        "imported": sorted(imported - {__name__}),
        "asked": {kind: list_asked(made) for kind, made in PREPARED.items()},
    }

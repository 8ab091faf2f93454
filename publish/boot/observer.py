"""Note which functions of Python run, and cut all others from their modules. Runs inside Pyodide, on Node.

A function that is cut raises `Unprepared` when it is called after all. No library catches that, so
whoever asked hears of it, and starts a whole Python instead.
"""

import marshal
import sys
from types import CodeType
from zipimport import zipimporter

HEADER = 16
"""Bytes before the code in a .pyc file."""
IS_FUNCTION = 0x03
"""CO_OPTIMIZED and CO_NEWLOCALS: not a module, not a class."""
WAITS = 0x2A0
"""CO_GENERATOR, CO_COROUTINE and CO_ASYNC_GENERATOR: a call of those alone would raise nothing."""
Name = tuple[str, int, str]

seen: set[Name] = set()
early: set[str] = set()


def name_of(code: CodeType) -> Name:
    """What tells a function from all others."""
    return code.co_filename, code.co_firstlineno, code.co_qualname


def observe() -> None:
    """Begin. Modules that are there already stay whole: what ran of them, nobody saw."""
    early.update(getattr(module, "__file__", None) or "" for module in sys.modules.values())
    watch = sys.monitoring
    watch.use_tool_id(watch.PROFILER_ID, __name__)
    watch.register_callback(watch.PROFILER_ID, watch.events.PY_START, note)
    watch.set_events(watch.PROFILER_ID, watch.events.PY_START)


def note(code: CodeType, _: int) -> object:
    """Note a function, once."""
    seen.add(name_of(code))
    return sys.monitoring.DISABLE


def stop() -> None:
    """End."""
    sys.monitoring.set_events(sys.monitoring.PROFILER_ID, 0)


def raise_unprepared() -> None:
    """What stands in a function that is cut: only names that every module has."""
    raise __import__("builtins").Unprepared


def cut_modules(names: list[str]) -> dict[str, bytes]:
    """These .pyc files of the library without the functions that never ran."""
    library = next(path for path in sys.path if path.endswith(".zip"))
    read = zipimporter(library).get_data
    paths = {name: f"{library}/{name}" for name in names}
    return {
        name: read(path) if path in early else cut_module(read(path))
        for name, path in paths.items()
    }


def cut_module(content: bytes) -> bytes:
    """The .pyc file without the functions that never ran."""
    return content[:HEADER] + marshal.dumps(cut(marshal.loads(content[HEADER:])))


def cut(code: CodeType) -> CodeType:
    """The code, with the functions in it cut that never ran."""
    return code.replace(co_consts=tuple(map(cut_constant, code.co_consts)))


def cut_constant(constant: object) -> object:
    """A constant of a code object; a function that never ran becomes one that says so."""
    if not isinstance(constant, CodeType):
        return constant
    if constant.co_flags & IS_FUNCTION != IS_FUNCTION or name_of(constant) in seen:
        return cut(constant)
    hollow = raise_unprepared.__code__
    return constant.replace(
        co_code=hollow.co_code,
        co_consts=hollow.co_consts,
        co_names=hollow.co_names,
        co_stacksize=hollow.co_stacksize,
        co_exceptiontable=b"",
        co_linetable=b"",
        co_cellvars=(),
        co_flags=constant.co_flags & ~WAITS,
    )

"""Leave in Python's memory only what answers need, before it is copied. Runs inside Pyodide, on Node.

A function of a library that didn't run while everything was asked (see observer.py) becomes one
that raises `Unprepared`, which no library catches: so whoever calls it after all hears of it, and
starts a whole Python. Names of modules that no function mentions go, and with them all that only
they led to. Our own rules stay whole.
"""

import sys
import warnings
from collections.abc import Iterator
from gc import collect, get_objects, get_referents
from sys import getrefcount
from types import CodeType, FunctionType, ModuleType
from typing import Any

from observer import list_mentioned, name_of
from sitecustomize import PREPARED, Made
from unprepared import Unprepared

MAY_CHANGE, MADE_LATER = 0x300, 0x200
"""Py_TPFLAGS_HEAPTYPE without Py_TPFLAGS_IMMUTABLETYPE: a class that was made while Python ran."""
STAY = frozenset(
    {"__builtins__", "__name__", "__package__", "__path__", "__spec__", "environ", "import_module"}
)
"""Names that Python's own machinery and Pyodide ask for, though no function mentions them."""
MODULES = frozenset({*sys.builtin_module_names, "_frozen_importlib", "_frozen_importlib_external"})
"""Modules written in C, which keep more than Python sees, and those that import others."""
PYODIDE, RULES = "pyodide", "playbook/"
ANNOTATIONS = "__annotate__"
MODULE_NOTES = frozenset({"__doc__", "__about__"})
CLASS_NOTES = frozenset({"__doc__", "__static_attributes__"})
"""What describes a module or a class, and no program reads."""
TUPLE = id(tuple)
STREAMS = ("stdin", "stdout", "stderr")
ROUNDS = 4
"""What one collection sets free, another can take apart."""


def missing(*_: object, **__: object) -> None:
    """Raise Unprepared: the body of every function that was pruned."""
    raise Unprepared


def prune(observed: dict[str, Any]) -> None:
    """Drop what observer.py didn't see run, mentioned or imported, and what was prepared and has been used up."""
    warnings.simplefilter("ignore", DeprecationWarning)  # a generator's code becomes a function's
    ran = frozenset(map(tuple, observed["seen"]))
    for kind, made in PREPARED.items():
        again = set(observed["asked"][kind])
        PREPARED[kind] = Made(
            {
                key: each
                for place, (key, each) in enumerate(made.items())
                if place in again or key not in made.asked
            }
        )
        PREPARED[kind].load()
    functions = {id(each): each for each in list_functions()}
    ours = {number for number, each in functions.items() if is_ours(each)}
    needed = ours | {number for number, each in functions.items() if name_of(each.__code__) in ran}
    names = STAY.union(
        observed["mentioned"],
        *(list_mentioned(functions[number].__code__) for number in ours),
        (functions[number].__name__ for number in needed),
    )
    for each in get_objects():
        if isinstance(each, ModuleType):
            vars(each).update(dict.fromkeys(MODULE_NOTES & vars(each).keys()))
            if each.__name__ not in MODULES | {__name__}:
                prune_module(vars(each), names, needed, keeps_values=PYODIDE in each.__name__)
        elif isinstance(each, type) and each.__flags__ & MAY_CHANGE == MADE_LATER:
            prune_class(each, needed)
    for kind in list_classes(object):
        forget_doc(kind)
    own = {id(each) for each in vars(sys.modules[__name__]).values()}
    for number, function in functions.items():
        if number in needed:
            slim(function)
        elif number not in own:
            stub_out(function)
    drop_modules(MODULES.union(observed["imported"]))


def list_functions() -> Iterator[FunctionType]:
    """Yield every function of modules and classes, and every other one that the garbage collector tracks."""
    for each in get_objects():
        held = vars(each).values() if isinstance(each, ModuleType | type) else (each,)
        yield from (one for one in held if type(one) is FunctionType)


def is_ours(function: FunctionType) -> bool:
    """Tell whether it belongs to the rules, which stay whole but for what describes their classes."""
    code = function.__code__
    return code.co_filename.startswith(RULES) and code.co_name != ANNOTATIONS


def slim(function: FunctionType) -> None:
    """Remove a function's annotations, and the names that only tracebacks show."""
    function.__code__ = without_names(function.__code__)
    function.__annotate__ = None  # type: ignore[attr-defined]  # new in Python 3.14
    function.__qualname__ = ""


def without_names(code: CodeType) -> CodeType:
    """Return the code, and all nested code, without its file and its names, which only tracebacks show."""
    inner = (without_names(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_filename="", co_name="", co_qualname="", co_consts=tuple(inner))


def prune_module(
    module: dict[str, object], names: frozenset[str], needed: set[int], *, keeps_values: bool
) -> None:
    """Drop a module's names that nothing mentions, and replace functions that didn't run.

    The values of Pyodide's own modules stay: some belong to the page.
    """
    for name, value in list(module.items()):
        if name not in names and not (keeps_values and not isinstance(value, type | FunctionType)):
            del module[name]
        elif type(value) is FunctionType and id(value) not in needed:
            module[name] = missing


def prune_class(kind: type, needed: set[int]) -> None:
    """Replace a class's methods that didn't run, and empty what describes it."""
    for name, value in list(vars(kind).items()):
        if name in CLASS_NOTES:
            type.__setattr__(kind, name, None)
        elif type(value) is FunctionType and id(value) not in needed:
            type.__setattr__(kind, name, missing)


def list_classes(above: type) -> Iterator[type]:
    """Yield a class and all that derive from it, some more than once."""
    yield above
    for each in type.__subclasses__(above):
        yield from list_classes(each)


def forget_doc(kind: type) -> None:
    """Empty the text that describes a class, also of one written in C, whose names can be set only from below."""
    for names in get_referents(kind.__dict__):
        if "__doc__" in names:
            names["__doc__"] = None


def stub_out(function: FunctionType) -> None:
    """Replace the code of a function that is still referenced by that of `missing`."""
    function.__code__ = missing.__code__.replace(co_freevars=function.__code__.co_freevars)
    function.__defaults__ = function.__kwdefaults__ = None
    function.__annotate__ = None  # type: ignore[attr-defined]  # new in Python 3.14
    function.__name__ = function.__qualname__ = ""


def drop_modules(modules: frozenset[str]) -> None:
    """Drop the other modules, all ways to import more, and the streams, which nobody reads."""
    for name in list(sys.modules):
        if name not in modules and PYODIDE not in name:
            del sys.modules[name]
    sys.path_importer_cache.clear()
    sys.path_hooks.clear()
    sys.meta_path[:] = [NothingMore]
    sys._clear_internal_caches()
    for name in STREAMS:
        setattr(sys, name, None)
        setattr(sys, f"__{name}__", None)
    for _ in range(ROUNDS):
        collect()


class NothingMore:
    """An importer that raises Unprepared for every module."""

    find_spec = missing


def list_lasting() -> str:
    """Return the addresses of all objects that the modules lead to, with blanks between them.

    As a text, since a proxy for anything else would change what Python remembers of types.
    """
    reached = reach()
    drop_unheld(reached)
    return " ".join(map(str, reached))


def reach() -> dict[int, object]:
    """Return all objects that the modules lead to, by address."""
    reached: dict[int, object] = {}
    new: list[object] = [sys.modules]
    while new:
        each = new.pop()
        if id(each) not in reached:
            reached[id(each)] = each
            new.extend(list_referents(each))
    return reached


def list_described() -> str:
    """Return the addresses of the classes that keep a text of their own which describes them, as above."""
    kinds = {id(kind) for kind in list_classes(object) if kind.__flags__ & MADE_LATER}
    return " ".join(map(str, sorted(kinds)))


def drop_unheld(reached: dict[int, object]) -> None:
    """Drop the objects that nothing but this dictionary holds: they were made on the way."""
    reached[0] = object()
    unheld = getrefcount(reached[0])
    while made := [address for address, each in list_counts(reached) if each == unheld]:
        for address in made:
            del reached[address]


def list_counts(reached: dict[int, object]) -> list[tuple[int, int]]:
    """Return the addresses of objects, and how often each is referred to."""
    return [(address, getrefcount(reached[address])) for address in reached]


def list_referents(each: object) -> Iterator[object]:
    """Yield what an object refers to; the collector doesn't look into code, nor into classes written in C."""
    yield from get_referents(each)
    if isinstance(each, CodeType):
        yield from (each.co_consts, each.co_names, each.co_exceptiontable, each.co_linetable)
        yield from (each.co_filename, each.co_name, each.co_qualname)
    elif isinstance(each, type):
        yield from get_referents(each.__dict__)
        yield each.__mro__

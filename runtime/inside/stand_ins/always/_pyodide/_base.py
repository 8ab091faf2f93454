"""The texts that Pyodide evaluates at every start. The real module brings Python's tokenizer, parser and compiler.

Each text is an empty dictionary, or names something of a module: `import builtins; builtins.__dict__`.
"""

from functools import reduce
from importlib import import_module
from typing import Any

from unprepared import stand_in as __getattr__  # noqa: F401  # a module's own __getattr__


def eval_code(source: str, *_: object) -> Any:
    """Return the value of such a text. Raises ValueError for any other."""
    if source == "{}":
        return {}
    statement, _, path = source.partition("; ")
    module, *names = path.split(".")
    if statement != f"import {module}":
        raise ValueError(source)
    return reduce(getattr, names, import_module(module))


def pyimport_impl(path: str) -> Any:
    """Return the module, or what is named in it."""
    above, *name = path.rsplit(".", 1)
    value = __import__(above, fromlist=name)
    for each in name:
        value = getattr(value, each, None) or import_module(path)
    return value

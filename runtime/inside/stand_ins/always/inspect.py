"""The little of inspect that is called at a start. The real module brings dis, and with it the opcodes.

Pyodide takes the signature of one function with `*args, **kwargs`. dataclasses asks for that of each
class without a docstring, to write one, which nobody reads.
"""

from enum import IntEnum
from types import SimpleNamespace

from unprepared import stand_in as __getattr__  # noqa: F401  # a module's own __getattr__


class Parameter(IntEnum):
    """The kinds of parameters."""

    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4
    empty = 5


class Signature:
    """What `*args, **kwargs` looks like; as a text it is empty."""

    parameters = {  # noqa: RUF012  # nobody changes it
        name: SimpleNamespace(name=name, kind=kind, default=Parameter.empty)
        for name, kind in (("args", Parameter.VAR_POSITIONAL), ("kwargs", Parameter.VAR_KEYWORD))
    }

    def __str__(self) -> str:
        return ""


def signature(_: object) -> Signature:
    """Return the one signature."""
    return Signature()


def iscoroutinefunction(_: object) -> bool:
    """Tell that it isn't: nothing is."""
    return False


def unwrap(function: object) -> object:
    """Return what was decorated: dataclasses asks this of each member of a class with slots."""
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function

"""Stand-ins for pruned code: calling one raises Unprepared, and the page starts the whole Python instead."""

import builtins


class Unprepared(BaseException):
    """Something was called that this Python came without. No library catches it."""


class StandIn:
    """A class to derive from, to compare with and to write in annotations, but not to call."""

    def __init__(self, *_: object, **__: object) -> None:
        raise Unprepared

    def __class_getitem__(cls, _: object) -> type["StandIn"]:
        """Return itself, whatever it is said to hold."""
        return cls


def stand_in(name: str) -> type[StandIn]:
    """Return the stand-in for any name that a stub module lacks; to be used as its `__getattr__`."""
    if name.startswith("__"):
        raise AttributeError(name)
    return type(name, (StandIn,), {})


builtins.Unprepared = Unprepared  # type: ignore[attr-defined]  # observer.py writes the bare name into functions

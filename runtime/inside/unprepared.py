"""What stands where the small Python has nothing: to call it says so, and the page starts a whole Python instead."""

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
    """What a stub's module gives for a name that it doesn't have: it is its `__getattr__`."""
    if name.startswith("__"):
        raise AttributeError(name)
    return type(name, (StandIn,), {})


builtins.Unprepared = Unprepared  # type: ignore[attr-defined]  # observer.py writes the bare name into functions

"""The part of asyncio that Pyodide's own event loop stands on.

Nobody awaits anything here: a request is answered in one call. The whole package brings sockets,
subprocesses and their loops, none of which a browser has.
"""

from asyncio import events, tasks
from asyncio.events import (
    AbstractEventLoop,
    Handle,
    _get_running_loop,
    _set_running_loop,
    set_event_loop_policy,
)
from asyncio.events import _BaseDefaultEventLoopPolicy as DefaultEventLoopPolicy
from asyncio.futures import Future
from asyncio.tasks import Task, ensure_future, gather, sleep

__all__ = (
    "AbstractEventLoop",
    "DefaultEventLoopPolicy",
    "Future",
    "Handle",
    "Task",
    "_get_running_loop",
    "_set_running_loop",
    "ensure_future",
    "events",
    "gather",
    "run",
    "set_event_loop_policy",
    "sleep",
    "tasks",
)


def run(main: object) -> None:
    """Refuse: there is no other loop to run it in."""
    raise RuntimeError(f"this Python doesn't run {main}")

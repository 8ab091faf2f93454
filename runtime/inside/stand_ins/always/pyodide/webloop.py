"""Pyodide's event loop for asyncio: nobody awaits anything in our Python, since a request is answered in one call.

The real module brings asyncio, and that logging, threads and a context for each. What it takes from
JavaScript has to be taken: a memory image counts it.
"""

from pyodide_js._api import scheduleCallback

__all__ = ("scheduleCallback",)


def _initialize_event_loop() -> None:
    """Start nothing."""

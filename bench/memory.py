"""How much memory Python takes after many answers: the small Python on Node, where its memory can be seen."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from runtime.bundle import PYODIDE, RULES, find_small, read_calendars
from runtime.node import run_script
from runtime.small import empty_lock, lay_out


def measure_memory(asked: Sequence[tuple[str, str]]) -> int:
    """Return the bytes of Python's memory once it has answered these pairs of tool and request, each of them twice."""
    calendars = read_calendars(RULES / "calendars")
    small = find_small(calendars)
    if small is None:
        raise SystemExit("There is no small Python: this Pyodide can't be cut.")
    with tempfile.TemporaryDirectory() as name:
        lay_out(small, empty_lock(PYODIDE), calendars, Path(name))
        answer = json.loads(run_script("answer.mjs", name, given=json.dumps(asked)))
    return int(answer["heap"])

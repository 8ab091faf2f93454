"""Take the ways that answers take, before the image of Python's memory is made.

Only the invented people of the examples are in it: what a reader typed never is.
"""

import gc
import json
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable

from playbook.boundary import run
from playbook.tools import NAMES, get_tool

RULES = "playbook"
COMMAND_LINE = "__main__"


def warm() -> None:
    """Import every module and answer every tool's examples, and keep none of the answers."""
    for path in list_files(files(RULES)):
        name, _, suffix = path.rpartition(".")
        if suffix in {"py", "pyc"} and not name.endswith(COMMAND_LINE):
            import_module(f"{RULES}.{name}".replace("/", ".").removesuffix(".__init__"))
    for name in NAMES:
        for example in get_tool(name).examples():
            today = example.today.isoformat()
            asked = {"record": example.record, "today": today, "stamp": f"{today}T12:00:00Z"}
            run(name, json.dumps(asked | {"previous": None}))
    forget_answers()


def forget_answers() -> None:
    """Empty each cache of a limited size: those hold answers, and all others what was read from our own files."""
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper) and each.cache_info().maxsize is not None:
            each.cache_clear()


def list_files(folder: Traversable, above: str = "") -> Iterator[str]:
    """Yield the paths of all files below the folder."""
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from list_files(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}"

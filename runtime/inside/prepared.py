"""Give Python what the build has worked out already, instead of working it out at each start.

Python imports this by itself before anything else (as `sitecustomize`). Patterns, the methods of
dataclasses, templates and TOML tables that the build has met come from `prepared.bin`, which
recorder.py wrote. Whatever it hasn't met is worked out as ever.
"""

import dataclasses
import datetime
import marshal
import re
import re._compiler as patterns
import tomllib
from typing import Any

import unprepared  # noqa: F401  # functions that are cut need it
from jinja2 import Environment


class Made(dict[Any, int | bytes]):
    """A table of precomputed values by their input; records which were used.

    Each value is a file of its own, by its number, until it's read: all at once would take more memory than the rest
    of Python.
    """

    def __init__(self, made: dict[Any, int | bytes]) -> None:
        super().__init__(made)
        self.asked: set[Any] = set()

    def get(self, key: Any, default: Any = None) -> Any:
        """Return the precomputed value for this input; None where there is none."""
        if key not in self:
            return default
        self.asked.add(key)
        return read_value(self[key])

    def load(self) -> None:
        """Read all values: a Python that starts from a copy of this one's memory has no such files."""
        for key, value in self.items():
            self[key] = read_value(value)


def read_value(value: int | bytes) -> bytes:
    """Return the value, from its file where it's only a number."""
    return value if isinstance(value, bytes) else read_file(f"prepared/{value}")


def read_file(name: str) -> bytes:
    """Return what a file of the library holds."""
    content: bytes = __loader__.get_data(f"{__file__.rpartition('/')[0]}/{name}")
    return content


PREPARED = {kind: Made(made) for kind, made in marshal.loads(read_file("prepared.bin")).items()}
compile_pattern, load_table, compile_template = patterns.compile, tomllib.loads, Environment.compile


def prepared_pattern(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
    """Return the compiled pattern."""
    made = PREPARED["patterns"].get((pattern, int(flags)))
    return patterns._sre.compile(*marshal.loads(made)) if made else compile_pattern(pattern, flags)


def prepared_methods(text: str, names: dict[str, Any], namespace: dict[str, Any]) -> None:
    """Put the methods of a dataclass where it looks for them."""
    made = PREPARED["methods"].get(text)
    exec(marshal.loads(made) if made else text, names, namespace)


def prepared_template(
    environment: Environment, source: str, name: str | None = None, *more: Any
) -> Any:
    """Return the code of a template."""
    made = PREPARED["templates"].get(name or source)
    return marshal.loads(made) if made else compile_template(environment, source, name, *more)


def prepared_table(text: str) -> dict[str, Any]:
    """Return the tables of a TOML text, or of the mark that stands in its place."""
    made = PREPARED["tables"].get(text)
    return eval(marshal.loads(made), {"datetime": datetime}) if made else load_table(text)


patterns.compile = prepared_pattern
dataclasses.exec = prepared_methods
tomllib.loads = prepared_table
Environment.compile = prepared_template

"""Use everything that the browser's Python may be asked for. Runs inside Pyodide, on Node."""

import json
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import TemplateError
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from playbook.boundary import run
from playbook.render import fill

SAMPLES = ("two words", 7, ["a", "b"], {"a": 1})
COMMAND_LINE = "__main__"


def exercise(requests: str) -> str:
    """The answers to the requests, both JSON; then import every module and use every filter."""
    answers = [run(tool, request) for tool, request in json.loads(requests)]
    for name in list_modules(files("playbook"), "playbook"):
        import_module(name)
    use_templates()
    return json.dumps(answers)


def list_modules(folder: Traversable, package: str) -> Iterator[str]:
    """Yield the modules of a package and those below it, but not the command line."""
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        stem, _, suffix = entry.name.partition(".")
        if (
            entry.is_dir()
            and (entry / "__init__.py").is_file() | (entry / "__init__.pyc").is_file()
        ):
            yield f"{package}.{stem}"
            yield from list_modules(entry, f"{package}.{stem}")
        elif suffix in {"py", "pyc"} and stem not in {COMMAND_LINE, "__init__"}:
            yield f"{package}.{stem}"


def use_templates() -> None:
    """Use every filter and test: a centre's own template may, and some import what they need when called."""
    for sample in SAMPLES:
        for name in sorted(FILTERS):
            try_template(f"{{{{ sample | {name} }}}}", sample)
        for name in sorted(TESTS):
            try_template(f"{{{{ sample is {name} }}}}", sample)
    try_template("{{ unknown }}", "")
    try_template("{% if %}", "")
    try_template(
        "{{ lipsum() }} {{ range(3) }} {{ cycler(1) }} {{ joiner() }} {{ namespace() }}", ""
    )


def try_template(text: str, sample: object) -> None:
    """Fill it; a filter that this sample doesn't suit may say so, but nothing may be missing."""
    with suppress(TemplateError, TypeError, ValueError, AttributeError, KeyError):
        fill(text, sample=sample)

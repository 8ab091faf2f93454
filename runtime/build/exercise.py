"""Use everything that the browser's Python may be asked for. Runs inside Pyodide, on Node."""

import json
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files

from jinja2 import TemplateError
from warm import RULES, list_files, warm

from playbook.boundary import run
from playbook.own import own


def exercise(requests: str) -> str:
    """Return the answers to the requests, both JSON; every template is prepared."""
    for path in list_files(files(RULES)):
        if path.endswith(".jinja"):
            prepare(own().view, path)
        elif path.endswith(".toml"):
            for text in list_texts(
                tomllib.loads((files(RULES) / path).read_text(encoding="utf-8"))
            ):
                prepare(own().fill, text)
    warm()
    return json.dumps([run(tool, request) for tool, request in json.loads(requests)])


def list_texts(value: object) -> Iterator[str]:
    """Yield the texts in a table that may be sentences with slots."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from list_texts(each)
    elif isinstance(value, str) and "{" in value:
        yield value


def prepare(use: object, template: str) -> None:
    """Compile a template by rendering it without values; errors for missing values are ignored."""
    with suppress(TemplateError, TypeError, ValueError, AttributeError, KeyError):
        use(template)  # type: ignore[operator]  # one of the two functions above

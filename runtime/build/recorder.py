"""Write down what Python works out anew at each start, so that the build does it once for all.

Runs as `sitecustomize` in the build's whole Pyodide: before anything else, so that nothing is missed.
What is written down is read again by prepared.py, which stands in its place in the browser.
"""

import dataclasses
import marshal
import re
import re._compiler as patterns
import tomllib
from itertools import chain, count
from types import CodeType, SimpleNamespace
from typing import Any

from jinja2 import Environment

PREPARED: dict[str, dict[Any, bytes]] = {
    "patterns": {},
    "methods": {},
    "templates": {},
    "tables": {},
}
compile_pattern, load_table, compile_template = patterns.compile, tomllib.loads, Environment.compile


def write_code(code: CodeType) -> bytes:
    """Return the code without line numbers and long names. The whole Python has them, and runs again what fails."""
    return marshal.dumps(shorten_code(code))


def shorten_code(code: CodeType) -> CodeType:
    """Return the code and all code in it without line numbers and the names of what only it can see."""
    inner = (shorten_code(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    given = code.co_argcount + code.co_kwonlyargcount
    own = len(code.co_varnames) - given
    return code.replace(
        co_linetable=b"",
        co_qualname=code.co_name,
        co_varnames=(*code.co_varnames[:given], *(("_",) * own)),
        co_consts=tuple(inner),
    )


def record_pattern(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
    """Compile a pattern, and keep what the parser and compiler of `re` made of it."""
    engine = patterns._sre
    patterns._sre = SimpleNamespace(**vars(engine))
    made: list[Any] = []
    patterns._sre.compile = lambda *given: made.append(given) or engine.compile(*given)
    try:
        compiled = compile_pattern(pattern, flags)
    finally:
        patterns._sre = engine
    if isinstance(pattern, str | bytes):
        PREPARED["patterns"][pattern, int(flags)] = marshal.dumps(plain(made[-1]))
    return compiled


def plain(value: Any) -> Any:
    """Convert enums and dict subclasses in a value to plain types, which marshal can write."""
    if isinstance(value, int):
        return int(value)
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(plain(each) for each in value)
    return value


def record_methods(text: str, names: dict[str, Any], namespace: dict[str, Any]) -> None:
    """Run the methods that dataclasses writes for a class, and keep them compiled."""
    code = compile(text, "<methods>", "exec", optimize=2)
    PREPARED["methods"][text] = write_code(code)
    exec(code, names, namespace)


def record_template(
    environment: Environment, source: str, name: str | None = None, *more: Any
) -> CodeType:
    """Compile a template, and keep it: one with a name by its name, else by its text."""
    code = compile_template(environment, source, name, *more)
    PREPARED["templates"][name or source] = write_code(code)
    return code


def record_table(text: str) -> dict[str, Any]:
    """Read a TOML text, and keep it as an expression."""
    table = load_table(text)
    PREPARED["tables"][text] = marshal.dumps(compile(repr(table), "<table>", "eval"))
    return table


def shorten(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the data files of the rules that were written down, each only a mark by which it is found again."""
    tags = {text: f"#{number}" for number, text in enumerate(PREPARED["tables"])}
    PREPARED["tables"] |= {tags[text]: code for text, code in PREPARED["tables"].items()}
    for text in tags:
        del PREPARED["tables"][text]
    tables = {
        name: tags.get(content.decode())
        for name, content in files.items()
        if name.endswith(".toml")
    }
    templates = {
        name: "" for name in files if name.partition("/playbook/")[2] in PREPARED["templates"]
    }
    return {name: tag.encode() for name, tag in (tables | templates).items() if tag is not None}


def write_prepared() -> dict[str, bytes]:
    """Return files with what was written down: each value in its own, by its number, and a list of the inputs."""
    numbers = count()
    listed = {kind: {key: next(numbers) for key in made} for kind, made in PREPARED.items()}
    values = chain.from_iterable(made.values() for made in PREPARED.values())
    files = {f"prepared/{number}": value for number, value in enumerate(values)}
    return files | {"prepared.bin": marshal.dumps(listed)}


patterns.compile = record_pattern
dataclasses.exec = record_methods
tomllib.loads = record_table
Environment.compile = record_template

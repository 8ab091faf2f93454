"""What went wrong between a centre's braces, in words that help to mend it."""

import re
import traceback
from collections.abc import Callable, Collection, Iterator

from jinja2 import TemplateError, TemplateNotFound, nodes
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from playbook.errors import ContentError
from publish.brand.check.complaints import did_you_mean
from publish.brand.check.trial import TooLong

MISTAKES = (
    TemplateError,
    ContentError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RuntimeError,
    TooLong,
    TypeError,
    ValueError,
)
"""What filling a template can raise."""
_PLAIN: dict[type[Exception], str] = {
    TooLong: "it takes too long: a loop in it runs too often",
    MemoryError: "it grows too large: a text or a list in it is far too long",
    RecursionError: "it goes round in circles: it builds on itself, or a part of it calls itself",
    OverflowError: "a number in it is too large; a range has 100000 numbers at most",
}
_TAGS = ("block", "elif", "else", "extends", "for", "if", "include", "macro", "set")
_OPENING = {"elif": "if", "else": "if"}
"""What stands above these; above 'endfor', say, stands 'for'."""
_KINDS = {"str": "a text", "int": "a number", "list": "a list", "tuple": "a list"}
_BRACES = "the braces don't match up: '{{' takes '}}' at its end, and '{%' takes '%}'"


def say(error: Exception, filters: Collection[str] = frozenset(FILTERS)) -> str:
    """Word a Jinja error for somebody who doesn't program; empty where Jinja's own message will do.

    `filters` are the names of the filters that there are.
    """
    if type(error) in _PLAIN:
        return _PLAIN[type(error)]
    if isinstance(error, TemplateNotFound):
        return f"there is no template '{error}'"
    message = str((error.message if isinstance(error, TemplateError) else None) or error)
    named = re.match(r"No (filter|test) named '(.+?)'", message)
    if named:
        hint = did_you_mean(named[2], filters if named[1] == "filter" else TESTS)
        return f"there is no {named[1]} '{named[2]}'. {hint}"
    matches = ((re.search(pattern, message), words) for pattern, words in _WORDS.items())
    return next((words(match) for match, words in matches if match), "")


def line_of(error: BaseException, name: str) -> int:
    """Return the line of the template of this name in which this went wrong; 0 where it isn't known."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((each.lineno or 0 for each in reversed(frames) if each.filename == name), 0)


def find_other_files(tree: nodes.Template, notes: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield each place where a template takes in anything but one of these `notes`, by its name in quotes."""
    for node in tree.find_all(nodes.Stmt):
        if not isinstance(node, nodes.Extends | nodes.FromImport | nodes.Import | nodes.Include):
            continue
        named = node.template.value if isinstance(node.template, nodes.Const) else None
        if named is None:
            yield node.lineno, "the template that it takes in is named in quotes"
        elif named not in notes:
            yield (
                node.lineno,
                f"'{named}' is no template of a note. {did_you_mean(str(named), notes)}",
            )


def _crossed(match: re.Match[str]) -> str:
    tag, opened = match[1], match[2]
    return (
        f"'{tag}' stands here, and the '{opened}' above isn't closed yet: 'end{opened}' goes first"
    )


def _unopened(match: re.Match[str]) -> str:
    opening = _OPENING.get(match[1], match[1].removeprefix("end"))
    return f"'{match[1]}' stands here, and no '{opening}' is open"


def _strange(match: re.Match[str]) -> str:
    return (
        f"'{{% {match[1]} … %}}' is nothing that a template knows. {did_you_mean(match[1], _TAGS)}"
    )


def _unexpected(match: re.Match[str]) -> str:
    got = {"integer": "a number", "float": "a number", "string": "a text"}
    what = got.get(match[1], f"'{match[1]}'")
    return f"before {what} a dot, a sign or the end of the braces is missing"


_WORDS: dict[str, Callable[[re.Match[str]], str]] = {
    r"unknown tag '(.+?)'.* nesting mistake.* closed is '(.+?)'": _crossed,
    r"unknown tag '(end\w+|elif|else)'": _unopened,
    r"unknown tag '(.+?)'": _strange,
    r"end of template.* closed is '(.+?)'": (
        lambda match: f"'{match[1]}' is opened and never closed; 'end{match[1]}' is missing"
    ),
    r"unexpected char '([“”„‘’])'": (
        lambda match: f"'{match[1]}' is a curly quote; between braces quotes are straight, ' or \""
    ),
    r"unexpected char '(.+?)' at": lambda match: (
        f"'{match[1]}' is no sign that goes between braces"
    ),
    r"got '='": lambda _: "'=' sets a value; to compare two, write '=='",
    r"unexpected '[})\]]'|got '[{}]'|unexpected end of template": lambda _: _BRACES,
    r"expected token .+ got '(.+)'": _unexpected,
    r"block '(.+?)' defined twice": (
        lambda match: f"the part '{match[1]}' stands here a second time; keep one of the two"
    ),
    r"^'(\w+) object' has no attribute '(.+)'": (
        lambda match: f"{_KINDS.get(match[1], 'this')} has no '{match[2]}'"
    ),
    r"end of comment tag": lambda _: (
        "a note to yourself opens with '{#' and never closes with '#}'"
    ),
    r"end of raw directive": lambda _: "'raw' is opened and never closed; 'endraw' is missing",
}
"""What people mistype most, by a part of what Jinja calls it."""

"""YAML with the line of every value, so that a message can say where to look."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from publish.brand.check.complaints import Complaint


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: `raw` as it is typed, `value` as YAML understands it."""

    raw: str
    value: object
    line: int


@dataclass(frozen=True, slots=True)
class TypedList:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class TypedTable:
    """Keys with their values; `lines` has the line of each key."""

    entries: Mapping[str, "Node"]
    lines: Mapping[str, int]
    line: int


Node = Scalar | TypedList | TypedTable


def read_lines(text: str, file: str) -> tuple[TypedTable, list[Complaint]]:
    """Return the table of a YAML file, and what keeps it from being read."""
    try:
        loader = yaml.SafeLoader(text)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return TypedTable({}, {}, 1), [
            Complaint(file, line, "there is a sign that no editor types")
        ]
    complaints: list[Complaint] = []
    try:
        root = loader.get_single_node()
        node = _convert(loader, root, file, complaints) if root else TypedTable({}, {}, 1)
    except yaml.MarkedYAMLError as error:
        return TypedTable({}, {}, 1), [Complaint(file, _line_of(error), _in_our_words(error))]
    finally:
        loader.dispose()
    if not isinstance(node, TypedTable):
        return TypedTable({}, {}, 1), [
            Complaint(file, 1, "it takes lines of the form 'key: value'")
        ]
    return node, complaints


def _convert(
    loader: yaml.SafeLoader, node: yaml.Node, file: str, complaints: list[Complaint]
) -> Node:
    line = node.start_mark.line + 1
    if node.tag.startswith("!"):
        raise yaml.constructor.ConstructorError(problem=_COMMAND, problem_mark=node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        return TypedList(
            tuple(_convert(loader, each, file, complaints) for each in node.value), line
        )
    if isinstance(node, yaml.ScalarNode):
        known = node.tag.startswith("tag:yaml.org,2002:")
        try:
            value: object = loader.construct_object(node) if known else node.value
        except ValueError:
            raise yaml.constructor.ConstructorError(
                problem=_NO_VALUE, problem_mark=node.start_mark
            ) from None
        return Scalar(node.value, value, line)
    entries: dict[str, Node] = {}
    lines: dict[str, int] = {}
    for key, each in node.value:
        name, at = str(key.value), key.start_mark.line + 1
        if name in entries:
            message = f"'{name}' stands here a second time (first in line {lines[name]}); keep one"
            complaints.append(Complaint(file, at, message))
        entries[name] = _convert(loader, each, file, complaints)
        lines[name] = at
    return TypedTable(entries, lines, line)


_NO_VALUE = "like a value that there is not"
_COMMAND = "a command"
_WORDS = {
    _COMMAND: 'a word that starts with ! is a command here; put the text into quotes, "like this"',
    _NO_VALUE: (
        "this looks like a date or a number, and is none; "
        "a date is like 2027-06-30, and other words take quotes"
    ),
    "\\t": "there is a tab at the start of a line; use spaces, two for each step",
    "mapping values are not allowed": (
        "there is a second ': ' in this line; put the text into quotes, \"like: this\". "
        "Or the line above has no text, and this one starts too far in"
    ),
    "expected <block end>": (
        "this line starts further in or out than its neighbours; "
        "lines that belong together start exactly below each other"
    ),
    "could not find expected ':'": (
        "there is no ': ' in this line; a space follows the colon, as in 'hours: 9 to 4'"
    ),
    "unexpected end of stream": "a quote opens here and never closes",
    "cannot start any token": 'a text that starts with this sign takes quotes, "like this"',
    "undefined alias": 'a text that starts with a star takes quotes, "*like this"',
    "another document": "a line '---' starts a second file here; leave it out",
}
"""What people mistype most, by a part of what YAML calls it."""


def _line_of(error: yaml.MarkedYAMLError) -> int:
    """Return the line to look at: where something began that found no end, else where YAML stumbled."""
    unfinished = ("unexpected end of stream", "could not find expected ':'")
    began = error.context_mark if str(error.problem).endswith(unfinished) else None
    place = began or error.problem_mark
    return place.line + 1 if place else 1


def _in_our_words(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "it can't be read"
    known = (words for beginning, words in _WORDS.items() if beginning in problem)
    return next(
        known, f"it can't be read ({problem}); check the quotes and the spaces at the start"
    )

"""YAML with the line of every value, so that a message can say where to look."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from publish.brand.complaints import Complaint


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: `raw` as it is typed, `value` as YAML understands it."""

    raw: str
    value: object
    line: int


@dataclass(frozen=True, slots=True)
class Entries:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with their values; `lines` has the line of each key."""

    entries: Mapping[str, "Node"]
    lines: Mapping[str, int]
    line: int


Node = Scalar | Entries | Table


def read_lines(text: str, file: str) -> tuple[Table, list[Complaint]]:
    """The table of a YAML file, and what keeps it from being read."""
    try:
        loader = yaml.SafeLoader(text)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return Table({}, {}, 1), [Complaint(file, line, "there is a sign that no editor types")]
    complaints: list[Complaint] = []
    try:
        root = loader.get_single_node()
        node = _convert(loader, root, file, complaints) if root else Table({}, {}, 1)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return Table({}, {}, 1), [Complaint(file, line, _in_our_words(error))]
    finally:
        loader.dispose()
    if not isinstance(node, Table):
        return Table({}, {}, 1), [Complaint(file, 1, "it takes lines of the form 'key: value'")]
    return node, complaints


def _convert(
    loader: yaml.SafeLoader, node: yaml.Node, file: str, complaints: list[Complaint]
) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return Entries(tuple(_convert(loader, each, file, complaints) for each in node.value), line)
    if isinstance(node, yaml.ScalarNode):
        known = node.tag.startswith("tag:yaml.org,2002:")
        try:
            value: object = loader.construct_object(node) if known else node.value
        except ValueError:  # looks like a date, and is none
            value = node.value
        return Scalar(node.value, value, line)
    entries: dict[str, Node] = {}
    lines: dict[str, int] = {}
    for key, each in node.value:
        name, at = str(key.value), key.start_mark.line + 1
        if name in entries:
            said = f"'{name}' stands here a second time (first in line {lines[name]}); keep one"
            complaints.append(Complaint(file, at, said))
        entries[name] = _convert(loader, each, file, complaints)
        lines[name] = at
    return Table(entries, lines, line)


def _in_our_words(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "it can't be read"
    if "\\t" in problem:
        return "there is a tab at the start of a line; use spaces, two for each step"
    if "mapping values are not allowed" in problem:
        return "there is a second ': ' in this line; put the text into quotes, \"like: this\""
    return (
        f"it can't be read ({problem}); check the quotes and that each key starts "
        "exactly below the one above it"
    )

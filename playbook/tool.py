"""The contract that every tool keeps: fields in, one Page out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.brand import read_own_kinds
from playbook.content import Words, read_all, read_toml
from playbook.errors import ContentError
from playbook.evidence import Rule
from playbook.interview import Interview

FIELD_KINDS = (
    "text",
    "long-text",
    "email",
    "tel",
    "date",
    "time",
    "choice",
    "yes-no",
    "country",
    "list",
    "number",
    "plans",
    "hidden",
)
"""Kinds of field; "plans" opens plan files beside the record and is no part of it."""


type Record = Mapping[str, Any]
"""A record as it was typed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice field."""

    value: str
    label: Words


@dataclass(frozen=True, slots=True)
class Field:
    """A form field: its id is its key in the record, `kind` is one of FIELD_KINDS.

    A list has `fields` for each of its rows, which is called `row` with its number: "Person 1".
    `add` is the words on the button for one more. `folded` are the fields of a row that stand behind a fold.
    `rows` is how many lines of a long text are shown.
    `settled_by` is the date field next to a text that may say when: what we read in it stands beside the text.
    """

    id: str
    kind: str
    label: Words
    hint: Words = ""
    choices: tuple[Choice, ...] = ()
    fields: tuple["Field", ...] = ()
    row: Words = ""
    add: Words = ""
    required: bool = False
    folded: tuple[str, ...] = ()
    rows: int = 4
    settled_by: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What a tool is asked: the interview, the reader's date, and the moment for calendar stamps (UTC).

    `previous` is the request before the reader's last edit. A tool is asked only when its required fields are there.
    """

    interview: Interview
    today: date
    stamp: datetime
    previous: "Request | None" = None


@dataclass(frozen=True, slots=True)
class Download:
    """A file the reader may take. `remember` goes into the record once it was taken."""

    name: str
    label: str
    filename: str
    mime: str
    text: str
    remember: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A tool's answer: a short status, HTML, plain text and files, with errors, choices and readings by field path.

    `readings` is the HTML that stands beside a field with words about when.
    """

    status: str = ""
    html: str = ""
    text: str = ""
    downloads: tuple[Download, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    record: Mapping[str, Any] | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A worked situation, invented: who it is about, the reader's date, the record, and the dates that are right."""

    id: str
    title: str
    who: str
    today: date
    record: Mapping[str, Any]
    expected: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tool:
    """One interactive page: its first fields and those under 'More', its rules, its answer, its examples.

    `more_label` is the words on the fold of the others. `answer_first`: the answer stands before the ways to take it.
    `gather` takes what it needs from other plans into the record; a tool with a field of kind "plans" has it.
    """

    name: str
    title: str
    first: tuple[Field, ...]
    more: tuple[Field, ...]
    rules: Mapping[str, Rule]
    answer: Callable[[Request], Page]
    examples: Callable[[], tuple[Example, ...]]
    outputs: tuple[str, ...]
    more_label: str = "More, if you like"
    answer_first: bool = False
    gather: Callable[[Record, Sequence[Record]], Record] | None = None

    @property
    def page(self) -> str:
        """The name of its page."""
        return page_of(self.name)


def page_of(name: str) -> str:
    """The name of a tool's page: "closing-statement" for "closing_statement"."""
    return name.replace("_", "-")


@cache
def read_fields() -> dict[str, Field]:
    """Every field of the record by id, worded once for all tools (fields.toml), with a centre's kinds of note."""
    known = read_all(Field, files("playbook") / "fields.toml")
    own = tuple(Choice(each.id, each.label) for each in read_own_kinds().values())
    kinds = known["note_kind"]
    known["note_kind"] = replace(kinds, choices=kinds.choices + own)
    for each in known.values():
        for one in (each, *each.fields):
            if one.kind not in FIELD_KINDS:
                raise ContentError(f"fields.toml [{each.id}]: kind '{one.kind}' is not known")
    return known


def fields_named(*names: str) -> tuple[Field, ...]:
    """The fields with these ids, in this order; "interviewers.name" is a list with only that field in its rows.

    Raises ContentError for an id that fields.toml doesn't have.
    """
    return tuple(_field_named(name) for name in names)


def _field_named(name: str) -> Field:
    id, _, row = name.partition(".")
    known = read_fields()
    rows = tuple(each for each in known[id].fields if each.id == row) if id in known else ()
    if id not in known or (row and not rows):
        raise ContentError(f"fields.toml has no [{name}]")
    return replace(known[id], fields=rows) if row else known[id]


def read_examples(package: str) -> tuple[Example, ...]:
    """The examples.toml of a tool's package."""
    tables = read_toml(files(package) / "examples.toml")
    return tuple(Example(id=name, **table) for name, table in tables.items())

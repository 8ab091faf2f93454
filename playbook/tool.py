"""The contract that every tool keeps: fields in, one Page out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.content import read_toml
from playbook.evidence import Rule
from playbook.fields import Field, choose_fields
from playbook.interview import Interview
from playbook.rulebook import Rulebook

type Record = Mapping[str, Any]
"""A record as it was typed."""


@dataclass(frozen=True, slots=True)
class Application:
    """One of several applications: its key among them, as typed and as read, and the day from which it's counted.

    `problems` are sentences about what can't be used in it.
    """

    key: str
    record: Record = field(hash=False, compare=False)
    interview: Interview
    today: date
    problems: tuple[str, ...] = ()
    is_at_hand: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What a tool is asked: the interview, the reader's date, and the moment for calendar stamps (UTC).

    `previous` is the request before the reader's last edit. A tool is asked only when its required fields are there.
    `applications` are all that the record has, the one at hand among them, for a tool that looks at `several`;
    `removed` the one that was taken out last.
    """

    interview: Interview
    today: date
    stamp: datetime
    previous: "Request | None" = None
    applications: tuple[Application, ...] = ()
    removed: Record | None = None


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


@dataclass(frozen=True, slots=True, eq=False)
class Tool[Answer]:
    """One interactive page: the ids of its first fields and of those under 'More', its computing and its showing.

    `adapt` gives a field otherwise than other forms have it, by its id.
    `more_label` is the words on the fold of the others. `answer_first`: the answer stands before the ways to take it.
    `gather` takes what it needs from other plans into the record; a tool with a field of kind "plans" has it.
    `several`: it answers about every application of the record.
    """

    name: str
    title: str
    first: tuple[str, ...]
    more: tuple[str, ...]
    compute: Callable[[Request, Rulebook], Answer]
    view: Callable[[Request, Answer, Rulebook], Page]
    outputs: tuple[str, ...]
    adapt: Mapping[str, Callable[[Field], Field]] = field(default_factory=dict)
    more_label: str = "More, if you like"
    answer_first: bool = False
    gather: Callable[[Record, Sequence[Record]], Record] | None = None
    several: bool = False

    @property
    def page(self) -> str:
        """The name of its page."""
        return page_of(self.name)

    def answer(self, request: Request, rulebook: Rulebook) -> Page:
        """Return what it answers to a request that has everything it needs."""
        return self.view(request, self.compute(request, rulebook), rulebook)

    def first_fields(self, rulebook: Rulebook) -> tuple[Field, ...]:
        """Return the fields with which its form begins."""
        return _adapted(self, rulebook, self.first)

    def more_fields(self, rulebook: Rulebook) -> tuple[Field, ...]:
        """Return its other fields."""
        return _adapted(self, rulebook, self.more)

    def fields(self, rulebook: Rulebook) -> tuple[Field, ...]:
        """Return all its fields, in the order of the form."""
        return _adapted(self, rulebook, (*self.first, *self.more))

    def rules(self, rulebook: Rulebook) -> Mapping[str, Rule]:
        """Return the rules that are its own, by id; none where it counts with those of other tools."""
        return rulebook.tools.get(self.name, {})

    def examples(self) -> tuple[Example, ...]:
        """Return its worked situations (examples.toml)."""
        return read_examples(f"playbook.tools.{self.name}")


@cache
def _adapted(tool: Tool[Any], rulebook: Rulebook, names: tuple[str, ...]) -> tuple[Field, ...]:
    """Return the fields with these names as this tool's form has them."""
    fields = choose_fields(rulebook.fields, names)
    return tuple(tool.adapt[each.id](each) if each.id in tool.adapt else each for each in fields)


def page_of(name: str) -> str:
    """Return the name of a tool's page: "closing-statement" for "closing_statement"."""
    return name.replace("_", "-")


def read_examples(package: str) -> tuple[Example, ...]:
    """Return the examples.toml of a tool's package."""
    tables = read_toml(files(package) / "examples.toml")
    return tuple(Example(id=name, **table) for name, table in tables.items())

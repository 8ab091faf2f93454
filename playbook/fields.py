"""The fields of a record as a form asks for them, worded once for all tools (fields.toml)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable

from playbook.brand import OwnKind
from playbook.content import Words, read_all
from playbook.errors import ContentError
from playbook.spelling import Spelling

FIELD_KINDS = (
    "text",
    "long-text",
    "message",
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
"""Kinds of field; "plans" opens plan files beside the record and is no part of it.

A "message" is a long text that somebody else wrote: what we read in it stands below.
"""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice field."""

    value: str
    label: Words


@dataclass(frozen=True, slots=True)
class Field:
    """A form field: its id is its key in the record, `kind` is one of FIELD_KINDS.

    A list has `fields` for each of its rows, which is called `row` with its number: "Person 1".
    `add` is the words on the button for one more. `folded` are the fields of a row that stand behind a fold.
    `rows` is how many lines of a long text are shown.
    `fold` is the words on a fold that the field stands behind.
    `preset_by` is the field whose words answer this one until the reader does; that stands beside it.
    `settled_by` is the date field next to a text that may say when: what we read in it stands beside the text.
    """

    id: str
    kind: str
    label: Words
    hint: Words = ""
    choices: tuple[Option, ...] = ()
    fields: tuple["Field", ...] = ()
    row: Words = ""
    add: Words = ""
    required: bool = False
    folded: tuple[str, ...] = ()
    rows: int = 4
    fold: Words = ""
    settled_by: str = ""
    preset_by: str = ""


def read_fields(
    file: Traversable, own_kinds: Iterable[OwnKind], spelling: Spelling
) -> Mapping[str, Field]:
    """Return every field of the record by id, with a centre's kinds of note among the choices.

    Raises ContentError for a field of an unknown kind.
    """
    known = read_all(Field, file, spelling)
    own = tuple(Option(each.id, each.label) for each in own_kinds)
    kinds = known["note_kind"]
    known["note_kind"] = replace(kinds, choices=kinds.choices + own)
    for each in known.values():
        for one in (each, *each.fields):
            if one.kind not in FIELD_KINDS:
                raise ContentError(f"{file.name} [{each.id}]: kind '{one.kind}' is not known")
    return known


def choose_fields(known: Mapping[str, Field], names: Iterable[str]) -> tuple[Field, ...]:
    """Return the fields with these ids, in this order; "interviewers.name" is a list with only that field in its rows.

    Raises ContentError for an id that isn't known.
    """
    return tuple(_choose(known, name) for name in names)


def _choose(known: Mapping[str, Field], name: str) -> Field:
    id, _, row = name.partition(".")
    rows = tuple(each for each in known[id].fields if each.id == row) if id in known else ()
    if id not in known or (row and not rows):
        raise ContentError(f"fields.toml has no [{name}]")
    return replace(known[id], fields=rows) if row else known[id]

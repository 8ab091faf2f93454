"""The kinds of note that a centre adds (brand/templates/kinds.toml), and what is wrong with them."""

from collections.abc import Collection
from pathlib import Path

from macros.plays import find_plays
from playbook.brand import KINDS, SUFFIX, TEMPLATES, OwnKind
from playbook.content import read
from playbook.errors import ContentError
from playbook.tools.notes.model import Kind, kind_of
from publish.brand.check.complaints import Complaint, did_you_mean
from publish.brand.check.filling import read_our_kinds
from publish.brand.check.tables import Table, TableInFile, read_tables

FOLDER = f"brand/{TEMPLATES}"
KINDS_FILE = f"{FOLDER}/{KINDS}"
CHOICES = ("to", "channel", "counted", "needs")
"""Keys of a kind that take only what one of our kinds has."""


def find_template_files(root: Path) -> list[Path]:
    """Return the centre's own templates, in the order of their names."""
    return sorted((root / FOLDER).glob(f"*{SUFFIX}"))


def read_own_kinds(root: Path) -> tuple[dict[str, Kind], list[str], list[Complaint]]:
    """Return the kinds that a centre adds, the ids of those that can't be used, and why they can't."""
    tables, complaints = read_tables(root / KINDS_FILE, KINDS_FILE)
    any_of_them = [file.name.removesuffix(SUFFIX) for file in find_template_files(root)]
    wrong = any_of_them if complaints else []
    docs = root / "docs/plays"
    plays = {
        file.relative_to(docs).with_suffix("").as_posix() for file in find_plays(root / "docs")
    }
    kinds: dict[str, Kind] = {}
    for id, table in tables.items():
        try:
            kinds[id] = _read_kind(id, table, plays)
        except ContentError as error:
            complaints.append(place_of_kind(root, id).complain(str(error)))
            wrong.append(id)
    return kinds, wrong, complaints


def _read_kind(id: str, table: Table, plays: Collection[str]) -> Kind:
    """Return a centre's kind of note. Raises ContentError for anything that no note of ours could have."""
    if id in read_our_kinds():
        raise ContentError(f"'{id}' is a note of ours: only its template can be yours")
    kind = kind_of(read(OwnKind, {"id": id, **table}, f"[{id}]"))
    for key in CHOICES:
        known = {each for ours in read_our_kinds().values() for each in _values(ours, key)}
        for value in _values(kind, key):
            if value not in known:
                raise ContentError(f"[{id}] {key}: '{value}'. {did_you_mean(value, known)}")
    if kind.play and kind.play not in plays:
        raise ContentError(f"[{id}] play: '{kind.play}'. {did_you_mean(kind.play, plays)}")
    return kind


def _values(kind: Kind, key: str) -> tuple[str, ...]:
    value = getattr(kind, key)
    return value if isinstance(value, tuple) else (value,)


def place_of_kind(root: Path, id: str) -> TableInFile:
    """Return where a kind of the centre's stands in its file."""
    return TableInFile(KINDS_FILE, (root / KINDS_FILE).read_text(encoding="utf-8"), id)

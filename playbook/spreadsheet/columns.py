"""What spreadsheets call the columns that we read, and the stages of an interview (names.toml)."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files

from playbook.content import read_toml
from playbook.render import MOST_NAMED

_NAMES = read_toml(files(__package__) / "names.toml")
NAMES: Mapping[str, Sequence[str]] = _NAMES["columns"]
"""The names of each column, those that say most first."""
OURS: Sequence[str] = _NAMES["ours"]["names"]
"""Columns of our own file that come from the dates: they're computed anew."""
STAGES: Mapping[str, str] = {
    stage: "" if kind == "none" else kind
    for kind, stages in _NAMES["stages"].items()
    for stage in stages
}
"""The event behind a stage; empty for a stage that the dates say, or that is no event."""


def name_few(items: Iterable[object]) -> list[str]:
    """Return items as a sentence names them: of many, how many more there are."""
    texts = [str(each) for each in items]
    more = len(texts) - MOST_NAMED
    if more <= 1:
        return texts
    return [*texts[:MOST_NAMED], _NAMES["more"]["text"].format(count=more)]


def normal(cell: str) -> str:
    """Return the name of a column or stage so that the same ones are equal."""
    return " ".join(cell.replace("_", " ").casefold().strip(" ?:*.").split())


def find_columns(header: Sequence[str]) -> Mapping[str, int]:
    """Return the place of each column that we read; of two for one field, that whose name says most."""
    names = [normal(each) for each in header]
    places = {
        field: names.index(known)
        for field, all_known in NAMES.items()
        for known in reversed(all_known)
        if known in names
    }
    return places if places.keys() & {"employer", "role"} else {}


def unread(header: Sequence[str]) -> dict[int, str]:
    """Return the columns that we don't read, by their places."""
    used = set(find_columns(header).values())
    ours: Sequence[str] = OURS if set(OURS) <= {normal(each) for each in header} else ()
    return {
        at: name.strip()
        for at, name in enumerate(header)
        if at not in used and name.strip() and normal(name) not in ours
    }

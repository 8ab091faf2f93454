"""Check what a centre decided: its rule numbers and its sides where sources disagree."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from playbook.brand import DisagreementOverlay, RuleOverlay
from playbook.content import read
from playbook.errors import ContentError
from playbook.evidence import Disagreement, Rule
from publish.brand.complaints import Complaint, did_you_mean, find_line

RULES_FOLDER = "brand/rules"
DISAGREEMENTS_FILE = "brand/disagreements.toml"
_COUNTED = ("e-mails", "calls")
_PLACE = re.compile(r" \(at line (\d+), column \d+\)")

Table = Mapping[str, object]
Upstream = Mapping[str, Mapping[str, Rule]]
"""Upstream's rules by id, by the name of their tool."""


def find_rule_files(root: Path) -> list[Path]:
    """The files in which a centre sets numbers, one for each tool."""
    return sorted((root / RULES_FOLDER).glob("*.toml"))


def find_rule_faults(root: Path, upstream: Upstream) -> Iterator[Complaint]:
    """Yield what is wrong with a centre's numbers."""
    for file in find_rule_files(root):
        name = file.relative_to(root).as_posix()
        tables, complaints = _read_tables(file, name)
        yield from complaints
        if file.stem not in upstream:
            yield Complaint(
                name, 0, f"there is no tool '{file.stem}'. {did_you_mean(file.stem, upstream)}"
            )
            continue
        text = file.read_text(encoding="utf-8")
        for id, table in tables.items():
            yield from _look_at_rule(upstream, file.stem, id, table, _Place(name, text, id))


def find_side_faults(root: Path, upstream: Mapping[str, Disagreement]) -> Iterator[Complaint]:
    """Yield what is wrong with the sides that a centre takes."""
    file = root / DISAGREEMENTS_FILE
    if not file.is_file():
        return
    tables, complaints = _read_tables(file, DISAGREEMENTS_FILE)
    yield from complaints
    text = file.read_text(encoding="utf-8")
    for id, table in tables.items():
        place = _Place(DISAGREEMENTS_FILE, text, id)
        if id not in upstream:
            yield place.complain(f"there is no question '{id}'. {did_you_mean(id, upstream)}")
        else:
            yield from _look_at_table(DisagreementOverlay, id, table, place)


class _Place:
    """A table in a file, to complain about."""

    def __init__(self, file: str, text: str, id: str) -> None:
        self._file, self._text = file, text
        self._line = find_line(text, f"[{id}]")

    def complain(self, said: str, key: str = "", *, stops: bool = True) -> Complaint:
        line = find_line(self._text, key, self._line) if key else self._line
        return Complaint(self._file, line, said, stops)


def _read_tables(file: Path, name: str) -> tuple[dict[str, Table], list[Complaint]]:
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        return {}, [_in_our_words(name, str(error))]
    bare = [id for id, table in tables.items() if not isinstance(table, dict)]
    complaints = [
        Complaint(name, 0, f"'{id}' stands before the first [name]; put it below one")
        for id in bare
    ]
    return {id: table for id, table in tables.items() if id not in bare}, complaints


def _in_our_words(name: str, error: str) -> Complaint:
    found = _PLACE.search(error)
    line, said = int(found[1]) if found else 0, _PLACE.sub("", error)
    twice = re.search(r"Cannot declare \('(.+?)',\) twice", said)
    if twice:
        return Complaint(name, line, f"[{twice[1]}] is set here a second time; keep one of the two")
    return Complaint(name, line, f"it can't be read: {said}; text takes quotes, a date none")


def _look_at_rule(
    upstream: Upstream, tool: str, id: str, table: Table, place: _Place
) -> Iterator[Complaint]:
    owner = next((name for name, rules in upstream.items() if id in rules), None)
    if owner is None:
        hint = did_you_mean(id, upstream[tool])
        yield place.complain(f"there is no rule '{id}'. {hint}")
    elif owner != tool:
        yield place.complain(f"rule '{id}' belongs into {RULES_FOLDER}/{owner}.toml")
    else:
        yield from _look_at_table(RuleOverlay, id, table, place)
        yield from _look_at_number(upstream[tool][id], table, place)


def _look_at_table(
    kind: type[RuleOverlay | DisagreementOverlay], id: str, table: Table, place: _Place
) -> Iterator[Complaint]:
    try:
        read(kind, {"id": id, **table}, f"[{id}]")
    except ContentError as error:
        wrong = next((field.name for field in fields(kind) if f" {field.name}:" in str(error)), "")
        yield place.complain(str(error), wrong)
    for key, value in table.items():
        if isinstance(value, str) and not value.strip():
            yield place.complain(f"'{key}' is empty", key)


def _look_at_number(rule: Rule, table: Table, place: _Place) -> Iterator[Complaint]:
    value, known = table.get("value"), table.get("instead_of", rule.value)
    if isinstance(value, int) and not isinstance(value, bool):
        most = 23 if rule.unit == "o'clock" else 366
        least = 1 if rule.value and rule.unit in _COUNTED else 0
        if not least <= value <= most:
            yield place.complain(f"value: {value} {rule.unit}; it takes {least} to {most}", "value")
        elif value == rule.value:
            said = f"upstream has {value} {rule.unit} too, so this changes nothing"
            yield place.complain(said, "value", stops=False)
    if isinstance(known, int) and known != rule.value:
        yield place.complain(
            f"upstream's own number changed since you decided: it was {known} and is now "
            f"{rule.value} {rule.unit}. If you stay with yours, set instead_of = {rule.value}",
            "instead_of",
            stops=False,
        )


def merge_rules(root: Path) -> str:
    """All of a centre's numbers as one TOML text, as the package keeps them."""
    return "\n".join(file.read_text(encoding="utf-8") for file in find_rule_files(root))

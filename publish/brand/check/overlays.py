"""Check what a centre decided: its rule numbers and its sides where sources disagree."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from playbook.brand import CLAIMS, DISAGREEMENTS, SOURCES, DisagreementOverlay, RuleOverlay
from playbook.evidence import Disagreement, Rule
from publish.brand.check.complaints import Complaint, did_you_mean
from publish.brand.check.tables import Table, TableInFile, look_at_table, read_tables

RULES_FOLDER = "brand/rules"
DISAGREEMENTS_FILE = "brand/disagreements.toml"
SOURCES_FILE, CLAIMS_FILE = "brand/sources.toml", "brand/claims.toml"
AS_THEY_ARE = {DISAGREEMENTS: DISAGREEMENTS_FILE, SOURCES: SOURCES_FILE, CLAIMS: CLAIMS_FILE}
"""The files of a centre that the package takes unchanged, by the name that they have there."""
_HOUSE = "our house rule"
"""The source of a number that rests on nothing but what the centre itself gives as its reason."""
_COUNTED = ("e-mails", "calls")

Upstream = Mapping[str, Mapping[str, Rule]]
"""Upstream's rules by id, by the name of their tool."""


def find_rule_files(root: Path) -> list[Path]:
    """Return the files in which a centre sets numbers, one for each tool."""
    return sorted((root / RULES_FOLDER).glob("*.toml"))


def find_rule_faults(root: Path, upstream: Upstream, today: date) -> Iterator[Complaint]:
    """Yield what is wrong with a centre's numbers."""
    for file in sorted((root / RULES_FOLDER).rglob("*")):
        name = file.relative_to(root).as_posix()
        if file.is_file() and file not in find_rule_files(root) and file.name[0] != ".":
            message = (
                f"nothing reads this; numbers stand in a file like {RULES_FOLDER}/timeline.toml"
            )
            yield Complaint(name, 0, message)
    for file in find_rule_files(root):
        name = file.relative_to(root).as_posix()
        tables, complaints = read_tables(file, name)
        yield from complaints
        if file.stem not in upstream:
            yield Complaint(
                name, 0, f"there is no tool '{file.stem}'. {did_you_mean(file.stem, upstream)}"
            )
            continue
        text = file.read_text(encoding="utf-8")
        for id, table in tables.items():
            place = TableInFile(name, text, id)
            yield from _look_at_rule(upstream, file.stem, id, table, place)
            yield from _look_at_day(table, place, today)


def find_side_faults(
    root: Path, upstream: Mapping[str, Disagreement], today: date
) -> Iterator[Complaint]:
    """Yield what is wrong with the sides that a centre takes."""
    file = root / DISAGREEMENTS_FILE
    if not file.is_file():
        return
    tables, complaints = read_tables(file, DISAGREEMENTS_FILE)
    yield from complaints
    text = file.read_text(encoding="utf-8")
    for id, table in tables.items():
        place = TableInFile(DISAGREEMENTS_FILE, text, id)
        if id not in upstream:
            yield place.complain(f"there is no question '{id}'. {did_you_mean(id, upstream)}")
        else:
            yield from look_at_table(DisagreementOverlay, id, table, place)
            yield from _look_at_day(table, place, today)


def _look_at_rule(
    upstream: Upstream, tool: str, id: str, table: Table, place: TableInFile
) -> Iterator[Complaint]:
    owner = next((name for name, rules in upstream.items() if id in rules), None)
    if owner is None:
        hint = did_you_mean(id, upstream[tool])
        yield place.complain(f"there is no rule '{id}'. {hint}")
    elif owner != tool:
        yield place.complain(f"rule '{id}' belongs into {RULES_FOLDER}/{owner}.toml")
    else:
        yield from look_at_table(RuleOverlay, id, table, place)
        yield from _look_at_number(upstream[tool][id], table, place)
        if not {"source", "claims"} & table.keys():
            yield place.complain(
                'say where the number is from: source = "…", perhaps "our house rule" with its '
                'reason = "…", or claims = ["our-…/1"]'
            )
        source = str(table.get("source", "")).strip().lower()
        if source == _HOUSE and "reason" not in table:
            yield place.complain(f'{_HOUSE}: say why in a line reason = "…"', "source")


def _look_at_number(rule: Rule, table: Table, place: TableInFile) -> Iterator[Complaint]:
    value, known = table.get("value"), table.get("instead_of", rule.value)
    if type(value) is int:
        most = 23 if rule.unit == "o'clock" else 366
        least = 1 if rule.value and rule.unit in _COUNTED else 0
        if not least <= value <= most:
            yield place.complain(f"value: {value} {rule.unit}; it takes {least} to {most}", "value")
        elif value == rule.value:
            message = f"upstream has {value} {rule.unit} too, so this changes nothing"
            yield place.complain(message, "value", stops=False)
    if type(known) is int and known != rule.value:
        yield place.complain(
            f"upstream's own number changed since you decided: it was {known} and is now "
            f"{rule.value} {rule.unit}. If you stay with yours, set instead_of = {rule.value}",
            "instead_of",
            stops=False,
        )


def _look_at_day(table: Table, place: TableInFile, today: date) -> Iterator[Complaint]:
    """Yield a complaint about a decision that nobody can have taken yet, wherever on earth it is tomorrow."""
    day = table.get("decided_on")
    if type(day) is date and day > today + timedelta(days=1):
        yield place.complain(f"decided_on: {day} is still to come", "decided_on")


def merge_rules(root: Path) -> str:
    """Return all of a centre's numbers as one TOML text, as the package keeps them."""
    return "\n".join(file.read_text(encoding="utf-8") for file in find_rule_files(root))

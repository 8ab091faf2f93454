"""From a spreadsheet's text to applications: what can be read is taken, what can't is named by its row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from playbook.errors import Problem
from playbook.merging import Application
from playbook.plan_id import another_id, stand_in
from playbook.record import read_interview
from playbook.render import LONGEST_NAME, MOST_NAMED, isolated
from playbook.spreadsheet.cells import SEPARATORS, as_text, split_rows
from playbook.spreadsheet.columns import STAGES, find_columns, name_few, normal, unread
from playbook.spreadsheet.days import Order, days_of, order_of

MOST_ROWS = 500
"""Rows of one spreadsheet: as many as a plan file has interviews."""
MOST_LINES = 5000
"""Lines of a spreadsheet's text: a cell may have several."""
MOST_SEPARATORS = 100_000
"""Signs in a spreadsheet's text that may separate cells."""
_HEADER_WITHIN = 5
"""Rows among which the one with the columns' names is: a title may stand above it."""
_SAYS_SEPARATOR = "sep="
"""How a first line begins that says which sign separates the cells."""


@dataclass(slots=True)
class Sheet:
    """What a spreadsheet's rows say, and what is wrong with it."""

    rows: list[Application] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a spreadsheet below its header, each by its number; None where it can't be taken apart."""

    header: Sequence[str]
    rows: Mapping[int, list[str] | None]


def is_spreadsheet(text: str) -> bool:
    """Return whether a file seems to hold rows of cells, and no plan."""
    first = text.lstrip("\ufeff \r\n")
    return not first.startswith(("{", "[")) and any(
        each in line for line in first.splitlines()[:_HEADER_WITHIN] for each in SEPARATORS
    )


def read_spreadsheet(text: str) -> Sheet:
    """Return the applications of a spreadsheet, as somebody would have typed them, and what couldn't be read."""
    text = text.removeprefix("\ufeff").replace("\0", "")
    lines = text.count("\n") + text.count("\r")
    if lines > 2 * MOST_LINES or sum(map(text.count, SEPARATORS)) > MOST_SEPARATORS:
        return Sheet(problems=[Problem("sheet-too-long", {"most": MOST_ROWS})])
    table = _find_table(text)
    if table is None:
        return Sheet(problems=[Problem("sheet-no-columns", {})])
    if len(table.rows) > MOST_ROWS:
        return Sheet(problems=[Problem("sheet-too-long", {"most": MOST_ROWS})])
    return _read(table)


def _find_table(text: str) -> _Table | None:
    """Return the rows with the separator that gives the most columns that we know, below the first row that has any."""
    first, _, rest = text.partition("\n")
    separators: tuple[str, ...] = SEPARATORS
    skipped = 0
    if first.casefold().startswith(_SAYS_SEPARATOR) and first[4:5] in SEPARATORS:
        separators, text, skipped = (first[4],), rest, 1
    tables = [_table(text, each, skipped) for each in separators]
    known = [each for each in tables if each]
    return max(known, key=lambda each: len(find_columns(each.header)), default=None)


def _table(text: str, separator: str, skipped: int) -> _Table | None:
    head = list(islice(split_rows(text, separator), _HEADER_WITHIN))
    at = next((at for at, row in enumerate(head) if row and find_columns(row)), None)
    if at is None:
        return None
    rows = dict(enumerate(split_rows(text, separator), 1 + skipped))
    below = {number: row for number, row in rows.items() if number > at + 1 + skipped}
    return _Table(
        head[at] or [], {number: row for number, row in below.items() if not _is_empty(row)}
    )


def _is_empty(row: list[str] | None) -> bool:
    return row is not None and not any(cell.strip() for cell in row)


def _read(table: _Table) -> Sheet:
    columns = find_columns(table.header)
    wrong: dict[str, list[int]] = {}
    stages: dict[str, list[int]] = {}
    typed: dict[int, dict[str, str]] = {}
    for number, row in table.rows.items():
        cells = _cells(row, columns) if row is not None else {}
        if problem := _why_not(row, cells, len(table.header)):
            wrong.setdefault(problem, []).append(number)
        else:
            typed[number] = cells
    order = order_of(each.get("ended_on") for each in typed.values())
    sheet = Sheet()
    for number, cells in typed.items():
        on = cells.get("ended_on", "")
        if on and not days_of(on):
            wrong.setdefault("sheet-days", []).append(number)
        stage = normal(cells.get("stage", ""))
        if stage and stage not in STAGES:
            stages.setdefault(cells["stage"], []).append(number)
        sheet.rows.append(_application(cells, order))
    sheet.problems += [Problem(each, {"rows": name_few(rows)}) for each, rows in wrong.items()]
    if stages:
        named = ((_short(each), tuple(name_few(rows))) for each, rows in stages.items())
        facts = {"stages": tuple(islice(named, MOST_NAMED))}
        sheet.problems.append(Problem("sheet-stage", facts))
    if names := _unread_names(table):
        sheet.problems.append(Problem("sheet-columns", {"names": name_few(map(_short, names))}))
    return sheet


def _short(text: str) -> str:
    return isolated(" ".join(text.split())[:LONGEST_NAME])


def _cells(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    cells = {name: as_text(row[at]) for name, at in columns.items() if at < len(row)}
    return {name: cell for name, cell in cells.items() if cell}


def _why_not(row: list[str] | None, cells: Mapping[str, str], width: int) -> str:
    """Return the message of a row that can't be read; empty where it can."""
    if row is None:
        return "sheet-quotes"
    if any(cell.strip() for cell in row[width:]):
        return "sheet-cells"
    return "" if cells.keys() & {"employer", "role", "ended_on"} else "sheet-nobody"


def _unread_names(table: _Table) -> list[str]:
    """Return the names of columns that say something and that we don't read."""
    rows = [row for row in table.rows.values() if row]
    return [
        name
        for at, name in unread(table.header).items()
        if any(row[at].strip() for row in rows if at < len(row))
    ]


def _application(cells: Mapping[str, str], order: Order | None) -> Application:
    """Return a row as somebody would have typed it; a day that can be read in two ways stays as it stands there."""
    typed: dict[str, Any] = {name: cells[name] for name in ("employer", "role") if name in cells}
    if on := cells.get("ended_on"):
        days = days_of(on)
        known = set(days.values()) if order is None or order not in days else {days[order]}
        typed["ended_on"] = known.pop().isoformat() if len(known) == 1 else on
    kind = STAGES.get(normal(cells.get("stage", "")))
    return {**typed, "events": [{"kind": kind}]} if kind else typed


def matched(rows: Iterable[Application], known: Sequence[Application]) -> list[Application]:
    """Return rows with a number each: that of the interview they're about, where one is known, and a new one elsewhere.

    A row about a known interview adds what its stage says, where that isn't there yet, and changes nothing else.
    """
    keyed = [(_names(each), each) for each in known]
    return [_matched(row, keyed) for row in rows]


def _matched(row: Application, keyed: Sequence[tuple[tuple[str, str], Application]]) -> Application:
    names = _names(row)
    same = (each for name, each in keyed if name == names and _may_be_one_day(row, each))
    known = next(same, None)
    if known is None:
        text = str(row.get("ended_on", ""))
        return {"plan_id": another_id(stand_in(read_interview(dict(row))[0]), text), **row}
    events = known.get("events")
    have = [each for each in events if isinstance(each, dict)] if isinstance(events, list) else []
    new = [
        each
        for each in row.get("events", ())
        if each["kind"] not in [one.get("kind") for one in have]
    ]
    return {**known, "events": [*have, *new]} if new else known


def _names(application: Application) -> tuple[str, str]:
    interview, _ = read_interview(
        {name: application.get(name) for name in ("employer", "role") if application.get(name)}
    )
    return interview.employer.casefold(), interview.role.casefold()


def _may_be_one_day(row: Application, known: Application) -> bool:
    """Return whether a row can be about the day of an interview: where it names none, about any."""
    on, other = _day_text(row), _day_text(known)
    return on in ("", other) or bool(set(days_of(on).values()) & set(days_of(other).values()))


def _day_text(application: Application) -> str:
    text = application.get("ended_on")
    return " ".join(text.split()) if isinstance(text, str) and text != "?" else ""

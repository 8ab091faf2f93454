"""The plan file: saved applications, versioned, that any later version of this playbook can open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from playbook.applications import at_hand, every, joined, others, own_days, with_keys
from playbook.errors import Problem
from playbook.memory import remembered_for_each
from playbook.merging import Application, id_of, in_order
from playbook.render import LONGEST_NAME, isolated
from playbook.spreadsheet.read import is_spreadsheet, matched, read_spreadsheet
from playbook.strict_json import JsonProblem, read_json, write_json

FORMAT = "closing-playbook/plan"


def _hold_several(plan: dict[str, Any]) -> dict[str, Any]:
    """Turn a plan of version 1, which had one record, into one that holds any number of applications."""
    rest = {key: value for key, value in plan.items() if key != "record"}
    return {**rest, "applications": [plan["record"]]} if "record" in plan else rest


def _know_rounds(plan: dict[str, Any]) -> dict[str, Any]:
    """Turn a plan of version 2, whose interviews had one round each, into one that may have earlier ones beside it."""
    return plan


def _know_days_away(plan: dict[str, Any]) -> dict[str, Any]:
    """Turn a plan of version 3, in which no step could move, into one that may have the reader's days away."""
    return plan


MIGRATIONS: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (
    _hold_several,
    _know_rounds,
    _know_days_away,
)
"""Migration n turns a plan of version n + 1 into one of version n + 2."""
VERSION = len(MIGRATIONS) + 1
LARGEST = 2_000_000
"""Characters in a plan file: 200 applications of 10,000, where a full one has about 4,000."""
DEEPEST = 32
"""How often lists and tables may stand in one another: a plan needs 7."""
MOST_ENTRIES = 500
"""Applications in a file, fields in one table, and rows in one list: a record has 70 fields, and we read 50 rows."""
BYTE_ORDER_MARK = "\ufeff"
"""What some editors put before a text."""
MOST_PLANS = 30
"""Plan files that are opened together: more interviews than most searches have."""


class PlanProblem(Exception):
    """A plan file can't be opened; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan file: its record, with the other applications in it, and the day on which it was saved, as written there.

    `problems` are of those applications that can't be read, and of those that share a number.
    """

    record: dict[str, Any]
    saved_on: str
    problems: tuple[Problem, ...] = ()


def save_plan(record: Mapping[str, Any], saved_on: date) -> str:
    """Return the plan file of a record as it was typed, with every application in it, so that nothing is lost.

    The applications are in the order of their numbers, so that two files can be compared. "current" is the one at hand.
    """
    applications = every(record) or [at_hand(record)]
    keyed = with_keys(in_order(map(_without_empty, applications)))
    here = _without_empty(at_hand(record))
    current = next((key for key, each in keyed.items() if each == here), next(iter(keyed)))
    blocks = ",\n".join(_block(key, write_json(each), each) for key, each in keyed.items())
    head = {"format": FORMAT, "version": VERSION, "saved_on": saved_on.isoformat()}
    head |= own_days(record)
    lines = [f"  {write_json(key)}: {_indented(value)}" for key, value in head.items()]
    lines += [f'  "current": {write_json(current)}', f'  "applications": [\n{blocks}\n  ]']
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _indented(value: object) -> str:
    """Return a value as JSON whose rows and fields have a line each, inside a table."""
    return write_json(value, indent=2).replace("\n", "\n  ")


def _without_empty(application: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in application.items() if value not in ("", [], None)}


@remembered_for_each
def _block(_: str, __: str, application: Application) -> str:
    """Return the lines of an application.

    Its text as JSON comes before it, since 1 and true are the same to Python and not to a reader of the file.
    """
    lines = write_json(application, indent=2).split("\n")
    return "\n".join(f"    {each}" for each in lines)


def open_plans(
    texts: Sequence[object], known: Sequence[Application] | None = None
) -> tuple[list[Application], dict[int, tuple[Problem, ...]]]:
    """Open several plan files: their applications, and what is wrong with a file, by its number from 1.

    Spreadsheets are opened too, where the `known` applications are given: a row about one of these makes no second one.
    """
    applications: list[Application] = []
    problems: dict[int, tuple[Problem, ...]] = {}
    for number, text in enumerate(texts[:MOST_PLANS], 1):
        here = None if known is None else [*known, *applications]
        try:
            opened, wrong = _open_file(text if isinstance(text, str) else "", here)
        except PlanProblem as error:
            problems[number] = (error.problem,)
            continue
        applications += opened
        if wrong:
            problems[number] = wrong
    if len(texts) > MOST_PLANS:
        facts = {"found": len(texts), "most": MOST_PLANS}
        problems[MOST_PLANS + 1] = (Problem("too-many", facts),)
    return applications, problems


def _open_file(
    text: str, known: Sequence[Application] | None
) -> tuple[list[Application], tuple[Problem, ...]]:
    """Open one file. Raises PlanProblem as `open_plan` does."""
    if known is not None and len(text) <= LARGEST and is_spreadsheet(text):
        sheet = read_spreadsheet(text)
        return matched(sheet.rows, known), tuple(sheet.problems)
    opened = open_plan(text)
    here = {**at_hand(opened.record), **own_days(opened.record)}
    return [here, *others(opened.record)], opened.problems


def open_plan(text: str) -> Opened:
    """Return what a plan file holds, migrated to this version: the application that was at hand, and the others.

    One that can't be read is left out and named. Raises PlanProblem for a text that is damaged, from a newer version,
    or no plan at all, and where no application can be read.
    """
    plan = _read_plan(text)
    rows = plan.get("applications")
    if not isinstance(rows, list) or not rows:
        raise PlanProblem(Problem("plan-cut-short", {}))
    _refuse_too_many(len(rows))
    wrong = {number: problem for number, row in enumerate(rows, 1) if (problem := _fault(row))}
    applications = [row for number, row in enumerate(rows, 1) if number not in wrong]
    if not applications:
        raise PlanProblem(next(iter(wrong.values())))
    keyed = with_keys(applications)
    current = plan.get("current")
    key = current if isinstance(current, str) and current in keyed else next(iter(keyed))
    rest = [each for name, each in keyed.items() if name != key]
    record = {**joined(at_hand(keyed[key]), rest), **own_days(plan)}
    unread = [_named(number, rows[number - 1], problem) for number, problem in wrong.items()]
    return Opened(record, str(plan.get("saved_on", "")), (*unread, *_shared(keyed)))


def _read_plan(text: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        raise PlanProblem(Problem("plan-too-large", {"found": f"{len(text):,}"}))
    try:
        plan: Any = read_json(text.removeprefix(BYTE_ORDER_MARK), DEEPEST)
    except JsonProblem as error:
        raise PlanProblem(_why_unread(error.problem, text)) from error
    if not isinstance(plan, dict) or plan.get("format") != FORMAT:
        raise PlanProblem(Problem("not-a-plan", {}))
    version = plan.get("version")
    if type(version) is not int or version < 1:
        raise PlanProblem(Problem("plan-cut-short", {}))
    if version > VERSION:
        raise PlanProblem(Problem("plan-too-new", {"found": version, "known": VERSION}))
    migrated: dict[str, Any] = plan
    for migrate in MIGRATIONS[version - 1 :]:
        migrated = migrate(migrated)
    return migrated


def _refuse_too_many(count: int) -> None:
    if count > MOST_ENTRIES:
        facts = {"found": f"{count:,}", "most": MOST_ENTRIES}
        raise PlanProblem(Problem("plan-too-many", facts))


def _fault(row: object) -> Problem | None:
    """Return why an application can't be read; None where it can."""
    if not isinstance(row, dict):
        return Problem("plan-cut-short", {})
    try:
        _refuse_too_many(_count_entries(row))
    except PlanProblem as error:
        return error.problem
    return None


def _named(number: int, row: object, problem: Problem) -> Problem:
    """Return the problem of one application among others, with what tells the reader which one it is."""
    facts = {"number": number, "name": _name(row) if isinstance(row, dict) else ""}
    return Problem(
        f"application-{problem.message.removeprefix('plan-')}", {**problem.facts, **facts}
    )


def _shared(keyed: Mapping[str, Application]) -> list[Problem]:
    """Return a problem for each number that several applications have."""
    names: dict[str, list[str]] = {}
    for each in keyed.values():
        names.setdefault(id_of(each), []).append(_name(each))
    shared = [each for id, each in names.items() if id and len(each) > 1]
    return [Problem("applications-share", {"names": each}) for each in shared]


def _name(application: Application) -> str:
    """Return what an application is called by: its employer, else its job."""
    texts = (application.get("employer"), application.get("role"))
    return next(
        (isolated(each[:LONGEST_NAME]) for each in texts if isinstance(each, str) and each), ""
    )


def _why_unread(problem: Problem, text: str) -> Problem:
    """Return the reader's message for a text that isn't JSON: a damaged plan file, or none at all."""
    if FORMAT not in text:
        return Problem("not-a-plan", {})
    message = "cut-short" if problem.message == "not-json" else problem.message
    return Problem(f"plan-{message}", problem.facts)


def _count_entries(value: object) -> int:
    """Return how many fields or rows the largest table or list has."""
    if not isinstance(value, dict | list):
        return 0
    inside = value.values() if isinstance(value, dict) else value
    return max(len(value), max(map(_count_entries, inside), default=0))

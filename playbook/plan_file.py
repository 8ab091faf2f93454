"""The plan file: a saved record, versioned, that any later version of this playbook can open."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from playbook.errors import Problem
from playbook.strict_json import JsonProblem, read_json, write_json

FORMAT = "closing-playbook/plan"
MIGRATIONS: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = ()
"""Migration n turns a record of version n + 1 into one of version n + 2."""
VERSION = len(MIGRATIONS) + 1
LARGEST = 1_000_000
"""Characters in a plan file: far more than any record needs."""
DEEPEST = 32
"""How often lists and tables may stand in one another: a record needs 4."""
MOST_ENTRIES = 500
"""Fields in one table, and rows in one list: a record has 70 fields, and we read 50 rows."""
BYTE_ORDER_MARK = "\ufeff"
"""What some editors put before a text."""
MOST_PLANS = 30
"""Plan files that are opened together: more interviews than most searches have."""


class PlanProblem(Exception):
    """A plan file can't be opened; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def save_plan(record: Mapping[str, Any], saved_on: date) -> str:
    """Return the plan file of a record as it was typed, so that nothing is lost."""
    plan = {
        "format": FORMAT,
        "version": VERSION,
        "saved_on": saved_on.isoformat(),
        "record": {key: value for key, value in record.items() if value not in ("", [], None)},
    }
    return write_json(plan, indent=2) + "\n"


def open_plans(texts: Sequence[object]) -> tuple[list[dict[str, Any]], dict[int, Problem]]:
    """Open several plan files: their records, and the problems of those that can't be opened, by number from 1."""
    records = []
    problems: dict[int, Problem] = {}
    for number, text in enumerate(texts[:MOST_PLANS], 1):
        try:
            record, _ = open_plan(text if isinstance(text, str) else "")
        except PlanProblem as error:
            problems[number] = error.problem
        else:
            records.append(record)
    if len(texts) > MOST_PLANS:
        facts = {"found": len(texts), "most": MOST_PLANS}
        problems[MOST_PLANS + 1] = Problem("too-many", facts)
    return records, problems


def open_plan(text: str) -> tuple[dict[str, Any], str]:
    """Return the record of a plan file, migrated to this version, and the day on which it was saved, as written there.

    Raises PlanProblem for a text that is damaged, from a newer version, or no plan at all.
    """
    if len(text) > LARGEST:
        raise PlanProblem(Problem("plan-too-large", {"found": f"{len(text):,}"}))
    try:
        plan = read_json(text.removeprefix(BYTE_ORDER_MARK), DEEPEST)
    except JsonProblem as error:
        raise PlanProblem(_why_unread(error.problem, text)) from error
    if not isinstance(plan, dict) or plan.get("format") != FORMAT:
        raise PlanProblem(Problem("not-a-plan", {}))
    version, record = plan.get("version"), plan.get("record")
    if type(version) is not int or version < 1 or not isinstance(record, dict):
        raise PlanProblem(Problem("plan-cut-short", {}))
    if version > VERSION:
        raise PlanProblem(Problem("plan-too-new", {"found": version, "known": VERSION}))
    if (count := _count_entries(record)) > MOST_ENTRIES:
        facts = {"found": f"{count:,}", "most": MOST_ENTRIES}
        raise PlanProblem(Problem("plan-too-many", facts))
    for migrate in MIGRATIONS[version - 1 :]:
        record = migrate(record)
    return record, str(plan.get("saved_on", ""))


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

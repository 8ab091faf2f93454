"""The plan file: a saved record, versioned, that any later version of this playbook can open."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from playbook.errors import Problem

FORMAT = "closing-playbook/plan"
MIGRATIONS: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = ()
"""Migration n turns a record of version n + 1 into one of version n + 2."""
VERSION = len(MIGRATIONS) + 1
LARGEST = 1_000_000
"""Characters in a plan file: far more than any record needs."""


MOST_PLANS = 30
"""Plan files that are opened together: more interviews than most searches have."""


class PlanProblem(Exception):
    """A plan file can't be opened; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def save_plan(record: Mapping[str, Any], saved_on: date) -> str:
    """The plan file of a record as it was typed, so that nothing is lost."""
    plan = {
        "format": FORMAT,
        "version": VERSION,
        "saved_on": saved_on.isoformat(),
        "record": {key: value for key, value in record.items() if value not in ("", [], None)},
    }
    return json.dumps(plan, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def open_plans(texts: Sequence[object]) -> tuple[list[dict[str, Any]], dict[int, Problem]]:
    """The records of several plan files, and what is wrong with those that can't be opened, by their number from 1."""
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
    """The record of a plan file, migrated to this version, and the day on which it was saved, as written there.

    Raises PlanProblem for a text that is damaged, from a newer version, or no plan at all.
    """
    if len(text) > LARGEST:
        raise PlanProblem(Problem("plan-too-large", {"found": f"{len(text):,}"}))
    try:
        plan = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = "plan-cut-short" if FORMAT in text else "not-a-plan"
        raise PlanProblem(Problem(message, {})) from error
    if not isinstance(plan, dict) or plan.get("format") != FORMAT:
        raise PlanProblem(Problem("not-a-plan", {}))
    version, record = plan.get("version"), plan.get("record")
    if type(version) is not int or version < 1 or not isinstance(record, dict):
        raise PlanProblem(Problem("plan-cut-short", {}))
    if version > VERSION:
        raise PlanProblem(Problem("plan-too-new", {"found": version, "known": VERSION}))
    for migrate in MIGRATIONS[version - 1 :]:
        record = migrate(record)
    return record, str(plan.get("saved_on", ""))

"""Plan files: as they are saved, and as editors, mail programs and accidents leave them."""

import json
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from playbook.plan_file import save_plan


def draw_plan(record: dict[str, Any], saved_on: date, random: Random) -> str:
    """A plan file, in half of all cases not as it was saved."""
    plan = save_plan(record, saved_on)
    return random.choice(CHANGES)(plan, random) if random.random() < 0.5 else plan


def flip(plan: str, random: Random) -> str:
    """One character changed."""
    at = random.randrange(len(plan))
    return plan[:at] + chr(ord(plan[at]) ^ 1 << random.randrange(7)) + plan[at + 1 :]


def with_values(plan: str, random: Random) -> str:
    """Every value of the record something that isn't a text."""
    value = random.choice(
        (
            "NaN",
            "Infinity",
            "-Infinity",
            "1e400",
            "1e308",
            "9" * 5000,
            "-0",
            "null",
            "{}",
            "[[[]]]",
            "true",
            '"\\ud800"',
            '"\\u0000"',
        )
    )
    return json.dumps({**json.loads(plan), "applications": [{"employer": 0}]}).replace(
        "0}", value + "}"
    )


def with_keys(plan: str, random: Random) -> str:
    """Keys that nobody knows, a few or many."""
    count = random.choice((1, 3, 400, 3000 if random.random() < 0.1 else 30))
    return json.dumps(
        {**json.loads(plan), "applications": [{f"employer{at}é": at for at in range(count)}]}
    )


APPLICATIONS = '"applications": [\n    {'
"""How the first application of a saved plan begins."""
CHANGES: tuple[Callable[[str, Random], str], ...] = (
    flip,
    flip,
    with_values,
    with_values,
    with_keys,
    lambda plan, random: plan[: random.randrange(len(plan))],
    lambda plan, _: "\ufeff" + plan,
    lambda plan, _: plan.replace("\n", "\r\n"),
    lambda plan, _: plan.replace('"version": 3', '"version": 4'),
    lambda plan, _: plan.replace(
        APPLICATIONS, APPLICATIONS + '"employer": "twice", "employer": "again", '
    ),
    lambda plan, random: plan.replace(
        APPLICATIONS, APPLICATIONS + '"x": ' + "[" * random.choice((3, 60, 2000, 60_000))
    ),
    lambda plan, random: plan.replace(
        APPLICATIONS, APPLICATIONS + '"x": ' + '{"a":' * random.choice((3, 60, 900, 20_000))
    ),
    lambda plan, _: plan.encode("utf-16", "replace").decode("latin-1"),
    lambda plan, _: plan * 2,
    lambda plan, _: plan.replace('"', "'"),
    lambda plan, _: "Dear Dana,\n" + plan,
    lambda _, __: "",
)

"""Every way in which readers fill a note: each example, in each tone and length."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import product

from playbook.checks import check
from playbook.plan.compute import compute
from playbook.plan.model import Plan
from playbook.record import read_interview
from playbook.tool import Request
from playbook.tools import get_tool
from playbook.tools.notes.compose import slots_of
from playbook.tools.notes.facts import plan_facts
from playbook.tools.notes.model import Kind
from publish.brand.check.upstream import upstream

TONES, LENGTHS = ("", "warm", "formal"), ("", "short")


def read_our_kinds() -> Mapping[str, Kind]:
    """Return upstream's own kinds of note."""
    return upstream().table(Kind, "tools/notes/kinds.toml")


@cache
def known_slots() -> frozenset[str]:
    """Return the names that a template may use."""
    kind = read_our_kinds()["thank-you-email"]
    return frozenset(name for slots in fill_every_way(kind) for name in slots)


def fill_every_way(kind: Kind) -> Iterator[Mapping[str, object]]:
    """Yield the template's values for every example, in each tone and length."""
    for plan in _plans():
        same = plan_facts(plan)
        for _, slots in slots_of(kind, plan, same):
            yield slots


@cache
def _plans() -> tuple[Plan, ...]:
    examples = get_tool("notes").examples()
    return tuple(
        compute(
            _asked({**example.record, "note_tone": tone, "note_length": length}, example.today),
            upstream(),
        )
        for example, tone, length in product(examples, TONES, LENGTHS)
    )


def _asked(record: Mapping[str, object], today: date) -> Request:
    interview, problems = read_interview(record)
    return Request(
        check(interview, today, problems, upstream()), today, datetime.combine(today, time(), UTC)
    )

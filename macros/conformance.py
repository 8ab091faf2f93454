"""What we know of each criterion of WCAG 2.2, from conformance.toml, for the accessibility conformance report."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playbook.content import read_all
from playbook.errors import ContentError

TABLE = Path(__file__).with_name("conformance.toml")
PROVEN = ("supports", "tested in part", "doesn't apply")
"""What can be said only with a test that shows it."""
IN_VPAT = {
    "supports": "Supports",
    "tested in part": "Not evaluated in full",
    "partly": "Partially supports",
    "doesn't apply": "Not applicable",
    "not tested": "Not evaluated",
}
"""Every verdict, in the words that a VPAT takes, and where it has none, in the nearest."""
_NOT_IN_EN = frozenset({"2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"})
"""Criteria that came with WCAG 2.2; EN 301 549 V3.2.1 has those of WCAG 2.1."""


@dataclass(frozen=True, slots=True)
class SuccessCriterion:
    """One criterion by its number; the head of conformance.toml says what each key means."""

    id: str
    name: str
    level: str
    verdict: str
    remark: str = ""
    tests: tuple[str, ...] = ()

    @property
    def in_vpat(self) -> str:
        """The verdict as a VPAT says it."""
        return IN_VPAT[self.verdict]

    @property
    def clause(self) -> str:
        """Its clause in EN 301 549 V3.2.1; nothing for a newer criterion."""
        return "" if self.id in _NOT_IN_EN else f"9.{self.id}"


def read_criteria() -> Mapping[str, SuccessCriterion]:
    """Return every criterion by its number.

    Raises ContentError for an unknown verdict, and for one that claims more than it has a test for.
    """
    criteria = read_all(SuccessCriterion, TABLE)
    for each in criteria.values():
        where = f"{TABLE.name} [{each.id}]"
        if each.verdict not in IN_VPAT:
            raise ContentError(f"{where} verdict: '{each.verdict}'; it is one of {list(IN_VPAT)}")
        if each.verdict in PROVEN and not each.tests:
            raise ContentError(f"{where}: '{each.verdict}' takes a test that shows it")
        if each.verdict == "partly" and not each.remark:
            raise ContentError(f"{where}: 'partly' takes a remark that says where it doesn't hold")
    return criteria


def count_verdicts(criteria: Mapping[str, SuccessCriterion]) -> dict[str, int]:
    """Return how many criteria have each verdict, in the order of IN_VPAT."""
    verdicts = [each.verdict for each in criteria.values()]
    return {verdict: verdicts.count(verdict) for verdict in IN_VPAT}

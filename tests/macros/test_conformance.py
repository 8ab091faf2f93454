"""The accessibility conformance report claims nothing that no test shows."""

import ast
from pathlib import Path

import pytest

from macros import conformance
from macros.conformance import IN_VPAT, SuccessCriterion, count_verdicts, read_criteria
from macros.plays import split_front_matter
from playbook.errors import ContentError

ROOT = Path(__file__).parents[2]
CRITERIA = read_criteria()
LEVEL_A, LEVEL_AA = 31, 24
"""How many WCAG 2.2 has."""


def test_every_criterion_of_both_levels_is_there_once_and_in_order() -> None:
    levels = [each.level for each in CRITERIA.values()]
    assert (levels.count("A"), levels.count("AA")) == (LEVEL_A, LEVEL_AA)
    numbers = [tuple(map(int, each.split("."))) for each in CRITERIA]
    assert numbers == sorted(numbers)
    assert "4.1.1" not in CRITERIA  # WCAG 2.2 has dropped it


@pytest.mark.parametrize("criterion", CRITERIA.values(), ids=lambda each: each.id)
def test_each_test_that_is_named_exists(criterion: SuccessCriterion) -> None:
    for test in criterion.tests:
        file, name = test.split("::")
        tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
        assert name in [each.name for each in tree.body if isinstance(each, ast.FunctionDef)], test


def test_a_film_and_a_sound_are_what_the_named_test_refuses() -> None:
    seal = (ROOT / "tests/publish/site/test_seal.py").read_text(encoding="utf-8")
    assert "<video" in seal
    assert "<audio" in seal


def test_each_verdict_is_counted() -> None:
    counts = count_verdicts(CRITERIA)
    assert list(counts) == list(IN_VPAT)
    assert sum(counts.values()) == LEVEL_A + LEVEL_AA


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ('verdict = "supports"', "'supports' takes a test that shows it"),
        ('verdict = "doesn\'t apply"', "takes a test that shows it"),
        ('verdict = "partly"', "takes a remark that says where"),
        ('verdict = "fine"\ntests = ["x"]', "verdict: 'fine'; it is one of"),
    ],
)
def test_a_claim_without_proof_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: str, why: str
) -> None:
    table = tmp_path / "conformance.toml"
    table.write_text(f'["1.1.1"]\nname = "Non-text Content"\nlevel = "A"\n{keys}\n')
    monkeypatch.setattr(conformance, "TABLE", table)
    with pytest.raises(ContentError, match=rf"conformance\.toml \[1\.1\.1\].*{why}"):
        read_criteria()


def test_clauses_of_en_301_549_are_those_of_wcag_2_1() -> None:
    assert CRITERIA["1.4.10"].clause == "9.1.4.10"
    without = {id for id, each in CRITERIA.items() if not each.clause}
    assert without == {"2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"}


def test_the_report_is_looked_at_each_year() -> None:
    page = (ROOT / "docs/about/accessibility-report.md").read_text(encoding="utf-8")
    front, _ = split_front_matter(page, "accessibility-report.md")
    assert (front["review_by"] - front["checked_on"]).days <= 366

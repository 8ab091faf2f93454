"""Every number and every tip leads to a source."""

import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from playbook.errors import ContentError
from playbook.evidence import HOUSE
from playbook.evidence.read import check_evidence, read_rules
from playbook.own import own
from playbook.tools import NAMES, get_tool

RULES = files("playbook.tools.timeline") / "rules.toml"


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[str, str], Path]:
    def edit(old: str, new: str) -> Path:
        text = RULES.read_text(encoding="utf-8")
        assert old in text
        file = tmp_path / "rules.toml"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return file

    return edit


def test_every_rule_of_every_tool_names_its_claims_or_its_reason() -> None:
    for name in NAMES:
        for rule in get_tool(name).rules(own()).values():
            assert rule.claims
            assert rule.reason or not rule.house


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for name in NAMES for rule in get_tool(name).rules(own()).values()]
    assert all(names)
    assert len(set(names)) == len(names)


def test_the_house_rules_have_the_values_that_the_catalogue_gives() -> None:
    rules = get_tool("timeline").rules(own())
    values = {id: (rules[id].value, rules[id].unit) for id in rules if rules[id].house}
    assert values["check-in-after-promise"] == (2, "business days")
    assert values["check-in-gap"] == (5, "business days")
    assert values["check-in-cap"] == (2, "e-mails")
    assert values["phone-call"] == (5, "business days")
    assert values["close-file"] == (10, "business days")
    assert values["expected-answer"] == (5, "business days")
    assert values["post-takes"] == (3, "business days")
    assert values["feedback-request"] == (2, "business days")
    assert values["offer-time-to-decide"] == (5, "business days")


def test_a_house_rule_is_never_dressed_up_as_evidence() -> None:
    for rule in get_tool("timeline").rules(own()).values():
        assert rule.house == any(claim.startswith(f"{HOUSE}/") for claim in rule.claims)


def test_all_of_the_catalogue_is_there() -> None:
    evidence = own().evidence
    sizes = {"ten-things": 23, "four-things": 7, "college-guide": 34, "closing-coach": 19}
    sizes |= {"after-interview": 14}
    expected = {f"{source}/{n}" for source, size in sizes.items() for n in range(1, size + 1)}
    claims = {id for id, claim in evidence.claims.items() if claim.source in sizes}
    assert claims == expected
    assert list(evidence.disagreements)[:7] == [f"D{n}" for n in range(1, 8)]


def test_a_question_from_beyond_the_five_guides_is_told_apart() -> None:
    beyond = list(own().evidence.disagreements)[7:]
    assert beyond == [f"B{n}" for n in range(1, len(beyond) + 1)]
    for id in beyond:
        assert any(each.who for each in own().evidence.disagreements[id].positions)


def test_what_we_advise_against_names_the_disagreement_that_says_why() -> None:
    against = {id: each.against for id, each in own().evidence.claims.items() if each.against}
    assert against == {"ten-things/3": "D4"}


def test_every_row_of_the_reading_notes_that_was_read_has_its_figure() -> None:
    """Row 10 is a disagreement (B6); 22 and 28 were never read, so nothing of them is published.

    19, 21 and 23 bear on no advice: old waits in an unclear unit, how long a job takes to fill, and
    how those feel who hear at once. From row 32 on the notes hold what law and public bodies say:
    claims, and no figures.
    """
    read = {row for row in range(1, 32) if row not in {10, 19, 21, 22, 23, 28}}
    assert {figure.evidence_row for figure in own().evidence.figures.values()} == read | {0}


def test_the_question_how_soon_and_how_often_runs_from_pressing_to_patient() -> None:
    question = own().evidence.disagreements["D7"]
    answers = [each.says for each in question.positions]
    assert question.ends == ("most pressing", "most patient")
    assert answers[0] == "Once their date has passed."
    assert answers[1].startswith("A few days after their date")
    assert answers[-1] == "One follow-up, one more if nothing comes, and then move on."


def test_without_a_date_our_choice_lies_among_the_advisers() -> None:
    question = own().evidence.disagreements["B12"]
    assert question.ends == ("soonest", "latest")
    assert (question.ours_after, len(question.positions)) == (2, 3)
    assert question.positions[-1].says == "Two weeks after the interview."


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        ({"ends": ("soonest",)}, r"D3\] ends: a scale has two"),
        ({"ours_after": 3}, r"D3\] ours_after: 3; it takes 0 to 2"),
        ({"ours_after": -1}, r"D3\] ours_after: -1"),
    ],
)
def test_a_slip_in_a_scale_stops_the_build(slip: dict[str, Any], words: str) -> None:
    evidence = own().evidence
    wrong = {**evidence.disagreements, "D3": replace(evidence.disagreements["D3"], **slip)}
    with pytest.raises(ContentError, match=words):
        check_evidence(replace(evidence, disagreements=wrong))


def test_only_an_opinion_that_nobody_answers_stands_alone() -> None:
    positions = {id: len(each.positions) for id, each in own().evidence.disagreements.items()}
    assert [id for id, number in positions.items() if number < 2] == ["D4"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"house/1"', '"house/99"', "'house/99' is not known"),
        ('["D7"]', '["D99"]', "'D99' is not known"),
        ("house = true\n", "", "go together"),
        ("value = 0", 'value = "0"', "expected a whole number"),
    ],
)
def test_a_slip_in_a_rule_stops_the_build(
    edited: Callable[[str, str], Path], old: str, new: str, words: str
) -> None:
    with pytest.raises(ContentError, match=words):
        read_rules(edited(old, new), own().evidence, own().decisions)


def test_no_source_of_ours_takes_a_name_that_is_a_copys() -> None:
    ours = {claim.partition("/")[0] for claim in own().evidence.claims} | set(
        own().evidence.sources
    )
    assert [id for id in ours if id.startswith("our-")] == []


def test_a_position_beyond_the_five_guides_is_linked_and_dated() -> None:
    questions = own().evidence.disagreements.values()
    others = [each for question in questions for each in question.positions if each.who]
    assert [each.who for each in others if not (each.url and each.year)] == []


def test_each_step_of_a_drift_names_who_took_it_with_a_link() -> None:
    page = Path(__file__).parents[2] / "docs/evidence/drift.md"
    steps = re.split(r"(?m)^(?:## |\*\*Step )", page.read_text(encoding="utf-8"))
    vague = r"\b(?:some|many|other) (?:sites?|blogs?|papers?|websites?|places)\b|^Websites\b"
    assert [step[:40] for step in steps if re.search(vague, step, re.MULTILINE)] == []

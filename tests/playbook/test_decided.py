"""What a career centre decided: its numbers are said to be so, and its own plays are where a tool leads."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from playbook.boundary import run
from playbook.brand import RuleDecision
from playbook.evidence import Rule
from playbook.own import own
from playbook.rulebook import read_rulebook
from playbook.tools.cited import cited_rules
from playbook.tools.decided import say_decided


def decided(id: str, value: int, centre: str = "Mill Center") -> Rule:
    rule = own().rules[id]
    decision = RuleDecision(centre, rule.value, "our house rule", "Dana", date(2026, 9, 14))
    return replace(rule, value=value, decision=decision)


def test_a_sentence_for_each_number_of_a_centres_once_and_none_for_ours() -> None:
    theirs, ours = decided("check-in-gap", 7), own().rules["phone-call"]
    (sentence,) = say_decided([theirs, ours, theirs], own())
    assert sentence == (
        "Between two check-ins: 7 business days. Mill Center decided this number; "
        "the Closing Playbook says 5 business days."
    )


def test_a_name_from_right_to_left_turns_nothing_around() -> None:
    (sentence,) = say_decided([decided("check-in-cap", 1, "المنارة")], own())
    assert sentence == (
        "Check-ins, at most: 1 e-mail. \u2068المنارة\u2069 decided this number; "
        "the Closing Playbook says 2 e-mails."
    )


def test_no_days_are_the_same_day() -> None:
    theirs = decided("offer-acknowledge", 1)
    assert say_decided([theirs], own())[0].endswith("the Closing Playbook says the same day.")
    assert "The Closing Playbook has the same day here" in cited_rules([theirs], own())[0]


@pytest.mark.parametrize("tool", ["timeline", "notes", "your_plan"])
def test_a_tool_leads_to_the_play_that_a_centre_has_instead_of_ours(
    tool: str, tmp_path: Path
) -> None:
    centre = (
        'name = "Mill Center"\nown_plays = ["waiting/the-check-in", "same-day/thank-you-email"]\n'
    )
    (tmp_path / "centre.toml").write_text(centre)
    record = {"ended_on": "2026-11-20", "promise_on": "2026-11-25", "note_kind": "check-in-1"}
    request = json.dumps({"record": record, "today": "2026-12-01", "stamp": "2026-12-01T12:00:00Z"})
    theirs, ours = (
        re.findall(
            r'href="../../([^"]*)">How to do this', json.loads(run(tool, request, each))["html"]
        )
        for each in (read_rulebook(brand=tmp_path), own())
    )
    own_plays = ("plays/waiting/the-check-in/", "plays/same-day/thank-you-email/")
    assert own_plays[0] in ours
    assert theirs == [f"local/{play}" if play in own_plays else play for play in ours]

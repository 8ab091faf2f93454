"""A number that a career centre decided is said to be so, in a sentence and in 'Why this date?'."""

from dataclasses import replace
from datetime import date

from playbook.brand import RuleDecision
from playbook.evidence import Rule
from playbook.own import own
from playbook.tools.cited import cited_rules
from playbook.tools.decided import say_decided


def decided(id: str, value: int, centre: str = "Mill Center") -> Rule:
    rule = own().rules[id]
    decision = RuleDecision(centre, rule.value, "our house rule", "Dana", date(2026, 9, 14))
    return replace(rule, value=value, decision=decision)


def test_a_sentence_for_each_number_of_a_centres_once_and_none_for_ours() -> None:
    theirs, ours = decided("check-in-gap", 7), own().rules["phone-call"]
    (said,) = say_decided([theirs, ours, theirs], own())
    assert said == (
        "Between two check-ins: 7 business days. Mill Center decided this number; "
        "the Closing Playbook says 5 business days."
    )


def test_a_name_from_right_to_left_turns_nothing_around() -> None:
    (said,) = say_decided([decided("check-in-cap", 1, "المنارة")], own())
    assert said == (
        "Check-ins, at most: 1 e-mail. \u2068المنارة\u2069 decided this number; "
        "the Closing Playbook says 2 e-mails."
    )


def test_no_days_are_the_same_day() -> None:
    theirs = decided("offer-acknowledge", 1)
    assert say_decided([theirs], own())[0].endswith("the Closing Playbook says the same day.")
    assert "The Closing Playbook has the same day here" in cited_rules([theirs], own())[0]

import pytest

from macros.rules import list_tool_rules
from playbook.own import own
from playbook.render import within


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (24, "hours", "24 hours"),
        (1, "business days", "1 business day"),
        (2, "business days", "2 business days"),
        (1, "e-mails", "1 e-mail"),
        (1, "calls", "1 call"),
        (0, "days", "the same day"),
        (0, "business days", "the same day"),
        (0, "e-mails", "0 e-mails"),
    ],
)
def test_a_number_is_said_with_its_unit(value: int, unit: str, words: str) -> None:
    assert within(value, unit) == words


def test_a_rule_leads_to_its_evidence() -> None:
    assert list_tool_rules(own())["check-in-gap"].url == "evidence/rules/#check-in-gap"

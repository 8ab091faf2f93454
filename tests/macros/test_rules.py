import pytest

from macros import rules
from macros.rules import read_tool_rules
from playbook.errors import ContentError
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
    assert read_tool_rules()["check-in-gap"].url == "evidence/rules/#check-in-gap"


def test_two_rules_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "folders_with_rules", lambda: ["timeline", "timeline"])
    with pytest.raises(ContentError, match=r"timeline/rules\.toml \[.+\]: timeline has a rule"):
        read_tool_rules()

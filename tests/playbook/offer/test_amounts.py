"""Amounts of money as people write them, and pay beside the reader's range."""

from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.tools.offer.amounts import PARTS, in_figures, percent, read_amount
from tests.playbook.offer.records import offer_of
from tests.playbook.readers import answer_to

CASES = read_toml(Path(__file__).with_suffix(".toml"))


@pytest.mark.parametrize(
    ("text", "value", "currency", "period"), CASES["an_amount_is_read_as_people_write_it"]
)
def test_an_amount_is_read_as_people_write_it(
    text: str, value: str, currency: str, period: str
) -> None:
    amount = read_amount(text)
    assert amount
    assert (amount.value, amount.currency, amount.period) == (
        round(float(value) * PARTS),
        currency,
        period,
    )


@pytest.mark.parametrize(
    ("text", "read"), CASES["an_amount_is_said_with_two_digits_after_the_point_or_none"]
)
def test_an_amount_is_said_with_two_digits_after_the_point_or_none(text: str, read: str) -> None:
    amount = read_amount(text)
    assert amount
    assert in_figures(amount.value) == read


@pytest.mark.parametrize(
    ("share", "whole", "said_as"), CASES["a_share_has_one_digit_after_the_point"]
)
def test_a_share_has_one_digit_after_the_point(share: int, whole: int, said_as: str) -> None:
    assert percent(share * PARTS, whole * PARTS) == said_as


@pytest.mark.parametrize("text", ["", "a lot", "30 to 35", "40 hours, 2,900 euros", "about"])
def test_no_amount_or_more_than_one_is_none(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(("pay", "low", "high", "kind"), CASES["pay_beside_the_range"])
def test_pay_beside_the_range(pay: str, low: str, high: str, kind: str) -> None:
    answer = offer_of({"offers": [{"pay": pay}], "range_from": low, "range_to": high})
    assert answer.pay
    assert answer.pay.kind == kind


def test_without_a_range_of_the_readers_own_there_is_no_gap_and_no_number_of_ours() -> None:
    page = answer_to("offer", {"offers": [{"pay": "£31,000"}]})
    assert "word what to ask" in page["html"]
    assert offer_of({"offers": [{"pay": "£31,000"}]}).counter == ""

"""What holds for every offer: the arithmetic is right, nothing is advised, the same each time, and it always comes."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from playbook.own import own
from playbook.tools.offer.amounts import read_amount
from playbook.tools.offer.rules import compute
from tests.playbook.readers import (
    answer_to,
    examples,
    expect_nothing_left_over,
    expect_same_again,
    expect_whole,
    phrases,
    request_of,
    senseless,
)

FIELDS = """events offers country region range_from range_to wishes criteria employer role contact_name
closures office_week""".split()
TERMS = "pay benefits requirements start place leave probation review".split()

amounts = st.sampled_from(
    ["", "30,000", "£31,500 a year", "2.900 € im Monat", "by agreement", "9" * 60]
)
offers = st.fixed_dictionaries(
    {},
    optional={
        "employer": st.sampled_from(["Mill", "شرکت‌ها"]),
        "pay": amounts,
        "in_writing": st.booleans(),
        **{name: phrases for name in TERMS if name != "pay"},
    },
)
points = st.sampled_from(["", *map(str, range(13))])
criteria = st.fixed_dictionaries(
    {},
    optional={
        "what": phrases,
        "weight": st.sampled_from(["", "1", "3", "5"]),
        "offer_1": points,
        "offer_2": points,
        "offer_3": points,
    },
)
dates = st.dates(date(2026, 11, 1), date(2026, 11, 22))
happened = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(
            ["offer", "offer", "countered", "others-told", "decided", "rejected"]
        ),
        "on": dates.map(str),
    }
)
records = st.fixed_dictionaries(
    {},
    optional={
        "events": st.lists(happened, max_size=4),
        "offers": st.lists(offers, max_size=4),
        "range_from": amounts,
        "range_to": amounts,
        "wishes": st.lists(st.fixed_dictionaries({"what": phrases}), max_size=3),
        "criteria": st.lists(criteria, max_size=5),
        "country": st.sampled_from(["", "GB", "SA", "JP"]),
        "employer": st.just("Maple Run Fabrication"),
        "role": phrases,
        "contact_name": st.sampled_from(["", "Tom Hargreave", "د. ليلى حسن"]),
    },
)


@given(records)
@examples(150)
def test_the_steps_of_the_clock_come_in_a_sensible_order(record: dict[str, Any]) -> None:
    clock = compute(request_of(record), own()).clock
    if clock is None:
        return
    steps = {step.id: step for step in clock.steps}
    counter, decide = steps["offer-counter"], steps["offer-decide"]
    assert counter.due_on
    assert decide.due_on
    assert counter.due_on <= decide.due_on
    for step in clock.steps:
        days = [day for day in (step.earliest_on, step.best_on, step.due_on) if day]
        assert all(one <= other for one, other in pairwise(days))
    if counter.due_on > (counter.earliest_on or counter.due_on):
        assert clock.plan.situation.calendar.is_open(counter.due_on)


@given(records)
@examples(150)
def test_the_sums_add_up_and_stay_within_the_most(record: dict[str, Any]) -> None:
    comparison = compute(request_of(record), own()).comparison
    if comparison is None:
        return
    for offer, total in enumerate(comparison.totals):
        assert total == sum(row.weight * row.points[offer] for row in comparison.rows)
        assert 0 <= total <= comparison.most


@given(records)
@examples(150)
def test_every_point_is_either_said_or_to_be_asked(record: dict[str, Any]) -> None:
    for terms in compute(request_of(record), own()).terms:
        assert [each.id for each in terms.answered + terms.missing if each in terms.answered] == [
            name for name in TERMS if getattr(terms.offer, name)
        ]
        assert len(terms.answered) + len(terms.missing) == len(TERMS)


@given(records)
@examples(120)
def test_a_counter_offer_names_no_number_but_the_readers(record: dict[str, Any]) -> None:
    answer = compute(request_of(record), own())
    typed = [record.get("range_from", ""), record.get("range_to", "")]
    typed += [each.get("pay", "") for each in record.get("offers", [])]
    known = {amount.value for each in typed if (amount := read_amount(each))}
    wished = str(record.get("wishes", "")) + str(record.get("role", ""))
    for line in answer.counter.splitlines():
        for number in re.findall(r"\d[\d.,]*\d|\d", line.partition("my answer by")[0]):
            amount = read_amount(number)
            assert number in wished or (amount and amount.value in known), line


@given(records)
@examples(120)
def test_nobody_asks_for_what_is_offered_or_less(record: dict[str, Any]) -> None:
    counter = compute(request_of(record), own()).counter
    offered, asked = (
        re.search(r"offered (.+?)\. Could", counter),
        re.search(r"make it (.+)\?", counter),
    )
    if offered and asked:
        less, more = read_amount(offered[1]), read_amount(asked[1])
        assert less
        assert more
        assert more.value > less.value


@given(records)
@examples(100)
def test_nothing_is_left_over_and_nothing_is_advised(record: dict[str, Any]) -> None:
    answer = answer_to("offer", record)
    expect_nothing_left_over(answer)
    assert "we don't advise on law" in answer["text"]


@given(records)
@examples(30)
def test_the_same_record_gets_the_same_answer(record: dict[str, Any]) -> None:
    expect_same_again(lambda: answer_to("offer", record))


@given(records, st.dictionaries(st.sampled_from(FIELDS), senseless, max_size=4))
@examples(200)
def test_anything_in_any_field_gets_an_answer(
    record: dict[str, Any], spoiled: dict[str, object]
) -> None:
    expect_whole(answer_to("offer", record | spoiled))


@given(st.text(max_size=60))
@examples(300)
def test_any_text_is_an_amount_or_none(text: str) -> None:
    amount = read_amount(text)
    assert amount is None or amount.value >= 0


def test_a_hundred_kilobytes_in_a_field_are_said_to_be_too_long_and_the_rest_is_kept() -> None:
    record = {"offers": [{"benefits": "x" * 100_000, "pay": "30,000"}]}
    answer = answer_to("offer", record)
    assert list(answer["errors"]) == ["offers.0.benefits"]
    assert "30,000" in answer["text"]


def test_markup_is_shown_as_it_was_typed() -> None:
    record = {"offers": [{"employer": "<script>alert(1)</script>"}]}
    assert "<script>" not in answer_to("offer", record)["html"]

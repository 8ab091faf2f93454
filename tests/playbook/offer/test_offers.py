"""Offers worked out by hand: the dates of the clock, what is missing, the gap, the counter-offer, the sums."""

from collections.abc import Mapping
from datetime import date

import pytest

from playbook.interview import Offer
from playbook.own import own
from playbook.tool import Example
from playbook.tools import get_tool
from playbook.tools.offer.amounts import PARTS, percent, read_amount, said
from playbook.tools.offer.model import OfferAnswer
from playbook.tools.offer.rules import compute, term_words
from tests.playbook.readers import answer_to, request_of, visible

EXAMPLES = {each.id: each for each in get_tool("offer").examples()}
OFFER = {"events": [{"kind": "offer", "on": "2026-11-20"}]}


def offer_of(record: Mapping[str, object]) -> OfferAnswer:
    return compute(request_of(record), own())


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_examples_are_what_was_worked_out_by_hand(example: Example) -> None:
    answer = compute(request_of(example.record, example.today), own())
    expected = example.expected
    assert answer.clock
    assert answer.clock.decide_by == expected["decide_by"]
    for step in answer.clock.steps:
        if step.id in expected:
            found = {"best": step.best_on, "due": step.due_on}
            assert found == expected[step.id], step.id
    if "states" in expected:
        assert [str(step.state) for step in answer.clock.steps] == expected["states"]
    assert [term.id for term in answer.terms[0].missing] == expected["missing"]
    assert answer.pay
    assert (answer.pay.kind, said(answer.pay.gap)) == (expected["pay"], expected["gap"])
    if "sums" in expected:
        assert answer.comparison
        assert list(answer.comparison.totals) == expected["sums"]
        assert answer.comparison.most == expected["most"]
        assert list(answer.comparison.left_out) == expected["left_out"]
    page = answer_to("offer", example.record, example.today)
    assert page["errors"] == {}
    assert expected["gap"] in page["text"]


def test_the_clock_is_the_timelines_own() -> None:
    record = OFFER | {"ended_on": "2026-11-06", "country": "US"}
    offer, timeline = answer_to("offer", record), answer_to("timeline", record)
    for line in ("ask for time until Monday 30 November", "Tell other employers"):
        assert line in offer["text"]
        assert line in timeline["text"]


def test_the_day_of_the_interview_is_not_needed() -> None:
    answer = offer_of(OFFER)
    assert answer.clock
    assert [step.id for step in answer.clock.steps][-1] == "offer-decide"


def test_without_an_offer_there_is_no_clock_but_the_list_to_ask_from() -> None:
    page = answer_to("offer", {"employer": "Mill"})
    assert page["status"].startswith("No offer yet")
    assert all(term.ask in page["html"] for term in term_words(own()).values())


def test_once_decided_nothing_is_next() -> None:
    events = [*OFFER["events"], {"kind": "decided", "on": "2026-11-21"}]
    assert answer_to("offer", {"events": events})["status"] == "You have decided. This is done."


def test_a_counter_offer_made_is_ticked_off() -> None:
    events = [*OFFER["events"], {"kind": "countered", "on": "2026-11-21"}]
    answer = offer_of({"events": events})
    assert answer.clock
    states = {step.id: str(step.state) for step in answer.clock.steps}
    assert states["offer-counter"] == "done"
    assert states["offer-decide"] != "done"


def test_the_newest_offer_is_the_one_that_counts() -> None:
    events = [{"kind": "offer", "on": "2026-11-10"}, {"kind": "offer", "on": "2026-11-20"}]
    answer = offer_of({"events": events})
    assert answer.clock
    assert answer.clock.decide_by.isoformat() == "2026-11-27"


def test_an_answer_wanted_the_next_morning_leaves_no_day_for_a_counter_offer() -> None:
    events = [{"kind": "offer", "on": "2026-11-19", "by_on": "2026-11-20"}]
    record = {"events": events}
    said = answer_to("offer", record, date(2026, 11, 20))["text"]
    assert "no full working day" in said
    assert "ask today, Friday 20 November, or ask for more time first." in said
    assert "no full working day" not in answer_to("offer", record, date(2026, 11, 21))["text"]


@pytest.mark.parametrize(
    ("text", "value", "currency", "period"),
    [
        ("£31,500 a year", "31500", "£", "year"),
        ("£31,500 p.a.", "31500", "£", "year"),
        ("31,500/yr", "31500", "", "year"),
        ("£31,500 per annum gross", "31500", "£", "year"),
        ("2.900 € im Monat", "2900", "€", "month"),
        ("2,900 euros a month", "2900", "€", "month"),
        ("31 500 zł", "31500", "zł", ""),
        ("31'500 CHF", "31500", "chf", ""),
        ("12,00,000 INR", "1200000", "₹", ""),
        ("12 lakh", "1200000", "", ""),
        ("12 LPA", "1200000", "", "year"),
        ("Rs. 8 lakhs per annum", "800000", "₹", "year"),
        ("€31.500,50", "31500.50", "€", ""),
        ("$27.50 an hour", "27.50", "$", "hour"),
        ("$19.75/hr", "19.75", "$", "hour"),
        ("21.50 an hour", "21.50", "", "hour"),
        ("15,5 Euro/Stunde", "15.5", "€", "hour"),
        ("30k", "30000", "", ""),
        ("30 K EUR", "30000", "€", ""),
        ("$640,000 base", "640000", "$", ""),
        ("Band 5 bottom £31,049", "31049", "£", ""),
        ("١٢٬٠٠٠ ريال", "12000", "sar", ""),
        ("१२,००० रुपये", "12000", "₹", ""),
        ("0.125", "0.125", "", ""),
    ],
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
    ("text", "read"),
    [
        ("31,500", "31,500"),
        ("21.5", "21.50"),
        ("0.125", "0.13"),
        ("1.9999", "2.00"),
        ("0", "0"),
        ("12,34,567.891", "1,234,567.89"),
        ("9" * 60, f"{int('9' * 60):,}"),
        ("0.00001", "0"),
    ],
)
def test_an_amount_is_said_with_two_digits_after_the_point_or_none(text: str, read: str) -> None:
    amount = read_amount(text)
    assert amount
    assert said(amount.value) == read


@pytest.mark.parametrize(
    ("share", "whole", "said_as"),
    [
        (1000, 30000, "3.3"),
        (2000, 30000, "6.7"),
        (1, 3, "33.3"),
        (1, 2000, "0.1"),
        (5, 0, "0.0"),
        (30000, 10000, "300.0"),
        (0, 7, "0.0"),
    ],
)
def test_a_share_has_one_digit_after_the_point(share: int, whole: int, said_as: str) -> None:
    assert percent(share * PARTS, whole * PARTS) == said_as


@pytest.mark.parametrize("text", ["", "a lot", "30 to 35", "40 hours, 2,900 euros", "about"])
def test_no_amount_or_more_than_one_is_none(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("pay", "low", "high", "kind"),
    [
        ("30,000", "31,000", "33,000", "below"),
        ("31,000", "31,000", "33,000", "within"),
        ("32,999", "31,000", "33,000", "within"),
        ("33,000", "31,000", "33,000", "top"),
        ("30,000", "31,000", "", "below"),
        ("31,000", "", "31,000", "top"),
        ("£30,000 a year", "£16 an hour", "", "other-unit"),
        ("by agreement", "31,000", "", "not-a-number"),
    ],
)
def test_pay_beside_the_range(pay: str, low: str, high: str, kind: str) -> None:
    answer = offer_of({"offers": [{"pay": pay}], "range_from": low, "range_to": high})
    assert answer.pay
    assert answer.pay.kind == kind


def test_without_a_range_of_the_readers_own_there_is_no_gap_and_no_number_of_ours() -> None:
    page = answer_to("offer", {"offers": [{"pay": "£31,000"}]})
    assert "word a counter-offer" in page["html"]
    assert offer_of({"offers": [{"pay": "£31,000"}]}).counter == ""


def test_pay_at_the_top_of_the_range_is_no_reason_for_a_counter_offer() -> None:
    record = {"offers": [{"pay": "35,000"}], "range_from": "31,000", "range_to": "33,000"}
    assert offer_of(record).counter == ""
    assert "35,000" not in offer_of(record | {"wishes": [{"what": "a desk"}]}).counter


@pytest.mark.parametrize(
    ("record", "lines"),
    [
        (
            {"wishes": [{"what": "three more days of holiday."}]},
            ["Could we also talk about three more days of holiday?"],
        ),
        (
            {"range_from": "31,000"},
            ["On pay, I was hoping for 31,000.", "Would that be possible?"],
        ),
        (
            {"offers": [{"pay": "30,000"}], "range_from": "31,000", "range_to": "33,000"},
            [
                "You have offered 30,000. Could we make it 33,000?",
            ],
        ),
        (
            {"offers": [{"pay": "$21 an hour"}], "wishes": [{"what": "22.50 an hour"}]},
            [
                "You have offered $21 an hour. Could we make it 22.50 an hour?",
            ],
        ),
    ],
)
def test_a_counter_offer_reads_as_a_person_says_it(
    record: dict[str, object], lines: list[str]
) -> None:
    before = ["Thank you for offering me the job.", "I would very much like to take it."]
    assert offer_of(record).counter.splitlines() == before + lines


@pytest.mark.parametrize(
    ("pay", "low", "high"),
    [
        ("£31,049", "£31,049", ""),
        ("Band 5 bottom £31,049", "£31,049", ""),
        ("£33,000", "£31,000", "£33,000"),
        ("£2,700 a month", "£16 an hour", ""),
        ("2,900 euros a month", "€2,900 a month", ""),
        ("12 lakh", "11,00,000", ""),
        ("$22 an hour", "21.50 an hour", "22/hr"),
    ],
)
def test_nobody_asks_for_what_is_already_offered_or_less(pay: str, low: str, high: str) -> None:
    record = {"offers": [{"pay": pay}], "range_from": low, "range_to": high}
    assert offer_of(record).counter == ""


def test_a_counter_offer_names_no_day_that_has_passed() -> None:
    record = {"wishes": [{"what": "a desk"}], "events": [{"kind": "offer", "on": "2026-11-02"}]}
    assert "You'll have my answer" not in offer_of(record).counter


def criterion(what: str, weight: str, *given: str) -> dict[str, str]:
    points = {f"offer_{at}": value for at, value in enumerate(given, 1)}
    return {"what": what, "weight": weight, **points}


def test_the_sum_is_weight_times_points() -> None:
    answer = offer_of(
        {"criteria": [criterion("pay", "5", "6", "8"), criterion("way", "2", "9", "3")]}
    )
    assert answer.comparison
    assert answer.comparison.totals == (48, 46)
    assert answer.comparison.most == 70


def test_a_lead_that_one_step_could_turn_is_said_to_be_as_good_as_even() -> None:
    record = {"criteria": [criterion("pay", "5", "6", "8"), criterion("way", "2", "9", "3")]}
    assert "so the difference says little" in answer_to("offer", record)["text"]


def test_even_is_even() -> None:
    assert (
        "They have the same points."
        in answer_to("offer", {"criteria": [criterion("pay", "5", "6", "6")]})["text"]
    )


def test_points_beyond_the_scale_and_rows_without_a_weight_are_named() -> None:
    record = {"criteria": [criterion("pay", "5", "11", "6"), criterion("way", "", "3", "4")]}
    errors = answer_to("offer", record)["errors"]
    assert set(errors) == {"criteria.0.offer_1", "criteria.1.weight"}


def test_a_range_that_ends_below_its_beginning_is_named() -> None:
    errors = answer_to("offer", {"range_from": "33,000", "range_to": "31,000"})["errors"]
    assert list(errors) == ["range_to"]


def test_an_offer_keeps_its_number_when_the_row_before_it_is_empty() -> None:
    record = {"offers": [{}, {"employer": "Mill", "pay": "30,000"}]}
    answer = offer_of(record)
    assert [terms.number for terms in answer.terms] == [2]
    assert "Mill: 7 of 8 points" in answer_to("offer", record)["text"]


def test_more_offers_than_fit_are_said_to_be_left_out() -> None:
    record = {"offers": [{"employer": name} for name in "ABCD"]}
    assert "We compare the first 3." in answer_to("offer", record)["html"]


def test_every_point_of_the_list_is_a_field_of_an_offer_and_has_a_question() -> None:
    fields = set(Offer.__dataclass_fields__) - {"employer", "in_writing"}
    assert set(term_words(own())) == fields
    assert len(fields) == own().rules["terms-to-settle"].value
    assert all(term.ask.endswith("?") and term.claims for term in term_words(own()).values())


LATE = {"events": [{"kind": "offer", "on": "2026-11-12", "by_on": "2026-11-18"}]}


def test_a_date_for_the_answer_that_has_passed_is_said_first_and_never_as_still_ahead() -> None:
    page = answer_to("offer", LATE)
    assert page["status"] == (
        "Their date for your answer, Wednesday 18 November, has passed. "
        "Call or write to them today, and ask whether the offer still stands."
    )
    assert "You could say: 'I'm sorry for the delay." in page["text"]
    for shown in (page["text"], visible(page["html"])):
        assert "They want your answer by" not in shown
        assert "have your answer by" not in shown


def test_a_usual_time_for_the_answer_that_has_passed_is_not_called_their_date() -> None:
    page = answer_to("offer", {"events": [{"kind": "offer", "on": "2026-11-12"}]})
    assert page["status"].startswith("You haven't answered yet. They named no date")
    assert "still stand" not in page["text"]
    for shown in (page["text"], visible(page["html"])):
        assert "ask for time until" not in shown
        assert "we plan with the usual time" not in shown


def test_on_the_day_itself_and_once_decided_no_date_has_passed() -> None:
    today = {"events": [{"kind": "offer", "on": "2026-11-12", "by_on": "2026-11-22"}]}
    assert "has passed" not in answer_to("offer", today)["text"]
    decided = {"events": [*LATE["events"], {"kind": "decided", "on": "2026-11-18"}]}
    assert answer_to("offer", decided)["status"] == "You have decided. This is done."
    assert "has passed" not in answer_to("offer", decided)["text"]


def test_a_reversed_range_is_named_and_no_words_are_made_of_it_as_it_stands() -> None:
    turned = {"range_from": "40000", "range_to": "35000"}
    page = answer_to("offer", turned)
    assert page["errors"] == {
        "range_to": "Your range ends at 35000, below where it begins, 40000. Check both."
    }
    assert "On pay, I was hoping for 40000." in page["text"]
    offered = turned | {"offers": [{"pay": "36000"}]}
    pay = offer_of(offered).pay
    assert pay
    assert (pay.kind, said(pay.gap)) == ("within", "4,000")
    assert "Could we make it 40000?" in offer_of(offered).counter


@pytest.mark.parametrize(
    ("low", "high", "named"),
    [
        ("£33,000 a year", "£31,000", True),
        ("£33,000", "£31,000 a year", True),
        ("33,000 a year", "£31,000 a year", True),
        ("£31,000", "£33,000 a year", False),
        ("£33,000 a year", "€31,000 a year", False),
        ("£33,000 a year", "£16 an hour", False),
    ],
)
def test_an_end_of_the_range_may_leave_out_what_the_other_says(
    low: str,
    high: str,
    named: bool,  # noqa: FBT001 - a table of examples
) -> None:
    errors = answer_to("offer", {"range_from": low, "range_to": high})["errors"]
    said = f"Your range ends at {high}, below where it begins, {low}. Check both."
    assert errors == ({"range_to": said} if named else {})


def test_the_words_of_an_offer_are_read_for_a_date_as_promises_are() -> None:
    """Offered on Tuesday 24 November: 'by Friday 4 December' is their date, and it is still ahead on the 29th."""
    words = "let us know by friday 4 december"
    record = {"events": [{"kind": "offer", "on": "2026-11-24", "words": words}], "country": "GB"}
    answer = compute(request_of(record, date(2026, 11, 29)), own())
    assert answer.clock
    assert (answer.clock.named, answer.clock.passed) == (True, False)
    assert answer.clock.decide_by == date(2026, 12, 4)
    late = answer_to("offer", record, date(2026, 12, 5))
    assert "ask whether the offer still stands" in late["status"]


def test_a_counter_offer_is_the_same_in_the_note() -> None:
    record = {
        "ended_on": "2026-11-06",
        "offers": [{"pay": "£30,000"}],
        "range_from": "£32,000",
        "wishes": [{"what": "a desk"}],
        "note_kind": "counter-offer",
        "interviewers": [{"name": "Dana"}],
        "my_name": "Luis",
    }
    note = answer_to("notes", record)["text"].replace("\n", " ")
    for line in offer_of(record).counter.splitlines():
        assert line in note

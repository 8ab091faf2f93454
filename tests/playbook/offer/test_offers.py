"""Offers worked out by hand: the dates of the clock, what is missing, the gap, the counter-offer, the sums."""

from datetime import date

import pytest

from playbook.own import own
from playbook.record_rows import Offer
from playbook.tool import Example
from playbook.tools.offer.amounts import in_figures
from playbook.tools.offer.rules import compute, term_words
from tests.playbook.offer.records import EXAMPLES, OFFER, offer_of
from tests.playbook.readers import answer_to, request_of, visible


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_examples_are_what_was_worked_out_by_hand(example: Example) -> None:
    answer = compute(request_of(example.record, example.today), own())
    expected = example.expected
    assert answer.clock
    assert answer.clock.decide_by == expected["decide_by"]
    for step in answer.clock.steps:
        if step.id in expected:
            days = {"best": step.best_on, "due": step.due_on}
            assert days == expected[step.id], step.id
    if "states" in expected:
        assert [str(step.state) for step in answer.clock.steps] == expected["states"]
    assert [term.id for term in answer.terms[0].missing] == expected["missing"]
    assert answer.pay
    assert (answer.pay.kind, in_figures(answer.pay.gap)) == (expected["pay"], expected["gap"])
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
    for line in ("ask for time until Monday 30 November", "Tell any employer you'd like better"):
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
    text = answer_to("offer", record, date(2026, 11, 20))["text"]
    assert "no full business day" in text
    assert "ask today, Friday 20 November, or ask for more time first." in text
    assert "no full business day" not in answer_to("offer", record, date(2026, 11, 21))["text"]


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
        assert "we plan with a date of our own" not in shown


def test_on_the_day_itself_and_once_decided_no_date_has_passed() -> None:
    today = {"events": [{"kind": "offer", "on": "2026-11-12", "by_on": "2026-11-22"}]}
    assert "has passed" not in answer_to("offer", today)["text"]
    decided = {"events": [*LATE["events"], {"kind": "decided", "on": "2026-11-18"}]}
    assert answer_to("offer", decided)["status"] == "You have decided. This is done."
    assert "has passed" not in answer_to("offer", decided)["text"]


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


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("let us know by friday", date(2026, 11, 27)),
        ("we need an answer by the end of the week", date(2026, 11, 27)),
        ("get back to me in a couple of days", date(2026, 11, 27)),
        ("offer valid for 7 days", date(2026, 12, 1)),
        ("expires monday", date(2026, 11, 30)),
        ("deadline is december 1", date(2026, 12, 1)),
        ("start date 7 december, reply by 27 nov", date(2026, 11, 27)),
        ("until 3/12", date(2026, 12, 3)),
        ("take your time", None),
        ("no rush", None),
        ("sleep on it", None),
        ("let me know soon", None),
        ("we'd like you to start on 4 January", None),
        ("we're offering £30k", None),
    ],
)
def test_the_day_they_named_is_read_and_no_other_makes_the_offer_doubtful(
    words: str, by: date | None
) -> None:
    """Offered on Tuesday 24 November. Long after any day, only one that they named themselves can have passed."""
    record = {"country": "GB", "events": [{"kind": "offer", "on": "2026-11-24", "words": words}]}
    running = compute(request_of(record, date(2026, 11, 25)), own()).clock
    assert running
    assert running.named == (by is not None)
    assert by is None or running.decide_by == by
    late = answer_to("offer", record, date(2026, 12, 20))["text"]
    assert ("still stand" in late) == (by is not None)

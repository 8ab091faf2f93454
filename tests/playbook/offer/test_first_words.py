"""What is said when an offer comes: thanks, in writing, by when; then what is asked for, and why."""

from datetime import date
from typing import Any

import pytest

from playbook.own import own
from playbook.tools.offer.model import OfferAnswer
from playbook.tools.offer.rules import compute
from tests.playbook.notes.records import notes_of
from tests.playbook.readers import answer_to, request_of

TODAY = date(2026, 11, 29)
TYLER = {
    "country": "US",
    "employer": "Fairlea Markets",
    "role": "assistant manager",
    "my_name": "Tyler Brandt",
    "my_phone": "6145550177",
    "interviewers": [{"name": "Jennifer Smith"}],
    "proofs": [{"did": "ran a crew of 12", "result": "we had the best times in the district"}],
    "wishes": [{"what": "22 an hour"}],
    "sure": "sure",
    "ended_on": "2026-11-27",
}
CREW = "I ran a crew of 12, and we had the best times in the district."


def words_of_offer(**more: Any) -> OfferAnswer:
    return compute(request_of({**TYLER, **more}, TODAY), own())


def test_the_offer_in_writing_and_the_day_of_the_answer_come_before_what_is_asked_for() -> None:
    page = answer_to("offer", TYLER, TODAY)
    order = [
        "Thank you for offering me",
        "in writing",
        "When do you need my answer by?",
        "$22 an hour",
    ]
    for shown in (page["text"], page["html"]):
        spoken = shown[shown.index(order[0]) :]
        places = [spoken.index(each) for each in order]
        assert places == sorted(places)
        assert shown.count("Thank you for offering me") == 1


@pytest.mark.parametrize("events", [[], [{"kind": "offer", "on": "2026-11-28"}]])
def test_nobody_who_is_talking_already_offers_a_call(events: list[dict[str, str]]) -> None:
    assert "by phone" not in words_of_offer(events=events).counter
    letter = notes_of({**TYLER, "events": events, "note_kind": "counter-offer"}, TODAY)[0]
    assert "by phone" in letter.text


def test_once_thanked_the_counter_offer_stands_by_itself() -> None:
    events = [
        {"kind": "offer", "on": "2026-11-28"},
        {"kind": "offer-acknowledged", "on": "2026-11-28"},
    ]
    answer = words_of_offer(events=events)
    assert answer.thanks == ""
    assert answer.counter.startswith("Thank you for offering me")


@pytest.mark.parametrize("reason", ["", "i make 21 now", "my rent went up"])
def test_something_done_is_the_reason_where_none_was_typed_that_can_be_said(reason: str) -> None:
    assert CREW in words_of_offer(wish_reason=reason).counter
    letter = notes_of({**TYLER, "wish_reason": reason, "note_kind": "counter-offer"}, TODAY)[0]
    assert CREW in letter.text


def test_a_reason_of_their_own_and_a_wish_that_is_not_about_pay_need_none() -> None:
    assert CREW not in words_of_offer(wish_reason="I have run two stores").counter
    assert CREW not in words_of_offer(wishes=[{"what": "Sundays off"}]).counter


def test_years_of_work_are_a_reason_and_what_is_better_not_said_is_none() -> None:
    years = words_of_offer(proofs=[], missed="I have 2 years of BPO experience").counter
    assert "I have 2 years of BPO experience." in years
    assert "clinic" not in words_of_offer(proofs=[], missed="I loved the clinic").counter
    assert (
        "deaf" not in words_of_offer(proofs=[], missed="I'm deaf, with years of training").counter
    )


@pytest.mark.parametrize(
    "step", ["E13 step 3", "TV-L E13 Stufe 3", "Band 6 point 2", "GS-9 step 4", "spine point 24"]
)
@pytest.mark.parametrize("field", ["range_from", "range_to", "wish"])
def test_a_step_of_a_scale_is_asked_for_as_a_step(step: str, field: str) -> None:
    typed: dict[str, Any] = {"wishes": []}
    typed |= {"wishes": [{"what": step}]} if field == "wish" else {field: step}
    answer = words_of_offer(**typed)
    assert f"On pay, could I start on {step}?" in answer.counter
    assert CREW in answer.counter
    assert answer.left == ()
    assert answer.errors == {}


def test_a_step_that_was_typed_twice_is_asked_for_once() -> None:
    wishes = [{"what": "step 3 instead of 2"}, {"what": "travel money"}]
    asked = words_of_offer(range_from="E13 step 3", wishes=wishes).counter
    assert asked.count("step 3") == 1
    assert "There are two things" in asked


def test_one_wish_stands_in_one_sentence() -> None:
    wishes = [{"what": "flexible working on Wednesdays"}, {"what": "no nights till March"}]
    asked = words_of_offer(wishes=wishes).counter
    assert "Could we talk about flexible working on Wednesdays?" in asked
    assert "And about having no nights till March?" in asked


@pytest.mark.parametrize(
    ("sure", "words"),
    [("sure", "I'm very pleased."), ("", "That's good news."), ("not-sure", "That's good news.")],
)
def test_only_who_is_sure_is_very_pleased(sure: str, words: str) -> None:
    assert words_of_offer(sure=sure).thanks.splitlines()[1] == words


NEEDS = [
    ("I use Access to Work, so an interpreter costs you nothing", "the support that I use at work"),
    ("I need an adjustment: a screen reader", "the support that I use at work"),
    ("I need visa sponsorship", "my visa"),
]


@pytest.mark.parametrize(("missed", "about"), NEEDS)
def test_what_was_put_off_until_there_is_an_offer_is_arranged_then(missed: str, about: str) -> None:
    record = {**TYLER, "missed": missed, "wishes": []}
    thanks = words_of_offer(missed=missed, wishes=[]).thanks
    accept = notes_of({**record, "note_kind": "accept"}, TODAY)[0].text
    for shown in (thanks, accept):
        assert about in shown
        assert "Who should I speak to about it?" in shown
        assert "costs you nothing" not in shown


@pytest.mark.parametrize("missed", ["", "I'm pregnant", "I ran the rota"])
def test_nothing_is_arranged_for_whoever_said_nothing_of_it(missed: str) -> None:
    assert "Who should I speak to" not in words_of_offer(missed=missed).thanks


SPANISH = {
    "employer": "Mercaluz",
    "role": "Cajera",
    "proofs": [{"did": "abrí la panadería sola durante tres años", "result": "nunca llegué tarde"}],
    "draws": "me gusta hablar con la gente",
    "missed": "Trabajé tres años en una panadería y abría yo sola",
    "wishes": [{"what": "22 an hour"}],
}


def test_whoever_types_in_another_language_gets_no_english_to_say() -> None:
    page = answer_to("offer", SPANISH, TODAY)
    for shown in (page["text"], page["html"]):
        assert "Thank you for offering" not in shown
        assert "On pay" not in shown
        assert "We write in English only" in shown
    mixed = {**SPANISH, "draws": "", "missed": "I ran a bakery", "proofs": []}
    assert "Thank you for offering" in answer_to("offer", mixed, TODAY)["text"]

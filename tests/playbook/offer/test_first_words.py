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


@pytest.mark.parametrize(
    ("reason", "crew"),
    [("", True), ("n/a", True), ("i make 21 now", False), ("my rent went up", False)],
)
def test_something_done_is_the_reason_only_where_none_was_typed(
    reason: str,
    crew: bool,  # noqa: FBT001 - a table of examples
) -> None:
    assert (CREW in words_of_offer(wish_reason=reason).counter) is crew
    letter = notes_of({**TYLER, "wish_reason": reason, "note_kind": "counter-offer"}, TODAY)[0]
    assert (CREW in letter.text) is crew


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
    assert "May I ask about two things first?" in asked


@pytest.mark.parametrize(
    ("wishes", "asked"),
    [
        (
            ("flexible working on Wednesdays for uni", "no nights till march"),
            [
                (
                    "Could we talk about flexible working on Wednesdays for university and having no "
                    "nights until March?"
                )
            ],
        ),
        (
            ("two days a week from home", "the move and the first rent"),
            [
                "Could we talk about two days a week from home, and about the move and the first rent?"
            ],
        ),
        (
            (
                "a contract of two years and not of one",
                "the cost of the move and of the first rent in town",
            ),
            [
                "Could we talk about a contract of two years and not of one?",
                "I'd also like to ask about the cost of the move and of the first rent in town.",
            ],
        ),
    ],
)
def test_wishes_share_a_question_that_can_be_said_in_one_breath(
    wishes: tuple[str, ...], asked: list[str]
) -> None:
    lines = words_of_offer(wishes=[{"what": each} for each in wishes]).counter.splitlines()
    assert lines[-len(asked) :] == asked


def test_what_somebody_told_about_a_wish_stands_beside_it() -> None:
    people = [{"name": "Karen", "said": "that nobody goes on nights in the first 6 weeks"}]
    lines = words_of_offer(interviewers=people, wishes=[{"what": "no nights till March"}]).counter
    assert lines.endswith(
        "Nobody goes on nights in the first 6 weeks, I know,"
        " but could we talk about having no nights until March?"
    )


def test_what_matters_most_is_asked_for_first() -> None:
    wishes = [{"what": "25 an hour"}, {"what": "Fridays off"}, {"what": "a parking space"}]
    matter = [
        {"what": "parking", "weight": "3"},
        {"what": "time with my kids, so no weekends or Fridays", "weight": "5"},
        {"what": "pay", "weight": "2"},
    ]
    typed_order = words_of_offer(wishes=wishes).counter.splitlines()
    assert typed_order[2].startswith("On pay, ")
    lines = words_of_offer(wishes=wishes, criteria=matter).counter.splitlines()
    assert lines[2] == "Could we talk about having Fridays off and a parking space?"
    assert lines[3].startswith("On pay, ")


@pytest.mark.parametrize(
    ("record", "terms"),
    [
        ({}, "the pay, the hours and the start date"),
        ({"wishes": [{"what": "Sundays off"}]}, "the hours, the pay and the start date"),
        (
            {
                "criteria": [
                    {"what": "holidays", "weight": "5"},
                    {"what": "training", "weight": "4"},
                ]
            },
            "the holiday, the training, the pay and the hours",
        ),
    ],
)
def test_the_written_offer_is_asked_for_with_what_matters_to_this_reader(
    record: dict[str, object], terms: str
) -> None:
    asked = f"Could you send me the offer in writing, with {terms}?"
    assert asked in words_of_offer(**{"wishes": [], **record}).thanks


@pytest.mark.parametrize(
    ("draws", "words"),
    [
        ("you train new people", "I'm very pleased, especially because you train new people."),
        (
            "small team, you know each customer",
            "I'm very pleased, especially because you know each customer.",
        ),
        ("I want to move up", "I'm very pleased."),
        ("", "I'm very pleased."),
    ],
)
def test_what_draws_the_reader_is_what_pleases_them(draws: str, words: str) -> None:
    assert words_of_offer(sure="sure", draws=draws).thanks.splitlines()[1] == words


@pytest.mark.parametrize(
    ("record", "named"),
    [
        ({"role": "Staff Nurse, Band 5", "range_from": "£31,049"}, "Band 5"),
        ({"role": "Analyst, pay level 6", "range_from": "₹45,000 a month"}, "Pay level 6"),
        (
            {"role": "Clerk, salary grade 8", "wishes": [{"what": "₱25,000 a month"}]},
            "Salary grade 8",
        ),
        ({"role": "Analyst GS-9", "range_from": "$60,000"}, "a fixed scale"),
        ({"role": "Grade 4 teacher", "range_from": "R25,000 a month"}, ""),
        ({"role": "Class 5 driver", "range_from": "$32 an hour"}, ""),
        ({"role": "Staff Nurse, Band 5", "range_from": "step 3"}, ""),
        ({"role": "nurse", "range_from": "£31,049"}, ""),
        ({"role": "Staff Nurse, Band 5", "wishes": [{"what": "no nights"}]}, ""),
    ],
)
def test_a_figure_for_a_job_on_a_scale_is_to_be_checked_on_it(
    record: dict[str, object], named: str
) -> None:
    left = words_of_offer(**{"wishes": [], **record}).left
    remarks = [each.text for each in left if each.why == "on-scale"]
    assert [
        f"this job is on {named}, so the question is which step" in each for each in remarks
    ] == [True] * bool(named)


def test_a_deed_has_the_place_that_the_reader_named_for_it() -> None:
    """The place stands in what they would have liked to add, and the proof has what came of it."""
    record = {
        "missed": "i ran a crew of 12 at dunkin and i never had a no call no show",
        "proofs": [{"did": "ran a crew of 12", "result": "we had the best times in the district"}],
        "wishes": [{"what": "22 an hour"}],
    }
    assert "I ran a crew of 12 at Dunkin, and we had the best times in the district." in (
        words_of_offer(**record).counter
    )


@pytest.mark.parametrize(
    ("sure", "words"),
    [
        ("sure", "I'm very pleased."),
        ("", "I'm very pleased."),
        ("not-sure", "That's good news."),
    ],
)
def test_only_who_is_not_sure_is_cool_about_an_offer(sure: str, words: str) -> None:
    assert words_of_offer(sure=sure).thanks.splitlines()[1] == words


NEEDS = [
    (
        "I use Access to Work, so an interpreter costs you nothing",
        (
            "I use Access to Work, so an interpreter costs you nothing. "
            "Who should I speak to about arranging the interpreter?"
        ),
    ),
    (
        "I need visa sponsorship",
        "I need visa sponsorship. Who should I speak to about arranging the visa?",
    ),
    (
        "I need an adjustment: a screen reader",
        "I'd also like to arrange the support that I use at work. Who should I speak to about it?",
    ),
    (
        "I have a health condition and need adjustments",
        "I'd also like to arrange the support that I use at work. Who should I speak to about it?",
    ),
]


@pytest.mark.parametrize(("missed", "asked"), NEEDS)
def test_what_was_put_off_until_there_is_an_offer_is_arranged_then(missed: str, asked: str) -> None:
    """In the reader's own words, except where they name a condition."""
    record = {**TYLER, "missed": missed, "wishes": []}
    thanks = words_of_offer(missed=missed, wishes=[]).thanks
    accept = notes_of({**record, "note_kind": "accept"}, TODAY)[0].text
    for shown in (thanks, accept):
        assert asked in " ".join(shown.split())


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


def test_experience_beside_a_scale_is_hoped_to_count_in_spoken_words() -> None:
    nurse = {
        "role": "Band 5 Staff Nurse",
        "range_from": "£31,049",
        "wish_reason": "I have 2 years of experience as an HCA",
    }
    asked = words_of_offer(**nurse).counter
    assert "I have 2 years of experience as an HCA, and I hope it can count." in asked

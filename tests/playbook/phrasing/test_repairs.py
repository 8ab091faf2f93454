"""Small repairs to typed words, and English that reads as translated."""

import pytest

from playbook.phrasing.repairs import one_not_other, usual_words, without_here
from playbook.phrasing.usage import Slip, slips_of_usage


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("i worked in berlin on mondays", "I worked in Berlin on Mondays"),
        ("i know excel and word", "I know Excel and Word"),
        ("i work with excel and word", "I work with Excel and Word"),
        ("i excel at maths", "I excel at maths"),
        ("word of mouth", "word of mouth"),
        ("my excel sheets", "my Excel sheets"),
        ("at the nhs, with sql and javascript", "at the NHS, with SQL and JavaScript"),
        ("we opened in reading last year", "we opened in Reading last year"),
        ("good at reading maps", "good at reading maps"),
        ("I live near bath", "I live near Bath"),
        ("in the bath", "in the bath"),
        (
            "we promote from within like 80 percent of the time",
            "we promote from within about 80 percent of the time",
        ),
        ("I like 12 hour shifts", "I like 12 hour shifts"),
        ("I would like 3 days off", "I would like 3 days off"),
        ("it feels like 10 years", "it feels like 10 years"),
        ("I have 2 years BPO experience", "I have 2 years of BPO experience"),
        ("5 yrs experience in sales", "5 years of experience in sales"),
        ("2 years of experience", "2 years of experience"),
        ("the night shift has 15% differential", "the night shift has a 15% differential"),
        ("it has 8% bonus", "it has an 8% bonus"),
        ("15% of the bonus", "15% of the bonus"),
        ("I was a HCA and then a RN", "I was an HCA and then an RN"),
        ("a UK passport", "a UK passport"),
        ("4 new beds in Jan", "4 new beds in January"),
        ("a jan sale", "a jan sale"),
        ("i never had a no call no show", "I never had a no-call, no-show"),
        ("the hiring and also the pickup thing", "the hiring and the pickup thing"),
        ("the new pickup thing", "what you are doing with pickup"),
        ("the next big thing", "the next big thing"),
        ("the account is for US telco", "the account is for a US telco"),
        ("for US customers", "for US customers"),
        ("the best drive thru times", "the best drive-through times"),
        (
            "I drived a trolleybus 8 years without accident",
            "I drove a trolleybus for 8 years without accident",
        ),
        ("we teached them", "we taught them"),
        ("its busy, you wont get bored", "it's busy, you won't get bored"),
        ("its busy kitchen feeds 200", "its busy kitchen feeds 200"),
        ("ur dogs", "your dogs"),
        ("company is having good culture", "company has good culture"),
        ("I needed a shed and a bed", "I needed a shed and a bed"),
        ("everyone eat together", "everyone eats together"),
        ("nobody goes home alone", "nobody goes home alone"),
        ("make everyone eat together", "make everyone eat together"),
    ],
)
def test_words_are_put_as_everybody_would(typed: str, usual: str) -> None:
    assert usual_words(typed) == usual
    assert usual_words(usual) == usual


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("we don't do shouting here", "we don't do shouting"),
        (
            "the junior doctors listen to the nurses here",
            "your junior doctors listen to the nurses",
        ),
        ("WE DON'T RUSH PEOPLE HERE", "we don't rush people"),
        ("no one's a number here", "no one's a number with you"),
        ("no one's a number here mate", "no one's a number with you mate"),
        ("everyone here starts on the till", "everyone starts on the till"),
        ("people stay here for years", "people stay with you for years"),
        ("people stay here", "people stay with you"),
        ("kids here have big feelings", "kids have big feelings"),
        ("come here early", "come here early"),
        ("the door is right here", "the door is right here"),
        ("where you are matters", "where you are matters"),
    ],
)
def test_what_was_said_here_is_told_by_somebody_who_has_left(typed: str, expected: str) -> None:
    assert without_here(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("I don't want tweezers, I want salt", "I want salt, not tweezers"),
        ("we don't hire CVs, we hire people.", "we hire people, not CVs"),
        ("I dont need heroes but I need a team", "I need a team, not heroes"),
        ("we don't do shouting", "we don't do shouting"),
        ("I don't want tweezers, you want salt", "I don't want tweezers, you want salt"),
        (
            "I don't want tweezers, I want salt, and fire",
            "I don't want tweezers, I want salt, and fire",
        ),
    ],
)
def test_a_saying_of_two_halves_is_told_as_one(typed: str, expected: str) -> None:
    assert one_not_other(typed) == expected


@pytest.mark.parametrize(
    ("typed", "slip", "usual"),
    [
        ("I work there since 5 years", "since 5 years", "for 5 years"),
        ("thank you for the informations", "informations", "information"),
        (
            "I am working here since 2019",
            "I am working here since",
            "I have been working here since",
        ),
        (
            "I'm working nights for 3 years",
            "I'm working nights for 3 years",
            "I have been working nights for 3 years",
        ),
        ("I am having five years of experience", "am having five years", "have five years"),
        ("we discussed about the menu", "discussed about", "discussed"),
        ("I didn't went there", "didn't went", "didn't go"),
        ("I worked as nurse in Spain", "as nurse", "as a nurse"),
        ("I was electrician for two years", "was electrician", "was an electrician"),
        ("I have driving licence", "have driving licence", "have a driving licence"),
        ("I look forward to hear from you", "look forward to hear", "look forward to hearing"),
        ("I am agree with this", "I am agree", "I agree"),
        ("I done school runs", "I done", "I did"),
        ("we was losing time", "we was", "we were"),
        ("much people come", "much people", "many people"),
        ("I am responsible of the till", "responsible of", "responsible for"),
    ],
)
def test_english_that_reads_as_translated_is_told(typed: str, slip: str, usual: str) -> None:
    assert slips_of_usage(typed) == (Slip(slip, usual),)


@pytest.mark.parametrize(
    "typed",
    [
        "I have worked here since 2019",
        "since two years ago",
        "ten years since I left",
        "I worked as a nurse in Spain",
        "I work as driver trainer at the depot",
        "I am working nights this week",
        "I have a driving licence",
        "I didn't let go",
        "I didn't cut corners",
        "we talked about the informational pack",
        "Trabajo aquí desde hace 5 años con mucha gente",
        "I look forward to hearing from you",
    ],
)
def test_good_english_and_other_languages_are_left_alone(typed: str) -> None:
    assert slips_of_usage(typed) == ()


def test_a_past_that_is_right_in_america_stays() -> None:
    assert usual_words("I learned to weld and drived a van") == "I learned to weld and drove a van"

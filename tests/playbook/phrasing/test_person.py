"""Reported speech is turned to the person it goes to where that is certain, and not at all elsewhere."""

import pytest

from playbook.phrasing.person import turn_to_them


@pytest.mark.parametrize(
    ("typed", "turned"),
    [
        ("we don't do shouting here", "you don't do shouting here"),
        ("they've booked an interpreter since 2021", "you've booked an interpreter since 2021"),
        ("he started as an apprentice too", "you started as an apprentice too"),
        ("shrink is the number he looks at first", "shrink is the number you look at first"),
        (
            "uptake has doubled since they brought back the exchange",
            "uptake has doubled since you brought back the exchange",
        ),
        ("the junior doctors listen, and they ask", "the junior doctors listen, and they ask"),
        ("everyone gets their own Sunday off", "everyone gets their own Sunday off"),
        ("how they do the preceptorship", "how you do the preceptorship"),
        ("how you guys do the holiday hiring", "how you do the holiday hiring"),
        ("she runs the ward and knows everyone", "you run the ward and know everyone"),
        ("he's looking for calm people", "you're looking for calm people"),
        ("he's been there for years", "you've been there for years"),
        ("she has two children and a dog", "you have two children and a dog"),
        ("he was a nurse himself", "you were a nurse yourself"),
        ("she never shouts", "you never shout"),
        ("our teachers plan together", "your teachers plan together"),
        ("nobody books meetings", "nobody books meetings"),
        ("you train people", "you train people"),
        ("the account is for a US telco", "the account is for a US telco"),
    ],
)
def test_speech_is_turned_where_it_is_certain(typed: str, turned: str) -> None:
    assert turn_to_them(typed) == turned


@pytest.mark.parametrize(
    "typed",
    [
        "I must come at 6",
        "I don't want tweezers",
        "they will call me",
        "we expect you to lead",
        "we talked about sailing",
        "we both like sailing",
        "his boss said he works hard",
        "he was a welder and loves it",
        "she brunches with them",
    ],
)
def test_speech_is_left_alone_where_it_is_not(typed: str) -> None:
    assert turn_to_them(typed) is None


def test_what_the_reader_reports_may_name_the_reader() -> None:
    assert turn_to_them("I should stop apologizing", by_reader=True) == "I should stop apologizing"
    assert turn_to_them("we would speak on Monday", by_reader=True) is None


def test_of_several_people_nobody_knows_who_he_is() -> None:
    assert turn_to_them("he started here", one_person=False) is None
    assert turn_to_them("he started here", one_person=False, named=True) == "he started here"

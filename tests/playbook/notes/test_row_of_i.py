"""Sentences of a letter beside one another: what is heard is joined, and no three in a row begin with 'I'."""

import pytest

from playbook.tools.notes.heard import Heard, join_heard
from playbook.tools.notes.row_of_i import without_row_of_i

TWO = "Thank you.\n\nI ran a crew. I kept the books."


@pytest.mark.parametrize(
    ("third", "turned"),
    [
        ("I also drove the van.", "On top of that, I drove the van."),
        ("I'd very much like the job.", "It's a job I'd very much like to do."),
        (
            "I would like the job, because you train people.",
            "You train people, which is why I would like the job.",
        ),
        (
            "I'd like the job, because I like people.",
            "It's a job I'd like to do, because I like people.",
        ),
        ("I want to learn.", "My aim is to learn."),
        (
            "I'd like to design for all, and I'd like to do that with you.",
            "My hope is to design for all, and I'd like to do that with you.",
        ),
        ("I'd very much like to work with you.", "It would be a pleasure to work with you."),
        ("I would like the job.", "It is a job I would like to do."),
        (
            "I like early mornings, and I'd like the job.",
            "What I like is early mornings, and I'd like the job.",
        ),
        ("I grew up here.", "I grew up here."),
        ("In May I start.", "In May I start."),
    ],
)
def test_the_third_sentence_in_a_row_begins_in_another_way(third: str, turned: str) -> None:
    assert without_row_of_i(f"{TWO}\n\n{third}") == f"{TWO}\n\n{turned}"


def test_what_is_waited_for_goes_on_behind_the_wish() -> None:
    body = "I ran a crew.\n\nI'd like the job. I look forward to Tuesday."
    assert (
        without_row_of_i(body)
        == "I ran a crew.\n\nI'd like the job, and I look forward to Tuesday."
    )


@pytest.mark.parametrize(
    "body", [TWO, "Hello Dr. I. Berg,\n\nIt was good. I ran. It is so. I did. I do."]
)
def test_two_in_a_row_stay(body: str) -> None:
    assert without_row_of_i(body) == body


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        (
            Heard("It was good to hear that you bake.", "It was also good to hear about the oven."),
            Heard("It was good to hear that you bake, and to hear about the oven."),
        ),
        (
            Heard(
                "",
                "It was good to hear about the oven.",
                "It was interesting to learn that you open in May.",
            ),
            Heard("", "It was good to hear about the oven, and that you open in May."),
        ),
        (
            Heard(
                "Thank you for telling me that it rains.",
                "It was also good to hear about the oven.",
            ),
            Heard(
                "Thank you for telling me that it rains.",
                "It was also good to hear about the oven.",
            ),
        ),
        (
            Heard(
                "", "Thank you for the tour.", "It was interesting to learn that you open in May."
            ),
            Heard(
                "", "Thank you for the tour.", "It was also useful to learn that you open in May."
            ),
        ),
        (
            Heard(
                "It was good to hear that you bake.",
                "It was also good to hear about your stock: 48 hours.",
            ),
            Heard(
                "It was good to hear that you bake.",
                "It was also good to hear about your stock: 48 hours.",
            ),
        ),
        (
            Heard("", "", "It was interesting to learn of it."),
            Heard("", "", "It was interesting to learn of it."),
        ),
    ],
)
def test_what_was_heard_stands_in_one_sentence_where_it_can(heard: Heard, expected: Heard) -> None:
    assert join_heard(heard) == expected

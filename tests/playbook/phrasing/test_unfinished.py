"""An answer that wasn't finished in the talk, and sentences with only a comma between them."""

import pytest

from playbook.phrasing.additions import frame_missed
from playbook.phrasing.splices import split_splices
from playbook.phrasing.unfinished import find_unfinished


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "Network got cut so I could not complete my answer regarding platelet clumping - I would repeat in citrate",
            "I didn't get to finish my answer on platelet clumping. I would repeat in citrate.",
        ),
        (
            "i froze on the grid vs. flex question, obviously i know it, i've built a whole system",
            "On the grid vs. flex question, I should have said that I've built a whole system.",
        ),
        (
            "They asked about dealing with an angry parent and I gave a short answer. I'd listen first.",
            "My answer on dealing with an angry parent was too short. I'd listen first.",
        ),
        (
            "When Dr. St. Pierre asked me about the batch correction I answered too fast. I ran four, I can show it.",
            "I was too quick with my answer on the batch correction. I ran four. I can show it.",
        ),
    ],
)
def test_an_answer_comes_back_with_what_it_was_about(typed: str, sentence: str) -> None:
    assert frame_missed(typed).text == sentence


@pytest.mark.parametrize("typed", ["i froze on the grid question", "I was so nervous, I rambled"])
def test_without_an_answer_nothing_is_told(typed: str) -> None:
    assert find_unfinished(typed) is None
    assert not frame_missed(typed).text


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        (
            "I ran the simplest one, I can send the figure",
            ("I ran the simplest one", "I can send the figure"),
        ),
        ("I worked in Brazil, I am not a beginner", ("I worked in Brazil", "I am not a beginner")),
        (
            "when the line stopped, I called the fitter",
            ("when the line stopped, I called the fitter",),
        ),
        ("I like the ward, the people and the work", ("I like the ward, the people and the work",)),
    ],
)
def test_two_sentences_with_a_comma_are_two(typed: str, pieces: tuple[str, ...]) -> None:
    assert split_splices(typed) == pieces

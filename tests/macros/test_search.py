"""Where a page stands among what the search finds, and the words under which people look for a play."""

from pathlib import Path

import pytest

from macros.plays import read_plays
from macros.search import place_in_search
from playbook.own import own

DOCS = Path(__file__).parents[2] / "docs"
TITLE = 1000
"""How much more a word counts in a title than in the text."""


def boost(source: str) -> float:
    place: float = place_in_search(source, {})["boost"]
    return place


@pytest.mark.parametrize("page", ["about/privacy.md", "about/decisions/x.md", "evidence/claims.md"])
def test_a_word_in_the_title_of_a_page_about_our_work_counts_less_than_one_in_a_play(
    page: str,
) -> None:
    assert 100 * TITLE * boost(page) < boost("plays/waiting/the-check-in.md")


def test_a_phase_and_a_handout_stand_below_its_plays_and_a_centres_play_beside_ours() -> None:
    play = boost("plays/waiting/the-check-in.md")
    assert boost("plays/waiting/index.md") < boost("handouts/questions.md") < play
    assert boost("local/plays/waiting/own.md") == play
    assert boost("local/rooms.md") == boost("index.md")


def test_a_page_of_its_own_weight_multiplies_the_usual_and_stays_left_out() -> None:
    assert place_in_search("plays/a/b.md", {"boost": 4})["boost"] == 4 * boost("plays/a/b.md")
    assert place_in_search("plays/a/b.md", {"exclude": True})["exclude"] is True


def test_no_two_plays_are_looked_for_under_the_same_words() -> None:
    words = [word for play in read_plays(DOCS, own()) for word in play.searched_as]
    assert len(words) == len(set(words))

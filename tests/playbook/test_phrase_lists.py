"""One search for phrases, for every tool that checks wording."""

from dataclasses import dataclass

import pytest

from playbook.phrase_lists import by_first_word, find_phrases


@dataclass(frozen=True)
class Words:
    id: str
    phrases: tuple[str, ...]


WEAK = Words("weak", ("just", "i'm afraid", "sort of"))
WORN = Words("worn", ("team player", "hit the ground running"))
LISTS = by_first_word([WEAK, WORN])


def shown(text: str, joining: str = "") -> list[tuple[str, str, int]]:
    return [(each.list.id, each.phrase, each.start) for each in find_phrases(LISTS, text, joining)]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("a team player, just so", [("worn", "team player", 2), ("weak", "just", 15)]),
        ("sort of, i'm afraid, just", [("weak", "sort of", 0)]),
        ("an unjust team, players", []),
        ("just-in-time", [("weak", "just", 0)]),
        ("", []),
    ],
)
def test_each_list_is_named_once_in_the_order_of_the_text(
    text: str, matches: list[tuple[str, str, int]]
) -> None:
    assert shown(text) == matches


def test_a_character_that_joins_makes_one_word_of_two() -> None:
    assert shown("just-in-time", "-'") == []

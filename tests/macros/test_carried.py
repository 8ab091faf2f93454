"""A play cites a claim only where it says what the claim says: a person's choice of words, kept in carried.toml."""

import tomllib
from pathlib import Path

import pytest

from macros.plays import Play, read_plays, split_front_matter
from playbook.evidence import HOUSE
from playbook.own import own

ROOT = Path(__file__).parents[2]
PLAYS = read_plays(ROOT / "docs", own())
CARRIED = tomllib.loads(Path(__file__).with_name("carried.toml").read_text(encoding="utf-8"))


def read_words(play: Play) -> str:
    text = (ROOT / "docs" / play.url.rstrip("/")).with_suffix(".md").read_text(encoding="utf-8")
    return " ".join(split_front_matter(text, play.id)[1].split())


def test_the_table_names_plays_that_are_there_and_cite_something() -> None:
    cite = [play.id for play in PLAYS if any(not id.startswith(f"{HOUSE}/") for id in play.claims)]
    assert sorted(CARRIED) == sorted(cite)


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: str(play.id))
def test_each_claim_that_a_play_cites_is_carried_by_its_words(play: Play) -> None:
    cited = {id for id in play.claims if not id.startswith(f"{HOUSE}/")}
    carried = CARRIED.get(play.id, {})
    assert set(carried) == cited
    words = read_words(play)
    assert [each for each in carried.values() if each not in words] == []

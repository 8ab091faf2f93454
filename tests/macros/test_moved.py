"""Old addresses: each leads on to where the words of its page are now."""

import re
import tomllib
from pathlib import Path

import pytest

from macros.guide import Guide, read_guide
from macros.moved import address_of, find_new_play, read_moved, write_signposts
from macros.plays import find_plays

DOCS = Path(__file__).parents[2] / "docs"
RULES = DOCS.parent / "playbook"
OLD = "plays/waiting/bring-news/"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(DOCS)


def write(site: Path, guide: Guide, home: str = "") -> str:
    """The page at an old address, as a site at this home has it."""
    write_signposts(site, guide, "Example College", home)
    return (site / OLD / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("old", "new"), read_moved().items())
def test_what_moved_is_gone_and_stands_where_the_table_says(old: str, new: str) -> None:
    assert not (DOCS / old).exists()
    assert (DOCS / new).is_file()


def test_no_name_of_an_old_play_is_taken_again() -> None:
    names = {Path(old).stem for old in read_moved()}
    assert names.isdisjoint(file.stem for file in find_plays(DOCS))
    assert len(names) == len(read_moved())


@pytest.mark.parametrize("file", ["plan/steps.toml", "tools/notes/kinds.toml"])
def test_a_tool_leads_to_plays_that_are_there(file: str) -> None:
    tables = tomllib.loads((RULES / file).read_text(encoding="utf-8")).values()
    plays = {table["play"] for table in tables if "play" in table}
    assert plays
    assert [play for play in sorted(plays) if not (DOCS / f"plays/{play}.md").is_file()] == []


def test_an_old_address_leads_on_without_a_script_from_any_folder(
    tmp_path: Path, guide: Guide
) -> None:
    html = write(tmp_path, guide)
    assert '<meta http-equiv="refresh" content="0; url=../the-check-in/">' in html
    assert '<link rel="canonical" href="../the-check-in/">' in html
    assert '<a href="../the-check-in/">The check-in</a>' in html
    assert "<title>The check-in - Example College</title>" in html
    assert re.search(r'^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">', html)
    assert not re.search(r"<script|style|https?:", html)


def test_where_the_site_knows_its_address_the_true_page_is_named_in_full(
    tmp_path: Path, guide: Guide
) -> None:
    html = write(tmp_path, guide, "https://example.edu/after/")
    wanted = 'rel="canonical" href="https://example.edu/after/plays/waiting/the-check-in/"'
    assert wanted in html
    assert 'url=../the-check-in/"' in html


@pytest.mark.parametrize(
    ("name", "new"),
    [("bring-news", "the-check-in"), ("reward-the-effort", "celebrate"), ("the-check-in", "")],
)
def test_an_old_play_has_a_new_one(name: str, new: str) -> None:
    assert find_new_play(name) == new


def test_an_address_is_that_of_the_page() -> None:
    assert address_of("plays/waiting/index.md") == "plays/waiting/"
    assert address_of("plays/waiting/the-check-in.md") == "plays/waiting/the-check-in/"

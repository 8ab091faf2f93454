"""What a reader types into the search box, against the index that the build wrote."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

SITE = Path(__file__).parents[3] / "site"


@pytest.fixture(scope="module")
def index() -> list[dict[str, Any]]:
    file = SITE / "search/search_index.json"
    assert file.is_file(), "there is no site: run `make test`, which builds it first"
    entries: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["docs"]
    return entries


def pages_with(words: str, index: list[dict[str, Any]]) -> set[str]:
    """The pages whose title, text or topics hold these words, one after the other."""
    return {
        entry["location"].partition("#")[0]
        for entry in index
        if words in plain(" ".join([entry["title"], entry["text"], *entry.get("tags", [])]))
    }


def plain(html: str) -> str:
    """Words as the search compares them: no tags, no capitals, hyphens as spaces."""
    return " ".join(re.sub(r"<[^>]+>|-", " ", html).lower().split())


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("thank you", "plays/same-day/thank-you-email/"),
        ("thank you", "plays/closing/collect-contacts/"),
        ("ghosted", "plays/waiting/when-to-stop/"),
        ("salary", "plays/outcome/negotiate/"),
        ("salary range", "plays/before/know-your-range/"),
        ("rejection", "plays/outcome/take-a-no/"),
        ("no reply", "plays/waiting/the-check-in/"),
        ("no reply", "plays/waiting/when-to-stop/"),
        ("counter offer", "plays/outcome/negotiate/"),
        ("panel", "plays/closing/panels-and-several-interviewers/"),
        ("references", "plays/before/line-up-references/"),
        ("corridor", "corridor/"),
        ("rejected", "plays/outcome/take-a-no/"),
        ("phone interview", "plays/before/get-ready-for-your-kind-of-interview/"),
        ("video interview", "plays/before/get-ready-for-your-kind-of-interview/"),
        ("second interview", "plays/same-day/second-round/"),
        ("internal", "plays/same-day/internal-job/"),
        ("headhunter", "plays/same-day/recruiter-in-between/"),
        ("no show", "plays/before/if-it-cant-go-ahead/"),
        ("reschedule", "plays/before/if-it-cant-go-ahead/"),
        ("sick", "plays/before/if-it-cant-go-ahead/"),
        ("salary expectations", "plays/before/know-your-range/"),
        ("notice period", "plays/outcome/weigh-it/"),
        ("start date", "plays/outcome/accept/"),
    ],
)
def test_search_finds_the_page_one_would_want(
    words: str, wanted: str, index: list[dict[str, Any]]
) -> None:
    assert wanted in pages_with(words, index)


def test_every_play_is_in_the_index(index: list[dict[str, Any]]) -> None:
    places = {entry["location"].partition("#")[0] for entry in index}
    plays = {f"plays/{file.parent.name}/{file.stem}/" for file in _plays()}
    assert len(plays) >= 30
    assert plays <= places


def _plays() -> list[Path]:
    files = (Path(__file__).parents[3] / "docs").glob("plays/*/*.md")
    return [file for file in files if file.name != "index.md"]

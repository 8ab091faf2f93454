"""Words that we fell back on too often, each with the most that the whole guide may hold."""

import re
import tomllib
from pathlib import Path

import pytest

from macros.plays import find_pages
from macros.prose import LineKind, read_lines
from playbook.spelling import Spelling

ROOT = Path(__file__).parents[2]
PAGES = [page for page in find_pages(ROOT / "docs") if "about" not in page.parts]
CEILINGS = {
    r"(?:nobody|none) has (?:tested|measured)": 5,
    r"\bour own\b": 12,
    r"\b(?:one|no|our|the)(?: of our)?(?: five)? guides?\b": 20,
    r"\bno source\b": 3,
    r"\b(?:some|any|every)body\b": 3,
    r"\bnobody\b": 30,
    r"\bglad\b": 10,
    r"\bwhom\b": 8,
    r"\bkindly\b": 8,
    r"\bneedn't\b": 8,
    r"\bTo yourself\b": 6,
    r"\bbest (?:tonight|the same|with|before|in the)\b": 0,
    r"\bby when\b": 3,
    r"\bworking days?\b": 2,
    r"\buntil (?:it's|an offer is|you've) signed(?!, the checks)": 0,
    r"does? no harm": 0,
}
BRITISH = re.compile(
    r"\b(?:adverts?|cheques?|lift|canteen|CV|trial period|driving licence)\b"
    r"|\b(?:straight away|[Cc]ome round|whilst|fortnight)\b"
    r"|\b(?:on|days of|more|and) holiday\b|\b(?:the|its|in this|senior) posts?\b(?! office)"
)


@pytest.mark.parametrize("pattern", CEILINGS)
def test_a_tic_stays_below_its_ceiling(pattern: str) -> None:
    tic = re.compile(pattern, re.IGNORECASE)
    used = sum(len(tic.findall(page.read_text(encoding="utf-8"))) for page in PAGES)
    assert used <= CEILINGS[pattern]


def test_an_american_centre_sees_no_british_word() -> None:
    lists = tomllib.loads((ROOT / "publish/brand/check/spelling.toml").read_text(encoding="utf-8"))
    american = Spelling({**lists["both"], **lists["us"]})
    for page in PAGES:
        lines = read_lines(page.read_text(encoding="utf-8"))
        words = " ".join(line.text for line in lines if line.kind is not LineKind.FRONT)
        assert BRITISH.findall(american.respell(words)) == [], page.name

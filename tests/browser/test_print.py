"""What an adviser hands out: each sheet on the paper that it was made for."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PAGES

PLAYS = [page for page in PAGES if re.fullmatch(r"plays/[a-z-]+/[a-z0-9-]+/", page)]


def sheets(page: Page, paper: str) -> int:
    """How many sheets of this paper the page takes."""
    return page.pdf(format=paper).count(b"/Type /Page\n")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("at-a-glance/", 1),
        ("handouts/pocket-card/", 1),
        ("handouts/30-60-90/", 1),
        ("handouts/debrief-sheet/", 2),
    ],
)
def test_a_sheet_fits_its_paper(
    visit: Callable[..., Page], path: str, most: int, paper: str
) -> None:
    assert sheets(visit(path), paper) <= most


def test_every_play_fits_on_two_sheets(visit: Callable[..., Page], home: str) -> None:
    page = visit(PLAYS[0])
    too_long = []
    for path in PLAYS:
        page.goto(home + path)
        too_long += [path] if sheets(page, "A4") > 2 else []
    assert too_long == []


def test_on_paper_there_is_no_chrome_and_the_checklist_has_its_boxes(
    visit: Callable[..., Page],
) -> None:
    page = visit("at-a-glance/")
    page.emulate_media(media="print")
    for chrome in (".md-header", ".md-sidebar", ".md-footer"):
        assert not page.locator(chrome).first.is_visible()
    boxes = page.get_by_role("checkbox")
    assert boxes.count() == len(PLAYS)
    assert boxes.first.is_visible()

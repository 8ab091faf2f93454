"""What an adviser hands out: each sheet on the paper that it was made for."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from publish.site.seal import seal
from runtime.files import ROOT, STAGED
from tests.browser.conftest import PAGES
from tests.browser.server import serve
from tests.fork.copies import staged_environment

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
        ("handouts/another-language/", 2),
        ("handouts/debrief-sheet/", 2),
        ("handouts/questions/", 3),
    ],
)
def test_a_sheet_fits_its_paper(
    visit: Callable[..., Page], path: str, most: int, paper: str
) -> None:
    assert sheets(visit(path), paper) <= most


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_timeline_of_the_example_is_one_sheet_whatever_reasons_are_open(
    visit: Callable[..., Page], paper: str
) -> None:
    page = visit("tools/timeline/", java_script_enabled=False)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert sheets(page, paper) == 1


@pytest.fixture(scope="module")
def late(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site as it is built long after every page was due for another look."""
    folder = tmp_path_factory.mktemp("late") / "site"
    options = ["--config-file", str(STAGED / "mkdocs.yml"), "--site-dir", str(folder)]
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "--quiet", "build", *options],
        cwd=ROOT,
        env={**staged_environment(ROOT), "SOURCE_DATE_EPOCH": "1893456000"},  # 1 January 2030
        check=True,
    )
    seal(folder)
    with serve(folder) as address:
        yield address


@pytest.mark.parametrize("path", ["at-a-glance/", "handouts/pocket-card/", "handouts/30-60-90/"])
def test_a_sheet_that_is_past_its_date_says_so_on_the_screen_and_stays_one_sheet(
    browser: Browser, late: str, path: str
) -> None:
    page = browser.new_page()
    page.goto(f"{late}{path}")
    expect(page.get_by_text("It was due again by")).to_be_visible()
    assert sheets(page, "A4") == sheets(page, "Letter") == 1
    page.close()


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
    for chrome in (".md-header", ".md-sidebar"):
        assert not page.locator(chrome).first.is_visible()
    assert page.locator(".md-copyright").get_by_text(re.compile(r"\d+\.\d+\.\d+")).is_visible()
    boxes = page.get_by_role("checkbox")
    assert boxes.count() == len(PLAYS)
    assert boxes.first.is_visible()

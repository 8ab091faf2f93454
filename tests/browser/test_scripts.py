"""A script or a style sheet of ours that doesn't come: words in the place of a form that isn't there."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SITE, Watch
from tests.browser.faults import (
    Fault,
    alter,
    fail,
    hang,
    lead_to_sign_in,
    leave_empty,
    miss,
    once,
    show_portal,
)
from tests.browser.server import FAULTS, SERVED
from tests.browser.sight import settle

pytestmark = pytest.mark.usefixtures("mended")

SCRIPTS = sorted(path.name for path in (SITE / "assets/tool").glob("*.js"))
NEEDED = [name for name in SCRIPTS if not name.startswith(("start.", "repair."))]
"""Without the others, one that hastens and one that repairs, a tool works."""
WORDS = "The form is still loading"
MOST_PIXELS = 300
"""From these words to the example on a phone: no form leaves a gap there."""
PHONE = {"width": 360, "height": 640}
ELEMENT = next(name for name in SCRIPTS if name.startswith("element."))
WORSE = (alter, leave_empty, show_portal, lead_to_sign_in, fail)
DEEPEST = next(name for name in SCRIPTS if name.startswith("files."))
"""One that others import, which others import."""
FAULTY = [
    *((name, miss) for name in (ELEMENT, DEEPEST)),
    *(
        pytest.param(name, miss, marks=pytest.mark.slow)
        for name in NEEDED
        if name not in (ELEMENT, DEEPEST)
    ),
    *((ELEMENT, fault) for fault in WORSE),
]


def top_of(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize(
    ("name", "fault"), FAULTY, ids=lambda each: getattr(each, "__name__", str(each).split(".")[0])
)
def test_a_script_that_does_not_come_says_so_in_the_place_of_the_form(
    visit: Callable[..., Page], watch: Watch, name: str, fault: Fault
) -> None:
    watch.expected = ("console:", "error:")
    FAULTS[name] = fault
    page = visit("tools/timeline/", viewport=PHONE)
    expect(page.get_by_text(WORDS)).to_be_visible()
    assert name in SERVED
    expect(page.locator("playbook-tool > form")).to_be_hidden()
    gap = top_of(page.locator(".pb-tool-example")) - top_of(page.get_by_text(WORDS))
    assert 0 < gap < MOST_PIXELS
    FAULTS.clear()
    page.reload()
    expect(page.locator("playbook-tool > form")).to_be_visible()
    expect(page.get_by_text(WORDS)).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "name"), [("tools/offline/", "offline.js"), ("about/stored/", "stored.js")]
)
def test_a_page_whose_script_does_not_come_says_so_too(
    visit: Callable[..., Page], watch: Watch, path: str, name: str
) -> None:
    watch.expected = ("console:",)
    FAULTS[name] = miss
    page = visit(path, viewport=PHONE)
    words = page.get_by_text("This part of the page is still loading")
    expect(words).to_be_visible()
    assert name in SERVED
    FAULTS.clear()
    page.reload()
    expect(page.locator(".pb-offline, .pb-stored")).to_be_visible()
    expect(words).to_be_hidden()


def test_a_script_that_hangs_says_so_too(visit: Callable[..., Page], watch: Watch) -> None:
    watch.expected = ("console:",)
    [name] = [name for name in NEEDED if name.startswith("form.")]
    FAULTS[name] = hang
    page = visit("")
    page.goto(page.url + "tools/timeline/", wait_until="commit")
    expect(page.get_by_text(WORDS)).to_be_visible()
    assert name in SERVED


@pytest.mark.parametrize("name", sorted(set(SCRIPTS) - set(NEEDED)))
def test_without_its_other_scripts_a_tool_works(
    visit: Callable[..., Page], watch: Watch, name: str
) -> None:
    watch.expected = ("console:",)
    FAULTS[name] = miss
    page = visit("tools/timeline/")
    expect(page.locator("playbook-tool > form")).to_be_visible()
    assert not settle(lambda: name not in SERVED)


@pytest.mark.parametrize("fault", [miss, alter, show_portal])
def test_a_script_that_came_wrong_once_is_fetched_anew_and_the_page_loaded_again(
    visit: Callable[..., Page], watch: Watch, fault: Fault
) -> None:
    """What came wrong may be kept for a year, and no reload would ask for it again."""
    watch.expected = ("console:", "error:")
    FAULTS[ELEMENT] = once(fault)
    page = visit("tools/timeline/")
    expect(page.locator("playbook-tool > form")).to_be_visible()
    assert SERVED.count(ELEMENT) == 2


def test_without_the_script_that_repairs_a_gap_has_words_too(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = ("console:", "error:")
    FAULTS[ELEMENT] = FAULTS[next(name for name in SCRIPTS if name.startswith("repair."))] = miss
    page = visit("tools/timeline/")
    expect(page.get_by_text(WORDS)).to_be_visible()


def test_our_style_sheets_have_their_content_in_their_names_and_may_be_kept(
    visit: Callable[..., Page],
) -> None:
    sheets: dict[str, str] = {}
    page = visit("")
    page.on(
        "response",
        lambda each: (
            sheets.update({each.url: each.headers.get("cache-control", "")})
            if ".css" in each.url
            else None
        ),
    )
    page.goto(page.url + "tools/timeline/")
    ours = [url for url in sheets if "/stylesheets/" not in url]
    assert len(ours) == 3
    assert all(re.search(r"\.[0-9a-f]{12}\.css$", url) for url in ours)
    assert all("immutable" in sheets[url] for url in ours)

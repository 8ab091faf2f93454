"""Every page, checked by axe: in light, in dark, and on a narrow phone."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PAGES
from tests.browser.tool import field, say_when_it_ended

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 360, "height": 740}},
}


@pytest.fixture(scope="module", params=LOOKS)
def look(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """One page for all addresses: a reader who walks through the guide."""
    context = browser.new_context(reduced_motion="reduce", **LOOKS[request.param])
    yield context.new_page()
    context.close()


def complaints(page: Page) -> list[str]:
    """What axe has to say, each with the places where it holds."""
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in found]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible(look: Page, home: str, path: str) -> None:
    look.goto(home + path)
    assert complaints(look) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_no_wider_than_its_screen(look: Page, home: str, path: str) -> None:
    look.goto(home + path)
    assert look.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_filled_in_tool_is_accessible(look: Page, home: str) -> None:
    look.goto(f"{home}tools/timeline/")
    look.locator(".pb-tool-more > summary").click()
    say_when_it_ended(look)
    field(look, "promise").fill("by the end of next week")
    field(look, "contact_email").fill("nobody")
    field(look, "contact_email").blur()
    look.locator(".pb-tool-errors a").first.wait_for()
    assert complaints(look) == []
    assert look.evaluate("document.documentElement.scrollWidth <= innerWidth")
    look.evaluate("sessionStorage.clear()")

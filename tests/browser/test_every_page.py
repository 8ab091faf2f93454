"""Every page of the site: accessible in light, in dark and on a narrow phone, and at peace with its policy."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from playbook.tools import NAMES, get_tool
from tests.browser.conftest import PAGES, TODAY, Watch, new_page
from tests.browser.tool import expect_answer, field, part, say_when_it_ended

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 360, "height": 740}},
}


@pytest.fixture(scope="module", params=LOOKS)
def look(request: pytest.FixtureRequest, browser: Browser, watching: Watch) -> Iterator[Page]:
    """One tab for all pages: a reader who walks through the guide."""
    context = browser.new_context(reduced_motion="reduce", **LOOKS[request.param])
    yield new_page(context, watching, TODAY)
    context.close()


COVERED = """() => {
  const fields = [...document.querySelectorAll('form :is(input, select, textarea)')]
  const boxes = fields.filter((each) => each.checkVisibility()).map((each) => [each.id, each.getBoundingClientRect()])
  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  const meeting = ([id, box], rest) => rest.filter(([, other]) => meet(box, other)).map(([other]) => `${id} ${other}`)
  return boxes.flatMap((box, at) => meeting(box, boxes.slice(at + 1)))
}"""
"""The pairs of fields of which one lies on the other."""


def check(page: Page) -> None:
    """Axe has nothing to say, nothing stands out at the side, and no field lies on another."""
    assert page.evaluate(COVERED) == []
    found = Axe().run(page).response["violations"]
    assert [f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.usefixtures("watch")
def test_a_page_is_accessible_and_asks_no_other_host(look: Page, home: str, path: str) -> None:
    look.goto(home + path)
    check(look)


@pytest.mark.usefixtures("watch")
def test_a_filled_in_tool_is_accessible(look: Page, home: str) -> None:
    look.goto(f"{home}tools/timeline/")
    look.locator(".pb-tool-more > summary").click()
    say_when_it_ended(look)
    field(look, "promise").fill("by the end of next week")
    field(look, "contact_email").fill("nobody")
    field(look, "contact_email").blur()
    expect(part(look, "errors").get_by_role("link")).to_be_visible()
    part(look, "answer").locator("details > summary").first.click()
    check(look)
    look.evaluate("sessionStorage.clear()")


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.usefixtures("watch")
def test_an_answer_with_everything_open_is_accessible(look: Page, home: str, tool: str) -> None:
    found = get_tool(tool)
    look.goto(f"{home}tools/{found.page}/")
    record = json.dumps(found.examples()[0].record, default=str)
    look.evaluate("(text) => sessionStorage.setItem('closing-playbook', text)", record)
    look.reload()
    expect_answer(look)
    look.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    check(look)
    look.evaluate("sessionStorage.clear()")

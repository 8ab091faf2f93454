"""Every page of the site: accessible in light, in dark and on a narrow phone, and at peace with its policy."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from playbook.tools import NAMES, get_tool
from tests.browser.conftest import PAGES, SAMPLE, TODAY, Watch, new_page
from tests.browser.tool import area, expect_answer, field, say_when_it_ended

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 360, "height": 740}},
}


@pytest.fixture(scope="module", params=LOOKS)
def appearance(request: pytest.FixtureRequest) -> str:
    """How a reader sees the pages."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def reader_tab(appearance: str, browser: Browser, watching: Watch) -> Iterator[Page]:
    """One tab for all pages: a reader who walks through the guide."""
    context = browser.new_context(reduced_motion="reduce", **LOOKS[appearance])
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


MAY_DIFFER = {"dark": ("color-contrast",), "narrow": ("scrollable-region-focusable",)}
"""Axe's rules for which a page that is fine in a wide, light window may not be so."""


def check(page: Page, rules: Sequence[str] = ()) -> None:
    """Axe has nothing to say by these rules, or by all; nothing stands out at the side, no field lies on another."""
    assert page.evaluate(COVERED) == []
    options = {"runOnly": rules} if rules else None
    violations = Axe().run(page, options=options).response["violations"]
    assert [
        f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in violations
    ] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.usefixtures("watch")
def test_a_page_is_accessible_and_asks_no_other_host(
    reader_tab: Page, appearance: str, home: str, path: str
) -> None:
    """In each look a page of each kind is held against every rule, the others against those that may say more."""
    reader_tab.goto(home + path)
    check(reader_tab, () if path in SAMPLE else MAY_DIFFER.get(appearance, ()))


@pytest.mark.usefixtures("watch")
def test_a_filled_in_tool_is_accessible(reader_tab: Page, home: str) -> None:
    reader_tab.goto(f"{home}tools/timeline/")
    reader_tab.locator(".pb-tool-more > summary").click()
    say_when_it_ended(reader_tab)
    field(reader_tab, "promise").fill("by the end of next week")
    field(reader_tab, "contact_email").fill("nobody")
    field(reader_tab, "contact_email").blur()
    expect(area(reader_tab, "errors").get_by_role("link")).to_be_visible()
    area(reader_tab, "answer").locator("details > summary").first.click()
    check(reader_tab)
    reader_tab.evaluate("sessionStorage.clear()")


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.usefixtures("watch")
def test_an_answer_with_everything_open_is_accessible(
    reader_tab: Page, home: str, tool: str
) -> None:
    asked = get_tool(tool)
    reader_tab.goto(f"{home}tools/{asked.page}/")
    record = json.dumps(asked.examples()[0].record, default=str)
    reader_tab.evaluate("(text) => sessionStorage.setItem('closing-playbook', text)", record)
    reader_tab.reload()
    expect_answer(reader_tab)
    reader_tab.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    check(reader_tab)
    reader_tab.evaluate("sessionStorage.clear()")

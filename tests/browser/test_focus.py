"""Where the focus is can be seen, at every stop of every page; and nothing comes over the field in use."""

import json
from collections.abc import Callable, Iterator
from itertools import cycle, product

import pytest
from playwright.sync_api import Browser, Page, expect

from playbook.tools import NAMES, get_tool
from tests.browser.conftest import PAGES, SAMPLE, TODAY, Watch
from tests.browser.readers import PATIENCE
from tests.browser.sight import FOCUS_OUT_OF_SIGHT, expect_focus_in_sight, expect_in_sight, settle
from tests.browser.tool import area, expect_answer, field

STOPS = 25
WINDOWS = ((360, 640), (1000, 700), (1280, 800))
EACH_IN_ONE = [*zip(sorted({*PAGES} - {*SAMPLE}), cycle(WINDOWS), strict=False)]
"""Every other page, in one of these windows each."""
SMALL = ((360, 640), (390, 844), (320, 256))
STOPS_IN_ARTICLE = 12
BEGIN_AT_THE_ARTICLE = """() => {
  const article = document.querySelector('article')
  article.tabIndex = -1
  article.focus()
}"""
"""The next Tab leads to the first stop in it: what comes before is the same on every page."""


def walk_stops(page: Page, most: int = 400) -> list[str]:
    """Press Tab to the end of the page, and give what couldn't be seen."""
    wrong = []
    for _ in range(most):
        page.keyboard.press("Tab")
        why = settle(lambda: page.evaluate(FOCUS_OUT_OF_SIGHT))
        if why is None:
            break
        if why:
            wrong.append(why)
    return wrong


@pytest.fixture(scope="module")
def walker(browser: Browser, watching: Watch) -> Iterator[Page]:
    """One tab for all pages. The theme's search opens by the clock, so this reader's clock runs."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watching.follow(page)
    page.clock.install(time=TODAY)
    yield page
    context.close()


def open_page(walker: Page, address: str, window: tuple[int, int]) -> None:
    width, height = window
    walker.set_viewport_size({"width": width, "height": height})
    walker.goto(address)


@pytest.mark.parametrize(("path", "window"), [*product(SAMPLE, WINDOWS)])
@pytest.mark.usefixtures("watch")
def test_the_first_stops_of_a_page_are_in_sight(
    walker: Page, home: str, path: str, window: tuple[int, int]
) -> None:
    open_page(walker, home + path, window)
    assert walk_stops(walker, most=STOPS) == []


@pytest.mark.parametrize(("path", "window"), EACH_IN_ONE)
@pytest.mark.usefixtures("watch")
def test_the_first_stops_in_every_article_are_in_sight(
    walker: Page, home: str, path: str, window: tuple[int, int]
) -> None:
    open_page(walker, home + path, window)
    walker.evaluate(BEGIN_AT_THE_ARTICLE)
    assert walk_stops(walker, most=STOPS_IN_ARTICLE) == []


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.parametrize(
    ("width", "height"),
    [*WINDOWS[:2], pytest.param(*WINDOWS[2], marks=pytest.mark.slow), (320, 256)],
)
@pytest.mark.usefixtures("watch")
def test_every_stop_of_a_filled_in_tool_is_in_sight(
    walker: Page, home: str, tool: str, width: int, height: int
) -> None:
    asked = get_tool(tool)
    walker.set_viewport_size({"width": width, "height": height})
    walker.goto(f"{home}tools/{asked.page}/")
    record = json.dumps(asked.examples()[0].record, default=str)
    walker.evaluate("(text) => sessionStorage.setItem('closing-playbook', text)", record)
    walker.reload()
    expect_answer(walker)
    walker.locator(".pb-tool-form > .pb-tool-more > summary").click()
    walker.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    try:
        assert walk_stops(walker) == []
    finally:
        walker.evaluate("sessionStorage.clear()")


IS_IN_THE_WINDOW = """(element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}"""
TYPED = {
    "closing-statement": "needs",
    "debrief": "interviewers.0.name",
    "notes": "interviewers.0.name",
    "offer": "employer",
    "timeline": "promise",
    "your-plan": "employer",
    "my-interviews": "employer",
}


def start_anew(page: Page) -> None:
    """The page as somebody finds it who has typed nothing yet."""
    page.evaluate("sessionStorage.clear(); localStorage.clear()")
    page.reload()


@pytest.mark.parametrize(
    ("tool", "sizes"), [(tool, SMALL if tool == "timeline" else SMALL[:1]) for tool in TYPED]
)
def test_the_bar_never_comes_over_the_field_in_use(
    visit: Callable[..., Page], tool: str, sizes: tuple[tuple[int, int], ...]
) -> None:
    """The field stands at the very foot of the window when the first answer brings the bar, which then grows."""
    page = visit(f"tools/{tool}/")
    for width, height in sizes:
        start_anew(page)
        expect(page.locator(".pb-tool-example")).to_be_visible()
        page.set_viewport_size({"width": width, "height": height})
        use_at_the_foot(page, TYPED[tool])
        page.keyboard.type("a")
        expect(area(page, "bar")).to_be_visible()
        expect_focus_in_sight(page)
        page.keyboard.type(" name that is long enough for more than one line")
        expect(area(page, "status")).not_to_be_empty()
        expect_focus_in_sight(page)


def test_the_bar_never_comes_over_a_date_just_chosen(visit: Callable[..., Page]) -> None:
    page = visit("tools/notes/")
    for width, height in SMALL:
        start_anew(page)
        expect(page.locator(".pb-tool-example")).to_be_visible()
        page.set_viewport_size({"width": width, "height": height})
        use_at_the_foot(page, "ended_on")
        page.keyboard.type("11202026")
        expect_answer(page)
        expect_focus_in_sight(page)


def use_at_the_foot(page: Page, path: str) -> None:
    """Put the reader into a field that stands a little above the window's lower edge, where the bar will be."""
    used = field(page, path)
    if not used.is_visible():
        page.locator(".pb-tool-form > .pb-tool-more > summary").click()
    used.click(position={"x": 20, "y": 20})
    used.evaluate("each => scrollBy(0, each.getBoundingClientRect().bottom + 4 - innerHeight)")


def test_the_bar_is_two_lines_at_most_and_stays_within_a_fifth_of_a_phone(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/timeline/", viewport={"width": 320, "height": 568})
    field(page, "interviewers.0.name").fill("Somebody with a very long name indeed, " * 4)
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    bar = area(page, "bar").bounding_box()
    assert bar is not None
    assert bar["height"] < 568 / 5


@pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 180)])
def test_in_a_page_enlarged_four_times_nothing_stays_over_the_form(
    visit: Callable[..., Page], width: int, height: int
) -> None:
    page = visit("tools/notes/", viewport={"width": width, "height": height})
    field(page, "interviewers.0.name").fill("Dana Whitlock")
    expect_answer(page)
    field(page, "my_name").focus()
    frames = (page.locator(".md-header"), area(page, "bar"))
    assert settle(lambda: [each for each in frames if each.evaluate(IS_IN_THE_WINDOW)]) == []


@pytest.mark.parametrize("width", [360, 600, 1000, 1219])
def test_the_menu_opens_and_closes_by_keyboard(visit: Callable[..., Page], width: int) -> None:
    page = visit("plays/waiting/the-check-in/", viewport={"width": width, "height": 700})
    button = page.get_by_role("button", name="Menu")
    menu = page.get_by_role("navigation", name="Navigation")
    expect(menu).to_have_count(0)
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)
    for _ in range(60):
        expect_focus_in_sight(page)
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate("document.activeElement.closest('#menu') !== null")
    page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    page.keyboard.press("Tab")
    button.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_menu_says_which_page_this_is(visit: Callable[..., Page]) -> None:
    page = visit("plays/waiting/the-check-in/", viewport={"width": 1300, "height": 800})
    own = page.locator("#menu [aria-current=page]")
    expect(own).to_have_count(1)
    expect(own).to_have_text("The check-in")
    expect(page.locator(".md-tabs [aria-current]")).to_have_text("Step by step")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_colour_switch_has_its_ring_after_a_reload(
    visit: Callable[..., Page], width: int
) -> None:
    page = visit("", viewport={"width": width, "height": 700})
    for _ in range(3):
        page.locator("[data-md-component=palette] label:visible").click()
        page.reload()
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.md-option')"):
                break
        expect_focus_in_sight(page)
        assert page.evaluate("document.activeElement.checked")


def test_a_closed_search_takes_no_focus_and_an_open_one_counts_aloud(
    browser: Browser, home: str
) -> None:
    """The search waits by the clock, so this reader's clock runs."""
    page = browser.new_page()
    page.goto(home)
    expect(page.locator(".md-search__scrollwrap")).to_be_hidden()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("ghosted")
    count = page.locator(".md-search-result__meta")
    expect(count).to_have_role("status")
    expect(count).to_contain_text("matching")
    expect_in_sight(count)
    page.close()

"""A tool in a frame of another website, by the very pieces that the page about it gives."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, Playwright, expect

from macros.embed import address_of
from playbook.tools import NAMES, get_tool
from tests.browser.conftest import Watch
from tests.browser.readers import OPEN_REFUSING, READY, Tab, wait_until
from tests.browser.server import BASE, serve

ROOT = Path(__file__).parents[2]
GIVEN = "https://careers.example.edu/"
"""The address that the pieces have in the place of the reader's own."""
BLOCK = re.compile(r"```html\n(.*?)```", re.DOTALL)
HEIGHT = "parseFloat(document.querySelector('iframe').style.height)"
BEGUN_WITH = 900
TELL_ANOTHER = """() => new Promise((heard) => {
  addEventListener('message', heard)
  postMessage({ type: 'closing-playbook-height', height: 400 }, '*')
})"""
TOOLS = [get_tool(name).page for name in NAMES]
DAY, PROMISE = "2026-11-20", "by Friday"


def read_pieces(home: str) -> tuple[str, str, str]:
    """The frame, its script and the page to try them, as the documentation has them, for the site at this address."""
    text = (ROOT / "docs/about/embed.md").read_text(encoding="utf-8").replace(GIVEN, home)
    frame, script, whole = BLOCK.findall(text)
    return frame, script, whole


@pytest.fixture(scope="module")
def elsewhere(home: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Another website, which shows the timeline in a frame."""
    folder = tmp_path_factory.mktemp("elsewhere")
    frame, script, whole = read_pieces(home)
    pages = {
        "index": frame + script,
        "narrow": frame.replace("width: 100%", "width: 340px") + script,
        "try": whole,
        "strict": frame.replace("<iframe", '<iframe sandbox="allow-scripts"'),
    }
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(f"<!doctype html><title>A course</title>{html}")
    with serve(folder, heeds=False) as address:
        yield address.replace("127.0.0.1", "localhost")


@pytest.fixture
def course(browser_page: Page, elsewhere: str) -> FrameLocator:
    """The frame in that website."""
    browser_page.goto(f"{elsewhere}index.html")
    return browser_page.frame_locator("iframe")


@pytest.fixture
def browser_page(visit: Callable[..., Page], watch: Watch, elsewhere: str) -> Page:
    """A page of Chromium that may turn to that website, too, which has no icon."""
    watch.expected = (f"foreign request: {elsewhere.partition(BASE)[0]}", "404 (File not found)")
    return visit("embed/timeline/")


def test_the_frame_is_as_high_as_the_tool(first_tab: Tab, elsewhere: str) -> None:
    first_tab.open(f"{elsewhere}index.html")
    wait_until(first_tab, f"{HEIGHT} > {2 * BEGUN_WITH}")
    wide = first_tab.run(f"async () => {HEIGHT}")
    first_tab.open(f"{elsewhere}narrow.html")
    wait_until(first_tab, f"{HEIGHT} > {wide}")


@pytest.mark.parametrize("name", TOOLS)
def test_a_tool_alone_is_ready(first_tab: Tab, home: str, name: str) -> None:
    first_tab.open(home + address_of(name))
    wait_until(first_tab, READY)
    assert not first_tab.run("async () => Boolean(document.querySelector('header, nav, footer'))")


def test_the_tool_answers_in_the_frame(course: FrameLocator, browser_page: Page) -> None:
    before = browser_page.evaluate(HEIGHT)
    course.get_by_label("Day of the interview").fill(DAY)
    course.get_by_label("When did they say you'd hear?").fill(PROMISE)
    expect(course.locator("[data-part=status]")).not_to_be_empty()
    browser_page.wait_for_function(f"before => {HEIGHT} !== before", arg=before)


def test_links_open_outside_of_the_frame(course: FrameLocator, browser_page: Page) -> None:
    course.get_by_label("Day of the interview").fill(DAY)
    expect(course.locator("[data-part=status]")).not_to_be_empty()
    written = course.locator(".pb-tool-rules a").first
    answered = course.locator(
        ".pb-tool-answer:not(:has(.pb-tool-example)) a[href^='..']:visible"
    ).first
    for link in (written, answered):
        with browser_page.expect_popup() as opened:
            link.click()
        expect(opened.value.locator("h1")).to_be_visible()
        opened.value.close()
    expect(course.get_by_label("Day of the interview")).to_have_value(DAY)


def test_the_page_to_try_them_shows_each_tool_and_its_height(
    browser_page: Page, elsewhere: str
) -> None:
    browser_page.goto(f"{elsewhere}try.html")
    for name in TOOLS:
        browser_page.get_by_label("Tool").select_option(name)
        title = get_tool(name).title
        frame = browser_page.frame_locator("iframe")
        expect(frame.get_by_role("heading", level=1)).to_have_text(title)
    expect(browser_page.locator("output")).to_contain_text("pixels")


def test_a_height_that_somebody_else_tells_is_not_taken(browser_page: Page, elsewhere: str) -> None:
    browser_page.goto(f"{elsewhere}index.html")
    browser_page.wait_for_function(f"{HEIGHT} > {2 * BEGUN_WITH}")
    before = browser_page.evaluate(HEIGHT)
    browser_page.evaluate(TELL_ANOTHER)
    assert browser_page.evaluate(HEIGHT) == before


def test_a_frame_that_lets_the_tool_do_too_little_says_so(
    browser_page: Page, watch: Watch, elsewhere: str
) -> None:
    watch.expected += ("console:", "error:")
    browser_page.goto(f"{elsewhere}strict.html")
    frame = browser_page.frame_locator("iframe")
    expect(frame.get_by_text("open it in a window of its own")).to_be_visible()
    expect(frame.locator(".pb-tool-example")).to_be_visible()


def test_a_frame_without_scripts_says_so(visit: Callable[..., Page]) -> None:
    page = visit("embed/timeline/", java_script_enabled=False)
    expect(page.locator("noscript")).to_be_visible()
    expect(page.locator(".pb-tool-example")).to_be_visible()


@pytest.mark.parametrize("refusing", OPEN_REFUSING)
def test_nothing_breaks_where_nothing_is_stored(
    refusing: str, home: str, playwright: Playwright, elsewhere: str
) -> None:
    with OPEN_REFUSING[refusing](playwright) as tab:
        tab.open(f"{elsewhere}index.html")
        wait_until(tab, f"{HEIGHT} > {2 * BEGUN_WITH}")
        tab.open(f"{home}embed/timeline/")
        wait_until(tab, READY)
        wait_until(tab, "!document.querySelector('#field-keep').checkVisibility()")
        tab.type("#field-promise", PROMISE)
        wait_until(tab, "document.querySelector('[data-part=status]').textContent")


def test_the_theme_of_the_device_is_the_frame_s(visit: Callable[..., Page]) -> None:
    page = visit("embed/timeline/", color_scheme="dark")
    expect(page.locator("body[data-md-color-scheme=slate]")).to_be_visible()
    page.emulate_media(color_scheme="light")
    expect(page.locator("body[data-md-color-scheme=default]")).to_be_visible()

"""The page that shows what this browser keeps of the site says what is there, and no more."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tool import area, expect_answer, field, say_when_it_ended

PAGE = "about/stored/"
NOTHING = "Nothing that anybody typed is stored here."
SOMETHING = "Something that somebody typed is stored here."


def line(page: Page, kind: str) -> str:
    return page.locator(f"[data-kind={kind}]").inner_text()


def verdict(page: Page) -> str:
    return page.locator(".pb-stored [role=status] strong:visible").inner_text()


def test_a_browser_that_was_never_here_keeps_nothing(visit: Callable[..., Page]) -> None:
    page = visit(PAGE)
    expect(page.locator(".pb-stored")).to_be_visible()
    assert verdict(page) == NOTHING
    for kind in ("words", "offline", "tools", "clearings", "small", "cookies"):
        assert line(page, kind).split(": ")[1] == "none."


def test_what_was_typed_is_seen_and_once_cleared_no_more(
    visit: Callable[..., Page], home: str
) -> None:
    page = visit("tools/timeline/")
    say_when_it_ended(page)
    page.goto(f"{home}{PAGE}")
    expect(page.locator(".pb-stored")).to_be_visible()
    assert verdict(page) == SOMETHING
    page.get_by_role("link", name="any tool").click()
    expect_answer(page)
    page.get_by_role("button", name="Clear and leave").click()
    page.wait_for_url(home)
    page.goto(f"{home}{PAGE}")
    expect(page.locator(".pb-stored")).to_be_visible()
    assert verdict(page) == NOTHING
    assert "no tab brings back" in line(page, "clearings")


def test_what_another_tab_keeps_on_the_device_is_seen_on_looking_again(
    visit: Callable[..., Page], home: str
) -> None:
    page = visit(PAGE)
    expect(page.locator(".pb-stored")).to_be_visible()
    assert verdict(page) == NOTHING
    other = page.context.new_page()
    other.goto(f"{home}tools/timeline/")
    field(other, "promise").fill("by Friday")
    area(other, "keep").check()
    page.get_by_role("button", name="Look again").click()
    expect(page.locator(".pb-stored [role=status]")).to_contain_text(SOMETHING)
    assert "on this device" in line(page, "words")


@pytest.mark.parametrize("path", ["about/stored/", "about/privacy/"])
def test_the_two_pages_lead_to_each_other(visit: Callable[..., Page], path: str) -> None:
    page = visit(path)
    other = {"about/stored/": "privacy page", "about/privacy/": "look for yourself"}[path]
    page.locator("article").get_by_role("link", name=other).first.click()
    expect(page.locator("h1")).to_be_visible()
    assert path not in page.url

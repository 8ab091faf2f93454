"""An old address in a real browser: the reader is on the new page, with and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.moved import address_of, read_moved
from tests.browser.conftest import Watch

OLD = "plays/waiting/bring-news/"
NO_PICTURE = ("404",)
"""A browser looks for the picture of a tab where a page names none, as one that only leads on."""


@pytest.mark.parametrize(
    "old", ["plays/waiting/bring-news.md", "plays/outcome/reward-the-effort.md"]
)
def test_an_old_address_opens_the_new_page(
    visit: Callable[..., Page], watch: Watch, old: str
) -> None:
    watch.expected = NO_PICTURE
    page = visit("")
    home = page.url
    page.goto(home + address_of(old), wait_until="commit")
    page.wait_for_url(home + address_of(read_moved()[old]))
    expect(page.get_by_role("heading", level=1)).not_to_have_text("This page has moved")


def test_an_old_address_opens_the_new_page_without_scripts(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = (
        "404",
    )  # the picture of the tab, which a browser looks for where a page names none
    page = visit("", java_script_enabled=False)
    home = page.url
    page.goto(home + OLD, wait_until="commit")
    page.wait_for_url(home + "plays/waiting/the-check-in/")
    expect(page.get_by_role("heading", level=1)).to_have_text("The check-in")

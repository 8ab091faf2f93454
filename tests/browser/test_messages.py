"""The whole message of a play, copied as a reader does it."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from macros.plays import read_plays
from playbook.own import own
from tests.browser.conftest import SITE

ALLOWED = ["clipboard-read", "clipboard-write"]


def test_a_message_is_copied_whole_and_without_its_marks(visit: Callable[..., Page]) -> None:
    page = visit("plays/same-day/thank-you-email/", permissions=ALLOWED)
    page.get_by_role("button", name="Copy to clipboard").first.click()
    expect(page.get_by_role("alert").or_(page.locator(".md-dialog"))).to_contain_text("Copied")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    (play,) = (
        each for each in read_plays(SITE.parent / "docs", own()) if each.id == "thank-you-email"
    )
    typed = play.message.strip().replace("[", "").replace("]", "")
    assert copied.replace("\r\n", "\n").strip() == typed


def test_a_door_to_a_tool_looks_like_a_button_and_leads_there(visit: Callable[..., Page]) -> None:
    page = visit("plays/same-day/thank-you-email/")
    door = page.get_by_role("link", name="Write it now")
    expect(door).to_have_css("text-decoration-line", "none")
    assert door.evaluate("each => getComputedStyle(each).backgroundColor") != "rgba(0, 0, 0, 0)"
    door.click()
    expect(page).to_have_url(re.compile("/tools/notes/"))

"""An e-mail of theirs that is pasted: read aloud in one line, an event by one button, taken out by another."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.tool import area, expect_answer, field, open_more, say_when_it_ended, tab_to

FOLD = ".pb-tool-form > .pb-tool-fold > summary"
ADD = "[data-reading='their_email'] [data-add]"
NO = "Hi Sam,\n\nUnfortunately we won't be moving forward with your application.\n\nJo"
BOTH = (
    "We'd like to invite you to a second interview on 10 December at 14:00."
    " Please send us your references by Friday."
)


def below(page: Page) -> Locator:
    """What stands below the e-mail."""
    return page.locator("[data-reading='their_email']")


def paste(page: Page, text: str) -> None:
    """Open the fold and put the e-mail in, as from a clipboard."""
    page.locator(FOLD).click()
    field(page, "their_email").fill(text)


def test_it_is_read_added_and_taken_out_again(timeline: Page) -> None:
    say_when_it_ended(timeline)
    expect(field(timeline, "their_email")).to_be_hidden()
    paste(timeline, NO)
    expect(below(timeline).locator(".pb-read")).to_have_text("This reads as a no.")
    expect(below(timeline).locator("mark").nth(1)).to_have_text("a no: won't be moving forward")
    expect(area(timeline, "spoken")).to_contain_text("This reads as a no.")
    expect(field(timeline, "events.0.kind")).to_have_count(0)

    below(timeline).get_by_role("button", name="Add this to my plan").click()
    expect(field(timeline, "events.0.kind")).to_have_value("rejected")
    expect(field(timeline, "events.0.on")).to_have_value("2026-11-22")
    expect(field(timeline, "events.0.words")).to_have_value(
        "Unfortunately we won't be moving forward with your application."
    )
    expect(area(timeline, "answer")).to_contain_text("They said no.")
    expect(area(timeline, "spoken")).to_contain_text("In your plan: 'They said no'")
    expect(below(timeline)).to_be_focused()

    below(timeline).get_by_role("button", name="Take it out again").click()
    expect(below(timeline).locator(".pb-read")).to_have_text("This reads as a no.")
    expect(field(timeline, "events.0.kind")).to_have_count(0)
    expect(area(timeline, "answer")).not_to_contain_text("They said no.")
    expect(field(timeline, "their_email")).to_have_value(NO)


def test_it_works_by_keyboard(timeline: Page) -> None:
    say_when_it_ended(timeline)
    timeline.locator(FOLD).focus()
    timeline.keyboard.press("Enter")
    timeline.keyboard.press("Tab")
    expect(field(timeline, "their_email")).to_be_focused()
    timeline.keyboard.insert_text(BOTH)
    expect(below(timeline).locator("[data-add]").first).to_be_visible()
    tab_to(timeline, ADD)
    timeline.keyboard.press("Enter")
    expect(field(timeline, "events.0.kind")).to_have_value("asked")
    expect(field(timeline, "events.0.by_on")).to_have_value("2026-11-27")
    expect(below(timeline)).to_be_focused()
    tab_to(timeline, ADD)
    timeline.keyboard.press("Enter")
    expect(field(timeline, "events.1.kind")).to_have_value("asked")
    expect(field(timeline, "events.1.by_on")).to_have_value("2026-12-10")


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_it_fits(timeline: Page, width: int) -> None:
    timeline.set_viewport_size({"width": width, "height": 780})
    say_when_it_ended(timeline)
    paste(timeline, f"{BOTH} {'x' * 300}")
    expect(below(timeline).locator("mark").first).to_be_visible()
    below(timeline).locator("summary").click()
    assert Axe().run(timeline).response["violations"] == []
    assert timeline.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_what_was_pasted_is_cleared_and_in_no_calendar_file(timeline: Page) -> None:
    say_when_it_ended(timeline)
    paste(timeline, NO)
    expect_answer(timeline)
    with timeline.expect_download() as download:
        area(timeline, "actions").locator("[data-download='calendar']").click()
    assert "moving forward" not in download.value.path().read_text(encoding="utf-8")
    open_more(timeline)
    timeline.get_by_role("button", name="Clear and leave").click()
    timeline.wait_for_url(lambda url: "timeline" not in url)
    stored = timeline.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert "moving forward" not in stored

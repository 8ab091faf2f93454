"""A step is put off by one button, which says why, keeps the place, and moves the entry in the calendar file."""

import json
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.tool import area, expect_answer, field, open_more, say_when_it_ended, tab_to

PUT_OFF = "You put this off until Friday 4 December."


def check_in(page: Page) -> Locator:
    return area(page, "answer").locator("#step-check-in-1")


def open_days(page: Page) -> Locator:
    """Open the days to which the first check-in can move: the interview was on Friday the 20th of November."""
    say_when_it_ended(page)
    field(page, "promise").fill("by the end of the month")
    expect(check_in(page)).to_contain_text("Wednesday 2 December")
    fold = check_in(page).locator(".pb-other-day")
    fold.locator("summary").click()
    return fold


def test_a_step_is_put_off_and_comes_back(timeline: Page) -> None:
    open_days(timeline).get_by_role("button", name="Friday 4 December").click()
    expect(check_in(timeline)).to_contain_text(PUT_OFF)
    expect(check_in(timeline)).to_be_focused()
    with timeline.expect_download() as download:
        area(timeline, "actions").locator("[data-download='calendar']").click()
    assert "DTSTART;VALUE=DATE:20261204" in download.value.path().read_text(encoding="utf-8")
    check_in(timeline).get_by_role("button", name="Back to the usual day").click()
    expect(check_in(timeline)).not_to_contain_text(PUT_OFF)
    expect(check_in(timeline)).to_contain_text("Wednesday 2 December")
    expect(check_in(timeline)).to_be_focused()


def test_it_works_by_keyboard(timeline: Page) -> None:
    open_days(timeline).locator("summary").focus()
    tab_to(timeline, "#step-check-in-1 .pb-other-day button:nth-of-type(2)")
    timeline.keyboard.press("Enter")
    expect(check_in(timeline)).to_contain_text(PUT_OFF)
    expect(check_in(timeline)).to_be_focused()


def test_days_away_hold_in_the_list_of_all_interviews(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/")
    say_when_it_ended(page)
    expect_answer(page)
    open_more(page)
    away = page.locator("[data-list=away]")
    away.get_by_role("button", name="Add days away").click()
    field(page, "away.0.last_on").fill("2026-11-24")
    expect(area(page, "answer")).to_contain_text(
        "You're away on Sunday 22 November, so it's on the next day that fits."
    )
    page.goto(page.url.replace("timeline", "my-interviews"))
    expect(area(page, "answer")).to_contain_text("Nothing is due today.")
    expect(area(page, "answer")).to_contain_text("Wednesday 25 November")
    stored = page.evaluate(
        "Object.values({...sessionStorage}).find((each) => each.includes('away'))"
    )
    assert '"last_on":"2026-11-24"' in json.dumps(stored).replace("\\", "")


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_it_fits(timeline: Page, width: int) -> None:
    timeline.set_viewport_size({"width": width, "height": 780})
    open_days(timeline).get_by_role("button", name="Friday 4 December").click()
    expect(check_in(timeline)).to_contain_text(PUT_OFF)
    assert Axe().run(timeline).response["violations"] == []
    assert timeline.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_the_printed_plan_has_the_day_and_the_reason_and_no_button(timeline: Page) -> None:
    open_days(timeline).get_by_role("button", name="Friday 4 December").click()
    expect(check_in(timeline)).to_contain_text(PUT_OFF)
    timeline.emulate_media(media="print")
    expect(check_in(timeline).get_by_text(PUT_OFF)).to_be_visible()
    expect(check_in(timeline).locator(".pb-other-day")).to_be_hidden()

"""'Was it scored?' on a phone: a yes takes the panel out of the plan, says so, and leads to whoever arranged it."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.sight import expect_to_hear, listen
from tests.browser.tool import area, field, open_more, say_when_it_ended

PHONE = {"width": 360, "height": 740}


def test_a_yes_changes_the_answer_and_is_heard(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/", viewport=PHONE)
    open_more(page)
    field(page, "interviewers.0.name").fill("Helen Marsh")
    field(page, "contact_name").fill("Priya Nair")
    say_when_it_ended(page)
    answer = area(page, "answer")
    expect(answer.locator("#step-thank-you-email")).to_contain_text("Helen Marsh")
    listen(page)
    field(page, "scored").focus()
    page.keyboard.type("Yes")
    page.keyboard.press("Tab")
    expect_to_hear(page, "Next: thank Priya Nair for arranging the interview", after=0)
    expect(answer).to_contain_text("Write nothing to the panel.")
    expect(answer.locator("#step-thank-you-email")).to_have_count(0)
    expect(answer.locator("#left-out")).to_contain_text("a note to the panel earns nothing")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_messages_offer_one_note_then(visit: Callable[..., Page]) -> None:
    page = visit("tools/notes/", viewport=PHONE)
    open_more(page)
    field(page, "interviewers.0.name").fill("Helen Marsh")
    field(page, "contact_name").fill("Priya Nair")
    field(page, "my_name").fill("Ola Berg")
    drafts = area(page, "answer").locator("[data-draft]")
    field(page, "scored").select_option("yes")
    expect(drafts).to_have_count(1)
    expect(drafts).to_have_value(re.compile("^Hello Priya,"))

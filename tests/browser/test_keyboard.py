"""Somebody who uses no mouse, and somebody who listens."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sight import expect_focus_in_sight
from tests.browser.tool import area, expect_answer, field, say_when_it_ended, tab_to

CALL_THE_FIRST_PERSON = """(name) => {
  const field = document.querySelector('#field-interviewers-0-name')
  field.value = name
  field.dispatchEvent(new Event('input', { bubbles: true }))
}"""
"""An edit that leaves the focus where it is, as an answer that comes late does."""


def test_the_whole_way_by_keyboard(visit: Callable[..., Page]) -> None:
    timeline = visit("tools/timeline/")
    keyboard = timeline.keyboard
    tab_to(timeline, "#field-ended_on")
    keyboard.type("11202026")
    tab_to(timeline, "#field-ended_at")
    keyboard.type("0630PM")
    tab_to(timeline, "#field-interviewers-0-name")
    keyboard.type("Dana")
    tab_to(timeline, "[data-list=interviewers] [data-do=add-row]")
    keyboard.press("Enter")
    expect(field(timeline, "interviewers.1.name")).to_be_focused()
    keyboard.type("Mr Okafor")
    tab_to(timeline, "#field-promise")
    keyboard.type("we'll let you know by the end of next week")
    expect_answer(timeline)
    expect(area(timeline, "answer")).to_contain_text("Mr Okafor")
    expect(area(timeline, "answer")).to_contain_text("by the end of next week")

    tab_to(timeline, "[data-part=answer] summary")
    fold = timeline.locator("[data-part=answer] details").first
    keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")


BY_KEYBOARD = {
    "closing-statement": (
        {"#field-needs": "stays calm when it's full", "#field-proofs-0-did": "ran a ward at night"},
        "[data-part=answer] .pb-practise [data-timer-do=start]",
        "[data-part=answer] .pb-practise [data-running]",
    ),
    "debrief": (
        {"#field-ended_on": "11202026", "#field-interviewers-0-name": "Dana"},
        "[data-part=answer] [data-go='#field-talked_about']",
        "#field-talked_about:focus",
    ),
    "notes": (
        {"#field-interviewers-0-name": "Dana", "#field-highlights": "how you train new people"},
        "[data-part=answer] .pb-why > summary",
        "[data-part=answer] .pb-why[open]",
    ),
    "offer": (
        {"[data-list=offers] [data-do=add-row]": "Enter", "#field-offers-0-pay": "31000"},
        "[data-part=answer] [data-go='#field-criteria']",
        "[data-list=criteria] :focus",
    ),
    "your-plan": (
        {"#field-ended_on": "11202026"},
        "#plan-offer",
        "#plan-offer[aria-pressed=true]:focus",
    ),
    "my-interviews": (
        {"#field-employer": "Mill", "#field-ended_on": "11202026"},
        "#interviews-why > summary",
        "#interviews-why[open]",
    ),
}
"""For each tool: what is typed where, the button in the answer that is pressed, and what that brings."""


@pytest.mark.parametrize("tool", BY_KEYBOARD)
def test_every_tool_by_keyboard_alone(visit: Callable[..., Page], tool: str) -> None:
    page = visit(f"tools/{tool}/")
    typed, pressed, brings = BY_KEYBOARD[tool]
    for selector, keys in typed.items():
        tab_to(page, selector)
        expect_focus_in_sight(page)
        if keys == "Enter":
            page.keyboard.press(keys)
        else:
            page.keyboard.type(keys)
    expect_answer(page)
    expect(area(page, "spoken")).not_to_be_empty()
    tab_to(page, pressed, most=200)
    expect_focus_in_sight(page)
    page.keyboard.press("Enter")
    expect(page.locator(brings).first).to_be_visible()


def test_a_fold_keeps_the_focus_when_its_step_is_called_otherwise(timeline: Page) -> None:
    say_when_it_ended(timeline)
    field(timeline, "interviewers.0.name").fill("Dana")
    fold = timeline.locator("[data-part=answer] .pb-why[id]", has_text="Dana").first
    summary = fold.locator("summary")
    place = fold.get_attribute("id")
    summary.focus()
    timeline.evaluate(CALL_THE_FIRST_PERSON, "Mr Okafor")
    expect(timeline.locator(f"#{place} > summary")).to_contain_text("Mr Okafor")
    expect(timeline.locator(f"#{place} > summary")).to_be_focused()


def test_removing_a_row_keeps_the_others_and_the_focus(timeline: Page) -> None:
    add = timeline.get_by_role("button", name="Add another person")
    for number, name in enumerate(["Dana", "Mr Okafor", "Nguyễn Thị Hoa"]):
        field(timeline, f"interviewers.{number}.name").fill(name)
        add.click()
    timeline.get_by_role("button", name="Remove person 2").click()
    expect(field(timeline, "interviewers.0.name")).to_have_value("Dana")
    expect(field(timeline, "interviewers.1.name")).to_have_value("Nguyễn Thị Hoa")
    expect(field(timeline, "interviewers.1.name")).to_be_focused()


def test_typing_goes_on_while_answers_come(timeline: Page) -> None:
    say_when_it_ended(timeline)
    words = "they will let me know by the end of next week, or a little later"
    field(timeline, "promise").press_sequentially(words, delay=20)
    expect(field(timeline, "promise")).to_have_value(words)
    expect(field(timeline, "promise")).to_be_focused()


def test_what_is_folded_open_in_the_answer_stays_open(timeline: Page) -> None:
    say_when_it_ended(timeline)
    why = area(timeline, "answer").locator("details").first
    why.locator("summary").click()
    field(timeline, "promise").fill("in three weeks")
    expect(area(timeline, "answer")).to_contain_text("They said Friday 11 December.")
    expect(why).to_have_attribute("open", "")


def test_the_short_answer_is_short_and_stands_outside_of_the_long_one(timeline: Page) -> None:
    status = area(timeline, "status")
    expect(status).to_be_empty()
    say_when_it_ended(timeline)
    expect(status).not_to_be_empty()
    assert len(status.text_content() or "") < 250
    assert area(timeline, "answer").locator("[role=status]").count() == 0


def test_an_error_stands_by_its_field_and_in_the_list_that_leads_there(timeline: Page) -> None:
    say_when_it_ended(timeline)
    timeline.locator(".pb-tool-more > summary").click()
    email = field(timeline, "contact_email")
    email.press_sequentially("nobody", delay=20)
    expect(email).not_to_have_attribute("aria-invalid", "true")
    email.blur()
    expect(email).to_have_attribute("aria-invalid", "true")
    expect(email).to_have_accessible_description(re.compile("'nobody' isn't"))
    timeline.locator(".pb-tool-more > summary").click()
    area(timeline, "errors").get_by_role("link").click()
    expect(email).to_be_focused()
    email.fill("nobody@example.com")
    expect(email).not_to_have_attribute("aria-invalid", "true")
    expect(area(timeline, "errors")).to_be_hidden()


def test_on_a_phone_a_bar_says_the_answer_and_leads_to_it(timeline: Page) -> None:
    timeline.set_viewport_size({"width": 360, "height": 740})
    say_when_it_ended(timeline)
    timeline.evaluate("scrollTo(0, 0)")
    expect(area(timeline, "status")).to_be_in_viewport()
    area(timeline, "bar").get_by_role("link").click()
    expect(area(timeline, "answer")).to_be_focused()
    expect(area(timeline, "answer")).to_be_in_viewport()

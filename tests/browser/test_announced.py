"""What somebody who listens hears: answers once they pause, mistakes once they leave a field, nothing a letter."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from playbook.tools import NAMES, get_tool
from tests.browser.conftest import TODAY
from tests.browser.sight import expect_heard, expect_to_hear, heard, listen
from tests.browser.tool import expect_answer, field, part, say_when_it_ended

A_PAUSE = 2_500
ONE_FINGER = 300
NO_PAUSE_ENDS = """() => {
  window.ownTimeout = window.setTimeout
  window.setTimeout = (act, time) => time === 1500 ? -1 : ownTimeout(act, time)
}"""
"""The time that the announcer waits for never passes."""


def record_of(tool: str) -> str:
    """What the reader of its first example typed, as the browser keeps it."""
    return json.dumps(get_tool(tool).examples()[0].record, default=str)


def status(page: Page) -> str:
    return part(page, "status").text_content() or ""


def test_the_region_is_there_before_anything_is_said_and_the_only_one(timeline: Page) -> None:
    spoken = part(timeline, "spoken")
    expect(spoken).to_have_role("status")
    expect(spoken).to_be_attached()
    assert spoken.evaluate("each => each.checkVisibility({ visibilityProperty: true })")
    assert not spoken.evaluate("each => each.closest('[hidden], [aria-hidden=true]')")
    live = timeline.locator("playbook-tool :is([role=status], [role=log], [aria-live])")
    assert live.evaluate_all("all => all.filter((each) => each.checkVisibility()).length") == 1


def test_the_first_answer_after_typing_is_heard(timeline: Page) -> None:
    listen(timeline)
    field(timeline, "ended_on").press_sequentially("11202026")
    expect_answer(timeline)
    expect_to_hear(timeline, status(timeline), after=0)
    assert heard(timeline).count(status(timeline)) == 1


def test_leaving_the_field_says_the_answer_at_once(timeline: Page) -> None:
    say_when_it_ended(timeline)
    listen(timeline)
    timeline.evaluate(NO_PAUSE_ENDS)
    try:
        field(timeline, "promise").press_sequentially("by Friday")
        field(timeline, "promise").press("Tab")
        expect_heard(timeline, 1)
    finally:
        timeline.evaluate("void (window.setTimeout = window.ownTimeout)")
    assert heard(timeline)[-1] == status(timeline)


@pytest.mark.parametrize("tool", NAMES)
def test_the_first_answer_after_coming_back_is_heard(visit: Callable[..., Page], tool: str) -> None:
    store = f"sessionStorage.setItem('closing-playbook', {json.dumps(record_of(tool))})"
    region = "document.querySelector('[data-part=spoken]')"
    early = (
        "window.heard = [];"
        "document.addEventListener('DOMContentLoaded', () => new MutationObserver(() =>"
        f" {region}.textContent && heard.push({region}.textContent))"
        f".observe({region}, {{ childList: true }}))"
    )
    page = visit(
        f"tools/{get_tool(tool).page}/",
        prepare=lambda page: page.add_init_script(f"{store};{early}"),
    )
    expect_answer(page)
    expect_to_hear(page, status(page), after=0)


def test_the_first_answer_after_opening_a_plan_is_heard_with_its_name(
    timeline: Page, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.json"
    record = {"ended_on": "2026-11-20", "promise": "by Friday"}
    plan.write_text(json.dumps({"format": "closing-playbook/plan", "version": 1, "record": record}))
    listen(timeline)
    part(timeline, "open").set_input_files(plan)
    expect_answer(timeline)
    [first] = expect_heard(timeline, 1)
    assert first.startswith(f"Plan opened: plan.json {status(timeline)}")


def test_a_file_that_is_no_plan_is_heard(timeline: Page, tmp_path: Path) -> None:
    (tmp_path / "cat.json").write_text("a cat")
    listen(timeline)
    part(timeline, "open").set_input_files(tmp_path / "cat.json")
    assert "This file isn't a plan" in expect_heard(timeline, 1)[0]


def test_a_mistake_is_heard_on_leaving_its_field_and_only_once(timeline: Page) -> None:
    say_when_it_ended(timeline)
    timeline.locator(".pb-tool-more > summary").click()
    timeline.wait_for_timeout(A_PAUSE)
    listen(timeline)
    email = field(timeline, "contact_email")
    email.press_sequentially("nobody")
    email.press("Tab")
    expect_to_hear(timeline, "'nobody' isn't an e-mail address", after=0)
    before = len(heard(timeline))
    field(timeline, "interviewers.0.name").press_sequentially("Dana")
    field(timeline, "interviewers.0.name").press("Tab")
    expect_to_hear(timeline, "Dana", after=before)
    assert not any("nobody" in words for words in heard(timeline)[before:])


def test_nothing_is_said_while_somebody_types(visit: Callable[..., Page]) -> None:
    """At the pace of one finger, by the page's own clock: each letter changes the answer."""
    path = "interviewers.0.name"
    page = visit("tools/timeline/", prepare=lambda page: page.clock.install(time=TODAY))
    field(page, path).fill("D")
    say_when_it_ended(page)
    page.clock.pause_at("2026-11-22T11:00:00Z")
    page.clock.run_for(A_PAUSE)
    listen(page)
    field(page, path).focus()
    page.keyboard.press("End")
    typed = "D"
    for letter in "ana Whitlock":
        page.keyboard.type(letter)
        page.clock.run_for(ONE_FINGER)
        typed += letter
        expect(part(page, "answer")).to_contain_text(typed)
    assert heard(page) == []
    page.clock.run_for(A_PAUSE)
    assert heard(page) == [status(page)]


def test_an_edit_that_changes_nothing_of_it_is_not_said(timeline: Page) -> None:
    say_when_it_ended(timeline)
    timeline.wait_for_timeout(A_PAUSE)
    listen(timeline)
    timeline.locator(".pb-tool-more > summary").click()
    field(timeline, "employer").press_sequentially("Aireside")
    field(timeline, "employer").press("Tab")
    timeline.wait_for_timeout(A_PAUSE)
    assert status(timeline) not in heard(timeline)


def test_done_today_keeps_the_place_and_says_what_comes_next(timeline: Page) -> None:
    timeline.set_viewport_size({"width": 1280, "height": 800})
    say_when_it_ended(timeline)
    timeline.wait_for_timeout(A_PAUSE)
    listen(timeline)
    done = part(timeline, "answer").get_by_role("button", name="Done today").last
    step = done.locator("xpath=ancestor::li").get_attribute("id")
    done.focus()
    timeline.keyboard.press("Enter")
    expect(timeline.locator(f"#{step}")).to_be_focused()
    expect_to_hear(timeline, status(timeline), after=0)

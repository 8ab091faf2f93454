"""What a press takes away, and that the reader sees and hears so where they are, each time."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sight import (
    expect_focus_in_sight,
    expect_in_sight,
    expect_to_hear,
    heard,
    listen,
)
from tests.browser.tool import area, expect_answer, field

SIZES = ((1280, 800), (360, 640), (320, 256))
NAMES = ["Dana", "Omar", "Ana", "Li", "Ola"]
RECORD: dict[str, Any] = {
    "ended_on": "2026-11-20",
    "ended_at": "18:30",
    "my_name": "Amina Yusuf",
    "interviewers": [{"name": name} for name in NAMES],
}


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]} by {size[1]}")
def notes(visit: Callable[..., Page], request: pytest.FixtureRequest) -> Page:
    """The notes of somebody who met five people, in windows of several sizes."""
    store = f"sessionStorage['closing-playbook'] ??= {json.dumps(json.dumps(RECORD))}"
    width, height = request.param
    page = visit(
        "tools/notes/",
        prepare=lambda page: page.add_init_script(store),
        viewport={"width": width, "height": height},
    )
    expect_answer(page)
    listen(page)
    return page


def expect_confirmed(page: Page, words: str, after: int) -> None:
    """The words are heard and in sight, and so is where the focus is."""
    expect_to_hear(page, words, after=after)
    shown = area(page, "notice").locator("[data-words]:visible")
    expect(shown).to_have_text(words)
    expect_in_sight(shown)
    expect_focus_in_sight(page)


def test_each_row_that_is_taken_out_is_said_where_the_reader_is(notes: Page) -> None:
    names = notes.locator("[name^='interviewers.'][name$='.name']")
    expect(names).to_have_count(5)
    for left in (4, 3, 2):
        before = len(heard(notes))
        notes.locator("[data-list=interviewers] [data-do=remove-row]").nth(1).click()
        expect(names).to_have_count(left)
        expect_confirmed(notes, "Removed.", before)
    field(notes, "interviewers.0.name").fill("Dana W")
    expect(area(notes, "notice")).to_be_hidden()


def test_the_words_by_a_row_do_not_go_with_the_row(notes: Page) -> None:
    rows = notes.locator("[data-list=interviewers] [data-do=remove-row]")
    rows.nth(3).click()
    expect(area(notes, "notice")).to_have_text("Removed.", use_inner_text=True)
    rows.nth(3).click()
    expect(area(notes, "notice")).to_have_text("Removed.", use_inner_text=True)
    assert notes.locator("#by-hand").count() == 1


def test_our_wording_is_said_to_be_back(notes: Page) -> None:
    draft = area(notes, "answer").locator("[data-draft]").first
    ours = draft.input_value()
    for _ in range(2):
        draft.focus()
        notes.keyboard.type("More. ")
        back = notes.get_by_role("button", name="Back to our wording").first
        before = len(heard(notes))
        back.click()
        expect(draft).to_have_value(ours)
        expect_confirmed(notes, "This is our wording again.", before)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_what_is_taken_off_the_list_is_said_at_the_button_that_puts_it_back(
    visit: Callable[..., Page], width: int, height: int
) -> None:
    page = visit("tools/my-interviews/", viewport={"width": width, "height": height})
    for number, employer in enumerate(("Maple Run", "Calder", "Aireside")):
        if number:
            page.get_by_role("button", name="New interview").click()
            expect(field(page, "employer")).to_have_value("")
        field(page, "employer").fill(employer)
        field(page, "ended_on").fill("2026-11-20")
        expect(area(page, "answer")).to_contain_text(employer)
    for employer in ("Maple Run", "Calder"):
        page.get_by_role("button", name=f"Take off the list : {employer}").click()
        back = page.get_by_role("button", name="Put it back")
        expect(back).to_be_focused()
        expect(back).to_have_accessible_description(f"{employer} is off the list.")
        expect_in_sight(back)
        expect_in_sight(page.get_by_text(f"{employer} is off the list."))


@pytest.mark.parametrize("path", ["tools/timeline/", "tools/my-interviews/"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_clearing_is_said_on_the_page_that_it_leads_to_and_only_then(
    visit: Callable[..., Page], home: str, path: str, width: int, height: int
) -> None:
    page = visit(path, viewport={"width": width, "height": height})
    field(page, "employer").evaluate(
        "each => { each.closest('details')?.setAttribute('open', '') }"
    )
    field(page, "employer").fill("Maple Run")
    page.get_by_role("button", name="Clear and leave").click()
    page.wait_for_url(home)
    words = page.locator("#cleared")
    expect(words).to_be_focused()
    expect(words).to_have_text(
        "Cleared. Nothing that was typed into a tool is left in this browser."
    )
    expect_in_sight(words)
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    expect(words).to_be_hidden()

"""What is copied and saved, and what the reader sees and hears of it at the button, each time that it's pressed."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from playbook.tools import NAMES, get_tool
from tests.browser.sight import (
    expect_focus_in_sight,
    expect_in_sight,
    expect_to_hear,
    heard,
    listen,
    settle,
)
from tests.browser.tool import REFUSE_TO_COPY, area, expect_answer

TAKES = "[data-copy], [data-share], [data-do='copy'], [data-download]"
SHARES = "navigator.share = () => Promise.resolve()"
CONFIRMATIONS = {"data-download": "Saved", "data-share": "Shared."}
"""What is said of a button with this attribute; of any other, that it has copied."""
SIZES = ((1280, 800), (390, 844), (360, 640), (320, 256), (320, 180))
WAYS: dict[str, dict[str, Any]] = {"mouse": {}, "keyboard": {}, "touch": {"has_touch": True}}
FIRST_COPY_TAKES_LONG = """() => {
  const write = navigator.clipboard.writeText.bind(navigator.clipboard)
  const wait = new Promise((resolve) => (window.goOn = resolve))
  window.written = []
  let number = 0
  navigator.clipboard.writeText = async (text) => {
    if (number++ === 0) await wait
    await write(text)
    window.written.push(text)
  }
}"""
IS_FAR_BELOW = """(words, button) =>
  words.getBoundingClientRect().top - button.getBoundingClientRect().top >= 120"""
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def open_filled(visit: Callable[..., Page]) -> Callable[..., Page]:
    """Opens a tool for somebody who comes back to its first example."""

    def open_tool(name: str, **options: Any) -> Page:
        tool = get_tool(name)
        record = json.dumps(json.dumps(tool.examples()[0].record, default=str))
        store = f"sessionStorage.setItem('closing-playbook', {record})"
        page = visit(
            f"tools/{tool.page}/",
            prepare=lambda page: page.add_init_script(f"{store}\n{SHARES}"),
            permissions=CLIPBOARD,
            **options,
        )
        expect_answer(page)
        listen(page)
        return page

    return open_tool


def buttons(page: Page) -> Iterator[Locator]:
    """Every button that copies or saves, one of each kind: the first letter's stand for those of the others."""
    seen = set()
    for button in page.locator(TAKES).filter(visible=True).all():
        kind = button.inner_text().partition(":")[0]
        if kind not in seen:
            yield button
        seen.add(kind)
    assert seen


def press(button: Locator, way: str) -> None:
    if way == "keyboard":
        button.focus()
        button.page.keyboard.press("Enter")
    elif way == "touch":
        button.tap()
    else:
        button.click()


def expect_confirmed(button: Locator, way: str) -> None:
    """The words stand in sight by the button, which is in sight too, and are heard."""
    page = button.page
    before = len(heard(page))
    press(button, way)
    words = area(page, "notice").locator("[data-words]:visible")
    attributes = (name for name in CONFIRMATIONS if button.get_attribute(name))
    confirmation = CONFIRMATIONS.get(next(attributes, ""), "Copied")
    expect(words).to_contain_text(confirmation)
    expect_to_hear(page, confirmation, after=before)
    expect_in_sight(words)
    expect_in_sight(button)
    assert settle(lambda: words.evaluate(IS_FAR_BELOW, button.element_handle())) is False


@pytest.mark.parametrize(
    ("tool", "way", "sizes"),
    [
        ("notes", "mouse", SIZES),
        *((tool, "mouse", SIZES[::2]) for tool in NAMES if tool != "notes"),
        *(
            (tool, way, SIZES[2:3])
            for tool in ("notes", "timeline")
            for way in WAYS
            if way != "mouse"
        ),
        *(
            pytest.param(tool, way, SIZES[2:3], marks=pytest.mark.slow)
            for tool in NAMES
            for way in WAYS
            if way != "mouse" and tool not in ("notes", "timeline")
        ),
    ],
)
def test_each_press_is_confirmed_at_its_button(
    open_filled: Callable[..., Page], tool: str, way: str, sizes: tuple[tuple[int, int], ...]
) -> None:
    page = open_filled(tool, **WAYS[way])
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        for button in buttons(page):
            expect_confirmed(button, way)
            expect_confirmed(button, way)


def test_the_first_copy_on_the_page_takes_the_letter_and_nothing_else(
    open_filled: Callable[..., Page],
) -> None:
    page = open_filled("notes")
    page.get_by_role("button", name=re.compile("^copy", re.IGNORECASE)).first.click()
    draft = area(page, "answer").locator("[data-draft]").first
    expect(area(page, "notice")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == draft.input_value()


def test_of_two_copies_at_once_the_clipboard_has_the_last_one(
    open_filled: Callable[..., Page],
) -> None:
    """The first one takes the browser a while, as when it asks for leave."""
    page = open_filled("notes")
    page.evaluate(FIRST_COPY_TAKES_LONG)
    letter, subject = page.locator("[data-copy]:visible").all()[:2]
    letter.click()
    subject.click()
    page.evaluate("void window.goOn()")
    subject_line = subject.get_attribute("data-copy") or ""
    copied = page.locator(subject_line).evaluate("each => each.value ?? each.innerText")
    page.wait_for_function("words => window.written.at(-1) === words", arg=copied)
    assert page.evaluate("navigator.clipboard.readText()") == copied
    assert len(page.evaluate("window.written")) == 2


def test_the_first_copy_of_a_closing_statement_takes_what_is_said(
    open_filled: Callable[..., Page],
) -> None:
    page = open_filled("closing_statement")
    page.get_by_role("button", name=re.compile("^copy", re.IGNORECASE)).first.click()
    expect(area(page, "notice")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()").split()
    shown = page.locator("#closing-statement .pb-part > .pb-speech").all_inner_texts()
    assert copied == " ".join(shown).split()


@pytest.mark.parametrize("tool", NAMES)
def test_what_copies_our_remarks_too_is_called_so_and_stands_last(
    open_filled: Callable[..., Page], tool: str
) -> None:
    page = open_filled(tool)
    copies = page.get_by_role("button", name=re.compile("^copy", re.IGNORECASE))
    expect(copies.last).to_have_accessible_name("Copy everything, with our remarks")
    copies.last.click()
    expect(area(page, "notice")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert (area(page, "status").text_content() or "") in copied


def test_the_words_go_with_the_next_edit(open_filled: Callable[..., Page]) -> None:
    page = open_filled("notes")
    area(page, "answer").locator("[data-copy]").first.click()
    expect(area(page, "notice")).to_be_visible()
    area(page, "answer").locator("[data-draft]").first.press_sequentially(" More.")
    expect(area(page, "notice")).to_be_hidden()


def test_saving_twice_after_an_answer_came_again_keeps_the_words_there(
    open_filled: Callable[..., Page],
) -> None:
    """A calendar file puts its numbers into the record, so the answer is shown anew while the words stand in it."""
    page = open_filled("your_plan")
    calendar = area(page, "answer").locator("[data-download='calendar']")
    before = calendar.element_handle()
    with page.expect_download():
        calendar.click()
    page.wait_for_function("each => !each.isConnected", arg=before)
    expect(area(page, "answer").locator("[data-part=notice]")).to_contain_text("shared computer")
    expect_in_sight(area(page, "notice"))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_where_copying_is_refused_the_text_stands_selected_at_the_button(
    open_filled: Callable[..., Page], width: int, height: int
) -> None:
    page = open_filled("notes", viewport={"width": width, "height": height})
    page.evaluate(REFUSE_TO_COPY)
    for button in (page.locator("[data-copy]:visible").first, page.locator("[data-do=copy]")):
        for _ in range(2):
            before = len(heard(page))
            button.click()
            by_hand = page.locator("#by-hand")
            expect(by_hand).to_be_focused()
            expect_focus_in_sight(page)
            length = "each => each.value.length - (each.selectionEnd - each.selectionStart)"
            assert by_hand.evaluate(length) == 0
            expect_to_hear(page, "Press Ctrl and C", after=before)


def test_a_text_that_was_pasted_into_a_note_is_copied_as_everything_else_reads_it(
    open_filled: Callable[..., Page],
) -> None:
    """Word's own line ends become plain ones, and what nobody can see is left out, as the page says."""
    page = open_filled("notes")
    draft = area(page, "answer").locator("[data-draft]").first
    draft.fill(
        "Dear Dana,\u000bline two\u2028line three\u0085line\u0000 four\u202e\u001dline\u001ffive\n\nLi \u062a\u200c"
    )
    expect(area(page, "errors")).to_contain_text("Your text: we left out 2 invisible characters.")
    page.locator("[data-copy]:visible").first.click()
    expect(area(page, "notice")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "Dear Dana,\nline two\nline three\nline four\nline five\n\nLi \u062a\u200c"

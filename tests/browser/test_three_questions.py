"""The notes on a phone: three questions, a note under them, and few taps from the corridor to the clipboard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tool import area, expect_answer, field, open_more

PHONE = {"width": 360, "height": 740}
MOST_TAPS = 4
CLIPBOARD = ["clipboard-read", "clipboard-write"]
SHARES = "navigator.share = (data) => { window.shared = data; return Promise.resolve() }"
CHANGES_ITS_MIND = "navigator.share = () => Promise.reject(new DOMException('', 'AbortError'))"
CANNOT = "navigator.share = () => Promise.reject(new DOMException('', 'NotAllowedError'))"


def answer_three(page: Page) -> None:
    """Type who, one thing from the talk, one thing to add, and a name, with the keyboard's own 'next'."""
    for path, words in (
        ("interviewers.0.name", "Karen Holt"),
        ("highlights", "how you train new people"),
        ("missed", "I ran the night rota for two years"),
        ("my_name", "Beth Ainley"),
    ):
        to_next_field(page, path)
        page.keyboard.type(words)


def to_next_field(page: Page, path: str) -> None:
    """What a phone's keyboard does: on to the next field, past buttons."""
    name = "document.activeElement.name"
    for _ in range(8):
        if page.evaluate(name) == path:
            return
        page.keyboard.press("Tab")
    message = f"{path} isn't the next field"
    raise AssertionError(message)


def test_from_the_corridor_to_a_copied_note_it_takes_few_taps(visit: Callable[..., Page]) -> None:
    page = visit("corridor/", viewport=PHONE, has_touch=True, permissions=CLIPBOARD)
    taps = [page.get_by_role("link", name="Write it now")]
    taps[-1].tap()
    taps.append(field(page, "interviewers.0.name"))
    taps[-1].tap()
    answer_three(page)
    expect_answer(page)
    draft = area(page, "answer").locator("[data-draft]").first
    expect(draft).to_have_value(re.compile("that I ran the night rota"))
    taps.append(area(page, "answer").locator("[data-copy^='#draft']").first)
    taps[-1].tap()
    expect(area(page, "notice")).to_contain_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == draft.input_value()
    assert len(taps) <= MOST_TAPS


def test_the_note_stands_within_the_first_two_screens(visit: Callable[..., Page]) -> None:
    page = visit("tools/notes/", viewport=PHONE)
    field(page, "interviewers.0.name").focus()
    answer_three(page)
    expect_answer(page)
    draft = area(page, "answer").locator("[data-draft]").first
    expect(draft).to_have_value(re.compile("Beth Ainley"))
    top = draft.evaluate("each => each.getBoundingClientRect().top + scrollY")
    assert top < 2 * PHONE["height"]


def test_nothing_but_the_three_questions_and_a_name_is_open(visit: Callable[..., Page]) -> None:
    page = visit("tools/notes/", viewport=PHONE)
    shown = page.locator(".pb-tool-form :is(input, select, textarea)[name]:visible")
    names = shown.evaluate_all("all => all.map((each) => each.name)")
    assert names == ["interviewers.0.name", "highlights", "missed", "my_name"]
    expect(page.locator(".pb-tool-form > .pb-tool-more > summary")).to_have_text(
        "Make it more yours"
    )
    expect(area(page, "errors")).to_be_hidden()


def test_a_talk_without_a_day_was_today_until_the_reader_says_when(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/notes/")
    field(page, "interviewers.0.name").fill("Karen Holt")
    expect_answer(page)
    answer = area(page, "answer")
    expect(answer).to_contain_text("Written as if you talked today.")
    answer.get_by_role("button", name="Say when").click()
    expect(field(page, "ended_on")).to_be_focused()
    page.keyboard.type("20112026")
    expect(answer).not_to_contain_text("Written as if you talked today.")


def test_the_share_sheet_gets_the_letter_and_nothing_else(visit: Callable[..., Page]) -> None:
    page = visit("tools/notes/", prepare=lambda page: page.add_init_script(SHARES))
    field(page, "interviewers.0.name").fill("Karen Holt")
    field(page, "my_name").fill("Beth Ainley")
    expect_answer(page)
    draft = area(page, "answer").locator("[data-draft]").first
    expect(draft).to_have_value(re.compile("Beth Ainley"))
    area(page, "answer").locator("[data-share]").first.click()
    assert page.evaluate("window.shared") == {"text": draft.input_value()}


def test_who_closes_the_share_sheet_hears_nothing_and_who_has_none_sees_no_button(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/notes/", prepare=lambda page: page.add_init_script(CHANGES_ITS_MIND))
    field(page, "interviewers.0.name").fill("Karen Holt")
    field(page, "my_name").fill("Beth Ainley")
    expect_answer(page)
    area(page, "answer").locator("[data-share]").first.click()
    expect(area(page, "notice")).to_be_hidden()
    page = visit(
        "tools/notes/", prepare=lambda page: page.add_init_script("navigator.share = undefined")
    )
    field(page, "interviewers.0.name").fill("Karen Holt")
    field(page, "my_name").fill("Beth Ainley")
    expect_answer(page)
    expect(area(page, "answer").locator("[data-copy^='#draft']").first).to_be_visible()
    expect(area(page, "answer").locator("[data-share]").first).to_be_hidden()


def test_what_can_t_be_shared_is_copied(visit: Callable[..., Page]) -> None:
    page = visit(
        "tools/notes/", prepare=lambda page: page.add_init_script(CANNOT), permissions=CLIPBOARD
    )
    field(page, "interviewers.0.name").fill("Karen Holt")
    field(page, "my_name").fill("Beth Ainley")
    expect_answer(page)
    area(page, "answer").locator("[data-share]").first.click()
    expect(area(page, "notice")).to_contain_text("Copied.")


@pytest.mark.parametrize(
    ("button", "shown"),
    [("As a text message", " of 400 characters"), ("As a LinkedIn message", " of 300 characters")],
)
def test_one_tap_makes_a_short_message_of_it(
    visit: Callable[..., Page], button: str, shown: str
) -> None:
    page = visit("tools/notes/", viewport=PHONE)
    field(page, "interviewers.0.name").fill("Karen Holt")
    field(page, "my_name").fill("Beth Ainley")
    expect_answer(page)
    answer = area(page, "answer")
    answer.get_by_role("button", name=button).first.click()
    expect(answer).to_contain_text(shown)
    expect(answer.locator("a[href^='sms:']")).to_have_count(1 if "text" in button else 0)
    answer.get_by_role("button", name="As an e-mail").first.click()
    expect(answer).not_to_contain_text(shown)
    expect(answer.locator("a[href^='mailto:']")).to_have_count(1)


def test_what_was_pasted_goes_where_the_reader_taps(visit: Callable[..., Page]) -> None:
    page = visit("tools/notes/", viewport=PHONE)
    open_more(page)
    field(page, "interviewers.0.name").fill("Karen Holt")
    page.get_by_role("button", name="Add another person").click()
    field(page, "interviewers.1.name").fill("Marcus Oyelaran")
    field(page, "my_name").fill("Beth Ainley")
    field(page, "talked_about").fill(
        "You train new people yourselves. The night shift is the calm one."
        " I ran a rota for two years. My certificate. The coffee was awful."
    )
    expect_answer(page)
    answer = area(page, "answer")
    answer.locator("#private-notes > summary").click()
    for whose, sentence in (
        ("Karen said it", "You train new people yourselves."),
        ("Marcus said it", "The night shift is the calm one."),
        ("I'd like to add it", "I ran a rota for two years."),
        ("I promised it", "My certificate."),
        ("Keep it private", "The coffee was awful."),
    ):
        line = answer.locator("#private-notes li").filter(has_text=sentence)
        line.get_by_role("button", name=re.compile(f"^{whose}")).click()
        expect(line).to_have_count(0)
    expect(answer.locator("#private-notes")).to_have_count(0)
    drafts = answer.locator("[data-draft]")
    expect(drafts.nth(0)).to_have_value(
        re.compile("It was encouraging to hear that you train new people yourselves")
    )
    expect(drafts.nth(0)).to_have_value(re.compile("I will send you my certificate"))
    expect(drafts.nth(1)).to_have_value(re.compile("the night shift is the calm one"))
    for text in drafts.evaluate_all("all => all.map((each) => each.value)"):
        assert "coffee" not in text

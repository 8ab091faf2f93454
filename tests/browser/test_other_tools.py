"""Notes, closing statement, debrief, offer and the plan: the same frame, tried as a reader would."""

import email
import email.policy
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.tool import expect_answer, field, part

SAID = "the night shift has its own nurse"
OWN_WORDS = "I slept on it, and I still think about the night shift."
TOOLS = ["notes", "closing-statement", "debrief", "offer", "your-plan"]


@pytest.fixture
def notes(visit: Callable[..., Page]) -> Page:
    """The notes tool, the day after an interview with Dana."""
    page = visit("tools/notes/")
    field(page, "ended_on").fill("2026-11-21")
    field(page, "interviewers.0.name").fill("Dana Whitlock")
    field(page, "interviewers.0.email").fill("dana@mill.example")
    field(page, "interviewers.0.said").fill(SAID)
    field(page, "my_name").fill("Amina Yusuf")
    expect_answer(page)
    expect(draft(page)).to_have_value(re.compile(re.escape(SAID)))
    expect(draft(page)).to_have_value(re.compile("Amina Yusuf"))
    return page


def draft(page: Page) -> Locator:
    """The text of the first note."""
    return part(page, "answer").locator("[data-draft]").first


def test_a_note_says_what_was_typed_and_opens_in_the_readers_mail(notes: Page) -> None:
    link = part(notes, "answer").locator("a[href^='mailto:']").first.get_attribute("href")
    assert link is not None
    address = urlsplit(link)
    assert address.path == "dana@mill.example"
    assert SAID in parse_qs(address.query)["body"][0]
    assert set(parse_qs(address.query)) == {"subject", "body"}


def test_a_mail_file_is_read_by_another_program(notes: Page) -> None:
    with notes.expect_download() as downloading:
        part(notes, "answer").locator("[data-download^='eml-']").first.click()
    raw = Path(downloading.value.path()).read_bytes()
    read = email.message_from_bytes(raw, policy=email.policy.default)
    assert read["To"] == "dana@mill.example"
    assert read["X-Unsent"] == "1"
    assert SAID in read.get_content()


def test_the_readers_own_words_stay_when_the_record_changes(notes: Page) -> None:
    draft(notes).fill(OWN_WORDS)
    field(notes, "role").fill("ward nurse")
    expect(part(notes, "answer")).to_contain_text("ward nurse")
    expect(draft(notes)).to_have_value(OWN_WORDS)
    part(notes, "answer").locator("[data-drop-draft]").first.click()
    expect(draft(notes)).to_have_value(re.compile(re.escape(SAID)))


def test_the_caret_stays_where_the_reader_types(notes: Page) -> None:
    draft(notes).focus()
    notes.keyboard.press("ControlOrMeta+Home")
    notes.keyboard.type("Hello again. ", delay=40)
    expect(draft(notes)).to_have_value(re.compile("^Hello again. "))
    expect(draft(notes)).to_be_focused()


def test_a_note_is_copied_as_it_stands(notes: Page) -> None:
    notes.context.grant_permissions(["clipboard-read", "clipboard-write"])
    draft(notes).fill(OWN_WORDS)
    expect(part(notes, "answer").locator("[data-drop-draft]").first).to_be_visible()
    part(notes, "answer").locator("[data-copy]").first.click()
    expect(part(notes, "notice")).to_contain_text("Copied")
    assert notes.evaluate("navigator.clipboard.readText()").startswith("I slept on it")


def test_markup_in_a_draft_stays_text(notes: Page) -> None:
    draft(notes).fill("</textarea><img src=x onerror=alert(1)>{{ 7 * 7 }}")
    field(notes, "role").fill("ward nurse")
    expect(part(notes, "answer")).to_contain_text("ward nurse")
    expect(draft(notes)).to_have_value("</textarea><img src=x onerror=alert(1)>{{ 7 * 7 }}")
    assert part(notes, "answer").locator("img").count() == 0


def test_what_is_typed_in_one_tool_is_there_in_the_others(notes: Page) -> None:
    home = notes.url.removesuffix("tools/notes/")
    for tool, path in (("debrief", "interviewers.0.name"), ("timeline", "interviewers.0.name")):
        notes.goto(f"{home}tools/{tool}/")
        expect(field(notes, path)).to_have_value("Dana Whitlock")
        expect_answer(notes)


def test_the_clock_of_the_closing_statement_is_the_readers_to_start(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/closing-statement/")
    field(page, "needs").fill("stays calm when the ward is full")
    expect_answer(page)
    clock = part(page, "answer").locator("[data-timer]").last
    clock.evaluate("each => each.closest('details')?.setAttribute('open', '')")
    clock.locator("[data-timer-do='start']").click()
    expect(clock).to_have_attribute("data-running", "")
    clock.locator("[data-timer-do='pause']").click()
    expect(clock).not_to_have_attribute("data-running", "")
    clock.locator("[data-timer-do='reset']").click()
    expect(clock.locator("[data-timer-shows]")).to_have_text("00:00")


@pytest.mark.parametrize("tool", TOOLS)
def test_without_a_script_there_is_an_example_and_no_form(
    visit: Callable[..., Page], tool: str
) -> None:
    page = visit(f"tools/{tool}/", java_script_enabled=False)
    expect(page.locator(".pb-tool-example")).to_be_visible()
    expect(page.locator("form.pb-tool-form")).to_be_hidden()

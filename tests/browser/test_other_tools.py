"""Notes, closing statement, debrief, offer and the plan: the same frame, tried as a reader would."""

import email
import email.policy
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.tool import REFUSE_TO_COPY, area, expect_answer, field, open_more, tab_to

SAID = "the night shift has its own nurse"
OWN_WORDS = "I slept on it, and I still think about the night shift."
TOOLS = ["notes", "closing-statement", "debrief", "offer", "your-plan", "my-interviews"]


@pytest.fixture
def notes(visit: Callable[..., Page]) -> Page:
    """The notes tool, the day after an interview with Dana."""
    page = visit("tools/notes/")
    page.locator("details").evaluate_all("folds => folds.forEach((fold) => (fold.open = true))")
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
    return area(page, "answer").locator("[data-draft]").first


def test_a_note_says_what_was_typed_and_opens_in_the_readers_mail(notes: Page) -> None:
    link = area(notes, "answer").locator("a[href^='mailto:']").first.get_attribute("href")
    assert link is not None
    address = urlsplit(link)
    assert address.path == "dana@mill.example"
    assert SAID in parse_qs(address.query)["body"][0]
    assert set(parse_qs(address.query)) == {"subject", "body"}


def test_a_mail_file_is_read_by_another_program(notes: Page) -> None:
    with notes.expect_download() as downloading:
        area(notes, "answer").locator("[data-download^='eml-']").first.click()
    raw = Path(downloading.value.path()).read_bytes()
    read = email.message_from_bytes(raw, policy=email.policy.default)
    assert read["To"] == "dana@mill.example"
    assert read["X-Unsent"] == "1"
    assert SAID in read.get_content()


def test_the_readers_own_words_stay_when_the_record_changes(notes: Page) -> None:
    draft(notes).fill(OWN_WORDS)
    field(notes, "role").fill("ward nurse")
    expect(area(notes, "answer")).to_contain_text("ward nurse")
    expect(draft(notes)).to_have_value(OWN_WORDS)
    area(notes, "answer").locator("[data-drop-draft]").first.click()
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
    expect(area(notes, "answer").locator("[data-drop-draft]").first).to_be_visible()
    area(notes, "answer").locator("[data-copy]").first.click()
    expect(area(notes, "notice")).to_contain_text("Copied")
    assert notes.evaluate("navigator.clipboard.readText()").startswith("I slept on it")


def test_where_no_page_may_copy_the_note_is_there_to_copy_by_hand(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/notes/", prepare=lambda page: page.add_init_script(REFUSE_TO_COPY))
    open_more(page)
    field(page, "ended_on").fill("2026-11-21")
    field(page, "interviewers.0.name").fill("Dana Whitlock")
    field(page, "interviewers.0.said").fill(SAID)
    field(page, "my_name").fill("Amina Yusuf")
    expect(draft(page)).to_have_value(re.compile("Amina Yusuf"))
    area(page, "answer").locator("[data-copy]").first.click()
    by_hand = page.locator("#by-hand")
    expect(by_hand).to_be_focused()
    expect(by_hand).to_have_value(draft(page).input_value())
    assert by_hand.evaluate("each => each.selectionEnd - each.selectionStart") > len(SAID)


def test_what_changed_since_the_reader_wrote_is_shown_beside_it(notes: Page) -> None:
    draft(notes).press_sequentially(" And one more thing.")
    field(notes, "role").fill("ward nurse")
    changes = area(notes, "answer").locator(".pb-changes")
    expect(changes).to_contain_text("ward nurse")
    area(notes, "answer").locator("[data-drop-draft]").first.click()
    expect(changes).to_have_count(0)
    expect(draft(notes)).to_be_focused()
    expect(draft(notes)).to_have_value(re.compile("ward nurse"))


def test_one_note_is_printed_alone_in_full(notes: Page) -> None:
    notes.evaluate("window.print = () => {}")
    answer = area(notes, "answer")
    field(notes, "post_card").evaluate("(box) => box.click()")
    expect(answer.locator(".pb-note").nth(1)).to_be_visible()
    answer.locator("[data-only]").first.click()
    notes.emulate_media(media="print")
    expect(answer.locator(".pb-note").first.locator(".pb-letter")).to_contain_text(SAID)
    expect(answer.locator(".pb-note").first.locator(".pb-letter")).to_be_visible()
    expect(draft(notes)).to_be_hidden()
    expect(answer.locator(".pb-note").nth(1)).to_be_hidden()
    notes.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(answer.locator(".pb-note").nth(1)).to_be_visible()


def test_a_note_by_keyboard_alone(notes: Page) -> None:
    notes.context.grant_permissions(["clipboard-read", "clipboard-write"])
    field(notes, "unsaid").focus()
    tab_to(notes, "[data-draft]")
    notes.keyboard.press("ControlOrMeta+End")
    notes.keyboard.type(" By hand.")
    expect(area(notes, "answer").locator("[data-drop-draft]").first).to_be_visible()
    tab_to(notes, "[data-copy]")
    notes.keyboard.press("Enter")
    expect(area(notes, "notice")).to_contain_text("Copied")
    assert notes.evaluate("navigator.clipboard.readText()").endswith("By hand.")


def test_the_questions_about_an_offer_are_copied_a_line_each(visit: Callable[..., Page]) -> None:
    page = visit("tools/offer/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Add another offer").click()
    field(page, "offers.0.employer").fill("Aireside")
    field(page, "offers.0.pay").fill("£31,000 a year")
    questions = area(page, "answer").locator("#offer-questions-1")
    expect(questions).to_be_visible()
    expect(questions).not_to_contain_text("How much is the pay")
    area(page, "answer").locator("[data-copy='#offer-questions-1']").click()
    expect(area(page, "notice")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()").strip().splitlines()
    assert copied == questions.get_by_role("listitem").all_inner_texts()


def test_the_plan_changes_its_part_and_keeps_the_reader_there(notes: Page) -> None:
    notes.goto(notes.url.replace("/notes/", "/your-plan/"))
    expect_answer(notes)
    offer = area(notes, "answer").get_by_role("button", name="Your offer")
    offer.click()
    expect(area(notes, "answer").locator(".pb-offer")).to_be_visible()
    expect(offer).to_have_attribute("aria-pressed", "true")
    expect(offer).to_be_focused()
    ids = notes.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert len(ids) == len(set(ids))


def test_markup_in_a_draft_stays_text(notes: Page) -> None:
    draft(notes).fill("</textarea><img src=x onerror=alert(1)>{{ 7 * 7 }}")
    field(notes, "role").fill("ward nurse")
    expect(area(notes, "answer")).to_contain_text("ward nurse")
    expect(draft(notes)).to_have_value("</textarea><img src=x onerror=alert(1)>{{ 7 * 7 }}")
    assert area(notes, "answer").locator("img").count() == 0


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
    field(page, "proofs.0.did").fill("ran a ward at night")
    expect_answer(page)
    clock = area(page, "answer").locator("[data-timer]").last
    clock.evaluate("each => each.closest('details')?.setAttribute('open', '')")
    clock.locator("[data-timer-do='start']").click()
    expect(clock).to_have_attribute("data-running", "")
    clock.locator("[data-timer-do='pause']").click()
    expect(clock).not_to_have_attribute("data-running", "")
    clock.locator("[data-timer-do='reset']").click()
    expect(clock.locator("[data-timer-shows]")).to_have_text("00:00")


def test_several_plans_in_the_debrief_show_what_recurs_and_stay_here(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/debrief/")
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    page.locator(".pb-tool-more > summary").click()
    cat: FilePayload = {"name": "cat.json", "mimeType": "application/json", "buffer": b"a cat"}
    mill = plan_file("Maple Run", "2026-09-14", "I talked too long about nights.")
    yard = plan_file("Dry Dock", "2026-10-02", "Too long about nights again.")
    field(page, "plans").set_input_files([mill, yard, cat])
    recurring = area(page, "answer").locator(".pb-recurring").first
    expect(recurring).to_contain_text("I talked too long about nights.")
    expect(recurring).to_contain_text("Too long about nights again.")
    expect(field(page, "reviews.1.employer")).to_have_value("Dry Dock")
    expect(page.locator("#field-plans-error")).to_contain_text("File 3: This file isn't a plan")
    expect(area(page, "notice").locator("p:visible")).to_have_count(0)
    field(page, "employer").fill("Aireside")
    expect(page.locator("#field-plans-error")).to_be_hidden()
    field(page, "plans").set_input_files([mill, yard])
    notice = area(page, "notice").locator("p:visible")
    expect(notice).to_have_text("Plan opened: plan.json, plan.json")


def plan_file(employer: str, ended_on: str, went_badly: str) -> FilePayload:
    """A saved plan, as the page takes it."""
    record = {"employer": employer, "ended_on": ended_on, "went_badly": went_badly}
    plan = {"format": "closing-playbook/plan", "version": 1, "record": record}
    return {
        "name": "plan.json",
        "mimeType": "application/json",
        "buffer": json.dumps(plan).encode(),
    }


def test_a_draft_that_is_too_long_is_listed_and_keeps_its_words(notes: Page) -> None:
    long = OWN_WORDS * 2000
    draft(notes).fill(long)
    problem = area(notes, "errors").get_by_role("link")
    expect(problem).to_contain_text("110,000 characters are too long")
    field(notes, "role").fill("ward nurse")
    expect(area(notes, "answer")).to_contain_text("ward nurse")
    expect(draft(notes)).to_have_value(long)
    problem.click()
    expect(draft(notes)).to_be_focused()
    draft(notes).fill(OWN_WORDS)
    expect(area(notes, "errors")).to_be_hidden()


@pytest.mark.parametrize("tool", TOOLS)
def test_without_a_script_there_is_an_example_and_no_form(
    visit: Callable[..., Page], tool: str
) -> None:
    page = visit(f"tools/{tool}/", java_script_enabled=False)
    expect(page.locator(".pb-tool-example")).to_be_visible()
    expect(page.locator("form.pb-tool-form")).to_be_hidden()

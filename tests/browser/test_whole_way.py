"""From the corridor to the calendar: an interview that ended last Friday at 18:30."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.tool import expect_answer, field, part

WORDS = "we'll let you know by the end of next week"


@pytest.fixture
def told(timeline: Page) -> Page:
    """The tool after the reader has typed what they know."""
    field(timeline, "ended_on").fill("2026-11-20")
    field(timeline, "ended_at").fill("18:30")
    field(timeline, "interviewers.0.name").fill("Dana")
    timeline.get_by_role("button", name="Add another person").click()
    field(timeline, "interviewers.1.name").fill("Mr Okafor")
    field(timeline, "promise").fill(WORDS)
    expect_answer(timeline)
    expect(part(timeline, "answer")).to_contain_text("Mr Okafor")
    expect(part(timeline, "answer")).to_contain_text("Tuesday 1 December")
    return timeline


def take(page: Page, name: str) -> tuple[Download, str]:
    """Take a file, and read it."""
    with page.expect_download() as downloading:
        page.locator(f"[data-download='{name}']").click()
    download = downloading.value
    return download, Path(download.path()).read_bytes().decode()


def test_the_example_stands_there_before_anything_is_typed(timeline: Page) -> None:
    expect(timeline.locator(".pb-tool-example")).to_be_visible()
    expect(part(timeline, "actions")).to_be_hidden()
    expect(part(timeline, "errors")).to_be_hidden()


def test_the_promise_is_read_as_friday_and_the_check_in_waits_two_days_more(told: Page) -> None:
    answer = part(told, "answer")
    expect(answer).to_contain_text("27 November")
    expect(answer).to_contain_text("Tuesday 1 December")


def test_why_this_date_opens_the_sources(told: Page) -> None:
    check_in = part(told, "answer").locator(".pb-step", has_text="Tuesday 1 December").first
    check_in.locator("summary").click()
    expect(check_in.locator("details")).to_contain_text("our own rule", ignore_case=True)


def test_a_new_promise_says_what_changed(told: Page) -> None:
    expect(part(told, "answer")).to_contain_text("Tuesday 1 December")
    field(told, "promise_on").fill("2026-12-04")
    answer = part(told, "answer")
    expect(answer).to_contain_text("What changed")
    expect(answer).to_contain_text("Tuesday 8 December")


def test_a_day_that_is_taken_out_first_still_says_what_changed(told: Page) -> None:
    field(told, "ended_on").fill("")
    expect(part(told, "status")).to_contain_text("Choose the day, and the dates come from it")
    field(told, "promise").focus()
    field(told, "ended_on").fill("2026-11-19")
    answer = part(told, "answer")
    expect(answer).to_contain_text("What changed")
    expect(answer).to_contain_text("Because of: Day of the interview")


def test_a_button_in_the_answer_adds_what_was_done(told: Page) -> None:
    part(told, "answer").locator("[data-add]").first.click()
    expect(field(told, "events.0.kind")).not_to_have_value("")
    expect(field(told, "events.0.on")).to_have_value("2026-11-22")
    step = part(told, "answer").locator(".pb-step", has_text="Done on Sunday 22 November")
    expect(step.first).to_be_focused()


def test_a_promised_thing_is_ticked_off_in_its_own_row(told: Page) -> None:
    told.locator(".pb-tool-more > summary").click()
    told.get_by_role("button", name="Add something you promised").click()
    field(told, "promised.0.what").fill("two references")
    step = part(told, "answer").locator(".pb-step", has_text="two references")
    step.get_by_role("button", name="Done today").click()
    expect(field(told, "promised.0.sent_on")).to_have_value("2026-11-22")
    expect(step).to_contain_text("Done on Sunday 22 November")


def test_their_country_moves_the_date_over_its_holidays(told: Page) -> None:
    field(told, "country").select_option("US")
    expect(field(told, "region")).to_be_visible()
    expect(part(told, "answer")).to_contain_text("Thanksgiving")


def test_whose_time_their_office_keeps_is_asked_where_there_are_several(told: Page) -> None:
    field(told, "country").select_option("US")
    expect(field(told, "office_zone")).to_be_visible()
    field(told, "region").select_option("NY")
    expect(field(told, "office_zone")).to_be_hidden()
    # 10:00 in UTC is midnight of the next day on Kiritimati
    field(told, "country").select_option("KI")
    field(told, "office_zone").select_option("Pacific/Kiritimati")
    expect(part(told, "answer")).to_contain_text("it's already Monday 23 November")


def test_the_calendar_file(told: Page) -> None:
    download, text = take(told, "calendar")
    assert download.suggested_filename.endswith(".ics")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20261201" in text
    assert "20261122T100000Z" in text
    expect(part(told, "notice")).to_contain_text("shared computer")


def test_a_second_calendar_file_keeps_its_uids(told: Page) -> None:
    _, first = take(told, "calendar")
    field(told, "promise_on").fill("2026-12-04")
    expect(part(told, "answer")).to_contain_text("Tuesday 8 December")
    _, second = take(told, "calendar")
    uids = [
        {line for line in text.split("\r\n") if line.startswith("UID")} for text in (first, second)
    ]
    assert uids[0] == uids[1]


def test_what_is_cancelled_is_listed_and_stays_so_in_a_third_file(told: Page) -> None:
    _, first = take(told, "calendar")
    answer = part(told, "answer")
    listed = answer.locator("#left-over")
    expect(listed).to_have_count(0)
    told.get_by_role("button", name="Add what happened").click()
    field(told, "events.0.kind").select_option("rejected")
    field(told, "events.0.on").fill("2026-11-22")
    expect(answer).to_contain_text("Save the calendar file again")
    expect(listed.get_by_text("Tuesday 1 December: Check in with Dana")).to_be_visible()
    _, second = take(told, "calendar")
    expect(answer).not_to_contain_text("Save the calendar file again")
    expect(listed.get_by_text("Tuesday 1 December: Check in with Dana")).to_be_visible()
    _, third = take(told, "calendar")
    cancelled = [text.count("STATUS:CANCELLED") for text in (first, second, third)]
    assert cancelled[0] == 0
    assert cancelled[1] == cancelled[2] > 0
    assert "SUMMARY:Cancelled: check in with Dana" in third


def test_the_way_into_a_calendar_is_beside_the_button(told: Page) -> None:
    link = told.get_by_role("link", name="How to put the calendar file into your calendar")
    expect(link).to_be_visible()
    link.click()
    expect(told.get_by_role("heading", name="The calendar file", level=1)).to_be_visible()
    expect(told.get_by_role("heading", name="Thunderbird")).to_be_visible()


def test_the_plan_file_opens_elsewhere_and_gives_the_same(
    told: Page, visit: Callable[..., Page]
) -> None:
    download, text = take(told, "plan")
    assert json.loads(text)["record"]["promise"] == WORDS
    other = visit("tools/timeline/")
    part(other, "open").set_input_files(download.path())
    expect_answer(other)
    said = part(other, "notice").locator("p:visible")
    expect(said).to_have_text(f"Plan opened: {Path(download.path()).name}")
    expect(field(other, "interviewers.1.name")).to_have_value("Mr Okafor")
    steps = ".pb-step-title, .pb-when"
    assert (
        part(other, "answer").locator(steps).all_inner_texts()
        == part(told, "answer").locator(steps).all_inner_texts()
    )


def test_copy_puts_the_plan_on_the_clipboard_as_text(told: Page) -> None:
    told.context.grant_permissions(["clipboard-read", "clipboard-write"])
    told.get_by_role("button", name="Copy everything, with our remarks").click()
    expect(part(told, "notice")).to_contain_text("Copied")
    text = told.evaluate("navigator.clipboard.readText()")
    assert "Tuesday 1 December" in text
    assert "<" not in text


def test_emptying_the_form_brings_the_example_back(timeline: Page) -> None:
    field(timeline, "promise").fill("by Friday")
    field(timeline, "ended_on").fill("2026-11-20")
    expect_answer(timeline)
    field(timeline, "promise").fill("")
    field(timeline, "ended_on").fill("")
    expect(timeline.locator(".pb-tool-example")).to_be_visible()
    expect(part(timeline, "actions")).to_be_hidden()


def test_today_is_the_readers_day_not_that_of_london(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/", at="2026-11-22T12:30:00Z", timezone_id="Pacific/Auckland")
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    part(page, "answer").locator("[data-add]").first.click()
    expect(field(page, "events.0.on")).to_have_value("2026-11-23")


def test_printed_the_answer_stands_alone(told: Page) -> None:
    told.emulate_media(media="print")
    expect(part(told, "answer")).to_be_visible()
    for chrome in ("form", "[data-part=actions]", "[data-part=bar]", ".pb-tool-rules"):
        expect(told.locator(f".pb-tool {chrome}").first).to_be_hidden()
    expect(told.locator(".md-header")).to_be_hidden()


def test_printed_it_fits_on_one_page(told: Page) -> None:
    pdf = told.pdf(format="A4")
    assert pdf.count(b"/Type /Page\n") == 1

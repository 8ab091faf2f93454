"""From the corridor to the calendar: an interview that ended last Friday at 18:30."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.tool import area, expect_answer, field

WORDS = "we'll let you know by the end of next week"


@pytest.fixture
def filled_in(timeline: Page) -> Page:
    """The tool after the reader has typed what they know."""
    field(timeline, "ended_on").fill("2026-11-20")
    field(timeline, "ended_at").fill("18:30")
    field(timeline, "interviewers.0.name").fill("Dana")
    timeline.get_by_role("button", name="Add another person").click()
    field(timeline, "interviewers.1.name").fill("Mr Okafor")
    field(timeline, "promise").fill(WORDS)
    expect_answer(timeline)
    expect(area(timeline, "answer")).to_contain_text("Mr Okafor")
    expect(area(timeline, "answer")).to_contain_text("Tuesday 1 December")
    return timeline


def take(page: Page, name: str) -> tuple[Download, str]:
    """Take a file, and read it."""
    with page.expect_download() as downloading:
        page.locator(f"[data-download='{name}']").click()
    download = downloading.value
    return download, Path(download.path()).read_bytes().decode()


def test_the_example_stands_there_before_anything_is_typed(timeline: Page) -> None:
    expect(timeline.locator(".pb-tool-example")).to_be_visible()
    expect(area(timeline, "actions")).to_be_hidden()
    expect(area(timeline, "errors")).to_be_hidden()


def test_the_promise_is_read_as_friday_and_the_check_in_waits_two_days_more(
    filled_in: Page,
) -> None:
    answer = area(filled_in, "answer")
    expect(answer).to_contain_text("27 November")
    expect(answer).to_contain_text("Tuesday 1 December")


def test_why_this_date_opens_the_sources(filled_in: Page) -> None:
    check_in = area(filled_in, "answer").locator(".pb-step", has_text="Tuesday 1 December").first
    check_in.locator("summary", has_text="Why this date?").click()
    expect(check_in.locator("#why-check-in-1")).to_contain_text("our own rule", ignore_case=True)


def test_a_new_promise_says_what_changed(filled_in: Page) -> None:
    expect(area(filled_in, "answer")).to_contain_text("Tuesday 1 December")
    field(filled_in, "promise_on").fill("2026-12-04")
    answer = area(filled_in, "answer")
    expect(answer).to_contain_text("What changed")
    expect(answer).to_contain_text("Tuesday 8 December")


def test_a_day_that_is_taken_out_first_still_says_what_changed(filled_in: Page) -> None:
    field(filled_in, "ended_on").fill("")
    expect(area(filled_in, "status")).to_contain_text("Choose the day, and the dates come from it")
    field(filled_in, "promise").focus()
    field(filled_in, "ended_on").fill("2026-11-19")
    answer = area(filled_in, "answer")
    expect(answer).to_contain_text("What changed")
    expect(answer).to_contain_text("Because of: Day of the interview")


def test_a_button_in_the_answer_adds_what_was_done(filled_in: Page) -> None:
    area(filled_in, "answer").locator("[data-add]").first.click()
    expect(field(filled_in, "events.0.kind")).not_to_have_value("")
    expect(field(filled_in, "events.0.on")).to_have_value("2026-11-22")
    step = area(filled_in, "answer").locator(".pb-step", has_text="Done on Sunday 22 November")
    expect(step.first).to_be_focused()


def test_a_promised_thing_is_ticked_off_in_its_own_row(filled_in: Page) -> None:
    filled_in.locator(".pb-tool-more > summary").click()
    filled_in.get_by_role("button", name="Add something you promised").click()
    field(filled_in, "promised.0.what").fill("two references")
    step = area(filled_in, "answer").locator(".pb-step", has_text="two references")
    step.get_by_role("button", name="Done today").click()
    expect(field(filled_in, "promised.0.sent_on")).to_have_value("2026-11-22")
    expect(step).to_contain_text("Done on Sunday 22 November")


def test_their_country_moves_the_date_over_its_holidays(filled_in: Page) -> None:
    field(filled_in, "country").select_option("US")
    expect(field(filled_in, "region")).to_be_visible()
    expect(area(filled_in, "answer")).to_contain_text("Thanksgiving")


def test_whose_time_their_office_keeps_is_asked_where_there_are_several(filled_in: Page) -> None:
    field(filled_in, "country").select_option("US")
    expect(field(filled_in, "office_zone")).to_be_visible()
    field(filled_in, "region").select_option("NY")
    expect(field(filled_in, "office_zone")).to_be_hidden()
    # 10:00 in UTC is midnight of the next day on Kiritimati
    field(filled_in, "country").select_option("KI")
    field(filled_in, "office_zone").select_option("Pacific/Kiritimati")
    expect(area(filled_in, "answer")).to_contain_text("it's already Monday 23 November")


def test_the_calendar_file(filled_in: Page) -> None:
    download, text = take(filled_in, "calendar")
    assert download.suggested_filename.endswith(".ics")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20261201" in text
    assert "20261122T100000Z" in text
    expect(area(filled_in, "notice")).to_contain_text("shared computer")


def test_a_second_calendar_file_keeps_its_uids(filled_in: Page) -> None:
    _, first = take(filled_in, "calendar")
    field(filled_in, "promise_on").fill("2026-12-04")
    expect(area(filled_in, "answer")).to_contain_text("Tuesday 8 December")
    _, second = take(filled_in, "calendar")
    uids = [
        {line for line in text.split("\r\n") if line.startswith("UID")} for text in (first, second)
    ]
    assert uids[0] == uids[1]


def test_what_is_cancelled_is_listed_and_stays_so_in_a_third_file(filled_in: Page) -> None:
    _, first = take(filled_in, "calendar")
    answer = area(filled_in, "answer")
    listed = answer.locator("#left-over")
    expect(listed).to_have_count(0)
    filled_in.get_by_role("button", name="Add what happened").click()
    field(filled_in, "events.0.kind").select_option("rejected")
    field(filled_in, "events.0.on").fill("2026-11-22")
    expect(answer).to_contain_text("Save the calendar file again")
    expect(listed.get_by_text("Tuesday 1 December: Check in with Dana")).to_be_visible()
    _, second = take(filled_in, "calendar")
    expect(answer).not_to_contain_text("Save the calendar file again")
    expect(listed.get_by_text("Tuesday 1 December: Check in with Dana")).to_be_visible()
    _, third = take(filled_in, "calendar")
    cancelled = [text.count("STATUS:CANCELLED") for text in (first, second, third)]
    assert cancelled[0] == 0
    assert cancelled[1] == cancelled[2] > 0
    assert "SUMMARY:Cancelled: check in with Dana" in third


def test_the_way_into_a_calendar_is_beside_the_button(filled_in: Page) -> None:
    link = filled_in.get_by_role("link", name="How to put the calendar file into your calendar")
    expect(link).to_be_visible()
    link.click()
    expect(filled_in.get_by_role("heading", name="The calendar file", level=1)).to_be_visible()
    expect(filled_in.get_by_role("heading", name="Thunderbird")).to_be_visible()


def test_the_plan_file_opens_elsewhere_and_gives_the_same(
    filled_in: Page, visit: Callable[..., Page]
) -> None:
    download, text = take(filled_in, "plan")
    assert json.loads(text)["applications"][0]["promise"] == WORDS
    other = visit("tools/timeline/")
    area(other, "open").set_input_files(download.path())
    expect_answer(other)
    notice = area(other, "notice").locator("p:visible")
    expect(notice).to_have_text(f"Plan opened: {Path(download.path()).name}")
    expect(field(other, "interviewers.1.name")).to_have_value("Mr Okafor")
    steps = ".pb-step-title, .pb-when"
    assert (
        area(other, "answer").locator(steps).all_inner_texts()
        == area(filled_in, "answer").locator(steps).all_inner_texts()
    )


def test_copy_puts_the_plan_on_the_clipboard_as_text(filled_in: Page) -> None:
    filled_in.context.grant_permissions(["clipboard-read", "clipboard-write"])
    filled_in.get_by_role("button", name="Copy everything, with our remarks").click()
    expect(area(filled_in, "notice")).to_contain_text("Copied")
    text = filled_in.evaluate("navigator.clipboard.readText()")
    assert "Tuesday 1 December" in text
    assert "<" not in text


def test_emptying_the_form_brings_the_example_back(timeline: Page) -> None:
    field(timeline, "promise").fill("by Friday")
    field(timeline, "ended_on").fill("2026-11-20")
    expect_answer(timeline)
    field(timeline, "promise").fill("")
    field(timeline, "ended_on").fill("")
    expect(timeline.locator(".pb-tool-example")).to_be_visible()
    expect(area(timeline, "actions")).to_be_hidden()


def test_today_is_the_readers_day_not_that_of_london(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/", at="2026-11-22T12:30:00Z", timezone_id="Pacific/Auckland")
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    area(page, "answer").locator("[data-add]").first.click()
    expect(field(page, "events.0.on")).to_have_value("2026-11-23")


def test_printed_the_answer_stands_alone(filled_in: Page) -> None:
    filled_in.emulate_media(media="print")
    expect(area(filled_in, "answer")).to_be_visible()
    for chrome in ("form", "[data-part=actions]", "[data-part=bar]", ".pb-tool-rules"):
        expect(filled_in.locator(f".pb-tool {chrome}").first).to_be_hidden()
    expect(filled_in.locator(".md-header")).to_be_hidden()


def test_printed_it_fits_on_one_page(filled_in: Page) -> None:
    pdf = filled_in.pdf(format="A4")
    assert pdf.count(b"/Type /Page\n") == 1

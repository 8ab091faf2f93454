"""Several interviews in one tab: typed one after the other, opened from files, and cleared all at once."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, ViewportSize, expect

from tests.browser.sight import settle
from tests.browser.tool import area, expect_answer, field, stored

PHONE: ViewportSize = {"width": 360, "height": 740}


def type_interview(page: Page, employer: str, ended_on: str) -> None:
    field(page, "employer").fill(employer)
    field(page, "ended_on").fill(ended_on)
    expect(area(page, "answer")).to_contain_text(employer)
    expect(area(page, "aged")).to_be_hidden()


def begin_another(page: Page) -> None:
    page.get_by_role("button", name="New interview").click()
    expect(field(page, "employer")).to_have_value("")
    expect(field(page, "employer")).to_be_focused()


def type_three(page: Page) -> None:
    type_interview(page, "Maple Run", "2026-11-18")
    begin_another(page)
    type_interview(page, "Dry Dock", "2026-11-19")
    begin_another(page)
    type_interview(page, "مستشفى النخيل", "2026-11-20")


def test_three_are_typed_and_an_offer_in_one_is_told_to_the_others(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/my-interviews/")
    page.set_viewport_size(PHONE)
    type_three(page)
    for employer in ("Maple Run", "Dry Dock"):
        expect(page.get_by_role("button", name=f"Open : {employer}")).to_be_visible()
    page.get_by_role("button", name="Open : Dry Dock").click()
    expect(field(page, "employer")).to_have_value("Dry Dock")
    expect(field(page, "employer")).to_be_focused()
    field(page, "events.0.kind").select_option("offer")
    field(page, "events.0.on").fill("2026-11-20")
    news = area(page, "answer").locator(".pb-warning")
    expect(news).to_contain_text("You have an offer from Dry Dock.")
    expect(news).to_contain_text("Maple Run")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.goto(page.url.replace("my-interviews", "timeline"))
    expect_answer(page)
    field(page, "employer").evaluate("each => each.closest('details').open = true")
    expect(field(page, "employer")).to_have_value("Dry Dock")


def test_one_file_has_them_all_and_opens_elsewhere(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit("tools/my-interviews/")
    type_three(page)
    with page.expect_download() as download:
        page.locator("[data-part=actions] [data-download=plan]").click()
    file = tmp_path / "plan.json"
    download.value.save_as(file)
    saved = json.loads(file.read_text(encoding="utf-8"))
    assert len(saved["applications"]) == 3
    assert len({each["plan_id"] for each in saved["applications"]}) == 3
    page.get_by_role("button", name="Clear and leave").click()
    page.wait_for_url(lambda url: "my-interviews" not in url)
    assert "Maple Run" not in str(stored(page))
    other = visit("tools/my-interviews/")
    field(other, "plans").set_input_files(file)
    expect(field(other, "employer")).to_have_value("مستشفى النخيل")
    expect(other.get_by_role("button", name="Open : Maple Run")).to_be_visible()
    field(other, "plans").set_input_files(file)
    expect(area(other, "answer").locator(".pb-steps > li")).to_have_count(3)


def test_what_is_taken_off_the_list_comes_back(visit: Callable[..., Page]) -> None:
    page = visit("tools/my-interviews/")
    type_three(page)
    page.get_by_role("button", name="Take off the list : Maple Run").click()
    expect(page.get_by_role("button", name="Open : Maple Run")).to_have_count(0)
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_role("button", name="Open : Maple Run")).to_be_visible()


def test_one_calendar_file_is_remembered_for_each(visit: Callable[..., Page]) -> None:
    page = visit("tools/my-interviews/")
    type_three(page)
    with page.expect_download() as download:
        page.locator("[data-part=actions] [data-download=calendar]").click()
    assert download.value.suggested_filename == "my-interviews.ics"
    page.wait_for_function(
        "() => JSON.parse(sessionStorage['closing-playbook']).record.applications"
        ".every((each) => each.in_calendar?.length)"
    )


def test_printed_it_is_a_list_without_buttons(visit: Callable[..., Page]) -> None:
    page = visit("tools/my-interviews/")
    type_three(page)
    page.emulate_media(media="print")
    expect(area(page, "answer")).to_be_visible()
    expect(area(page, "answer").get_by_role("button")).to_have_count(0)
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_a_next_interview_is_arranged_and_the_form_goes_on_with_it(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/timeline/")
    page.set_viewport_size(PHONE)
    field(page, "ended_on").fill("2026-11-17")
    field(page, "interviewers.0.name").fill("Dana Whitlock")
    if field(page, "events.0.kind").count() == 0:
        page.get_by_role("button", name="Add what happened").click()
    field(page, "events.0.kind").select_option("round-arranged")
    field(page, "events.0.on").fill("2026-11-18")
    field(page, "events.0.by_on").fill("2026-11-20")
    go_on = page.get_by_role("button", name="Go on with your second interview")
    go_on.focus()
    page.keyboard.press("Enter")
    expect(area(page, "answer")).to_contain_text("This is your second interview with them.")
    expect(field(page, "ended_on")).to_be_focused()
    expect(field(page, "ended_on")).to_have_value("2026-11-20")
    expect(field(page, "interviewers.0.name")).to_have_value("")
    expect(field(page, "events.0.round")).to_have_value("1")
    page.get_by_role("button", name="Back to the one before").click()
    expect(field(page, "interviewers.0.name")).to_have_value("Dana Whitlock")
    expect(field(page, "events.0.round")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_above_a_form_stands_which_interview_it_is_with_a_switch(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/my-interviews/")
    page.set_viewport_size(PHONE)
    type_three(page)
    page.goto(page.url.replace("my-interviews", "timeline"))
    line = page.locator("[data-reading=plan_id]")
    expect(line).to_contain_text("This is مستشفى النخيل.")
    line.locator("summary").focus()
    page.keyboard.press("Enter")
    line.get_by_role("button", name="Dry Dock").click()
    expect(line).to_contain_text("This is Dry Dock.")
    expect(field(page, "employer")).to_be_focused()
    expect(field(page, "employer")).to_have_value("Dry Dock")
    expect(area(page, "answer")).not_to_contain_text("What changed")
    line.get_by_role("button", name="New interview").click()
    expect(line).to_contain_text("This is a new interview.")
    expect(field(page, "employer")).to_have_value("")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


SHEETS = {
    "utf-8": b"Company,Position,Date\nM\xc3\xbchle,Welder,03/11/2026\nWard,Nurse,05/11/2026\n",
    "byte order mark": "\ufeffCompany;Position;Date\nMühle;Welder;03/11/2026\nWard;Nurse;05/11/2026\n".encode(),
    "utf-16": "Company\tPosition\tDate\nMühle\tWelder\t03/11/2026\nWard\tNurse\t05/11/2026\n".encode(
        "utf-16"
    ),
    "windows": "Company;Position;Date\nMühle;Welder;03/11/2026\nWard;Nurse;05/11/2026\n".encode(
        "cp1252"
    ),
}


@pytest.mark.parametrize("encoding", SHEETS)
def test_a_spreadsheet_joins_the_list_and_its_days_are_asked_about(
    visit: Callable[..., Page], encoding: str
) -> None:
    page = visit("tools/my-interviews/")
    page.set_viewport_size(PHONE)
    file = FilePayload(name="list.csv", mimeType="text/csv", buffer=SHEETS[encoding])
    field(page, "plans").set_input_files(file)
    expect(field(page, "employer")).to_have_value("Mühle")
    answer = area(page, "answer")
    expect(answer).to_contain_text("2 days in your list can be read in two ways.")
    button = answer.get_by_role("button", name="Thursday 5 November", exact=False)
    if button.count() == 0:
        button = answer.get_by_role("button", name="Tuesday 3 November", exact=False)
    button.focus()
    page.keyboard.press("Enter")
    expect(answer).not_to_contain_text("two ways")
    expect(field(page, "ended_on")).to_have_value("2026-11-03")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def stored_record(page: Page) -> object:
    """What the tab has of the reader's interviews, whichever was typed first."""
    tab = json.loads(stored(page)["session"])
    return json.loads(tab["closing-playbook"])["record"]


def test_the_list_is_taken_as_a_spreadsheet_and_opened_again(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit("tools/my-interviews/")
    type_three(page)
    with page.expect_download() as download:
        page.locator("[data-part=actions] [data-download=spreadsheet]").click()
    file = tmp_path / "my-interviews.csv"
    download.value.save_as(file)
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:3] == ["Employer", "Job", "Interview date"]
    assert {row[0] for row in rows[1:]} == {"Maple Run", "Dry Dock", "مستشفى النخيل"}
    before = stored_record(page)
    field(page, "plans").set_input_files(file)
    expect(area(page, "notice")).to_contain_text("Plan opened")
    # the words can stand there a moment before what was opened is stored
    settle(lambda: stored_record(page) != before)
    assert stored_record(page) == before

"""What we read in words about when: beside the field as one types, settled with one tap, and settled from then on."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.tool import area, expect_answer, field, say_when_it_ended


def reading(page: Page, path: str = "promise") -> Locator:
    """What stands beside the field with this path."""
    return page.locator(f"[data-reading='{path}']")


def test_the_reading_stands_beside_the_field_with_the_words_it_came_from(timeline: Page) -> None:
    say_when_it_ended(timeline)
    expect(reading(timeline)).to_be_hidden()
    field(timeline, "promise").press_sequentially("You'd start on 1 February, and hear by Thursday")
    expect(reading(timeline)).to_contain_text("by Thursday 26 November. Is that right?")
    expect(reading(timeline).locator("mark")).to_have_text(["by Thursday"])
    expect(field(timeline, "promise")).to_be_focused()
    expect(field(timeline, "promise")).to_have_attribute(
        "aria-describedby", "field-promise-hint field-promise-error field-promise-reading"
    )


def test_one_tap_settles_it_and_it_stays_settled(timeline: Page) -> None:
    say_when_it_ended(timeline)
    field(timeline, "promise").fill("4/12")
    days = reading(timeline).get_by_role("button")
    expect(days).to_have_text(["Monday 12 April 2027", "Friday 4 December", "Another date"])
    days.nth(1).click()
    expect(field(timeline, "promise_on")).to_have_value("2026-12-04")
    expect(reading(timeline)).to_contain_text("You chose Friday 4 December.")
    expect(reading(timeline)).to_be_focused()
    expect(area(timeline, "spoken")).to_contain_text("You chose Friday 4 December.")
    field(timeline, "employer").evaluate("(control) => (control.closest('details').open = true)")
    field(timeline, "employer").fill("Northwind")
    field(timeline, "promise").fill("by Monday, 5/12")
    expect_answer(timeline)
    expect(reading(timeline)).to_contain_text("You chose Friday 4 December.")
    expect(field(timeline, "promise_on")).to_have_value("2026-12-04")


def test_the_words_can_be_read_again(timeline: Page) -> None:
    say_when_it_ended(timeline)
    field(timeline, "promise").fill("by Friday")
    reading(timeline).get_by_role("button", name="Yes, Friday 27 November").click()
    reading(timeline).get_by_role("button", name="Read the words again").click()
    expect(reading(timeline)).to_contain_text("by Friday 27 November. Is that right?")
    expect(field(timeline, "promise_on")).to_have_value("")


def test_an_answer_is_read_in_its_own_row(timeline: Page) -> None:
    say_when_it_ended(timeline)
    timeline.locator("[data-list='events'] [data-do='add-row']").click()
    field(timeline, "events.0.kind").select_option("answered")
    field(timeline, "events.0.on").fill("2026-11-20")
    field(timeline, "events.0.words").fill("4/12")
    reading(timeline, "events.0.words").get_by_role("button", name="Friday 4 December").click()
    expect(field(timeline, "events.0.by_on")).to_have_value("2026-12-04")
    expect(reading(timeline)).to_be_hidden()

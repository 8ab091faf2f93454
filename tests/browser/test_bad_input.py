"""What a reader, or somebody who sends them a plan file, may put into the form."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import module_of
from tests.browser.tool import REFUSE_TO_COPY, area, expect_answer, field, say_when_it_ended

ODD_NAMES = {
    "markup": "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>",
    "template code": "{{ 7 * 7 }} {% for x in y %} ${7*7}",
    "quotes": """Dana "O'Brien" & Söhne </p></section>""",
    "emoji": "Dana 👩🏽‍🔬🇬🇧",
    "Arabic": "دانا العتيبي",
    "Vietnamese": "Nguyễn Thị Hoa",
}


def plan_file(text: str) -> FilePayload:
    return {"name": "plan.json", "mimeType": "application/json", "buffer": text.encode()}


def saved(record: dict[str, Any], version: object = 1) -> str:
    plan = {"format": "closing-playbook/plan", "version": version, "saved_on": "2026-11-20"}
    return json.dumps(plan | {"record": record})


@pytest.mark.parametrize("name", ODD_NAMES.values(), ids=ODD_NAMES)
def test_odd_names_are_shown_as_they_are_typed(timeline: Page, name: str) -> None:
    title = timeline.title()
    say_when_it_ended(timeline)
    field(timeline, "interviewers.0.name").fill(name)
    expect(area(timeline, "answer")).to_contain_text(name)
    assert timeline.title() == title
    assert area(timeline, "answer").locator("img, script").count() == 0


def test_a_name_that_turns_text_around_stays_in_its_place(timeline: Page) -> None:
    say_when_it_ended(timeline)
    field(timeline, "interviewers.0.name").fill("Dana\u202egnp.exe")
    field(timeline, "interviewers.0.name").blur()
    expect(area(timeline, "errors")).to_contain_text("invisible")
    assert "\u202e" not in area(timeline, "answer").inner_text()


def test_ten_thousand_characters_are_said_to_be_too_many_and_stay(timeline: Page) -> None:
    say_when_it_ended(timeline)
    field(timeline, "promise").fill("x" * 10_000)
    field(timeline, "promise").blur()
    expect(area(timeline, "errors")).to_contain_text("10,000")
    expect(field(timeline, "promise")).to_have_value("x" * 10_000)
    expect_answer(timeline)


def test_a_day_that_does_not_exist_is_said(timeline: Page) -> None:
    field(timeline, "ended_on").focus()
    timeline.keyboard.type("02302026")
    field(timeline, "promise").focus()
    expect(timeline.locator("#field-ended_on-error")).to_have_text(
        "Day of the interview: this isn't a date. Part of it is missing, or there is no such day."
        " Check the day, the month and the year."
    )


def test_a_date_in_a_file_that_does_not_exist_is_shown_and_can_be_put_right(timeline: Page) -> None:
    wrong = saved({"ended_on": "2026-02-30", "promise": "by Friday"})
    area(timeline, "open").set_input_files(plan_file(wrong))
    expect(field(timeline, "ended_on")).to_have_value("2026-02-30")
    expect(timeline.locator("#field-ended_on-error")).to_contain_text("no such day")
    expect(field(timeline, "promise")).to_have_value("by Friday")
    field(timeline, "ended_on").fill("2026-02-28")
    expect_answer(timeline)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a plan",
        "{}",
        "[1, 2]",
        saved({"ended_on": "2026-11-20"})[:-20],
        saved({"ended_on": "2026-11-20"}, version=99),
        saved({"ended_on": "2026-11-20"}, version="1"),
        "x" * 3_000_000,
    ],
    ids=["empty", "words", "no format", "list", "cut short", "newer", "odd version", "huge"],
)
def test_a_file_that_is_no_plan_is_refused_and_nothing_is_lost(timeline: Page, text: str) -> None:
    say_when_it_ended(timeline)
    field(timeline, "interviewers.0.name").fill("Dana")
    expect(area(timeline, "answer")).to_contain_text("Dana")
    area(timeline, "open").set_input_files(plan_file(text))
    expect(timeline.locator("#field-plan-error")).to_be_visible()
    expect(field(timeline, "interviewers.0.name")).to_have_value("Dana")
    expect(area(timeline, "answer")).to_contain_text("Dana")
    field(timeline, "interviewers.0.name").fill("Dana Reyes")
    expect(timeline.locator("#field-plan-error")).to_be_hidden()


def test_a_plan_full_of_nonsense_is_said_field_by_field(timeline: Page) -> None:
    record = {
        "ended_on": "2026-11-20",
        "interviewers": [{"title": "Head"}],
        "country": "XX",
        "colour": "red",
        "events": "none",
    }
    area(timeline, "open").set_input_files(plan_file(saved(record)))
    expect_answer(timeline)
    expect(area(timeline, "errors").get_by_role("listitem")).to_have_count(4)


COUNT_LOOKS = """async ([module, count]) => {
  const { fillForm } = await import(new URL(module, document.baseURI))
  const form = document.querySelector('playbook-tool form')
  const list = form.querySelector('[data-list=events]')
  let looks = 0
  for (const name of ['querySelector', 'querySelectorAll']) {
    list[name] = (selector) => {
      looks += 1
      return Element.prototype[name].call(list, selector)
    }
  }
  fillForm(form, { events: Array.from({ length: count }, () => ({ kind: 'answered' })) })
  return [looks, list.querySelectorAll('[data-row]').length]
}"""
"""How often a list is looked through from one end to the other while a record is shown, and its rows then."""


def test_a_list_is_not_looked_through_again_for_each_of_its_rows(
    visit: Callable[..., Page],
) -> None:
    """Else a plan with 500 events would hold the page still for seconds."""
    looks = []
    for count in (5, 500):
        page = visit("tools/timeline/")
        module = f"../../{module_of('form')}"
        seen, rows = page.evaluate(COUNT_LOOKS, [module, count])
        assert rows == count
        looks.append(seen)
    assert looks[0] == looks[1]


def test_without_a_clipboard_the_text_is_there_to_copy_by_hand(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/", prepare=lambda page: page.add_init_script(REFUSE_TO_COPY))
    say_when_it_ended(page)
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#by-hand")).to_be_focused()
    selected = page.evaluate("document.activeElement.selectionEnd")
    assert selected == len(page.locator("#by-hand").input_value()) > 0
    expect(area(page, "notice")).to_contain_text("selected")

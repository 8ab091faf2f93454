"""Back, Forward and Reload, as each browser does them: what was typed is there, and what was cleared is nowhere."""

import pytest

from tests.browser.conftest import SITE
from tests.browser.readers import (
    DATES,
    IS_EXAMPLE,
    KEEP,
    LEAVE,
    NAME,
    PROMISE,
    READY,
    Tab,
    expect_value,
    expect_words,
    follow,
    go_back,
    load_again,
    open_tool,
    stored,
    wait_until,
)
from tests.browser.server import INSTEAD

SECOND_NAME = "#field-interviewers-1-name"
COUNTRY = "#field-country"
UNSAID = "#field-unsaid"
MORE = ".pb-tool-more > summary"
ADD_PERSON = "#field-interviewers [data-do='add-row']"
DRAFT = "#answer [data-draft]"
TIMELINE = "tools/timeline/"
PRIVACY = "privacy"
NOTED = {
    "ended_on": "2026-11-20",
    "interviewers": [{"name": "Dana Whitlock", "said": "the night shift has its own nurse"}],
}
NOTE = "async (record) => sessionStorage.setItem('closing-playbook', JSON.stringify(record))"
UNFOLD = "async () => document.querySelectorAll('details').forEach((fold) => (fold.open = true))"


def test_back_and_one_key_lose_nothing(reader: Tab) -> None:
    reader.type(PROMISE, "by Friday")
    reader.type(NAME, "Zebedee")
    follow(reader, DATES)
    go_back(reader)
    expect_value(reader, PROMISE, "by Friday")
    reader.type(NAME, " Q")
    expect_value(reader, NAME, "Zebedee Q")
    load_again(reader)
    expect_value(reader, NAME, "Zebedee Q")
    expect_value(reader, PROMISE, "by Friday")


def test_back_finds_choices_boxes_and_rows_as_they_were(reader: Tab) -> None:
    reader.choose(COUNTRY, "GB")
    reader.click(ADD_PERSON)
    reader.type(SECOND_NAME, "Ola")
    reader.click(MORE)
    reader.click("#field-private_titles")
    follow(reader, DATES)
    go_back(reader)
    expect_value(reader, SECOND_NAME, "Ola")
    reader.type(SECOND_NAME, "f")
    load_again(reader)
    expect_value(reader, SECOND_NAME, "Olaf")
    expect_value(reader, COUNTRY, "GB")
    wait_until(reader, "document.querySelector('#field-private_titles').checked")


def test_back_alone_stores_nothing_and_leaves_the_choice_to_keep(reader: Tab) -> None:
    reader.type(PROMISE, "by Friday")
    reader.click(KEEP)
    follow(reader, DATES)
    before = stored(reader)
    go_back(reader)
    expect_value(reader, PROMISE, "by Friday")
    wait_until(reader, f"document.querySelector('{KEEP}').checked")
    assert stored(reader) == before
    reader.type(PROMISE, "s")
    wait_until(reader, "localStorage.getItem('closing-playbook').includes('by Fridays')")


def test_back_and_forward_show_what_was_typed_last(reader: Tab, own_home: str) -> None:
    reader.type(PROMISE, "by Friday")
    open_tool(reader, f"{own_home}tools/debrief/")
    expect_value(reader, PROMISE, "by Friday")
    reader.type(UNSAID, "the night shift")
    reader.type(PROMISE, " or so")
    go_back(reader)
    expect_value(reader, PROMISE, "by Friday or so")
    reader.type(PROMISE, ", they said")
    reader.forward()
    wait_until(reader, f"location.pathname.endsWith('debrief/') && {READY}")
    expect_value(reader, PROMISE, "by Friday or so, they said")
    expect_value(reader, UNSAID, "the night shift")


def test_a_later_page_by_a_link_has_what_every_earlier_one_got(reader: Tab, own_home: str) -> None:
    reader.type(PROMISE, "by Friday")
    open_tool(reader, f"{own_home}tools/debrief/")
    reader.type(UNSAID, "the night shift")
    go_back(reader)
    expect_value(reader, PROMISE, "by Friday")
    reader.type(PROMISE, " or so")
    open_tool(reader, f"{own_home}tools/debrief/")
    expect_value(reader, UNSAID, "the night shift")
    expect_value(reader, PROMISE, "by Friday or so")


@pytest.mark.parametrize("pressed", [[], [KEEP]], ids=["in this tab", "on this device"])
def test_what_was_cleared_does_not_come_back(
    reader: Tab, own_home: str, pressed: list[str]
) -> None:
    reader.type(PROMISE, "by Friday")
    reader.type(NAME, "Zebedee")
    for box in pressed:
        reader.click(box)
    open_tool(reader, f"{own_home}tools/debrief/")
    reader.type(UNSAID, "the night shift")
    reader.click(LEAVE)
    wait_until(reader, f"location.href === '{own_home}'")
    assert "Friday" not in stored(reader)
    go_back(reader)
    expect_value(reader, PROMISE, "")
    expect_value(reader, NAME, "")
    wait_until(reader, IS_EXAMPLE)
    load_again(reader)
    expect_value(reader, PROMISE, "")
    reader.type(NAME, "O")
    assert "Zebedee" not in stored(reader)


def test_a_draft_is_there_after_back(reader: Tab, own_home: str) -> None:
    reader.run(NOTE, NOTED)
    open_tool(reader, f"{own_home}tools/notes/")
    reader.type("#field-my_name", "Amina Yusuf")
    wait_until(reader, f"document.querySelector('{DRAFT}')?.value.includes('Amina Yusuf')")
    reader.run(UNFOLD)
    reader.type(DRAFT, " And one more thing.")
    wait_until(reader, "sessionStorage.getItem('closing-playbook').includes('one more thing')")
    follow(reader, PRIVACY)
    go_back(reader, "tools/notes/")
    wait_until(reader, f"document.querySelector('{DRAFT}')?.value.includes('one more thing')")
    reader.type("#field-my_name", " B")
    wait_until(reader, "sessionStorage.getItem('closing-playbook').includes('Amina Yusuf B')")
    assert "one more thing" in stored(reader)
    assert "Dana Whitlock" in stored(reader)


def test_a_shared_computer_shows_an_empty_form_after_back(reader: Tab, own_home: str) -> None:
    page = (SITE / TIMELINE / "index.html").read_text(encoding="utf-8")
    INSTEAD["index.html"] = page.replace("<playbook-tool", "<playbook-tool data-kiosk").encode()
    open_tool(reader, f"{own_home}{TIMELINE}index.html")
    reader.type(PROMISE, "by Friday")
    assert "Friday" not in stored(reader)
    follow(reader, DATES)
    go_back(reader, "timeline/index.html")
    expect_value(reader, PROMISE, "")
    wait_until(reader, IS_EXAMPLE)
    reader.type(PROMISE, "on Monday")
    expect_words(reader, "")
    assert "Monday" not in stored(reader)

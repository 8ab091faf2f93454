"""Several tabs of one reader: what is cleared is cleared in all, and none replaces text that another has."""

import json

import pytest

from tests.browser.conftest import SITE
from tests.browser.readers import (
    DATES,
    IS_EXAMPLE,
    KEEP,
    LEAVE,
    NAME,
    PROMISE,
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

TAKE_OTHER = "[data-do='take-other']"
PASS_OVER = "[data-do='pass-over']"
ON_DEVICE = "localStorage.getItem('closing-playbook')"
IS_KEPT = f"document.querySelector('{KEEP}').checked"
EMPTY = "async () => localStorage.clear()"
OPEN_PLAN = """async (text) => {
  const input = document.querySelector('#field-plan')
  const files = new DataTransfer()
  files.items.add(new File([text], 'plan.json', { type: 'application/json' }))
  input.files = files.files
  input.dispatchEvent(new Event('input', { bubbles: true }))
}"""


def type_in_each(reader: Tab, beside: Tab) -> None:
    """Both tabs have text of their own."""
    reader.type(NAME, "Zebedee")
    beside.show()
    beside.type(NAME, "Ola")


def keep_beside(reader: Tab, beside: Tab) -> None:
    """Both tabs have text of their own, and this device has the one beside: the reader's tab says that it is newer."""
    type_in_each(reader, beside)
    beside.click(KEEP)
    reader.show()
    expect_words(reader, "newer")


@pytest.mark.parametrize("pressed", [[], [KEEP]], ids=["in its tab", "on this device"])
def test_clearing_holds_in_every_tab(reader: Tab, beside: Tab, pressed: list[str]) -> None:
    type_in_each(reader, beside)
    for box in pressed:
        beside.click(box)
    beside.click(LEAVE)
    wait_until(beside, "!location.pathname.includes('timeline')")
    reader.show()
    expect_words(reader, "cleared")
    expect_value(reader, NAME, "")
    wait_until(reader, IS_EXAMPLE)
    assert "Zebedee" not in stored(reader)
    reader.type(PROMISE, "by Friday")
    expect_words(reader, "")
    load_again(reader)
    expect_value(reader, PROMISE, "by Friday")


def test_clearing_holds_in_a_page_that_was_put_aside_meanwhile(reader: Tab, beside: Tab) -> None:
    reader.type(NAME, "Zebedee")
    follow(reader, DATES)
    beside.show()
    beside.click(LEAVE)
    wait_until(beside, "!location.pathname.includes('timeline')")
    reader.show()
    go_back(reader)
    expect_value(reader, NAME, "")
    assert "Zebedee" not in stored(reader)


def test_clearing_holds_in_a_tab_that_was_on_another_page(
    reader: Tab, beside: Tab, own_home: str
) -> None:
    reader.type(NAME, "Zebedee")
    follow(reader, DATES)
    beside.show()
    beside.click(LEAVE)
    wait_until(beside, "!location.pathname.includes('timeline')")
    reader.show()
    open_tool(reader, f"{own_home}tools/debrief/")
    expect_value(reader, NAME, "")
    assert "Zebedee" not in stored(reader)


def test_clearing_holds_in_a_copy_of_the_tab(reader: Tab, own_home: str) -> None:
    """A tab that a page opens has a copy of its storage, as one that the reader duplicates."""
    reader.type(NAME, "Zebedee")
    copy = reader.open_copy()
    expect_value(copy, NAME, "Zebedee")
    reader.show()
    reader.click(LEAVE)
    wait_until(reader, f"location.href === '{own_home}'")
    copy.show()
    expect_value(copy, NAME, "")
    assert "Zebedee" not in stored(copy)


def test_clearing_holds_though_what_the_device_knew_was_emptied_before(
    reader: Tab, beside: Tab, own_home: str
) -> None:
    """By the browser, or by another project of the same host."""
    beside.show()
    beside.type(NAME, "Ola")
    beside.click(LEAVE)
    wait_until(beside, f"location.href === '{own_home}'")
    reader.show()
    reader.type(NAME, "Zebedee")
    beside.show()
    beside.run(EMPTY)
    open_tool(beside, f"{own_home}tools/timeline/")
    beside.type(PROMISE, "by Friday")
    beside.click(LEAVE)
    wait_until(beside, f"location.href === '{own_home}'")
    reader.show()
    expect_words(reader, "cleared")
    expect_value(reader, NAME, "")
    assert "Zebedee" not in stored(reader)


@pytest.mark.parametrize("way", ["opened", "back"])
def test_clearing_holds_though_what_the_device_knew_was_emptied_after(
    reader: Tab, beside: Tab, own_home: str, way: str
) -> None:
    reader.type(NAME, "Zebedee")
    follow(reader, DATES)
    beside.show()
    beside.click(LEAVE)
    wait_until(beside, f"location.href === '{own_home}'")
    beside.run(EMPTY)
    reader.show()
    if way == "back":
        go_back(reader)
    else:
        open_tool(reader, f"{own_home}tools/debrief/")
    expect_value(reader, NAME, "")
    assert "Zebedee" not in stored(reader)


def test_a_record_kept_in_another_tab_replaces_no_other(reader: Tab, beside: Tab) -> None:
    keep_beside(reader, beside)
    expect_value(reader, NAME, "Zebedee")
    reader.type(NAME, " Q")
    expect_value(reader, NAME, "Zebedee Q")
    load_again(reader)
    expect_value(reader, NAME, "Zebedee Q")
    expect_words(reader, "newer")
    assert "Ola" in reader.run(f"async () => {ON_DEVICE}")


def test_the_newer_text_can_be_shown(reader: Tab, beside: Tab) -> None:
    keep_beside(reader, beside)
    reader.click(TAKE_OTHER)
    expect_words(reader, "taken")
    expect_value(reader, NAME, "Ola")
    wait_until(reader, f"{IS_KEPT} && document.activeElement.matches(\"[data-part='record']\")")
    reader.type(NAME, "f")
    wait_until(reader, f"{ON_DEVICE}.includes('Olaf')")


def test_one_may_stay_with_the_own_text(reader: Tab, beside: Tab) -> None:
    keep_beside(reader, beside)
    reader.click(PASS_OVER)
    expect_words(reader, "passed-over")
    expect_value(reader, NAME, "Zebedee")
    load_again(reader)
    expect_value(reader, NAME, "Zebedee")
    expect_words(reader, "")
    assert "Ola" in reader.run(f"async () => {ON_DEVICE}")


def test_keeping_a_text_asks_before_it_takes_the_place_of_another(reader: Tab, beside: Tab) -> None:
    keep_beside(reader, beside)
    reader.click(PASS_OVER)
    reader.click(KEEP)
    expect_words(reader, "newer")
    assert "Ola" in reader.run(f"async () => {ON_DEVICE}")
    reader.click(PASS_OVER)
    assert "Zebedee" in reader.run(f"async () => {ON_DEVICE}")
    beside.show()
    expect_words(beside, "newer")
    expect_value(beside, NAME, "Ola")


def test_two_tabs_with_one_record_go_along_with_each_other(reader: Tab, beside: Tab) -> None:
    reader.type(NAME, "Zebedee")
    reader.click(KEEP)
    beside.show()
    expect_value(beside, NAME, "Zebedee")
    beside.type(PROMISE, "by Friday")
    reader.show()
    expect_value(reader, PROMISE, "by Friday")
    expect_words(reader, "followed")
    reader.type(NAME, " Q")
    beside.show()
    expect_value(beside, NAME, "Zebedee Q")
    expect_value(beside, PROMISE, "by Friday")


def test_a_page_that_was_put_aside_goes_along_too(reader: Tab, beside: Tab) -> None:
    reader.type(NAME, "Zebedee")
    reader.click(KEEP)
    follow(reader, DATES)
    beside.show()
    expect_value(beside, NAME, "Zebedee")
    beside.type(NAME, " Q")
    reader.show()
    go_back(reader)
    expect_value(reader, NAME, "Zebedee Q")
    reader.type(PROMISE, "by Friday")
    wait_until(reader, f"{ON_DEVICE}.includes('Zebedee Q') && {ON_DEVICE}.includes('Friday')")


def test_what_one_tab_no_longer_keeps_stays_in_the_other_until_it_closes(
    reader: Tab, beside: Tab
) -> None:
    reader.type(NAME, "Zebedee")
    reader.click(KEEP)
    beside.show()
    expect_value(beside, NAME, "Zebedee")
    beside.click(KEEP)
    reader.show()
    expect_words(reader, "left-device")
    wait_until(reader, f"!{IS_KEPT}")
    reader.type(NAME, " Q")
    assert reader.run(f"async () => {ON_DEVICE}") is None
    load_again(reader)
    expect_value(reader, NAME, "Zebedee Q")


def test_a_plan_opened_in_one_tab_replaces_nothing_in_the_other(reader: Tab, beside: Tab) -> None:
    reader.type(NAME, "Zebedee")
    reader.click(KEEP)
    beside.show()
    expect_value(beside, NAME, "Zebedee")
    plan = {"format": "closing-playbook/plan", "version": 1, "saved_on": "2026-11-20"}
    record = {"ended_on": "2026-11-20", "interviewers": [{"name": "Ola"}]}
    beside.run(OPEN_PLAN, json.dumps(plan | {"record": record}))
    expect_value(beside, NAME, "Ola")
    reader.show()
    expect_words(reader, "newer")
    expect_value(reader, NAME, "Zebedee")


def test_clearing_holds_in_every_tab_of_a_shared_computer(
    reader: Tab, beside: Tab, own_home: str
) -> None:
    """Nothing is stored there, so nothing but a word goes from one tab to the other."""
    share(reader, own_home)
    beside.show()
    share(beside, own_home)
    beside.type(NAME, "Ola")
    reader.show()
    reader.type(NAME, "Zebedee")
    follow(reader, DATES)
    beside.show()
    expect_value(beside, NAME, "Ola")
    reader.show()
    go_back(reader, "timeline/index.html")
    reader.click(LEAVE)
    wait_until(reader, f"location.href === '{own_home}'")
    beside.show()
    expect_value(beside, NAME, "")
    expect_words(beside, "cleared")


def share(tab: Tab, home: str) -> None:
    """Open the timeline as it is on a computer that many people use."""
    page = (SITE / "tools/timeline/index.html").read_text(encoding="utf-8")
    INSTEAD["index.html"] = page.replace("<playbook-tool", "<playbook-tool data-kiosk").encode()
    open_tool(tab, f"{home}tools/timeline/index.html")

"""A browser that has no room for what is typed, or refuses it: it's said, and no older text takes its place."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect

from dev.webdriver import open_webkit
from playbook.tools import NAMES, get_tool
from tests.browser.conftest import Watch
from tests.browser.readers import (
    KEEP,
    LEAVE,
    NAME,
    OPEN_REFUSING,
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
from tests.browser.sight import expect_in_sight, expect_to_hear, listen
from tests.browser.tool import area, field

VALUE = f"document.querySelector('{NAME}').value"
IS_KEEPING_OFFERED = f"""document.querySelector('{KEEP}').checkVisibility()
  || !document.querySelector("[data-part='unstored']").checkVisibility()"""
AREAS = ("sessionStorage", "localStorage")
IS_ANSWERED = "document.querySelector(\"[data-part='status']\").textContent"
ASKS_BEFORE_LEAVING = "onbeforeunload"
FILL = """async (area) => {
  window[area].setItem('other-project', '')
  for (let size = 2 ** 20, count = 0; size >= 1; count += 1) {
    try {
      window[area].setItem(`other-project-${count}`, 'x'.repeat(size))
    } catch {
      size = Math.floor(size / 2)
    }
  }
  try {
    for (let rest = 'x'; ; rest += 'x') window[area].setItem('other-project', rest)
  } catch {}
}"""
"""Leaves no room for one more character: what has a name already takes what is too little for a name."""
EMPTY = """async (area) => {
  for (const key of Object.keys(window[area])) if (key.startsWith('other')) window[area].removeItem(key)
}"""
REFUSE = """
Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }
"""
NULL = """
for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null })
"""


def test_no_room_is_said_and_the_older_text_does_not_pass_for_the_newest(reader: Tab) -> None:
    reader.type(NAME, "Zebedee")
    reader.run(FILL, "sessionStorage")
    reader.type(NAME, " Quillfeather")
    expect_words(reader, "not-stored")
    expect_value(reader, NAME, "Zebedee Quillfeather")
    wait_until(reader, "onbeforeunload")
    load_again(reader)
    expect_words(reader, "older")
    wait_until(reader, f"{VALUE}.startsWith('Zebedee') && !{VALUE}.endsWith('feather')")


def test_once_there_is_room_again_nothing_is_amiss(reader: Tab) -> None:
    reader.type(NAME, "Zebedee")
    reader.run(FILL, "sessionStorage")
    reader.type(NAME, " Quillfeather")
    expect_words(reader, "not-stored")
    reader.run(EMPTY, "sessionStorage")
    reader.type(NAME, "s")
    expect_words(reader, "")
    wait_until(reader, "onbeforeunload === null")
    load_again(reader)
    expect_value(reader, NAME, "Zebedee Quillfeathers")


def test_no_room_to_keep_it_on_the_device_is_said(reader: Tab) -> None:
    reader.run(FILL, "localStorage")
    reader.type(NAME, "Zebedee")
    reader.click(KEEP)
    expect_words(reader, "not-on-device")
    wait_until(reader, f"!document.querySelector('{KEEP}').checked")
    reader.run(EMPTY, "localStorage")
    load_again(reader)
    expect_value(reader, NAME, "Zebedee")


def test_what_no_longer_goes_onto_the_device_is_still_in_the_tab(reader: Tab) -> None:
    reader.type(NAME, "Zebedee")
    reader.click(KEEP)
    reader.run(FILL, "localStorage")
    reader.type(NAME, " Quillfeather")
    expect_words(reader, "not-on-device")
    load_again(reader)
    expect_value(reader, NAME, "Zebedee Quillfeather")
    reader.run(EMPTY, "localStorage")
    reader.type(PROMISE, "by Friday")
    expect_words(reader, "")
    wait_until(reader, "localStorage.getItem('closing-playbook').includes('Quillfeather')")


def test_a_browser_that_was_full_before_says_so_at_the_first_word(reader: Tab, beside: Tab) -> None:
    for storage in AREAS:
        reader.run(FILL, storage)
    reader.type(NAME, "Zebedee")
    expect_words(reader, "not-stored")
    wait_until(reader, ASKS_BEFORE_LEAVING)
    reader.click(KEEP)
    expect_words(reader, "not-stored")
    wait_until(reader, f"!document.querySelector('{KEEP}').checked")
    beside.show()
    beside.type(NAME, "Ola")
    reader.show()
    expect_value(reader, NAME, "Zebedee")
    expect_words(reader, "not-stored")
    load_again(reader)
    expect_words(reader, "")
    expect_value(reader, NAME, "")


def test_what_was_typed_in_a_full_browser_is_not_replaced_by_what_is_kept(
    reader: Tab, beside: Tab
) -> None:
    reader.type(NAME, "Zebedee")
    reader.click(KEEP)
    for storage in AREAS:
        reader.run(FILL, storage)
    reader.type(NAME, " Quillfeather")
    expect_words(reader, "not-stored")
    beside.show()
    wait_until(beside, f"{VALUE}.startsWith('Zebedee')")
    beside.type(PROMISE, "by Friday")
    reader.show()
    reader.type(NAME, "s")
    expect_value(reader, NAME, "Zebedee Quillfeathers")
    expect_words(reader, "not-stored")


def test_where_only_the_device_has_room_the_next_page_has_the_newest(reader: Tab) -> None:
    reader.type(NAME, "Zebedee")
    reader.click(KEEP)
    reader.run(FILL, "sessionStorage")
    reader.type(NAME, " Quillfeather")
    expect_words(reader, "")
    load_again(reader)
    expect_value(reader, NAME, "Zebedee Quillfeather")
    expect_words(reader, "")


def test_a_full_device_is_cleared_all_the_same(reader: Tab, beside: Tab) -> None:
    reader.type(NAME, "Zebedee")
    beside.show()
    beside.type(NAME, "Ola")
    beside.click(KEEP)
    beside.run(FILL, "localStorage")
    beside.click("[data-do='leave']")
    wait_until(beside, "!location.pathname.includes('timeline')")
    assert "Ola" not in stored(beside)
    reader.show()
    expect_value(reader, NAME, "")
    assert "Zebedee" not in stored(reader)


def test_a_browser_that_stores_nothing_says_so(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/", prepare=lambda page: page.add_init_script(REFUSE))
    expect(area(page, "record")).to_have_text("", use_inner_text=True)
    field(page, "promise").fill("by Friday")
    expect(area(page, "record")).to_contain_text("on this page only", use_inner_text=True)


@pytest.mark.parametrize("tool", NAMES)
def test_each_tool_says_that_there_is_no_room_and_keeps_what_is_on_the_page(
    visit: Callable[..., Page], tool: str
) -> None:
    page = visit(f"tools/{get_tool(tool).page}/")
    page.on("dialog", lambda dialog: dialog.accept())
    words = page.locator(".pb-tool-form").locator(
        "input[type=text][name]:visible, textarea[name]:visible"
    )
    words.first.fill("Zebedee")
    expect(area(page, "record")).to_have_text("", use_inner_text=True)
    for storage in AREAS:
        page.evaluate(FILL, storage)
    listen(page)
    words.first.press_sequentially(" Quillfeather")
    warning = area(page, "record").locator("[data-words=not-stored]")
    expect_in_sight(warning)
    expect_to_hear(page, "on this page only", after=0)
    area(page, "keep").click()
    expect(area(page, "keep")).not_to_be_checked()
    other = page.context.new_page()
    other.goto(page.url)
    page.bring_to_front()
    expect(words.first).to_have_value("Zebedee Quillfeather")
    expect(warning).to_be_visible()
    page.reload()
    expect(area(page, "record").locator("[data-words=older]")).to_be_visible()


def test_where_there_is_no_storage_it_is_said_and_clearing_leaves(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    watch.expected = ("error:", "console:")  # the theme's own script says so
    page = visit("tools/timeline/", prepare=lambda page: page.add_init_script(NULL))
    field(page, "promise").fill("by Friday")
    expect(area(page, "record")).to_contain_text("on this page only", use_inner_text=True)
    page.on("dialog", lambda dialog: watch.complaints.append(dialog.type))
    page.get_by_role("button", name="Clear and leave").click()
    page.wait_for_url(home)


@pytest.fixture(params=OPEN_REFUSING)
def refusing(
    request: pytest.FixtureRequest, playwright: Playwright, own_home: str
) -> Iterator[Tab]:
    """The timeline in a browser that is set to store nothing."""
    with OPEN_REFUSING[request.param](playwright) as tab:
        open_tool(tab, f"{own_home}tools/timeline/")
        yield tab


def test_a_browser_that_is_set_to_store_nothing_answers_and_says_so(
    refusing: Tab, own_home: str
) -> None:
    expect_words(refusing, "")
    refusing.type(PROMISE, "by Friday")
    expect_words(refusing, "not-stored")
    refusing.type(NAME, "Zebedee")
    wait_until(refusing, IS_ANSWERED)
    wait_until(refusing, ASKS_BEFORE_LEAVING)
    assert not refusing.run(f"async () => {IS_KEEPING_OFFERED}")
    expect_words(refusing, "not-stored")
    expect_value(refusing, NAME, "Zebedee")
    refusing.click(LEAVE)
    wait_until(refusing, f"location.href === '{own_home}'")
    go_back_to_nothing(refusing, own_home)


def go_back_to_nothing(tab: Tab, home: str) -> None:
    """What was cleared stands nowhere, whichever way leads back."""
    open_tool(tab, f"{home}tools/debrief/")
    follow(tab, "notes")
    go_back(tab, "tools/debrief/")
    expect_value(tab, NAME, "")
    expect_words(tab, "")


def test_a_browser_that_is_set_to_keep_nothing_on_the_device_is_not_asked_to(own_home: str) -> None:
    with open_webkit("--enable-html5-local-storage=false") as tab:
        open_tool(tab, f"{own_home}tools/timeline/")
        tab.type(NAME, "Zebedee")
        expect_words(tab, "")
        assert not tab.run(f"async () => {IS_KEEPING_OFFERED}")
        load_again(tab)
        expect_value(tab, NAME, "Zebedee")
        tab.click(LEAVE)
        wait_until(tab, f"location.href === '{own_home}'")
        open_tool(tab, f"{own_home}tools/timeline/")
        expect_value(tab, NAME, "")

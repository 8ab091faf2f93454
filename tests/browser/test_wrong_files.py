"""A file that comes wrong isn't believed: it is fetched anew once, past the browser's cache, and then there are words.

The server sends it, so the browser's own cache takes part.
"""

from collections.abc import Callable, Container, Iterable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch
from tests.browser.faults import (
    CHANGED,
    UNDELIVERED,
    Fault,
    alter,
    hang,
    lead_to_sign_in,
    once,
    show_portal,
)
from tests.browser.readers import PATIENCE
from tests.browser.runtime import listed
from tests.browser.server import FAULTS, SERVED
from tests.browser.tool import area, expect_answer, field
from tests.browser.ways import expect_friday, file_of

pytestmark = pytest.mark.usefixtures("mended")

LOST, ALTERED = "didn't arrive", "A network between you and us changes files"
MANY_BROWSERS_SAY = ("console:", "the small Python lacked something:")
CALENDAR = "calendars/GB.json"
TOO_SMALL = "sessionStorage.setItem('closing-playbook-too-small', '{name}')"
SILENCE = 60_000
"""Milliseconds: longer than the page waits for the next byte."""


def name_of(file: str) -> str:
    """The name under which a file of a start, the decoder or the calendar lies on the server."""
    if file == "decoder":
        return str(listed()["decoder"]["file"])
    if file == "calendar":
        return str(listed()["data"][CALENDAR]).rsplit("/")[-1]
    start, part_name = file.split()
    return file_of(start, part_name)


def start(visit: Callable[..., Page], file: str) -> Page:
    """Open the timeline and type what needs this file."""
    whole = TOO_SMALL.format(name=file_of("small", "memory"))

    def prepare(page: Page) -> None:
        if file.startswith("whole"):
            page.add_init_script(whole)

    page = visit("tools/timeline/", prepare=prepare)
    field(page, "promise").fill("by Friday")
    field(page, "ended_on").fill("2026-11-20")
    if file == "calendar":
        expect_answer(page)
        field(page, "country").select_option("GB")
    return page


def expect_what_was_asked(page: Page, file: str) -> None:
    expect(area(page, "failure")).to_be_hidden()
    if file.startswith("whole"):
        expect(page.locator(".pb-tool-example")).to_have_count(0, timeout=3 * PATIENCE)
    if file == "calendar":
        expect(field(page, "region")).to_be_visible()
    expect_friday(page)


FILES = (
    "decoder",
    "small program",
    "small python",
    "small memory",
    "whole pyodide.mjs",
    "whole pyodide.asm.wasm",
    "whole python_stdlib.zip",
    "calendar",
)
LARGE = ("whole pyodide.asm.wasm", "whole python_stdlib.zip")
"""What each start with them takes long for; they come the same way as the whole one's first file."""


def each(
    files: Iterable[str], faults: Iterable[Fault], *more: str, slow: Container[str] = ()
) -> list[Any]:
    """Every file with every fault. `slow`: the files with which it takes long, and shows what another one shows."""
    return [
        pytest.param(file, fault, *more, marks=[pytest.mark.slow] if file in slow else [])
        for file in files
        for fault in faults
    ]


EACH_ONCE = [
    *each(FILES, [alter], slow=LARGE),
    *each([file for file in FILES if not file.startswith("whole")], [show_portal]),
    *each(["whole pyodide.mjs"], [show_portal], slow=FILES),
    *each(["small memory", "calendar"], CHANGED[1:3], slow=["calendar"]),
]


@pytest.mark.parametrize(("file", "fault"), EACH_ONCE)
def test_what_comes_wrong_once_is_fetched_anew_and_nobody_notices(
    visit: Callable[..., Page], watch: Watch, file: str, fault: Fault
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    FAULTS[name_of(file)] = once(fault)
    page = start(visit, file)
    expect_what_was_asked(page, file)
    assert SERVED.count(name_of(file)) == 2
    page.reload()
    expect_what_was_asked(page, file)
    assert SERVED.count(name_of(file)) == 2


EACH_ALWAYS = [
    *each(FILES, [alter], ALTERED, slow=LARGE),
    *each(["small memory", "calendar"], CHANGED[1:], ALTERED, slow=["calendar"]),
    *each(["small program", "calendar"], UNDELIVERED, LOST, slow=["small program"]),
]


@pytest.mark.parametrize(("file", "fault", "words"), EACH_ALWAYS)
def test_what_always_comes_wrong_is_named_and_asked_for_anew_later(
    visit: Callable[..., Page], watch: Watch, file: str, fault: Fault, words: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    FAULTS[name_of(file)] = fault
    page = start(visit, file)
    expect(area(page, "failure")).to_be_visible()
    expect(area(page, "failure")).to_contain_text(words, use_inner_text=True)
    expect(area(page, "failure")).to_contain_text("What you typed is still here")
    expect(area(page, "loading")).to_be_hidden()
    if words == ALTERED and file != "calendar":
        assert SERVED.count(name_of(file)) == (4 if fault is lead_to_sign_in else 2)
    FAULTS.clear()
    page.get_by_role("button", name="Try again").click()
    expect_what_was_asked(page, file)
    expect(field(page, "promise")).to_have_value("by Friday")


@pytest.mark.parametrize("file", [pytest.param("small python", marks=pytest.mark.slow), "calendar"])
def test_a_file_of_which_no_more_comes_ends_in_words(
    visit: Callable[..., Page], watch: Watch, file: str
) -> None:
    """By the real clock, which is the worker's. The whole Python would come over the same line.

    Firefox and WebKit are asked with the other file in test_other_browsers.py.
    """
    watch.expected = MANY_BROWSERS_SAY
    FAULTS[name_of(file)] = hang
    page = start(visit, file)
    expect(area(page, "failure")).to_be_visible(timeout=SILENCE)
    expect(area(page, "failure")).to_contain_text(LOST, use_inner_text=True)
    assert [name for name in SERVED if name.startswith("python_stdlib-zip.")] == []
    FAULTS.clear()
    page.get_by_role("button", name="Try again").click()
    expect_what_was_asked(page, file)

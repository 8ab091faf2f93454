"""A site without https: browsers give a page no hashes there, and keep nothing for it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dev.browsers import find_chromium
from tests.browser.faults import alter
from tests.browser.readers import FLAGS
from tests.browser.server import FAULTS, SERVED
from tests.browser.tool import area, field
from tests.browser.ways import expect_friday, file_of

HOST = "plain.test"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of a Chromium in which this machine has a name that isn't its own."""
    flags = [*FLAGS, f"--host-resolver-rules=MAP {HOST} 127.0.0.1", "--no-sandbox"]
    chromium = browser.browser_type.launch(executable_path=find_chromium(), args=flags)
    yield chromium.new_page()
    chromium.close()
    FAULTS.clear()


def open_timeline(page: Page, home: str) -> None:
    page.clock.set_fixed_time("2026-11-22T10:00:00Z")
    page.goto(f"{home.replace('127.0.0.1', HOST)}tools/timeline/")
    assert page.evaluate("[isSecureContext, crypto.subtle === undefined]") == [False, True]


def test_a_wrong_file_is_fetched_anew_and_then_named(page: Page, home: str) -> None:
    name = file_of("small", "memory")
    FAULTS[name] = alter
    SERVED.clear()
    open_timeline(page, home)
    field(page, "promise").fill("by Friday")
    expect(area(page, "failure")).to_be_visible()
    words = "A network between you and us changes files"
    expect(area(page, "failure")).to_contain_text(words, use_inner_text=True)
    FAULTS.clear()
    page.get_by_role("button", name="Try again").click()
    expect_friday(page)

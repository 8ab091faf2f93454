"""When Python doesn't start: a message, another try, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch
from tests.browser.tool import expect_answer, field, part

LOST = ("console:", "error:")
"""A browser says a lot when a file is missing."""

FILES = (
    "worker.js",
    "runtime.json",
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "packages.zip",
)


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_does_not_arrive(visit: Callable[..., Page], watch: Watch, file: str) -> None:
    watch.expected = LOST
    page = visit(
        "tools/timeline/",
        prepare=lambda page: page.context.route(f"**/{file}", lambda route: route.abort()),
    )
    field(page, "promise").fill("by Friday")
    field(page, "ended_on").fill("2026-11-20")
    expect(part(page, "failure")).to_be_visible()
    expect(part(page, "failure")).to_contain_text("What you typed is still here")
    expect(part(page, "loading")).to_be_hidden()
    expect(page.locator(".pb-tool-example")).to_be_visible()

    page.context.unroute(f"**/{file}")
    page.get_by_role("button", name="Try again").click()
    expect_answer(page)
    expect(part(page, "failure")).to_be_hidden()
    expect(field(page, "promise")).to_have_value("by Friday")


def test_a_file_that_never_ends_is_given_up_after_a_minute(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = LOST

    def stall(page: Page) -> None:
        page.clock.install(time="2026-11-22T10:00:00Z")
        page.context.route("**/packages.zip", lambda _: None)

    page = visit("tools/timeline/", prepare=stall)
    field(page, "ended_on").fill("2026-11-20")
    page.clock.run_for(1_000)
    expect(part(page, "loading")).to_be_visible()
    page.wait_for_event("requestfinished", lambda asked: asked.url.endswith(".wasm"))
    page.clock.run_for(120_000)
    expect(part(page, "failure")).to_be_visible()


def test_a_calendar_that_does_not_arrive(visit: Callable[..., Page], watch: Watch) -> None:
    watch.expected = LOST
    page = visit(
        "tools/timeline/",
        prepare=lambda page: page.context.route("**/data/**", lambda route: route.abort()),
    )
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    field(page, "country").select_option("GB")
    expect(part(page, "failure").get_by_text("holidays")).to_be_visible()
    page.context.unroute("**/data/**")
    page.get_by_role("button", name="Try again").click()
    expect(field(page, "region")).to_be_visible()
    expect(part(page, "failure")).to_be_hidden()


def test_what_was_typed_before_python_is_ready_is_answered_when_it_is(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/timeline/")
    field(page, "ended_on").fill("2026-11-20")
    field(page, "promise").fill("by the end of next week")
    expect(part(page, "loading")).to_be_visible()
    expect_answer(page)
    expect(part(page, "answer")).to_contain_text("27 November")
    expect(part(page, "loading")).to_be_hidden()

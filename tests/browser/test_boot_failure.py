"""When Python doesn't start: a message, another try, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import TODAY, Watch
from tests.browser.runtime import files_of, listed
from tests.browser.tool import area, expect_answer, field
from tests.browser.ways import Held

LOST = ("console:", "error:")
"""A browser says a lot when a file is missing."""

UNTIL_ASKED = 500
"""Milliseconds: longer than the page waits before it asks about what was typed."""

FILES = ("decoder.*.bin", "program.*.bin", "python.*.bin", "memory.*.bin")


def lose(page: Page, file: str) -> None:
    page.clock.install(time=TODAY)
    page.context.route(f"**/{file}", lambda route: route.abort())


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_does_not_arrive(visit: Callable[..., Page], watch: Watch, file: str) -> None:
    watch.expected = LOST
    page = visit("tools/timeline/", prepare=lambda page: lose(page, file))
    field(page, "promise").fill("by Friday")
    expect(area(page, "failure")).to_be_visible()
    field(page, "ended_on").fill("2026-11-20")
    page.clock.run_for(UNTIL_ASKED)
    expect(area(page, "loading")).to_be_hidden()
    expect(area(page, "failure")).to_be_visible()
    expect(area(page, "failure")).to_contain_text("What you typed is still here")
    expect(page.locator(".pb-tool-example")).to_be_visible()

    page.context.unroute(f"**/{file}")
    page.get_by_role("button", name="Try again").click()
    expect_answer(page)
    expect(area(page, "failure")).to_be_hidden()
    expect(field(page, "promise")).to_have_value("by Friday")


def test_another_start_does_not_move_the_button_from_under_a_finger(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = LOST
    page = visit("tools/timeline/", prepare=lambda page: lose(page, "memory.*.bin"))
    field(page, "promise").fill("by Friday")
    page.clock.run_for(UNTIL_ASKED)
    expect(area(page, "failure")).to_be_visible()
    expect(area(page, "loading")).to_be_hidden()
    button = page.get_by_role("button", name="Try again")
    place = button.bounding_box()
    page.context.route("**/memory.*.bin", lambda _: None)
    field(page, "promise").fill("by Thursday")
    page.clock.run_for(UNTIL_ASKED)
    expect(area(page, "loading")).to_be_visible()
    assert button.bounding_box() == place


def all_but_the_memory() -> str:
    """The megabytes that have come when only the memory is missing, as the page says them."""
    come = sum(files_of("small").values()) - listed()["small"]["memory"]["bytes"]
    return f"{come / 1e6:.1f}"


def test_a_file_that_never_ends_is_given_up_after_a_minute(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = LOST

    def stall(page: Page) -> None:
        page.clock.install(time="2026-11-22T10:00:00Z")
        page.context.route("**/memory.*.bin", lambda _: None)

    page = visit("tools/timeline/", prepare=stall)
    field(page, "ended_on").fill("2026-11-20")
    page.clock.run_for(1_000)
    expect(area(page, "loading")).to_be_visible()
    expect(area(page, "loaded")).to_have_text(all_but_the_memory())
    page.clock.run_for(120_000)
    expect(area(page, "failure")).to_be_visible()


@pytest.mark.parametrize("kind", ["text/plain", "text/html; charset=utf-8", "application/gzip"])
def test_whatever_a_server_calls_the_files_they_work(visit: Callable[..., Page], kind: str) -> None:
    def mislabel(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-type": kind})

    page = visit(
        "tools/timeline/", prepare=lambda page: page.context.route("**/runtime/**", mislabel)
    )
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)


def test_a_calendar_that_does_not_arrive(visit: Callable[..., Page], watch: Watch) -> None:
    watch.expected = LOST
    page = visit(
        "tools/timeline/",
        prepare=lambda page: page.context.route("**/calendars/**", lambda route: route.abort()),
    )
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    field(page, "country").select_option("GB")
    expect(area(page, "failure").get_by_text("holidays")).to_be_visible()
    page.context.unroute("**/calendars/**")
    page.get_by_role("button", name="Try again").click()
    expect(field(page, "region")).to_be_visible()
    expect(area(page, "failure")).to_be_hidden()


def test_what_was_typed_before_python_is_ready_is_answered_when_it_is(
    visit: Callable[..., Page],
) -> None:
    page = visit("")
    memory = Held(page, "**/memory.*.bin")
    page.goto(f"{page.url}tools/timeline/")
    field(page, "ended_on").fill("2026-11-20")
    field(page, "promise").fill("by the end of next week")
    expect(area(page, "loading")).to_be_visible()
    memory.take().continue_()
    expect_answer(page)
    expect(area(page, "answer")).to_contain_text("27 November")
    expect(area(page, "loading")).to_be_hidden()

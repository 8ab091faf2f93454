"""A browser that runs no script, or a page whose script doesn't arrive, or comes late."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Watch

NOTE_SHIFTS = """
window.shifts = []
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shifts.push(entry.value)
}).observe({ type: 'layout-shift', buffered: true })
"""
DARK = "rgb(18, 22, 29)"


def test_without_script_the_worked_example_and_the_numbers_stand_there(
    visit: Callable[..., Page],
) -> None:
    page = visit("tools/timeline/", java_script_enabled=False)
    expect(page.locator(".pb-tool-example")).to_be_visible()
    expect(page.locator(".pb-tool-rules table")).to_be_visible()
    expect(page.locator("noscript")).to_be_visible()


def test_without_script_there_is_no_form_that_does_nothing(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/", java_script_enabled=False)
    expect(page.locator("playbook-tool form")).to_be_hidden()
    expect(page.locator("playbook-tool").get_by_role("button")).to_have_count(0)


def test_a_script_that_does_not_arrive_leaves_the_example(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = ("Failed to load resource",)
    lost: list[str] = []

    def lose(route: Route) -> None:
        lost.append(route.request.url)
        route.abort()

    page = visit("tools/timeline/", prepare=lambda page: page.route("**/tool/element.*.js", lose))
    expect(page.locator(".pb-tool-example")).to_be_visible()
    expect(page.locator(".pb-tool-rules table")).to_be_visible()
    assert lost


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
def test_a_script_that_comes_late_moves_nothing(
    visit: Callable[..., Page], width: int, height: int
) -> None:
    def delay(route: Route) -> None:
        time.sleep(1)
        route.continue_()

    def slow_down(page: Page) -> None:
        page.add_init_script(NOTE_SHIFTS)
        page.route("**/tool/element.*.js", delay)

    size = {"width": width, "height": height}
    page = visit("tools/timeline/", prepare=slow_down, viewport=size)
    expect(page.locator("playbook-tool form")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert sum(page.evaluate("shifts")) < 0.01


def test_without_script_a_dark_device_gets_a_dark_page(visit: Callable[..., Page]) -> None:
    page = visit("", java_script_enabled=False, color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", DARK)


def test_a_page_that_was_set_to_light_is_light_before_the_theme_s_script_has_come(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = ("Failed to load resource",)
    page = visit("", color_scheme="dark")
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).not_to_have_css("background-color", DARK)
    with page.expect_request("**/bundle.*.js*"):
        page.route("**/bundle.*.js*", lambda route: route.abort())
        page.reload()
    expect(page.locator("body")).not_to_have_css("background-color", DARK)

"""A browser that runs no script, or a page whose script doesn't arrive."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Watch


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

    def lose(route: Route) -> None:
        route.abort()

    page = visit("tools/timeline/", prepare=lambda page: page.route("**/tool/element.js*", lose))
    expect(page.locator(".pb-tool-example")).to_be_visible()
    expect(page.locator(".pb-tool-rules table")).to_be_visible()

"""A tool in a career centre's copy: it starts with their country, and on a shared computer keeps nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.tool import area, expect_answer, field, stored

PLAIN = "<playbook-tool"
BRANDED = f"""{PLAIN} data-defaults='{{"country": "GB", "region": "SCT"}}' data-kiosk"""
FIVE_QUIET_MINUTES = 5 * 60_000 + 1000


def brand(page: Page) -> None:
    """Let the page be the one that a centre's build writes."""

    def put_in(route: Route) -> None:
        answer = route.fetch()
        body = answer.text()
        assert PLAIN in body
        route.fulfill(response=answer, body=body.replace(PLAIN, BRANDED, 1))

    page.route("**/tools/timeline/", put_in)


@pytest.fixture
def branded(visit: Callable[..., Page]) -> Page:
    return visit("tools/timeline/", prepare=brand)


def test_the_form_starts_with_the_country_and_still_shows_the_example(branded: Page) -> None:
    expect(field(branded, "country")).to_have_value("GB")
    expect(branded.locator(".pb-tool-example")).to_have_count(1)
    expect(area(branded, "errors")).to_be_hidden()


def test_an_answer_counts_in_that_country_and_nothing_is_stored(branded: Page) -> None:
    before = stored(branded)
    field(branded, "ended_on").fill("2026-11-20")
    expect_answer(branded)
    expect(field(branded, "region")).to_have_value("SCT")
    expect(field(branded, "region")).to_be_visible()
    assert stored(branded) == before


def test_leaving_and_coming_back_finds_an_empty_form(branded: Page, home: str) -> None:
    field(branded, "ended_on").fill("2026-11-20")
    branded.goto(home)
    branded.go_back()
    expect(field(branded, "ended_on")).to_have_value("")
    expect(field(branded, "country")).to_have_value("GB")


def test_five_quiet_minutes_wipe_the_form_and_leave(visit: Callable[..., Page]) -> None:
    def with_a_clock(page: Page) -> None:
        page.clock.install()
        brand(page)

    page = visit("tools/timeline/", prepare=with_a_clock)
    field(page, "employer").evaluate("(control) => { control.value = 'A hospital' }")
    field(page, "employer").dispatch_event("input", {"bubbles": True})
    # nothing is owed any more: an answer that is late by that clock would count as a failure
    expect(page.locator("[data-part=status]")).not_to_be_empty()
    page.clock.fast_forward(FIVE_QUIET_MINUTES)
    page.wait_for_url(lambda url: not url.endswith("/timeline/"))


def test_a_name_of_one_long_word_stays_on_the_page(visit: Callable[..., Page]) -> None:
    page = visit("evidence/rules/")
    page.evaluate(
        """for (const place of document.querySelectorAll('.md-copyright__highlight, .md-content h2')) {
            place.append(document.createElement('bdi'))
            place.lastChild.textContent = 'X'.repeat(300)
        }"""
    )
    assert page.evaluate("document.querySelectorAll('bdi').length") > 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

"""What a reader's phone has to fetch on a page without a tool, compressed as a host sends it."""

import gzip
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Response, expect

KILOBYTE = 1000


class Fetched:
    """What a page loads; nothing counts twice."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._new: dict[str, Response] = {}
        self._known: set[str] = set()
        page.on("response", self._note)

    def _note(self, answer: Response) -> None:
        self._new.setdefault(answer.url, answer)

    def take(self) -> dict[str, int]:
        """The compressed bytes of everything new, by address, once the page has come to rest."""
        self._page.wait_for_load_state("networkidle")
        sizes = {
            url: len(gzip.compress(answer.body(), 9))
            for url, answer in self._new.items()
            if answer.ok and url not in self._known
        }
        self._known |= self._new.keys()
        self._new.clear()
        return sizes


@pytest.mark.parametrize("path", ["", "plays/same-day/thank-you-email/", "evidence/claims/"])
def test_a_first_visit_is_light_and_brings_no_python(visit: Callable[..., Page], path: str) -> None:
    seen: list[Fetched] = []
    visit(path, prepare=lambda page: seen.append(Fetched(page)))
    sizes = seen[0].take()
    assert sum(sizes.values()) < 150 * KILOBYTE
    assert not [url for url in sizes if re.search("/runtime/|/tool/|search_index", url)]


def test_a_further_page_is_hardly_more_than_its_words(
    visit: Callable[..., Page], home: str
) -> None:
    seen: list[Fetched] = []
    page = visit("plays/same-day/thank-you-email/", prepare=lambda page: seen.append(Fetched(page)))
    assert len(seen[0].take()) > 4
    page.goto(f"{home}plays/waiting/the-check-in/")
    assert 0 < sum(seen[0].take().values()) < 15 * KILOBYTE


def test_search_fetches_its_index_when_it_is_opened(browser: Browser, home: str) -> None:
    """The search waits by the clock, so this reader's clock runs."""
    page = browser.new_page()
    page.goto(home)
    with page.expect_response("**/search_index.json"):
        page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("ghosted")
    expect(page.get_by_role("link", name="When to stop").first).to_be_visible()
    page.close()

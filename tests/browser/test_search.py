"""The search: its worker and its index are what the build made, or the page says that it has none."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SITE
from tests.browser.faults import CHANGED, UNDELIVERED, Fault, alter, once, show_portal
from tests.browser.server import FAULTS, SERVED, serve
from tests.browser.sight import settle

pytestmark = pytest.mark.usefixtures("mended")

FILES = {
    "worker": next(path.name for path in (SITE / "assets/javascripts/workers").glob("search.*.js")),
    "index": "search_index.json",
}
FAILED = "The search didn't arrive, or arrived changed"
ASK_ANOTHER_HOST = """new Promise((resolve) => {
  const { Blob: Own, Worker: Native } = window
  const ask = "fetch('http://elsewhere.test/').then(() => postMessage('sent'), () => postMessage('refused'));"
  window.Blob = class extends Own { constructor(texts, options) { super([ask, ...texts], options) } }
  window.Worker = class extends Native {
    constructor(...given) {
      super(...given)
      this.addEventListener('message', ({ data }) => typeof data === 'string' && resolve(data))
    }
  }
  document.querySelector('[data-md-component=search-query]').focus()
})"""
"""Has the search's worker ask another host, and say what came of it."""
OURS_AMONG_THE_PLAYS = """() => {
  const results = [...document.querySelectorAll('.md-search-result__item > a:first-child')]
  const areOurs = results.map(({ pathname }) => /\\/(about|evidence)\\//.test(pathname))
  if (!areOurs.includes(true)) return 'no page about us or our sources is there'
  return areOurs.lastIndexOf(false) > areOurs.indexOf(true) ? 'one of ours stands above another page' : null
}"""
"""What is wrong with the order of the results, which change with each letter."""


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    """The first page of the site. The search waits by the clock, so this reader's clock runs."""
    opened = browser.new_page()
    opened.goto(home)
    yield opened
    opened.close()


def search(page: Page, words: str = "ghosted") -> None:
    """Open the search, and type."""
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(words)


def expect_results(page: Page) -> None:
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(page.get_by_text(FAILED)).to_be_hidden()


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("fault", [*CHANGED, *UNDELIVERED])
def test_a_search_whose_files_come_wrong_says_so(page: Page, file: str, fault: Fault) -> None:
    FAULTS[FILES[file]] = fault
    search(page)
    expect(page.get_by_text(FAILED)).to_be_visible()
    assert FILES[file] in SERVED


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("fault", [alter, show_portal])
def test_what_came_wrong_once_is_fetched_anew(page: Page, file: str, fault: Fault) -> None:
    FAULTS[FILES[file]] = once(fault)
    search(page)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(page.get_by_text(FAILED)).to_be_hidden()
    assert SERVED.count(FILES[file]) == 2


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("email", "same-day/thank-you-email"),
        ("thank you", "same-day/thank-you-email"),
        ("resume", "before/get-ready-for-your-kind-of-interview"),
        ("CV", "before/get-ready-for-your-kind-of-interview"),
        ("no reply", "waiting/the-check-in"),
        ("ghosted", "waiting/when-to-stop"),
        ("salary", "before/know-your-range"),
        ("references", "before/line-up-references"),
        ("sick", "before/if-it-cant-go-ahead"),
        ("no-show", "before/if-it-cant-go-ahead"),
        ("offer", "outcome/answer-an-offer"),
        ("scam", "outcome/is-this-offer-real"),
        ("second interview", "same-day/second-round"),
    ],
)
def test_what_people_type_finds_the_play_that_helps_first(
    page: Page, words: str, best: str
) -> None:
    search(page, words)
    first = page.locator(".md-search-result__item").first.locator("a").first
    expect(first).to_have_attribute("href", re.compile(rf"/plays/{best}/"))


@pytest.mark.parametrize("words", ["guess", "email", "negotiate", "linkedin"])
def test_a_page_about_our_sources_or_our_work_stands_below_every_play(
    page: Page, words: str
) -> None:
    search(page, words)
    expect_results(page)
    assert settle(lambda: page.evaluate(OURS_AMONG_THE_PLAYS)) is None


def test_its_worker_lives_under_the_policy_of_the_page(page: Page) -> None:
    """On a host that sends no headers."""
    with serve(SITE, heeds=False) as home:
        page.goto(home)
        outcome = page.evaluate(ASK_ANOTHER_HOST)
    assert outcome == "refused"

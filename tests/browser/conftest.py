"""A reader with a browser on the sealed site. What no page may ever do is watched in every test."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

from macros.moved import address_of, read_moved
from tests.browser.faults import LET_GO
from tests.browser.readers import OPEN, PATIENCE, Tab, launch_chromium, open_tool
from tests.browser.server import FAULTS, INSTEAD, SERVED, serve

SITE = Path(__file__).parents[2] / "site"
PAGES = [str(page.relative_to(SITE)).removesuffix("index.html") for page in SITE.rglob("*.html")]
PAGES = sorted(set(PAGES) - {"404.html", *map(address_of, read_moved())}) or [
    "there is no site yet"
]
"""Every page but those that only lead on, and the one for lost addresses, which needs to know the site's own."""
SAMPLE = [*{path.rpartition("/")[0].rpartition("/")[0]: path for path in PAGES}.values()]
"""A page of each folder: all of them have its shape."""
TODAY = "2026-11-22T10:00:00Z"
"""A Sunday: the interview of the examples ended on the Friday before."""

LISTEN_FOR_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))
"""

CLEAR = """async (module) => {
  const { clear, lastClearing } = await import(new URL(module, location.href))
  clear(lastClearing() + 1)
  return lastClearing()
}"""
KNOWS_OF_CLEARING = """(moment) => Number(localStorage.getItem('closing-playbook-clearings')) === moment
  && !(document.querySelector('playbook-tool')
    && JSON.parse(sessionStorage.getItem('closing-playbook'))?.clearings < moment)"""
"""A tab goes along a moment later with what another one has cleared; what is typed there until then goes with it."""
FOLD = "for (const fold of document.querySelectorAll('details')) fold.open = false"


@dataclass
class Watch:
    """What went wrong in a page: foreign requests, broken policies, errors, a start with the whole Python."""

    home: str
    complaints: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def follow(self, page: Page) -> None:
        """Listen to everything that the page says and asks for."""
        page.on("request", self._check_request)
        page.on("pageerror", lambda error: self._note(f"error: {error}"))
        page.on("console", self._hear)

    def _check_request(self, request: Request) -> None:
        origin = self.home.rsplit("/", 2)[0]
        if not request.url.startswith((f"{origin}/", "blob:", "data:")):
            self._note(f"foreign request: {request.url}")
        if "/python_stdlib-zip." in request.url:
            self._note(f"the small Python lacked something: {request.url}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(f"console: {message.text}")

    def _note(self, complaint: str) -> None:
        if not any(expected in complaint for expected in self.expected):
            self.complaints.append(complaint)


@pytest.fixture(scope="session")
def home() -> Iterator[str]:
    """The address of the sealed site."""
    if not (SITE / "_headers").is_file():
        pytest.fail("There is no sealed site to test: run 'make site' first, or 'make test'.")
    with serve(SITE) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives Chromium."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests."""
    expect.set_options(timeout=PATIENCE)
    with launch_chromium(playwright) as chromium:
        yield chromium


@pytest.fixture(scope="session")
def watching(home: str) -> Watch:
    """What has been seen in any page since the test began."""
    return Watch(home)


@pytest.fixture
def watch(watching: Watch) -> Iterator[Watch]:
    """Fails the test when a page of it asked another host, broke its policy or met an error."""
    watching.complaints.clear()
    watching.expected = ()
    yield watching
    assert watching.complaints == []


@pytest.fixture
def mended() -> Iterator[None]:
    """The server has no faults but those of this test, and nothing hangs once it is over."""
    SERVED.clear()
    LET_GO.clear()
    yield
    FAULTS.clear()
    LET_GO.set()


@pytest.fixture
def visit(browser: Browser, home: str, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site for a new reader: `visit("tools/timeline/", **browser options)`."""
    contexts = []

    def open_page(path: str, *, at: str = TODAY, prepare: Any = None, **options: Any) -> Page:
        context = browser.new_context(**{"timezone_id": "Europe/London", **options})
        contexts.append(context)
        page = new_page(context, watch, at)
        if prepare:
            prepare(page)
        page.goto(home + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def new_page(context: BrowserContext, watch: Watch, at: str) -> Page:
    """A tab in which it is this moment, watched."""
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch.follow(page)
    page.clock.set_fixed_time(at)
    page.add_init_script(LISTEN_FOR_VIOLATIONS)
    return page


@pytest.fixture(scope="session")
def tab(browser: Browser, watching: Watch) -> Iterator[Page]:
    """One tab for many tests, so that Python starts once."""
    context = browser.new_context(timezone_id="Europe/London")
    yield new_page(context, watching, TODAY)
    context.close()


@pytest.fixture(scope="session")
def other_tab(tab: Page, home: str) -> Page:
    """Another tab of the same reader, in which everything can be cleared."""
    page = tab.context.new_page()
    page.goto(home)
    tab.bring_to_front()
    return page


@pytest.fixture
def timeline(tab: Page, other_tab: Page, home: str, watch: Watch) -> Iterator[Page]:  # noqa: ARG001 - watched
    """The timeline tool, for a reader who has typed nothing yet."""
    if tab.url != f"{home}tools/timeline/":
        tab.goto(f"{home}tools/timeline/")
    yield tab
    tab.emulate_media(media="null")
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.wait_for_function(
        KNOWS_OF_CLEARING, arg=other_tab.evaluate(CLEAR, module_of("store")), polling=50
    )
    tab.evaluate(FOLD)


def module_of(name: str) -> str:
    """Where a script of the tools is, from the home page."""
    [module] = (SITE / "assets/tool").glob(f"{name}.*.js")
    return module.relative_to(SITE).as_posix()


@pytest.fixture(scope="module", params=OPEN)
def first_tab(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Tab]:
    """A tab of each browser, for all tests of a file."""
    with OPEN[request.param](playwright) as opened:
        yield opened


@pytest.fixture(scope="module")
def second_tab(first_tab: Tab) -> Tab:
    """Another tab of the same reader."""
    return first_tab.open_tab()


@pytest.fixture(scope="module")
def own_home() -> Iterator[str]:
    """The sealed site at an address of its own for the tests of a file."""
    with serve(SITE) as address:
        yield address


@pytest.fixture
def reader(first_tab: Tab, own_home: str) -> Iterator[Tab]:
    """A tab with the timeline tool, for a reader who has typed nothing yet."""
    open_for_new_reader(first_tab, own_home)
    yield first_tab
    INSTEAD.clear()


@pytest.fixture
def beside(reader: Tab, second_tab: Tab, own_home: str) -> Tab:
    """The same in another tab of that reader. The first one is in view."""
    open_for_new_reader(second_tab, own_home)
    reader.show()
    return second_tab


def open_for_new_reader(tab: Tab, home: str) -> None:
    """Turn to a tab, and open the timeline in it as if nothing had ever been stored."""
    tab.show()
    tab.open(home)
    tab.run("async () => { sessionStorage.clear(); localStorage.clear() }")
    open_tool(tab, f"{home}tools/timeline/")

"""A reader with a browser on the sealed site. What no page may ever do is watched in every test."""

import os
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
    Request,
    expect,
    sync_playwright,
)

from publish.browser import CHROMIUM, advise, find_chromium
from tests.browser.server import serve

SITE = Path(__file__).parents[2] / "site"
PAGES = [str(page.relative_to(SITE)).removesuffix("index.html") for page in SITE.rglob("*.html")]
PAGES = sorted(set(PAGES) - {"404.html"}) or ["there is no site yet"]
"""Every page but the one for lost addresses: it stands anywhere, so it needs to know the site's own address."""
TODAY = "2026-11-22T10:00:00Z"
"""A Sunday: the interview of the examples ended on the Friday before."""

PATIENCE = 20_000
FLAGS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LISTEN_FOR_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))
"""

COME_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
"""What a browser says when the reader comes back to a page that it had put aside as it was."""

FORGET = f"""
sessionStorage.clear()
localStorage.clear()
for (const fold of document.querySelectorAll('details')) fold.open = false
{COME_BACK}
"""


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
        if "/library." in request.url:
            self._note(f"the small Python lacked something: {request.url}")

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self._note(f"console: {said.text}")

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
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    found = find_chromium()
    if found is None:
        pytest.fail(advise([CHROMIUM]))
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=[*FLAGS, *as_root])
        yield chromium
        chromium.close()


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


@pytest.fixture
def timeline(tab: Page, home: str, watch: Watch) -> Iterator[Page]:  # noqa: ARG001 - watched
    """The timeline tool, for a reader who has typed nothing yet."""
    if tab.url != f"{home}tools/timeline/":
        tab.goto(f"{home}tools/timeline/")
    yield tab
    tab.emulate_media(media="null")
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.evaluate(FORGET)

"""What the tests of a start share: a reader who asks and comes back, and a line that sends something else."""

import hashlib
import json
from collections.abc import Callable
from time import monotonic

from playwright.sync_api import Page, Request, Route, expect

from runtime.files import digest
from tests.browser.conftest import TODAY, Watch, new_page
from tests.browser.readers import PATIENCE
from tests.browser.runtime import expand, listed, shrink
from tests.browser.tool import area, expect_answer, field

A_MOMENT = 100
"""Milliseconds."""
MANY_BROWSERS_SAY = ("console:", "error:", "the small Python lacked something:")

IN_THE_WORKER = """
const { Blob: Own } = globalThis
globalThis.Blob = class extends Own {
  constructor([own, ...rest], options) { super([MORE + own, ...rest], options) }
}
"""
"""The page's own program is made of one part too, and minds no more text before it."""
BELIEVE = """
{
  const { Blob: Own } = globalThis
  const believe = (text) => typeof text === 'string' ? text.replaceAll(SENT, OTHER) : text
  globalThis.Blob = class extends Own {
    constructor(texts, options) { super(texts.map(believe), options) }
  }
}
"""
"""The page takes other bytes for what the build made."""
DEAF = """() => {
  const { postMessage } = Worker.prototype
  Worker.prototype.postMessage = () => {}
  globalThis.Worker = class extends Worker {
    postMessage(...given) { postMessage.apply(this, given) }
  }
}"""
"""From now on the Python of this page hears nothing, as if it had died; the next one does."""
PARTS = ("program", "python", "memory")
LIST_KEPT = """async () => {
  const kept = []
  for (const place of await caches.keys()) {
    const store = await caches.open(place)
    for (const { url } of await store.keys()) {
      const content = await (await store.match(url)).arrayBuffer()
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
      kept.push(url + ' ' + [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
    }
  }
  return kept.sort()
}"""


class FilesAsked:
    """The runtime's files that a page asked for."""

    def __init__(self) -> None:
        self.files: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        name = request.url.rsplit("/")[-1]
        if name.endswith(".bin"):
            self.files.append(name)


class Held:
    """The requests of a page for a file, which wait until the test takes them."""

    def __init__(self, page: Page, pattern: str) -> None:
        self._page = page
        self._routes: list[Route] = []
        page.route(pattern, self._hold)

    def _hold(self, route: Route) -> None:
        self._routes.append(route)

    def take(self) -> Route:
        """Wait for the next one, and give it."""
        until = monotonic() + PATIENCE / 1000
        while not self._routes:
            assert monotonic() < until, "it was never asked for"
            self._page.wait_for_timeout(A_MOMENT)
        return self._routes.pop(0)


def ask(page: Page, home: str) -> None:
    """Open the timeline anew and have it answer."""
    page.goto(f"{home}tools/timeline/")
    expect_friday(page)


def expect_friday(page: Page) -> None:
    """Type into the timeline, and wait for what it says."""
    field(page, "promise").fill("by Friday")
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    expect(area(page, "answer")).to_contain_text("27 November")
    expect(area(page, "failure")).to_be_hidden()


def wait_for(page: Page, condition: str, given: object) -> None:
    """Wait until an async function of the page gives true; Playwright's own wait takes any promise for that."""
    until = monotonic() + PATIENCE / 1000
    while not page.evaluate(condition, given):
        assert monotonic() < until, f"never came: {condition}"
        page.wait_for_timeout(A_MOMENT)


def come_back(page: Page, watch: Watch) -> tuple[Page, FilesAsked]:
    """Another tab of the same reader, later."""
    later, asked = new_page(page.context, watch, TODAY), FilesAsked()
    asked.follow(later)
    return later, asked


def file_of(start: str, part_name: str) -> str:
    """The name of a file of a start."""
    name: str = listed()[start][part_name]["file"]
    return name


def place_of(home: str) -> str:
    """Where this site's files are kept."""
    return f"{home}assets/runtime/"


def address_of(home: str, part_name: str) -> str:
    """Under what a file of the small start is kept."""
    return place_of(home) + file_of("small", part_name)


def what_is_kept(home: str) -> list[str]:
    """What `LIST_KEPT` says once everything is kept, and nothing else."""
    return sorted(
        f"{address_of(home, name)} {hashlib.sha256(expand('small', name)).hexdigest()}"
        for name in PARTS
    )


def serve_instead(part_name: str, content: bytes, start: str = "small") -> Callable[[Page], None]:
    """Have the network give other bytes for a file of a start, and the page believe them, as if they were built."""
    name, body = file_of(start, part_name), shrink(content)

    def prepare(page: Page) -> None:
        page.context.route(f"**/{name}", lambda route: route.fulfill(body=body))
        believe(page, listed()["integrity"][name], digest(body))

    return prepare


def believe(page: Page, sent: str, other: str) -> None:
    """Have the page take this hash for the right one."""
    script = BELIEVE.replace("SENT", json.dumps(sent)).replace("OTHER", json.dumps(other))
    page.add_init_script(script)


def in_the_worker(script: str) -> Callable[[Page], None]:
    """Have the worker run this first."""

    def prepare(page: Page) -> None:
        page.add_init_script(IN_THE_WORKER.replace("MORE", json.dumps(script)))

    return prepare

"""A browser or a host that can't run the tools: a sentence for each, and no button that can't help."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Watch
from tests.browser.tool import area, field
from tests.browser.ways import FilesAsked, in_the_worker

REFUSES = (
    "globalThis.Worker = class { constructor() { throw new DOMException('no', 'SecurityError') } }"
)
IS_NO_MODULE = """
const { Worker: Native } = globalThis
globalThis.Worker = class extends Native { constructor(address) { super(address) } }
"""
IS_BLOCKED = """
globalThis.Worker = class extends EventTarget {
  constructor(address, { type }) {
    super()
    setTimeout(() => this.onerror(new Event('error')))
  }
  postMessage() {}
  terminate() {}
}
"""
OBSTACLES: dict[str, tuple[str | Callable[[Page], None], str]] = {
    "WebAssembly is off": (in_the_worker("delete globalThis.WebAssembly\n"), "WebAssembly"),
    "WebAssembly is refused": (
        in_the_worker(
            "WebAssembly.Module = function () { throw new WebAssembly.CompileError() }\n"
        ),
        "WebAssembly",
    ),
    "no DecompressionStream": (
        in_the_worker("delete globalThis.DecompressionStream\n"),
        "is too old",
    ),
    "a worker that can't be read": (in_the_worker("import export\n"), "let this tool start"),
    "no worker is a module": (IS_NO_MODULE, "is too old"),
    "new Worker throws": (REFUSES, "let this tool start"),
    "no Worker": ("delete globalThis.Worker", "let this tool start"),
    "no addresses of blobs": ("delete URL.createObjectURL", "let this tool start"),
    "a worker that is blocked": (IS_BLOCKED, "let this tool start"),
}
"""What a browser lacks, as a script that comes before all others, and what its sentence says."""


@pytest.mark.parametrize("name", OBSTACLES)
def test_each_obstacle_has_its_sentence_and_no_try_again(
    visit: Callable[..., Page], watch: Watch, name: str
) -> None:
    watch.expected = ("console:",)
    how, words = OBSTACLES[name]
    asked = FilesAsked()

    def prepare(page: Page) -> None:
        asked.follow(page)
        if callable(how):
            how(page)
        else:
            page.add_init_script(how)

    page = visit("tools/timeline/", prepare=prepare)
    field(page, "ended_on").fill("2026-11-20")
    failure = area(page, "failure")
    expect(failure).to_be_visible()
    expect(failure).to_contain_text(words, use_inner_text=True)
    expect(failure).to_contain_text("What you typed is still here")
    expect(failure.get_by_role("button")).to_have_count(0)
    expect(area(page, "loading")).to_be_hidden()
    field(page, "promise").fill("by Friday")
    expect(failure).to_contain_text(words, use_inner_text=True)
    expect(field(page, "ended_on")).to_have_value("2026-11-20")
    assert asked.files == []


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        ("require-trusted-types-for 'script'", "Trusted Types"),
        ("worker-src 'self'", "let this tool start"),
        ("script-src 'self'", "let this tool start"),
        ("script-src 'self' blob:", "WebAssembly"),
    ],
)
def test_a_rule_that_a_host_adds_is_named(
    visit: Callable[..., Page], watch: Watch, policy: str, words: str
) -> None:
    """A policy in a header, beside that of the page."""
    watch.expected = ("console:", "error:")
    asked = FilesAsked()

    def add(route: Route) -> None:
        response = route.fetch()
        headers = {**response.headers, "content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    def prepare(page: Page) -> None:
        asked.follow(page)
        page.route("**/tools/timeline/", add)

    page = visit("tools/timeline/", prepare=prepare)
    field(page, "ended_on").fill("2026-11-20")
    expect(area(page, "failure")).to_be_visible()
    expect(area(page, "failure")).to_contain_text(words, use_inner_text=True)
    expect(area(page, "failure").get_by_role("button")).to_have_count(0)
    assert asked.files == []


def test_too_little_memory_says_what_to_close(visit: Callable[..., Page], watch: Watch) -> None:
    watch.expected = ("console:", "error:")
    short = "WebAssembly.compile = () => Promise.reject(new RangeError('Out of memory'))\n"
    page = visit("tools/timeline/", prepare=in_the_worker(short))
    field(page, "ended_on").fill("2026-11-20")
    expect(area(page, "failure")).to_be_visible()
    expect(area(page, "failure")).to_contain_text("Close other tabs", use_inner_text=True)
    expect(area(page, "failure").get_by_role("button", name="Try again")).to_be_visible()


def test_every_reason_has_words(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/")
    names = page.evaluate(
        "[...document.querySelectorAll(\"[data-part='failure'] [data-words]\")].map((words) => words.dataset.words)"
    )
    reasons = {"boot", "run", "plan", "wasm", "old", "blocked", "trusted-types", "memory"}
    files = {f"{kind}{reason}" for kind in ("", "data-") for reason in ("lost", "altered")}
    assert set(names) == reasons | files
    assert len(names) == len(reasons | files)

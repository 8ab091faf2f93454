"""The ways to start: from an image, from the small files, from the whole ones; each stands in for the one before."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, Route, expect

from playbook.boundary import run
from playbook.tools import NAMES
from publish.wasm import cut
from tests.browser.conftest import Watch, new_page
from tests.browser.parity.situations import draw_examples
from tests.browser.runtime import (
    IMAGES,
    STORE,
    ask_the_worker,
    expand,
    listed,
    names_of,
    shrink,
)
from tests.browser.tool import expect_answer, field, part

TODAY = "2026-11-22T10:00:00Z"
SECRET = "Zyxwvut Qponmlk"
FIND_IN_IMAGE = f"""async (texts) => {{
  const store = await caches.open('{STORE}')
  const [request] = await store.keys()
  const bytes = new Uint8Array(await (await store.match(request)).arrayBuffer())
  const latin = new TextDecoder('latin1').decode(bytes)
  return texts.map((text) => latin.includes(text))
}}"""
SIZE_OF_IMAGE = f"""async () => {{
  const store = await caches.open('{STORE}')
  const [request] = await store.keys()
  return (await (await store.match(request)).arrayBuffer()).byteLength
}}"""
SPOIL_IMAGE = f"""async (how) => {{
  const store = await caches.open('{STORE}')
  const [request] = await store.keys()
  const bytes = new Uint8Array(await (await store.match(request)).arrayBuffer())
  const spoilt = {{
    'cut off': () => bytes.subarray(0, bytes.length / 2),
    'empty': () => new Uint8Array(),
    'altered': () => bytes.map((byte, at) => (at > bytes.length / 4 ? 7 : byte)),
    'of another Pyodide': () => bytes.map((byte, at) => (at > 31 && at < 64 ? 7 : byte)),
  }}[how]()
  await store.put(request, new Response(spoilt))
}}"""
NOTE_OPENING = """
const { open } = CacheStorage.prototype
CacheStorage.prototype.open = function (name) { window.opened = name; return open.call(this, name) }
"""
WAIT_FOR_IMAGE = f"""async () => {{
  const isOurs = (name) => !name.endsWith("older")
  const isAlone = (names) => names.length === 1 && names.every(isOurs)
  while (!isAlone(await ({IMAGES})())) await new Promise(requestAnimationFrame)
}}"""
MANY_BROWSERS_SAY = ("console:", "error:")


class Asked:
    """The runtime's files that a page asked for."""

    def __init__(self) -> None:
        self.files: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        name = request.url.rsplit("/")[-1]
        if name.endswith(".bin"):
            self.files.append(name)


def ask(page: Page, home: str) -> None:
    """Open the timeline anew and have it answer."""
    page.goto(f"{home}tools/timeline/")
    field(page, "promise").fill("by Friday")
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    expect(part(page, "answer")).to_contain_text("27 November")
    expect(part(page, "failure")).to_be_hidden()


def wait_for_image(page: Page) -> None:
    """Wait until the image for the next visit is kept."""
    page.evaluate(WAIT_FOR_IMAGE)


def come_back(page: Page, watch: Watch) -> tuple[Page, Asked]:
    """Another tab of the same reader, later."""
    later, asked = new_page(page.context, watch, TODAY), Asked()
    asked.follow(later)
    return later, asked


@pytest.fixture
def visited(visit: Callable[..., Page], home: str) -> Page:
    """A page in a browser that has been here before."""
    page = visit("")
    ask(page, home)
    wait_for_image(page)
    return page


def test_the_first_visit_needs_the_small_files_and_no_others(
    visit: Callable[..., Page], home: str
) -> None:
    asked = Asked()
    page = visit("tools/timeline/", prepare=asked.follow)
    ask(page, home)
    assert set(asked.files) == names_of("small")


def test_the_next_visit_starts_from_the_image_without_the_library(
    visited: Page, watch: Watch, home: str
) -> None:
    page, asked = come_back(visited, watch)
    ask(page, home)
    assert set(asked.files) == names_of("small") - {listed()["small"]["library"]["file"]}


def test_every_tool_answers_from_the_image_as_cpython_does(
    visited: Page, watch: Watch, home: str
) -> None:
    page, asked = come_back(visited, watch)
    page.goto(home)
    requests = [(tool, request) for tool in NAMES for request in draw_examples(tool)]
    answers = ask_the_worker(page, requests)
    assert answers == [json.loads(run(tool, request)) for tool, request in requests]
    assert set(asked.files) == names_of("small") - {listed()["small"]["library"]["file"]}


def test_nothing_that_a_reader_typed_is_in_the_image(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/")
    field(page, "promise").fill(SECRET)
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    wait_for_image(page)
    assert page.evaluate(FIND_IN_IMAGE, [SECRET, "Zyxwvut", "business day"]) == [False, False, True]


@pytest.mark.parametrize("how", ["cut off", "empty", "altered", "of another Pyodide"])
def test_an_image_that_is_no_good_is_dropped_and_nobody_notices(
    visited: Page, watch: Watch, home: str, how: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    visited.evaluate(SPOIL_IMAGE, how)
    page, asked = come_back(visited, watch)
    ask(page, home)
    assert listed()["small"]["library"]["file"] in asked.files
    assert page.evaluate(SIZE_OF_IMAGE) == 0


def test_a_browser_that_cannot_use_an_image_is_not_asked_again(
    visited: Page, watch: Watch, home: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    visited.evaluate(SPOIL_IMAGE, "altered")
    ask(come_back(visited, watch)[0], home)
    page, asked = come_back(visited, watch)
    watch.complaints.clear()
    watch.expected = ()
    ask(page, home)
    assert set(asked.files) == names_of("small")
    assert page.evaluate(SIZE_OF_IMAGE) == 0


def test_an_image_of_an_older_version_is_not_used_and_makes_room(
    visit: Callable[..., Page], home: str
) -> None:
    page = visit("")
    page.evaluate(
        "(name) => caches.open(name).then((store) => store.put('/older', new Response('old')))",
        STORE,
    )
    ask(page, home)
    wait_for_image(page)


DENIALS = {
    "denied": "caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'))",
    "not there": "delete globalThis.caches; Object.defineProperty(globalThis, 'caches', { value: undefined })",
    "full": "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))",
}


@pytest.mark.parametrize("why", DENIALS)
def test_where_nothing_can_be_kept_python_starts_as_on_a_first_visit(
    visit: Callable[..., Page], watch: Watch, home: str, why: str
) -> None:
    page = visit("tools/timeline/", prepare=lambda page: page.add_init_script(DENIALS[why]))
    ask(page, home)
    later, asked = come_back(page, watch)
    later.add_init_script(DENIALS[why])
    ask(later, home)
    assert set(asked.files) == names_of("small")


def test_on_a_shared_computer_nothing_is_kept(visit: Callable[..., Page], home: str) -> None:
    def share(page: Page) -> None:
        def add(route: Route) -> None:
            response = route.fetch()
            route.fulfill(
                response=response,
                body=response.text().replace("<playbook-tool", "<playbook-tool data-kiosk"),
            )

        page.route("**/tools/timeline/", add)
        page.add_init_script(NOTE_OPENING)

    page = visit("", prepare=share)
    ask(page, home)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.opened") is None


def test_two_tabs_make_the_image_at_once(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    one = visit("tools/timeline/")
    other, _ = come_back(one, watch)
    for page in (one, other):
        page.goto(f"{home}tools/timeline/")
    for page in (one, other):
        field(page, "ended_on").fill("2026-11-20")
    for page in (one, other):
        expect_answer(page)
        wait_for_image(page)
    page, asked = come_back(one, watch)
    ask(page, home)
    assert listed()["small"]["library"]["file"] not in asked.files


def test_a_tab_that_is_closed_while_it_makes_the_image_leaves_none_or_a_whole_one(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    first = visit("")
    for _ in range(3):
        page, _ = come_back(first, watch)
        ask(page, home)
        page.close()
    page, _ = come_back(first, watch)
    ask(page, home)


def serve_instead(part_name: str, content: bytes) -> Callable[[Page], None]:
    """Have the network give other bytes for a file of the small start."""
    name, body = listed()["small"][part_name]["file"], shrink(content)

    def prepare(page: Page) -> None:
        page.context.route(f"**/{name}", lambda route: route.fulfill(body=body))

    return prepare


def test_a_function_that_was_left_out_starts_the_whole_python(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    stopping = cut(expand("whole", "python"), used=(), exported=())

    def prepare(page: Page) -> None:
        serve_instead("python", stopping)(page)
        page.clock.install(time=TODAY)

    page = visit("", prepare=prepare)
    expect_the_whole_one(page, home)


@pytest.mark.parametrize(
    ("instead", "by"),
    [
        ("let text = run(tool, request)", "let text = run(tool, request, 'too much')"),
        ("let text = run(tool, request)", "throw new WebAssembly.RuntimeError('unreachable')"),
        ("self.postMessage({ ready: true })", "self.postMessage({ failed: 'boot' })"),
    ],
)
def test_what_fails_in_the_small_python_is_asked_of_the_whole_one(
    visit: Callable[..., Page], watch: Watch, home: str, instead: str, by: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    program = expand("small", "program").decode()
    assert instead in program
    page = visit("", prepare=serve_instead("program", program.replace(instead, by).encode()))
    ask(page, home)


def test_a_python_that_hangs_is_given_up_for_the_whole_one(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    program = expand("small", "program").decode()
    hanging = program.replace(
        "let text = run(tool, request)", "await new Promise(() => {})\nlet text"
    )

    def prepare(page: Page) -> None:
        serve_instead("program", hanging.encode())(page)
        page.clock.install(time=TODAY)

    expect_the_whole_one(visit("", prepare=prepare), home)


def expect_the_whole_one(page: Page, home: str) -> None:
    """Wait until patience with the small Python ends, and the whole one answers."""
    page.goto(f"{home}tools/timeline/")
    with page.expect_response(f"**/{listed()['whole']['library']['file']}"):
        field(page, "ended_on").fill("2026-11-20")
        page.clock.run_for(1_000)
        for name in names_of("small"):
            page.evaluate(
                "(name) => fetch(name).then((file) => file.blob())", f"{home}assets/runtime/{name}"
            )
        page.clock.run_for(25_000)
    expect_answer(page)

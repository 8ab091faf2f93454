"""The ways to start: from the image of Python's memory, or else from stock Pyodide, which nobody notices."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from playbook.boundary import run
from playbook.tools import NAMES
from runtime.wasm import cut
from tests.browser.conftest import TODAY, Watch
from tests.browser.runtime import SIZES, ask_the_worker, expand, list_examples, names_of, units_of
from tests.browser.server import SERVED
from tests.browser.tool import expect_answer, field
from tests.browser.ways import (
    MANY_BROWSERS_SAY,
    FilesAsked,
    ask,
    come_back,
    expect_friday,
    file_of,
    in_the_worker,
    serve_instead,
)

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
NOTE_START = """
window.started = new Promise((resolve) => {
  const { Worker } = window
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given)
      this.addEventListener('message', ({ data }) => data.started && resolve())
    }
  }
})
"""
"""The page knows it when every file is there and expanded: patience is less from then on."""
START = "self.fetch=async()=>new Response(null)"
BUILD = slice(SIZES.size + 16, SIZES.size + 48)


@pytest.fixture
def served() -> list[str]:
    """What the server is asked for: not what a browser has kept."""
    SERVED.clear()
    return SERVED


def test_the_first_visit_needs_the_small_files_and_no_others(
    visit: Callable[..., Page], home: str
) -> None:
    asked = FilesAsked()
    page = visit("tools/timeline/", prepare=asked.follow)
    ask(page, home)
    assert set(asked.files) == names_of("small")


def test_a_visit_asks_for_each_file_once(visit: Callable[..., Page]) -> None:
    asked = FilesAsked()
    page = visit("tools/timeline/", prepare=asked.follow)
    expect_friday(page)
    page.wait_for_load_state("networkidle")
    assert sorted(asked.files) == sorted(names_of("small"))


def test_the_next_visit_has_every_file_from_the_browsers_cache(
    visit: Callable[..., Page], watch: Watch, home: str, served: list[str]
) -> None:
    keep_nothing = in_the_worker("Object.defineProperty(globalThis, 'caches', {})\n")
    page = visit("", prepare=keep_nothing)
    ask(page, home)
    assert {name for name in served if name.endswith(".bin")} == names_of("small")
    served.clear()
    later, asked = come_back(page, watch)
    keep_nothing(later)
    ask(later, home)
    assert set(asked.files) == names_of("small")
    assert [name for name in served if name.endswith(".bin")] == []


def test_every_tool_answers_from_the_image_as_cpython_does(visit: Callable[..., Page]) -> None:
    asked = FilesAsked()
    page = visit("", prepare=asked.follow)
    requests = [(tool, request) for tool in NAMES for request in list_examples(tool)]
    answers = ask_the_worker(page, requests)
    assert answers == [json.loads(run(tool, request)) for tool, request in requests]
    assert set(asked.files) == names_of("small")


def test_a_tab_that_is_closed_while_python_starts_leaves_the_next_as_it_was(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    first = visit("")
    for _ in range(3):
        page, _ = come_back(first, watch)
        page.route(f"**/{file_of('small', 'memory')}", lambda _: None)
        with page.expect_request(f"**/{file_of('small', 'memory')}"):
            page.goto(f"{home}tools/timeline/")
        page.close()
    page, asked = come_back(first, watch)
    ask(page, home)
    assert set(asked.files) == names_of("small")


@pytest.mark.parametrize("start", ["small", "whole"])
def test_python_starts_without_the_policy_too_as_make_serve_shows_the_pages(
    visit: Callable[..., Page], home: str, watch: Watch, start: str
) -> None:
    """A policy forbids some of what Pyodide tries, to learn where it is; without one that succeeds."""
    asked = FilesAsked()
    page = visit("", prepare=asked.follow, bypass_csp=True)
    if start == "whole":
        watch.expected = MANY_BROWSERS_SAY
        serve_instead("memory", b"no image")(page)
    ask(page, home)
    assert set(asked.files) == names_of("small") | names_of(start)


def test_an_iphone_which_calls_functions_otherwise_starts_from_the_same_image(
    visit: Callable[..., Page],
) -> None:
    """On those, Pyodide chooses no trampoline: a call through a pointer of Python's goes by JavaScript."""
    asked = FilesAsked()
    page = visit("", user_agent=IPHONE, prepare=asked.follow)
    requests = [(tool, request) for tool in NAMES for request in list_examples(tool)]
    answers = ask_the_worker(page, requests)
    assert answers == [json.loads(run(tool, request)) for tool, request in requests]
    assert set(asked.files) == names_of("small")


def cut_off(image: bytes) -> bytes:
    return image[: len(image) // 2]


def leave_nothing(_: bytes) -> bytes:
    return bytes(8)


def alter(image: bytes) -> bytes:
    start, end = units_of(image)
    quarter = (end - start) // 4
    return image[: start + quarter] + bytes([7]) * (end - start - quarter) + image[end:]


def be_of_another_pyodide(image: bytes) -> bytes:
    """The header says by a hash for which Pyodide the memory is."""
    build = image[BUILD]
    return image.replace(build, bytes(byte ^ 7 for byte in build), 1)


def say_another_size(image: bytes) -> bytes:
    """Less than what it holds."""
    _, *others = SIZES.unpack_from(image)
    return SIZES.pack(0x0001_0000, *others) + image[SIZES.size :]


def forget_the_rules(image: bytes) -> bytes:
    """A memory in which a name that every answer needs is another one."""
    assert b"boundary" in image
    return image.replace(b"boundary", b"yradnuob")


@pytest.mark.parametrize(
    "spoil",
    [
        cut_off,
        alter,
        forget_the_rules,
        *(
            pytest.param(spoil, marks=pytest.mark.slow)  # refused as the one that is cut off
            for spoil in (leave_nothing, be_of_another_pyodide, say_another_size)
        ),
    ],
)
def test_an_image_that_is_no_good_is_not_noticed(
    visit: Callable[..., Page], watch: Watch, spoil: Callable[[bytes], bytes]
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    asked, spoilt = FilesAsked(), spoil(expand("small", "memory"))
    assert spoilt != expand("small", "memory")

    def prepare(page: Page) -> None:
        serve_instead("memory", spoilt)(page)
        asked.follow(page)

    page = visit("tools/timeline/", prepare=prepare)
    expect_friday(page)
    assert set(asked.files) == names_of("small") | names_of("whole")


def test_the_whole_python_answers_as_cpython_does(visit: Callable[..., Page], watch: Watch) -> None:
    watch.expected = MANY_BROWSERS_SAY
    page = visit("", prepare=serve_instead("memory", bytes(8)))
    requests = [(tool, request) for tool in NAMES for request in list_examples(tool)]
    answers = ask_the_worker(page, requests)
    assert answers == [json.loads(run(tool, request)) for tool, request in requests]


def test_a_function_that_was_left_out_starts_the_whole_python(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    stopping = cut(expand("whole", "pyodide.asm.wasm"), used=(), exported=())

    def prepare(page: Page) -> None:
        serve_instead("python", stopping)(page)
        page.clock.install(time=TODAY)

    page = visit("", prepare=prepare)
    expect_the_whole_one(page, home)


@pytest.mark.parametrize(
    ("instead", "by"),
    [
        ("return{run,", "return { run: (tool, request) => run(tool, request, 'too much'),"),
        ("return{run,", "return { run() { throw new WebAssembly.RuntimeError('unreachable') },"),
        (START, f"throw new Error('not now')\n{START}"),
        (START, f"setTimeout(() => {{ throw new Error('later') }}, 0)\n{START}"),
        (START, "}"),
    ],
)
def test_what_fails_in_the_small_python_is_asked_of_the_whole_one(
    visit: Callable[..., Page], watch: Watch, home: str, instead: str, by: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    program, asked = expand("small", "program").decode(), FilesAsked()
    assert program.count(instead) == 1

    def prepare(page: Page) -> None:
        serve_instead("program", program.replace(instead, by).encode())(page)
        asked.follow(page)

    page = visit("", prepare=prepare)
    ask(page, home)
    assert file_of("whole", "python_stdlib.zip") in asked.files


@pytest.mark.parametrize(
    ("instead", "by"),
    [
        (START, f"await new Promise(() => {{}})\n{START}"),
        ("return{run,", "return { run() { for (;;); },"),
    ],
    ids=["starting", "answering"],
)
def test_a_python_that_hangs_is_given_up_for_the_whole_one(
    visit: Callable[..., Page], watch: Watch, home: str, instead: str, by: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    program = expand("small", "program").decode()
    hanging = program.replace(instead, by)
    assert hanging != program

    def prepare(page: Page) -> None:
        serve_instead("program", hanging.encode())(page)
        page.clock.install(time=TODAY)

    expect_the_whole_one(visit("", prepare=prepare), home)


def expect_the_whole_one(page: Page, home: str) -> None:
    """Wait until patience with the small Python ends, and the whole one answers."""
    page.add_init_script(NOTE_START)
    page.goto(f"{home}tools/timeline/")
    with page.expect_response(f"**/{file_of('whole', 'python_stdlib.zip')}"):
        field(page, "ended_on").fill("2026-11-20")
        page.clock.run_for(1_000)
        page.evaluate("window.started")
        page.clock.run_for(25_000)
    expect_answer(page)

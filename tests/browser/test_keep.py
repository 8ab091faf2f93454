"""The expanded files, kept in the browser for the next visit, and never missed where they aren't."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TODAY, Watch, new_page
from tests.browser.runtime import expand, names_of
from tests.browser.tool import area, field, share
from tests.browser.ways import (
    DEAF,
    LIST_KEPT,
    MANY_BROWSERS_SAY,
    PARTS,
    Held,
    address_of,
    ask,
    come_back,
    expect_friday,
    file_of,
    in_the_worker,
    place_of,
    wait_for,
    what_is_kept,
)

OLD = "memory.000000000000.bin"
ARE_KEPT = f"async (expected) => String(await ({LIST_KEPT})()) === String(expected)"
IS_THERE = "async (address) => Boolean(await caches.match(address))"
IS_GONE = "async (address) => !(await caches.match(address))"
PUT = (
    "async ([place, address, text]) => (await caches.open(place)).put(address, new Response(text))"
)
CUT_OFF = """async ([place, address]) => {
  const store = await caches.open(place)
  const content = await (await store.match(address)).arrayBuffer()
  await store.put(address, new Response(content.slice(0, content.byteLength / 2)))
}"""
ALTER = """async ([place, address]) => {
  const store = await caches.open(place)
  const content = new Uint8Array(await (await store.match(address)).arrayBuffer())
  content[content.length / 2 | 0] ^= 1
  await store.put(address, new Response(content))
}"""
ROOM_FOR_ONE = """
const { put } = Cache.prototype
let puts = 0
Cache.prototype.put = async function (...given) {
  if (puts++ === 0) return put.apply(this, given)
  await caches.open('it was full')
  throw new DOMException('', 'QuotaExceededError')
}
"""
IS_FULL_AND_EMPTIED = """async (place) => {
  const places = await caches.keys()
  return places.includes('it was full') && !places.includes(place)
}"""
TAKE = "async ([place, address]) => (await caches.open(place)).delete(address)"


def expect_kept(page: Page, home: str) -> None:
    """Wait until what is kept is what the build made, and nothing else: no word of a reader."""
    wait_for(page, ARE_KEPT, what_is_kept(home))


def visit_the_timeline(page: Page, home: str) -> None:
    """Have it answer, and wait until everything is kept."""
    ask(page, home)
    expect_kept(page, home)


def test_the_next_visit_asks_for_no_file(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    page = visit("")
    visit_the_timeline(page, home)
    later, asked = come_back(page, watch)
    visit_the_timeline(later, home)
    assert asked.files == []


@pytest.mark.parametrize(
    ("part_name", "how"),
    [
        *((name, "altered") for name in PARTS),
        ("memory", "taken"),
        *(
            pytest.param(
                "memory", how, marks=pytest.mark.slow
            )  # its hash is wrong, as of what is altered
            for how in ("cut off", "empty", "something else")
        ),
    ],
)
def test_what_was_spoilt_since_is_fetched_and_kept_anew(
    visit: Callable[..., Page], watch: Watch, home: str, part_name: str, how: str
) -> None:
    watch.expected = ("console:",)
    page = visit("")
    visit_the_timeline(page, home)
    place, address = place_of(home), address_of(home, part_name)
    spoil = {
        "cut off": (CUT_OFF, [place, address]),
        "altered": (ALTER, [place, address]),
        "empty": (PUT, [place, address, ""]),
        "something else": (PUT, [place, address, "<!doctype html>" * 99]),
        "taken": (TAKE, [place, address]),
    }
    page.goto(home)  # a worker that is just done with its last file would have it there again
    page.evaluate(*spoil[how])
    later, asked = come_back(page, watch)
    visit_the_timeline(later, home)
    assert set(asked.files) == names_of("small")
    again, asked = come_back(later, watch)
    visit_the_timeline(again, home)
    assert asked.files == []


@pytest.mark.parametrize(
    "trouble",
    [
        "Object.defineProperty(globalThis, 'caches', { value: undefined })\n",
        "CacheStorage.prototype.open = () => Promise.reject(new DOMException('', 'SecurityError'))\n",
        "CacheStorage.prototype.delete = () => Promise.reject(new DOMException('', 'UnknownError'))\n",
        "Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))\n",
    ],
)
def test_a_browser_that_keeps_nothing_answers_as_well(
    visit: Callable[..., Page], home: str, trouble: str
) -> None:
    page = visit("", prepare=in_the_worker(trouble))
    for _ in range(2):
        ask(page, home)
        page.wait_for_load_state("networkidle")
    assert page.evaluate(LIST_KEPT) == []


def test_a_device_with_room_for_one_file_alone_keeps_none(
    visit: Callable[..., Page], home: str
) -> None:
    """A file that the next visit can't use by itself would only take up room."""
    page = visit("", prepare=in_the_worker(ROOM_FOR_ONE))
    ask(page, home)
    wait_for(page, IS_FULL_AND_EMPTIED, place_of(home))


def test_a_store_that_cannot_be_read_is_filled_and_asked_in_vain(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    refuse = "CacheStorage.prototype.match = () => Promise.reject(new Error('not today'))\n"
    page = visit("", prepare=in_the_worker(refuse))
    visit_the_timeline(page, home)
    later, asked = come_back(page, watch)
    in_the_worker(refuse)(later)
    ask(later, home)
    assert set(asked.files) == names_of("small")


@pytest.mark.parametrize(
    "trouble",
    [
        "CacheStorage.prototype.match = () => new Promise(() => {})\n",
        "CacheStorage.prototype.match = async () => ({ arrayBuffer: () => new Promise(() => {}) })\n",
    ],
)
def test_a_store_that_never_says_anything_is_not_waited_for(
    visit: Callable[..., Page], watch: Watch, home: str, trouble: str
) -> None:
    page = visit("")
    visit_the_timeline(page, home)
    later, asked = come_back(page, watch)
    in_the_worker(trouble)(later)
    watch.expected = ("console:",)
    ask(later, home)
    assert set(asked.files) == names_of("small")


def test_a_program_that_another_page_of_the_host_has_put_there_never_runs(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    watch.expected = ("console:",)
    page = visit("")
    visit_the_timeline(page, home)
    page.goto(home)
    program = expand("small", "program").decode()
    altered = program.replace("return{run,", "return { run: () => '{}',")
    assert altered != program
    page.evaluate(PUT, [place_of(home), address_of(home, "program"), altered])
    later, _ = come_back(page, watch)
    visit_the_timeline(later, home)


def test_a_tab_closed_while_the_files_are_put_away_leaves_the_next_to_do_so(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    first_only = """
const { put } = Cache.prototype
let puts = 0
Cache.prototype.put = function (...given) { return puts++ ? new Promise(() => {}) : put.apply(this, given) }
"""
    page = visit("", prepare=in_the_worker(first_only))
    ask(page, home)
    wait_for(page, IS_THERE, address_of(home, PARTS[0]))
    later, asked = come_back(page, watch)
    page.close()
    visit_the_timeline(later, home)
    assert set(asked.files) == names_of("small")


def test_two_tabs_start_at_once_and_keep_the_same(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    one = visit("")
    other, asked = come_back(one, watch)
    held = [Held(page, address_of(home, "memory")) for page in (one, other)]
    for page in (one, other):
        page.goto(f"{home}tools/timeline/")
    for route in [each.take() for each in held]:
        route.continue_()
    for page in (one, other):
        expect_friday(page)
    assert set(asked.files) == names_of("small")
    later, _ = come_back(one, watch)
    visit_the_timeline(later, home)


def test_what_an_older_site_kept_goes_and_what_another_one_kept_stays(
    visit: Callable[..., Page], home: str
) -> None:
    page = visit("")
    elsewhere = home.replace("closing-playbook", "another-playbook")
    for site in (home, elsewhere):
        page.evaluate(PUT, [place_of(site), place_of(site) + OLD, "old"])
    ask(page, home)
    wait_for(page, IS_GONE, place_of(home) + OLD)
    assert not page.evaluate(IS_GONE, place_of(elsewhere) + OLD)


def test_a_shared_computer_keeps_nothing_and_lets_go_of_what_it_had(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    page = visit("")
    visit_the_timeline(page, home)
    later = new_page(page.context, watch, TODAY)
    share(later)
    ask(later, home)
    wait_for(later, IS_GONE, address_of(home, "program"))
    wait_for(later, ARE_KEPT, [])


def test_where_the_whole_python_stood_in_what_was_kept_stays_and_nothing_is_added(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    page = visit("")
    visit_the_timeline(page, home)
    page.goto(home)
    later, asked = come_back(page, watch)
    later.goto(f"{home}tools/timeline/")
    expect_friday(later)
    later.evaluate(DEAF)
    with later.expect_request(f"**/{file_of('whole', 'python_stdlib.zip')}"):
        field(later, "promise").fill("by Thursday")
    expect(area(later, "answer")).to_contain_text("26 November")
    assert later.evaluate(LIST_KEPT) == what_is_kept(home)
    assert set(asked.files) == names_of("whole")
    again, asked = come_back(page, watch)
    visit_the_timeline(again, home)
    assert asked.files == []

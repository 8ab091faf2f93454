"""When Python starts: where there is a tool, and not before the reader's line can bear it."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import TODAY, Watch
from tests.browser.runtime import files_of
from tests.browser.tool import area, expect_answer, field, share
from tests.browser.ways import FilesAsked, Held

NOTED = "sessionStorage.setItem('closing-playbook', JSON.stringify({ ended_on: '2026-11-20' }))"
LATE = 10_000
"""Milliseconds in which Python would have been asked for: a page waits for a quiet moment first."""
SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


def test_a_page_without_a_tool_asks_for_no_python(visit: Callable[..., Page]) -> None:
    asked = FilesAsked()
    page = visit("plays/waiting/the-check-in/", prepare=asked.follow)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("customElements.get('playbook-tool') === undefined")
    assert asked.files == []


def test_a_tool_starts_python_by_itself(visit: Callable[..., Page]) -> None:
    page = visit("")
    with page.expect_request("**/memory.*.bin"):
        page.goto(f"{page.url}tools/timeline/")


def test_where_data_costs_python_waits_for_the_reader(visit: Callable[..., Page]) -> None:
    asked = FilesAsked()

    def save_data(page: Page) -> None:
        page.clock.install(time=TODAY)
        page.add_init_script(SAVE_DATA)
        asked.follow(page)

    page = visit("tools/timeline/", prepare=save_data)
    page.clock.run_for(LATE)
    page.wait_for_load_state("networkidle")
    assert asked.files == []
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)


def test_the_start_shows_how_far_it_has_come(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/")
    field(page, "ended_on").fill("2026-11-20")
    expect(area(page, "loaded")).not_to_have_text("0.0")
    expect_answer(page)
    loaded, total = (float(area(page, name).text_content() or 0) for name in ("loaded", "total"))
    assert 0 < loaded <= total


def test_a_server_that_compresses_nothing_sends_no_more(visit: Callable[..., Page]) -> None:
    """The server of these tests is one: what travels is what the list says."""
    sent: dict[str, int] = {}

    def note(response: Response) -> None:
        assert "content-encoding" not in response.headers
        if response.url.endswith(".bin"):
            sent[response.url.rsplit("/")[-1]] = int(response.headers["content-length"])

    page = visit("tools/timeline/", prepare=lambda page: page.on("response", note))
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    assert sent == files_of("small")


def test_what_has_its_content_in_its_name_may_be_kept(visit: Callable[..., Page]) -> None:
    policies: dict[str, str] = {}

    def note(response: Response) -> None:
        policies[response.url.rsplit("/")[-1]] = response.headers.get("cache-control", "")

    page = visit("tools/timeline/", prepare=lambda page: page.on("response", note))
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    by_content = [name for name in policies if re.fullmatch(r"\w+\.[0-9a-f]{12}\.(js|bin)", name)]
    assert {name.split(".")[0] for name in by_content} >= {
        "decoder",
        "files",
        "form",
        "memory",
        "program",
        "python",
    }
    assert [name for name in by_content if "immutable" not in policies[name]] == []


def test_whoever_comes_back_waits_without_the_example_and_has_it_if_nothing_comes(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = ("console:", "error:")
    page = visit("", prepare=lambda page: page.add_init_script(NOTED))
    memory = Held(page, "**/memory.*.bin")
    page.goto(f"{page.url}tools/timeline/")
    expect(page.locator("playbook-tool:defined")).to_be_visible()
    expect(page.locator(".pb-tool-example")).to_be_hidden()
    memory.take().abort()
    expect(area(page, "failure")).to_be_visible()
    expect(page.locator(".pb-tool-example")).to_be_visible()


def test_a_shared_computer_shows_the_example_whatever_was_stored(
    visit: Callable[..., Page],
) -> None:
    def prepare(page: Page) -> None:
        page.add_init_script(NOTED)
        share(page)

    page = visit("tools/timeline/", prepare=prepare)
    expect(page.locator(".pb-tool-example")).to_be_visible()

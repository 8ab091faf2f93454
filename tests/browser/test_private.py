"""Nothing that is typed leaves the page, stays behind, or stands in an address."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch
from tests.browser.tool import area, expect_answer, field, say_when_it_ended, stored

NAME = "Zebedee Quillfeather"
NO_STORAGE = """
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('', 'SecurityError') } })
"""
SEND_FROM_A_WORKER = """() => new Promise((resolve) => {
  const code = "fetch('https://example.com/').then(() => postMessage('sent'), () => postMessage('refused'))"
  const worker = new Worker(URL.createObjectURL(new Blob([code])))
  worker.onmessage = ({ data }) => resolve(data)
})"""


TRY_TO_SEND = (
    "fetch('https://example.com/').then(() => 'sent', () => 'refused')"
    ".then((said) => new BroadcastChannel('said').postMessage(said))\n"
)
SEND_FROM_OUR_OWN = f"""
const {{ Blob: Own }} = globalThis
const more = {json.dumps(TRY_TO_SEND)}
window.said = new Promise((resolve) => (new BroadcastChannel('said').onmessage = ({{ data }}) => resolve(data)))
globalThis.Blob = class extends Own {{
  constructor([own, ...rest], options) {{
    const given = `new Blob([${{JSON.stringify(more)}}, bytes]`
    const text = WHICH === 'program' ? own.replace('new Blob([bytes]', () => given) : more + own
    if (text === own) throw new Error('nothing was added')
    super([text, ...rest], options)
  }}
}}
"""


def type_a_name(page: Page) -> None:
    say_when_it_ended(page)
    field(page, "interviewers.0.name").fill(NAME)
    expect(area(page, "answer")).to_contain_text(NAME)


def come_back_to(page: Page, place: str, text: str) -> None:
    """The reader comes back to a page for which this had been stored."""
    store = "([place, text]) => window[place].setItem('closing-playbook', text)"
    page.evaluate(store, [place, text])
    page.reload()


def test_even_a_worker_can_only_talk_to_this_site(timeline: Page, watch: Watch) -> None:
    watch.expected = ("https://example.com/",)
    assert timeline.evaluate(SEND_FROM_A_WORKER) == "refused"


@pytest.mark.parametrize("which", ["worker", "program"])
def test_the_worker_of_the_page_too(visit: Callable[..., Page], watch: Watch, which: str) -> None:
    """The text that the page has, and the program that it fetches, even where the other host would answer."""
    watch.expected = ("https://example.com/",)
    anyone = {"access-control-allow-origin": "*"}

    def prepare(page: Page) -> None:
        page.add_init_script(SEND_FROM_OUR_OWN.replace("WHICH", f"'{which}'"))
        page.context.route("https://example.com/", lambda route: route.fulfill(headers=anyone))

    page = visit("tools/timeline/", prepare=prepare)
    assert page.evaluate("window.said") == "refused"
    say_when_it_ended(page)


def test_what_is_typed_stands_in_no_address(timeline: Page) -> None:
    asked: list[str] = []
    timeline.on("request", lambda request: asked.append(request.url))
    type_a_name(timeline)
    field(timeline, "interviewers.0.name").press("Enter")
    timeline.reload()
    expect_answer(timeline)
    assert [url for url in [*asked, timeline.url] if "Zebedee" in url or "2026-" in url] == []


def test_a_tab_keeps_it_and_the_device_does_not(timeline: Page) -> None:
    type_a_name(timeline)
    entry = stored(timeline)
    assert NAME in entry["session"]
    assert NAME not in entry["local"]
    assert entry["cookie"] == ""


def test_a_reload_keeps_it(timeline: Page) -> None:
    type_a_name(timeline)
    timeline.reload()
    expect_answer(timeline)
    expect(field(timeline, "interviewers.0.name")).to_have_value(NAME)
    expect(area(timeline, "answer")).to_contain_text(NAME)


def test_kept_on_this_device_by_choice_it_is_there_in_a_new_tab(timeline: Page) -> None:
    type_a_name(timeline)
    area(timeline, "keep").check()
    other = timeline.context.new_page()
    other.goto(timeline.url)
    expect(field(other, "interviewers.0.name")).to_have_value(NAME)
    expect(area(other, "keep")).to_be_checked()
    other.close()
    area(timeline, "keep").uncheck()
    assert NAME not in stored(timeline)["local"]


def test_clear_and_leave_leaves_nothing(timeline: Page, home: str) -> None:
    type_a_name(timeline)
    area(timeline, "keep").check()
    timeline.get_by_role("button", name="Clear and leave").click()
    timeline.wait_for_url(home)
    assert NAME not in str(stored(timeline))
    timeline.goto(f"{home}tools/timeline/")
    expect(field(timeline, "interviewers.0.name")).to_have_value("")
    expect(timeline.locator(".pb-tool-example")).to_be_visible()


def test_what_stays_after_clearing_is_what_the_privacy_page_says(timeline: Page, home: str) -> None:
    """The colours, and when the reader last cleared."""
    type_a_name(timeline)
    area(timeline, "keep").check()
    timeline.get_by_role("button", name="Clear and leave").click()
    timeline.wait_for_url(home)
    names = "(area) => Object.keys(window[area]).map((key) => key.split('/').at(-1)).sort()"
    assert timeline.evaluate(names, "localStorage") == [".__palette", "closing-playbook-clearings"]
    assert timeline.evaluate(names, "sessionStorage") == []


def test_clear_and_leave_holds_for_pages_further_back(timeline: Page, home: str) -> None:
    type_a_name(timeline)
    timeline.goto(home)
    timeline.goto(f"{home}tools/timeline/")
    expect(field(timeline, "interviewers.0.name")).to_have_value(NAME)
    timeline.get_by_role("button", name="Clear and leave").click()
    timeline.wait_for_url(home)
    timeline.go_back()
    timeline.go_back()
    expect(timeline).to_have_url(f"{home}tools/timeline/")
    expect(field(timeline, "interviewers.0.name")).to_have_value("")
    expect(area(timeline, "answer")).not_to_contain_text(NAME)


@pytest.mark.parametrize("place", ["sessionStorage", "localStorage"])
@pytest.mark.parametrize("text", ["{", "[]", "null", '"text"', "7", "\u0000"])
def test_a_record_that_cannot_be_read_is_said_and_breaks_nothing(
    timeline: Page, place: str, text: str
) -> None:
    come_back_to(timeline, place, text)
    expect(area(timeline, "record")).to_contain_text("can't be read")
    expect(timeline.locator(".pb-tool-example")).to_be_visible()
    say_when_it_ended(timeline)


def test_a_record_of_the_wrong_shape_breaks_nothing(timeline: Page) -> None:
    wrong = '{"interviewers": "x", "events": [1, null], "promise": ["a"], "ended_on": {"a": 1}}'
    come_back_to(timeline, "sessionStorage", wrong)
    say_when_it_ended(timeline)


def test_a_browser_without_storage_is_served_as_well(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = ("SecurityError",)  # the theme's own script says so
    page = visit("tools/timeline/", prepare=lambda page: page.add_init_script(NO_STORAGE))
    say_when_it_ended(page)

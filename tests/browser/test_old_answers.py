"""An answer that is older than the form says so, where one looks and aloud; what failed is never sent again."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TODAY, Watch
from tests.browser.readers import PATIENCE
from tests.browser.runtime import expand, listed
from tests.browser.tool import area, expect_answer, field
from tests.browser.ways import (
    DEAF,
    MANY_BROWSERS_SAY,
    believe,
    expect_friday,
    file_of,
    serve_instead,
)

SOON = 300
"""Milliseconds after an edit in which an old answer says that it is one."""
A_PAUSE = 2_000
"""Milliseconds without a key after which it is also said aloud."""
NOTE_WORDS = """
window.spoken = []
const spoken = document.querySelector("[data-part='spoken']")
new MutationObserver(() => window.spoken.push(spoken.textContent)).observe(spoken, { childList: true })
"""
PHONE = {"width": 360, "height": 640}
RUN = "return{run,"
STOP_AT_PLANS = """return { run(tool, request) {
  if ('plan' in JSON.parse(request)) throw new WebAssembly.RuntimeError('unreachable')
  return run(tool, request)
},"""
ANSWER_BADLY = """return { run(tool, request) {
  const answer = run(tool, request)
  return request.includes('by Thursday') ? answer.replace('{', '{"employer": NaN, ') : answer
},"""
STOP_AT_WORDS = """return { run(tool, request) {
  if (request.includes('by Thursday')) throw new WebAssembly.RuntimeError('unreachable')
  return run(tool, request)
},"""
PLAN = {
    "format": "closing-playbook/plan",
    "version": 1,
    "record": {"ended_on": "2026-11-20", "employer": "Opened Ltd"},
}


def run_otherwise(run: str) -> Callable[[Page], None]:
    """Have the small Python answer in another way."""
    program = expand("small", "program").decode()
    assert program.count(RUN) == 1
    return serve_instead("program", program.replace(RUN, run).encode())


def test_an_answer_older_than_the_form_says_so_until_there_is_a_new_one(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    page = visit("tools/timeline/", prepare=lambda page: page.clock.install(time=TODAY))
    field(page, "promise").fill("by Friday")
    field(page, "ended_on").fill("2026-11-20")
    page.clock.run_for(1_000)
    expect_answer(page)
    page.evaluate(DEAF)
    field(page, "promise").fill("by Thursday")
    page.clock.run_for(SOON)
    expect(area(page, "aged")).to_be_in_viewport()
    expect(area(page, "aged")).to_have_text(
        "You've changed something. What follows is still the old answer."
    )
    page.clock.run_for(A_PAUSE)
    expect(area(page, "spoken")).to_have_text(
        "You've changed something. What follows is still the old answer."
    )
    page.clock.run_for(11_000)
    expect(area(page, "answer")).to_contain_text(
        "by Thursday 26 November", use_inner_text=True, timeout=2 * PATIENCE
    )
    expect(area(page, "aged")).to_be_hidden()
    expect(area(page, "spoken")).to_have_text(
        "The answer is up to date again. We read: by Thursday 26 November. Is that right?"
    )


def test_on_a_phone_the_bar_says_it(visit: Callable[..., Page]) -> None:
    page = visit("tools/timeline/", viewport=PHONE)
    expect_friday(page)
    field(page, "promise").scroll_into_view_if_needed()
    bar = area(page, "bar")
    expect(bar).to_be_in_viewport()
    expect(bar.get_by_text("From before your last change")).to_be_hidden()
    page.evaluate(DEAF)
    field(page, "promise").fill("by Thursday")
    expect(bar.get_by_text("From before your last change")).to_be_in_viewport()


def test_an_answer_that_comes_at_once_is_never_called_old(visit: Callable[..., Page]) -> None:
    """The page's clock stands still while Python answers, however long it takes."""
    page = visit("tools/timeline/", prepare=lambda page: page.clock.install(time=TODAY))
    field(page, "ended_on").fill("2026-11-20")
    field(page, "promise").fill("by Friday")
    page.clock.run_for(SOON)
    expect_answer(page)
    expect(area(page, "answer")).to_contain_text("Friday 27 November")
    page.clock.pause_at("2026-11-22T11:00:00Z")
    page.evaluate(NOTE_WORDS)
    field(page, "promise").fill("by Monday")
    page.clock.run_for(SOON // 2)
    expect(area(page, "answer")).to_contain_text("Monday 23 November")
    page.clock.run_for(SOON)
    aged = area(page, "aged").text_content()
    assert aged
    assert not [words for words in page.evaluate("window.spoken") if aged in words]


def test_getting_ready_and_failing_are_in_view_on_a_phone(
    visit: Callable[..., Page], watch: Watch
) -> None:
    watch.expected = MANY_BROWSERS_SAY

    def prepare(page: Page) -> None:
        page.clock.install(time=TODAY)
        page.context.route("**/memory.*.bin", lambda _: None)

    page = visit("tools/timeline/", prepare=prepare, viewport=PHONE)
    field(page, "ended_on").fill("2026-11-20")
    page.clock.run_for(A_PAUSE)
    bar = area(page, "bar")
    expect(bar.get_by_text("Getting ready")).to_be_in_viewport()
    expect(area(page, "spoken")).to_contain_text("Getting ready")
    page.clock.run_for(70_000)
    expect(bar.get_by_text("Not worked out yet")).to_be_in_viewport()
    bar.get_by_role("link", name="See why").click()
    expect(area(page, "failure")).to_be_focused()
    expect(area(page, "failure")).to_be_in_viewport()


def open_plan(page: Page, plan: object = PLAN) -> None:
    content = plan if isinstance(plan, str) else json.dumps(plan)
    page.locator("#field-plan").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": content.encode()}
    )


def test_a_plan_that_stops_python_is_not_sent_again_and_typing_goes_on_counting(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    """The small Python and the whole one both stop at it."""
    watch.expected = MANY_BROWSERS_SAY
    page = visit("", prepare=run_otherwise(STOP_AT_PLANS))
    assert listed()["worker"].count(RUN) == 1
    believe(page, RUN, STOP_AT_PLANS)  # the whole one is run by the worker's own text
    page.goto(f"{home}tools/timeline/")
    expect_friday(page)
    open_plan(page)
    failure = area(page, "failure")
    words = "Something in that file stopped this tool, so we didn't open it. "
    words += "You can go on with what you have, or open another file.\n\n"
    words += "What you typed is still here, and so are the example and the numbers below."
    expect(failure).to_be_visible(timeout=2 * PATIENCE)
    expect(failure).to_have_text(words, use_inner_text=True)
    expect(failure.get_by_role("button", name="Try again")).to_be_hidden()
    expect(field(page, "promise")).to_have_value("by Friday")
    field(page, "promise").fill("by Thursday")
    expect(area(page, "answer")).to_contain_text(
        "by Thursday 26 November", use_inner_text=True, timeout=2 * PATIENCE
    )
    expect(failure).to_be_hidden()


@pytest.mark.parametrize("run", [ANSWER_BADLY, STOP_AT_WORDS], ids=["no JSON", "stops"])
def test_what_stopped_the_small_python_does_not_stop_it_twice_in_a_visit(
    visit: Callable[..., Page], watch: Watch, home: str, run: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    page = visit("", prepare=run_otherwise(run))
    page.goto(f"{home}tools/timeline/")
    expect_friday(page)
    with page.expect_request(f"**/{file_of('whole', 'python_stdlib.zip')}"):
        field(page, "promise").fill("by Thursday")
    expect(area(page, "answer")).to_contain_text(
        "by Thursday 26 November", use_inner_text=True, timeout=2 * PATIENCE
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home}tools/notes/")
    expect_answer(page)
    assert not [url for url in asked if "/memory." in url]
    assert [url for url in asked if "/python_stdlib-zip." in url]


def test_clear_and_leave_forgets_that_the_small_python_was_too_small(
    visit: Callable[..., Page], watch: Watch, home: str
) -> None:
    watch.expected = MANY_BROWSERS_SAY
    page = visit("", prepare=run_otherwise(STOP_AT_WORDS))
    page.goto(f"{home}tools/timeline/")
    expect_friday(page)
    field(page, "promise").fill("by Thursday")
    expect(area(page, "answer")).to_contain_text(
        "by Thursday 26 November", use_inner_text=True, timeout=2 * PATIENCE
    )
    assert page.evaluate("sessionStorage.length") == 2
    page.get_by_role("button", name="Clear and leave").click()
    page.wait_for_url(home)
    assert (
        page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('playbook'))") == []
    )

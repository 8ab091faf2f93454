"""Firefox and WebKit, as readers have them: they start in the same ways, and answer the same."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dev.webdriver import DRIVEN, Tab
from playbook.boundary import run
from playbook.tools import NAMES
from runtime.files import digest
from tests.browser.conftest import SITE, module_of
from tests.browser.faults import LET_GO, hang
from tests.browser.runtime import ASK_THE_WORKER, list_examples, listed, names_of, shrink
from tests.browser.server import FAULTS, NOT_STORED, SERVED, SPOILT, serve
from tests.browser.ways import DEAF, LIST_KEPT, file_of, what_is_kept

TYPE = """async (typed) => {
  for (const [name, value] of Object.entries(typed)) {
    const field = document.querySelector(`#field-${name}`)
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}"""
TYPED = {"promise": "by Friday", "ended_on": "2026-11-20"}
WAIT_FOR_ANSWER = """async () => {
  const part = (name) => document.querySelector(`[data-part='${name}']`)
  const isOwn = () => !document.querySelector('.pb-tool-example') && !part('actions').hidden
  while (part('failure').hidden && !isOwn()) await new Promise((resolve) => setTimeout(resolve, 50))
  return part(part('failure').hidden ? 'answer' : 'failure').innerText
}"""
WAIT_FOR_FAILURE = """async () => {
  const failure = document.querySelector("[data-part='failure']")
  while (failure.hidden) await new Promise((resolve) => setTimeout(resolve, 50))
  return failure.innerText
}"""
TRY_AGAIN = """async () => {
  const buttons = [...document.querySelectorAll("[data-part='failure'] button")]
  buttons.find((button) => button.innerText.trim() === 'Try again').click()
}"""
SEARCH_AND_WAIT = """async () => {
  document.querySelector('[data-md-toggle=search]').click()
  const failed = document.querySelector('.pb-search-failed')
  while (getComputedStyle(failed).display === 'none') await new Promise((resolve) => setTimeout(resolve, 50))
  return failed.innerText
}"""
LONGEST_UNMARKED = 300
"""Milliseconds that an answer may be older than the form without a sign, by a timer of the page."""
CHANGE_AND_WAIT = f"""async (typed) => {{
  const part = (name) => document.querySelector(`[data-part='${{name}}']`)
  await ({TYPE})(typed)
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  await wait({LONGEST_UNMARKED})
  const {{ top, bottom }} = part('aged').getBoundingClientRect()
  const seen = {{ isMarked: !part('aged').hidden, isInView: top >= 0 && bottom <= innerHeight }}
  while (!part('spoken').textContent.includes(part('aged').textContent)) await wait(50)
  return seen
}}"""
WAIT_UNTIL_KEPT = f"""async (expected) => {{
  const list = {LIST_KEPT}
  while (String(await list()) !== String(expected)) await new Promise((resolve) => setTimeout(resolve, 100))
}}"""


@pytest.fixture(scope="module", params=DRIVEN)
def tab(request: pytest.FixtureRequest) -> Iterator[Tab]:
    """One tab of each browser for all of these tests."""
    with DRIVEN[request.param]() as opened:
        yield opened


@pytest.fixture
def home() -> Iterator[str]:
    """The sealed site at an address of its own, where no browser has been: nothing of it is kept."""
    SERVED.clear()
    with serve(SITE, NOT_STORED) as address:
        yield address
    SPOILT.clear()
    FAULTS.clear()
    LET_GO.set()


@pytest.fixture(scope="module")
def spoilt_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site with a memory that is no good, as if it had been built so."""
    site = tmp_path_factory.mktemp("spoilt") / "site"
    shutil.copytree(SITE, site)
    memory = site / "assets/runtime" / file_of("small", "memory")
    memory.write_bytes(shrink(bytes(8)))
    [files] = (site / "assets/tool").glob("files.*.js")
    before = digest(files.read_bytes())
    sent = listed()["integrity"][memory.name]
    files.write_text(files.read_text("utf-8").replace(sent, digest(memory.read_bytes())), "utf-8")
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        page.write_text(html.replace(before, digest(files.read_bytes())), "utf-8")
    return site


@pytest.fixture
def spoilt_home(spoilt_site: Path) -> Iterator[str]:
    """That site at an address where no browser has been."""
    SERVED.clear()
    with serve(spoilt_site, NOT_STORED) as address:
        yield address


def ask(tab: Tab, home: str) -> None:
    """Open the timeline and have it answer."""
    tab.open(f"{home}tools/timeline/")
    tab.run(TYPE, TYPED)
    expect_friday(tab)


def expect_friday(tab: Tab) -> None:
    """Wait for what the timeline says."""
    assert "27 November" in tab.run(WAIT_FOR_ANSWER)


PUT_OFF = """async () => {
  const part = document.querySelector("[data-part='answer']")
  part.querySelector('#step-check-in-1 .pb-other-day').open = true
  const button = part.querySelector('#step-check-in-1 .pb-other-day button')
  button.focus() // as the keyboard does; a click by a script moves no focus
  button.click()
  while (!part.innerText.includes('You put this off until')) await new Promise((resolve) => setTimeout(resolve, 50))
  return document.activeElement.id
}"""


def test_a_step_is_put_off_and_the_focus_stays_at_it(tab: Tab, home: str) -> None:
    today = date.today().isoformat()  # noqa: DTZ011  # the browser's own date
    tab.open(f"{home}tools/timeline/")
    tab.run(TYPE, {"promise": "in two weeks", "ended_on": today})
    tab.run(WAIT_FOR_ANSWER)
    assert tab.run(PUT_OFF) == "step-check-in-1"


def asked_for() -> list[str]:
    """The runtime's files that the server was asked for since the last time."""
    names = sorted(name for name in SERVED if name.endswith(".bin"))
    SERVED.clear()
    return names


def test_the_first_visit_needs_each_small_file_once_and_the_next_none(tab: Tab, home: str) -> None:
    ask(tab, home)
    assert asked_for() == sorted(names_of("small"))
    tab.run(WAIT_UNTIL_KEPT, what_is_kept(home))
    tab.open(home)  # WebKit's driver has a private window, which forgets what the last page kept
    ask(tab, home)
    assert asked_for() == []


@pytest.mark.parametrize("file", ["memory", "calendar", "worker"])
def test_a_file_that_was_altered_on_the_way_is_fetched_anew_and_then_named(
    tab: Tab, home: str, file: str
) -> None:
    [worker] = (SITE / "assets/javascripts/workers").glob("search.*.js")
    names = {
        "memory": file_of("small", "memory"),
        "calendar": name_of_calendar(),
        "worker": worker.name,
    }
    name = names[file]
    SPOILT.add(name)
    if file == "worker":
        tab.open(home)
        assert "The search didn't arrive" in tab.run(SEARCH_AND_WAIT)
        assert SERVED.count(name) == 2
        return
    tab.open(f"{home}tools/timeline/")
    tab.run(TYPE, TYPED | ({"country": "GB"} if file == "calendar" else {}))
    assert "A network between you and us changes files" in tab.run(WAIT_FOR_FAILURE)
    assert SERVED.count(name) >= 2
    SPOILT.clear()
    tab.run(TRY_AGAIN)
    expect_friday(tab)
    assert SERVED.count(name) >= 3
    assert not [each for each in SERVED if each.startswith("python_stdlib-zip.")]


def name_of_calendar() -> str:
    """The name of the calendar of the United Kingdom on the server."""
    return str(listed()["data"]["calendars/GB.json"]).rsplit("/")[-1]


def test_a_file_of_which_no_more_comes_ends_in_words(tab: Tab, home: str) -> None:
    LET_GO.clear()
    FAULTS[file_of("small", "python")] = hang
    tab.open(f"{home}tools/timeline/")
    tab.run(TYPE, TYPED)
    assert "didn't arrive" in tab.run(WAIT_FOR_FAILURE)
    FAULTS.clear()
    LET_GO.set()
    tab.run(TRY_AGAIN)
    expect_friday(tab)


def test_an_answer_older_than_the_form_says_so_at_once_and_aloud_after_a_pause(
    tab: Tab, home: str
) -> None:
    ask(tab, home)
    tab.run(DEAF)
    seen = tab.run(CHANGE_AND_WAIT, {"promise": "by Thursday"})
    assert seen == {"isMarked": True, "isInView": True}


def test_an_image_that_is_no_good_is_not_noticed(tab: Tab, spoilt_home: str) -> None:
    ask(tab, spoilt_home)
    assert set(asked_for()) == names_of("small") | names_of("whole")


@pytest.mark.parametrize("start", ["small", "whole"])
def test_every_tool_answers_as_cpython_does(
    tab: Tab, home: str, spoilt_home: str, start: str
) -> None:
    tab.open(spoilt_home if start == "whole" else home)
    requests = [(tool, request) for tool in NAMES for request in list_examples(tool)]
    answers = tab.run(ASK_THE_WORKER, [module_of("runtime"), requests])
    assert answers == [json.loads(run(tool, request)) for tool, request in requests]
    assert set(asked_for()) == names_of("small") | names_of(start)

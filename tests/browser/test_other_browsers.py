"""Firefox and WebKit, as readers have them: they start in the same ways, and answer the same."""

import json
from collections.abc import Iterator

import pytest

from playbook.boundary import run
from playbook.tools import NAMES
from publish.drive import DRIVEN, Tab
from tests.browser.conftest import SITE, module_of
from tests.browser.parity.situations import draw_examples
from tests.browser.runtime import ASK_THE_WORKER, names_of, shrink
from tests.browser.server import INSTEAD, NOT_STORED, SERVED, SPOILT, serve
from tests.browser.ways import LIST_KEPT, file_of, what_is_kept

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
    INSTEAD.clear()


def ask(tab: Tab, home: str) -> None:
    """Open the timeline and have it answer."""
    tab.open(f"{home}tools/timeline/")
    tab.run(TYPE, TYPED)
    expect_friday(tab)


def expect_friday(tab: Tab) -> None:
    """Wait for what the timeline says."""
    assert "27 November" in tab.run(WAIT_FOR_ANSWER)


def asked_for() -> list[str]:
    """The runtime's files that the server was asked for since the last time."""
    names = sorted(name for name in SERVED if name.endswith(".bin"))
    SERVED.clear()
    return names


def test_the_first_visit_needs_each_small_file_once_and_the_next_none(tab: Tab, home: str) -> None:
    ask(tab, home)
    assert asked_for() == sorted(names_of("small"))
    tab.run(WAIT_UNTIL_KEPT, what_is_kept(home))
    tab.open(
        home
    )  # WebKit's driver has a private window, which forgets what the last page of a site kept
    ask(tab, home)
    assert asked_for() == []


def test_a_file_that_was_altered_on_the_way_is_said_and_asked_for_anew(tab: Tab, home: str) -> None:
    name = file_of("small", "memory")
    SPOILT.add(name)
    tab.open(f"{home}tools/timeline/")
    assert "What you typed is still here" in tab.run(WAIT_FOR_FAILURE)
    assert asked_for() == sorted(names_of("small"))
    SPOILT.clear()
    tab.run(TRY_AGAIN)
    tab.run(TYPE, TYPED)
    expect_friday(tab)
    assert asked_for() == sorted(names_of("small"))


def test_an_image_that_is_no_good_is_not_noticed(tab: Tab, home: str) -> None:
    INSTEAD[file_of("small", "memory")] = shrink(bytes(8))
    ask(tab, home)
    assert set(asked_for()) == names_of("small") | names_of("whole")


@pytest.mark.parametrize("start", ["small", "whole"])
def test_every_tool_answers_as_cpython_does(tab: Tab, home: str, start: str) -> None:
    if start == "whole":
        INSTEAD[file_of("small", "memory")] = shrink(bytes(8))
    tab.open(home)
    requests = [(tool, request) for tool in NAMES for request in draw_examples(tool)]
    answers = tab.run(ASK_THE_WORKER, [module_of("runtime"), requests])
    assert answers == [json.loads(run(tool, request)) for tool, request in requests]
    assert set(asked_for()) == names_of("small") | names_of(start)

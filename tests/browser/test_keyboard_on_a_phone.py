"""From the top of each tool's page to a copied text in a window of 360 by 640, by keys alone, in each browser."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.browser.conftest import open_for_new_reader
from tests.browser.readers import NAME, READY, Tab, wait_until
from tests.browser.sight import FOCUS_OUT_OF_SIGHT, OUT_OF_SIGHT, settle

MOST_STOPS = 200
WIDTH, HEIGHT = 360, 640
FIRST_COPY = "[data-part=answer] [data-copy]"
WHOLE_COPY = "[data-do=copy]"
IS_ANSWERED = """!document.querySelector('.pb-tool-example')
  && !document.querySelector("[data-part='actions']").hidden"""
COPIED = "document.querySelector(\"[data-part='notice'] [data-words='copied']:not([hidden])\")"
ADD_PLACE_TO_PASTE = """async () => {
  const place = Object.assign(document.createElement('textarea'), { id: 'pasted' })
  document.body.append(place)
  place.focus()
}"""
IS_AT_A_RESULT = "document.activeElement.matches('.md-search-result__link')"
RESULTS = "document.querySelector('.md-search-result__link')"
IS_BEHIND_THE_SEARCH = """async () => {
  const search = document.querySelector('.md-search')
  return Boolean(search.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)
    && !search.contains(document.activeElement)
}"""
LINKS_FURTHER_DOWN = "about/publish-github-pages/"
IS_HELD_STILL = "document.body.matches('[data-md-scrolllock]')"
"""The theme lets nothing scroll behind an open search, nor for a moment after it has closed."""
IS_COPIED_SHOWN = """(words) => [...document.querySelectorAll('[data-part=answer], [data-part=answer] textarea')]
  .some((each) => (each.value ?? each.textContent).includes(words))"""
PUT_TO_THE_FOOT = """async () => {
  scrollBy(0, document.activeElement.getBoundingClientRect().bottom - innerHeight)
}"""
CHANGE_PROMISE = """async (words) => {
  const promise = document.querySelector('#field-promise')
  promise.value = words
  promise.dispatchEvent(new Event('input', { bubbles: true }))
}"""
"""As if the reader had typed it and gone on before the answer came, however soon that comes."""
IS_READ = "!document.querySelector('[data-reading=promise]').hidden"
PASTED = "document.querySelector('#pasted').value"


@dataclass(frozen=True)
class Walk:
    """What is pressed at which stop of a page, in this order, the button that copies, and what it takes along."""

    stops: tuple[tuple[str, tuple[str, ...]], ...]
    copy: str
    copied: str


DAY = ("#field-ended_on", ("1", "ArrowRight", "2", "ArrowRight", *"2026"))
"""2 January 2026, a Friday. Each browser waits for a second digit here, so that an arrow leads on in all of them."""
WALKS = {
    "closing-statement": Walk(
        (
            ("#field-needs", tuple("stays calm")),
            ("#field-proofs-0-did", tuple("ran a ward at night")),
        ),
        FIRST_COPY,
        "ran a ward at night",
    ),
    "debrief": Walk((DAY, (NAME, tuple("Dana Whitlock"))), WHOLE_COPY, "Dana Whitlock"),
    "notes": Walk(
        (
            (NAME, tuple("Dana Whitlock")),
            ("[data-list=interviewers] [data-do=add-row]", ("Space",)),
            ("#field-interviewers-1-name", tuple("Omar")),
            ("#field-highlights", tuple("how you train new people")),
            ("#field-my_name", tuple("Li Wei")),
        ),
        FIRST_COPY,
        "Li Wei",
    ),
    "offer": Walk(
        (
            ("[data-list=offers] [data-do=add-row]", ("Enter",)),
            ("#field-offers-0-employer", tuple("Aireside")),
            ("#field-offers-0-pay", tuple("31000")),
        ),
        FIRST_COPY,
        "?",
    ),
    "timeline": Walk(
        (
            DAY,
            (NAME, tuple("Dana")),
            ("#field-promise", tuple("by Monday")),
            ("#field-country", ("ArrowDown", "ArrowDown", "ArrowUp")),
            (".pb-tool-form > .pb-tool-more > summary", ("Space",)),
            ("#field-employer", tuple("Aireside")),
        ),
        WHOLE_COPY,
        "Monday 5 January",
    ),
    "your-plan": Walk(
        (DAY, ("#field-employer", tuple("Aireside")), (NAME, tuple("Dana"))), WHOLE_COPY, "Dana"
    ),
    "my-interviews": Walk((("#field-employer", tuple("Aireside")), DAY), WHOLE_COPY, "Aireside"),
}


@pytest.fixture(params=WALKS)
def phone(
    request: pytest.FixtureRequest, first_tab: Tab, own_home: str
) -> Iterator[tuple[Tab, Walk]]:
    """A narrow window with one of the tools, for a reader who has typed nothing yet, and the way through it."""
    open_for_new_reader(first_tab, own_home)
    window = first_tab.open_window(f"{own_home}tools/{request.param}/", WIDTH, HEIGHT)
    wait_until(window, READY)
    yield window, WALKS[request.param]
    window.close()


def press_tab_to(tab: Tab, selector: str) -> None:
    """Press Tab until the focus is there, where it isn't yet; wherever it comes by can be seen.

    A browser may lead through buttons of its own, where nothing of the page has the focus.
    """
    for _ in range(MOST_STOPS):
        if is_at(tab, selector):
            return
        tab.press("Tab")
        if not is_at(tab, "body"):
            expect_focus_in_sight(tab)
    message = f"{selector} can't be reached with the Tab key"
    raise AssertionError(message)


def is_at(tab: Tab, selector: str) -> bool:
    """Whether the focus is there."""
    return bool(tab.run("async (selector) => document.activeElement.matches(selector)", selector))


def expect_focus_in_sight(tab: Tab) -> None:
    """Where the focus is can be seen, under no bar, and that it is there."""
    find_fault = f"async () => ({FOCUS_OUT_OF_SIGHT})() ?? 'the focus has left the page'"
    assert settle(lambda: tab.run(find_fault)) == ""


def test_keys_alone_lead_to_a_copied_text(phone: tuple[Tab, Walk]) -> None:
    tab, walk = phone
    assert tab.run("async () => [innerWidth, innerHeight]") == [WIDTH, HEIGHT]
    for selector, keys in walk.stops:
        press_tab_to(tab, selector)
        tab.press(*keys)
        expect_focus_in_sight(tab)
    wait_until(tab, IS_ANSWERED)
    wait_until(tab, f"({IS_COPIED_SHOWN})({json.dumps(walk.copied)})")
    wait_until(tab, f"document.querySelector('{walk.copy}')")
    press_tab_to(tab, walk.copy)
    tab.press("Enter")
    wait_until(tab, COPIED)
    assert settle(lambda: tab.run(f"async () => ({OUT_OF_SIGHT})({COPIED})")) == ""
    assert is_at(tab, walk.copy)
    expect_focus_in_sight(tab)
    tab.run(ADD_PLACE_TO_PASTE)
    tab.press("Control+v")
    wait_until(tab, f"{PASTED}.includes('{walk.copied}')")


def test_an_answer_moves_nothing_out_of_sight_that_the_reader_has_come_to_meanwhile(
    first_tab: Tab, own_home: str
) -> None:
    open_for_new_reader(first_tab, own_home)
    window = first_tab.open_window(f"{own_home}tools/timeline/", WIDTH, HEIGHT)
    wait_until(window, READY)
    selector, keys = DAY
    press_tab_to(window, selector)
    window.press(*keys)
    press_tab_to(window, "#field-promise_on")
    window.run(PUT_TO_THE_FOOT)
    window.run(CHANGE_PROMISE, "by Monday")
    wait_until(window, IS_READ)
    expect_focus_in_sight(window)
    window.close()


@pytest.fixture
def front(first_tab: Tab, own_home: str) -> Iterator[Tab]:
    """A narrow window with a page whose first link stands further down than it shows."""
    open_for_new_reader(first_tab, own_home)
    window = first_tab.open_window(f"{own_home}{LINKS_FURTHER_DOWN}", WIDTH, HEIGHT)
    wait_until(window, "document.readyState === 'complete' && document.hasFocus()")
    yield window
    window.close()


@pytest.mark.parametrize("words", ["", "ghosted"], ids=["empty", "found"])
def test_the_tab_key_leads_on_from_the_search(front: Tab, words: str) -> None:
    press_tab_to(front, ".md-search__input")
    if words:
        front.press(*words)
        wait_until(front, RESULTS)
        front.press("ArrowDown")
        wait_until(front, IS_AT_A_RESULT)
    wait_until(front, IS_HELD_STILL)
    front.press("Tab")
    wait_until(front, f"!({IS_HELD_STILL}) && !document.querySelector('#__search').checked")
    expect_focus_in_sight(front)
    assert front.run(IS_BEHIND_THE_SEARCH)

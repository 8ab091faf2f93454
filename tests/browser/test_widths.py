"""Every page at a dozen odd widths, in light and dark: margins, no sideways scroll, nothing on top of anything else."""

import json
from collections.abc import Iterator, Mapping, Sequence

import pytest
from playwright.sync_api import Browser, Page

from playbook.tools import NAMES, get_tool
from tests.browser.conftest import PAGES, SAMPLE, TODAY, Watch, new_page
from tests.browser.sight import settle
from tests.browser.tool import area, expect_answer, say_when_it_ended

WIDTHS = (280, 331, 413, 599, 723, 861, 959, 967, 1024, 1112, 1219, 1226, 1280, 1443, 1920, 2560)
HEIGHT = 900
MARGIN = 11.5
"""Pixels between what stands on a page and its edge, or what stands below."""
EVERY_WIDTH = {"light": WIDTHS, "dark": tuple(reversed(WIDTHS))}
EACH_WIDTH_ONCE = {"light": WIDTHS[::2], "dark": tuple(reversed(WIDTHS[1::2]))}

FAULTS = """(margin) => {
  const faults = []
  const width = document.documentElement.clientWidth
  if (document.scrollingElement.scrollWidth > innerWidth) faults.push('it scrolls sideways')

  const clips = new Map()
  const clipOf = (element) => {
    if (!element) return { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }
    if (!clips.has(element)) {
      const { overflowX, overflowY } = getComputedStyle(element)
      const outer = clipOf(element.parentElement)
      const isOpen = (overflowX === 'visible' && overflowY === 'visible') || element.matches('html, body')
      clips.set(element, isOpen ? outer : cut(element.getBoundingClientRect(), outer))
    }
    return clips.get(element)
  }
  const cut = (box, by) => ({
    left: Math.max(box.left, by.left),
    top: Math.max(box.top, by.top),
    right: Math.min(box.right, by.right),
    bottom: Math.min(box.bottom, by.bottom),
  })

  const SEEN = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }
  const seen = new Map()
  const isOnlyHeard = (element) =>
    element !== null && (getComputedStyle(element).clipPath !== 'none' || isOnlyHeard(element.parentElement))
  const isShown = (element) => {
    if (!seen.has(element)) seen.set(element, element.checkVisibility(SEEN) && !isOnlyHeard(element))
    return seen.get(element)
  }
  const controls = 'input:not([type=file]), select, textarea, button, progress, img, svg.pb-timeline'
  const boxes = []
  const note = (element, rects) => {
    for (const rect of rects) {
      const box = cut(rect, clipOf(element.matches(controls) ? element.parentElement : element))
      if (box.right - box.left > 2 && box.bottom - box.top > 2) boxes.push({ ...box, element })
    }
  }
  // the name of a section stays at the top of the menu while its list passes beneath it
  const isPinnedInMenu = (element) =>
    element.closest('.md-sidebar__scrollwrap') !== null &&
    (getComputedStyle(element).position === 'sticky' || isPinnedInMenu(element.parentElement))
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    node.nodeValue.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP)
  const range = document.createRange()
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (element.closest('script, style, noscript, svg, option, textarea') || !isShown(element)) continue
    if (isPinnedInMenu(element) || element.closest('.pb-tool-bar')) continue // the bar is test_focus's
    range.selectNodeContents(walker.currentNode)
    note(element, range.getClientRects())
  }
  for (const control of document.body.querySelectorAll(controls)) {
    if (isShown(control)) note(control, [control.getBoundingClientRect()])
  }

  const name = ({ element }) =>
    `${element.localName}#${element.id}.${element.classList} "${element.textContent.trim().slice(0, 40)}"`
  const needRoom = boxes.filter(({ element }) => element.closest('article, .md-search'))
  for (const box of needRoom) {
    const hasRoom = box.left >= margin && box.right <= width - margin
    if (!hasRoom) faults.push(`no margin: ${name(box)} from ${box.left} to ${box.right}`)
  }

  const related = (one, other) => one === other || one.contains(other) || other.contains(one)
  const SLACK = 2
  boxes.sort((one, other) => one.top - other.top)
  boxes.forEach((box, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < box.bottom - SLACK; next += 1) {
      const other = boxes[next]
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left)
      const down = Math.min(box.bottom, other.bottom) - other.top
      if (across > SLACK && down > SLACK && !related(box.element, other.element)) {
        faults.push(`${name(box)} lies on ${name(other)}, by ${across} and ${down}`)
      }
    }
  })
  return [...new Set(faults)].slice(0, 6)
}"""
"""What is wrong with the page as laid out: each line of text and each control without its margin or on another."""

ADD_LONG_WORD = """() => {
  const word = ' Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  for (const place of document.querySelectorAll('article :is(h1, h2, p, li, li > a)')) place.append(word)
}"""


@pytest.fixture(scope="module")
def walk(browser: Browser, watching: Watch) -> Iterator[Page]:
    """One tab for all pages."""
    context = browser.new_context(reduced_motion="reduce")
    yield new_page(context, watching, TODAY)
    context.close()


def faults_at_every_width(
    page: Page, schemes: Mapping[str, Sequence[int]] = EVERY_WIDTH
) -> list[str]:
    """What is wrong at any width, in light and in dark, while the window grows and while it shrinks."""
    faults = []
    for scheme, widths in schemes.items():
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for width in widths:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            lasting = settle(lambda: page.evaluate(FAULTS, MARGIN))
            faults += [f"{width} {scheme}: {fault}" for fault in lasting]
    return faults


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.usefixtures("watch")
def test_a_page_has_room_at_every_width(walk: Page, home: str, path: str) -> None:
    walk.goto(home + path)
    schemes = EVERY_WIDTH if path in SAMPLE else EACH_WIDTH_ONCE
    assert faults_at_every_width(walk, schemes) == []


@pytest.mark.parametrize(
    "path", ["", "corridor/", "at-a-glance/", "plays/waiting/the-check-in/", "about/"]
)
@pytest.mark.usefixtures("watch")
def test_a_word_longer_than_a_line_is_broken(walk: Page, home: str, path: str) -> None:
    """As in a translation, or a centre's own name."""
    walk.goto(home + path)
    walk.evaluate(ADD_LONG_WORD)
    assert faults_at_every_width(walk) == []


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.usefixtures("watch")
def test_a_filled_in_tool_has_room_at_every_width(walk: Page, home: str, tool: str) -> None:
    asked = get_tool(tool)
    walk.goto(f"{home}tools/{asked.page}/")
    record = json.dumps(asked.examples()[0].record, default=str)
    walk.evaluate("(text) => sessionStorage.setItem('closing-playbook', text)", record)
    walk.reload()
    expect_answer(walk)
    walk.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    try:
        assert faults_at_every_width(walk) == []
    finally:
        walk.evaluate("sessionStorage.clear()")


@pytest.mark.parametrize("width", [360, 1112, 1920])
@pytest.mark.usefixtures("watch")
def test_what_stands_over_an_answer_keeps_its_distance(walk: Page, home: str, width: int) -> None:
    walk.set_viewport_size({"width": width, "height": HEIGHT})
    walk.goto(f"{home}tools/timeline/")
    say_when_it_ended(walk)
    try:
        above = area(walk, "actions").locator("p").bounding_box()
        below = area(walk, "answer").locator(".pb-next").bounding_box()
        assert above is not None
        assert below is not None
        assert below["y"] - above["y"] - above["height"] > MARGIN
    finally:
        walk.evaluate("sessionStorage.clear()")

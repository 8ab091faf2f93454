"""What a reader sees and hears, measured in the window as it is: one assertion, for all tests."""

from collections.abc import Callable
from time import monotonic, sleep

from playwright.sync_api import Locator, Page, expect

SETTLING = 10.0
"""Seconds in which a busy machine draws what a key has brought about. Only what fails takes so long."""
A_MOMENT = 0.05
OUT_OF_SIGHT = """(element) => {
  const label = element.matches('.md-option') ? element.nextElementSibling : null
  const shown = label ?? (element.type === 'file' ? element.closest('label') : element)
  if (!shown.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return 'it is not shown'
  const rects = [...shown.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
  if (rects.length === 0) return 'it has no size'
  const isLarge = shown.getBoundingClientRect().height > innerHeight / 2
  const inset = 3
  for (const { left, top, right, bottom } of rects) {
    const [from, to] = isLarge ? [Math.max(top, 0), Math.min(bottom, innerHeight)] : [top, bottom]
    if (left < -1 || right > innerWidth + 1 || from < -1 || to > innerHeight + 1 || to - from < 2 * inset) {
      return `it lies from ${left}, ${top} to ${right}, ${bottom} in a window of ${innerWidth} by ${innerHeight}`
    }
    for (const x of [left + inset, (left + right) / 2, right - inset]) {
      for (const y of isLarge ? [(from + to) / 2] : [from + inset, (from + to) / 2, to - inset]) {
        const over = document.elementFromPoint(x, y)
        if (!over || !(shown.contains(over) || over.contains(shown))) {
          return `at ${x}, ${y} it is under ${over?.outerHTML.slice(0, 150)}`
        }
      }
    }
  }
  return ''
}"""
"""Why an element isn't wholly visible where the reader is: in the window, and not covered by anything.

Empty where it is. Of what is taller than half the window, as a long text area, some has to be."""

SHOWS_FOCUS = """() => {
  const focused = document.activeElement
  const around = [focused, focused.closest('label'), focused.matches('.md-option') && focused.nextElementSibling]
  const shown = around.filter(Boolean).map((each) => getComputedStyle(each))
  return shown.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px')
}"""

FOCUS_OUT_OF_SIGHT = f"""() => {{
  const focused = document.activeElement
  if (focused === document.body) return null
  const why = ({OUT_OF_SIGHT})(focused) || (({SHOWS_FOCUS})() ? '' : 'it has no ring')
  return why && `${{focused.outerHTML.slice(0, 150)}}: ${{why}}`
}}"""
"""What is wrong where the focus is; null where it has left the page."""

LISTEN = """() => {
  window.heard = []
  window.ears?.disconnect()
  const region = document.querySelector('[data-part=spoken]')
  const cleared = document.querySelector('[data-words=cleared]').textContent
  let last = ''
  const note = () => {
    const text = region.textContent.replace(cleared, '').trim()
    if (text && text !== last) heard.push(text)
    last = text
  }
  window.ears = new MutationObserver(note)
  ears.observe(region, { childList: true, characterData: true, subtree: true })
}"""
"""Notes what somebody who listens hears from now on, but not that the test before has cleared up after itself.

The same words are heard again only where the region was empty in between."""


def settle[T](find_fault: Callable[[], T]) -> T:
    """What is still wrong once the page has come to rest: it scrolls, draws and answers a moment after a key."""
    until = monotonic() + SETTLING
    while (why := find_fault()) and monotonic() < until:
        sleep(A_MOMENT)
    return why


def expect_in_sight(shown: Locator) -> None:
    """Visible where the reader is."""
    expect(shown).to_be_visible()
    assert settle(lambda: shown.evaluate(OUT_OF_SIGHT)) == ""


def expect_focus_in_sight(page: Page) -> None:
    """Where the focus is can be seen, and that it is there."""
    assert settle(lambda: page.evaluate(FOCUS_OUT_OF_SIGHT)) == ""


def listen(page: Page) -> None:
    """Note from now on what is announced."""
    page.evaluate(LISTEN)


def heard(page: Page) -> list[str]:
    """What has been announced since `listen`."""
    announced: list[str] = page.evaluate("window.heard")
    return announced


def expect_heard(page: Page, number: int) -> list[str]:
    """Wait for as many announcements, and give them."""
    page.wait_for_function("number => window.heard.length >= number", arg=number)
    return heard(page)


def expect_to_hear(page: Page, words: str, after: int) -> None:
    """Wait for an announcement with these words, not counting the first ones; others may come before or after it."""
    heard = "([words, after]) => window.heard.slice(after).some((each) => each.includes(words))"
    page.wait_for_function(heard, arg=[words, after])

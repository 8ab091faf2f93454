"""Drive Firefox and WebKit with nothing but what they bring: Marionette and WebDriver.

Playwright drives a Firefox and a WebKit of its own making; these are the ones that readers have.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dev.browsers import FIREFOX, WEBKIT, advise
from dev.programs import (
    HERE,
    PATIENCE,
    connect,
    draw_nowhere,
    find_free_port,
    read_port,
    start,
    try_port,
    wait_for,
)
from dev.protocols import BrowserError, Marionette, Send, WebDriver

PROFILES = Path(__file__).parents[1] / ".cache"
"""Firefox as a snap, as on Ubuntu, sees another /tmp than we do, but the same home."""
MINI_BROWSERS = ("lib*/webkit2gtk-4.1/MiniBrowser", "lib/*/webkit2gtk-4.1/MiniBrowser")
ANY_PORT = 'user_pref("marionette.port", 0);\n'
RUN = """
const [done, ...given] = [...arguments].reverse()
const answer = (value) => done(JSON.stringify(value))
new Promise((resolve) => resolve((SCRIPT)(...given.reverse())))
  .then((value) => answer({ value }), (error) => answer({ error: String(error) }))
"""
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Control": "\ue009",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Space": " ",
}
"""The keys that have names, as WebDriver and Marionette call them."""

ADD_OPENER = """async (address, features) => {
  const opener = Object.assign(document.createElement('button'), { id: 'opener', textContent: 'Open' })
  opener.addEventListener('click', () => open(address, '', features))
  document.body.prepend(opener)
}"""
IN_THE_MIDDLE = "popup,left=460,top=200"
"""Under the pointer of a screen that nobody looks at: there a window has the focus, where nothing manages windows."""
ADD_LINK_TO_COPY = """async () => {
  const link = { id: 'copy', href: '', target: '_blank', rel: 'opener', textContent: 'Copy' }
  document.body.prepend(Object.assign(document.createElement('a'), link))
}"""


UNCOVER = """(selector) => {
  const element = document.querySelector(selector)
  const { left, top, width, height } = element.getBoundingClientRect()
  const uppermost = document.elementFromPoint(left + width / 2, top + height / 2)
  if (width && uppermost && !element.contains(uppermost)) element.scrollIntoView({ block: 'center' })
}"""
"""Scrolls, as a person would, where the header or the bar covers an element."""


class Tab:
    """One tab of a browser: what a reader does in it, and what a script does there."""

    def __init__(self, send: Send, handle: str = "") -> None:
        self._send = send
        self.be_patient()
        self._handle = handle or self._order("GetWindowHandle", "window", None)

    def be_patient(self) -> None:
        """Have the browser wait for pages and scripts as long as we do."""
        milliseconds = int(PATIENCE * 1000)
        limits = {"script": milliseconds, "pageLoad": milliseconds}
        self._order("SetTimeouts", "timeouts", limits)

    def open(self, address: str) -> None:
        """Go to a page, and wait until it has loaded."""
        self._order("Navigate", "url", {"url": address})

    def run(self, script: str, *given: Any) -> Any:
        """Return what an async function of the page makes of the arguments, both as JSON has them.

        Raises BrowserError where the function fails, or the page goes meanwhile.
        """
        order = {"script": RUN.replace("SCRIPT", script), "args": given}
        answer = self._order("ExecuteAsyncScript", "execute/async", order)
        if answer is None:
            raise BrowserError("the page has gone, and the script with it")
        reply = json.loads(answer)
        if "error" in reply:
            raise BrowserError(reply["error"])
        return reply.get("value")

    def back(self) -> None:
        """Press Back, and wait for the page."""
        self._order("Back", "back", {})

    def forward(self) -> None:
        """Press Forward, and wait for the page."""
        self._order("Forward", "forward", {})

    def reload(self) -> None:
        """Press Reload, and wait for the page."""
        self._order("Refresh", "refresh", {})

    def type(self, selector: str, text: str) -> None:
        """Type into a field, key by key, behind what stands there."""
        field = self._find(selector)
        self._order("ElementSendKeys", f"element/{field}/value", {"id": field, "text": text})

    def choose(self, selector: str, value: str) -> None:
        """Choose the option that has this value."""
        self.click(f"{selector} > option[value='{value}']")

    def click(self, selector: str) -> None:
        """Click on an element, brought out from under what lies over it: a driver clicks where the element is."""
        element = self._find(selector)
        self.run(UNCOVER, selector)
        self._order("ElementClick", f"element/{element}/click", {"id": element})

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is: letters, or names as in 'Tab' and 'Control+v'."""
        presses: list[dict[str, str]] = []
        for chord in keys:
            codes = [KEYS.get(key, key) for key in (chord.split("+") if len(chord) > 1 else chord)]
            presses += [{"type": "keyDown", "value": code} for code in codes]
            presses += [{"type": "keyUp", "value": code} for code in reversed(codes)]
        keyboard = {"type": "key", "id": "keyboard", "actions": presses}
        self._order("PerformActions", "actions", {"actions": [keyboard]})

    def open_tab(self) -> "Tab":
        """Open another tab of the same reader, and turn to it."""
        opened = self._order("NewWindow", "window/new", {"type": "tab"})
        other = Tab(self._send, opened["handle"])
        other.show()
        return other

    def open_copy(self) -> "Tab":
        """Open another tab with a copy of what this one has stored, as when a reader duplicates it, and turn to it."""
        self.run(ADD_LINK_TO_COPY)
        return self._click_to_open("#copy")

    def open_window(self, address: str, width: int, height: int) -> "Tab":
        """Open a window in which a page has just this much room, less than one with bars can be, and turn to it."""
        self.run(ADD_OPENER, address, f"{IN_THE_MIDDLE},width={width},height={height}")
        return self._click_to_open("#opener")

    def close(self) -> None:
        """Close this tab; another one has to be shown then."""
        self._order("CloseWindow", "window", None)

    def _click_to_open(self, selector: str) -> "Tab":
        before = self._list_tabs()
        self.click(selector)
        opened = wait_for(lambda: self._list_tabs() - before)
        other = Tab(self._send, opened.pop())
        other.show()
        return other

    def show(self) -> None:
        """Turn to this tab: it's the one that obeys."""
        self._order("SwitchToWindow", "window", {"handle": self._handle})

    def _list_tabs(self) -> set[str]:
        return set(self._order("GetWindowHandles", "window/handles", None))

    def _find(self, selector: str) -> str:
        how = {"using": "css selector", "value": selector}
        [element] = self._order("FindElement", "element", how).values()
        return str(element)

    def _order(self, name: str, path: str, given: dict[str, Any] | None) -> Any:
        try:
            return self._send(name, path, given)
        except (OSError, EOFError, HTTPException) as error:
            raise BrowserError(f"the browser has gone, or hangs: {error!r}") from error


@contextmanager
def open_firefox(preferences: str = "") -> Iterator[Tab]:
    """Yield a tab of a Firefox that has never been anywhere, with more lines for its user.js.

    Raises BrowserError where there is no Firefox.
    """
    program = FIREFOX.find()
    if program is None:
        raise BrowserError(advise([FIREFOX]))
    PROFILES.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=PROFILES, ignore_cleanup_errors=True) as name:
        profile = Path(name)
        (profile / "user.js").write_text(ANY_PORT + preferences, encoding="utf-8")
        command = [str(program), "--marionette", "--headless", "--no-remote", "--profile", name]
        with start(command) as firefox:
            port = wait_for(lambda: read_port(profile / "MarionetteActivePort"), firefox)
            with connect(port) as line, line.makefile("rb") as answers:
                marionette = Marionette(line, answers)
                marionette.send("NewSession", "session", {"capabilities": {}})
                yield Tab(marionette.send)


@contextmanager
def open_webkit(*options: str) -> Iterator[Tab]:
    """Yield a tab of a Safari, or a WebKitGTK, that has never been anywhere; only WebKitGTK takes options.

    Raises BrowserError where there is neither.
    """
    program = WEBKIT.find()
    if program is None:
        raise BrowserError(advise([WEBKIT]))
    own = {"binary": str(find_mini_browser()), "args": ["--automation", *options]}
    wanted = {"webkitgtk:browserOptions": own} if options else {}
    port = find_free_port()
    command = [str(program), "-p", str(port)]
    with draw_nowhere() as screen, start(command, screen) as driver:
        wait_for(lambda: try_port(port), driver)
        line = HTTPConnection(HERE, port, timeout=2 * PATIENCE)
        with closing(line), closing(WebDriver(line, wanted)) as session:
            yield Tab(session.send)


@contextmanager
def show_in_webkit(address: str) -> Iterator[None]:
    """Show a page in a WebKitGTK that keeps what pages give it: under its driver, its window is a private one."""
    browser = find_mini_browser()
    if browser is None:
        with open_webkit() as tab:
            tab.open(address)
            yield
        return
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile, draw_nowhere() as screen:
        places = {f"XDG_{kind}_HOME": profile for kind in ("CACHE", "CONFIG", "DATA")}
        with start([str(browser), address], screen | places):
            yield


DRIVEN: dict[str, Callable[[], AbstractContextManager[Tab]]] = {
    "Firefox": open_firefox,
    "WebKit": open_webkit,
}
"""How each browser is opened that Playwright can't drive."""


def find_mini_browser() -> Path | None:
    """Return the browser that comes with WebKitGTK; there is none on macOS."""
    return next((path for place in MINI_BROWSERS for path in Path("/usr").glob(place)), None)

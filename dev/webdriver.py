"""Drive Firefox and WebKit with nothing but what they bring: Marionette and WebDriver.

Playwright drives a Firefox and a WebKit of its own making; these are the ones that readers have.
"""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any, BinaryIO

from dev.browsers import FIREFOX, WEBKIT, advise, find_screen

HERE = "127.0.0.1"
PATIENCE = 60.0
"""Seconds for a browser to start, a page to load or a script to answer."""
A_MOMENT = 0.05
PROFILES = Path(__file__).parents[1] / ".cache"
"""Firefox as a snap, as on Ubuntu, sees another /tmp than we do, but the same home."""
MINI_BROWSERS = ("lib*/webkit2gtk-4.1/MiniBrowser", "lib/*/webkit2gtk-4.1/MiniBrowser")
NOWHERE = subprocess.DEVNULL
ANY_PORT = 'user_pref("marionette.port", 0);\n'
RUN = """
const [done, ...given] = [...arguments].reverse()
const answer = (value) => done(JSON.stringify(value))
new Promise((resolve) => resolve((SCRIPT)(...given.reverse())))
  .then((value) => answer({ value }), (error) => answer({ error: String(error) }))
"""

ADD_LINK_TO_COPY = """async () => {
  const link = { id: 'copy', href: '', target: '_blank', rel: 'opener', textContent: 'Copy' }
  document.body.prepend(Object.assign(document.createElement('a'), link))
}"""

Send = Callable[[str, str, dict[str, Any] | None], Any]
"""Gives a browser an order, by its name for Marionette and its path for WebDriver; None only asks."""


class Trouble(Exception):
    """What a browser said in the place of an answer."""


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
        """Return what an async function of the page makes of the arguments, both as JSON has them."""
        order = {"script": RUN.replace("SCRIPT", script), "args": given}
        answer = self._order("ExecuteAsyncScript", "execute/async", order)
        if answer is None:
            raise Trouble("the page has gone, and the script with it")
        reply = json.loads(answer)
        if "error" in reply:
            raise Trouble(reply["error"])
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
        """Click on an element."""
        element = self._find(selector)
        self._order("ElementClick", f"element/{element}/click", {"id": element})

    def open_tab(self) -> "Tab":
        """Open another tab of the same reader, and turn to it."""
        opened = self._order("NewWindow", "window/new", {"type": "tab"})
        other = Tab(self._send, opened["handle"])
        other.show()
        return other

    def open_copy(self) -> "Tab":
        """Open another tab with a copy of what this one has stored, as when a reader duplicates it, and turn to it."""
        before = self._list_tabs()
        self.run(ADD_LINK_TO_COPY)
        self.click("#copy")
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
            raise Trouble(f"the browser has gone, or hangs: {error!r}") from error


class Marionette:
    """Firefox's own protocol: messages of JSON, each after its length."""

    def __init__(self, line: socket.socket, answers: BinaryIO) -> None:
        self._line, self._answers, self._number = line, answers, 0
        self._read()  # who it is

    def send(self, name: str, _: str, given: dict[str, Any] | None) -> Any:
        """Give an order and return what comes of it."""
        self._number += 1
        message = json.dumps([0, self._number, f"WebDriver:{name}", given or {}]).encode()
        self._line.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise Trouble(f"Firefox: {error['error']}: {error['message']}")
        return result.get("value", result) if isinstance(result, dict) else result

    def _read(self) -> Any:
        length = b""
        while (byte := self._answers.read(1)) != b":":
            if not byte:
                raise EOFError
            length += byte
        return json.loads(self._answers.read(int(length)))


class WebDriver:
    """A session with a driver that speaks the W3C's protocol, over HTTP."""

    def __init__(self, line: HTTPConnection) -> None:
        self._line, self._session = line, ""
        session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": {}}})
        self._session = f"/session/{session['sessionId']}"

    def send(self, _: str, path: str, given: dict[str, Any] | None) -> Any:
        """Give an order and return what comes of it."""
        method = "GET" if given is None else "POST"
        return self._ask(method, f"{self._session}/{path}", given)

    def close(self) -> None:
        """End the session, and with it the browser."""
        self._ask("DELETE", self._session, None)

    def _ask(self, method: str, path: str, given: dict[str, Any] | None) -> Any:
        body = None if given is None else json.dumps(given)
        self._line.request(method, path, body, {"Content-Type": "application/json"})
        reply = json.load(self._line.getresponse())["value"]
        if isinstance(reply, dict) and "error" in reply:
            raise Trouble(f"WebKit: {reply['error']}: {reply.get('message', '')}")
        return reply


@contextmanager
def open_firefox() -> Iterator[Tab]:
    """Yield a tab of a Firefox that has never been anywhere."""
    program = FIREFOX.find()
    if program is None:
        raise Trouble(advise([FIREFOX]))
    PROFILES.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=PROFILES, ignore_cleanup_errors=True) as name:
        profile = Path(name)
        (profile / "user.js").write_text(ANY_PORT, encoding="utf-8")
        command = [str(program), "--marionette", "--headless", "--no-remote", "--profile", name]
        with start(command) as firefox:
            port = wait_for(lambda: read_port(profile / "MarionetteActivePort"), firefox)
            with connect(port) as line, line.makefile("rb") as answers:
                marionette = Marionette(line, answers)
                marionette.send("NewSession", "session", {"capabilities": {}})
                yield Tab(marionette.send)


@contextmanager
def open_webkit() -> Iterator[Tab]:
    """Yield a tab of a Safari, or a WebKitGTK, that has never been anywhere."""
    program = WEBKIT.find()
    if program is None:
        raise Trouble(advise([WEBKIT]))
    port = find_free_port()
    command = [str(program), "-p", str(port)]
    with draw_nowhere() as screen, start(command, screen) as driver:
        wait_for(lambda: try_port(port), driver)
        line = HTTPConnection(HERE, port, timeout=2 * PATIENCE)
        with closing(line), closing(WebDriver(line)) as session:
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


DRIVEN = {"Firefox": open_firefox, "WebKit": open_webkit}
"""How each browser is opened that Playwright can't drive."""


@contextmanager
def start(
    command: list[str], surroundings: Mapping[str, str] | None = None, *, output: int = NOWHERE
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program for a while, with these variables of the environment; whatever it started ends with it."""
    variables = {**os.environ, **(surroundings or {})}
    with subprocess.Popen(
        command, env=variables, stdout=output, stderr=NOWHERE, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError, PermissionError):  # all of it has ended
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def draw_nowhere() -> Iterator[dict[str, str]]:
    """Yield what lets a program draw on a screen that nobody looks at; nothing on macOS, which has none."""
    program = find_screen()
    if sys.platform == "darwin" or program is None:
        yield {}
        return
    with start([str(program), "-displayfd", "1"], output=subprocess.PIPE) as screen:
        assert screen.stdout is not None
        yield {"DISPLAY": f":{screen.stdout.readline().decode().strip()}"}


def wait_for[T](find: Callable[[], T | None], process: subprocess.Popen[bytes] | None = None) -> T:
    """Return what is found, once a program has started where it takes one."""
    until = monotonic() + PATIENCE
    while monotonic() < until:
        if program := find():
            return program
        if process and process.poll() is not None:
            raise Trouble(f"{process.args!r} ended at once")
        sleep(A_MOMENT)
    name = repr(process.args) if process else "what was waited for"
    raise Trouble(f"{name} was not there after {PATIENCE:.0f} seconds")


def read_port(file: Path) -> int | None:
    """Return the port that Firefox has written down."""
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return int(text) if text else None


def try_port(port: int) -> bool:
    """Return whether somebody listens there."""
    try:
        connect(port).close()
    except OSError:
        return False
    return True


def connect(port: int) -> socket.socket:
    """Return a line to a port of this machine, more patient than what is asked there."""
    return socket.create_connection((HERE, port), timeout=2 * PATIENCE)


def find_mini_browser() -> Path | None:
    """Return the browser that comes with WebKitGTK; there is none on macOS."""
    return next((path for place in MINI_BROWSERS for path in Path("/usr").glob(place)), None)


def find_free_port() -> int:
    """Return a port at which nobody listens."""
    with socket.create_server((HERE, 0)) as server:
        port: int = server.getsockname()[1]
    return port

"""A reader in each browser who types, goes back and forward, and has several tabs: nothing of it is made up.

Firefox and WebKit put pages aside for Back and Forward. Chromium loads them anew here: Playwright, which drives it,
loses a page that was put aside, and so turns that off.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any, Protocol, Self

from playwright.sync_api import Browser, Error, Page, Playwright

from dev.browsers import CHROMIUM, advise
from dev.protocols import BrowserError
from dev.webdriver import ADD_LINK_TO_COPY, open_firefox, open_webkit

PATIENCE = 60_000
"""Milliseconds: a machine may have much else to do. Only what fails takes so long."""
A_MOMENT = 0.05
FLAGS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PROMISE = "#field-promise"
NAME = "#field-interviewers-0-name"
KEEP = "#field-keep"
LEAVE = "[data-do='leave']"
DATES = "how-dates-are-counted"
IS_EXAMPLE = "document.querySelector('.pb-tool-example')"
READY = "document.querySelector('playbook-tool:defined') && document.readyState === 'complete'"
DESCRIBE = """async () => {
  const fields = [...document.querySelectorAll('form [name]')].filter(({ value }) => value)
  return [location.pathname, ...fields.map(({ name, value }) => `${name}: ${value}`)].join(', ')
}"""


class Tab(Protocol):
    """One tab of a browser: see dev/webdriver.py."""

    def open(self, address: str) -> None: ...
    def run(self, script: str, *given: Any) -> Any: ...
    def back(self) -> None: ...
    def forward(self) -> None: ...
    def reload(self) -> None: ...
    def type(self, selector: str, text: str) -> None: ...
    def choose(self, selector: str, value: str) -> None: ...
    def click(self, selector: str) -> None: ...
    def press(self, *keys: str) -> None: ...
    def open_tab(self) -> Self: ...
    def open_copy(self) -> Self: ...
    def open_window(self, address: str, width: int, height: int) -> Self: ...
    def close(self) -> None: ...
    def show(self) -> None: ...


class ChromiumTab:
    """One tab of Chromium."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.on("dialog", lambda dialog: dialog.accept())

    def open(self, address: str) -> None:
        self.page.goto(address)

    def run(self, script: str, *given: Any) -> Any:
        return self.page.evaluate(f"(given) => ({script})(...given)", list(given))

    def back(self) -> None:
        self.page.go_back(wait_until="commit")

    def forward(self) -> None:
        self.page.go_forward(wait_until="commit")

    def reload(self) -> None:
        self.page.reload()

    def type(self, selector: str, text: str) -> None:
        self.page.focus(selector)
        self.page.keyboard.press("ControlOrMeta+End")
        self.page.keyboard.type(text)

    def choose(self, selector: str, value: str) -> None:
        self.page.select_option(selector, value)

    def click(self, selector: str) -> None:
        self.page.click(selector)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def open_tab(self) -> "ChromiumTab":
        other = ChromiumTab(self.page.context.new_page())
        other.show()
        return other

    def open_copy(self) -> "ChromiumTab":
        self.run(ADD_LINK_TO_COPY)
        with self.page.expect_popup() as opened:
            self.click("#copy")
        return ChromiumTab(opened.value)

    def open_window(self, address: str, width: int, height: int) -> "ChromiumTab":
        other = self.open_tab()
        other.page.set_viewport_size({"width": width, "height": height})
        other.open(address)
        return other

    def close(self) -> None:
        self.page.close()

    def show(self) -> None:
        self.page.bring_to_front()


@contextmanager
def launch_chromium(playwright: Playwright) -> Iterator[Browser]:
    """Yield a Chromium that has never been anywhere."""
    chromium = playwright.chromium.launch(**find_chromium())
    yield chromium
    chromium.close()


def find_chromium() -> dict[str, Any]:
    """Return which Chromium to launch, and how."""
    program = CHROMIUM.find()
    if program is None:
        raise BrowserError(advise([CHROMIUM]))
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {"executable_path": program, "args": [*FLAGS, *as_root]}


@contextmanager
def open_chromium(playwright: Playwright) -> Iterator[Tab]:
    """Yield a tab of a Chromium."""
    with launch_chromium(playwright) as chromium:
        context = chromium.new_context()
        context.set_default_timeout(PATIENCE)
        yield ChromiumTab(context.new_page())


@contextmanager
def open_chromium_without_storage(playwright: Playwright) -> Iterator[Tab]:
    """Yield a tab of a Chromium whose reader has chosen to let no site store anything."""
    chosen = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        preferences = Path(profile) / "Default/Preferences"
        preferences.parent.mkdir()
        preferences.write_text(json.dumps(chosen), encoding="utf-8")
        context = playwright.chromium.launch_persistent_context(profile, **find_chromium())
        context.set_default_timeout(PATIENCE)
        yield ChromiumTab(context.new_page())
        context.close()


OPEN: dict[str, Callable[[Playwright], AbstractContextManager[Tab]]] = {
    "Chromium": open_chromium,
    "Firefox": lambda _: open_firefox(),
    "WebKit": lambda _: open_webkit(),
}
"""How a reader's browser is opened."""
OPEN_REFUSING: dict[str, Callable[[Playwright], AbstractContextManager[Tab]]] = {
    "Chromium": open_chromium_without_storage,
    "Firefox without cookies": lambda _: open_firefox(
        'user_pref("network.cookie.cookieBehavior", 2);\n'
    ),
    "Firefox without storage": lambda _: open_firefox('user_pref("dom.storage.enabled", false);\n'),
}
"""How a browser is opened that is set to store nothing for any site."""


def wait_until(tab: Tab, condition: str) -> None:
    """Wait until this is true in the page, whichever is there by then."""
    until = monotonic() + PATIENCE / 1000
    while monotonic() < until:
        with suppress(BrowserError, Error):  # the page has just gone
            if tab.run(f"async () => Boolean({condition})"):
                return
        sleep(A_MOMENT)
    state = tab.run(DESCRIBE)
    message = f"never came: {condition}\n{state}"
    raise AssertionError(message)


def open_tool(tab: Tab, address: str) -> None:
    """Go to a tool's page by its address."""
    tab.open(address)
    wait_until(tab, READY)


def load_again(tab: Tab) -> None:
    """Press Reload, and wait for the tool."""
    tab.reload()
    wait_until(tab, READY)


def follow(tab: Tab, name: str) -> None:
    """Go to another page by a link, as a reader does."""
    tab.run("async (name) => { document.querySelector(`a[href*='${name}']`).click() }", name)
    wait_until(tab, f"location.pathname.includes('{name}') && document.readyState === 'complete'")


def go_back(tab: Tab, name: str = "tools/timeline/") -> None:
    """Press Back, and wait for that tool's page."""
    tab.back()
    wait_until(tab, f"location.pathname.endsWith('{name}') && {READY}")


def expect_value(tab: Tab, field: str, value: str) -> None:
    """Wait until this stands in a field."""
    wait_until(tab, f"document.querySelector('{field}')?.value === {value!r}")


def expect_words(tab: Tab, name: str) -> None:
    """Wait until these words about the record are in view, or none."""
    shown = "document.querySelector(\"[data-part='record'] > :not([hidden])\")"
    wait_until(tab, f"({shown}?.dataset.words ?? '') === '{name}'")


def stored(tab: Tab) -> str:
    """Everything that this tab and this device have stored for the site."""
    text: str = tab.run("async () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])")
    return text

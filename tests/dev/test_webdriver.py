"""What is driven is there, says what went wrong, and leaves nothing behind."""

import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from dev import programs, webdriver
from dev.protocols import BrowserError
from dev.webdriver import DRIVEN, Tab

WORDS = {"name": "Nguyễn Thị Hoa", "sign": "👩🏽‍🔬", "none": None, "list": [1, 0.5, True]}


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page of a single heading."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "index.html").write_text("<!doctype html><meta charset=utf-8><h1>Here</h1>")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module", params=DRIVEN)
def tab(request: pytest.FixtureRequest, address: str) -> Iterator[Tab]:
    with DRIVEN[request.param]() as opened:
        opened.open(address)
        yield opened


def test_a_script_gets_what_it_is_given_and_its_answer_comes_back(tab: Tab) -> None:
    heading = "async (given, more) => [document.querySelector('h1').innerText, given, more]"
    assert tab.run(heading, WORDS, "more") == ["Here", WORDS, "more"]
    assert tab.run("async () => {}") is None


def test_a_script_that_fails_says_why(tab: Tab) -> None:
    with pytest.raises(BrowserError, match=r"^TypeError: not today$"):
        tab.run("async () => { throw new TypeError('not today') }")
    with pytest.raises(BrowserError, match="javascript error"):
        tab.run("async () => {")


def test_a_script_that_never_answers_is_given_up(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webdriver, "PATIENCE", 0.2)
    tab.be_patient()
    with pytest.raises(BrowserError, match="script timeout"):
        tab.run("() => new Promise(() => {})")
    monkeypatch.undo()
    tab.be_patient()
    assert tab.run("async () => 1") == 1


def test_a_program_that_ends_at_once_is_said() -> None:
    with (
        programs.start([sys.executable, "-c", ""]) as process,
        pytest.raises(BrowserError, match="ended at once"),
    ):
        programs.wait_for(lambda: None, process)


def test_a_program_that_never_is_there_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "PATIENCE", 0.2)
    with (
        programs.start([sys.executable, "-c", "import time; time.sleep(60)"]) as process,
        pytest.raises(BrowserError, match="was not there after"),
    ):
        programs.wait_for(lambda: None, process)
    assert process.returncode is not None


@pytest.mark.parametrize("name", DRIVEN)
def test_a_browser_that_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    monkeypatch.setattr("dev.browsers.FIREFOX_ON_MACOS", Path("no such file"))
    with pytest.raises(BrowserError, match="install"), DRIVEN[name]():
        pass

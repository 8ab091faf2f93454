"""A page elsewhere that loads the rules: PyScript, from the packages that the site publishes."""

import json
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from playbook.boundary import run
from runtime.whole import GLUE, LOADER, STDLIB, WASM
from tests.browser.conftest import SITE
from tests.browser.runtime import REQUEST

ROOT = Path(__file__).parents[2]
PAGE = """<!doctype html>
<meta charset="utf-8">
<title>The rules in PyScript</title>
<output id="answer"></output>
<script type="module" src="pyscript/core.js"></script>
<script type="py" config="settings.json">
import json
from pyscript import document
from playbook.boundary import run
document.querySelector("#answer").textContent = run("timeline", json.dumps(REQUEST))
</script>
"""
SETTINGS = {
    "interpreter": "./pyodide/pyodide.mjs",
    "packages": ["closing-playbook"],
    "packages_cache": "passthrough",
}
LONGEST = 120_000


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where a page of PyScript is, with Pyodide and what the site publishes beside it."""
    shutil.copytree(SITE / "pyodide", tmp_path / "pyodide")
    for name in (LOADER, GLUE, WASM, STDLIB):
        shutil.copy(ROOT / "node_modules/pyodide" / name, tmp_path / "pyodide")
    shutil.copytree(ROOT / "node_modules/@pyscript/core/dist", tmp_path / "pyscript")
    (tmp_path / "settings.json").write_text(json.dumps(SETTINGS))
    (tmp_path / "index.html").write_text(PAGE.replace("REQUEST", repr(REQUEST)), encoding="utf-8")
    handler = partial(Silent, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_page_of_pyscript_answers_as_cpython_does(browser: Browser, address: str) -> None:
    asked: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        expect(page.locator("#answer")).not_to_be_empty(timeout=LONGEST)
        assert page.locator("#answer").text_content() == run("timeline", json.dumps(REQUEST))
    assert [url for url in asked if not url.startswith((address, "blob:", "data:"))] == []

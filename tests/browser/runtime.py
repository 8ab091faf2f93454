"""What the site says of the files that Python starts from."""

import gzip
import json
import re
from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import SITE

RUNTIME = SITE / "assets" / "runtime"
STORE = "closing-playbook-python"
IMAGES = f"""() => caches.open('{STORE}').then((store) => store.keys())
  .then((keys) => keys.map(({{ url }}) => url))"""
ASK_THE_WORKER = """async ([module, requests]) => {
  const { runtime } = await import(new URL(module, location.href))
  return Promise.all(requests.map(([tool, request]) => runtime.ask(tool, JSON.parse(request))))
}"""


def ask_the_worker(page: Page, requests: list[tuple[str, str]]) -> list[Any]:
    """The answers of the page's own Python, asked from the home page."""
    [module] = (SITE / "assets/tool").glob("runtime.*.js")
    answers: list[Any] = page.evaluate(ASK_THE_WORKER, [f"assets/tool/{module.name}", requests])
    return answers


@cache
def listed() -> dict[str, Any]:
    """The list that the page reads: small, whole, data and lock."""
    [script] = (SITE / "assets/tool").glob("files.*.js")
    rows = re.findall(
        r"^export const (\w+) = (.*)$", script.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {name: json.loads(value) for name, value in rows}


def names_of(start: str) -> set[str]:
    """The names of the files of the small or the whole start."""
    return {each["file"] for each in listed()[start].values()}


def expand(start: str, part: str) -> bytes:
    """One of these files as Python gets it."""
    return gzip.decompress((RUNTIME / listed()[start][part]["file"]).read_bytes())


def shrink(content: bytes) -> bytes:
    """A file as it travels."""
    return gzip.compress(content, compresslevel=1)

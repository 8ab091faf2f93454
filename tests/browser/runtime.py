"""What the site says of the files that Python starts from."""

import json
import re
import struct
import subprocess
from functools import cache
from typing import Any

from playwright.sync_api import Page

from playbook.tools import get_tool
from runtime import bundle
from runtime.node import find_node
from runtime.small import Start
from tests.browser.conftest import SITE, module_of

REQUEST = {
    "record": {"ended_on": "2026-11-20", "promise": "by Friday"},
    "today": "2026-11-21",
    "stamp": "2026-11-21T12:00:00Z",
    "previous": None,
}
"""A reader who types 'by Friday' into the timeline."""
RUNTIME = SITE / "assets" / "runtime"
SIZES = struct.Struct("<4I")
"""The head of an image: see runtime/browser/image.mjs."""
UNIT = 64
EXPAND = "process.stdout.write(zlib.zstdDecompressSync(fs.readFileSync(0)))"
SHRINK = """
const content = fs.readFileSync(0)
const params = { [zlib.constants.ZSTD_c_checksumFlag]: 1, [zlib.constants.ZSTD_c_compressionLevel]: 1 }
process.stdout.write(zlib.zstdCompressSync(content, { params, pledgedSrcSize: content.length }))
"""
ASK_THE_WORKER = """async ([module, requests]) => {
  const { runtime } = await import(new URL(module, location.href))
  return Promise.all(requests.map(([tool, request]) => runtime.ask(tool, JSON.parse(request))))
}"""


def ask_the_worker(page: Page, requests: list[tuple[str, str]]) -> list[Any]:
    """The answers of the page's own Python, asked from the home page."""
    answers: list[Any] = page.evaluate(ASK_THE_WORKER, [module_of("runtime"), requests])
    return answers


def list_examples(tool: str) -> list[str]:
    """The worked examples of a tool, as their pages ask for them."""
    return [
        json.dumps(
            {
                "record": example.record,
                "today": example.today.isoformat(),
                "stamp": f"{example.today.isoformat()}T12:00:00Z",
            }
        )
        for example in get_tool(tool).examples()
    ]


@cache
def listed() -> dict[str, Any]:
    """The list that the page reads: small, whole, data, lock, worker and decoder."""
    [script] = (SITE / "assets/tool").glob("files.*.js")
    rows = re.findall(
        r"^export const (\w+) = (.*)$", script.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {name: json.loads(value) for name, value in rows}


def files_of(start: str) -> dict[str, int]:
    """The names of the files of the small or the whole start, the decoder with them, and their sizes."""
    files = [listed()["decoder"], *listed()[start].values()]
    return {each["file"]: each["bytes"] for each in files}


def names_of(start: str) -> set[str]:
    """The names of the files of the small or the whole start, the decoder with them."""
    return set(files_of(start))


@cache
def small_start() -> Start:
    """What the small files of the site were made of."""
    small = bundle.find_small(bundle.read_calendars(bundle.RULES / "calendars"))
    assert small is not None, "this Pyodide can't be cut"
    return small


@cache
def expand(start: str, file: str) -> bytes:
    """One of these files as Python gets it."""
    return pass_through_node(EXPAND, (RUNTIME / listed()[start][file]["file"]).read_bytes())


def units_of(image: bytes) -> tuple[int, int]:
    """Where the units of an image begin, and where they end."""
    _, _, header, listed = SIZES.unpack_from(image)
    at = SIZES.size + header
    counts = struct.unpack_from(f"<{listed // 4}I", image, at)
    return at + listed, at + listed + UNIT * sum(counts[1::2])


@cache
def shrink(content: bytes) -> bytes:
    """A file as it travels."""
    return pass_through_node(SHRINK, content)


def pass_through_node(script: str, content: bytes) -> bytes:
    """What a line of Node makes of some bytes."""
    command = [str(find_node()), "--eval", script]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout

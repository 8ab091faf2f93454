"""What a centre writes never takes the policy off a page: either the build refuses it, or nothing of it runs.

The sites are served as the simplest host does it, without any header of ours.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.fork.copies import CENTRES, build, copy_tree

ASKED: list[str] = []
"""What any page asked of the other host."""


class Plain(SimpleHTTPRequestHandler):
    """Serves files with no header but the kind of each."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Other(Plain):
    """Another host, which notes what it is asked for."""

    def do_GET(self) -> None:
        """Note it, and have nothing."""
        ASKED.append(self.path)
        self.send_response(404)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()


@contextmanager
def serve(handler: type[Plain], folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(Other, tmp_path_factory.mktemp("other")) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


TRY = """async (other) => {
    const script = document.createElement('script')
    script.textContent = "document.title = 'ran'"
    document.documentElement.append(script)
    await fetch(other + '/tried').catch(() => null)
}"""
"""What no sealed page lets anybody do."""
RUNS = "<script>document.title = 'ran'; fetch('{other}/fetched')</script>"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
HOSTILE = {
    "a slot with what a clipboard brings along": (
        "brand/slots/about.md",
        "<meta charset='utf-8'>**Millbrook** helps you.",
        "about/",
    ),
    "a slot with a second head": (
        "brand/slots/about.md",
        "**Millbrook** helps you.\n\n<head></head>",
        "about/",
    ),
    "a page that leads away by the first of two attributes": (
        "docs/local/find-us.md",
        '# Find us\n\n<meta http-equiv="refresh" content="0;url={other}/b" http-equiv="x">',
        "local/find-us/",
    ),
    "a picture that asks by the first of two attributes": (
        "docs/local/find-us.md",
        "# Find us\n\n<meta charset=utf-8><img src='{other}/c.png' src='d.png' alt=''>",
        "local/find-us/",
    ),
    "an old page": ("docs/local/old.htm", RUNS, "local/old.htm"),
    "an old page in XML": (
        "docs/local/old.xhtml",
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{RUNS}</body></html>',
        "local/old.xhtml",
    ),
    "a picture with a script": (
        "docs/local/plan.svg",
        SVG.format(
            "<script>document.documentElement.setAttribute('title', 'ran')</script>"
        ).replace("<script>", "<script>fetch('{other}/e');"),
        "local/plan.svg",
    ),
    "a script of its own": ("docs/local/own.js", "document.title = 'ran'", "local/find-us/"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_centre_writes_runs_nothing_and_asks_nobody(
    tmp_path: Path, page: Page, other: str, name: str
) -> None:
    place, text, address = HOSTILE[name]
    root = tmp_path / "copy"
    copy_tree(root)
    shutil.copytree(CENTRES / "millbrook", root, dirs_exist_ok=True)
    if place.endswith(".js"):
        (root / "docs/local/find-us.md").write_text('# Us\n\n<script src="../own.js"></script>\n')
    (root / place).write_text(text.replace("{other}", other))
    refused = subprocess.run(
        [sys.executable, "-m", "publish.stage"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if refused.returncode:
        assert f"  {place}" in refused.stderr
        assert not (root / "build/mkdocs.yml").exists()
        return
    ASKED.clear()
    with serve(Plain, build(root)) as site:
        page.goto(f"{site}/{address}")
        page.wait_for_load_state("networkidle")
        assert page.url.startswith(site)
        page.evaluate(TRY, other)
        assert page.title() != "ran"
    assert ASKED == []


PLENTY = """\
# Find us

We're **here**, on the _second_ floor:[^1] `room 2`, <abbr title="Main Building">MB</abbr>.
Write to [us](mailto:careers@example.edu?subject=Hello there), call [us](tel:+15550100), or see
<a href="https://www.example.edu/" target="_blank" rel="noopener">the college</a>.
{: .lead #where }

![A plan of the floor](plan.svg){ width="90" height="90" loading="lazy" }

<link rel="stylesheet" href="../own.css">

| Day | Hours |
| --- | ---: |
| Monday | 9 to 4 |

<table><tr><th scope="row">Tuesday</th><td>9 to 4</td></tr></table>

!!! note "Holidays"
    We're closed on holidays.

??? tip "Parking"
    1. Behind the library.
    2. On the street.

Term
:   Ten weeks.

```html
<script>document.title = 'ran'</script>
```

<details markdown="1"><summary>More</summary>

Down the <kbd>stairs</kbd>. <!-- looked at on 3 May 2027 -->

</details>

[^1]: Next to the elevators.
"""


def test_plain_words_pictures_and_styles_of_a_centre_are_there_and_the_policy_holds(
    tmp_path: Path, page: Page, other: str
) -> None:
    root = tmp_path / "copy"
    copy_tree(root)
    shutil.copytree(CENTRES / "millbrook", root, dirs_exist_ok=True)
    (root / "docs/local/find-us.md").write_text(PLENTY)
    (root / "docs/local/plan.svg").write_text(SVG.format('<path style="fill:#123" d="M0 0h9v9z"/>'))
    (root / "docs/local/own.css").write_text(
        ".lead { color: rgb(1 2 3); background: url(plan.svg) }"
    )
    (root / "docs/local/guide.pdf").write_bytes(b"%PDF-1.4\n")
    ASKED.clear()
    with serve(Plain, build(root)) as site:
        page.goto(f"{site}/local/find-us/")
        first = page.locator("head > :first-child")
        assert first.get_attribute("http-equiv") == "Content-Security-Policy"
        assert page.evaluate("document.characterSet") == "UTF-8"
        assert page.locator(".lead").evaluate("p => getComputedStyle(p).color") == "rgb(1, 2, 3)"
        assert page.locator("article img").evaluate("img => img.naturalWidth") > 0
        page.evaluate(TRY, other)
        assert page.title() != "ran"
    assert ASKED == []

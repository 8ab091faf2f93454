"""The list by which a browser saves the whole site for a reader without a connection: every file with its hash.

`docs/offline-worker.js` saves what stands in it, where a reader has asked for that, and takes a newer release
as a whole. Left out is what no page of the guide shows: tools for frames of other websites, the rules as
packages, what some servers don't send, and the whole Python, which stands in for the small one where that
lacks something. On computers that many people share nothing is to be saved, so their site has no list, and a
worker from before removes itself. The hash of the worker stands beside them: the page starts none that came otherwise.
"""

import hashlib
import json
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

from publish.site.servers import HIDDEN
from runtime.files import digest

LIST = "offline.json"
WORKER = "offline-worker.js"
SCRIPT = "assets/offline.js"
"""The script of the page on which a reader saves the guide."""
LEFT_OUT = (
    "embed/*",
    "pyodide/*",
    "assets/runtime/pyodide-*",
    "assets/runtime/python_stdlib-*",
    "assets/runtime/*-whl.*",
    "404.html",
    "sitemap.*",
    "*.map",
    "assets/javascripts/LICENSE",
    ".well-known/*",
    "CNAME",
    LIST,
    WORKER,
    *HIDDEN,
)
"""Files of the site that aren't saved, as patterns of their paths."""


def write_list(site: Path) -> bool:
    """Write the list of a sealed site whose pages offer to save it; tell whether they do."""
    (site / LIST).unlink(missing_ok=True)
    if not any(SCRIPT in page.read_text(encoding="utf-8") for page in site.rglob("*.html")):
        return False
    files = dict(sorted(_list_files(site).items()))
    text = json.dumps(files, separators=(",", ":"))
    release = hashlib.sha256(text.encode()).hexdigest()[:16]
    worker = digest((site / WORKER).read_bytes())
    (site / LIST).write_text(
        f'{{"release":"{release}","worker":"{worker}","files":{text}}}\n', encoding="utf-8"
    )
    return True


def _list_files(site: Path) -> Mapping[str, Mapping[str, str | int]]:
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    saved = [path for path in paths if not any(fnmatch(path, each) for each in LEFT_OUT)]
    contents = ((path, (site / path).read_bytes()) for path in saved)
    return {
        _address_of(path): {"hash": digest(content), "bytes": len(content)}
        for path, content in contents
    }


def _address_of(path: str) -> str:
    """Return where a file stands, as links lead there: a folder's page by the folder."""
    return path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path

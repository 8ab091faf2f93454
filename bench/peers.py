"""What we are measured against, from npm and by the same server: stock Pyodide, PyScript, bare WebAssembly."""

import json
import re
import shutil
from pathlib import Path

from bench.record import REQUEST

PAGES = Path(__file__).parent / "pages"
PAGE = "tools/timeline/"
SMALL = re.compile(r"^export const small = .*$", re.MULTILINE)
INTEGRITY = re.compile(r' integrity="[^"]*"')
PYODIDE = Path("node_modules/pyodide")
PYSCRIPT = Path("node_modules/@pyscript/core/dist")
STOCK = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def prepare(folder: Path, site: Path) -> None:
    """Lay out the peers' pages with all that they fetch, and our own site with the whole Python only."""
    shutil.copytree(PAGES, folder)
    leave_whole(site, folder / "page")
    shutil.copytree(site / "pyodide", folder / "pyodide")
    for name in STOCK:
        shutil.copy(PYODIDE / name, folder / "pyodide")
    shutil.copytree(PYSCRIPT, folder / "pyscript", ignore=shutil.ignore_patterns("*.map"))
    (folder / "request.json").write_text(REQUEST)
    (folder / "pyscript.json").write_text(json.dumps(configure(folder)))


def configure(folder: Path) -> dict[str, object]:
    """Return PyScript's settings: the wheels by their addresses, which Pyodide loads without asking an index."""
    wheels = sorted(path.name for path in (folder / "pyodide").glob("*.whl"))
    return {
        "interpreter": "pyodide/pyodide.mjs",
        "packages": [f"./pyodide/{name}" for name in wheels],
        "packages_cache": "passthrough",
        "files": {"./request.json": "./request.json"},
    }


def leave_whole(site: Path, copy: Path) -> None:
    """Copy the site without its small Python; one page of it can be opened."""
    shutil.copytree(site, copy)
    [listed] = copy.glob("assets/tool/files.*.js")
    listed.write_text(SMALL.sub("export const small = null", listed.read_text()))
    page = copy / PAGE / "index.html"
    page.write_text(INTEGRITY.sub("", page.read_text()))

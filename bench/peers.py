"""What we are measured against, from npm and by the same server: stock Pyodide, PyScript, bare WebAssembly."""

import importlib.metadata
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from bench.record import REQUEST
from runtime.small import find_package, pack

PAGES = Path(__file__).parent / "pages"
PAGE = "tools/timeline/"
SMALL = re.compile(r"^export const small = .*$", re.MULTILINE)
INTEGRITY = re.compile(r' integrity="[^"]*"')
PYODIDE = Path("node_modules/pyodide")
PYSCRIPT = Path("node_modules/@pyscript/core/dist")
PACKAGES = ("playbook", "jinja2", "markupsafe")
STOCK = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
SUFFIXES = frozenset({".py", ".toml", ".jinja", ".json", ".typed"})
WHEEL = "Wheel-Version: 1.0\nGenerator: bench\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"


def prepare(folder: Path, site: Path) -> None:
    """Lay out the peers' pages with all that they fetch, and our own site with the whole Python only."""
    shutil.copytree(PAGES, folder)
    leave_whole(site, folder / "page")
    (folder / "pyodide").mkdir()
    for name in STOCK:
        shutil.copy(PYODIDE / name, folder / "pyodide")
    shutil.copytree(PYSCRIPT, folder / "pyscript", ignore=shutil.ignore_patterns("*.map"))
    wheels = [write_wheel(folder, name) for name in PACKAGES]
    (folder / "packages.zip").write_bytes(
        pack(dict(chain.from_iterable(list_files(find_package(name)) for name in PACKAGES)))
    )
    (folder / "wheels.json").write_text(json.dumps(wheels))
    (folder / "request.json").write_text(REQUEST)
    config = {
        "interpreter": "pyodide/pyodide.mjs",
        "files": {"./packages.zip": "./*", "./request.json": "./request.json"},
    }
    (folder / "pyscript.json").write_text(json.dumps(config))


def leave_whole(site: Path, copy: Path) -> None:
    """Copy the site without its small Python; one page of it can be opened."""
    shutil.copytree(site, copy)
    [listed] = copy.glob("assets/tool/files.*.js")
    listed.write_text(SMALL.sub("export const small = null", listed.read_text()))
    page = copy / PAGE / "index.html"
    page.write_text(INTEGRITY.sub("", page.read_text()))


def write_wheel(folder: Path, name: str) -> str:
    """Write a package as a wheel of pure Python, and return the file's name."""
    version = "0" if name == "playbook" else importlib.metadata.version(name)
    info = f"{name}-{version}.dist-info"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, content in list_files(find_package(name)):
            wheel.writestr(path, content)
        wheel.writestr(f"{info}/WHEEL", WHEEL)
        wheel.writestr(f"{info}/METADATA", METADATA.format(name=name, version=version))
        wheel.writestr(f"{info}/RECORD", "")
    file = f"{name}-{version}-py3-none-any.whl"
    (folder / file).write_bytes(buffer.getvalue())
    return file


def list_files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what a wheel of the package would hold; one country's calendar comes with every answer."""
    for path in sorted(root.rglob("*")):
        is_other_country = path.parent.name == "calendars" and path.name not in {
            "__init__.py",
            "index.json",
        }
        if path.is_file() and path.suffix in SUFFIXES and not is_other_country:
            yield path.relative_to(root.parent).as_posix(), path.read_bytes()

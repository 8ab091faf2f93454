"""Bundle what the browser needs to run the rules: `docs/assets/runtime/`, built and git-ignored.

    runtime.json                        the manifest, see below; the only file whose name stays
    files/python.<hash>.bin             Python itself: Pyodide's WebAssembly, as npm ships it
    files/program.<hash>.bin            the worker: Pyodide's scripts and ours, see program.py
    files/library.<hash>.bin            modules and rules, compiled, see library.py
    files/calendars/GB.<hash>.json ...  one country each, fetched when a tool's answer `needs` it

The three that end in .bin are compressed with gzip, and the page expands them: many web servers
compress neither WebAssembly nor archives, and none is asked to. The ending keeps a server from
guessing what is inside.

The manifest:

    {
      "version": 2,
      "pyodide": "314.0.7",
      "lock": {"info": {...}, "packages": {}},
      "boot": {"python": {"file": "files/python.<hash>.bin", "bytes": 3542425, "sha256": "<hex>"}, ...},
      "data": {"calendars/GB.json": "files/calendars/GB.<hash>.json", ...}
    }

`lock` is Pyodide's list of packages with none in it. `boot` lists what a start fetches, with the
bytes that travel, so that progress can be shown. `data` says where a data file is that belongs at
`<folder of the playbook package>/<key>`. Same input, same bytes.
"""

import gzip
import hashlib
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from playbook.boundary import run
from publish.library import build_library, check_library, empty_lock, is_calendar
from publish.program import join_program
from publish.requests import list_requests
from publish.tree import replace_folder

PYODIDE = Path("node_modules/pyodide")
TARGET = Path("docs/assets/runtime")
MANIFEST = "runtime.json"
WASM = "pyodide.asm.wasm"
LIBRARY = "library.zip"
SCRIPTS = ("pyodide.mjs", "pyodide.asm.mjs")


def read_calendars(folder: Path) -> dict[str, bytes]:
    """Return each country's calendar by the path at which the rules look for it."""
    return {
        f"calendars/{path.name}": path.read_bytes()
        for path in sorted(folder.glob("*.json"))
        if is_calendar(path)
    }


def hashed(name: str, content: bytes) -> str:
    """Return the name of a file with its content in it, so that it may be kept for a year."""
    path = PurePosixPath("files", name)
    mark = hashlib.sha256(content).hexdigest()[:12]
    return str(path.with_name(f"{path.stem}.{mark}{path.suffix}"))


def compress(content: bytes) -> bytes:
    """Return the content as the page expands it."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def lay_out(
    boot: Mapping[str, bytes], data: Mapping[str, bytes], about: Mapping[str, object]
) -> dict[str, bytes]:
    """Return the runtime folder: the files under their names, and the manifest that leads to them."""
    packed = {name: compress(content) for name, content in boot.items()}
    starts = {name: hashed(f"{name}.bin", content) for name, content in packed.items()}
    places = {name: hashed(name, content) for name, content in data.items()}
    entries = {name: {"file": starts[name], **_measure(packed[name])} for name in packed}
    manifest = {**about, "boot": entries, "data": places}
    files = {starts[name]: content for name, content in packed.items()}
    files |= {places[name]: content for name, content in data.items()}
    return {MANIFEST: _dump(manifest), **files}


def _measure(content: bytes) -> dict[str, object]:
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _dump(value: object) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def unfold(runtime: Mapping[str, bytes], pyodide: Path, folder: Path) -> None:
    """Lay out a runtime as Node starts it: nothing compressed, plain names, Pyodide's own scripts."""
    manifest = json.loads(runtime[MANIFEST])
    start = {
        name: gzip.decompress(runtime[each["file"]]) for name, each in manifest["boot"].items()
    }
    files = {name: (pyodide / name).read_bytes() for name in SCRIPTS}
    files |= {WASM: start["python"], LIBRARY: start["library"], MANIFEST: runtime[MANIFEST]}
    files |= {f"data/{name}": runtime[file] for name, file in manifest["data"].items()}
    replace_folder(folder, files)


def build(pyodide: Path, playbook: Path) -> dict[str, bytes]:
    """Return the whole runtime folder as contents by relative path, once everything has run on it."""
    asked = list_requests()
    expected = [run(tool, request) for tool, request in asked]
    boot = {
        "program": join_program(pyodide),
        "python": (pyodide / WASM).read_bytes(),
        "library": build_library(pyodide, playbook, asked, expected),
    }
    version: str = json.loads((pyodide / "package.json").read_bytes())["version"]
    about = {"version": 2, "pyodide": version, "lock": empty_lock(pyodide)}
    files = lay_out(boot, read_calendars(playbook / "calendars"), about)
    with tempfile.TemporaryDirectory() as folder:
        unfold(files, pyodide, Path(folder))
        check_library(Path(folder), asked, expected)
    return files


def main() -> None:
    """Build the runtime and put it where the site takes it from."""
    files = build(PYODIDE, Path("playbook"))
    replace_folder(TARGET, files)
    size = sum(len(content) for name, content in files.items() if name.endswith(".bin"))
    print(f"{TARGET}: {size / 1e6:.2f} MB to start, {len(files)} files")


if __name__ == "__main__":
    main()

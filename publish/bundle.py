"""Bundle what the browser needs to run the rules: `docs/assets/runtime/`, built and git-ignored.

    runtime.json         the manifest, see below
    pyodide.mjs          Pyodide as npm ships it; loads the three files below it
    pyodide.asm.mjs
    pyodide.asm.wasm
    python_stdlib.zip
    pyodide-lock.json    an empty list of packages, so that Pyodide asks for no more
    packages.zip         playbook, jinja2 and markupsafe; unpack it into a folder on sys.path
    data/calendars/GB.json ...   one country each, fetched when a tool's answer `needs` it

The manifest:

    {
      "version": 1,
      "pyodide": "314.0.7",
      "packages": "packages.zip",
      "boot": {"pyodide.mjs": {"bytes": 17931, "sha256": "<hex>"}, ...},
      "data": {"calendars/GB.json": {"bytes": 9120, "sha256": "<hex>"}, ...}
    }

`boot` lists every file that a start fetches, in this order, so that progress can be shown in
bytes; `data` lists what may be asked for later: the file stands at `data/<key>` here and belongs
at `<folder of the playbook package>/<key>` there. Same input, same bytes.
"""

import hashlib
import importlib.metadata
import importlib.util
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from publish.tree import replace_folder

PYODIDE = Path("node_modules/pyodide")
TARGET = Path("docs/assets/runtime")
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
OTHER_PACKAGES = ("jinja2", "markupsafe")
SUFFIXES = frozenset({".py", ".toml", ".jinja", ".json"})
EPOCH = (1980, 1, 1, 0, 0, 0)


def list_package_files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the sources and data of a package; compiled modules stay out, so that it is pure."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix in SUFFIXES and not is_calendar(path):
            yield path.relative_to(root.parent).as_posix(), path.read_bytes()


def is_calendar(path: Path) -> bool:
    """Tell whether this is one country's calendar, which the browser fetches on demand."""
    return path.parent.name == "calendars" and path.suffix == ".json" and path.name != "index.json"


def list_licenses(name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the licence of an installed package, which has to travel with its code."""
    for file in importlib.metadata.files(name) or ():
        if "licenses" in file.parts:
            yield f"licenses/{name}/{file.name}", file.read_binary()


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return a zip that depends on nothing but the names and contents of the files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def pack_packages(playbook: Path) -> bytes:
    """Return packages.zip: the rules and the two packages that they stand on."""
    files = dict(list_package_files(playbook))
    for name in OTHER_PACKAGES:
        files.update(list_package_files(find_package(name)))
        files.update(list_licenses(name))
    return pack(files)


def find_package(name: str) -> Path:
    """Return the folder of an installed package."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed: run make again, or `make clean` first.")
    return Path(spec.origin).parent


def empty_lock(lock: bytes) -> bytes:
    """Return Pyodide's list of packages with no package in it."""
    return _dump({"info": json.loads(lock)["info"], "packages": {}})


def read_boot_files(pyodide: Path, playbook: Path) -> dict[str, bytes]:
    """Return every file that a start in the browser fetches, in the order in which it does."""
    files = {name: (pyodide / name).read_bytes() for name in PYODIDE_FILES}
    files["pyodide-lock.json"] = empty_lock((pyodide / "pyodide-lock.json").read_bytes())
    files["packages.zip"] = pack_packages(playbook)
    return files


def read_calendars(folder: Path) -> dict[str, bytes]:
    """Return each country's calendar by the path at which the rules look for it."""
    return {
        f"calendars/{path.name}": path.read_bytes()
        for path in sorted(folder.glob("*.json"))
        if is_calendar(path)
    }


def describe(boot: Mapping[str, bytes], data: Mapping[str, bytes], pyodide: str) -> bytes:
    """Return the manifest, runtime.json."""
    return _dump(
        {
            "version": 1,
            "pyodide": pyodide,
            "packages": "packages.zip",
            "boot": {name: _measure(content) for name, content in boot.items()},
            "data": {name: _measure(content) for name, content in data.items()},
        }
    )


def _measure(content: bytes) -> dict[str, object]:
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _dump(value: object) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def build(pyodide: Path, playbook: Path) -> dict[str, bytes]:
    """Return the whole runtime folder as contents by relative path."""
    boot = read_boot_files(pyodide, playbook)
    data = read_calendars(playbook / "calendars")
    version: str = json.loads((pyodide / "package.json").read_bytes())["version"]
    manifest = {"runtime.json": describe(boot, data, version)}
    return manifest | boot | {f"data/{name}": content for name, content in data.items()}


def main() -> None:
    """Build the runtime and put it where the site takes it from."""
    files = build(PYODIDE, Path("playbook"))
    replace_folder(TARGET, files)
    size = sum(len(content) for name, content in files.items() if not name.startswith("data/"))
    print(f"{TARGET}: {size / 1e6:.1f} MB to start, {len(files)} files")


if __name__ == "__main__":
    main()

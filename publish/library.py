"""The one archive that Python in the browser starts from: only what the rules use, compiled.

Nothing is listed by hand. A whole Pyodide runs every request that `publish.requests` makes, with
the modules of `boot/stubs/` in the place of the originals; what it has imported by then is
compiled, with Pyodide's own compiler, and packed. Then a Pyodide with nothing but this archive
runs the same requests again: an answer that differs, or a module that is missing, stops the build.

The archive holds the standard library, jinja2 and markupsafe for Python to import from it, and
`site-packages/`, the rules with their data files, which the start puts on the disk.
"""

import importlib.metadata
import importlib.util
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from publish.node import SCRIPTS, run_script
from publish.requests import Asked

OTHER_PACKAGES = ("jinja2", "markupsafe")
RULES = "playbook"
LIBRARY = "python_stdlib.zip"
ON_DISK = "site-packages"
DATA_SUFFIXES = frozenset({".toml", ".jinja", ".json"})
EPOCH = (1980, 1, 1, 0, 0, 0)


def is_calendar(path: Path) -> bool:
    """Tell whether this is one country's calendar, which the browser fetches on demand."""
    return path.parent.name == "calendars" and path.suffix == ".json" and path.name != "index.json"


def list_data(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the data files of a package."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix in DATA_SUFFIXES and not is_calendar(path):
            yield path.relative_to(root.parent).as_posix(), path.read_bytes()


def list_licenses(name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the licence of an installed package, which has to travel with its code."""
    for file in importlib.metadata.files(name) or ():
        if "licenses" in file.parts:
            yield f"licenses/{name}/{file.name}", file.read_binary()


def find_package(name: str) -> Path:
    """Return the folder of an installed package."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed: run make again, or `make clean` first.")
    return Path(spec.origin).parent


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return an archive that depends on nothing but names and contents; the whole is compressed later."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def read_zip(path: Path) -> dict[str, bytes]:
    """Return what an archive holds."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def read_stubs(folder: Path) -> dict[str, bytes]:
    """Return the modules that stand in the place of others."""
    paths = sorted(folder.rglob("*.py"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def replace_modules(modules: Mapping[str, bytes], stubs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the modules with the stubs in their place. Raises SystemExit for a stub without one."""
    missing = stubs.keys() - modules.keys()
    if missing:
        raise SystemExit(f"boot/stubs has no original for {', '.join(sorted(missing))}.")
    return {**modules, **stubs}


def split_stubs(stubs: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the stubs of the standard library, and those of the other packages."""
    ours = {name for name in stubs if name.split("/")[0] in OTHER_PACKAGES}
    library = {name: content for name, content in stubs.items() if name not in ours}
    return library, {name: stubs[name] for name in ours}


def copy_packages(target: Path, stubs: Mapping[str, bytes]) -> dict[str, str]:
    """Put the packages' sources in place, the stubs among them, and return the folder of each."""
    for name in OTHER_PACKAGES:
        root = find_package(name)
        for path in sorted(root.rglob("*.py")):
            relative = path.relative_to(root.parent).as_posix()
            copy = target / relative
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(stubs.get(relative, path.read_bytes()))
    return {name: str(target / name) for name in OTHER_PACKAGES}


def empty_lock(pyodide: Path) -> dict[str, object]:
    """Return Pyodide's list of packages with no package in it."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_bytes())
    return {"info": lock["info"], "packages": {}}


def compile_modules(
    pyodide: Path, rules: Path, asked: Sequence[Asked]
) -> tuple[dict[str, bytes], list[str]]:
    """Return the bytecode of every module in use by its path, and a whole Pyodide's answers."""
    library_stubs, package_stubs = split_stubs(read_stubs(SCRIPTS / "stubs"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library.zip"
        library.write_bytes(pack(replace_modules(read_zip(pyodide / LIBRARY), library_stubs)))
        job = {
            "pyodide": str(pyodide.resolve()),
            "lock": empty_lock(pyodide),
            "library": str(library),
            "packages": copy_packages(folder, package_stubs) | {RULES: str(rules.resolve())},
            "requests": json.dumps(asked),
            "exercise": (SCRIPTS / "exercise.py").read_text(encoding="utf-8"),
            "trim": (SCRIPTS / "trim.py").read_text(encoding="utf-8"),
        }
        out = folder / "compiled"
        answers = json.loads(run_script("trim.mjs", str(out), given=json.dumps(job)))
        paths = sorted(out.rglob("*.pyc"))
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}, answers


def build_library(
    pyodide: Path, rules: Path, asked: Sequence[Asked], expected: Sequence[str]
) -> bytes:
    """Return the archive. Raises SystemExit where a Pyodide answers otherwise than this Python."""
    compiled, answers = compile_modules(pyodide, rules, asked)
    compare(asked, expected, answers, "a whole Pyodide")
    files = compiled | dict(list_data(rules))
    placed = {place(name): content for name, content in files.items()}
    for name in OTHER_PACKAGES:
        placed.update(list_licenses(name))
    return pack(placed)


def place(name: str) -> str:
    """Return where a file belongs: the rules on the disk, all else where Python imports it from."""
    return f"{ON_DISK}/{name}" if name.startswith(f"{RULES}/") else name


def compare(
    asked: Sequence[Asked], expected: Sequence[str], answers: Sequence[str], who: str
) -> None:
    """Stop the build where an answer isn't this Python's."""
    for (tool, request), ours, theirs in zip(asked, expected, answers, strict=True):
        if ours != theirs:
            raise SystemExit(
                f"{who} answers {tool} otherwise than this Python: {request}\n{theirs}"
            )


def check_library(runtime: Path, asked: Sequence[Asked], expected: Sequence[str]) -> None:
    """Run everything with the archive alone. Raises SystemExit for whatever is missing from it."""
    exercise = (SCRIPTS / "exercise.py").read_text(encoding="utf-8")
    job = {"requests": json.dumps(asked), "exercise": exercise}
    answers = json.loads(run_script("check.mjs", str(runtime), given=json.dumps(job)))
    compare(asked, expected, answers, "the trimmed Pyodide")

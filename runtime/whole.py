"""The whole Python: stock Pyodide, and the rules as wheels that a lock file of its own lists.

Nothing of Pyodide is changed. The wheels of the rules, of Jinja2 and of MarkupSafe are what
`pip install` would take, and `pyodide lockfile add-wheels` (pyodide-build) writes the lock file from
them. So a page that ever lacks something starts what any Pyodide page would start, and whoever
works with Pyodide, PyScript or JupyterLite can load the rules with two lines: the same files lie in
`pyodide/` on the site.
"""

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from runtime.files import Files, pack, read_folder, read_zip

LOADER, GLUE, WASM, STDLIB = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
)
LOCK = "pyodide-lock.json"
DEPENDENCIES = ("jinja2", "markupsafe")
PROJECT = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT")
"""What a wheel of the rules is built from, beside them: files at the top of the repository."""
COMPILED = re.compile(r"\.(?:c|pyi|so|pyd|pyc)$")
"""Files of a package that only one machine's Python reads, or none."""
INSTALLERS_NOTES = frozenset({"INSTALLER", "RECORD", "REQUESTED", "direct_url.json"})
PURE = "Wheel-Version: 1.0\nGenerator: closing-playbook\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
REPRODUCIBLE = {"SOURCE_DATE_EPOCH": "315532800", "HATCH_BUILD_NO_HOOKS": "true"}
"""The first day of a zip file's calendar: the same sources give the same bytes, whenever they are built."""


def read_whole(pyodide: Path, packages: Files) -> Files:
    """Return what stock Pyodide asks for, by the names by which it asks; `packages` as from `build_packages`.

    The standard library is the one that Pyodide brings, with its entries stored, not deflated:
    everything is compressed again, and better, before it travels.
    """
    own = {name: (pyodide / name).read_bytes() for name in (LOADER, GLUE, WASM)}
    wheels = {name: content for name, content in packages.items() if name != LOCK}
    return own | {STDLIB: pack(read_zip(pyodide / STDLIB))} | wheels


def build_packages(pyodide: Path, staged: Path) -> Files:
    """Return the wheels and the lock file that lists them, by name; the rules are those of this staged tree.

    Raises SystemExit where a tool that builds them stops.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "pyodide")
        folder.mkdir()
        build_wheel(staged, folder)
        for package in DEPENDENCIES:
            pack_installed(package, folder)
        lock_wheels(pyodide, folder)
        return read_folder(folder)


def build_wheel(staged: Path, folder: Path) -> None:
    """Build the wheel of the rules in this staged tree, a centre's numbers and words included, into the folder."""
    run_module("hatchling", "build", "--target", "wheel", "--directory", str(folder), root=staged)


def pack_installed(package: str, folder: Path) -> None:
    """Make a wheel of an installed package, without what is compiled for this machine, into the folder."""
    installed = importlib.metadata.distribution(package)
    with tempfile.TemporaryDirectory() as name:
        for file in installed.files or ():
            if COMPILED.search(file.name) or file.name in INSTALLERS_NOTES or ".." in file.parts:
                continue
            target = Path(name, file)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(PURE.encode() if file.name == "WHEEL" else file.read_binary())
            target.chmod(0o644)
        run_module("wheel", "pack", name, "--dest-dir", str(folder))


def lock_wheels(pyodide: Path, folder: Path) -> None:
    """Write the lock file of the wheels in the folder: Pyodide's own, with these packages and no other."""
    own = json.loads((pyodide / LOCK).read_bytes())
    lock = folder / LOCK
    lock.write_text(json.dumps({**own, "packages": {}}), encoding="utf-8")
    wheels = map(str, sorted(folder.glob("*.whl")))
    run_module(
        "pyodide_cli",
        *("lockfile", "add-wheels", *wheels),
        *("--input", str(lock), "--output", str(lock), "--base-path", str(folder)),
    )


def run_module(module: str, *words: str, root: Path | None = None) -> None:
    """Run a command of this environment. Raises SystemExit with what it says where it stops."""
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=root,
        env={**os.environ, **REPRODUCIBLE},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"{module} stopped:\n{done.stdout}{done.stderr}")

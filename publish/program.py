"""Join the worker and Pyodide's own two scripts into the one program that the page starts.

Each becomes a function's body, so that no name of one meets a name of another. One program means
one download, compressed like the rest, and a worker that needs nothing more to begin.
"""

import re
from pathlib import Path

from publish.node import SCRIPTS

OURS = ("archive.js", "python.js", "worker.js")
IMPORT = re.compile(r"^import .*\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=async function|function)", re.MULTILINE)
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)
LOADER_EXPORT = re.compile(r"export\{(?P<name>[\w$]+) as loadPyodide,[^}]*\};?")
MODULE_EXPORT = re.compile(r"export default (?P<name>\w+);")


def join_program(pyodide: Path) -> bytes:
    """Return the program of the worker. Raises SystemExit where Pyodide's scripts end otherwise than known."""
    parts = [
        enclose(pyodide / "pyodide.asm.mjs", MODULE_EXPORT, "createPyodideModule"),
        enclose(pyodide / "pyodide.mjs", LOADER_EXPORT, "loadPyodide"),
        *(strip_modules((SCRIPTS / name).read_text(encoding="utf-8")) for name in OURS),
    ]
    return "".join(parts).encode()


def enclose(script: Path, export: re.Pattern[str], name: str) -> str:
    """Return a script of Pyodide's as a constant: what it exports, made inside a function."""
    text = SOURCE_MAP.sub("", script.read_text(encoding="utf-8"))
    found = export.findall(text)
    if len(found) != 1:
        raise SystemExit(
            f"{script} ends otherwise than in the Pyodide that is pinned in package.json, "
            "so publish/program.py can't join it: see how it exports now."
        )
    return f"const {name} = (() => {{\n{export.sub('', text)}\nreturn {found[0]}\n}})()\n"


def strip_modules(script: str) -> str:
    """Return a script of ours without its imports and exports."""
    return EXPORT.sub("", IMPORT.sub("", script))

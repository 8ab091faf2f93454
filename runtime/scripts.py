"""Join scripts into what a page's worker runs.

The page has the text of the worker. It fetches the program, which is what starts Python, with
Pyodide's own two scripts: each becomes a function, so that no name of one meets a name of another.
One program means one download, compressed like the rest.
"""

import base64
import re
from pathlib import Path

from runtime.node import BROWSER

WORKER = ("fetch.js", "keep.js", "loader.js", "worker.js")
OURS = ("archive.mjs", "image.mjs", "python.mjs")
STARTS = "export { startPython }\n"
IMPORT = re.compile(r"^import .*\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=async function|function|const)", re.MULTILINE)
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)
LOADER_EXPORT = re.compile(r"export\{(?P<name>[\w$]+) as loadPyodide,[^}]*\};?")
GLUE = re.compile(
    r"async function (?P<name>[\w$]+)(?P<rest>\(.*\})export default (?P=name);\s*", re.DOTALL
)
DECODER = Path("node_modules/zstddec/dist/zstddec.mjs")
DECODER_WASM = re.compile(r'const wasm = "(?P<base64>[A-Za-z0-9+/=]+)"')


def read_worker() -> str:
    """Return the text of the worker, after the licence of the decoder that it starts."""
    licence = DECODER.parents[1].joinpath("LICENSE").read_text(encoding="utf-8")
    scripts = ((BROWSER / name).read_text(encoding="utf-8") for name in WORKER)
    return "".join([f"/*!\n{licence}*/\n", *scripts])


def read_decoder() -> bytes:
    """Return the WebAssembly that expands. Raises SystemExit where the package holds it otherwise than known."""
    found = DECODER_WASM.search(DECODER.read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit(
            f"{DECODER} is written otherwise than in the version that is pinned in package.json."
        )
    return base64.b64decode(found["base64"])


def read_ours() -> list[str]:
    """Return our own scripts of the program."""
    return [(BROWSER / name).read_text(encoding="utf-8") for name in OURS]


def join_program(glue: bytes, loader: bytes) -> bytes:
    """Return the program. Raises SystemExit where Pyodide's scripts end otherwise than known."""
    parts = [
        enclose_glue(glue.decode()),
        enclose_loader(loader.decode()),
        *map(enclose_ours, read_ours()),
        STARTS,
    ]
    return "".join(parts).encode()


def enclose_glue(script: str) -> str:
    """Return Pyodide's script that makes the machine, as a constant.

    It stands in parentheses: so browsers know that it is called, and read it once, not twice.
    """
    found = GLUE.fullmatch(SOURCE_MAP.sub("", script))
    if found is None:
        raise refuse("pyodide.asm.mjs")
    return f"const createPyodideModule = (async function{found['rest']})\n"


def enclose_loader(script: str) -> str:
    """Return Pyodide's script that starts Python, as a constant."""
    found = LOADER_EXPORT.findall(script)
    if len(found) != 1:
        raise refuse("pyodide.mjs")
    body = LOADER_EXPORT.sub("", SOURCE_MAP.sub("", script))
    return f"const loadPyodide = (() => {{\n{body}\nreturn {found[0]}\n}})()\n"


def refuse(script: str) -> SystemExit:
    """Return what stops the build where a script of Pyodide's isn't written as it was."""
    return SystemExit(
        f"{script} ends otherwise than in the version of Pyodide that is pinned in package.json, "
        "so runtime/scripts.py can't join it: see how it exports now."
    )


def enclose_ours(script: str) -> str:
    """Return a script of ours without its imports, its own constants kept to itself."""
    names = re.findall(r"^export (?:async )?(?:function\*?|const) (\w+)", script, re.MULTILINE)
    body = EXPORT.sub("", IMPORT.sub("", script))
    return f"const {{ {', '.join(names)} }} = (() => {{\n{body}\nreturn {{ {', '.join(names)} }}\n}})()\n"

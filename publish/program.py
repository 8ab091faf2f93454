"""Join scripts into what a worker runs.

The program is the worker of Python with Pyodide's own two scripts: each becomes a function's body,
so that no name of one meets a name of another. One program means one download, compressed like the
rest, and a worker that needs nothing more to begin. The loader is the worker that fetches it.
"""

import base64
import re
from pathlib import Path

from publish.node import SCRIPTS

OURS = ("archive.mjs", "image.mjs", "python.js", "worker.js")
IMPORT = re.compile(r"^import .*\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=async function|function|const)", re.MULTILINE)
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)
LOADER_EXPORT = re.compile(r"export\{(?P<name>[\w$]+) as loadPyodide,[^}]*\};?")
GLUE_EXPORT = re.compile(r"export default (?P<name>\w+);")
DECODER = Path("node_modules/zstddec/dist/zstddec.mjs")
DECODER_WASM = re.compile(r'const wasm = "(?P<base64>[A-Za-z0-9+/=]+)"')


def read_loader() -> str:
    """Return the text of the worker that fetches and expands, after the licence of the decoder that it starts."""
    licence = DECODER.parents[1].joinpath("LICENSE").read_text(encoding="utf-8")
    return f"/*!\n{licence}*/\n{(SCRIPTS / 'loader.js').read_text(encoding='utf-8')}"


def read_decoder() -> bytes:
    """Return the WebAssembly that expands. Raises SystemExit where the package holds it otherwise than known."""
    found = DECODER_WASM.search(DECODER.read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit(
            f"{DECODER} is written otherwise than in the version that is pinned in package.json."
        )
    return base64.b64decode(found["base64"])


def join_program(glue: bytes, loader: bytes) -> bytes:
    """Return the program of the worker. Raises SystemExit where Pyodide's scripts end otherwise than known."""
    parts = [
        enclose(glue.decode(), GLUE_EXPORT, "createPyodideModule"),
        enclose(loader.decode(), LOADER_EXPORT, "loadPyodide"),
        *(enclose_ours((SCRIPTS / name).read_text(encoding="utf-8")) for name in OURS),
    ]
    return "".join(parts).encode()


def enclose(script: str, export: re.Pattern[str], name: str) -> str:
    """Return a script of Pyodide's as a constant: what it exports, made inside a function."""
    text = SOURCE_MAP.sub("", script)
    found = export.findall(text)
    if len(found) != 1:
        raise SystemExit(
            f"Pyodide's script for {name} ends otherwise than in the version that is pinned in "
            "package.json, so publish/program.py can't join it: see how it exports now."
        )
    return f"const {name} = (() => {{\n{export.sub('', text)}\nreturn {found[0]}\n}})()\n"


def enclose_ours(script: str) -> str:
    """Return a script of ours without its imports, its own constants kept to itself."""
    names = re.findall(r"^export (?:async )?(?:function\*?|const) (\w+)", script, re.MULTILINE)
    body = EXPORT.sub("", IMPORT.sub("", script))
    return f"const {{ {', '.join(names)} }} = (() => {{\n{body}\nreturn {{ {', '.join(names)} }}\n}})()\n"

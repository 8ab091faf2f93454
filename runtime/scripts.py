"""Bundle scripts into what a page's worker runs, with esbuild.

The page has the text of the worker. From the small start it fetches the program, which is Pyodide's
own two scripts, cut, with those of ours that start them from an image: one download, compressed
like the rest. The whole Python has Pyodide's scripts as they come.
"""

import base64
import json
import re
from collections.abc import Mapping
from pathlib import Path

from runtime.files import ROOT
from runtime.node import BROWSER, run_script
from runtime.whole import GLUE, LOADER

WORKER, PROGRAM = BROWSER / "worker.js", BROWSER / "python.mjs"
STARTING = ("archive.mjs", "image.mjs", "python.mjs", "rules.mjs")
"""What the program is made of, beside Pyodide's scripts."""
CALLED = "playbook"
"""Under this name a page calls what the worker exports."""
DECODER = ROOT / "node_modules/zstddec/dist/zstddec.mjs"
DECODER_WASM = re.compile(r'const wasm = "(?P<base64>[A-Za-z0-9+/=]+)"')


def read_worker() -> str:
    """Return the text of the worker, after the licence of the decoder that it starts."""
    licence = DECODER.parents[1].joinpath("LICENSE").read_text(encoding="utf-8")
    return bundle(WORKER, "iife", banner=f"/*!\n{licence}*/")


def read_decoder() -> bytes:
    """Return the WebAssembly that expands. Raises SystemExit where the package holds it otherwise than known."""
    match = DECODER_WASM.search(DECODER.read_text(encoding="utf-8"))
    if match is None:
        raise SystemExit(
            f"{DECODER} is written otherwise than in the version that is pinned in package.json."
        )
    return base64.b64decode(match["base64"])


def read_ours() -> list[str]:
    """Return our own scripts of the program."""
    return [(BROWSER / name).read_text(encoding="utf-8") for name in STARTING]


def join_program(glue: bytes, loader: bytes) -> bytes:
    """Return the program. Raises SystemExit where Pyodide's scripts export otherwise than known."""
    modules = {f"pyodide/{LOADER}": loader.decode(), f"pyodide/{GLUE}": glue.decode()}
    return bundle(PROGRAM, "esm", modules=modules).encode()


def bundle(
    entry: Path, form: str, *, banner: str = "", modules: Mapping[str, str] | None = None
) -> str:
    """Return a module and all that it imports as one script; `modules` are texts by the name of their import.

    Raises SystemExit with what esbuild says where something is missing.
    """
    job = {"entry": str(entry), "format": form, "banner": banner, "modules": modules or {}}
    name = {"name": CALLED} if form == "iife" else {}
    return run_script("bundle.mjs", given=json.dumps(job | name))

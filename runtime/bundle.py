"""Bundle what the browser needs to run the rules: `docs/assets/runtime/` and the list of it for the page.

Both are built and git-ignored:

    docs/assets/tool/files.js           the list, see below
    docs/assets/runtime/program.<hash>.bin   what starts Python: Pyodide's scripts and ours, see scripts.py
    docs/assets/runtime/python.<hash>.bin    Python itself: Pyodide's WebAssembly
    docs/assets/runtime/memory.<hash>.bin    the image of its memory with the rules in it, see small.py
    docs/assets/runtime/library.<hash>.bin   modules and rules, where there is no image
    docs/assets/runtime/decoder.<hash>.bin   what expands Python, memory and library
    docs/assets/runtime/calendars/GB.<hash>.json ...   one country each, fetched when an answer `needs` it

The small program, Python and memory are those with which a page starts; the whole program, Python
and library those with which it starts if the small ones ever lack something. They are compressed
with Zstandard, and the page expands them: many web servers compress neither WebAssembly nor
archives, and none is asked to. The decoder comes with gzip, which browsers expand by themselves.
The ending keeps a server from guessing what is inside.

The list is a script, so that it's named for its content and kept like the others:

    export const small = {"program": {"file": "program.<hash>.bin", "bytes": 71594, "expanded": "sha256-..."},
                          "python": ..., "memory": ...}
    export const whole = {...}
    export const data = {"calendars/GB.json": "calendars/GB.<hash>.json", ...}
    export const lock = {"info": {...}, "packages": {}}
    export const decoder = {"file": "decoder.<hash>.bin", "bytes": 20507}
    export const worker = "the text of the worker that fetches them, see scripts.py"
    export const integrity = {"program.<hash>.bin": "sha256-...", ...}

`bytes` is what travels, so that progress can be shown. `integrity` has the hash of every file as it
travels, and `expanded` of what it holds: a page pins this list, so it believes no file that is
something else. `data` says where a data file is that belongs
at `<folder of the playbook package>/<key>`. `lock` is Pyodide's list of packages with none in it.

`python -m runtime.bundle whole` leaves the small ones out (`small` is null), which takes a second
instead of a minute: for `make serve`. Same input, same bytes; so the small ones are kept in
`.cache/` by the hash of all that they are made of.
"""

import gzip
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from playbook.boundary import run
from publish.site.seal import digest
from runtime.files import replace_folder, write_if_changed
from runtime.node import run_script
from runtime.sample_requests import list_requests
from runtime.scripts import join_program, read_decoder, read_worker
from runtime.small import (
    Start,
    Trial,
    empty_lock,
    is_calendar,
    make_small,
    read_folder,
    read_whole,
)

PYODIDE = Path("node_modules/pyodide")
RULES = Path("playbook")
TARGET = Path("docs/assets/runtime")
LIST = Path("docs/assets/tool/files.js")
CACHE, COMPRESSED = Path(".cache/start"), Path(".cache/zstandard")
STARTS_KEPT = 2
"""The one with a copy's brand, and the one without that its tests are about."""
PARTS = ("loader", "glue", "python", "content")


def read_calendars(folder: Path) -> dict[str, bytes]:
    """Return each country's calendar by the path at which the rules look for it."""
    return {
        f"calendars/{path.name}": path.read_bytes()
        for path in sorted(folder.glob("*.json"))
        if is_calendar(path)
    }


def name_by_content(name: str, content: bytes) -> str:
    """Return the name of a file with its content in it, so that it may be kept for a year."""
    path = PurePosixPath(name)
    mark = hashlib.sha256(content).hexdigest()[:12]
    return str(path.with_name(f"{path.stem}.{mark}{path.suffix}"))


def list_files(start: Start) -> dict[str, bytes]:
    """Return the files of a start as Python gets them."""
    return {
        "program": join_program(start.glue, start.loader),
        "python": start.python,
        start.kind: start.content,
    }


def compress(start: Start) -> dict[str, bytes]:
    """Return the files of a start as they travel, as they were kept when they were compressed the first time."""
    files = list_files(start)
    kept = {name: COMPRESSED / hashlib.sha256(each).hexdigest() for name, each in files.items()}
    missing = {name: files[name] for name, path in kept.items() if not path.is_file()}
    if missing:
        with tempfile.TemporaryDirectory() as folder:
            replace_folder(Path(folder), missing)
            run_script("compress.mjs", folder, given=json.dumps(list(missing)))
            for name in missing:
                write_if_changed(kept[name], Path(folder, name).read_bytes())
    return {name: path.read_bytes() for name, path in kept.items()}


def forget_others(files: Iterable[bytes]) -> None:
    """Remove what is kept compressed and none of these."""
    needed = {hashlib.sha256(content).digest() for content in files}
    for path in COMPRESSED.iterdir():
        if hashlib.sha256(path.read_bytes()).digest() not in needed:
            path.unlink()


def hash_all(contents: Iterable[bytes]) -> str:
    """Return what changes when one of these does."""
    marks = (hashlib.sha256(content).digest() for content in contents)
    return hashlib.sha256(b"".join(marks)).hexdigest()


def find_small(whole: Start, data: Mapping[str, bytes]) -> Start | None:
    """Return the small start: the kept one where nothing has changed since, else a new one.

    None, and a line that says so, where Pyodide is written otherwise than the one that we cut.
    """
    own = read_folder(Path(__file__).parent)
    sources = (own[name] for name in sorted(own) if name.endswith((".py", ".mjs")))
    start = (whole.glue, whole.loader, whole.python, whole.content)
    kept = CACHE / hash_all([*start, *sources, *data.values()])
    if not kept.is_dir():
        print("Making the small Python: once, and again when a rule has changed (about a minute)")
        try:
            small = make_small(PYODIDE, RULES, try_everything(data))
        except ValueError as error:
            print(f"Pages will start with the whole Python, since it can't be cut: {error}")
            return None
        replace_folder(kept, {part: getattr(small, part) for part in PARTS})
        for older in sorted(CACHE.iterdir(), key=lambda path: path.stat().st_mtime)[:-STARTS_KEPT]:
            shutil.rmtree(older)
    loader, glue, python, content = ((kept / part).read_bytes() for part in PARTS)
    return Start(loader, glue, python, "memory", content)


def try_everything(data: Mapping[str, bytes]) -> Trial:
    """Return everything that may be asked, with this Python's answers."""
    asked = list_requests()
    return Trial(asked, [run(tool, request) for tool, request in asked], data, empty_lock(PYODIDE))


def build(*, only_whole: bool = False) -> tuple[dict[str, bytes], str]:
    """Return the runtime folder as contents by relative path, and the list for the page."""
    data = read_calendars(RULES / "calendars")
    whole = read_whole(PYODIDE, RULES)
    small = None if only_whole else find_small(whole, data)
    files = {name_by_content(name, content): content for name, content in data.items()}
    listed: dict[str, object] = {"small": None}
    for name, start in {"small": small, "whole": whole}.items():
        if start is not None:
            expanded, parts = list_files(start), compress(start)
            names = {part: name_by_content(f"{part}.bin", each) for part, each in parts.items()}
            files |= {names[part]: each for part, each in parts.items()}
            listed[name] = {
                part: {
                    "file": names[part],
                    "bytes": len(each),
                    "expanded": digest(expanded[part]),
                }
                for part, each in parts.items()
            }
    listed["data"] = {name: name_by_content(name, content) for name, content in data.items()}
    decoder = gzip.compress(read_decoder(), compresslevel=9, mtime=0)
    name = name_by_content("decoder.bin", decoder)
    files[name] = decoder
    listed |= {"lock": empty_lock(PYODIDE), "worker": read_worker()}
    listed["decoder"] = {"file": name, "bytes": len(decoder)}
    listed["integrity"] = {name: digest(content) for name, content in files.items()}
    exports = (f"export const {name} = {json.dumps(value)}\n" for name, value in listed.items())
    return files, "".join(exports)


def main() -> None:
    """Build the runtime and put it where the site takes it from."""
    files, listed = build(only_whole="whole" in sys.argv[1:])
    replace_folder(TARGET, files)
    forget_others(files.values())
    write_if_changed(LIST, listed.encode())
    sizes = sorted(len(content) for name, content in files.items() if name.endswith(".bin"))
    print(f"{TARGET}: {len(files)} files, the largest {sizes[-1] / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

"""Bundle what the browser needs to run the rules, and the list of it for the page.

All of it goes into the staged `build/docs/`:

    assets/tool/files.js                the list, see below
    assets/runtime/program.<hash>.bin   what starts the small Python: Pyodide's scripts and ours, see scripts.py
    assets/runtime/python.<hash>.bin    the WebAssembly that it needs
    assets/runtime/memory.<hash>.bin    the image of its memory with the rules in it, see small.py
    assets/runtime/pyodide-mjs.<hash>.bin ...   stock Pyodide and the wheels of the rules, see whole.py
    assets/runtime/decoder.<hash>.bin   what expands all these
    assets/runtime/calendars/GB.<hash>.json ...   one country each, fetched when an answer `needs` it
    pyodide/                            the wheels and their lock file, for whoever loads the rules elsewhere

A page starts with the small files, or with the whole ones if the small ones ever lack something.
They are compressed with Zstandard, and the page expands them: many web servers compress neither
WebAssembly nor archives, and none is asked to. The decoder comes with gzip, which browsers expand
by themselves. The ending keeps a server from guessing what is inside.

The list is a script, so that it's named for its content and kept like the others:

    export const small = {"program": {"file": "program.<hash>.bin", "bytes": 71594, "expanded": "sha256-..."},
                          "python": ..., "memory": ...}
    export const whole = {"pyodide.mjs": {"file": "pyodide-mjs.<hash>.bin", ...}, "pyodide.asm.mjs": ..., ...}
    export const data = {"calendars/GB.json": "calendars/GB.<hash>.json", ...}
    export const lock = {"info": {...}, "packages": {"closing-playbook": ...}}
    export const decoder = {"file": "decoder.<hash>.bin", "bytes": 20507}
    export const worker = "the text of the worker that fetches them, see scripts.py"
    export const integrity = {"program.<hash>.bin": "sha256-...", ...}

`bytes` is what travels, so that progress can be shown. `integrity` has the hash of every file as it
travels, and `expanded` of what it holds: a page pins this list, so it believes no file that is
something else. `data` says where a data file is that belongs at `<folder of the playbook
package>/<key>`. `lock` is the lock file of the wheels.

`python -m runtime.bundle whole` leaves the small ones out (`small` is null), which takes seconds
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
from runtime.files import ROOT, STAGED, Files, digest, read_folder, replace_folder, write_if_changed
from runtime.node import run_script
from runtime.rule_texts import read_texts
from runtime.sample_requests import EMAILS, SAID, list_requests
from runtime.scripts import join_program, read_decoder, read_worker
from runtime.small import Start, Trial, empty_lock, is_calendar, make_small, read_original
from runtime.whole import LOCK, build_packages, read_whole

PYODIDE = ROOT / "node_modules/pyodide"
RULES = STAGED / "playbook"
TARGET, PACKAGES = STAGED / "docs/assets/runtime", STAGED / "docs/pyodide"
LIST = STAGED / "docs/assets/tool/files.js"
CACHE, COMPRESSED = ROOT / ".cache/start", ROOT / ".cache/zstandard"
STARTS_KEPT = 2
"""The one with a copy's brand, and the one without that its tests are about."""
NO_SMALL = "export const small = null\n"
PARTS = ("loader", "glue", "python", "content")


def read_calendars(folder: Path) -> Files:
    """Return each country's calendar by the path at which the rules look for it."""
    return {
        f"calendars/{path.name}": path.read_bytes()
        for path in sorted(folder.glob("*.json"))
        if is_calendar(path)
    }


def name_by_content(name: str, content: bytes) -> str:
    """Return the name of a file with its content in it, so that it may be kept for a year."""
    path = PurePosixPath(name)
    tag = hashlib.sha256(content).hexdigest()[:12]
    return str(path.with_name(f"{path.stem}.{tag}{path.suffix}"))


def list_files(start: Start) -> Files:
    """Return the files of the small start as Python gets them."""
    program = join_program(start.glue, start.loader)
    return {"program": program, "python": start.python, start.kind: start.content}


def compress(files: Mapping[str, bytes]) -> Files:
    """Return the files as they travel, from the cache where they were compressed before."""
    cached = {name: COMPRESSED / hashlib.sha256(each).hexdigest() for name, each in files.items()}
    missing = {name: files[name] for name, path in cached.items() if not path.is_file()}
    if missing:
        with tempfile.TemporaryDirectory() as folder:
            replace_folder(Path(folder), missing)
            run_script("compress.mjs", folder, given=json.dumps(list(missing)))
            for name in missing:
                write_if_changed(cached[name], Path(folder, name).read_bytes())
    return {name: path.read_bytes() for name, path in cached.items()}


def prune_cache(files: Iterable[bytes]) -> None:
    """Remove from the cache what is compressed and none of these."""
    needed = {hashlib.sha256(content).digest() for content in files}
    for path in COMPRESSED.iterdir():
        if hashlib.sha256(path.read_bytes()).digest() not in needed:
            path.unlink()


def hash_all(contents: Iterable[bytes]) -> str:
    """Return one SHA-256 over these contents."""
    hashes = (hashlib.sha256(content).digest() for content in contents)
    return hashlib.sha256(b"".join(hashes)).hexdigest()


def find_small(data: Mapping[str, bytes]) -> Start | None:
    """Return the small start: the cached one where nothing has changed since, else a new one.

    None, and a warning, where anything goes wrong while it is made: pages start with the whole one
    then, which takes nothing of Pyodide but what it promises. That the rules answer on this Python
    is found out before, and isn't caught.
    """
    own = read_folder(Path(__file__).parent)
    sources = (own[name] for name in sorted(own) if name.endswith((".py", ".mjs", ".json")))
    original = read_original(PYODIDE, RULES)
    parts = (getattr(original, name) for name in PARTS)
    sentences = (text.encode() for folder in (SAID, EMAILS) for text in read_texts(folder))
    cached = CACHE / hash_all([*parts, *sources, *data.values(), *sentences])
    if not cached.is_dir():
        print("Making the small Python: once, and again when a rule has changed (about a minute)")
        trial = try_everything(data)
        try:
            small = make_small(PYODIDE, RULES, trial)
            list_files(small)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the whole one stands in
            reason = str(error) or type(error).__name__
            print(
                f"Warning: pages start with the whole Python, since the small one can't be made.\n{reason}",
                file=sys.stderr,
            )
            return None
        replace_folder(cached, {name: getattr(small, name) for name in PARTS})
        for older in sorted(CACHE.iterdir(), key=lambda path: path.stat().st_mtime)[:-STARTS_KEPT]:
            shutil.rmtree(older)
    loader, glue, python, content = ((cached / name).read_bytes() for name in PARTS)
    return Start(loader, glue, python, "memory", content)


def try_everything(data: Mapping[str, bytes]) -> Trial:
    """Return everything that may be asked, with this Python's answers."""
    asked = list_requests()
    return Trial(asked, [run(tool, request) for tool, request in asked], data, empty_lock(PYODIDE))


def build(*, only_whole: bool = False) -> tuple[Files, Files, str]:
    """Return the runtime folder and the packages as contents by relative path, and the list for the page."""
    data, packages = read_calendars(RULES / "calendars"), build_packages(PYODIDE, STAGED)
    small = None if only_whole else find_small(data)
    starts = {"small": list_files(small)} if small else {}
    starts["whole"] = read_whole(PYODIDE, packages)
    files = {name_by_content(name, content): content for name, content in data.items()}
    listed: dict[str, object] = {"small": None}
    for start, expanded in starts.items():
        compressed = compress(expanded)
        names = {name: name_sent(name, content) for name, content in compressed.items()}
        files |= {names[name]: content for name, content in compressed.items()}
        listed[start] = {
            name: {"file": names[name], "bytes": len(content), "expanded": digest(expanded[name])}
            for name, content in compressed.items()
        }
    listed["data"] = {name: name_by_content(name, content) for name, content in data.items()}
    decoder = gzip.compress(read_decoder(), compresslevel=9, mtime=0)
    name = name_sent("decoder", decoder)
    files[name] = decoder
    listed |= {"lock": json.loads(packages[LOCK]), "worker": read_worker()}
    listed["decoder"] = {"file": name, "bytes": len(decoder)}
    listed["integrity"] = {name: digest(content) for name, content in files.items()}
    exports = (f"export const {name} = {json.dumps(value)}\n" for name, value in listed.items())
    return files, packages, "".join(exports)


def name_sent(name: str, content: bytes) -> str:
    """Return the name under which a part of a start travels, say pyodide-mjs.<hash>.bin."""
    return name_by_content(f"{name.replace('.', '-')}.bin", content)


def main() -> None:
    """Build the runtime and put it where the site takes it from.

    Raises SystemExit where the small one is asked for (`python -m runtime.bundle small`) and can't be made.
    """
    files, packages, listed = build(only_whole="whole" in sys.argv[1:])
    if "small" in sys.argv[1:] and NO_SMALL in listed:
        raise SystemExit("There is no small Python: see the warning above.")
    replace_folder(TARGET, files)
    replace_folder(PACKAGES, packages)
    prune_cache(files.values())
    write_if_changed(LIST, listed.encode())
    sizes = sorted(len(content) for name, content in files.items() if name.endswith(".bin"))
    print(f"{TARGET}: {len(files)} files, the largest {sizes[-1] / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

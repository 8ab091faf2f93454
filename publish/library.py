"""The archives that Python in the browser starts from: a whole one, and a small one made of it.

The whole one is Pyodide's standard library with jinja2, markupsafe and the rules, as they are.

The small one holds only what the rules use, compiled. Nothing is listed by hand. A whole Pyodide
runs every request that `publish.requests` makes; what it has imported by then is compiled, with
Pyodide's own compiler, and what it worked out on the way (patterns, templates, tables) is kept
with it: see boot/recorder.py. That Python runs everything again while it is watched, and loses
the functions that nothing called, of the modules and of the WebAssembly below: see
boot/observer.py and wasm.py. What is left has to give the same answers again.

`site-packages/` in an archive is put on the disk, the rest is imported from the archive.
"""

import importlib.metadata
import importlib.util
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from publish.glue import cut_glue
from publish.node import SCRIPTS, run_script
from publish.requests import Asked
from publish.tree import replace_folder
from publish.wasm import cut, watch

OTHER_PACKAGES = ("jinja2", "markupsafe")
RULES = "playbook"
STDLIB, LIBRARY, LOCK = "python_stdlib.zip", "library.zip", "lock.json"
WASM, GLUE, LOADER = "pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs"
ON_DISK = "site-packages"
START, PREPARED = "sitecustomize", "prepared.bin"
OBSERVING = "import gc, observer\ngc.set_threshold(10)\nobserver.observe()\n"
"""Garbage is collected all the time, so that each kind of object meets the collector while it is watched."""
HELPERS = ("exercise", "observer", "smoke")
SHIPPED = ("unprepared", "warm")
NOT_CUT = (
    f"{ON_DISK}/",
    "_pyodide/",
    "pyodide/",
    f"{START}.pyc",
    *(f"{name}.pyc" for name in SHIPPED),
)
"""Our own rules, what differs from browser to browser, and the start itself."""
SOURCES = frozenset({".py", ".toml", ".jinja", ".json"})
EPOCH = (1980, 1, 1, 0, 0, 0)

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Start:
    """What a Python starts from: Pyodide's two scripts, its WebAssembly and the archive."""

    loader: bytes
    glue: bytes
    python: bytes
    library: bytes


def read_whole(pyodide: Path, rules: Path) -> Start:
    """Return Pyodide as npm ships it, with the archive of everything."""
    return Start(
        loader=(pyodide / LOADER).read_bytes(),
        glue=(pyodide / GLUE).read_bytes(),
        python=(pyodide / WASM).read_bytes(),
        library=pack(list_whole(pyodide, rules)),
    )


def list_whole(pyodide: Path, rules: Path) -> Files:
    """Return the files of the archive of everything."""
    files = read_zip(pyodide / STDLIB)
    for name in OTHER_PACKAGES:
        files |= dict(list_sources(find_package(name)))
        files |= dict(list_licenses(name))
    return files | {f"{ON_DISK}/{name}": each for name, each in list_sources(rules)}


def list_sources(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the modules and data files of a package."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix in SOURCES and not is_calendar(path):
            yield path.relative_to(root.parent).as_posix(), path.read_bytes()


def is_calendar(path: Path) -> bool:
    """Tell whether this is one country's calendar, which the browser fetches on demand."""
    return path.parent.name == "calendars" and path.suffix == ".json" and path.name != "index.json"


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


def read_zip(path: Path) -> Files:
    """Return what an archive holds."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def read_folder(folder: Path) -> Files:
    """Return what a folder holds, by path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def read_script(name: str) -> bytes:
    """Return one of the scripts that run in Pyodide."""
    return (SCRIPTS / f"{name}.py").read_bytes()


def empty_lock(pyodide: Path) -> dict[str, object]:
    """Return Pyodide's list of packages with no package in it."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_bytes())
    return {"info": lock["info"], "packages": {}}


def lay_out(start: Start, lock: object, data: Mapping[str, bytes], folder: Path) -> None:
    """Put a start's files where boot/start.mjs takes them from."""
    files = {LOADER: start.loader, GLUE: start.glue, WASM: start.python, LIBRARY: start.library}
    files |= {LOCK: json.dumps(lock).encode()}
    replace_folder(folder, files | {f"data/{name}": content for name, content in data.items()})


@dataclass(frozen=True, slots=True)
class Trial:
    """Everything that may be asked, what this Python answers, and the files that the answers need."""

    asked: Sequence[Asked]
    expected: Sequence[str]
    data: Mapping[str, bytes]
    lock: object

    def compare(self, answers: Sequence[str], who: str) -> None:
        """Stop the build where an answer isn't this Python's."""
        for (tool, request), ours, theirs in zip(self.asked, self.expected, answers, strict=True):
            if ours != theirs:
                raise SystemExit(
                    f"{who} answers {tool} otherwise than this Python: {request}\n{theirs}"
                )


def make_small(pyodide: Path, rules: Path, trial: Trial) -> Start:
    """Return the smallest start that gives the same answers. Raises SystemExit where it doesn't."""
    whole = read_whole(pyodide, rules)
    recorded = record(whole, list_whole(pyodide, rules), trial)
    modules, used = observe(whole, recorded, trial)
    glue, exported = cut_glue(whole.glue.decode(), whole.loader.decode())
    helpers = {f"{name}.pyc" for name in HELPERS}
    files = {name: content for name, content in (recorded | modules).items() if name not in helpers}
    for name in OTHER_PACKAGES:
        files |= dict(list_licenses(name))
    small = Start(
        loader=whole.loader,
        glue=glue.encode(),
        python=cut(whole.python, used, exported),
        library=pack(files),
    )
    check(small, trial)
    return small


def record(whole: Start, files: Files, trial: Trial) -> Files:
    """Return the modules in use, compiled, with what Python works out at a start."""
    stubs = read_folder(SCRIPTS / "stubs")
    missing = stubs.keys() - files.keys()
    if missing:
        raise SystemExit(f"boot/stubs has no original for {', '.join(sorted(missing))}.")
    recording = {f"{name}.py": read_script(name) for name in ("exercise", "bytecode", *SHIPPED)}
    recording |= {f"{START}.py": read_script("recorder")}
    more = {f"{name}.py": read_script(name).decode() for name in HELPERS}
    more |= {f"{START}.py": read_script("prepared").decode()}
    more |= {name: each.decode() for name, each in read_folder(SCRIPTS / "hollow").items()}
    job = {"requests": json.dumps(trial.asked), "more": more}
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "runtime"), Path(name, "out")
        library = pack(files | stubs | recording)
        lay_out(
            Start(whole.loader, whole.glue, whole.python, library), trial.lock, trial.data, folder
        )
        answers = run_script("record.mjs", str(folder), str(out), given=json.dumps(job))
        trial.compare(json.loads(answers), "a whole Pyodide")
        made = read_folder(out)
    data = {name: each for name, each in files.items() if is_data(name)}
    return {name: each for name, each in (data | made).items() if name != "bytecode.pyc"}


def is_data(name: str) -> bool:
    """Tell whether this is a data file of the rules."""
    return name.startswith(f"{ON_DISK}/") and not name.endswith(".py")


def observe(whole: Start, recorded: Files, trial: Trial) -> tuple[Files, frozenset[int]]:
    """Return the modules without what never ran, and the functions of the WebAssembly that did."""
    modules = [name for name in recorded if name.endswith(".pyc") and not name.startswith(NOT_CUT)]
    observing = OBSERVING.encode() + read_script("prepared")
    library = pack(
        {name: each for name, each in recorded.items() if name != f"{START}.pyc"}
        | {f"{START}.py": observing}
    )
    watched = Start(whole.loader, whole.glue, watch(whole.python), library)
    job = {"requests": json.dumps(trial.asked), "modules": modules}
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "runtime"), Path(name, "out")
        lay_out(watched, trial.lock, trial.data, folder)
        said = json.loads(run_script("observe.mjs", str(folder), str(out), given=json.dumps(job)))
        trial.compare(said["answers"], "the prepared Pyodide")
        return read_folder(out), frozenset(said["used"])


def check(start: Start, trial: Trial) -> None:
    """Ask everything, once as on a first visit and once from an image. Raises SystemExit where an answer differs."""
    with tempfile.TemporaryDirectory() as name:
        lay_out(start, trial.lock, trial.data, Path(name))
        for way in ("first", "image"):
            answers = run_script("answer.mjs", name, way, given=json.dumps(trial.asked))
            trial.compare(json.loads(answers), f"the trimmed Pyodide ({way})")

"""The small Python: an image of its memory, with the WebAssembly and the script that it needs.

The image is a copy of a Python's memory in which the rules are imported and everything else is left
out. Nothing is listed by hand. A whole Pyodide runs every request that `runtime.sample_requests` makes;
what it has imported by then is compiled, with Pyodide's own compiler, and what it worked out on the
way (patterns, templates, tables) is kept with it: see build/recorder.py. A Python of these modules
is copied, started from the copy and asked everything again while it is watched: see
build/observer.py and wasm.py. What nothing called is cut, from the memory of another such Python,
before that is copied (build/prune.py), from the WebAssembly, and from Pyodide's script around it
(glue.py). What is left has to give the same answers again.

`site-packages/` in an archive is put on the disk, the rest is imported from the archive.
"""

import importlib.metadata
import importlib.util
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from runtime.calls import find_reached
from runtime.docs import list_docs
from runtime.files import Files, pack, read_folder, read_zip, replace_folder
from runtime.glue import cut_glue, lighten
from runtime.node import BUILD, INSIDE, run_script
from runtime.sample_requests import Asked
from runtime.scripts import read_ours
from runtime.tables import list_unread
from runtime.wasm import blank, cut, watch
from runtime.whole import DEPENDENCIES, GLUE, LOADER, STDLIB, WASM

RULES = "playbook"
LIBRARY, LOCK, MEMORY = "library.zip", "lock.json", "memory.bin"
ON_DISK = "site-packages"
START = "sitecustomize"
UNPREPARED = INSIDE / "unprepared.py"
HELPERS = (
    *(BUILD / f"{name}.py" for name in ("exercise", "observer", "prune", "smoke", "warm")),
    UNPREPARED,
)
"""Scripts of ours that the build runs in Pyodide."""
RECORDING = (*(BUILD / f"{name}.py" for name in ("bytecode", "exercise", "warm")), UNPREPARED)
"""Those that it runs at first, beside the recorder."""
ALWAYS, AFTER_RECORDING = (INSIDE / "stand_ins" / name for name in ("always", "after_recording"))
"""What stands in the place of modules: from the beginning, or only once templates are compiled."""
BEYOND = ("PyRun_StringFlags",)
"""What Python's own functions may call and ours never do: it reads, compiles and runs source text."""
Places = Sequence[tuple[int, int]]
"""Addresses and sizes in bytes."""
SOURCES = frozenset({".py", ".toml", ".jinja", ".json"})


@dataclass(frozen=True, slots=True)
class Start:
    """What a Python starts from: Pyodide's two scripts, its WebAssembly, and the archive or the image."""

    loader: bytes
    glue: bytes
    python: bytes
    kind: Literal["library", "memory"]
    content: bytes


@dataclass(frozen=True, slots=True)
class Observed:
    """What runs after a start from an image.

    `seen` is what build/observer.py saw, `functions` are those of the WebAssembly, by number, and `frozen` is
    where the WebAssembly has the bytecode of modules, all of which are in the image already.
    """

    seen: object
    functions: frozenset[int]
    frozen: Places


def read_original(pyodide: Path, rules: Path) -> Start:
    """Return what the small Python is cut from: Pyodide as npm ships it, with an archive of everything."""
    return Start(
        loader=(pyodide / LOADER).read_bytes(),
        glue=(pyodide / GLUE).read_bytes(),
        python=(pyodide / WASM).read_bytes(),
        kind="library",
        content=pack(list_modules(pyodide, rules)),
    )


def list_modules(pyodide: Path, rules: Path) -> Files:
    """Return the files of the archive of everything."""
    files = read_zip(pyodide / STDLIB)
    for name in DEPENDENCIES:
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
            yield f"{ON_DISK}/licenses/{name}/{file.name}", file.read_binary()


def find_package(name: str) -> Path:
    """Return the folder of an installed package."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed: run make again, or `make clean` first.")
    return Path(spec.origin).parent


def empty_lock(pyodide: Path) -> dict[str, object]:
    """Return Pyodide's list of packages with no package in it."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_bytes())
    return {"info": lock["info"], "packages": {}}


def lay_out(start: Start, lock: object, data: Mapping[str, bytes], folder: Path) -> None:
    """Put a start's files where build/start.mjs takes them from."""
    files = {LOADER: start.loader, GLUE: start.glue, WASM: start.python}
    files |= {{"library": LIBRARY, "memory": MEMORY}[start.kind]: start.content}
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
    whole = read_original(pyodide, rules)
    prepared = prepare(whole, record(whole, list_modules(pyodide, rules), trial))
    return trim(whole, prepared, observe(prepared, trial), trial)


def trim(whole: Start, prepared: Start, observed: Observed, trial: Trial) -> Start:
    """Return the start with only what was observed to run. Raises SystemExit where its answers differ."""
    memory = prune_memory(prepared, observed.seen, trial)
    watched = replace(prepared, python=watch(whole.python), kind="memory", content=memory)
    more, called = check(watched, trial)
    others = "".join([whole.loader.decode(), *read_ours()])
    glue, exported = cut_glue(prepared.glue.decode(), others, called)
    reached = find_reached(whole.python, observed.functions | more, BEYOND)
    unread = [
        *observed.frozen,
        *list_unread(whole.python, reached),
        *list_docs(whole.python, reached),
    ]
    python = cut(blank(whole.python, unread), reached, exported)
    small = replace(watched, glue=glue.encode(), python=python)
    check(small, trial)
    return small


def prepare(whole: Start, modules: Mapping[str, bytes]) -> Start:
    """Return what the image is made of: these modules, and the glue without the work of a start that is of no use."""
    return replace(whole, glue=lighten(whole.glue.decode()).encode(), content=pack(modules))


def record(whole: Start, files: Files, trial: Trial) -> Files:
    """Return the modules in use, compiled, with what Python works out at a start."""
    stubs = read_folder(ALWAYS)
    missing = stubs.keys() - files.keys()
    if missing:
        raise SystemExit(f"stand_ins/always has no original for {', '.join(sorted(missing))}.")
    recording = {path.name: path.read_bytes() for path in RECORDING}
    recording |= {f"{START}.py": (BUILD / "recorder.py").read_bytes()}
    more = {path.name: path.read_text(encoding="utf-8") for path in HELPERS}
    more |= {f"{START}.py": (INSIDE / "prepared.py").read_text(encoding="utf-8")}
    more |= {name: each.decode() for name, each in read_folder(AFTER_RECORDING).items()}
    job = {"requests": json.dumps(trial.asked), "more": more}
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "runtime"), Path(name, "out")
        recorded = replace(whole, content=pack(files | stubs | recording))
        lay_out(recorded, trial.lock, trial.data, folder)
        answers = run_script("record.mjs", str(folder), str(out), given=json.dumps(job))
        trial.compare(json.loads(answers), "a whole Pyodide")
        made = read_folder(out)
    return {name: each for name, each in files.items() if is_data(name)} | made


def is_data(name: str) -> bool:
    """Tell whether this is a data file of the rules."""
    return name.startswith(f"{ON_DISK}/") and not name.endswith(".py")


def observe(prepared: Start, trial: Trial) -> Observed:
    """Ask everything after a start from an image, and return what runs. Raises SystemExit where an answer differs."""
    watched = replace(prepared, python=watch(prepared.python))
    with tempfile.TemporaryDirectory() as name:
        lay_out(watched, trial.lock, trial.data, Path(name))
        reply = json.loads(run_script("observe.mjs", name, given=json.dumps(trial.asked)))
    trial.compare(reply["answers"], "the prepared Pyodide")
    return Observed(reply["seen"], frozenset(reply["used"]), reply["frozen"])


def prune_memory(prepared: Start, seen: object, trial: Trial) -> bytes:
    """Return the image of the memory in which only that is left."""
    with tempfile.TemporaryDirectory() as name:
        folder, image = Path(name, "runtime"), Path(name, MEMORY)
        lay_out(prepared, trial.lock, {}, folder)
        run_script("prune.mjs", str(folder), str(image), given=json.dumps(seen))
        return image.read_bytes()


def check(start: Start, trial: Trial) -> tuple[frozenset[int], frozenset[str]]:
    """Ask everything of a Python that starts from the image. Raises SystemExit where an answer differs.

    Returns the functions that ran of a WebAssembly that is watched, and those of the glue that it called.
    """
    with tempfile.TemporaryDirectory() as name:
        lay_out(start, trial.lock, trial.data, Path(name))
        reply = json.loads(run_script("answer.mjs", name, given=json.dumps(trial.asked)))
    trial.compare(reply["answers"], "the trimmed Pyodide")
    return frozenset(reply["used"]), frozenset(reply["called"])

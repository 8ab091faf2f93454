"""How long the site takes to build, beside a bare Material build of the same pages.

`python -m bench.build` builds both in turn and prints the medians, in seconds of processor time,
and their ratio. Ours is all of `publish`: the guide as data, what the browser runs, the pages
and the seal. It's the build after a change of words: what one keeps in .cache/ for the next is there.
Bare is Material as it comes, with its search and nothing else, over the Markdown that our macros
have written: the same pages, without us.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from runtime.files import STAGED

RUNS = 7
MOST = 1.5
"""What the project promises: our full build takes at most this many times a bare one."""
CONFIG = "mkdocs.yml"
SHARED = ("site_name", "nav", "markdown_extensions")
"""What a bare build needs of our settings, so that it writes the same pages."""


def main() -> None:
    """Build both ways, in turn, and print what it took. Exits with 1 where we are too slow."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = write_bare(folder / "bare")
        ours_took, bare_took = race(
            lambda: run("publish", "--plain", str(folder / "ours-site")),
            lambda: run("mkdocs", "build", "-f", str(bare), "-d", str(folder / "bare-site")),
        )
    ratio = ours_took / bare_took
    print(f"ours {ours_took:.2f} s, bare {bare_took:.2f} s, ratio {ratio:.2f} (at most {MOST})")
    sys.exit(ratio > MOST)


def race(first: Callable[[], None], second: Callable[[], None]) -> tuple[float, float]:
    """Return the median seconds of each, run in turn after one run of each to warm up."""
    first()
    second()
    times = [(spent(first), spent(second)) for _ in range(RUNS)]
    return statistics.median(one for one, _ in times), statistics.median(two for _, two in times)


def spent(work: Callable[[], None]) -> float:
    """Return the seconds of processor time that the programs started by `work` took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def run(module: str, *options: str) -> None:
    """Run a module of Python and drop what it says. Raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", module, *options]
    subprocess.run(command, check=True, capture_output=True, env=environment())


def environment() -> dict[str, str]:
    """Return what the programs get to see: no notices, the same day for each run, and Python as it comes.

    Without its compiled modules, Python would read ours anew each time, and Material's not.
    """
    ours = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**ours, "SOURCE_DATE_EPOCH": "1795305600", "NO_MKDOCS_2_WARNING": "1"}


def write_bare(folder: Path) -> Path:
    """Write a project with our pages as plain Markdown beside our files; return its mkdocs.yml."""
    docs = folder / "docs"
    shutil.copytree(STAGED / "docs", docs)
    for page, text in written_pages():
        front = yaml.safe_dump(page.meta, allow_unicode=True)
        (docs / page.file.src_uri).write_text(f"---\n{front}---\n\n{text}", encoding="utf-8")
    ours: dict[str, Any] = dict(load_config(str(STAGED / CONFIG)).user_configs[0])
    bare = {key: ours[key] for key in SHARED} | {"theme": {"name": "material"}}
    file = folder / CONFIG
    file.write_text(yaml.safe_dump(bare), encoding="utf-8")
    return file


def written_pages() -> Iterator[tuple[Page, str]]:
    """Yield each page with the Markdown that our macros made of it."""
    pages: list[tuple[Page, str]] = []

    def note(text: str, page: Page, **_: object) -> str:
        pages.append((page, text))
        return text

    with tempfile.TemporaryDirectory() as site:
        config = load_config(str(STAGED / CONFIG), site_dir=site)
        config.plugins.on_startup(command="build", dirty=False)
        config.plugins.events["page_markdown"].append(note)
        build(config)
    yield from pages


if __name__ == "__main__":
    main()

"""`python -m publish.stage`: stage build/, the tree from which everything is built and tested.

    build/docs/          the pages; a centre's own, and its style sheet, pictures and fonts
    build/playbook/      the rules; a centre's numbers, sides and notes, and the holiday calendars
    build/macros/        what pages call
    build/brand/slots/   a centre's words in our pages
    build/mkdocs.yml     the site; a centre's menu, pictures and foot
    build/pyproject.toml ...   what a wheel is built from, beside the rules

A source stands there as a link, so that an edit counts at once, and nothing is ever written into a source.
What is no link was made: from a centre's decisions here, the rest by later steps, each in folders of its own.
For those, `import playbook` takes the staged rules: see `start_staged`, and STAGED in the Makefile.
"""

import argparse
import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.slots import FOLDER as SLOTS
from publish.brand.check.local import LOCAL
from publish.brand.check.read import Brand
from publish.brand.check.refuse import read_right_brand
from publish.brand.put.compose import CONFIG, clear, compose
from runtime.whole import PROJECT

STAGED = "build"
FOLDERS = ("docs", "playbook", "macros")
OLD_LAYOUT = (
    *("docs/assets/runtime", "docs/assets/tool/files.js", "docs/pyodide", "docs/playbook.json"),
    *("docs/assets/brand", "playbook/brand/*.toml", "playbook/brand/templates"),
    *("playbook/calendars/*.json", "mkdocs.brand.yml"),
)
"""What releases before 0.1.0 built among the sources."""


def stage(root: Path, brand: Brand | None) -> None:
    """Stage the copy in this folder, with the decisions of this brand or as it came."""
    remove_old_layout(root)
    build = root / STAGED
    link_sources(root, build, set(list_sources(root, is_branded=brand is not None)))
    if brand:
        compose(root, build, brand)
    else:
        clear(build)


def stage_copy(root: Path, *, is_plain: bool) -> None:
    """Stage the copy in this folder as its brand.yml says. Raises SystemExit for a mistake in a centre's files."""
    today = datetime.datetime.now(datetime.UTC).date()
    stage(root, None if is_plain else read_right_brand(root, today)[0])


def list_sources(root: Path, *, is_branded: bool) -> Iterator[Path]:
    """Yield the files that are built from, by their path in the copy. The guide as it came has none of a centre's."""
    folders = (*FOLDERS, SLOTS) if is_branded else FOLDERS
    for path in (path for folder in folders for path in (root / folder).rglob("*")):
        source = path.relative_to(root)
        is_left_out = not is_branded and source.is_relative_to(LOCAL)
        is_hidden = source.suffix == ".pyc" or any(name.startswith(".") for name in source.parts)
        if path.is_file() and not is_left_out and not is_hidden:
            yield source
    yield from (Path(name) for name in PROJECT if (root / name).is_file())
    if not is_branded:
        yield Path(CONFIG)


def link_sources(root: Path, build: Path, sources: set[Path]) -> None:
    """Make the links of the staged tree lead to these sources, and to no others."""
    for path in build.rglob("*"):
        if path.is_symlink() and path.relative_to(build) not in sources:
            path.unlink()
    for source in sources:
        link, target = build / source, os.path.relpath(root / source, (build / source).parent)
        if not (link.is_symlink() and os.readlink(link) == target):  # noqa: PTH115 - compared as it is written
            replace_by_link(link, target)


def replace_by_link(link: Path, target: str) -> None:
    """Put a link there, whatever was there before. Raises SystemExit on a disk that holds no links."""
    link.unlink(missing_ok=True)
    link.parent.mkdir(parents=True, exist_ok=True)
    try:
        link.symlink_to(target)
    except OSError as error:
        raise SystemExit(
            f"{link} can't be made a link to its source ({error.strerror}). "
            "Put this folder on your computer's own disk: some USB sticks and shared folders hold no links."
        ) from None


def remove_old_layout(root: Path) -> None:
    """Remove what older releases built among the sources, with a word."""
    old = [path for name in OLD_LAYOUT for path in root.glob(name)]
    for path in old:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    if old:
        print(
            f"Removed what an older release built into docs/ and playbook/: it's in {STAGED}/ now."
        )


def start_staged(root: Path, *module: str) -> subprocess.Popen[bytes]:
    """Start a Python module that takes the staged rules, and not their sources in the copy's own folder."""
    command, places = [sys.executable, "-m", *module], (root / STAGED, root)
    path = os.pathsep.join(str(place.resolve()) for place in places)
    env = {**os.environ, "PYTHONSAFEPATH": "1", "PYTHONPATH": path}
    return subprocess.Popen(command, cwd=root, env=env)


def main() -> None:
    """Stage this copy. A mistake in a centre's files stops before anything is changed."""
    parser = argparse.ArgumentParser(prog="python -m publish.stage", description=__doc__)
    parser.add_argument("--plain", action="store_true", help="the guide as it came")
    is_plain = parser.parse_args().plain
    stage_copy(Path(), is_plain=is_plain)


if __name__ == "__main__":
    main()

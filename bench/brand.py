"""What a brand costs: how long a branded build takes, as a multiple of the plain one.

`python -m bench.brand [rounds]` lets `make site` build a copy of this tree plain and one as each of
the three invented centres, in turn. It prints the seconds that the first build took, which makes
the small Python as every build of a hosted runner does, and the medians of the later ones: on the
clock, worked by the programs of a build, and by the system for them. What counts is the programs'
own work. The clock shows what else the machine does, and the system's part how soon a disk makes
some four hundred files, which differs from folder to folder more than a brand costs.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.build import environment
from runtime.whole import PROJECT

CENTRES = Path("tests/fork/centres")
PLAIN = "plain"
TREE = (
    "dev",
    "docs",
    "macros",
    "playbook",
    "publish",
    "runtime",
    ".npmrc",
    *PROJECT,
    "Makefile",
    "mkdocs.yml",
    "package-lock.json",
    "requirements.lock",
)
FETCHED = (".venv", "node_modules")
MAKE = shutil.which("make") or "make"
MOST = 1.1
"""What a brand may cost."""


class Spent(NamedTuple):
    """Seconds that a build took."""

    clock: float
    worked: float
    """By its programs."""
    system: float
    """By the system for them."""


def main() -> None:
    """Print a line for each copy. Raises SystemExit where a brand costs more than it may."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    names = (PLAIN, *sorted(centre.name for centre in CENTRES.iterdir()))
    with tempfile.TemporaryDirectory() as folder:
        copies = {name: copy_tree(Path(folder) / name, name) for name in names}
        first = {name: build(root) for name, root in copies.items()}
        later: dict[str, list[Spent]] = {name: [] for name in names}
        for _ in range(rounds):
            for name, root in copies.items():
                later[name].append(build(root))
    usual = {name: typical(times) for name, times in later.items()}
    for title, times in (("first", first), (f"later, median of {rounds}", usual)):
        print(title)
        for name, took in times.items():
            print(
                f"  {name}: clock {took.clock:.2f} s, worked {took.worked:.2f} s,"
                f" system {took.system:.2f} s, {cost(times, name):.3f} times plain"
            )
    if max(cost(each, name) for each in (first, usual) for name in names) > MOST:
        raise SystemExit(f"A brand costs more than {MOST} times.")


def copy_tree(root: Path, name: str) -> Path:
    """Copy what a build reads, with what was fetched for it, for this centre or for nobody."""
    root.mkdir()
    for place in TREE:
        source = Path(place)
        if source.is_dir():
            left_out = shutil.ignore_patterns("__pycache__", "local")
            shutil.copytree(source, root / place, ignore=left_out)
        else:
            shutil.copy2(source, root)
    for place in FETCHED:
        (root / place).symlink_to(Path(place).resolve())
    if name != PLAIN:
        shutil.copytree(CENTRES / name, root, dirs_exist_ok=True)
    return root


def build(root: Path) -> Spent:
    """Let `make site` build the copy, and return what it took."""
    clock, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([MAKE, "site"], cwd=root, check=True, capture_output=True, env=environment())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(
        time.perf_counter() - clock,
        after.ru_utime - before.ru_utime,
        after.ru_stime - before.ru_stime,
    )


def typical(times: list[Spent]) -> Spent:
    """Return the median of each."""
    return Spent(*map(median, zip(*times, strict=True)))


def cost(times: Mapping[str, Spent], name: str) -> float:
    """Return how many times the plain build's own work this one's is."""
    return times[name].worked / times[PLAIN].worked


if __name__ == "__main__":
    main()

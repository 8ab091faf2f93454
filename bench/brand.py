"""What a brand costs: how long a branded build takes, as a multiple of the plain one.

`python -m bench.brand [rounds]` builds a copy of this tree plain and as each of the three invented
centres, in turn, and prints the ratio of the medians. Time is what the processor worked: that is
what a build takes on a machine that does nothing else, since it uses one core and hardly waits.
A build here is all that `make site` does once everything is fetched: brand, twin, bundle, MkDocs, seal.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

CENTRES = Path("tests/fork/centres")
TREE = ("bench", "docs", "macros", "playbook", "publish", "mkdocs.yml")
BRAND = ("brand.yml", "brand", "docs/local")
MOST = 1.1
"""What a brand may cost."""


def main() -> None:
    """Print a line for each centre. Raises SystemExit where one costs more than it may."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "copy"
        copy_tree(root)
        times = measure(root, rounds)
    plain = median(times.pop(""))
    print(f"plain {plain:.2f} s, the median of {rounds}")
    ratios = {name: median(taken) / plain for name, taken in times.items()}
    for name, ratio in ratios.items():
        print(f"{name} {ratio:.3f} times the plain one")
    if max(ratios.values()) > MOST:
        raise SystemExit(f"A brand costs more than {MOST} times.")


def copy_tree(root: Path) -> None:
    """Copy what a build reads, with what was fetched for it."""
    for name in TREE:
        source = Path(name)
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / name)
    (root / "node_modules").symlink_to(Path("node_modules").resolve())


def measure(root: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds that each build took, by the name of its centre; "" is the plain one."""
    names = ["", *sorted(centre.name for centre in CENTRES.iterdir())]
    times: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds + 1):
        for name in names:
            dress(root, name)
            taken = build(root, "mkdocs.brand.yml" if name else "mkdocs.yml")
            if turn:  # the first of each warms the caches
                times[name].append(taken)
    return times


def dress(root: Path, name: str) -> None:
    """Let the copy be this centre's, or nobody's."""
    for own in BRAND:
        path = root / own
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    if name:
        shutil.copytree(CENTRES / name, root, dirs_exist_ok=True)


def worked() -> float:
    """Seconds that the processor has worked for the programs started here."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def build(root: Path, config: str) -> float:
    """Build as `make site` does, and return for how many seconds the processor worked."""
    options = ["--strict", "--quiet", "--config-file", config, "--site-dir", ".cache/site"]
    steps = (
        ["publish.brand", "build"],
        ["publish.twin"],
        ["publish.bundle"],
        ["mkdocs", "build", *options],
        ["publish.seal", ".cache/site"],
    )
    start = worked()
    for step in steps:
        subprocess.run(
            [sys.executable, "-m", *step], cwd=root, check=True, stdout=subprocess.DEVNULL
        )
    return worked() - start


if __name__ == "__main__":
    main()

"""`make fork-check`: which of upstream's files did this copy change? Each may stop a later update."""

import os
import shutil
import subprocess
from pathlib import Path

OWN = ("brand.yml", "brand/", "docs/local/")
"""What belongs to a copy, and what upstream never creates."""
REMOTE = "upstream"
TAGS = "refs/upstream/releases"
MAIN = "refs/upstream/main"
NO_REMOTE = (
    "This copy doesn't know where it came from. Say so once, with the address of the original: "
    "make update UPSTREAM=https://… or a line 'upstream: https://…' in brand.yml, below 'brand:'"
)
NO_GIT = (
    "This folder has no history, as when it was downloaded as a ZIP file. Make a fork, clone that, "
    "and move brand.yml, brand/ and docs/local/ into it: all else is upstream's."
)
NO_HISTORY = (
    "This copy and upstream have no history in common, as with 'Use this template'. "
    "Make a fork instead, and move brand.yml, brand/ and docs/local/ into it: all else is upstream's."
)


def git(root: Path, *arguments: str) -> str:
    """Return what git answers. Raises SystemExit with its own words where it fails."""
    done = run_git(root, *arguments)
    if done.returncode:
        raise SystemExit(f"git {arguments[0]}: {(done.stderr or done.stdout).strip()}")
    return done.stdout


def run_git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Return one git command, run here. Raises SystemExit where git isn't installed."""
    git_path = shutil.which("git")
    if git_path is None:
        raise SystemExit("git isn't installed here; it is what updates come through.")
    return subprocess.run(
        [git_path, "-c", "core.quotePath=off", *arguments],
        cwd=root,
        env={**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def is_own(path: str) -> bool:
    """Tell whether a path belongs to the copy."""
    return any(path == own or (own.endswith("/") and path.startswith(own)) for own in OWN)


def list_releases(root: Path) -> list[str]:
    """Return upstream's releases as they were last fetched, the newest last."""
    names = git(root, "for-each-ref", "--format=%(refname)", TAGS).split()
    return sorted((name for name in names if read_version(name)), key=read_version)


def read_version(name: str) -> tuple[int, ...]:
    """Return the numbers of a release's name: (0, 2, 0) for v0.2.0, none for any other name."""
    parts = name.rpartition("/")[2].removeprefix("v").split(".")
    return (
        tuple(int(number) for number in parts) if all(number.isdigit() for number in parts) else ()
    )


def find_base(root: Path, upstream: str) -> str:
    """Return the newest commit that this copy and a commit of upstream share. Raises SystemExit without one."""
    done = run_git(root, "merge-base", "HEAD", upstream)
    if done.returncode:
        raise SystemExit(NO_HISTORY)
    return done.stdout.strip()


def list_touched(root: Path, base: str) -> list[str]:
    """Return upstream's files that differ here from that commit, whether committed or not."""
    changed = git(root, "diff", "--name-only", "-z", base).split("\0")
    new = git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return sorted({path for path in (*changed, *new) if path and not is_own(path)})


def main() -> None:
    """List what was touched; fail where there is anything."""
    root = Path()
    if run_git(root, "rev-parse").returncode:
        raise SystemExit(NO_GIT)
    if run_git(root, "rev-parse", "--verify", "--quiet", MAIN).returncode:
        raise SystemExit(NO_REMOTE)
    touched = list_touched(root, find_base(root, MAIN))
    if touched:
        head = "These files are upstream's, and yours differ. An update may conflict in them:"
        raise SystemExit("\n".join([head, *(f"  {path}" for path in touched)]))
    print("Only brand.yml, brand/ and docs/local/ are yours here, so updates can't conflict.")


if __name__ == "__main__":
    main()

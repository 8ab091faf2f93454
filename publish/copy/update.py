"""`make update`: take upstream's newest release into a centre's copy, and say what that changes.

It stops before anything is lost: with changes that aren't committed, with a conflict ahead, or
where something that the centre decided on is gone. Until then nothing in the copy is touched.
"""

import argparse
from pathlib import Path

from publish.brand.check.keys import BRAND_FILE
from publish.brand.check.read import read_brand
from publish.copy.fork import (
    MAIN,
    NO_GIT,
    NO_REMOTE,
    REMOTE,
    TAGS,
    find_base,
    git,
    list_releases,
    list_touched,
    run_git,
)
from publish.copy.report import report

CHANGELOG = "CHANGELOG.md"
CONFLICT = 1
"""What git returns for a merge that would conflict; more is a mistake of its own."""


def main() -> None:
    """Fetch, look, merge."""
    parser = argparse.ArgumentParser(prog="make update", description=__doc__)
    parser.add_argument("--upstream", default="", help="the address of the original, once")
    parser.add_argument(
        "--anyway", action="store_true", help="also where a decision loses its place"
    )
    asked = parser.parse_args()
    update(Path(), asked.upstream, anyway=asked.anyway)


def update(root: Path, address: str = "", *, anyway: bool = False) -> None:
    """Merge upstream's newest release into the copy in this folder. Raises SystemExit where it can't be."""
    refuse_unready(root)
    refuse_loose_changes(root)
    address = address or read_address(root)
    fetch(root, address)
    releases = list_releases(root)
    if not releases:
        raise SystemExit("Upstream has published no release yet; there is nothing to take.")
    newest = releases[-1]
    name, base = newest.rpartition("/")[2], find_base(root, newest)
    remember(root, address)
    if run_git(root, "merge-base", "--is-ancestor", newest, "HEAD").returncode == 0:
        print(f"You have {name} already, and nothing newer is out.")
        return
    refuse_conflicts(root, newest, base)
    say_what_changes(root, base, newest)
    say_overlays(root, base, newest, anyway=anyway)
    merge(root, newest, f"Take upstream's {name}")
    print(f"{name} is in. 'make check' builds your site with it and looks it over.")


def refuse_unready(root: Path) -> None:
    """Raise SystemExit where this folder has no history to merge into, or a merge has begun in it."""
    shallow = run_git(root, "rev-parse", "--is-shallow-repository")
    if shallow.returncode:
        raise SystemExit(NO_GIT)
    if shallow.stdout.strip() == "true":
        message = (
            "Git knows only the newest part of your copy's history here. Fetch the rest first:"
        )
        raise SystemExit(f"{message}\n  git fetch --unshallow")
    if run_git(root, "rev-parse", "--verify", "--quiet", "MERGE_HEAD").returncode == 0:
        message = "An update has begun here and stopped half way. Take it back, then update again:"
        raise SystemExit(f"{message}\n  git merge --abort")


def refuse_loose_changes(root: Path) -> None:
    """Raise SystemExit where something isn't committed, for a merge might run over it."""
    loose = git(root, "status", "--porcelain").splitlines()
    if loose:
        head = "Some of your changes aren't committed yet. Commit them first, then update:"
        raise SystemExit("\n".join([head, *(f"  {line[3:]}" for line in loose)]))


def read_address(root: Path) -> str:
    """Return where updates come from, as git remembers it or brand.yml says. Raises SystemExit where neither does."""
    known = run_git(root, "remote", "get-url", REMOTE)
    if known.returncode == 0:
        return known.stdout.strip()
    file = root / BRAND_FILE
    address = str(read_brand(root)[0].get("upstream")) if file.is_file() else ""
    if not address:
        raise SystemExit(NO_REMOTE)
    return address


def fetch(root: Path, address: str) -> None:
    """Fetch upstream's releases and its newest state, apart from the copy's own tags.

    Raises SystemExit where nobody answers.
    """
    releases, newest = f"+refs/tags/v*:{TAGS}/v*", f"+HEAD:{MAIN}"
    options = ("--quiet", "--no-tags", "--prune")
    done = run_git(root, "fetch", *options, address, releases, newest)
    if done.returncode:
        message = (
            f"Nothing was changed: '{address}' doesn't answer. Check the address and your network."
        )
        raise SystemExit(f"{message}\n  git says: {done.stderr.strip()}")


def remember(root: Path, address: str) -> None:
    """Store the upstream address in git's configuration, after a fetch from it succeeded."""
    known = REMOTE in git(root, "remote").split()
    git(root, "remote", "set-url" if known else "add", REMOTE, address)


def merge(root: Path, newest: str, title: str) -> None:
    """Merge, or leave everything as it was. Raises SystemExit where git can't write the merge."""
    done = run_git(root, "merge", "--no-edit", "--no-ff", "-m", title, newest)
    if done.returncode:
        run_git(root, "merge", "--abort")
        message = "Git couldn't write the update down, and nothing was changed. It says:"
        raise SystemExit(f"{message}\n{(done.stderr or done.stdout).strip()}")


def refuse_conflicts(root: Path, newest: str, base: str) -> None:
    """Raise SystemExit where the merge would conflict, with the files of upstream that were changed."""
    tried = run_git(root, "merge-tree", "--write-tree", "--name-only", "HEAD", newest)
    if tried.returncode == 0:
        return
    if tried.returncode != CONFLICT:
        raise SystemExit(
            "An update takes git 2.38 or newer; 'git --version' says which one is here."
        )
    conflicts = tried.stdout.split("\n\n")[0].splitlines()[1:]
    touched = [path for path in list_touched(root, base) if path not in conflicts]
    lines = ["The update stops here; nothing was changed. In these files you and upstream differ:"]
    lines += [f"  {path}" for path in conflicts]
    if touched:
        lines += ["These files of upstream's you changed, too:", *(f"  {path}" for path in touched)]
    lines += ["Put what is yours into brand.yml, brand/ or docs/local/, and take theirs as it was:"]
    lines += [f"  git checkout {base[:12]} -- {path}" for path in conflicts]
    lines += ["Then commit that, and run 'make update' again."]
    raise SystemExit("\n".join(lines))


def say_what_changes(root: Path, base: str, newest: str) -> None:
    """Print what the changelog tells readers and copies about the time between."""
    changed = git(root, "diff", "--unified=0", base, newest, "--", CHANGELOG).splitlines()
    added = [line[1:] for line in changed if line.startswith("+") and not line.startswith("+++")]
    lines = [line for line in added if line.strip()]
    if lines:
        print("What changes:", *(f"  {line}" for line in lines), sep="\n")


def say_overlays(root: Path, base: str, newest: str, *, anyway: bool) -> None:
    """Print what becomes of each decision. Raises SystemExit where one would lose its place."""
    findings = report(root, base, newest)
    if findings:
        print("What you decided:", *(f"  {each}" for each in findings), sep="\n")
    lost = [each for each in findings if each.lost]
    if lost and not anyway:
        head = "The update stops here; nothing was changed. Upstream no longer has:"
        tail = "Look at each, then remove it, or run: make update ANYWAY=1"
        raise SystemExit("\n".join([head, *(f"  {each}" for each in lost), tail]))


if __name__ == "__main__":
    main()

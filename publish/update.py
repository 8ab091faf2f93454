"""`make update`: take upstream's newest release into a centre's copy, and say what that changes.

It stops before anything is lost: with changes that aren't committed, with a conflict ahead, or
where something that the centre decided on is gone. Until then nothing in the copy is touched.
"""

import argparse
from pathlib import Path

from publish.brand.keys import BRAND_FILE
from publish.brand.read import read_brand
from publish.fork import (
    MAIN,
    NO_REMOTE,
    REMOTE,
    TAGS,
    find_base,
    git,
    list_releases,
    list_touched,
    run_git,
)
from publish.overlay_report import report

CHANGELOG = "CHANGELOG.md"


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
    """Merge upstream's newest release into the copy in this folder."""
    refuse_loose_changes(root)
    fetch(root, address)
    releases = list_releases(root)
    if not releases:
        raise SystemExit("Upstream has published no release yet; there is nothing to take.")
    newest = releases[-1]
    name, base = newest.rpartition("/")[2], find_base(root, newest)
    if run_git(root, "merge-base", "--is-ancestor", newest, "HEAD").returncode == 0:
        print(f"You have {name} already, and nothing newer is out.")
        return
    refuse_conflicts(root, newest, base)
    say_what_changes(root, base, newest)
    say_overlays(root, base, newest, anyway=anyway)
    git(root, "merge", "--no-edit", "--no-ff", "-m", f"Take upstream's {name}", newest)
    print(f"{name} is in. 'make check' builds your site with it and looks it over.")


def refuse_loose_changes(root: Path) -> None:
    """Raise SystemExit where something isn't committed, for a merge might run over it."""
    loose = git(root, "status", "--porcelain").splitlines()
    if loose:
        head = "Some of your changes aren't committed yet. Commit them first, then update:"
        raise SystemExit("\n".join([head, *(f"  {line[3:]}" for line in loose)]))


def fetch(root: Path, address: str) -> None:
    """Fetch upstream's releases and its newest state, apart from the copy's own tags."""
    known = REMOTE in git(root, "remote").split()
    if address:
        git(root, "remote", "set-url" if known else "add", REMOTE, address)
    elif not known:
        git(root, "remote", "add", REMOTE, read_address(root))
    releases, newest = f"+refs/tags/v*:{TAGS}/v*", f"+HEAD:{MAIN}"
    git(root, "fetch", "--quiet", "--no-tags", REMOTE, releases, newest)


def read_address(root: Path) -> str:
    """Where the copy's brand.yml says that it came from. Raises SystemExit where it doesn't say."""
    file = root / BRAND_FILE
    brand = read_brand(root)[0] if file.is_file() else None
    address = str(brand.get("upstream")) if brand else ""
    if not address:
        raise SystemExit(NO_REMOTE)
    return address


def refuse_conflicts(root: Path, newest: str, base: str) -> None:
    """Raise SystemExit where the merge would conflict, with the files of upstream that were changed."""
    tried = run_git(root, "merge-tree", "--write-tree", "--name-only", "HEAD", newest)
    if tried.returncode == 0:
        return
    conflicts = tried.stdout.split("\n\n")[0].splitlines()[1:]
    touched = [path for path in list_touched(root, base) if path not in conflicts]
    lines = ["The update stops here; nothing was changed. In these files you and upstream differ:"]
    lines += [f"  {path}" for path in conflicts]
    if touched:
        lines += ["These files of upstream's you changed, too:", *(f"  {path}" for path in touched)]
    lines += ["Put what is yours into brand.yml, brand/ or docs/local/, and take theirs as it was:"]
    lines += [f"  git checkout {base[:12]} -- {path}" for path in conflicts]
    raise SystemExit("\n".join(lines))


def say_what_changes(root: Path, base: str, newest: str) -> None:
    """Print what the changelog tells readers and copies about the time between."""
    changed = git(root, "diff", "--unified=0", base, newest, "--", CHANGELOG).splitlines()
    added = [line[1:] for line in changed if line.startswith("+") and not line.startswith("+++")]
    said = [line for line in added if line.strip()]
    if said:
        print("What changes:", *(f"  {line}" for line in said), sep="\n")


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

"""What of upstream's each decision of a centre stands in front of, and whether that changed.

A decision is a table of a file, a whole file, or a line of brand.yml. What it shadows is a table or
a file of upstream's. Both the report of an update and `make check` ask here.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from publish.brand.check.complaints import Complaint, find_line
from publish.brand.check.keys import BRAND_FILE
from publish.brand.check.overlays import DISAGREEMENTS_FILE, find_rule_files
from publish.brand.check.tables import read_tables
from publish.copy.fork import git, run_git

DISAGREEMENTS = "playbook/evidence/disagreements.toml"
TEMPLATES = "playbook/tools/notes/templates"
PLAYS = "docs/plays"
PAGES = {
    "home": "docs/index.md",
    "about": "docs/about/index.md",
    "where-you-live": "docs/handouts/where-you-live.md",
    "privacy": "docs/about/privacy.md",
    "accessibility": "docs/about/accessibility.md",
}
"""The page that each slot belongs to which isn't for one play, phase or tool."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A decision of a centre that overrides something of upstream's.

    `file` holds the decision, `what` names its subject; upstream's content is the file at `path`, or a `table` in it.


    `lines` are where the decision stands, from the first to the last; none is the whole file.
    `names_number` is true where it says which number of upstream's it replaces.
    `path` may have a star for a folder whose name isn't known.
    """

    file: str
    what: str
    path: str
    table: str = ""
    lines: tuple[int, int] | None = None
    names_number: bool = False


def list_shadows(root: Path) -> Iterator[Shadow]:
    """Yield every decision of this copy that overrides something of upstream's."""
    for file in find_rule_files(root):
        yield from _tables(root, file, f"playbook/tools/{file.stem}/rules.toml")
    yield from _tables(root, root / DISAGREEMENTS_FILE, DISAGREEMENTS)
    for name in _files(root, "brand/slots", "*.md"):
        path = _page_of(name.removeprefix("brand/slots/").removesuffix(".md"))
        if path:
            yield Shadow(name, "slot", path)
    for name in _files(root, "brand/templates", "*.jinja"):
        yield Shadow(name, "template", f"{TEMPLATES}/{PurePosixPath(name).name}")
    for name in _files(root, "docs/local/plays", "*.md"):
        yield Shadow(name, "play", f"{PLAYS}/*/{PurePosixPath(name).name}")
    yield from _left_out(root)


def read_behind(root: Path, shadow: Shadow, commit: str) -> object:
    """Return the upstream content that a decision overrides, at a commit: a text, a table, or None."""
    path = _find_path(root, shadow.path, commit)
    shown = run_git(root, "show", f"{commit}:{path}")
    if not path or shown.returncode:
        return None
    return tomllib.loads(shown.stdout).get(shadow.table) if shadow.table else shown.stdout


def find_changes(root: Path) -> Iterator[Complaint]:
    """Yield each decision whose upstream content has changed since the decision was last edited.

    Where a decision names the number that it replaced, `find_rule_faults` says that this changed.

    A decision that isn't committed yet is being made right now; and where git knows no history,
    as in a copy that was fetched without it, there is nothing to compare.
    """
    if run_git(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        return
    loose = {line[3:] for line in git(root, "status", "--porcelain").splitlines()}
    for shadow in list_shadows(root):
        commit = "" if shadow.file in loose else _last_touched(root, shadow)
        if not commit:
            continue
        then, now = (
            _without_told(shadow, read_behind(root, shadow, at)) for at in (commit, "HEAD")
        )
        if then is not None and now is not None and then != now:
            yield _complain(root, shadow, commit, _what_changed(then, now))


def _without_told(shadow: Shadow, behind: object) -> object:
    if not shadow.names_number or not isinstance(behind, Mapping):
        return behind
    return {key: value for key, value in behind.items() if key != "value"}


def _complain(root: Path, shadow: Shadow, commit: str, changed: str) -> Complaint:
    on = git(root, "log", "-1", "--format=%cs", commit).strip()
    path = _find_path(root, shadow.path, "HEAD")
    line = shadow.lines[0] if shadow.lines else 0
    who = "upstream" if _came_with_update(root, path, commit) else "this copy"
    message = (
        f"{who} changed {changed} behind your {shadow.what} since you last touched it, on {on}. "
        f"See it with: git diff {commit[:10]} -- {path}. If yours still stands, note today's date "
        "in a comment beside it"
    )
    return Complaint(shadow.file, line, message, stops=False)


def _came_with_update(root: Path, path: str, since: str) -> bool:
    """Tell whether a merge commit changed this file, so that the change is upstream's and not the copy's."""
    own = ("--first-parent", "--merges", "--format=%H")
    return bool(git(root, "log", *own, f"{since}..HEAD", "--", path).strip())


def _what_changed(then: object, now: object) -> str:
    if not isinstance(then, Mapping) or not isinstance(now, Mapping):
        return "the words"
    keys = sorted(key for key in then.keys() | now.keys() if then.get(key) != now.get(key))
    return ", ".join(f"'{key}'" for key in keys)


def _last_touched(root: Path, shadow: Shadow) -> str:
    """Return the newest commit that changed a decision; nothing where there is none."""
    if shadow.lines:
        first, last = shadow.lines
        arguments = ["-s", f"-L{first},{last}:{shadow.file}"]
    else:
        arguments = ["--", shadow.file]
    done = run_git(root, "log", "-1", "--format=%H", *arguments)
    return done.stdout.strip() if done.returncode == 0 else ""


def _find_path(root: Path, path: str, commit: str) -> str:
    """Return the file that a path with a star stands for; the path itself where it has none."""
    if "*" not in path:
        return path
    folder = path.partition("/*")[0]
    names = git(root, "ls-tree", "-r", "--name-only", commit, folder).splitlines()
    return next((name for name in names if PurePosixPath(name).match(path)), "")


def _tables(root: Path, file: Path, path: str) -> Iterator[Shadow]:
    name = file.relative_to(root).as_posix()
    tables, complaints = read_tables(file, name)
    if complaints:
        raise SystemExit(f"{complaints[0]}. Run 'make check' first.")
    text = file.read_text(encoding="utf-8") if tables else ""
    starts = {id: find_line(text, f"[{id}]") or find_line(text, f'["{id}"]') for id in tables}
    for id, start in starts.items():
        lines = start, _end(start, starts.values(), text)
        yield Shadow(name, id, path, id, lines, "instead_of" in tables[id])


def _end(start: int, starts: Iterable[int], text: str) -> int:
    later = [other for other in starts if other > start]
    return min(later) - 1 if later else len(text.splitlines())


def _files(root: Path, folder: str, form: str) -> list[str]:
    return [file.relative_to(root).as_posix() for file in sorted((root / folder).rglob(form))]


def _page_of(slot: str) -> str:
    place, _, name = slot.partition("/")
    pages = {
        "plays": f"{PLAYS}/*/{name}.md",
        "phases": f"{PLAYS}/{name}/index.md",
        "tools": f"docs/tools/{name}.md",
    }
    return pages.get(place, "") if name else PAGES.get(slot, "")


def _left_out(root: Path) -> Iterator[Shadow]:
    file = root / BRAND_FILE
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    listed = re.search(r"^ *hide_plays:((?:\n +- .*|\n *#.*)*)", text, re.MULTILINE)
    for name in re.findall(r"- *\"?([\w-]+)", listed[1] if listed else ""):
        line = find_line(text, "- " + name) or find_line(text, f'- "{name}')
        yield Shadow(BRAND_FILE, name, f"{PLAYS}/*/{name}.md", lines=(line, line))

"""What an update does to a centre's own decisions: which still apply, which shadow something that changed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from publish.copy.fork import run_git
from publish.copy.overrides import PLAYS, Shadow, list_shadows, read_behind

MOVED = "macros/moved.toml"
"""Upstream's table of pages that moved; an older upstream has none."""


@dataclass(frozen=True, slots=True, order=True)
class Effect:
    """The effect of an update on one decision; `lost`: upstream no longer has what it overrides."""

    file: str
    what: str
    becomes: str
    lost: bool = False

    def __str__(self) -> str:
        return f"{self.file}, {self.what}: {self.becomes}"


_RENAME = "after the update, 'make check' says what to rename"


def report(root: Path, before: str, after: str) -> list[Effect]:
    """Compare every decision of the centre with upstream before and after an update."""
    findings = [_compare(root, shadow, before, after) for shadow in list_shadows(root)]
    return sorted(finding for finding in findings if finding)


def _compare(root: Path, shadow: Shadow, before: str, after: str) -> Effect | None:
    old, new = (read_behind(root, shadow, commit) for commit in (before, after))
    if new is None:
        if old is None and _is_own(root, shadow):
            return None
        if moved := _find_moved(root, shadow, after):
            return Effect(shadow.file, shadow.what, f"moves: it's in docs/{moved} now; {_RENAME}")
        return Effect(
            shadow.file, shadow.what, "upstream no longer has what it is about", lost=True
        )
    if old is None or old == new:
        return Effect(shadow.file, shadow.what, "still applies")
    return Effect(shadow.file, shadow.what, _say_change(root, shadow, old, new))


def _find_moved(root: Path, shadow: Shadow, commit: str) -> str:
    """Return the new path of the page behind a decision at this commit, below docs/; empty where it didn't move."""
    shown = run_git(root, "show", f"{commit}:{MOVED}")
    if shown.returncode or not shadow.path.startswith(PLAYS):
        return ""
    table = tomllib.loads(shown.stdout)
    pages = (new for old, new in table.items() if PurePosixPath(f"docs/{old}").match(shadow.path))
    return next(pages, "")


def _is_own(root: Path, shadow: Shadow) -> bool:
    """Tell whether a decision is about something of the centre's own: a play, or a slot in one."""
    name = PurePosixPath(shadow.path).name
    return shadow.what in ("play", "template") or any((root / "docs/local/plays").rglob(name))


def _say_change(root: Path, shadow: Shadow, old: object, new: object) -> str:
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return "shadows a change: upstream has other words here now"
    if "value" in new and old["value"] != new["value"]:
        own = tomllib.loads((root / shadow.file).read_text(encoding="utf-8"))[shadow.table]
        return (
            f"shadows a change: upstream had {old['value']} {old['unit']} and now has "
            f"{new['value']} {new['unit']}; yours stays at {own['value']}"
        )
    if "value" in new:
        return "still applies, and upstream words its reason or its sources anew"
    return "shadows a change: upstream answers this anew, or knows more about it"

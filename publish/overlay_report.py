"""What an update does to a centre's own decisions: which still apply, which shadow something that changed."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from publish.brand.overlays import DISAGREEMENTS_FILE, find_rule_files
from publish.brand.templates import FOLDER as TEMPLATES
from publish.fork import git, run_git

DISAGREEMENTS = "playbook/evidence/disagreements.toml"
PLAYS = "docs/plays"
SLOTS = "brand/slots"
OURS = "playbook/tools/notes/templates"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What becomes of one decision; `lost` means that upstream no longer has what it is about."""

    file: str
    what: str
    becomes: str
    lost: bool = False

    def __str__(self) -> str:
        return f"{self.file}, {self.what}: {self.becomes}"


def report(root: Path, before: str, after: str) -> list[Finding]:
    """Every decision of the centre, held against upstream before and after an update."""
    return sorted(
        [
            *_rules(root, before, after),
            *_sides(root, before, after),
            *_slots(root, after),
            *_templates(root, before, after),
            *_hidden_plays(root, after),
        ]
    )


def _rules(root: Path, before: str, after: str) -> Iterator[Finding]:
    for file in find_rule_files(root):
        path = f"playbook/tools/{file.stem}/rules.toml"
        old, new = (_tables(root, commit, path) for commit in (before, after))
        name = file.relative_to(root).as_posix()
        for id, own in _own_tables(file).items():
            yield _compare(name, id, own.get("value"), old.get(id), new.get(id))


def _compare(file: str, id: str, own: object, old: object, new: object) -> Finding:
    if not isinstance(new, Mapping):
        return Finding(file, id, "upstream no longer has this rule", lost=True)
    if not isinstance(old, Mapping) or old["value"] == new["value"]:
        reason = isinstance(old, Mapping) and old.get("reason") != new.get("reason")
        said = "still applies" + (", and upstream words its reason anew" if reason else "")
        return Finding(file, id, said)
    return Finding(
        file,
        id,
        f"shadows a change: upstream had {old['value']} {old['unit']} and now has {new['value']} "
        f"{new['unit']}; yours stays at {own}",
    )


def _sides(root: Path, before: str, after: str) -> Iterator[Finding]:
    file = root / DISAGREEMENTS_FILE
    if not file.is_file():
        return
    old, new = (_tables(root, commit, DISAGREEMENTS) for commit in (before, after))
    for id in _own_tables(file):
        if id not in new:
            gone = "upstream no longer has this question"
            yield Finding(DISAGREEMENTS_FILE, id, gone, lost=True)
        elif old.get(id) != new[id]:
            changed = "shadows a change: upstream answers this anew, or knows more about it"
            yield Finding(DISAGREEMENTS_FILE, id, changed)
        else:
            yield Finding(DISAGREEMENTS_FILE, id, "still applies")


def _slots(root: Path, after: str) -> Iterator[Finding]:
    plays = _plays(root, after) | {file.stem for file in (root / "docs/local/plays").rglob("*.md")}
    for file in sorted((root / SLOTS).glob("plays/*.md")):
        name = file.relative_to(root).as_posix()
        there = file.stem in plays
        said = "still applies" if there else "upstream no longer has this play"
        yield Finding(name, "slot", said, lost=not there)


def _templates(root: Path, before: str, after: str) -> Iterator[Finding]:
    """The centre's notes; those of its own, which upstream never had, are its own business."""
    for file in sorted((root / TEMPLATES).glob("*.jinja")):
        name = file.relative_to(root).as_posix()
        old, new = (_text(root, commit, f"{OURS}/{file.name}") for commit in (before, after))
        if old and not new:
            yield Finding(name, "note", "upstream no longer has this note", lost=True)
        elif old != new:
            yield Finding(name, "note", "shadows a change: upstream words this note anew")
        elif old:
            yield Finding(name, "note", "still applies")


def _text(root: Path, commit: str, path: str) -> str:
    """A file at a commit; empty where it isn't there."""
    shown = run_git(root, "show", f"{commit}:{path}")
    return shown.stdout if shown.returncode == 0 else ""


def _hidden_plays(root: Path, after: str) -> Iterator[Finding]:
    text = (
        (root / "brand.yml").read_text(encoding="utf-8") if (root / "brand.yml").is_file() else ""
    )
    listed = re.search(r"^ *hide_plays:((?:\n +- .*|\n *#.*)*)", text, re.MULTILINE)
    for name in re.findall(r"- *\"?([\w-]+)", listed[1] if listed else ""):
        there = name in _plays(root, after)
        said = "still left out" if there else "upstream no longer has this play"
        yield Finding("brand.yml", name, said, lost=not there)


def _plays(root: Path, commit: str) -> set[str]:
    names = git(root, "ls-tree", "-r", "--name-only", commit, PLAYS).split("\n")
    return {PurePosixPath(name).stem for name in names if name}


def _tables(root: Path, commit: str, path: str) -> dict[str, object]:
    """The tables of a TOML file at a commit; none where it isn't there."""
    return tomllib.loads(_text(root, commit, path))


def _own_tables(file: Path) -> dict[str, dict[str, object]]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SystemExit(f"{file}: {error}. Run 'make check' first.") from None

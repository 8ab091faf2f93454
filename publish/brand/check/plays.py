"""Check a centre's own plays before anything is built: their front matter, line by line."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.moved import read_moved
from macros.plays import PHASES, Play, find_local_plays, split_front_matter
from playbook.content import read
from playbook.errors import ContentError
from playbook.tools import NAMES
from publish.brand.check.complaints import Complaint, did_you_mean
from publish.brand.check.lines import read_lines

_FENCE = "---"


Known = Mapping[str, Collection[str]]
"""The ids that a play may name, by the key of its front matter."""


def list_known(
    rules: Collection[str], claims: Collection[str], questions: Collection[str]
) -> Known:
    """Return everything that a play may name; the centre's own claims among it."""
    either = {"when": rules, "rules": rules, "claims": claims}
    return {**either, "disagreements": questions, "tools": NAMES}


def find_play_faults(root: Path, known: Known) -> Iterator[Complaint]:
    """Yield what is wrong with the front matter of the centre's plays."""
    taken: dict[object, str] = {}
    for file in sorted((root / "docs/local/plays").glob("*.md")):
        message = (
            f"a play stands in the folder of its phase, as in plays/{PHASES[0].id}/{file.name}"
        )
        yield Complaint(file.relative_to(root).as_posix(), 0, message)
    for file in find_local_plays(root / "docs"):
        place, text = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
        head, lines, unreadable = read_front(text, place)
        if unreadable:
            yield unreadable
            continue
        for key, message in (
            *_look_at(file, head),
            *_find_unknown(head, known),
            *_order(head, file, taken),
        ):
            yield Complaint(place, lines.get(key, 1), message)


def find_moved_plays(root: Path) -> Iterator[Complaint]:
    """Yield each play of the centre's that stood in the place of one of ours which has moved.

    It is published all the same, as one more play beside ours.
    """
    docs = root / "docs"
    for file in find_local_plays(docs):
        ours = file.relative_to(docs / "local").as_posix()
        if new := read_moved().get(ours):
            message = (
                f"our play of this name is part of '{new}' now. To stand in its place, call yours "
                f"docs/local/{new}; to stand beside it, give yours another name"
            )
            yield Complaint(file.relative_to(root).as_posix(), 0, message, stops=False)


def has_front(text: str) -> bool:
    """Tell whether a page begins with front matter."""
    return text.startswith(f"{_FENCE}\n") and f"\n{_FENCE}\n" in text


def read_front(text: str, place: str) -> tuple[dict[str, Any], Mapping[str, int], Complaint | None]:
    """Return the front matter with the line of each key, or why it can't be read."""
    head = text.removeprefix(f"{_FENCE}\n").partition(f"\n{_FENCE}\n")[0]
    table, complaints = read_lines(head, place)
    if complaints and text.startswith(_FENCE):
        return {}, {}, replace(complaints[0], line=complaints[0].line + 1)
    try:
        front, _ = split_front_matter(text, place)
    except ContentError:
        message = "a play starts with its front matter, between two lines '---'; copy one of ours"
        return {}, {}, Complaint(place, 1, message)
    return front, {key: line + 1 for key, line in table.lines.items()}, None


def _look_at(file: Path, front: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    phases = [phase.id for phase in PHASES]
    folder = file.parent.name
    if folder not in phases:
        yield (
            "phase",
            f"there is no phase '{folder}' to have a folder. {did_you_mean(folder, phases)}",
        )
    elif front.get("phase", folder) != folder:
        yield (
            "phase",
            f"it says '{front['phase']}', and the file is in {folder}/; let both be the same",
        )
    for key in {"id", "local"} & front.keys():
        yield key, f"leave '{key}' out; where the file is and what it's called says it"
        return
    try:
        read(Play, {"id": file.stem, "local": True, **front}, "")
    except ContentError as error:
        message = str(error).removeprefix(":").strip()
        yield (
            next(
                (key for key in front if message.startswith(f"{key}:") or f"'{key}'" in message), ""
            ),
            message,
        )


def _find_unknown(front: Mapping[str, Any], known: Known) -> Iterator[tuple[str, str]]:
    for key, ids in known.items():
        named = front.get(key) or []
        for id in named if isinstance(named, list) else [named]:
            if id not in ids:
                yield key, f"{key}: '{id}' is not known. {did_you_mean(str(id), ids)}"


def _order(
    front: Mapping[str, Any], file: Path, taken: dict[object, str]
) -> Iterator[tuple[str, str]]:
    at = (file.parent.name, front.get("order"))
    first = taken.setdefault(at, file.name)
    if first != file.name:
        yield "order", f"{first} has order {at[1]}, too; give each play of yours another"

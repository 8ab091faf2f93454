"""Who keeps each page and when it is due for another look, as its front matter says."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from macros.plays import find_pages, split_front_matter
from macros.prose import Fault
from macros.view import in_words
from playbook.errors import ContentError


def find_faults(docs_dir: Path) -> list[Fault]:
    """Return the pages that don't say who keeps them or until when they are good."""
    return [Fault(file, 1, what) for file in find_pages(docs_dir) for what in _check(file)]


def report(docs_dir: Path, today: date) -> list[str]:
    """Return a reminder of the pages that are past their date on `today`, the longest overdue first."""
    pages = [(_read(file)["review_by"], file) for file in find_pages(docs_dir)]
    return [
        f"Due for a look since {in_words(due)}: {file.relative_to(docs_dir).as_posix()}"
        for due, file in sorted(pages)
        if due < today
    ]


def is_late(front: dict[str, Any], today: date) -> bool:
    """Return whether a page with this front matter is past its date on `today`."""
    due = front.get("review_by")
    return isinstance(due, date) and due < today


def _check(file: Path) -> Iterator[str]:
    try:
        front = _read(file)
    except ContentError as error:
        yield str(error)
        return
    if not front.get("owner"):
        yield "no 'owner' in the front matter; name who keeps this page"
    for key in ("checked_on", "review_by"):
        if not isinstance(front.get(key), date):
            yield f"no '{key}' with a date in the front matter; write it like this: 2027-11-22"


def _read(file: Path) -> dict[str, Any]:
    front, _ = split_front_matter(file.read_text(encoding="utf-8"), file.name)
    return front

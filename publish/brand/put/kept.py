"""What tells that nothing changed since a brand was checked and put in place: then neither is done again."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from macros.answers import mark_of_rules
from publish.brand.check.keys import BRAND_FILE, UPSTREAM_FILE
from runtime.files import write_if_changed

KEPT = ".cache/brand"
FILES = (BRAND_FILE, UPSTREAM_FILE, "mkdocs.brand.yml", "docs/assets/playbook.css")
FOLDERS = ("brand", "docs/assets/brand", "docs/local", "macros", "publish")
PAGES = "docs/**/*.md"
"""All that is read or written then, beside the rules: our pages have slots, and are linked to."""
NAMES = ("docs/assets/pictures/*", "[Bb]*/")
"""Of these only the names count: a page of the centre's may link there, or they are likely misspelt."""


def is_in_place(root: Path) -> bool:
    """Tell whether all is as it was when the brand was put in place."""
    kept = root / KEPT
    return kept.is_file() and kept.read_text(encoding="ascii") == mark(root)


def note(root: Path) -> None:
    """Note that the brand is in place now."""
    write_if_changed(root / KEPT, mark(root).encode())


def mark(root: Path) -> str:
    """What changes when one of the files does, or one that may be linked comes or goes."""
    names = sorted(path for pattern in NAMES for path in root.glob(pattern))
    found = hashlib.sha256(f"{mark_of_rules()} {names}".encode())
    for file in _list_files(root):
        content = file.read_bytes()
        found.update(f"{file} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def _list_files(root: Path) -> Iterator[Path]:
    yield from (root / name for name in FILES if (root / name).is_file())
    yield from sorted(root.glob(PAGES))
    for folder in FOLDERS:
        yield from sorted(
            path for path in (root / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"
        )

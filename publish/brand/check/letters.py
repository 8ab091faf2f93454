"""How a centre's files are saved: as UTF-8, which is what everything here reads."""

from collections.abc import Iterator
from pathlib import Path

from publish.brand.check.complaints import Complaint
from publish.brand.check.keys import BRAND_FILE

TEXTS = {".css", ".jinja", ".md", ".toml", ".yml"}
FOLDERS = ("brand", "docs/local")
_MARK = b"\xef\xbb\xbf"
_HOW = "In your editor choose 'Save as' and the encoding UTF-8"


def find_unreadable(root: Path) -> Iterator[Complaint]:
    """Yield each text of the centre's that can't be read, with the line of the first strange letter."""
    texts = (file for folder in FOLDERS for file in sorted((root / folder).rglob("*")))
    for file in (root / BRAND_FILE, *texts):
        if file.suffix in TEXTS and file.is_file():
            yield from _look_at(file.read_bytes(), file.relative_to(root).as_posix())


def _look_at(content: bytes, name: str) -> Iterator[Complaint]:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield Complaint(name, line, f"a letter here isn't saved as UTF-8. {_HOW}")
    else:
        if content.startswith(_MARK) and name != BRAND_FILE:
            yield Complaint(
                name, 1, f"it starts with a mark that nobody sees (a BOM). {_HOW}, without BOM"
            )

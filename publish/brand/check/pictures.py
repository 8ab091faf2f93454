"""Logos and other pictures: there, not huge, and with nothing in them that runs."""

import struct
from collections.abc import Iterator
from pathlib import Path

from publish.brand.check.complaints import did_you_mean
from publish.site.social_card import HEIGHT, WIDTH
from publish.site.svg import find_svg_faults

FOLDER = "brand/assets"
LARGEST = {"logo": 100_000, "favicon": 50_000, "font": 300_000}
"""Bytes that a file of each use may have: everybody who opens a page fetches it."""
WIDEST = {"logo": 1200, "favicon": 512}
SUFFIXES = {
    "logo": (".svg", ".png", ".webp"),
    "favicon": (".svg", ".png", ".ico"),
    "font": (".woff2",),
}
CARD_FILE = "brand/social-card.png"
_LARGEST_CARD = 300_000
_STARTS = {
    ".png": b"\x89PNG\r\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".gif": b"GIF8",
    ".webp": b"RIFF",
    ".ico": b"\0\0\1\0",
    ".woff2": b"wOF2",
    ".pdf": b"%PDF-",
}
"""How the content of each kind begins."""


def find_faults(root: Path, name: str, use: str) -> Iterator[str]:
    """Yield what is wrong with a file of brand/assets for this use, in words."""
    folder = root / FOLDER
    file = folder / name
    if Path(name).is_absolute() or ".." in Path(name).parts:
        yield f"'{name}' leads out of {FOLDER}/; give only the name of a file in that folder"
    elif not file.is_file():
        there = [path.relative_to(folder).as_posix() for path in folder.rglob("*.*")]
        hint = did_you_mean(Path(name).name, there) if there else f"The folder {FOLDER}/ is empty."
        yield f"there is no {use} '{name}' in {FOLDER}/. {hint}"
    else:
        yield from find_faults_inside(file, use)


def find_card_faults(root: Path) -> Iterator[str]:
    """Yield what is wrong with the picture for links to the site; a centre may do without one."""
    file = root / CARD_FILE
    if not file.is_file():
        return
    content = file.read_bytes()
    if not content.startswith(_STARTS[".png"]):
        yield "it is no PNG file inside; export it once more"
    elif _size(content) != (WIDTH, HEIGHT):
        wide, high = _size(content)
        yield f"it is {wide} by {high} pixels; a card is {WIDTH} by {HEIGHT}"
    if len(content) > _LARGEST_CARD:
        yield f"it has {len(content) // 1000} kB; make it smaller than {_LARGEST_CARD // 1000} kB"


def find_faults_inside(file: Path, use: str) -> Iterator[str]:
    """Yield what is wrong with a file for this use, wherever it stands."""
    name = file.name
    if file.suffix.lower() not in SUFFIXES[use]:
        yield f"{use} '{name}': it takes one of {', '.join(SUFFIXES[use])}"
        return
    content = file.read_bytes()
    if len(content) > LARGEST[use]:
        yield (
            f"{use} '{name}' has {len(content) // 1000} kB, and every reader fetches it; "
            f"make it smaller than {LARGEST[use] // 1000} kB"
        )
    suffix = file.suffix.lower()
    if not is_what_it_says(suffix, content):
        yield f"{use} '{name}' is no {suffix[1:].upper()} file inside; export it once more"
    elif suffix == ".svg":
        for line, fault in find_svg_faults(content):
            yield f"{use} '{name}', its line {line}: {fault}"
    elif suffix == ".png" and _size(content)[0] > WIDEST[use]:
        yield f"{use} '{name}' is {_size(content)[0]} pixels wide; {WIDEST[use]} are plenty"


def is_what_it_says(suffix: str, content: bytes) -> bool:
    """Tell whether a file begins as its kind does."""
    return content.startswith(_STARTS.get(suffix, b""))


def _size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24].ljust(8, b"\0"))
    return width, height

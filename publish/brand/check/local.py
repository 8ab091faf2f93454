"""Check which files stand in docs/local/: pages, pictures, style sheets and documents, and nothing that runs."""

import re
from collections.abc import Iterator
from pathlib import Path

from publish.brand.check.complaints import Complaint
from publish.brand.check.keys import BRAND_FILE
from publish.brand.check.pictures import is_what_it_says
from publish.site.markup import OWN
from publish.site.styles import PICTURES, find_css_faults, find_picture, list_addresses
from publish.site.svg import find_svg_faults

LOCAL = "docs/local"
PAGE = ".md"
KINDS = (PAGE, ".css", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".svg", ".webp")
_HOW = "docs/about/brand-this-site.md says how"
_INSTEAD = {
    "a page is Markdown; its name ends with .md": "htm html markdown mdown mkd xhtml",
    "nothing of your own runs here, so that what a reader types stays on their page": "js mjs wasm",
    "save it as a PDF": "doc docx odt ppt pptx xls xlsx",
    f"a font goes into brand/assets/; {_HOW}": "otf ttf woff woff2",
}
"""What to do instead, each with the endings that it is said of."""
_ANY = f"here go only files that end with {', '.join(KINDS[:-1])} or {KINDS[-1]}"
_NO_PICTURE = (
    "'{}' is no picture. A style sheet takes in pictures alone, and each is built into it: "
    "a file of its own would be asked for when a reader does something, and your server would see that"
)
_NOT_THERE = (
    f"there is no picture '{{}}' in {LOCAL}/; an address starts from the style sheet's folder"
)
_STRANGE = re.compile(r"[<>\"&\\\x00-\x1f\x7f]")
_AS_IT_IS = "this leads to another place on your disk; put a copy of the file itself here"


def find_links_elsewhere(root: Path) -> Iterator[Complaint]:
    """Yield each file or folder of the centre's that is only a link to another: it could lead anywhere."""
    places = [root / name for name in (BRAND_FILE, "brand", LOCAL)]
    inside = (path for name in ("brand", LOCAL) for path in sorted((root / name).rglob("*")))
    for path in (*places, *inside):
        if path.is_symlink():
            yield Complaint(path.relative_to(root).as_posix(), 0, _AS_IT_IS)


def find_file_faults(root: Path) -> Iterator[Complaint]:
    """Yield what is wrong with the files in docs/local/. What is hidden isn't published."""
    folder = root / LOCAL
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_dir() or any(name.startswith(".") for name in parts):
            continue
        place = path.relative_to(root).as_posix()
        if _STRANGE.search("".join(parts)):
            message = "a name here has letters, numbers, blanks, dots and dashes only"
            yield Complaint(place, 0, message)
        for line, message in _look_at(path, folder):
            yield Complaint(place, line, message)


def _look_at(path: Path, folder: Path) -> Iterator[tuple[int, str]]:
    kind = path.suffix.lower()
    if kind not in KINDS or not path.is_file():
        instead = (message for message, endings in _INSTEAD.items() if kind[1:] in endings.split())
        yield 0, f"this can't be published: {next(instead, _ANY)}"
    elif kind == PAGE:
        if path.suffix != PAGE:
            yield 0, "let its name end with .md, in small letters: else it's no page"
    elif kind == ".svg":
        yield from find_svg_faults(path.read_bytes())
    elif kind == ".css":
        yield from _find_style_faults(path, folder)
    elif not is_what_it_says(kind, path.read_bytes()):
        yield 0, f"this is no {kind[1:].upper()} file inside; export it once more"


def _find_style_faults(path: Path, folder: Path) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with a style sheet, and each file that it names and that can't be put into it."""
    css = path.read_text(encoding="utf-8")
    faults = list(find_css_faults(css, OWN))
    yield from faults
    for line, address in [] if faults else list_addresses(css):
        picture = find_picture(path, address)
        if picture.suffix.lower() not in PICTURES:
            yield line, _NO_PICTURE.format(address)
        elif not (picture.is_file() and picture.is_relative_to(folder.resolve())):
            yield line, _NOT_THERE.format(address)

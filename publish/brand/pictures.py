"""Logos and other pictures: there, not huge, and with nothing in them that runs."""

import re
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.parsers import expat

from publish.brand.complaints import did_you_mean
from publish.social_card import HEIGHT, WIDTH

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
_STARTS = {".png": b"\x89PNG\r\n", ".webp": b"RIFF", ".woff2": b"wOF2"}
_NAMESPACE = "http://www.w3.org/2000/svg"
_INSIDE = tuple(f"data:image/{kind}" for kind in ("png", "jpeg", "gif", "webp"))
_URL = re.compile(r"url\(([^)]*)")
_ANIMATED = ("to", "from", "by", "values")
_NOT_IN_A_PICTURE = {"script", "foreignobject", "iframe", "embed", "object", "audio", "video"}


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
    if not content.startswith(_STARTS.get(suffix, b"")):
        yield f"{use} '{name}' is no {suffix[1:].upper()} file inside; export it once more"
    elif suffix == ".svg":
        yield from find_svg_faults(content, f"{use} '{name}'")
    elif suffix == ".png" and _size(content)[0] > WIDEST[use]:
        yield f"{use} '{name}' is {_size(content)[0]} pixels wide; {WIDEST[use]} are plenty"


def find_svg_faults(content: bytes, name: str) -> Iterator[str]:
    """Yield what in an SVG would run or ask another host, or keep it from being shown."""
    reader = _Svg()
    try:
        reader.read(content)
    except expat.ExpatError as error:
        if reader.is_svg and not reader.faults:
            yield f"{name}, its line {error.lineno}: it can't be read; export it as a plain SVG"
    if not reader.is_svg:
        yield f"{name} is no SVG picture inside; export it once more"
    for line, fault in reader.faults:
        yield f"{name}, its line {line}: {fault}; export it as a plain SVG, and look who made it"


class _Svg:
    """Reads an SVG, as a browser does, for what doesn't belong into a picture."""

    def __init__(self) -> None:
        self.is_svg = False
        self.faults: list[tuple[int, str]] = []
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        self._style, self._styles = "", 0
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._text
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = lambda *_: self._found("it declares an entity")
        parser.ProcessingInstructionHandler = self._instruct

    def read(self, content: bytes) -> None:
        """Raises ExpatError where it isn't XML."""
        self._parser.Parse(content, True)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self.is_svg = self.is_svg or name == f"{_NAMESPACE} svg"
        self._styles += tag == "style"
        if tag.lower() in _NOT_IN_A_PICTURE:
            self._found(f"there is a <{tag}> in it")
        for key, value in attributes.items():
            self._look_at(key.rpartition(" ")[2], "".join(value.lower().split()))

    def _look_at(self, key: str, value: str) -> None:
        if key.lower().startswith("on"):
            self._found(f"there is a script in it ({key}=…)")
        elif "javascript:" in value:
            self._found("there is a script in it (javascript:)")
        elif _leads_out(key, value):
            self._found(f"it asks for something else ({key}=…)")
        else:
            self._look_at_style(value, hides="\\" in value and (key == "style" or "(" in value))

    def _look_at_style(self, style: str, *, hides: bool) -> None:
        """Look at what a style asks for; one that `hides` letters behind backslashes may ask for anything."""
        asked = (address.strip("'\"") for address in _URL.findall(style))
        outside = any(_leads_out("href", address) for address in asked)
        if outside or hides or "@import" in style:
            self._found("its style asks for something else")

    def _text(self, text: str) -> None:
        if self._styles:
            self._style += text

    def _end(self, name: str) -> None:
        if name.rpartition(" ")[2] != "style":
            return
        self._styles -= 1
        if not self._styles:
            style, self._style = "".join(self._style.lower().split()), ""
            self._look_at_style(style, hides="\\" in style)

    def _instruct(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self._found("it asks for a style sheet")

    def _found(self, fault: str) -> None:
        self.faults.append((self._parser.CurrentLineNumber, fault))


def _leads_out(key: str, value: str) -> bool:
    """Tell whether an attribute asks for something that isn't in the file."""
    if key in _ANIMATED:
        return "//" in value
    return key == "href" and value != "" and not value.startswith(("#", *_INSIDE))


def _size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24].ljust(8, b"\0"))
    return width, height

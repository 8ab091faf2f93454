"""The card that a messenger or a social site shows for a link to a page: its title, its words, a picture.

Where a centre has no picture of its own, one is drawn: the way through the five phases, in its colours.
There are no words in it, so it suits every name and every script; the title stands below it anyway.
"""

import re
import struct
import zlib
from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path, PurePosixPath

WIDTH, HEIGHT = 1200, 630
"""What the sites that show cards ask for."""
PICTURES = ("assets/brand/social-card.png", "assets/social-card.png")
"""A centre's picture, or ours."""
STOPS = ((160, 400), (380, 270), (600, 380), (820, 230), (1040, 330))
_LINE, _STOP, _BAR = 7, 46, 64
_STEP = 3
"""A line is a row of dots, this close to each other, so that no eye sees them."""
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_ABOUT = re.compile(r'<meta name="description" content="([^"]*)">')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_SITE = re.compile(r'<a [^>]*title="([^"]*)"[^>]*class="[^"]*md-logo')


def describe(html: str, site: Path, page: PurePosixPath, address: str) -> str:
    """Return the page with the tags of its card; `address` is where the site stands, if that is known."""
    lines = [
        f'<meta {"name" if name.startswith("twitter") else "property"}="{name}" content="{value}">'
        for name, value in read_card(html, site, page, address).items()
        if value
    ]
    return html.replace("</title>", "\n".join(["</title>", *lines]), 1)


def read_card(html: str, site: Path, page: PurePosixPath, address: str) -> Mapping[str, str]:
    """Return what the card says, by the names that sites look for; all but the picture is in the page already."""
    picture = next((name for name in PICTURES if address and (site / name).is_file()), "")
    card = {
        "og:type": "website",
        "og:site_name": read_site_name(html),
        "og:title": _first(_TITLE, html).strip(),
        "og:description": _first(_ABOUT, html),
        "og:url": escape(address + page.as_posix().removesuffix("index.html")) if address else "",
        "twitter:card": "summary_large_image" if picture else "summary",
    }
    if picture:
        card["og:image"] = escape(address + picture)
        card |= {"og:image:width": str(WIDTH), "og:image:height": str(HEIGHT)}
    return card


def read_site_name(html: str) -> str:
    """Return what the site is called, as one of its pages has it: escaped; nothing where the page doesn't say."""
    return _first(_SITE, html)


def read_address(site: Path) -> str:
    """Return where the built site will stand, as its first page says; nothing where SITE_URL wasn't set."""
    home = site / "index.html"
    return _first(_CANONICAL, home.read_text(encoding="utf-8")) if home.is_file() else ""


def draw(colours: Mapping[str, str]) -> bytes:
    """Return the picture as a PNG, in a palette as `publish.brand.check.palette` has it."""
    names = ("paper", "header", "line", *(f"phase_{number}" for number in range(1, 6)))
    palette = [colours.get(name, colours["accent"]) for name in names]
    canvas = [bytearray(WIDTH) for _ in range(HEIGHT)]
    for row in canvas[:_BAR]:
        row[:] = b"\1" * WIDTH
    for (x, y), (to_x, to_y) in pairwise(STOPS):
        for step in range(0, to_x - x, _STEP):
            _dot(canvas, (x + step, y + round((to_y - y) * step / (to_x - x))), _LINE, 2)
    for number, stop in enumerate(STOPS, 3):
        _dot(canvas, stop, _STOP, number)
    return _write_png(canvas, palette)


def _dot(canvas: Sequence[bytearray], centre: tuple[int, int], radius: int, colour: int) -> None:
    x, y = centre
    for off in range(-radius, radius + 1):
        half = int((radius**2 - off**2) ** 0.5)
        canvas[y + off][x - half : x + half + 1] = bytes([colour]) * (2 * half + 1)


def _write_png(canvas: Sequence[bytearray], palette: Sequence[str]) -> bytes:
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    colours = b"".join(bytes.fromhex(colour.removeprefix("#")) for colour in palette)
    rows = zlib.compress(b"".join(b"\0" + row for row in canvas))
    chunks = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _first(form: re.Pattern[str], html: str) -> str:
    match = form.search(html)
    return match[1] if match else ""

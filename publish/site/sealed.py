"""Whether a sealed site holds what it promises: each page read as a browser reads it, each file of a known kind.

The lists below are of what our pages and the theme's have. Whatever else got into a page, by whatever
way, stops the build.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from publish.site.markup import INSIDE, LINK, OWN, Allowed, ParsedPage, Tag, read_markup, read_words
from publish.site.styles import PICTURES, find_css_faults
from publish.site.svg import find_svg_faults
from publish.site.theme.own import is_known, is_style_sheet

TOOL = "assets/tool/"
PAGE = Allowed(
    elements={
        **dict.fromkeys(
            """
            abbr address article aside b bdi bdo blockquote body br caption cite code dd del details dfn
            div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i
            input ins kbd label legend li main mark nav noscript ol option p pre progress q rp rt ruby s
            samp section select small span strong sub summary sup table tbody td template textarea tfoot
            th thead time title tr u ul var wbr
            circle defs g line path pattern rect svg text
            """.split(),
            (),
        ),
        "a": ("download", "href", "rel", "target"),
        "button": ("formmethod", "formnovalidate"),
        "img": ("alt", "height", "loading", "src", "width"),
        "link": ("href", "integrity", "rel"),
        "meta": ("charset", "content", "http-equiv", "property"),
        "playbook-tool": (),
        "script": ("async", "integrity", "src"),
    },
    everywhere=frozenset(
        """
        accept align autocapitalize autocomplete autocorrect checked class colspan cx cy d datetime dir
        disabled fill focusable for headers height hidden id lang max method min multiple name novalidate
        open patterntransform patternunits placeholder preserveaspectratio r readonly required reversed
        role rows rowspan scope spellcheck start stroke stroke-linecap stroke-linejoin stroke-width
        tabindex text-anchor title translate type value viewbox width x x1 x2 xmlns y y1 y2
        """.split()
    ),
    starts=("aria-", "data-"),
)
_IN_HEAD = ("meta", "title")
PINNED = ("modulepreload", "stylesheet")
"""What kinds of <link> load something that runs or decides how a page looks."""
_OTHER_LINKS = ("alternate", "canonical", "icon", "manifest", "next", "prev")
_POLICY = "content-security-policy"
_LEADS_ON = re.compile(r"0; url=(?:\.\./)*(?:[\w-]+/)+")
"""What a page says that leads on at once to another one of the site."""
_LATEST_CHARSET = 1024
"""Bytes within which a browser looks for the encoding of a page."""
_CHARSET = b'<meta charset="utf-8">'
_LOADS = re.compile(f"{OWN.pattern}|{INSIDE.pattern}")
_KINDS = frozenset(
    ".bin .css .gif .html .ico .jpeg .jpg .json .map .pdf .png .svg .txt .webp .woff2".split()
)
_FILES = frozenset(
    "CNAME _headers .htaccess web.config assets/javascripts/LICENSE sitemap.xml sitemap.xml.gz".split()
)
"""Files of no known kind; those for servers are there from the build before, in a folder that is built into again."""
_IN_CAPITALS_TOO = (*PICTURES, ".css", ".pdf")
"""Kinds of a centre's files whose names may end in capitals; a page's may not, for it would not be sealed."""
_WHEELS = "pyodide/"
"""Where the rules lie as packages, for pages elsewhere."""
_PROGRAMS = (
    "assets/javascripts/",
    "assets/frame.js",
    "assets/embed.js",
    "assets/offline.js",
    "assets/stored.js",
    "offline-worker.js",
    TOOL,
)
"""Where scripts are: the theme's, the frame's, those of single pages, of tools in a frame, and of tools."""


class Pinned(Protocol):
    """What the seal notes of a file."""

    @property
    def integrity(self) -> str:
        """The hash of its content."""


type Find = Callable[[str], Pinned | None]
"""Gives what was noted of the file behind an address; nothing where there is none."""


def find_page_faults(html: str, policy: str, find: Find) -> Iterator[str]:
    """Yield, in words, why this page isn't sealed."""
    markup = read_markup(html)
    yield from _find_head_faults(html, markup, policy)
    yield from markup.misread
    body = next((at for at, tag in enumerate(markup.tags) if tag.name == "body"), 0)
    for at, tag in enumerate(markup.tags[3:], 3):
        if at > body and tag.name in _IN_HEAD:
            yield f"<{tag.name}> stands outside of its <head>"
        yield from _find_tag_faults(tag, find)


def _find_head_faults(html: str, markup: ParsedPage, policy: str) -> Iterator[str]:
    first = [tag.name for tag in markup.tags[:3]]
    if first != ["html", "head", "meta"] or markup.tags[2].attributes != {
        "http-equiv": "Content-Security-Policy",
        "content": policy,
    }:
        yield "its policy doesn't stand first in its <head>"
    if _CHARSET not in html.encode()[:_LATEST_CHARSET]:
        yield f"it doesn't say its encoding in its first {_LATEST_CHARSET} bytes"


def _find_tag_faults(tag: Tag, find: Find) -> Iterator[str]:
    if tag.name not in PAGE.elements:
        yield f"<{tag.name}> is nothing that a page here has"
        return
    for name in tag.attributes:
        if not PAGE.has(tag, name):
            yield f"<{tag.name} {name}=…> is nothing that a page here has"
    if tag.hands_over_its_window:
        yield f"<{tag.name}> lets the page behind it lead this one elsewhere (rel=opener, or a window's name)"
    if tag.name in ("link", "script"):
        yield from _find_load_faults(tag, find)
    elif tag.name == "meta" and "http-equiv" in tag.attributes:
        yield from _find_order_faults(tag)
    elif tag.name == "noscript":
        yield from _find_inner_faults(read_words(tag.text).tags, find)
    elif not LINK.fullmatch(tag.attributes.get("href", "")):
        yield f"<{tag.name} href='{tag.attributes['href']}'> leads to no page"
    elif not _LOADS.fullmatch(tag.attributes.get("src", "")):
        yield f"<{tag.name}> asks another host for {tag.attributes['src']}"


def _find_inner_faults(tags: Iterable[Tag], find: Find) -> Iterator[str]:
    """Yield what is wrong with the tags inside of <noscript>."""
    for tag in tags:
        if tag.name in _IN_HEAD:
            yield f"<{tag.name}> stands inside of <noscript>"
        yield from _find_tag_faults(tag, find)


def _find_order_faults(tag: Tag) -> Iterator[str]:
    """Yield what is wrong with a <meta> that tells the browser to do something."""
    kind = tag.attributes["http-equiv"].strip().lower()
    if kind == _POLICY:
        yield "it is sealed already: build the site again first"
    elif kind != "refresh" or not _LEADS_ON.fullmatch(tag.attributes.get("content", "")):
        yield f"<meta http-equiv={kind}> is nothing that a page here has"


def _find_load_faults(tag: Tag, find: Find) -> Iterator[str]:
    """Yield what is wrong with a script, or with what a <link> names."""
    kinds = tag.attributes.get("rel", "").lower().split()
    address = tag.attributes.get("src" if tag.name == "script" else "href")
    if tag.name == "script" and address is None:
        if tag.attributes.get("type") != "application/json" and not is_known(tag.text):
            yield "<script> with a script inside the page that isn't the theme's"
    elif kinds and set(kinds) <= {"canonical", "next", "prev"}:
        return
    elif kinds and not set(kinds) <= {*_OTHER_LINKS, *PINNED}:
        yield f"<link rel={' '.join(kinds)}> is nothing that a page here has"
    elif not OWN.fullmatch(address or ""):
        yield f"<{tag.name}> asks another host for {address}"
    elif tag.name == "script" or set(kinds) & set(PINNED):
        yield from _find_pin_faults(tag, address or "", find)


def _find_pin_faults(tag: Tag, address: str, find: Find) -> Iterator[str]:
    own = find(address)
    if own is None:
        yield f"{address} isn't in the site, so it can't be sealed."
    elif tag.attributes.get("integrity") != own.integrity or tag.text.strip():
        yield f"<{tag.name}> loads {address} without the hash of what is in it"


def find_file_faults(site: Path) -> Iterator[str]:
    """Yield each file of the site that has no place in it, and what the styles and pictures ask for."""
    for path in sorted(site.rglob("*")):
        name, kind = path.relative_to(site).as_posix(), path.suffix
        if kind.lower() in _IN_CAPITALS_TOO:
            kind = kind.lower()
        if path.is_dir() or name in _FILES:
            continue
        if kind == ".svg":
            yield from (f"{name}: {fault}" for _, fault in find_svg_faults(path.read_bytes()))
        elif kind == ".css" and not is_style_sheet(site, path):
            css = path.read_text(encoding="utf-8")
            yield from (f"{name}: {fault}" for _, fault in find_css_faults(css, _LOADS))
        elif not _has_place(name, kind):
            yield f"{name}: a file of this kind has no place in the site"


def _has_place(name: str, kind: str) -> bool:
    """Tell whether a file of this kind has a place at this path."""
    places = {".js": _PROGRAMS, ".whl": (_WHEELS,)}
    return kind in _KINDS or name.startswith(places.get(kind, ()))

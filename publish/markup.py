"""What one HTML page loads and runs, read from its tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = dict[str, str | None]

LOADS = {
    "audio": ("src",),
    "form": ("action",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
ANYWHERE = ("background", "formaction", "ping")
FRAMES = frozenset({"applet", "base", "embed", "frame", "iframe", "object", "portal"})
QUIET_LINKS = frozenset({"alternate", "author", "canonical", "help", "license", "next", "prev"})
SCRIPT_TYPES = frozenset(
    {"", "application/javascript", "importmap", "module", "speculationrules", "text/javascript"}
)
INLINE_SCRIPT = "<script> with a script inside the page: put the script into a file"
CSS_LOAD = re.compile(
    r"""url\(\s*["']?(?P<url>[^"')]+)|@import\s+["'](?P<imported>[^"']+)""", re.IGNORECASE
)
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PLAIN_TAG = (
    "a|abbr|article|b|bdi|blockquote|br|button|cite|code|dd|details|div|dl|dt|em|fieldset|figcaption|figure|footer"
    "|h[1-6]|header|hr|i|input|label|legend|li|main|nav|ol|option|p|path|pre|section|select|small|span"
    "|strong|summary|svg|table|tbody|td|th|thead|time|tr|ul"
)
_PLAIN_ATTRIBUTE = (
    r"(?:aria-[a-z]+|autocomplete|class|d|data-[a-z-]+|dir|focusable|for|id|lang|name|rel|role"
    r"|scope|tabindex|title|type|value|viewBox|xmlns)=\"[^\"&\n]*\"|data-[a-z-]+|checked|hidden|open"
    r"|href=\"(?:https?:)?[^\":&\n]*\""
)
_PLAIN = rf"(?:<(?:{_PLAIN_TAG})(?: +(?:{_PLAIN_ATTRIBUTE}))* */?>|</(?:{_PLAIN_TAG})>)"
PLAIN = re.compile(rf"(?:{_PLAIN}[^<>\"'-]*+)++")
"""Tags that fetch nothing and run nothing, with the text behind them: nineteen of twenty, so the
parser is spared them. The text stops where a comment or an attribute around it may end."""


@dataclass(frozen=True)
class Load:
    """One address that the browser fetches by itself when it shows the page."""

    tag: str
    address: str
    start: int
    end: int


@dataclass
class Markup:
    """What the policy has to know about one page; `unsafe` says what it would have to forbid."""

    loads: list[Load] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    unsafe: list[str] = field(default_factory=list)
    head_at: int | None = None
    is_sealed: bool = False


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.markup = Markup()
        self._html = html
        self._script_from: int | None = None
        blanked = PLAIN.sub(lambda tags: " " * len(tags[0]), html)
        self._lines = [0, *(match.end() for match in re.finditer("\n", blanked))]
        self.feed(blanked)
        self.close()

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._here()
        end = start + len(self.get_starttag_text() or "")
        attributes = dict(attrs)
        self._note_head(tag, attributes, end)
        self.markup.unsafe.extend(find_unsafe(tag, attributes))
        for address in list_loads(tag, attributes):
            self.markup.loads.append(Load(tag, address, start, end))
        if tag == "script" and "src" not in attributes and is_executable(attributes):
            self._script_from = end

    def _note_head(self, tag: str, attributes: Attributes, end: int) -> None:
        if tag == "head" or (tag == "meta" and "charset" in attributes):
            self.markup.head_at = end
        if (attributes.get("http-equiv") or "").lower() == "content-security-policy":
            self.markup.is_sealed = True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script_from is not None:
            self.markup.scripts.append(self._html[self._script_from : self._here()])
            self._script_from = None


def read_markup(html: str) -> Markup:
    """Read a page: what it loads, its inline scripts, and what a strict policy can't allow."""
    return _Reader(html).markup


def is_executable(attributes: Attributes) -> bool:
    """Tell whether a script tag is code, and not a block of data."""
    return (attributes.get("type") or "").lower() in SCRIPT_TYPES


def list_loads(tag: str, attributes: Attributes) -> Iterator[str]:
    """Yield every address that this tag makes the browser fetch."""
    if tag == "link" and set((attributes.get("rel") or "").lower().split()) <= QUIET_LINKS:
        return
    for name in (*LOADS.get(tag, ()), *ANYWHERE):
        value = attributes.get(name)
        if value and name == "srcset":
            yield from (part.split()[0] for part in value.split(",") if part.strip())
        elif value:
            yield value.strip()


def find_unsafe(tag: str, attributes: Attributes) -> Iterator[str]:
    """Yield what the policy blocks, so that it's found here and not by a reader."""
    if tag in FRAMES:
        yield f"<{tag}>: a page here holds no frame, plug-in or base address"
    if tag == "style" or "style" in attributes:
        yield f"<{tag}> with styles inside the page: put them into a style sheet"
    if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
        yield "<meta http-equiv=refresh>: link to the other page instead"
    for name, value in attributes.items():
        if name.startswith("on"):
            yield f"<{tag} {name}=…>: put the script into a file"
        if (value or "").strip().lower().startswith("javascript:"):
            yield f"<{tag} {name}='javascript:…'>: put the script into a file"


def list_css_loads(css: str) -> Iterator[str]:
    """Yield every address that a style sheet fetches."""
    for match in CSS_LOAD.finditer(CSS_COMMENT.sub("", css)):
        yield (match["url"] or match["imported"]).strip()

"""What a style sheet may hold: known rules and functions, read by the CSS standard's own tokens.

A centre's loads nothing at all. When a browser loads a file that styles name depends on what is on
the page: what is chosen, shown, open or in use. So a server that sees such a file asked for sees
something of what was typed. Its pictures stand in the style sheet itself, which is loaded whatever
is on the page.
"""

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import Pattern
from urllib.parse import unquote

import tinycss2
from tinycss2.ast import (
    AtKeywordToken,
    CurlyBracketsBlock,
    FunctionBlock,
    Node,
    ParenthesesBlock,
    ParseError,
    SquareBracketsBlock,
    StringToken,
    URLToken,
)

RULES = frozenset("container font-face keyframes layer media page supports".split())
FUNCTIONS = frozenset(
    """
    attr blur brightness calc circle clamp color color-mix conic-gradient contrast counter counters
    cubic-bezier drop-shadow ellipse fit-content format grayscale has hsl hsla hue-rotate hwb inset
    invert is lab lang lch light-dark linear linear-gradient local matrix matrix3d max min minmax not
    nth-child nth-last-child nth-last-of-type nth-of-type oklab oklch opacity path perspective polygon
    radial-gradient rect repeat repeating-linear-gradient repeating-radial-gradient rgb rgba rotate
    rotate3d rotatex rotatey rotatez saturate scale scale3d scalex scaley scalez sepia skew skewx skewy
    steps translate translate3d translatex translatey translatez url var where
    """.split()
)
"""Those that compute, and `url`, whose address is looked at."""
PICTURES = {
    ".gif": "gif",
    ".jpeg": "jpeg",
    ".jpg": "jpeg",
    ".png": "png",
    ".svg": "svg+xml",
    ".webp": "webp",
}
"""The endings of pictures that a style sheet may name, each with its kind."""
_ASKS = "the styles ask for '{}'; leave that out"


def find_css_faults(css: str, addresses: Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the line of each thing that styles may not hold, in words; `addresses` are what they may load."""
    try:
        yield from _look_at(tinycss2.parse_component_value_list(css, skip_comments=True), addresses)
    except RecursionError:
        yield 1, "brackets stand in brackets here, hundreds deep; leave that out"


def list_addresses(css: str) -> Iterator[tuple[int, str]]:
    """Yield each address that styles may load, with its line."""
    for token in _list_urls(tinycss2.parse_component_value_list(css, skip_comments=True)):
        yield token.source_line, token.value


def find_picture(sheet: Path, address: str) -> Path:
    """Return the file that a style sheet names, whether it's there or not."""
    return (sheet.parent / unquote(address)).resolve()


def put_pictures_in(folder: Path) -> Iterator[str]:
    """Put what the style sheets of a folder load into them; yield what is wrong with an address that can't be."""
    for sheet in sorted(folder.rglob("*.css", case_sensitive=False)):
        css = sheet.read_text(encoding="utf-8")
        nodes = tinycss2.parse_component_value_list(css, skip_comments=True)
        for token in _list_urls(nodes):
            picture = find_picture(sheet, token.value)
            if picture.suffix.lower() in PICTURES and picture.is_relative_to(folder.resolve()):
                _put_in(token, picture)
            else:
                yield f"{sheet.relative_to(folder.parent)}: {_ASKS.format(token.value)}"
        sheet.write_text(tinycss2.serialize(nodes), encoding="utf-8")


def _put_in(token: URLToken | StringToken, picture: Path) -> None:
    content = base64.b64encode(picture.read_bytes()).decode()
    token.value = f"data:image/{PICTURES[picture.suffix.lower()]};base64,{content}"
    quoted = "url({})" if isinstance(token, URLToken) else '"{}"'
    token.representation = quoted.format(token.value)


def _list_urls(nodes: Iterable[Node]) -> Iterator[URLToken | StringToken]:
    for node in nodes:
        match node:
            case URLToken():
                yield node
            case FunctionBlock(lower_name="url"):
                yield from (each for each in node.arguments if isinstance(each, StringToken))
            case FunctionBlock():
                yield from _list_urls(node.arguments)
            case CurlyBracketsBlock() | ParenthesesBlock() | SquareBracketsBlock():
                yield from _list_urls(node.content)


def _look_at(nodes: Iterable[Node], addresses: Pattern[str]) -> Iterator[tuple[int, str]]:
    for node in nodes:
        line = node.source_line
        match node:
            case AtKeywordToken() if node.lower_value not in RULES:
                yield line, f"'@{node.value}' can't stand in styles; leave it out"
            case ParseError():
                yield line, f"a browser can't read these styles ({node.message}); mend that"
            case URLToken() if not addresses.fullmatch(node.value):
                yield line, _ASKS.format(node.value)
            case FunctionBlock():
                yield from _look_at_function(node, addresses)
            case CurlyBracketsBlock() | ParenthesesBlock() | SquareBracketsBlock():
                yield from _look_at(node.content, addresses)


def _look_at_function(node: FunctionBlock, addresses: Pattern[str]) -> Iterator[tuple[int, str]]:
    given = [each for each in node.arguments if each.type != "whitespace"]
    first = given[0] if len(given) == 1 else None
    if node.lower_name not in FUNCTIONS:
        yield node.source_line, f"'{node.name}(…)' can't stand in styles; leave it out"
    elif node.lower_name != "url":
        yield from _look_at(node.arguments, addresses)
    elif not isinstance(first, StringToken) or not addresses.fullmatch(first.value):
        asked = "".join(each.serialize() for each in given).strip("\"'")
        yield node.source_line, _ASKS.format(asked)

"""A page as browsers read it: its tags, and what a browser would read otherwise than it is written.

A browser mends what isn't well formed, in ways of its own. So a page passes where nothing is to be
mended: the tags taken as they stand, and the tree that the HTML standard makes of them, are the same.
Then whoever looks at the tags looks at what the browser will show.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from turbohtml import Element, Node, Text, Token, TokenType, parse, tokenize

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that have no end tag."""
_RAW = ("noscript", "script")
"""Elements whose content is text to a browser that runs scripts."""
_IMPLIED = "tbody"
"""The one element that may be left out: every table has it, and nothing hangs on it."""
_MISREAD = {
    "duplicate-attribute": "a tag has the same attribute twice; keep one of the two",
    "comment": "a comment opens with '<!--', closes with '-->', and has neither of them inside",
}
_MOVED = (
    "a browser would close or move <{}> by itself: give each tag its end, like <p>…</p>, and leave a"
    " blank line above and below it"
)
_OTHERWISE = (
    "a browser reads a tag here otherwise than it's written ({}); write it anew, or leave it out"
)
_AROUND = "<!doctype html><html><head><title>x</title></head><body>{}</body></html>"
_DEEPEST = 100
_TOO_DEEP = f"more than {_DEEPEST} tags stand inside each other here; no page needs that"
_END = ("", 0)
_OWN = r"(?!//)[^\x00-\x20\x7f\\:/?#]*(?:[/?#][^\x00-\x1f\x7f\\]*)?"
OWN = re.compile(_OWN)
"""The address of a file of the site itself, however a browser reads it."""
LINK = re.compile(
    rf"{_OWN}|(?:https?://|mailto:|tel:)[^\x00-\x20\x7f\\/][^\x00-\x1f\x7f\\]*", re.IGNORECASE
)
"""Where a link may lead. None of these runs anything."""
INSIDE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*")
"""A picture that is written into the page."""
_WINDOWS = ("", "_self", "_blank")
"""Where a link may open: here, or in a window of its own that can't reach this one."""


class Tag(NamedTuple):
    """A start tag, with the text that follows it at once."""

    name: str
    attributes: Mapping[str, str]
    text: str = ""

    @property
    def hands_over_its_window(self) -> bool:
        """Whether the page behind a link could lead this one elsewhere, or take another frame's place."""
        opener = "opener" in self.attributes.get("rel", "").lower().split()
        return opener or self.attributes.get("target", "").lower() not in _WINDOWS


@dataclass(slots=True)
class ParsedPage:
    """The tags of a page in their order, and what a browser would read otherwise, in words."""

    tags: list[Tag] = field(default_factory=list)
    misread: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may stand in a page: elements with attributes of their own, and attributes on any of them."""

    elements: Mapping[str, Collection[str]]
    everywhere: Collection[str]
    starts: tuple[str, ...] = ("aria-",)
    """How the names of further attributes begin."""

    def has(self, tag: Tag, attribute: str) -> bool:
        """Tell whether this tag may have an attribute of this name."""
        known = attribute in self.everywhere or attribute in self.elements[tag.name]
        return known or attribute.startswith(self.starts)


def read_markup(html: str) -> ParsedPage:
    """Read a whole page."""
    markup, nested, opened = ParsedPage(), list[tuple[str, int]](), list[str]()
    for token in tokenize(html):
        if token.type is TokenType.START_TAG:
            markup.tags.append(Tag(token.tag or "", dict(token.attrs or ())))
            _open(token, nested, opened)
            if len(opened) > _DEEPEST:
                markup.misread.append(_TOO_DEEP)
                return markup
        elif token.type is TokenType.END_TAG and token.tag != _IMPLIED:
            if not opened or opened.pop() != token.tag:
                markup.misread.append(_MOVED.format(token.tag))
                return markup
        elif token.type is TokenType.PROCESSING_INSTRUCTION:
            markup.misread.append(_OTHERWISE.format("<?"))
        elif token.type is TokenType.TEXT and opened and opened[-1] in _RAW:
            markup.tags[-1] = markup.tags[-1]._replace(text=token.data or "")
    markup.misread += [_MOVED.format(name) for name in opened[-1:]]
    markup.misread += _find_misread(html, nested)
    return markup


def read_words(html: str) -> ParsedPage:
    """Read what stands in the body of a page."""
    markup = read_markup(_AROUND.format(html))
    return ParsedPage(markup.tags[4:], markup.misread)


def _open(token: Token, nested: list[tuple[str, int]], opened: list[str]) -> None:
    """Note how deep a tag stands, taken as it is written."""
    name = token.tag or ""
    if name != _IMPLIED:
        nested.append((name, len(opened)))
        if name not in VOID and not (token.self_closing and "svg" in opened):
            opened.append(name)


def _find_misread(html: str, nested: list[tuple[str, int]]) -> Iterator[str]:
    page = parse(html, scripting=True, allow_declarative_shadow_roots=False)
    for error in page.errors:
        if not error.code.endswith("character-reference"):  # a letter, whichever
            kind = "comment" if "comment" in error.code else error.code
            yield _MISREAD.get(kind, _OTHERWISE.format(error.code))
    tree = list[tuple[str, int]]()
    _note_tree(page, 0, tree)
    if tree != nested:
        pairs = zip([*nested, _END], [*tree, _END], strict=False)
        yield _MOVED.format(
            next(written[0] or read[0] for written, read in pairs if written != read)
        )


def _note_tree(node: Node, depth: int, tree: list[tuple[str, int]]) -> None:
    """Note each element with how deep it stands, those inside a <template> too."""
    for child in node.children:
        if isinstance(child, Element) and child.tag != _IMPLIED:
            tree.append((child.tag, depth))
            _note_tree(child, depth + 1, tree)
        elif not isinstance(child, Text):
            _note_tree(child, depth, tree)

"""The places on a page that a link can name, where the page's text alone tells them."""

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

from markdown import Markdown
from mkdocs.utils.yaml import yaml_load

from macros.slots import FOLDER
from publish.brand.check.keys import UPSTREAM_FILE

_QUIET = {
    "centre",
    "claim",
    "evidence",
    "phase_head",
    "phase_plays",
    "phase_way",
    "play_head",
    "play_message",
    "play_tools",
    "rule",
    "slot",
}
"""What a page calls that adds no place to it, but those in slots."""
_FIGURE = re.compile(r"""\{\{ *figure\(["']([^"']+)["']\) *\}\}""")
_CARD = r'<i id="\1"></i>'
"""A figure stands on a page as a card that has its id."""
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BRACES = re.compile(r"\{\{-?\s*(\w*).*?\}\}", re.DOTALL)
_TELLS_LESS = re.compile(r"\{[%#]|<!-- material/|^#+ .*\{\{", re.MULTILINE)
"""What makes places whose names are known only once the page is built."""
_NAME = re.compile(r'<[^>]*?\s(?:id|name)="([^"]+)"')


def list_anchors(root: Path, page: Path) -> Collection[str] | None:
    """Return the names of a page's places, and of those in the centre's slots, any of which may stand on it.

    None where they can't be known before the page is built.
    """
    convert = make_markdown(root)
    names: set[str] = set()
    for file in (page, *(root / FOLDER).rglob("*.md")):
        text = _FIGURE.sub(_CARD, _FRONT.sub("", file.read_text(encoding="utf-8")))
        if _TELLS_LESS.search(text) or not set(_BRACES.findall(text)) <= _QUIET:
            return None
        names.update(_NAME.findall(convert.convert(_BRACES.sub("", text))))
    return names


def make_markdown(root: Path) -> Markdown:
    """Return what makes HTML of a page as the site's own does, ready for the next page."""
    return _make_markdown((root / UPSTREAM_FILE).read_text(encoding="utf-8")).reset()


def drop_markdown() -> None:
    """Let go of what makes HTML, where an error stopped it midway: the next text would be read as part of that one."""
    _make_markdown.cache_clear()


@cache
def _make_markdown(config: str) -> Markdown:
    extensions = yaml_load(config)["markdown_extensions"]
    return Markdown(extensions=list(extensions), extension_configs=extensions)

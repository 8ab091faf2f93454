"""A Markdown extension: our pages in the spelling of a career centre's country.

`publish.brand` switches it on in a copy that has a spelling. The centre's own pages stay as they
are typed, and so do anchors, since those are made before.
"""

from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

from playbook.spelling import read_spelling

OWN_WORDS = "<!-- the centre's own words -->"
"""Marks a page whose words are the centre's own."""
_LAST = -100


class SpelledPages(Extension):
    """Puts the spelling to a page and to its table of contents."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Come after everything else that makes the page."""
        md.postprocessors.register(_Respeller(md), "spelling", _LAST)


class _Respeller(Postprocessor):
    def run(self, text: str) -> str:
        if OWN_WORDS in text:
            return text
        for entry in getattr(self.md, "toc_tokens", ()):
            _respell_entry(entry)
        return read_spelling().respell_html(text)


def _respell_entry(entry: dict[str, Any]) -> None:
    spelling = read_spelling()
    entry["name"] = spelling.respell(entry["name"])
    entry["html"] = spelling.respell_html(entry["html"])
    for child in entry["children"]:
        _respell_entry(child)


def makeExtension() -> SpelledPages:  # noqa: N802 - the name that Markdown calls
    """The extension, for Markdown."""
    return SpelledPages()

"""A Markdown extension: our pages in the spelling of a career centre's country.

`publish.brand` switches it on, with its words, in a copy that has a spelling. The centre's own pages stay as they
are typed, and so do anchors, since those are made before.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from playbook.spelling import Spelling

OWN_WORDS = "<!-- the centre's own words -->"
"""Marks a page whose words are the centre's own."""
_LAST = -100


class SpelledPages(Extension):
    """Puts the spelling to a page and to its table of contents. `words` is what to write for a word, by the word."""

    def __init__(self, **settings: Any) -> None:
        self.config = {"words": [{}, "what to write for a word, by the word"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Come after everything else that makes the page."""
        respeller = _Respeller(md, Spelling(self.getConfig("words")))
        md.treeprocessors.register(_Waiter(md, respeller), "spelling", _LAST)
        md.postprocessors.register(respeller, "spelling", _LAST)


class _Respeller(Postprocessor):
    """Respells a page after its anchors are set, so that addresses don't change with the spelling."""

    has_anchors = False

    def __init__(self, md: Markdown, spelling: Spelling) -> None:
        super().__init__(md)
        self._spelling = spelling

    def run(self, text: str) -> str:
        if not self.has_anchors or OWN_WORDS in text:
            return text
        spelled = self._spelling.respell_html(text)
        if spelled != text:
            for entry in getattr(self.md, "toc_tokens", ()):
                _respell_entry(entry, self._spelling)
        return spelled


class _Waiter(Treeprocessor):
    """Marks the moment at which all anchors of a page are set."""

    def __init__(self, md: Markdown, respeller: _Respeller) -> None:
        super().__init__(md)
        self._respeller = respeller

    def run(self, root: Element) -> None:  # noqa: ARG002 - the signature that Markdown calls
        self._respeller.has_anchors = True


def _respell_entry(entry: dict[str, Any], spelling: Spelling) -> None:
    entry["name"] = spelling.respell(entry["name"])
    entry["html"] = spelling.respell_html(entry["html"])
    for child in entry["children"]:
        _respell_entry(child, spelling)


def makeExtension(**settings: Any) -> SpelledPages:  # noqa: N802 - the name that Markdown calls
    """Return the extension, for Markdown."""
    return SpelledPages(**settings)

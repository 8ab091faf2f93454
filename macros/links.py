"""The links in a page's Markdown that lead to other pages of docs/."""

import posixpath
import re

from macros.guide import Guide

PAGE_LINK = re.compile(r"\]\((?!https?:|mailto:|tel:|#)([^)\s#]+)\.md(#[^)\s]*)?(?=[)\s])")
"""The page, as a file without `.md`, and the heading in it that a link leads to."""


def lead_to_own(markdown: str, source: str, guide: Guide) -> str:
    """Return the page at `source` with its links to plays of ours leading to those that the centre has instead.

    `source` is the page's file from the top of docs/. The headings of a play of the centre's own aren't
    ours, so such a link leads to its top.
    """
    folder = posixpath.dirname(source)
    files = {play.file: guide.instead_of(play) for play in guide.left_out}

    def lead(link: re.Match[str]) -> str:
        own = files.get(posixpath.normpath(posixpath.join(folder, f"{link[1]}.md")))
        return f"]({posixpath.relpath(own.file, folder)}" if own else link[0]

    return PAGE_LINK.sub(lead, markdown)

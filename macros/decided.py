"""Marks on the numbers that a career centre decided, and a note below them with what upstream says.

A sentence that quotes such a rule carries a mark. Where a section of the page has one, a note ends
the section's own words, so that it is seen beside the number, and on paper too.
"""

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from macros.rules import ToolRule
from macros.view import render

_MARK = re.compile(r'<span class="pb-decided" data-rule="([a-z0-9-]+)">(.*?)</span>')
_FENCE = re.compile(r"\s*(```|~~~)")
_HEADING = re.compile(r"#{1,6} ")
_BLOCK = re.compile(r"</?(?!span\b)[a-z]")
"""HTML that begins a line: what isn't a section's own words."""


def mark_decided(rule: ToolRule, words: str) -> str:
    """Wrap the words that quote a rule in a marker where a centre decided its number; `add_notes` finds it."""
    if not rule.rule.decision:
        return words
    return f'<span class="pb-decided" data-rule="{rule.id}">{words}</span>'


def unmark(text: str) -> str:
    """Return the text without marks, for the guide as data."""
    return _MARK.sub(r"\2", text)


def add_notes(markdown: str, rules: Mapping[str, ToolRule], here: str) -> str:
    """Return the page at `here` with a note below each section in which a marked number stands."""
    if not _MARK.search(markdown):
        return markdown
    lines: list[str] = []
    marked: dict[str, None] = {}
    for line, ends in _lines(markdown):
        if marked and ends:
            lines += ["", _note(marked, rules, here), ""]
            marked.clear()
        lines.append(line)
        marked.update(dict.fromkeys(id for id, _ in _MARK.findall(line)))
    if marked:
        lines += ["", _note(marked, rules, here)]
    return "\n".join(lines)


def _lines(markdown: str) -> Iterator[tuple[str, bool]]:
    """Yield each line of a page, and whether a section ends before it."""
    in_code = False
    for line in markdown.split("\n"):
        ends = not in_code and bool(_HEADING.match(line) or _BLOCK.match(line))
        in_code ^= bool(_FENCE.match(line))
        yield line, ends


def _note(marked: Mapping[str, None], rules: Mapping[str, ToolRule], here: str) -> Markup:
    return render("decided_note", here, rules=[rules[id] for id in marked])

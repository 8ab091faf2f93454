"""The rows of a spreadsheet's text: which sign separates its cells, and what can't be taken apart.

The standard library's csv isn't used: where a quotation mark isn't closed it takes all rows after it for one cell (of
the four lines 'a,b', '"x,1', 'y,2', 'z,3' it makes two rows), or in its strict mode it stops there.
Here the other rows open, and the damaged one is named.
"""

import re
from collections.abc import Iterator, Sequence

SEPARATORS = (",", ";", "\t", "|")
_ENDS = {each: re.compile(rf"[{re.escape(each)}\r\n]") for each in SEPARATORS}
"""What ends a cell without quotation marks."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTE = '"'
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would compute."""
_AS_TEXT = "'"
"""What stands before such a cell, so that it stays text."""


def split_rows(text: str, separator: str) -> Iterator[list[str] | None]:
    """Yield the cells of each row; None for a line whose quotation marks don't fit, after which the next one begins."""
    at = 0
    while at < len(text):
        cells, end_at = _row(text, at, separator)
        yield cells
        end = _LINE_END.search(text, at if cells is None else end_at)
        at = end.end() if end else len(text)


def _row(text: str, at: int, separator: str) -> tuple[list[str] | None, int]:
    """Return the cells of the row that begins here, and the place after them; None where quotation marks don't fit."""
    cells: list[str] = []
    while True:
        at = _after_blanks(text, at)
        is_quoted = text.startswith(_QUOTE, at)
        cell, at = _quoted(text, at) if is_quoted else _plain(text, at, separator)
        more = text.startswith(separator, at)
        if cell is None or not (more or at == len(text) or text[at] in "\r\n"):
            return None, at
        cells.append(cell)
        if not more:
            return cells, at
        at += 1


def _quoted(text: str, at: int) -> tuple[str | None, int]:
    """Return what stands in quotation marks here, and the place after it; None where they aren't closed."""
    end = text.find(_QUOTE, at + 1)
    while end >= 0 and text.startswith(_QUOTE, end + 1):
        end = text.find(_QUOTE, end + 2)
    if end < 0:
        return None, at
    return text[at + 1 : end].replace(_QUOTE * 2, _QUOTE), _after_blanks(text, end + 1)


def _plain(text: str, at: int, separator: str) -> tuple[str, int]:
    end = _ENDS[separator].search(text, at)
    place = end.start() if end else len(text)
    return text[at:place], place


def _after_blanks(text: str, at: int) -> int:
    while text.startswith(" ", at):
        at += 1
    return at


def join_rows(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as text that spreadsheets open: with a byte order mark, cells in quotation marks, and no formula."""
    lines = [",".join(f"{_QUOTE}{_safe(cell)}{_QUOTE}" for cell in row) for row in rows]
    return "\ufeff" + "".join(f"{line}\r\n" for line in lines)


def _safe(cell: str) -> str:
    return defused(cell).replace(_QUOTE, _QUOTE * 2)


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet computes: one that would be a formula gets an apostrophe before it."""
    return _AS_TEXT + cell if _would_compute(cell) else cell


def as_text(cell: str) -> str:
    """Return what a cell says, without the apostrophe of `defused`."""
    text = cell.strip()
    return text[1:] if text.startswith(_AS_TEXT) and _would_compute(text[1:]) else text


def _would_compute(cell: str) -> bool:
    return cell.lstrip(_AS_TEXT).startswith(_FORMULA)

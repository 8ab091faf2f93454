"""The rows of a spreadsheet's text: which sign separates its cells, and what can't be taken apart."""

import csv
from collections.abc import Iterator
from io import StringIO

SEPARATORS = (",", ";", "\t", "|")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would compute."""
_AS_TEXT = "'"
"""What stands before such a cell, so that it stays text."""


class _Lines:
    """The lines of a text, from whichever one is next."""

    def __init__(self, text: str) -> None:
        self.all = list(StringIO(text, newline=""))
        self.next = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self.next == len(self.all):
            raise StopIteration
        self.next += 1
        return self.all[self.next - 1]


def split_rows(text: str, separator: str) -> Iterator[list[str] | None]:
    """Yield the cells of each row; None for a line whose quotation marks don't fit, after which the next one begins."""
    lines = _Lines(text)
    rows = _reader(lines, separator)
    while lines.next < len(lines.all):
        begun = lines.next
        try:
            yield next(rows)
        except csv.Error:
            lines.next = begun + 1
            rows = _reader(lines, separator)
            yield None
        except StopIteration:
            return


def _reader(lines: _Lines, separator: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=separator, skipinitialspace=True, strict=True)


def join_rows(rows: list[list[str]]) -> str:
    """Return rows as text that spreadsheets open: with a byte order mark, cells in quotation marks, and no formula."""
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerows([[defused(cell) for cell in row] for row in rows])
    return f"\ufeff{text.getvalue()}"


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet computes: one that would be a formula gets an apostrophe before it."""
    return _AS_TEXT + cell if _would_compute(cell) else cell


def as_text(cell: str) -> str:
    """Return what a cell says, without the apostrophe of `defused`."""
    text = cell.strip()
    return text[1:] if text.startswith(_AS_TEXT) and _would_compute(text[1:]) else text


def _would_compute(cell: str) -> bool:
    return cell.lstrip(_AS_TEXT).startswith(_FORMULA)

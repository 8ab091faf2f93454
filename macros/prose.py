"""A page's Markdown as a writer sees it: which lines are prose, and what they say without the markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

_LIST_MARK = re.compile(r"^\s*(?:(?:[-*+]|\d+\.|>|:|\[\^\w+\]:)\s+)+")
_MARKUP = re.compile(r"^\s*(?:<|!!!|\?\?\?|===|\{\{.*\}\}$|\{[:.#%]|\[[^\]^]+\]: |\*\[)")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_MACRO = re.compile(r"\{\{.*?\}\}")
_ATTRIBUTES = re.compile(r"\{:?\s*[.#][^}]*\}")
_CODE = re.compile(r"`[^`]*`")
# An apostrophe inside a word neither opens nor ends what is said.
_SPEECH = re.compile(r"(?<!\w)'(?:[^']|(?<=\w)'(?=\w))+?([.?!…]?)'(?!\w)")
_WORD = re.compile(r"[\w'’-]*\w")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that an editor would mark, and where."""

    file: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class LineKind(Enum):
    """What a line of a page is."""

    FRONT = "front matter"
    HEADING = "heading"
    PROSE = "prose"
    TABLE = "table"
    MARKUP = "markup"
    CODE = "code"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; `number` counts from 1 at the top of the file."""

    number: int
    text: str
    kind: LineKind

    @property
    def plain(self) -> str:
        """What the line says: no list mark, no link targets, `x` for code and for what a macro writes."""
        text = _MACRO.sub("x", _CODE.sub("x", self.text))
        text = _ATTRIBUTES.sub("", _LINK.sub(r"\1", text))
        return _LIST_MARK.sub("", text).strip()

    @property
    def unspoken(self) -> str:
        """What the line says in our own voice: a stand-in for words to say, with their last mark."""
        return _SPEECH.sub(r"'Speech\1'", self.plain)

    @property
    def words(self) -> int:
        """How many words a reader meets in the line."""
        return len(_WORD.findall(self.plain))

    @property
    def begins(self) -> bool:
        """Whether the line opens a list item, a quote or a definition, and so continues nothing."""
        return _LIST_MARK.match(self.text) is not None


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a page in order."""
    rows = text.splitlines()
    kinds = list(_read_kinds(rows))
    return tuple(
        Line(at, row, kind) for at, (row, kind) in enumerate(zip(rows, kinds, strict=True), 1)
    )


def _read_kinds(rows: list[str]) -> Iterator[LineKind]:
    front, code = rows[:1] == ["---"], False
    for at, row in enumerate(rows):
        if front:
            yield LineKind.FRONT
            front = at == 0 or row != "---"
        elif _FENCE.match(row):
            yield LineKind.CODE
            code = not code
        else:
            yield LineKind.CODE if code else _read_kind(row)


def _read_kind(row: str) -> LineKind:
    if not row.strip():
        return LineKind.BLANK
    if row.startswith("#"):
        return LineKind.HEADING
    if row.lstrip().startswith("|"):
        return LineKind.TABLE
    return LineKind.MARKUP if _MARKUP.match(row) else LineKind.PROSE

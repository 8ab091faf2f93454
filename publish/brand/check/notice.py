"""Whether somebody filled in what our privacy notice leaves open, before a copy publishes it."""

import re
from collections.abc import Iterator
from pathlib import Path

from publish.brand.check.complaints import Complaint
from publish.brand.check.local import LOCAL

NOTICE = "docs/about/privacy-notice.md"
_TEXT = re.compile(r"^```markdown\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
_BLANK = re.compile(r"\[[^\[\]]+\]")
_SHOWN = 40
"""Letters of a blank that a message shows."""


def find_blanks(root: Path) -> Iterator[Complaint]:
    """Yield each blank of our notice that still stands in a page of the centre's."""
    text = _TEXT.search((root / NOTICE).read_text(encoding="utf-8"))
    blanks = _BLANK.findall(text["text"]) if text else []
    for file in sorted((root / LOCAL).rglob("*.md")):
        place = file.relative_to(root).as_posix()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            yield from (_complain(place, number, blank) for blank in blanks if blank in line)


def _complain(place: str, line: int, blank: str) -> Complaint:
    shown = blank if len(blank) <= _SHOWN else f"{blank[:_SHOWN].rstrip()} …]"
    message = f"'{shown}' waits to be filled in: put your own words there, or delete it"
    return Complaint(place, line, message)

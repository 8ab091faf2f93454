"""Which release this is: the changelog's first heading says it, for every place that shows it.

    ## 0.2.0 (2027-02-01)             the release of that day
    ## 0.2.0 (not yet published)      on the way to it

A copy has our changelog as we left it, so it says the same, however the copy came by it.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.view import in_words
from playbook.errors import ContentError

CHANGELOG = "CHANGELOG.md"
UNPUBLISHED = "not yet published"
_HEADING = re.compile(r"^## +(?P<number>\S+) +\((?P<when>[^)]*)\) *$", re.MULTILINE)
_NUMBER = re.compile(r"\d+\.\d+\.\d+")
_FORM = f"begin the newest part with '## 1.2.3 (2027-02-01)' or '## 1.2.3 ({UNPUBLISHED})'"


@dataclass(frozen=True, slots=True)
class Release:
    """A release by its number; `published_on` is None while the work on it goes on."""

    number: str
    published_on: date | None

    def say(self, built_for: date) -> str:
        """Say in a sentence what a site is that was built from the state of the day `built_for`."""
        if self.published_on:
            return f"Release {self.number} of {in_words(self.published_on)}."
        day = in_words(built_for)
        return f"Edition of {day}, on the way to release {self.number}."


def read_release(root: Path) -> Release:
    """Return the release that the changelog in this folder is about. Raises ContentError for another form."""
    file = root / CHANGELOG
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    heading = _HEADING.search(text)
    first = re.search(r"^## .*$", text, re.MULTILINE)
    if (
        not heading
        or not first
        or heading[0] != first[0]
        or not _NUMBER.fullmatch(heading["number"])
    ):
        raise ContentError(f"{CHANGELOG}: {_FORM}")
    return Release(heading["number"], _read_day(heading["when"]))


def _read_day(words: str) -> date | None:
    if words == UNPUBLISHED:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ContentError(f"{CHANGELOG}: '{words}' is no day; {_FORM}") from None

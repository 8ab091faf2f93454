"""Sentences about when, each with the day that is right, and what becomes of one that is read."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playbook.business_days import Calendar
from playbook.calendars import OFFICE_WEEKS
from playbook.own import own
from playbook.promises import Promise, Reading

VERDICTS = ("right", "asked", "not understood", "wrong")
"""The last one is a day that isn't the one expected, and nothing asked."""
TABLES = Path("tests/playbook/promises_said")
NO_DATE = frozenset({"ask", "no date", "OPEN", "UNCLEAR", "ASK"})
_ASKS = frozenset({Reading.AMBIGUOUS, Reading.PAST, Reading.NO_SUCH_DAY})


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence, when and about which office it was said, and the last day it promises.

    `right` is a day, a range of days ("2026-12-04..2026-12-11"), or what is expected instead of one;
    "2026-12-04 or ask" is both.
    """

    words: str
    said_on: date
    calendar: Calendar
    month_first: bool | None
    right: str
    family: str = ""
    heard: str = ""


def judge(case: JudgedSentence, promise: Promise) -> str:
    """Return right, asked, not understood or wrong."""
    right, _, or_ask = case.right.partition(" or ")
    if promise.reading is not Reading.DATED:
        if or_ask or right in NO_DATE or right.startswith(str(promise.reading)):
            return "right"
        return "asked" if promise.reading in _ASKS else "not understood"
    if not right[0].isdigit():
        return "wrong"
    first, _, last = right.partition("..")
    return "right" if first <= str(promise.last_on) <= (last or first) else "wrong"


def exact_cases() -> Iterator[JudgedSentence]:
    """Yield the table with whole stretches."""
    for name, section in tomllib.loads((TABLES / "stretches.toml").read_text("utf-8")).items():
        calendar = Calendar(weekend=OFFICE_WEEKS[section["week"]])
        for words, right in section["reads"].items():
            last = right.split("/")[-1] if right[0].isdigit() else right
            yield JudgedSentence(
                words, section["said_on"], calendar, section.get("month_first"), last, name
            )


def sentence_cases(table_name: str = "sentences.toml") -> Iterator[JudgedSentence]:
    """Yield a table of whole sentences, with last days."""
    table = tomllib.loads((TABLES / table_name).read_text("utf-8"))
    for name, section in table.items():
        country, _, region = section["office"].partition("-")
        calendar = own().calendars.read(country, region)
        for words, right in section["reads"].items():
            yield JudgedSentence(
                words,
                section["said_on"],
                calendar,
                own().calendars.month_first(country),
                right,
                name,
            )


def shared_cases(file: Path) -> Iterator[JudgedSentence]:
    """Yield a table that somebody else wrote."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            country, _, region = row["country"].partition("-")
            yield JudgedSentence(
                row["phrase"],
                date.fromisoformat(row["interview_date"]),
                own().calendars.read(country, region),
                own().calendars.month_first(country),
                row["right_last"] or "ask",
                row["family"],
                row["likelihood"],
            )


def known_cases() -> dict[str, list[JudgedSentence]]:
    """Return every table of the tests, by its file."""
    tables = {
        name: list(sentence_cases(name))
        for name in ("sentences.toml", "people.toml", "batches.toml")
    }
    return {"stretches.toml": list(exact_cases()), **tables}

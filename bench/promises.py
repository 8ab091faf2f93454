"""How well we read what people say about when: `python -m bench.promises [cases.tsv]`.

Over the tables of the tests, and over a table of somebody else's with the columns interview_date, country,
phrase, right_last, family and likelihood. Right: the last day is the one expected. Wrong: another day, and
nothing asked. It lists every case that is wrong.
"""

import csv
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from playbook.business_days import Calendar
from playbook.calendars import OFFICE_WEEKS, month_first, read_calendar
from playbook.promises import Promise, Reading, read_promise

TABLES = Path("tests/playbook/promises_said")
NO_DATE = frozenset({"ask", "no date", "OPEN", "UNCLEAR", "ASK"})
_ASKS = frozenset({Reading.AMBIGUOUS, Reading.PAST, Reading.NO_SUCH_DAY})


@dataclass(frozen=True, slots=True)
class Case:
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


def judge(case: Case, promise: Promise) -> str:
    """Right, asked, not understood or wrong."""
    right, _, or_ask = case.right.partition(" or ")
    if promise.reading is not Reading.DATED:
        if or_ask or right in NO_DATE or right.startswith(str(promise.reading)):
            return "right"
        return "asked" if promise.reading in _ASKS else "not understood"
    if not right[0].isdigit():
        return "wrong"
    first, _, last = right.partition("..")
    return "right" if first <= str(promise.last_on) <= (last or first) else "wrong"


def exact_cases() -> Iterator[Case]:
    """The table with whole stretches."""
    for name, section in tomllib.loads((TABLES / "stretches.toml").read_text("utf-8")).items():
        calendar = Calendar(weekend=OFFICE_WEEKS[section["week"]])
        for words, right in section["reads"].items():
            last = right.split("/")[-1] if right[0].isdigit() else right
            yield Case(words, section["said_on"], calendar, section.get("month_first"), last, name)


def sentence_cases(table_name: str = "sentences.toml") -> Iterator[Case]:
    """A table of whole sentences, with last days."""
    table = tomllib.loads((TABLES / table_name).read_text("utf-8"))
    for name, section in table.items():
        country, _, region = section["office"].partition("-")
        calendar = read_calendar(country, region)
        for words, right in section["reads"].items():
            yield Case(words, section["said_on"], calendar, month_first(country), right, name)


def shared_cases(file: Path) -> Iterator[Case]:
    """A table that somebody else wrote."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            country, _, region = row["country"].partition("-")
            yield Case(
                row["phrase"],
                date.fromisoformat(row["interview_date"]),
                read_calendar(country, region),
                month_first(country),
                row["right_last"] or "ask",
                row["family"],
                row["likelihood"],
            )


def measure(title: str, cases: list[Case]) -> None:
    """Read every case and print the sums, by family and by how often it's heard."""
    groups: dict[str, Counter[str]] = {}
    taken: list[float] = []
    for case in cases:
        began = time.perf_counter()
        promise = read_promise(case.words, case.said_on, case.calendar, case.month_first)
        taken.append(time.perf_counter() - began)
        verdict = judge(case, promise)
        for group in filter(None, ("all", case.heard and f"heard: {case.heard}", case.family)):
            groups.setdefault(group, Counter())[verdict] += 1
        if verdict == "wrong":
            print(
                f"  wrong: {case.said_on} {case.words!r}: {promise.last_on}, expected {case.right}"
            )
    print(f"{title}: {len(cases)} cases, {1000 * median(taken):.2f} ms at the median")
    for group, sums in groups.items():
        told = ", ".join(
            f"{name} {sums[name]}" for name in ("right", "asked", "not understood", "wrong")
        )
        print(f"  {group}: {told}")


def main() -> None:
    """Measure the tables of the tests, and each table that is named."""
    measure("stretches.toml", list(exact_cases()))
    for name in ("sentences.toml", "people.toml"):
        measure(name, list(sentence_cases(name)))
    for name in sys.argv[1:]:
        measure(name, list(shared_cases(Path(name))))


if __name__ == "__main__":
    main()

"""How well we read what people say about when: `python -m bench.promises [cases.tsv]`.

Over the tables of the tests, and over a table of somebody else's with the columns interview_date, country,
phrase, right_last, family and likelihood; then beside other libraries. Right: the last day is the one expected.
Wrong: another day, and nothing asked. It lists every case that is wrong.
"""

import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median

from bench.judged import VERDICTS, JudgedSentence, judge, known_cases, shared_cases
from bench.promises_peers import compare
from playbook.promises import read_promise


def measure(title: str, cases: list[JudgedSentence]) -> None:
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
        shares = ", ".join(f"{name} {sums[name]}" for name in VERDICTS)
        print(f"  {group}: {shares}")


def main() -> None:
    """Measure the tables of the tests and each table that is named, and compare."""
    known = known_cases()
    for name, cases in known.items():
        measure(name, cases)
    for name in sys.argv[1:]:
        measure(name, list(shared_cases(Path(name))))
    compare([case for cases in known.values() for case in cases])


if __name__ == "__main__":
    main()

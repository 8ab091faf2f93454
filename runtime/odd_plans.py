"""Plan files that nobody saved, and spreadsheets: as editors, other programs and accidents leave them."""

import json
from collections.abc import Iterator

from playbook.plan_file import DEEPEST, FORMAT, LARGEST, MOST_ENTRIES
from playbook.record import MOST_UNKNOWN

ODD_PARTS = (
    "NaN", "-Infinity", "1e400", "1e308", "-0.25", "31.5", "1.7976931348623157e308", "9" * 40, "[" * 60_000,
    f"{'[' * DEEPEST}{']' * DEEPEST}", '"\\ud800"', '"\\u0000"', "null", "{}", "[[]]",
    '{"a":' * 20_000, '1, "employer": 2', '"half', "nul", "-",
)  # fmt: skip
"""What may stand in a plan file in the place of a text."""
PLAN = f'{{"format": "{FORMAT}", "version": 1, "saved_on": "", "record": {{"employer": VALUE}}}}'


def list_odd_plans() -> Iterator[str]:
    """Yield plan files with odd values, too deep, too long, with too much in them, in another encoding."""
    yield from (PLAN.replace("VALUE", each) for each in ODD_PARTS)
    yield from (PLAN.replace("1", each) for each in ("0", "-1", "1.5", "9" * 40, '"1"', "null"))
    whole = PLAN.replace("VALUE", '"Mill"')
    yield from (
        "\ufeff" + whole,
        whole.encode("utf-16").decode("latin-1"),
        whole * 2,
        "x" * (LARGEST + 1),
    )
    for count in (1, MOST_UNKNOWN + 1, MOST_ENTRIES + 1):
        unknown = json.dumps({f"employe{number}": "é" for number in range(count)})
        yield from (
            PLAN.replace("VALUE", each)
            for each in (unknown, f"[{unknown}]", f'"", {unknown[1:-1]}')
        )


SPREADSHEETS = (
    (
        "\ufeffsep=;\r\nCompany;Position;Date;Status;Salary\r\n"
        'Mill;"Welder, ""nights""";03/04/2026;Applied;£3\r\n=cmd();;5/6/26 10:00;Rejected;\r\n'
    ),
    "My search\n\nEmployer,Job,Interview date\nA,x,25/04/2026\nB,y,03/04/2026\nC,,Tue 3-Nov-2026\nD,,April 3rd, 2026\n",
    'Job|Organisation|Stage\n"open|y\nz|"D"d\n|\n||Offer\nx|Ward|Ghosted|4\nx|Ward|Ghosted\nx|مطحنة|Withdrawn\n',
    "Employer\tDay\nA\tsoon\nA\t2026-02-30\n\t2026-11-20\n" + "B\t2026-11-20\n" * 9,
    "one,two\n1,2\n",
    "Employer,Job\n" + "A,b\n" * 501,
    "Employer,Job\n" + "\n" * 10_001,
)
"""Spreadsheets that people keep, with what can't be read in them."""

"""Other libraries on the same sentences: `python -m bench.promises_peers`.

It needs `pip install dateparser parsedatetime recurrent ctparse`.
They're made for other ends, and none asks back: what counts here is the last day that a sentence promises.
A peer that finds no date has asked nothing either; it's counted as not understood.
"""

import logging
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time
from importlib import import_module
from typing import Any

from bench.promises import Case, exact_cases, judge, sentence_cases
from playbook.promises import Promise, Reading, read_promise

type Peer = Callable[[Case], date | None]


def dateparser(case: Case) -> date | None:
    """The last date that its search finds."""
    settings = {"RELATIVE_BASE": _midday(case), "PREFER_DATES_FROM": "future"}
    order = {"DATE_ORDER": "MDY" if case.month_first else "DMY"}
    search = import_module("dateparser.search").search_dates
    found = search(case.words, languages=["en"], settings=settings | order) or []
    return max((on.date() for _, on in found), default=None)


def parsedatetime(case: Case) -> date | None:
    """The last date that its `nlp` finds."""
    found = import_module("parsedatetime").Calendar().nlp(case.words, _midday(case)) or []
    return max((each[0].date() for each in found), default=None)


def recurrent(case: Case) -> date | None:
    """The date of a single event."""
    found = import_module("recurrent").RecurringEvent(now_date=_midday(case)).parse(case.words)
    return found.date() if isinstance(found, datetime) else None


def ctparse(case: Case) -> date | None:
    """The end of what it resolves."""
    found: Any = import_module("ctparse").ctparse(case.words, ts=_midday(case), timeout=1)
    resolved = found and found.resolution
    end = getattr(resolved, "t_to", None) or resolved
    return (
        end.dt.date()
        if getattr(end, "isDate", False) or getattr(end, "isDateTime", False)
        else None
    )


PEERS: tuple[Peer, ...] = (dateparser, parsedatetime, recurrent, ctparse)


def _midday(case: Case) -> datetime:
    return datetime.combine(case.said_on, time(12))


def ask(peer: Peer, case: Case) -> Promise:
    """A peer's answer as ours: dated, or not understood, also where it fails."""
    try:
        on = peer(case)
    except Exception:  # noqa: BLE001  # whatever a peer raises, it has no answer
        on = None
    return Promise(case.words, Reading.DATED if on else Reading.UNCLEAR, on, on)


def main() -> None:
    """Print one row for each library."""
    warnings.simplefilter("ignore")
    logging.disable()
    cases = [*exact_cases(), *sentence_cases()]
    print(f"{len(cases)} sentences: right, asked, not understood, wrong without a word")
    for peer in PEERS:
        _row(peer.__name__, [judge(case, ask(peer, case)) for case in cases])
    ours = [
        judge(each, read_promise(each.words, each.said_on, each.calendar, each.month_first))
        for each in cases
    ]
    _row("this project", ours)


def _row(name: str, verdicts: list[str]) -> None:
    sums = Counter(verdicts)
    print(
        f"{name:15}", *(f"{sums[each]:6}" for each in ("right", "asked", "not understood", "wrong"))
    )


if __name__ == "__main__":
    main()

"""Other libraries on the same sentences, side by side with ours; `python -m bench.promises` prints the table.

It needs `pip install dateparser parsedatetime recurrent ctparse` and `npm install --no-save chrono-node
@microsoft/recognizers-text-date-time`; one that isn't there is left out. They're made for other ends, and
none asks back: what counts here is the last day that a sentence promises. A peer that finds no date has asked
nothing either; it's counted as not understood.
"""

import json
import logging
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.judged import VERDICTS, JudgedSentence, judge
from playbook.promises import Promise, Reading, read_promise
from runtime.node import run_script

type Peer = Callable[[JudgedSentence], date | None]


def dateparser(case: JudgedSentence) -> date | None:
    """Return the last date that its search finds."""
    settings = {"RELATIVE_BASE": _midday(case), "PREFER_DATES_FROM": "future"}
    order = {"DATE_ORDER": "MDY" if case.month_first else "DMY"}
    search = import_module("dateparser.search").search_dates
    parsed = search(case.words, languages=["en"], settings=settings | order) or []
    return max((on.date() for _, on in parsed), default=None)


def parsedatetime(case: JudgedSentence) -> date | None:
    """Return the last date that its `nlp` finds."""
    parsed = import_module("parsedatetime").Calendar().nlp(case.words, _midday(case)) or []
    return max((each[0].date() for each in parsed), default=None)


def recurrent(case: JudgedSentence) -> date | None:
    """Return the date of a single event."""
    parsed = import_module("recurrent").RecurringEvent(now_date=_midday(case)).parse(case.words)
    return parsed.date() if isinstance(parsed, datetime) else None


def ctparse(case: JudgedSentence) -> date | None:
    """Return the end of what it resolves."""
    parsed: Any = import_module("ctparse").ctparse(case.words, ts=_midday(case), timeout=1)
    resolved = parsed and parsed.resolution
    end = getattr(resolved, "t_to", None) or resolved
    return (
        end.dt.date()
        if getattr(end, "isDate", False) or getattr(end, "isDateTime", False)
        else None
    )


PEERS: tuple[Peer, ...] = (dateparser, parsedatetime, recurrent, ctparse)
SCRIPT = Path(__file__).with_name("promises_peers.mjs")


def _midday(case: JudgedSentence) -> datetime:
    return datetime.combine(case.said_on, time(12))


def ask(peer: Peer, case: JudgedSentence) -> Promise:
    """Return a peer's answer as ours: dated, or not understood, also where it fails."""
    try:
        on = peer(case)
    except Exception:  # noqa: BLE001  # whatever a peer raises, it has no answer
        on = None
    return _as_promise(case, on)


def _as_promise(case: JudgedSentence, on: date | None) -> Promise:
    return Promise(case.words, Reading.DATED if on else Reading.UNCLEAR, on, on)


def compare(cases: list[JudgedSentence]) -> None:
    """Print one row for each library that is there, and ours."""
    warnings.simplefilter("ignore")
    logging.disable()
    print(f"{len(cases)} sentences: {', '.join(VERDICTS)}")
    for name, promises in _answers(cases):
        sums = Counter(map(judge, cases, promises))
        print(f"  {name:17}", *(f"{sums[each]:6}" for each in VERDICTS))


def _answers(cases: list[JudgedSentence]) -> Iterator[tuple[str, list[Promise]]]:
    yield (
        "this project",
        [read_promise(each.words, each.said_on, each.calendar, each.month_first) for each in cases],
    )
    for peer in PEERS:
        if find_spec(peer.__name__):
            yield peer.__name__, [ask(peer, case) for case in cases]
    yield from _answers_in_javascript(cases)


def _answers_in_javascript(cases: list[JudgedSentence]) -> Iterator[tuple[str, list[Promise]]]:
    sentences = [
        {"words": each.words, "said_on": str(each.said_on), "month_first": bool(each.month_first)}
        for each in cases
    ]
    try:
        answer = run_script(SCRIPT, given=json.dumps(sentences))
    except SystemExit as missing:
        print(f"  {missing}")
        return
    for name, days in json.loads(answer).items():
        parsed = (date.fromisoformat(on) if on else None for on in days)
        yield name, [_as_promise(case, on) for case, on in zip(cases, parsed, strict=True)]

"""All the phrases that name a time, in the order in which they are tried."""

import re
from functools import cache

from playbook.promises import dates, durations, festivals, periods, weekdays
from playbook.promises.found import Reader

_ROWS = (
    *weekdays.BESIDE,
    *periods.BEFORE,
    *durations.ROWS,
    *dates.ROWS,
    *festivals.ROWS,
    *weekdays.IN_WEEK,
    *periods.ROWS,
    *weekdays.ROWS,
    *periods.WEEK_OF,
)


@cache
def phrases() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Pattern and reader of each phrase, compiled when the first promise is read."""
    return tuple(
        (re.compile(rf"(?<![a-z0-9])(?:{body})(?!(?!ish\b)[a-z0-9])", re.ASCII), reader)
        for body, reader in _ROWS
    )

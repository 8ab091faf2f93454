"""Closing Playbook: rules for the end of a job interview and everything after it.

Five functions answer what the tools of the site answer, as values instead of pages: `add_business_days`,
`read_promise`, `plan_follow_up`, `fill_note` and `build_closing_statement`. Each is a pure function: no clock is
read, no network asked, nothing written.

>>> from datetime import date
>>> from playbook import add_business_days, read_calendar, read_promise
>>> england = read_calendar("GB", "ENG")
>>> add_business_days(date(2026, 12, 24), 2, england)
datetime.date(2026, 12, 30)
>>> promise = read_promise("by the end of next week", date(2026, 11, 20), england)
>>> promise.first_on, promise.last_on
(datetime.date(2026, 11, 20), datetime.date(2026, 11, 27))
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playbook.api import (
        Calendar,
        Interview,
        MissingData,
        NoOpenDayError,
        Note,
        Office,
        Plan,
        Promise,
        RecordError,
        Round,
        Statement,
        add_business_days,
        build_closing_statement,
        fill_note,
        plan_follow_up,
        read_calendar,
        read_promise,
        read_record,
    )

__all__ = [
    "Calendar",
    "Interview",
    "MissingData",
    "NoOpenDayError",
    "Note",
    "Office",
    "Plan",
    "Promise",
    "RecordError",
    "Round",
    "Statement",
    "add_business_days",
    "build_closing_statement",
    "fill_note",
    "plan_follow_up",
    "read_calendar",
    "read_promise",
    "read_record",
]


def __getattr__(name: str) -> Any:
    """Return a public name from `playbook.api`, which is loaded with the first of them: a page needs one tool only."""
    if name in __all__:
        from playbook import api  # noqa: PLC0415  # see above: only who asks for it loads it

        return getattr(api, name)
    raise AttributeError(f"module 'playbook' has no attribute '{name}'")

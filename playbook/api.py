"""The rules for Python programs: typed values go in, typed values come out.

`playbook` itself offers everything here: `from playbook import read_promise`.
For the words, pages and files that the tools make of these values, ask `playbook.boundary.run`.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Any

from playbook.business_days import Calendar, NoOpenDayError, add_business_days
from playbook.checks import check, is_needed
from playbook.errors import MissingData, Problem, Problems
from playbook.interview import Interview, Office, Round
from playbook.messages import messages
from playbook.office import calendar_of
from playbook.own import own
from playbook.plan.model import Plan
from playbook.promises import Promise, read_promise
from playbook.record import read_interview
from playbook.record_keys import with_values
from playbook.rulebook import Rulebook
from playbook.tool import Request
from playbook.tools import get_tool
from playbook.tools.closing_statement.model import Statement
from playbook.tools.notes.compose import Notes
from playbook.tools.notes.model import Note

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


class RecordError(ValueError):
    """A record can't be used as it is. `errors` has a sentence for each field, by its path ("events.0.on")."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{path}: {text}" for path, text in errors.items()))
        self.errors = MappingProxyType(dict(errors))


def read_calendar(country: str, region: str = "") -> Calendar:
    """Return the working days of a country, or of one of its regions.

    Args:
        country: two letters (ISO 3166-1), such as "GB"; "" for Monday to Friday without holidays.
        region: the country's own code for it (ISO 3166-2), such as "SCT"; "" for the country as a whole.

    Raises:
        RecordError: we have no calendar of this country, or it has no such region.
        MissingData: the calendars aren't built yet; `make` does that.

    >>> read_calendar("GB", "SCT").closure(date(2026, 11, 30)).name
    "Saint Andrew's Day"
    """
    rulebook = own()
    asked = _without_mistakes(Interview(office=Office(country, region)), date.min, rulebook)
    return calendar_of(asked.office, rulebook.calendars)


def read_record(record: Mapping[str, Any]) -> Interview:
    """Return a record as the page saves it, the `record` of a plan file, as an `Interview`.

    Dates and times in it are text ("2026-11-20", "18:30").

    Raises:
        RecordError: a field has another name, or its value another type or form.

    >>> read_record({"ended_on": "2026-11-20", "interviewers": [{"name": "Dana"}]}).round.ended_on
    datetime.date(2026, 11, 20)
    """
    interview, problems = read_interview(record)
    _raise(problems, own())
    return interview


def plan_follow_up(interview: Interview, today: date, rulebook: Rulebook | None = None) -> Plan:
    """Return the follow-up plan as it stands today: each step with its dates, and the contact budget.

    Args:
        interview: what is known of the interview; `ended_on` is needed.
        today: the candidate's own date; no clock is read.
        rulebook: whose numbers count; this copy's own, unless you name another (see `playbook.rulebook`).

    Raises:
        RecordError: a field holds something that can't be, or `ended_on` is empty.
        MissingData: the calendar of `country` isn't there.
        NoOpenDayError: the office never opens again, by what `closures` and `office_week` say.

    >>> interview = Interview(
    ...     round=Round(ended_on=date(2026, 11, 20), promise="by Friday"),
    ...     office=Office(country="GB"),
    ... )
    >>> plan = plan_follow_up(interview, today=date(2026, 11, 21))
    >>> check_in = next(step for step in plan.steps if step.id == "check-in-1")
    >>> check_in.earliest_on, check_in.due_on
    (datetime.date(2026, 12, 1), datetime.date(2026, 12, 7))
    >>> plan.next_step.id
    'thank-you-email'
    """
    plan: Plan = _compute("timeline", interview, today, rulebook or own())
    return plan


def fill_note(
    kind: str, interview: Interview, today: date, rulebook: Rulebook | None = None
) -> tuple[Note, ...]:
    """Return the notes of one kind, one for each person who gets it; none while there is nothing to write from.

    A note has a `text`, a `letter` with its `subject`, what is still missing as `gaps`, and what to look at again
    as `findings`. It is `sendable` once nothing is missing.

    Args:
        kind: its id, such as "thank-you-email" or "decline"; "" for every kind that fits today.
        interview: what is known of the interview; one without `ended_on` was today.
        today: the candidate's own date; no clock is read.
        rulebook: whose words and numbers count; this copy's own, unless you name another.

    Raises:
        RecordError: there is no such kind (the message lists them), or a field holds something that can't be.
        MissingData: the calendar of `country` isn't there.
        NoOpenDayError: the office never opens again, by what `closures` and `office_week` say.

    >>> from playbook.interview import Interviewer, Me
    >>> talk = Interview(
    ...     round=Round(
    ...         ended_on=date(2026, 11, 20),
    ...         interviewers=(Interviewer(name="Dana Whitfield"),),
    ...         highlights="how you hand over between shifts",
    ...     ),
    ...     me=Me(name="Sam Reyes"),
    ... )
    >>> [note] = fill_note("thank-you-email", talk, today=date(2026, 11, 20))
    >>> note.sendable
    True
    >>> note.recipient.name, note.text.splitlines()[-1]
    ('Dana Whitfield', 'Sam Reyes')
    """
    asked = with_values(interview, {"note_kind": kind})
    notes: Notes | None = _compute("notes", asked, today, rulebook or own())
    return notes.notes if notes else ()


def build_closing_statement(interview: Interview, rulebook: Rulebook | None = None) -> Statement:
    """Return what to say at the end of the interview, in parts of some sentences each, with their time.

    `seconds` is how long it takes at the reader's pace, `limit` the rule that says how long it may take, and
    `verdict` is "empty", "room", "tight" or "long". A part for which nothing was typed has no sentences.

    Args:
        interview: `needs`, `proofs`, `learned`, `draws` and `sure` are what it is made of.
        rulebook: whose numbers count; this copy's own, unless you name another.

    Raises:
        RecordError: a field holds something that can't be.

    >>> from playbook.interview import StatementWords, Proof
    >>> typed = StatementWords(
    ...     needs="somebody who can train new starters",
    ...     proofs=(Proof(did="trained six new starters", result="all six stayed"),),
    ... )
    >>> statement = build_closing_statement(Interview(statement=typed))
    >>> statement.verdict, statement.limit.value
    ('room', 90)
    """
    statement: Statement = _compute("closing_statement", interview, date.max, rulebook or own())
    return statement


def _compute(tool: str, interview: Interview, today: date, rulebook: Rulebook) -> Any:
    """Return what this tool computes of an interview in which nothing is wrong, at the start of the day in UTC."""
    usable = _without_mistakes(interview, today, rulebook)
    if is_needed(get_tool(tool).fields(rulebook), usable, {}):
        _raise({"ended_on": Problem("needed", {})}, rulebook)
    moment = datetime.combine(today, time(), UTC)
    return get_tool(tool).compute(Request(usable, today, moment), rulebook)


def _without_mistakes(interview: Interview, today: date, rulebook: Rulebook) -> Interview:
    """Return the interview as the tools take it. Raises RecordError where something in it can't be."""
    problems: Problems = {}
    usable = check(interview, today, problems, rulebook)
    _raise(problems, rulebook)
    return usable


def _raise(problems: Problems, rulebook: Rulebook) -> None:
    if problems:
        raise RecordError(messages(problems, rulebook))

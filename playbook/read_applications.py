"""Reading the applications of a record, each with the day at its office: the one at hand, and every one of them.

What is wrong with one of them concerns no other one.
"""

from dataclasses import dataclass, replace
from datetime import date

from playbook.applications import OTHERS, at_hand, every, others, own_days, with_keys
from playbook.checks import check
from playbook.errors import Problems
from playbook.fields import Field
from playbook.interview import Interview
from playbook.memory import REQUESTS, remembered, remembered_for_each
from playbook.messages import messages
from playbook.office_day import When, asks_zone, day_counted, day_there
from playbook.plan_file import DEEPEST
from playbook.record import read_interview
from playbook.rulebook import Rulebook
from playbook.strict_json import read_json, write_json
from playbook.tool import Application, Record


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record as an interview, what is wrong with it, and the day from which it's counted."""

    interview: Interview
    problems: Problems
    today: date


def read_at_hand(
    record: object, when: When, fields: tuple[Field, ...], rulebook: Rulebook
) -> ReadRecord:
    """Read the application at hand, and the day at their office.

    Only a tool that asks for the office's time zone counts by that day.
    """
    text = write_json(_take_at_hand(record))
    there = when.today
    if asks_zone(fields):
        there = day_there(_parse(text)[0], when, rulebook.calendars)
    interview, problems = _check(text, max(when.today, there), rulebook)
    return ReadRecord(interview, problems, day_counted(interview, when.today, there))


def _take_at_hand(record: object) -> object:
    """Return the application at hand with the reader's own days away; what isn't a record stays as it is."""
    return {**at_hand(record), **own_days(record)} if isinstance(record, dict) else record


def has_damaged_others(record: object) -> bool:
    """Return whether something among the other applications of a record isn't one."""
    rows = record.get(OTHERS, []) if isinstance(record, dict) else []
    return not isinstance(rows, list) or len(others({OTHERS: rows})) < len(rows)


def read_applications(
    record: object, when: When, fields: tuple[Field, ...], rulebook: Rulebook
) -> tuple[Application, ...]:
    """Read every application of a record."""
    keyed = with_keys(every(record)) if isinstance(record, dict) else {}
    days = own_days(record) if isinstance(record, dict) else {}
    here = next(
        (key for key, each in keyed.items() if {**each, **days} == _take_at_hand(record)), None
    )
    counted = when if asks_zone(fields) else When(when.today)
    applications = (
        _read_application(key, each, days, counted, rulebook) for key, each in keyed.items()
    )
    return tuple(replace(each, is_at_hand=each.key == here) for each in applications)


def _read_application(
    key: str, record: Record, days: Record, when: When, rulebook: Rulebook
) -> Application:
    """Read one of several applications, with the reader's own days away."""
    text = write_json({**record, **days})
    there = day_there(_parse_among_others(key, text), when, rulebook.calendars)
    interview, problems = _check_among_others(key, text, max(when.today, there), rulebook)
    today = day_counted(interview, when.today, there)
    return Application(key, record, interview, today, problems)


@remembered(REQUESTS)
def _parse(record: str) -> tuple[Interview, Problems]:
    return read_interview(read_json(record, DEEPEST))


@remembered_for_each
def _parse_among_others(_: str, record: str) -> Interview:
    return read_interview(read_json(record, DEEPEST))[0]


@remembered_for_each
def _check_among_others(
    _: str, record: str, latest: date, rulebook: Rulebook
) -> tuple[Interview, tuple[str, ...]]:
    """Parse and check one of several applications: with what is wrong with it as sentences."""
    interview, problems = _check(record, latest, rulebook)
    return interview, tuple(messages(problems, rulebook).values())


@remembered(REQUESTS)
def _check(record: str, latest: date, rulebook: Rulebook) -> tuple[Interview, Problems]:
    """Parse and check a record, given as JSON. Cached: the next request has this record as its previous one."""
    interview, parsed = _parse(record)
    problems = dict(parsed)
    return check(interview, latest, problems, rulebook), problems

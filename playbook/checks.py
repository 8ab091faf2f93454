"""What is wrong with a record that reads well field by field: choices, addresses, clashing dates."""

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cache
from typing import Any, cast

from playbook.address import find_addresses
from playbook.calendars import Calendars
from playbook.errors import Problem, Problems
from playbook.fields import Field
from playbook.interview import (
    Event,
    Interview,
    Interviewer,
    OwnClosure,
    Promised,
)
from playbook.memory import remembered
from playbook.office import promise_of
from playbook.promises import Reading
from playbook.record_keys import value_of, with_values
from playbook.rulebook import Rulebook

LONGEST_CLOSURE = timedelta(days=366)
"""A works shutdown is shorter than a year; anything longer is a slip in the year."""


def check(interview: Interview, today: date, problems: Problems, rulebook: Rulebook) -> Interview:
    """Return the interview without what can't be used, which is noted in `problems` by field path."""
    interview = _with_known_values(interview, _checked(rulebook).values(), problems, rulebook)
    checks = {
        "interviewers": _interviewer,
        "promised": _promised,
        "closures": _closure,
        "events": _event(interview, today),
    }
    rows = {
        name: _each(value_of(interview, name), name, check_row, problems)
        for name, check_row in checks.items()
    }
    interview = with_values(interview, rows)
    calendars = rulebook.calendars
    interview = _with_country(_with_promise_date(interview, problems), problems, calendars)
    return _with_promise(interview, problems, calendars)


def is_needed(fields: tuple[Field, ...], interview: Interview, problems: Problems) -> bool:
    """Return whether a required field is empty; noted in `problems` once the reader has begun with another."""
    empty = [each.id for each in fields if each.required and not value_of(interview, each.id)]
    begun = any(
        value_of(interview, each.id) for each in fields if each.kind not in ("hidden", "plans")
    )
    for name in empty if begun else ():
        problems.setdefault(name, Problem("needed", {}))
    return bool(empty)


def _with_known_values[T](
    table: T, known: Iterable[Field], problems: Problems, rulebook: Rulebook, path: str = ""
) -> T:
    """Return the table without choices that don't exist and addresses that aren't one, rows included."""
    changes: dict[str, Any] = {}
    for field in known:
        value = value_of(table, field.id)
        where = f"{path}{field.id}"
        if field.kind == "list":
            rows, row_problems = _rows_with_known_values(value, field.id, rulebook)
            problems |= {f"{where}.{key}": problem for key, problem in row_problems.items()}
            if rows is not value:
                changes[field.id] = rows
        elif field.kind == "email" and value:
            usable, problem = _address(value)
            if problem:
                problems[where] = problem
            if usable != value:
                changes[field.id] = usable
        elif problem := _value_problem(field, value):
            problems[where] = problem
            changes[field.id] = ""
    return with_values(table, changes) if changes else table


@remembered()
def _rows_with_known_values(
    rows: tuple[Any, ...], name: str, rulebook: Rulebook
) -> tuple[tuple[Any, ...], Problems]:
    """Check the rows of a list field: the usable rows, and their problems by row and field.

    Returns the very same tuple where nothing is wrong, so that caches on it hold.
    """
    problems: Problems = {}
    known = _checked(rulebook)[name].fields
    read = tuple(
        _with_known_values(row, known, problems, rulebook, f"{at}.") for at, row in enumerate(rows)
    )
    return (rows if read == rows else read), problems


@cache
def _checked(rulebook: Rulebook) -> Mapping[str, Field]:
    """Return the fields whose values are checked (choices, addresses, numbers) by id, their rows' fields too."""
    known = _that_can_be_wrong(rulebook.fields.values())
    return {each.id: replace(each, fields=_that_can_be_wrong(each.fields)) for each in known}


def _that_can_be_wrong(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple(
        field for field in fields if field.choices or field.kind in ("list", "email", "number")
    )


def _value_problem(field: Field, value: Any) -> Problem | None:
    if not value:
        return None
    if field.choices and value not in {choice.value for choice in field.choices}:
        known = ", ".join(choice.value for choice in field.choices if choice.value)
        return Problem("not-a-choice", {"found": value, "known": known})
    if field.kind == "number" and not re.fullmatch(r"[0-9]{1,6}", value):
        return Problem("not-a-number", {"found": value})
    return None


def _address(value: str) -> tuple[str, Problem | None]:
    """Return the one address in what was typed or pasted, else the problem with it."""
    addresses = find_addresses(value)
    if len(addresses) == 1:
        return addresses[0], None
    return "", Problem("several-emails" if addresses else "not-an-email", {"found": value})


def _each(rows: tuple[Any, ...], name: str, check_row: Any, problems: Problems) -> tuple[Any, ...]:
    checked = []
    for at, row in enumerate(rows):
        row_problems: dict[str, Problem] = {}
        checked.append(
            row if row == _empty(cast(Hashable, type(row))) else check_row(row, row_problems)
        )
        for key, problem in row_problems.items():
            problems.setdefault(f"{name}.{at}.{key}", problem)
    return tuple(checked)


@cache
def _empty(kind: Hashable) -> Any:
    """Return a row of this kind in which nothing is typed."""
    return cast(Any, kind)()


def _interviewer(person: Interviewer, row_problems: Problems) -> Interviewer:
    if not person.name:
        row_problems["name"] = Problem("no-name", {})
    return person


def _promised(thing: Promised, row_problems: Problems) -> Promised:
    if not thing.what:
        row_problems["what"] = Problem("no-what", {})
    return thing


def _closure(closure: OwnClosure, row_problems: Problems) -> OwnClosure:
    if closure.first_on is None:
        row_problems["first_on"] = Problem("no-day", {})
    elif closure.last_on and closure.last_on < closure.first_on:
        facts = {"found": closure.last_on, "first_on": closure.first_on}
        row_problems["last_on"] = Problem("ends-before-it-starts", facts)
        return replace(closure, last_on=None)
    elif closure.last_on and closure.last_on - closure.first_on > LONGEST_CLOSURE:
        row_problems["last_on"] = Problem("closed-too-long", {"first_on": closure.first_on})
        return replace(closure, last_on=None)
    return closure


def _event(interview: Interview, today: date) -> Any:
    ended_on = interview.round.ended_on

    def check_row(event: Event, row_problems: Problems) -> Event:
        if not event.kind:
            row_problems["kind"] = Problem("no-kind", {})
        if event.on is None:
            row_problems["on"] = Problem("no-day", {})
            return event
        if ended_on and event.on < ended_on:
            row_problems["on"] = Problem(
                "before-the-interview", {"found": event.on, "ended_on": ended_on}
            )
            return replace(event, on=None)
        if event.on > today:
            row_problems["on"] = Problem("still-ahead", {"found": event.on, "today": today})
            return replace(event, on=None)
        if event.by_on and event.by_on < event.on:
            row_problems["by_on"] = Problem(
                "decision-before-offer", {"found": event.by_on, "on": event.on}
            )
            return replace(event, by_on=None)
        return event

    return check_row


def _with_promise_date(interview: Interview, problems: Problems) -> Interview:
    if not interview.round.ended_on or not interview.round.promise_on:
        return interview
    if interview.round.promise_on >= interview.round.ended_on:
        return interview
    facts = {"found": interview.round.promise_on, "ended_on": interview.round.ended_on}
    problems["promise_on"] = Problem("before-the-interview", facts)
    return with_values(interview, {"promise_on": None})


def _with_promise(interview: Interview, problems: Problems, calendars: Calendars) -> Interview:
    """Note a promise that names a day before the interview. The words themselves stay in the interview."""
    if (
        interview.round.ended_on is None
        or interview.round.promise_on
        or not interview.round.promise
    ):
        return interview
    promise = promise_of(interview, interview.round.promise, interview.round.ended_on, calendars)
    if promise.reading is Reading.PAST and promise.last_on is not None:
        facts = {
            "found": promise.words,
            "date": promise.last_on,
            "ended_on": interview.round.ended_on,
        }
        problems["promise"] = Problem("promise-before-the-interview", facts)
    return interview


def _with_zone(interview: Interview, problems: Problems, calendars: Calendars) -> Interview:
    chosen = interview.office.zone
    known = calendars.zones(interview.office.country).zones if chosen else ()
    if not chosen or any(chosen in zone.ids for zone in known):
        return interview
    problems["office_zone"] = Problem("unknown-zone", {"found": chosen})
    return with_values(interview, {"office_zone": ""})


def _with_country(interview: Interview, problems: Problems, calendars: Calendars) -> Interview:
    if not interview.office.country:
        return with_values(interview, {"region": "", "office_zone": ""})
    country = next(
        (each for each in calendars.countries if each.code == interview.office.country), None
    )
    if country is None:
        problems["country"] = Problem("unknown-country", {"found": interview.office.country})
        return with_values(interview, {"country": "", "region": "", "office_zone": ""})
    interview = _with_zone(interview, problems, calendars)
    if interview.office.region and interview.office.region not in {
        code for code, _ in country.regions
    }:
        near = get_close_matches(
            interview.office.region, [code for code, _ in country.regions], n=1
        )
        problems["region"] = Problem(
            "unknown-region", {"found": interview.office.region, "near": near}
        )
        return with_values(interview, {"region": ""})
    return interview

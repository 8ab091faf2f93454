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
from playbook.interview import Interview, Office, Round
from playbook.memory import remembered
from playbook.office import promise_of
from playbook.promises import Reading
from playbook.record_keys import value_of, with_values
from playbook.record_rows import Away, Event, Interviewer, OwnClosure, Promised
from playbook.rounds import ARRANGED
from playbook.rulebook import Rulebook

LONGEST_CLOSURE = timedelta(days=366)
"""A works shutdown is shorter than a year; anything longer is a slip in the year."""
_ALSO_BEFORE = frozenset("task task-sent checks checks-sent cancelled time-agreed".split())
"""Kinds of event that also come before an interview."""


def check(interview: Interview, today: date, problems: Problems, rulebook: Rulebook) -> Interview:
    """Return the interview without what can't be used, which is noted in `problems` by field path."""
    interview = _with_known_values(interview, _checked(rulebook).values(), problems, rulebook)
    office, talk = interview.office, interview.round
    talk = replace(
        talk,
        interviewers=_each(talk.interviewers, "interviewers", _interviewer, problems),
        promised=_each(talk.promised, "promised", _promised, problems),
    )
    away = _each(interview.away, "away", _away, problems)
    office = replace(office, closures=_each(office.closures, "closures", _closure, problems))
    earlier = len(interview.earlier_rounds)
    since = interview.earlier_rounds[-1].ended_on if earlier else talk.ended_on
    events = _each(interview.events, "events", _event(since, today, earlier), problems)
    talk = _with_promise_date(talk, problems)
    office = _with_country(office, problems, rulebook.calendars)
    interview = replace(interview, office=office, round=talk, events=events, away=away)
    _note_past_promise(interview, problems, rulebook.calendars)
    return interview


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


def _away(days: Away, row_problems: Problems) -> Away:
    if not (days.weekday or days.first_on or days.last_on):
        row_problems["first_on"] = Problem("no-day", {})
    elif days.first_on and days.last_on and days.last_on < days.first_on:
        facts = {"found": days.last_on, "first_on": days.first_on}
        row_problems["last_on"] = Problem("back-before-away", facts)
        return replace(days, last_on=None)
    return days


def _event(ended_on: date | None, today: date, earlier: int) -> Any:
    """Return how an event is checked: it may not come before a day, and one of an earlier round is left out."""
    rounds = [str(number) for number in range(1, earlier + 1)]

    def check_row(event: Event, row_problems: Problems) -> Event:
        if event.round in rounds:
            return Event()
        if event.round:
            facts = {"found": event.round, "known": ", ".join(rounds) or "none"}
            row_problems["round"] = Problem("not-a-choice", facts)
        if not event.kind:
            row_problems["kind"] = Problem("no-kind", {})
        if event.on is None:
            row_problems["on"] = Problem("no-day", {})
            return event
        if ended_on and event.on < ended_on and event.kind not in _ALSO_BEFORE:
            row_problems["on"] = Problem(
                "before-the-interview", {"found": event.on, "ended_on": ended_on}
            )
            return replace(event, on=None)
        if event.on > today:
            row_problems["on"] = Problem("still-ahead", {"found": event.on, "today": today})
            return replace(event, on=None)
        if event.kind == ARRANGED and event.by_on is None:
            row_problems["by_on"] = Problem("no-day-of-round", {})
        if event.by_on and event.by_on < event.on:
            row_problems["by_on"] = Problem(
                "decision-before-offer", {"found": event.by_on, "on": event.on}
            )
            return replace(event, by_on=None)
        return event

    return check_row


def _with_promise_date(talk: Round, problems: Problems) -> Round:
    if not talk.ended_on or not talk.promise_on or talk.promise_on >= talk.ended_on:
        return talk
    facts = {"found": talk.promise_on, "ended_on": talk.ended_on}
    problems["promise_on"] = Problem("before-the-interview", facts)
    return replace(talk, promise_on=None)


def _note_past_promise(interview: Interview, problems: Problems, calendars: Calendars) -> None:
    """Note a promise that names a day before the interview. The words themselves stay in the interview."""
    talk = interview.round
    if talk.ended_on is None or talk.promise_on or not talk.promise:
        return
    promise = promise_of(interview.office, talk.promise, talk.ended_on, calendars)
    if promise.reading is Reading.PAST and promise.last_on is not None:
        facts = {"found": promise.words, "date": promise.last_on, "ended_on": talk.ended_on}
        problems["promise"] = Problem("promise-before-the-interview", facts)


def _with_zone(office: Office, problems: Problems, calendars: Calendars) -> Office:
    known = calendars.zones(office.country).zones if office.zone else ()
    if not office.zone or any(office.zone in zone.ids for zone in known):
        return office
    problems["office_zone"] = Problem("unknown-zone", {"found": office.zone})
    return replace(office, zone="")


def _with_country(office: Office, problems: Problems, calendars: Calendars) -> Office:
    if not office.country:
        return replace(office, region="", zone="")
    country = next((each for each in calendars.countries if each.code == office.country), None)
    if country is None:
        problems["country"] = Problem("unknown-country", {"found": office.country})
        return replace(office, country="", region="", zone="")
    office = _with_zone(office, problems, calendars)
    if office.region and office.region not in {code for code, _ in country.regions}:
        near = get_close_matches(office.region, [code for code, _ in country.regions], n=1)
        problems["region"] = Problem("unknown-region", {"found": office.region, "near": near})
        return replace(office, region="")
    return office

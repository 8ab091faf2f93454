"""Requests to the timeline as readers might send them: sensible ones, odd ones, and ones that make no sense."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from playbook import boundary
from playbook.checks import check
from playbook.own import own
from playbook.plan.compute import compute
from playbook.plan.model import Plan
from playbook.record import read_interview
from playbook.rulebook import Rulebook
from playbook.tool import Request

STAMP = datetime(2026, 11, 22, 5, 6, tzinfo=UTC)
KEYS = {"choices", "downloads", "errors", "html", "needs", "readings", "record", "status", "text"}

OFFICES = [
    {},
    {"country": "US"},
    {"country": "GB"},
    {"country": "GB", "region": "SCT"},
    {"country": "SA"},
    {"country": "JP"},
    {"country": "NP"},
    {"country": "DE"},
    {"country": "DE", "region": "BY"},
    {"country": "SA", "office_week": "mon-fri"},
    {"country": "GB", "office_week": "tue-sat"},
    {"office_week": "mon-thu"},
]
PROMISES = [
    "",
    "by Friday",
    "by the end of next week",
    "early next week",
    "in two weeks",
    "a couple of weeks",
    "early December",
    "end of the month",
    "Q1",
    "after the holidays",
    "the 14th",
    "by 3/12",
    "2027-01-15",
    "as soon as possible",
    "we'll be in touch",
    "when the cows come home",
]
TALK = ["", "two references", "we are still deciding", "thanks for your note", *PROMISES]
NAMES = ["Dana", "Mr Okafor", "Reem Al-Qahtani", "Nguyễn Thị Lan", "李明", "Zoë O’Hara", "म. थापा"]
KINDS = [choice.value for choice in own().fields["events"].fields[0].choices if choice.value]


type Situated = tuple[dict[str, Any], date]
"""A record, and the reader's day."""


def examples(count: int) -> settings:
    """The same examples each time, so that a test run says the same thing twice."""
    return settings(max_examples=count, deadline=None, derandomize=True)


def plan_of(record: Mapping[str, Any], today: date, rulebook: Rulebook | None = None) -> Plan:
    """The plan for a record, with what can't be used left out."""
    rulebook = rulebook or own()
    interview, problems = read_interview(record)
    request = Request(check(interview, today, problems, rulebook), today, STAMP)
    return compute(request, rulebook)


def asked(record: object, today: date, **more: object) -> dict[str, object]:
    """A whole request about this record."""
    moment = STAMP.isoformat()
    return {"record": record, "today": today.isoformat(), "stamp": moment, **more}


def answer_to(request: object, rulebook: Rulebook | None = None) -> dict[str, Any]:
    """What comes back through the one door."""
    answer: dict[str, Any] = json.loads(boundary.run("timeline", json.dumps(request), rulebook))
    return answer


def file_named(name: str, answer: Mapping[str, Any]) -> dict[str, Any]:
    """One of the files that an answer offers."""
    return next(each for each in answer["downloads"] if each["name"] == name)


def days_from(start: date, least: int, most: int) -> st.SearchStrategy[date]:
    """A day between `least` and `most` days after `start`."""
    return st.integers(least, most).map(lambda days: start + timedelta(days=days))


todays = st.dates(date(2025, 1, 1), date(2032, 12, 31))
"""Any day on which a reader might ask, also past the end of every calendar."""


@st.composite
def closures(draw: st.DrawFn, ended_on: date) -> dict[str, str]:
    """Some days on which the office is shut, around the time of the wait."""
    first_on = draw(days_from(ended_on, -3, 60))
    last_on = draw(days_from(first_on, 0, 14))
    return {"first_on": first_on.isoformat(), "last_on": last_on.isoformat(), "name": "Shutdown"}


@st.composite
def events(draw: st.DrawFn, ended_on: date, today: date) -> dict[str, str]:
    """Something that has happened since."""
    on = draw(days_from(ended_on, 0, max(0, (today - ended_on).days)))
    waiting = st.sampled_from(["check-in-sent", "check-in-sent", "called", "answered", "asked"])
    kind = draw(st.one_of(waiting, waiting, waiting, st.sampled_from(KINDS)))
    event = {"kind": kind, "on": on.isoformat()}
    if event["kind"] in ("answered", "asked", "offer"):
        event["words"] = draw(st.sampled_from(TALK))
        by_on = draw(st.none() | days_from(on, 0, 40))
        event["by_on"] = by_on.isoformat() if by_on else ""
    return event


def _waiting(draw: st.DrawFn, ended_on: date, today: date) -> dict[str, Any]:
    """What decides the dates of the check-ins."""
    promise_on = draw(st.none() | days_from(ended_on, -2, 60))
    contact_on = draw(st.none() | days_from(today, -2, 60))
    happened = draw(st.lists(events(ended_on, today), max_size=5))
    return {
        "promise": draw(st.sampled_from(PROMISES)),
        "promise_on": promise_on.isoformat() if promise_on else "",
        "follow_up": draw(st.sampled_from(["", "", "email", "phone", "either", "none"])),
        "contact_phone": draw(st.sampled_from(["", "555 0142"])),
        "contact_on": contact_on.isoformat() if contact_on else "",
        "closures": draw(st.lists(closures(ended_on), max_size=2)),
        "events": happened if ended_on <= today else [],
    }


@st.composite
def moves(draw: st.DrawFn, today: date) -> dict[str, Any]:
    """Days on which the reader is away, and steps that they put off."""
    weekday = st.sampled_from(["", "mon", "tue", "sat"])
    day = st.just("") | days_from(today, -10, 40).map(date.isoformat)
    rows = st.fixed_dictionaries({"weekday": weekday, "first_on": day, "last_on": day})
    steps = st.sampled_from(["check-in-1", "check-in-2", "phone-call", "thank-you-email"])
    until_on = days_from(today, -5, 40).map(date.isoformat)
    put_off = st.fixed_dictionaries({"step": steps, "until_on": until_on})
    return {
        "away": draw(st.just([]) | st.lists(rows, max_size=2)),
        "postponed": draw(st.just([]) | st.lists(put_off, max_size=2)),
    }


@st.composite
def records(draw: st.DrawFn, today: date) -> dict[str, Any]:
    """A record that reads well: any office, any promise, any history, an interview past or ahead."""
    ended_on = draw(days_from(today, -60, 5) | days_from(today, -220, 40))
    names = draw(st.lists(st.sampled_from(NAMES), max_size=3))
    return {
        **draw(st.sampled_from(OFFICES)),
        **_waiting(draw, ended_on, today),
        **draw(moves(today)),
        "plan_id": "a plan of its own",
        "employer": draw(st.sampled_from(["", "Maple Run Fabrication"])),
        "ended_on": ended_on.isoformat(),
        "ended_at": draw(st.sampled_from(["", "08:00", "18:30", "21:00", "23:40"])),
        "interviewers": [{"name": name} for name in names],
        "references": [{"name": name} for name in names[:1]],
        "promised": [{"what": "a certificate"}] if len(names) > 1 else [],
        "news": draw(st.sampled_from(["", "I passed the exam"])),
        "private_titles": draw(st.booleans()),
    }


@st.composite
def situations(draw: st.DrawFn) -> Situated:
    """A record, and the reader's day."""
    today = draw(todays)
    return draw(records(today)), today


texts = st.text(max_size=40) | st.sampled_from(
    ["0000-01-01", "9999-12-31", "2026-02-30", "x" * 10_000, "\u202eabc", "\x00\r\nX:1", "🙂" * 90]
)
"""What people, keyboards and clipboards put into a field."""

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
"""Any JSON value."""


@st.composite
def spoiled(draw: st.DrawFn) -> dict[str, object]:
    """A request in which some fields hold any JSON value at all."""
    record, today = draw(situations())
    names = st.sampled_from([*own().fields, "unknown", "events.0"])
    record |= draw(st.dictionaries(names, anything, max_size=4))
    around = st.sampled_from(["today", "stamp", "previous", "plan", "record"])
    return asked(record, today) | draw(st.dictionaries(around, anything, max_size=1))

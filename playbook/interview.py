"""The record that every tool reads: one interview, and what has happened since. Typed once."""

import re
import unicodedata
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date, time
from difflib import get_close_matches
from functools import cache
from typing import Any, cast, get_args, get_origin, get_type_hints

FIRST_YEAR, LAST_YEAR = 2000, 2099
"""The years a date may lie in: wide enough for any job search, narrow enough to catch a slip of the keys."""
MOST_ROWS = 50
"""Entries in one list: more than any interview has."""
SHORT, LONG = 300, 5000
"""Characters in a line of text, and in a text of several lines."""

LONG_TEXTS = frozenset(
    {
        "said",
        "highlights",
        "missed",
        "went_well",
        "went_badly",
        "practise",
        "benefits",
        "requirements",
    }
    | {"text", "made_from"}
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the record that can't be used as typed: a message's id and the facts it names."""

    message: str
    facts: Mapping[str, Any]


Problems = dict[str, Problem]


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Somebody the reader met, and what this person said."""

    name: str = ""
    title: str = ""
    email: str = ""
    said: str = ""
    greet: str = ""


@dataclass(frozen=True, slots=True)
class OwnClosure:
    """Days on which this office is closed, both included."""

    first_on: date | None = None
    last_on: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """Something the reader promised to send."""

    what: str = ""
    by_on: date | None = None
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Somebody who may be asked about the reader."""

    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What has happened since the interview, by either side."""

    kind: str = ""
    on: date | None = None
    words: str = ""
    by_on: date | None = None


@dataclass(frozen=True, slots=True)
class InCalendar:
    """A step that the reader has put into a calendar, and the day it stood on."""

    step: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """Something the reader has done that shows they can do this job, and what came of it."""

    did: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """The way of saying a part of the closing statement that the reader has chosen."""

    part: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What the reader made of an interview, kept for the next one."""

    employer: str = ""
    on: date | None = None
    went_well: str = ""
    went_badly: str = ""
    practise: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What an employer offers, in their words. Empty means: not said yet."""

    employer: str = ""
    pay: str = ""
    benefits: str = ""
    requirements: str = ""
    start: str = ""
    place: str = ""
    leave: str = ""
    probation: str = ""
    review: str = ""
    in_writing: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something that matters to the reader in a job: how much, and how many points each offer gets for it."""

    what: str = ""
    weight: str = ""
    offer_1: str = ""
    offer_2: str = ""
    offer_3: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that would make an offer a yes."""

    what: str = ""


@dataclass(frozen=True, slots=True)
class OtherEmployer:
    """An employer who is still deciding about the reader while this one has made an offer."""

    employer: str = ""
    role: str = ""
    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The reader's own wording of a note, and the wording that it was made from."""

    key: str = ""
    text: str = ""
    made_from: str = ""


@dataclass(frozen=True, slots=True)
class Interview:
    """Everything that a reader types once. Empty means: not given."""

    plan_id: str = ""
    employer: str = ""
    role: str = ""
    country: str = ""
    region: str = ""
    office_week: str = ""
    closures: tuple[OwnClosure, ...] = ()
    interviewers: tuple[Interviewer, ...] = ()
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    ended_on: date | None = None
    ended_at: time | None = None
    format: str = ""
    promise: str = ""
    promise_on: date | None = None
    follow_up: str = ""
    promised: tuple[Promised, ...] = ()
    references: tuple[Reference, ...] = ()
    highlights: str = ""
    missed: str = ""
    news: str = ""
    events: tuple[Event, ...] = ()
    contact_on: date | None = None
    private_titles: bool = False
    in_calendar: tuple[InCalendar, ...] = ()
    needs: str = ""
    proofs: tuple[Proof, ...] = ()
    learned: str = ""
    draws: str = ""
    sure: str = ""
    statement_length: str = ""
    own_rate_seconds: str = ""
    openings: tuple[Opening, ...] = ()
    went_well: str = ""
    went_badly: str = ""
    practise: str = ""
    reviews: tuple[Review, ...] = ()
    offers: tuple[Offer, ...] = ()
    range_from: str = ""
    range_to: str = ""
    wishes: tuple[Wish, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    at_hand: str = ""
    my_name: str = ""
    my_email: str = ""
    my_phone: str = ""
    my_line: str = ""
    note_kind: str = ""
    note_tone: str = ""
    note_length: str = ""
    start_on: date | None = None
    no_reason: str = ""
    wish_reason: str = ""
    other_employers: tuple[OtherEmployer, ...] = ()
    drafts: tuple[Draft, ...] = ()


def read_interview(record: object) -> tuple[Interview, Problems]:
    """The record as an Interview, with a problem for each field that can't be used, by its path.

    What can be used is kept. A row that can't be used stays in its place, empty, so that paths keep their numbers.
    """
    if not isinstance(record, dict):
        return Interview(), {"record": Problem("not-a-record", {})}
    problems: Problems = {}
    return _read(Interview, record, "", problems), problems


def _read[T](kind: type[T], table: Mapping[str, object], path: str, problems: Problems) -> T:
    hints = _hints(cast(Hashable, kind))
    for key in table:
        if key not in hints:
            near = get_close_matches(str(key), hints, n=1)
            facts = {"found": str(key)[:SHORT], "near": near[0] if near else ""}
            problems[f"{path}{str(key)[:SHORT]}"] = Problem("unknown-field", facts)
    read = {}
    for name, hint in hints.items():
        found = _value(hint, name, table.get(name), f"{path}{name}", problems)
        if found is not None:
            read[name] = found
    return kind(**read)


@cache
def _hints(kind: Hashable) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _value(hint: Any, name: str, value: object, path: str, problems: Problems) -> object:
    """The value as `hint` wants it; None where it is empty or a problem was noted."""
    if value is None or value == "":
        return None
    if get_origin(hint) is tuple:
        return _rows(get_args(hint)[0], value, path, problems)
    if hint is bool:
        if isinstance(value, bool):
            return value
        problems[path] = Problem("not-yes-no", {})
        return None
    if not isinstance(value, str):
        problems[path] = Problem("not-text", {})
        return None
    text = _clean(value, LONG if name in LONG_TEXTS else SHORT, path, problems)
    if hint is str or not text:
        return text or None
    return _time(text, path, problems) if time in get_args(hint) else _date(text, path, problems)


def _rows(kind: Any, value: object, path: str, problems: Problems) -> tuple[object, ...] | None:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        problems[path] = Problem("not-a-list", {})
        return None
    if len(value) > MOST_ROWS:
        problems[path] = Problem("too-many", {"found": len(value), "most": MOST_ROWS})
    return tuple(
        _read(kind, row, f"{path}.{at}.", problems) for at, row in enumerate(value[:MOST_ROWS])
    )


def _clean(value: str, most: int, path: str, problems: Problems) -> str | None:
    """The text without characters that can't be seen but change what is seen: controls and bidi overrides."""
    value = value if most == LONG else re.sub(r"[\r\n\t]+", " ", value)
    text = value
    if not value.replace("\n", "").isprintable():
        text = "".join(each for each in value if not _is_invisible(each))
    if len(text) < len(value):
        problems[path] = Problem("invisible", {"found": len(value) - len(text)})
    text = unicodedata.normalize("NFC", text).strip()
    if len(text) > most:
        problems[path] = Problem("too-long", {"found": f"{len(text):,}", "most": f"{most:,}"})
        return None
    return text


def _is_invisible(character: str) -> bool:
    if character in "\n\t\r":
        return False
    bidi_control = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    return bidi_control or unicodedata.category(character) in ("Cc", "Cs", "Co", "Zl", "Zp")


def _date(text: str, path: str, problems: Problems) -> date | None:
    parts = re.fullmatch(r"([0-9]{1,6})-([0-9]{2})-([0-9]{2})", text)
    if parts is None:
        problems[path] = Problem("not-a-date", {"found": text[:40]})
        return None
    year, month, day = (int(part) for part in parts.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        facts = {"found": year, "first": FIRST_YEAR, "last": LAST_YEAR}
        problems[path] = Problem("year-out-of-range", facts)
        return None
    try:
        return date(year, month, day)
    except ValueError:
        problems[path] = Problem("no-such-day", {"found": text})
        return None


def _time(text: str, path: str, problems: Problems) -> time | None:
    parts = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(:[0-5][0-9])?", text)
    if parts is None:
        problems[path] = Problem("not-a-time", {"found": text[:40]})
        return None
    return time(int(parts[1]), int(parts[2]))

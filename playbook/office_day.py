"""What day it is at their office: a plan counts from it, and the answer says so where it isn't the reader's own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from markupsafe import escape

from playbook.calendars import Calendars
from playbook.calendars.zones import Zone
from playbook.errors import Problem
from playbook.fields import Field
from playbook.interview import Interview
from playbook.messages import message
from playbook.record import FIRST_YEAR, LAST_YEAR
from playbook.rulebook import Rulebook
from playbook.tool import Page

_A_DAY = timedelta(days=1)
"""How far apart two dates can be that it is at one moment."""


@dataclass(frozen=True, slots=True)
class When:
    """The reader's date, the moment (UTC), and the date at the office where the request gives it; None: not given."""

    today: date
    moment: datetime | None = None
    there: date | None = None


def read_when(asked: Mapping[str, Any], today: date, stamp: datetime) -> When | None:
    """Parse a request's moment; None where its `today_there` can't be the date there on the reader's `today`."""
    if "today_there" not in asked:
        return When(today, None if asked.get("stamp") is None else stamp)
    there = read_date(asked["today_there"])
    return When(today, there=there) if there and abs(there - today) <= _A_DAY else None


def read_date(text: object) -> date | None:
    """Return the date that a text in ISO is, in the years of a record; None for anything else."""
    try:
        day = date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    if day is None or day.isoformat() != text or not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    return day


def asks_zone(fields: tuple[Field, ...]) -> bool:
    """Return whether a form with these fields asks for the office's time zone: only then its date counts."""
    return any(field.id == "office_zone" for field in fields)


def day_there(typed: Interview, when: When, calendars: Calendars) -> date:
    """Return the date at the office of a record as it was typed.

    It is the reader's own where nobody can tell: no country is known, its zones differ and none is chosen, or the
    moment isn't one of the reader's day. Raises MissingData where the country's calendar isn't in place yet.
    """
    if when.there or when.moment is None:
        return when.there or when.today
    if typed.office.country not in {each.code for each in calendars.countries}:
        return when.today
    zones = calendars.zones(typed.office.country).at(typed.office.region, typed.office.zone)
    days = {zone.day_at(when.moment) for zone in zones}
    there = days.pop() if len(days) == 1 else when.today
    return there if abs(there - when.today) <= _A_DAY else when.today


def day_counted(interview: Interview, today: date, there: date) -> date:
    """Return the day from which a plan counts: theirs, but never one before what the reader says has happened."""
    happened = [interview.round.ended_on, *(event.on for event in interview.events)]
    return max([there, *(on for on in happened if on and on <= today)])


def zones_of(interview: Interview, calendars: Calendars) -> tuple[Zone, ...]:
    """Return the time zones between which the reader has to choose for this office; none where there is only one.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    zones = calendars.zones(interview.office.country).offered(interview.office.region)
    return zones if len(zones) > 1 else ()


def headed_by_the_day(page: Page, counted: date, today: date, rulebook: Rulebook) -> Page:
    """Return the answer, headed by a line about the date there where it isn't the reader's own."""
    if counted == today or not page.text:
        return page
    kind = "already-day-there" if counted > today else "still-day-there"
    line = message(Problem(kind, {"there": counted, "today": today}), rulebook)
    html = f"<p>{escape(line)}</p>\n{page.html}"
    return replace(page, html=html, text=f"{line}\n\n{page.text}")

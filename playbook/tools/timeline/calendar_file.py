"""The timeline's calendar file: the steps to come, what of earlier files is cancelled, and what to say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid5

from playbook.ics import Entry, calendar_file, sequence_after
from playbook.interview import Interview
from playbook.memory import remembered
from playbook.plan import words
from playbook.plan.model import PlanContext
from playbook.plan_id import NAMESPACE, stand_in
from playbook.record import MOST_IN_CALENDAR, SHORT
from playbook.record_rows import InCalendar
from playbook.render import isolated, unisolated
from playbook.tool import Download, Request
from playbook.tools.timeline.earlier_files import EarlierFiles
from playbook.tools.timeline.items import ShownStep


@dataclass(frozen=True, slots=True)
class Entries:
    """What one plan puts into a calendar file: its steps to come by their ids, and what is gone of earlier files."""

    earlier: EarlierFiles
    planned: Mapping[str, Entry]
    cancelled: tuple[Entry, ...]

    @property
    def all(self) -> tuple[Entry, ...]:
        """The entries of the file."""
        return (*self.planned.values(), *self.cancelled)


def entries_of(earlier: EarlierFiles, items: Sequence[ShownStep], interview: Interview) -> Entries:
    """Return a plan's entries, whose UIDs come from its number; from what it says where it has none."""
    plan_id = interview.plan_id or stand_in(interview)
    facts = earlier.plan.context
    coming = [item for item in items if item.step.is_open and item.step.do_on]
    return Entries(
        earlier,
        {item.step.id: _planned(item, interview, plan_id, facts) for item in coming},
        tuple(_cancelled(row, earlier, plan_id) for row in earlier.cancelled),
    )


def write_calendar(request: Request, earlier: EarlierFiles, items: Sequence[ShownStep]) -> Download:
    """Return the steps to come as all-day entries; entries of earlier files that no longer hold are cancelled.

    Once the file is taken, the record remembers its entries, and the number that their UIDs come from.
    """
    entries = entries_of(earlier, items, request.interview)
    sequence = str(sequence_after(earlier.newest, request.stamp))
    plan_id = request.interview.plan_id or stand_in(request.interview)
    return Download(
        name="calendar",
        label=words.say("calendar-label", earlier.plan.context),
        filename="follow-up.ics",
        mime="text/calendar",
        text=calendar_file(entries.all, request.stamp, earlier.newest),
        remember={"plan_id": plan_id, "in_calendar": rows_after(entries, sequence)},
    )


def _planned(item: ShownStep, interview: Interview, plan_id: str, facts: PlanContext) -> Entry:
    assert item.step.do_on is not None
    if interview.calendar.private_titles:
        title, text = words.private_title(item.step, facts), ""
    else:
        title = words.full_title(item.title, interview.employer, facts)
        text = "\n".join((item.when, item.how, *item.decided))
    return Entry(
        _uid(plan_id, item.step.id),
        item.step.do_on,
        title,
        text,
        remind_at=interview.calendar.remind_at,
    )


def _cancelled(row: InCalendar, earlier: EarlierFiles, plan_id: str) -> Entry:
    assert row.on is not None
    private = earlier.plan.situation.interview.calendar.private_titles
    title = "" if private and not row.neutral else row.title
    return Entry(
        uid=_uid(plan_id, row.step),
        on=row.on,
        title=words.say(
            "calendar-done" if earlier.is_done(row) else "calendar-cancelled",
            earlier.plan.context,
            title=words.in_a_sentence(
                isolated(title) or words.private_title_of(row.step, earlier.plan.context)
            ),
        ),
        cancelled=True,
    )


def rows_after(entries: Entries, sequence: str) -> list[dict[str, Any]]:
    """Return what a record remembers once the file with this number is taken.

    Entries of earlier files that this one lacks or has otherwise come first, then this file's. Where there are too
    many, the oldest of those that have another form by now are the first to go.
    """
    earlier, today = entries.earlier, entries.earlier.plan.situation.today
    neutral = earlier.plan.situation.interview.calendar.private_titles
    these = [
        InCalendar(step, each.on, _short(each.title), neutral, taken_on=today, sequence=sequence)
        for step, each in entries.planned.items()
    ]
    known = {_entry(row) for row in (*these, *earlier.cancelled)}
    before = [row for row in earlier.rows if _entry(row) not in known]
    cancelled = [
        replace(row, cancelled=True, taken_on=today, sequence=sequence) for row in earlier.cancelled
    ]
    rows = [*before, *cancelled, *these]
    return [_as_typed(row) for row in rows[-MOST_IN_CALENDAR:]]


def _short(title: str) -> str:
    plain = unisolated(title)
    return plain if len(plain) <= SHORT else f"{plain[: SHORT - 1].rstrip()}…"


def _entry(row: InCalendar) -> tuple[object, ...]:
    return row.step, row.on, row.title, row.neutral


def _as_typed(row: InCalendar) -> dict[str, Any]:
    """Return the row as a record holds it, without what is empty."""
    typed = {
        "step": row.step,
        "on": row.on and row.on.isoformat(),
        "title": row.title,
        "neutral": row.neutral,
        "cancelled": row.cancelled,
        "taken_on": row.taken_on and row.taken_on.isoformat(),
        "sequence": row.sequence,
    }
    return {name: value for name, value in typed.items() if value}


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What to say about the file where it is taken; `entries` are those to delete. What doesn't apply is empty."""

    changed: str
    names: str
    entries_title: str
    left_over: str
    entries: tuple[str, ...]
    best: str

    @property
    def is_news(self) -> bool:
        """Whether there is anything for the reader to do."""
        return bool(self.changed or self.names or self.entries)


def calendar_words(earlier: EarlierFiles) -> CalendarWords:
    """Return what became of earlier files, and how to take this one."""
    plan, rows = earlier.plan, earlier.left_over
    employer = isolated(plan.situation.interview.employer)
    return CalendarWords(
        changed=words.say("calendar-changed", plan.context) if earlier.have_changed else "",
        names=words.say("calendar-names", plan.context, employer=employer)
        if earlier.have_names
        else "",
        entries_title=words.say("calendar-entries", plan.context, count=len(rows)) if rows else "",
        left_over=words.say("calendar-left-over", plan.context) if rows else "",
        entries=tuple(_to_delete(row, earlier) for row in rows),
        best=words.say("calendar-best", plan.context),
    )


def _to_delete(row: InCalendar, earlier: EarlierFiles) -> str:
    facts = {"on": row.on, "title": isolated(row.title), "moved_to": earlier.moved_to(row)}
    return words.say("calendar-entry", earlier.plan.context, **facts)


@remembered()
def _uid(plan_id: str, step: str) -> str:
    return str(uuid5(uuid5(NAMESPACE, plan_id), step))

"""The timeline's calendar file: the steps to come, what of earlier files is cancelled, and what to say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from playbook.ics import Entry, calendar_file, sequence_after
from playbook.interview import Interview
from playbook.memory import remembered
from playbook.plan import words
from playbook.plan.model import PlanContext
from playbook.record import MOST_IN_CALENDAR, SHORT
from playbook.record_rows import InCalendar
from playbook.render import isolated, unisolated
from playbook.tool import Download, Request
from playbook.tools.timeline.earlier_files import EarlierFiles
from playbook.tools.timeline.items import Item

NAMESPACE = UUID("6f0c3f0e-5d5e-4b52-9a40-0f6a1e3c7d21")
"""Root of every calendar UID of this project: chosen once, never changed."""


def write_calendar(request: Request, earlier: EarlierFiles, items: Sequence[Item]) -> Download:
    """Return the steps to come as all-day entries; entries of earlier files that no longer hold are cancelled.

    Once the file is taken, the record remembers its entries, and the number that their UIDs come from.
    """
    plan_id = request.interview.plan_id or _stand_in(request.interview)
    facts = earlier.plan.context
    coming = [item for item in items if item.step.is_open and item.step.do_on]
    planned = {item.step.id: _planned(item, request.interview, plan_id, facts) for item in coming}
    cancelled = [_cancelled(row, earlier, plan_id) for row in earlier.cancelled]
    return Download(
        name="calendar",
        label=words.say("calendar-label", facts),
        filename="follow-up.ics",
        mime="text/calendar",
        text=calendar_file([*planned.values(), *cancelled], request.stamp, earlier.newest),
        remember={"plan_id": plan_id, "in_calendar": _taken(request, earlier, planned)},
    )


def _planned(item: Item, interview: Interview, plan_id: str, facts: PlanContext) -> Entry:
    assert item.step.do_on is not None
    if interview.calendar.private_titles:
        title, text = words.private_title(item.step, facts), ""
    else:
        title = words.full_title(item.title, interview.employer, facts)
        text = "\n".join((item.when, item.how, *item.decided))
    return Entry(_uid(plan_id, item.step.id), item.step.do_on, title, text)


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


def _taken(
    request: Request, earlier: EarlierFiles, planned: Mapping[str, Entry]
) -> list[dict[str, Any]]:
    """Return the entries to remember: earlier files' that this one lacks or has otherwise, then this file's.

    Where there are too many, the oldest of those that have another form by now are the first to go.
    """
    sequence = str(sequence_after(earlier.newest, request.stamp))
    these = [_row(step, entry, request, sequence) for step, entry in planned.items()]
    known = {_entry(row) for row in (*these, *earlier.cancelled)}
    before = [row for row in earlier.rows if _entry(row) not in known]
    cancelled = [
        replace(row, cancelled=True, taken_on=request.today, sequence=sequence)
        for row in earlier.cancelled
    ]
    rows = [*before, *cancelled, *these]
    return [_as_typed(row) for row in rows[-MOST_IN_CALENDAR:]]


def _row(step: str, entry: Entry, request: Request, sequence: str) -> InCalendar:
    title = unisolated(entry.title)
    return InCalendar(
        step=step,
        on=entry.on,
        title=title if len(title) <= SHORT else f"{title[: SHORT - 1].rstrip()}…",
        neutral=request.interview.calendar.private_titles,
        taken_on=request.today,
        sequence=sequence,
    )


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


def _stand_in(interview: Interview) -> str:
    """Derive a plan id (UUID) for a record without one, as on the command line, from what tells interviews apart.

    Once the file is taken it stays in the record, so that an employer typed later changes no UID.
    """
    facts = [
        interview.employer,
        interview.role,
        interview.office.country,
        interview.office.region,
        str(interview.round.ended_on),
        str(interview.round.ended_at),
        interview.round.format,
        interview.contact.name,
        interview.contact.email,
        *(f"{each.name} <{each.email}>" for each in interview.round.interviewers),
    ]
    return str(uuid5(NAMESPACE, "\n".join(facts)))

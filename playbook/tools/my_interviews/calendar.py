"""One calendar file for all interviews, whose entries are those of each one's own file."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from playbook.ics import Entry, calendar_file, sequence_after
from playbook.interview import Interview
from playbook.memory import remembered_for_each
from playbook.plan import words
from playbook.plan.model import Plan
from playbook.plan_id import another_id, stand_in
from playbook.render import isolated, listed
from playbook.rulebook import Rulebook
from playbook.strict_json import write_json
from playbook.tool import Application, Download, Record, Request
from playbook.tools.my_interviews.model import Interviews, Place
from playbook.tools.my_interviews.rules import stand
from playbook.tools.timeline.calendar_file import Entries, entries_of, rows_after
from playbook.tools.timeline.earlier_files import read_earlier_files
from playbook.tools.timeline.items import item_in_words

SEARCH = "keep-searching"


@dataclass(frozen=True, slots=True)
class _Filed:
    """An application, and what it puts into the file."""

    place: Place
    plan_id: str
    entries: Entries


def write_one_calendar(interviews: Interviews, request: Request, label: str) -> Download:
    """Return the steps to come of all interviews. What no longer holds, of closed ones too, is cancelled.

    An entry has the identifier that it has in its interview's own file. Of copies of one interview, the first has
    entries; of check-ins that become one, the first, which names them all.
    """
    dated = [each for each in interviews.places if each.standing.plan and each.is_first]
    filed = _search_once(_put_together(list(_file(dated)), interviews))
    newest = max((each.entries.earlier.newest for each in filed), default=-1)
    entries = [entry for each in filed for entry in each.entries.all]
    return Download(
        name="calendar",
        label=label,
        filename="my-interviews.ics",
        mime="text/calendar",
        text=calendar_file(entries, request.stamp, newest),
        remember=_remembered(
            request.applications, filed, str(sequence_after(newest, request.stamp))
        ),
    )


def _file(places: Sequence[Place]) -> Iterator[_Filed]:
    """Yield each application with its entries, under a number that no other one has."""
    taken = {each.application.interview.plan_id for each in places}
    for place in places:
        situation = _plan(place).situation
        interview = situation.interview
        if not interview.plan_id:
            plan_id = _number_apart(interview, place.application.record, taken)
            interview = replace(interview, plan_id=plan_id)
            taken.add(plan_id)
        entries = _entries(place.application.key, interview, situation.today, situation.rulebook)
        yield _Filed(place, interview.plan_id, entries)


def _number_apart(interview: Interview, record: Record, taken: Container[str]) -> str:
    """Derive the number of an interview that has none, also beside another one that begins in just the same way."""
    plan_id = stand_in(interview)
    while plan_id in taken:
        plan_id = another_id(plan_id, write_json(record))
    return plan_id


def _plan(place: Place) -> Plan:
    assert place.standing.plan is not None
    return place.standing.plan


@remembered_for_each
def _entries(key: str, interview: Interview, today: date, rulebook: Rulebook) -> Entries:
    plan = stand(key, interview, today, rulebook).plan
    assert plan is not None
    items = [item_in_words(number, step, plan.context) for number, step in enumerate(plan.steps, 1)]
    return entries_of(read_earlier_files(plan), items, interview)


def _put_together(filed: list[_Filed], interviews: Interviews) -> list[_Filed]:
    """Return the entries with one for check-ins that become one: the first names all, the others are taken back."""
    by_key = {each.place.application.key: each for each in filed}
    for together in interviews.together:
        first, *rest = [by_key[each.application.key] for each in together.places]
        names = listed([isolated(each.application.interview.employer) for each in together.places])
        by_key[first.place.application.key] = _renamed(first, names)
        for each in rest:
            assert each.place.standing.step is not None
            by_key[each.place.application.key] = _taken_back(each, each.place.standing.step.id)
    return list(by_key.values())


def _search_once(filed: list[_Filed]) -> list[_Filed]:
    """Return the entries with the weekly look at the search in one plan: it's one search."""
    searching = sorted(each.plan_id for each in filed if SEARCH in each.entries.planned)
    return [_taken_back(each, SEARCH) if each.plan_id in searching[1:] else each for each in filed]


def _renamed(filed: _Filed, names: str) -> _Filed:
    plan, step = _plan(filed.place), filed.place.standing.step
    assert step is not None
    entry = filed.entries.planned[step.id]
    if not plan.situation.interview.calendar.private_titles:
        title = words.full_title(words.title(step, plan.context), names, plan.context)
        entry = replace(entry, title=title)
    planned = {**filed.entries.planned, step.id: entry}
    return replace(filed, entries=replace(filed.entries, planned=planned))


def _taken_back(filed: _Filed, step: str) -> _Filed:
    """Return the entries without that of a step, which is cancelled where an earlier file had it."""
    entries = filed.entries
    planned = {id: each for id, each in entries.planned.items() if id != step}
    had = any(each.step == step and not each.cancelled for each in entries.earlier.rows)
    gone = (_cancelled(entries.planned[step], filed),) if had else ()
    cancelled = (*entries.cancelled, *gone)
    return replace(filed, entries=replace(entries, planned=planned, cancelled=cancelled))


def _cancelled(entry: Entry, filed: _Filed) -> Entry:
    title = words.in_a_sentence(entry.title)
    context = _plan(filed.place).context
    return replace(
        entry, title=words.say("calendar-cancelled", context, title=title), cancelled=True
    )


def _remembered(
    applications: Iterable[Application], filed: list[_Filed], sequence: str
) -> Mapping[str, Any]:
    """Return what the record remembers once the file is taken: the entries of each application."""
    rows = {each.place.application.key: each for each in filed}
    here: Mapping[str, Any] = {}
    rest: list[Record] = []
    for application in applications:
        each = rows.get(application.key)
        news = _news(each, sequence) if each else {}
        if application.is_at_hand:
            here = news
        else:
            rest.append({**application.record, **news})
    return {**here, "applications": rest} if rest else here


def _news(filed: _Filed, sequence: str) -> Mapping[str, Any]:
    return {"plan_id": filed.plan_id, "in_calendar": rows_after(filed.entries, sequence)}

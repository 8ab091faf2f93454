"""The one door to every tool: JSON in, JSON out, the same on the page, in the build and on the command line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from typing import Any

from playbook.applications import (
    do_as_asked,
    every,
    last_removed,
    open_beside,
    others,
)
from playbook.business_days import NoOpenDayError
from playbook.calendars import Calendars
from playbook.checks import is_needed
from playbook.choices import offer_choices
from playbook.errors import MissingData, Problem, Problems
from playbook.fields import Field
from playbook.messages import message, messages
from playbook.office_day import (
    When,
    headed_by_the_day,
    read_date,
    read_when,
)
from playbook.own import own
from playbook.plan_file import DEEPEST, PlanProblem, open_plan, open_plans, save_plan
from playbook.read_applications import has_damaged_others, read_applications, read_at_hand
from playbook.readings import readings
from playbook.record import FIRST_YEAR, LAST_YEAR
from playbook.rulebook import Rulebook
from playbook.strict_json import JsonProblem, read_json, write_json
from playbook.tool import Download, Page, Record, Request, Tool
from playbook.tools import NAMES, folder_of, get_tool
from playbook.which_interview import say_which

ABOVE_A_RECORD = 2
"""What stands around a record in a request: the request, and the one before it."""


def run(tool: str, request: str, rulebook: Rulebook | None = None) -> str:
    """Return the tool's answer to a request, both JSON (see docs/about/playbook-json.md for their keys).

    It is that of this copy's own rulebook, unless another one is given.
    Never raises for anything a reader typed: what is wrong stands in `errors`, by field path.
    The same request and the same rulebook always give the same answer.
    """
    return _write(_answer(tool, request, rulebook or own()))


def _write(page: Page) -> str:
    """Return the page as JSON that can be written in UTF-8: half a surrogate pair becomes a question mark."""
    text = write_json(page, default=_list_fields, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


def _list_fields(value: Page | Download) -> dict[str, Any]:
    return {each.name: getattr(value, each.name) for each in fields(value)}


def _answer(tool: str, request: str, rulebook: Rulebook) -> Page:
    if folder_of(tool) not in NAMES:
        facts = {"found": tool, "known": ", ".join(NAMES)}
        return _refuse("tool", Problem("unknown-tool", facts), rulebook)
    try:
        asked = read_json(request, DEEPEST + ABOVE_A_RECORD)
    except JsonProblem as error:
        return _refuse("request", error.problem, rulebook)
    if not isinstance(asked, dict):
        return _refuse("request", Problem("not-a-record", {}), rulebook)
    try:
        return _run(get_tool(tool), asked, rulebook)
    except NoOpenDayError:
        return _refuse("closures", Problem("never-open", {}), rulebook)
    except MissingData as missing:
        also = _find_missing_calendars(asked, rulebook.calendars)
        return Page(needs=tuple(dict.fromkeys((missing.name, *also))))
    except PlanProblem as error:
        return _refuse("plan", error.problem, rulebook)


def _find_missing_calendars(asked: Mapping[str, Any], calendars: Calendars) -> Iterator[str]:
    """Yield the calendars that this record and the one before it need, so that they are fetched at once."""
    requests = [each for each in (asked, asked.get("previous")) if isinstance(each, dict)]
    records = [each["record"] for each in requests if isinstance(each.get("record"), dict)]
    for application in [each for record in records for each in (record, *others(record))]:
        country = application.get("country")
        try:
            if country in [each.code for each in calendars.countries]:
                calendars.read(country)
        except MissingData as missing:
            yield missing.name


def _run(tool: Tool[Any], asked: Mapping[str, Any], rulebook: Rulebook) -> Page:
    today = read_date(asked.get("today"))
    if today is None:
        return _refuse("today", Problem("no-today", {}), rulebook)
    stamp = _read_moment(asked.get("stamp"), today)
    if stamp is None:
        return _refuse("stamp", Problem("not-a-stamp", {}), rulebook)
    when = read_when(asked, today, stamp)
    if when is None:
        return _refuse("today_there", Problem("no-today-there", {}), rulebook)
    fields = tool.fields(rulebook)
    parsed = _parse(tool, asked, rulebook)
    current = read_at_hand(parsed.record, when, fields, rulebook)
    interview, problems = current.interview, dict(current.problems)
    previous = _read_previous(parsed.previous, when, stamp, fields, rulebook)
    if has_damaged_others(parsed.record):
        problems["applications"] = Problem("not-applications", {})
    applications = read_applications(parsed.record, when, fields, rulebook) if tool.several else ()
    removed = last_removed(parsed.record) if tool.several else None
    request = Request(interview, current.today, stamp, previous, applications, removed)
    page = _make_page(tool, request, problems, rulebook)
    return replace(
        headed_by_the_day(page, current.today, today, rulebook),
        downloads=(*page.downloads, _save_plan(parsed.record, today, rulebook)),
        errors={**page.errors, **messages(problems, rulebook), **parsed.refused},
        choices=offer_choices(interview, fields, rulebook.calendars),
        readings={
            **readings(fields, interview, current.today, rulebook),
            **({} if tool.several else say_which(parsed.record, rulebook)),
        },
        record=parsed.opened,
    )


@dataclass(frozen=True, slots=True)
class _Parsed:
    """The parsed parts of a request: its record, the previous request, and what was read from plan files."""

    record: object
    previous: object
    opened: Record | None = None
    refused: Mapping[str, str] = field(default_factory=dict)


def _parse(tool: Tool[Any], asked: Mapping[str, Any], rulebook: Rulebook) -> _Parsed:
    """Parse the record of a request: as it was sent, from a plan file, or gathered from several plan files."""
    record, plan, plans = asked.get("record", {}), asked.get("plan"), asked.get("plans")
    typed = record if isinstance(record, dict) else {}
    if isinstance(plan, str):
        opened = open_plan(plan)
        stays = tool.several or bool(others(typed))
        record = open_beside(typed, opened.record) if stays else opened.record
        refused = _word("applications", opened.problems, rulebook)
        return _Parsed(record, {"record": record, "today": opened.saved_on}, record, refused)
    if tool.gather and isinstance(plans, list):
        applications, wrong = open_plans(plans, every(typed) if tool.several else None)
        record = tool.gather(typed, applications)
        return _Parsed(record, asked.get("previous"), record, _refuse_files(wrong, rulebook))
    done = do_as_asked(typed)
    if done is None:
        return _Parsed(record, asked.get("previous"))
    return _Parsed(done, None, done)


def _refuse_files(wrong: Mapping[int, tuple[Problem, ...]], rulebook: Rulebook) -> dict[str, str]:
    sentences = [
        message(Problem("file", {"number": number, "said": why["plans"]}), rulebook)
        for number, problems in wrong.items()
        for why in [_word("plans", problems, rulebook)]
    ]
    return {"plans": " ".join(sentences)} if sentences else {}


def _word(path: str, problems: Iterable[Problem], rulebook: Rulebook) -> dict[str, str]:
    """Return what is wrong with one file, at this path."""
    sentences = [messages({path: each}, rulebook)[path] for each in problems]
    return {path: " ".join(sentences)} if sentences else {}


def _make_page(tool: Tool[Any], request: Request, problems: Problems, rulebook: Rulebook) -> Page:
    """Return the tool's answer, or a line about what it needs first."""
    if is_needed(tool.fields(rulebook), request.interview, problems):
        needed = messages({"ended_on": Problem("needed", {})}, rulebook)
        return Page(status=needed["ended_on"])
    return tool.answer(request, rulebook)


def _save_plan(record: object, today: date, rulebook: Rulebook) -> Download:
    text = save_plan(record if isinstance(record, dict) else {}, today)
    label = message(Problem("save-plan", {}), rulebook)
    return Download("plan", label, "plan.json", "application/json", text)


def _read_previous(
    previous: object, when: When, stamp: datetime, fields: tuple[Field, ...], rulebook: Rulebook
) -> Request | None:
    """Return the request before the last edit; None where there was none, or where it can't be read.

    The moment is that of this request: one of another day is counted from that day.
    """
    if not isinstance(previous, dict) or not isinstance(previous.get("record"), dict):
        return None
    today = read_date(previous.get("today"))
    if today is None:
        return None
    before = when if today == when.today else When(today)
    current = read_at_hand(previous["record"], before, fields, rulebook)
    return Request(current.interview, current.today, stamp)


def _refuse(path: str, problem: Problem, rulebook: Rulebook) -> Page:
    return Page(errors=messages({path: problem}, rulebook))


def _read_moment(text: object, today: date) -> datetime | None:
    """Return the moment in UTC; the start of the reader's day where none is given; None in a year out of range."""
    if text is None:
        return datetime(today.year, today.month, today.day, tzinfo=UTC)
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
        moment = moment.astimezone(UTC) if moment and moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
    return moment if moment and FIRST_YEAR <= moment.year <= LAST_YEAR else None

"""The one door to every tool: JSON in, JSON out, the same on the page, in the build and on the command line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from typing import Any

from playbook.applications import (
    OTHERS,
    at_hand,
    do_as_asked,
    every,
    last_removed,
    open_beside,
    others,
    own_days,
    with_keys,
)
from playbook.business_days import NoOpenDayError
from playbook.calendars import Calendars
from playbook.checks import check, is_needed
from playbook.errors import MissingData, Problem, Problems
from playbook.fields import Field
from playbook.interview import Interview
from playbook.memory import REQUESTS, remembered, remembered_for_each
from playbook.messages import message, messages
from playbook.office_day import (
    When,
    day_counted,
    day_there,
    headed_by_the_day,
    read_date,
    read_when,
    zones_of,
)
from playbook.own import own
from playbook.plan_file import DEEPEST, PlanProblem, open_plan, open_plans, save_plan
from playbook.readings import readings
from playbook.record import FIRST_YEAR, LAST_YEAR, read_interview
from playbook.render import capitalized, name_of_round
from playbook.rulebook import Rulebook
from playbook.strict_json import JsonProblem, read_json, write_json
from playbook.tool import Application, Download, Page, Record, Request, Tool
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
    return _json(_answer(tool, request, rulebook or own()))


def _json(page: Page) -> str:
    """Return the page as JSON that can be written in UTF-8: half a surrogate pair becomes a question mark."""
    text = write_json(page, default=_fields, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


def _fields(value: Page | Download) -> dict[str, Any]:
    return {each.name: getattr(value, each.name) for each in fields(value)}


def _answer(tool: str, request: str, rulebook: Rulebook) -> Page:
    if folder_of(tool) not in NAMES:
        facts = {"found": tool, "known": ", ".join(NAMES)}
        return _refused("tool", Problem("unknown-tool", facts), rulebook)
    try:
        asked = read_json(request, DEEPEST + ABOVE_A_RECORD)
    except JsonProblem as error:
        return _refused("request", error.problem, rulebook)
    if not isinstance(asked, dict):
        return _refused("request", Problem("not-a-record", {}), rulebook)
    try:
        return _run(get_tool(tool), asked, rulebook)
    except NoOpenDayError:
        return _refused("closures", Problem("never-open", {}), rulebook)
    except MissingData as missing:
        also = _missing_calendars(asked, rulebook.calendars)
        return Page(needs=tuple(dict.fromkeys((missing.name, *also))))
    except PlanProblem as error:
        return _refused("plan", error.problem, rulebook)


def _missing_calendars(asked: Mapping[str, Any], calendars: Calendars) -> Iterator[str]:
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
        return _refused("today", Problem("no-today", {}), rulebook)
    stamp = _moment(asked.get("stamp"), today)
    if stamp is None:
        return _refused("stamp", Problem("not-a-stamp", {}), rulebook)
    when = read_when(asked, today, stamp)
    if when is None:
        return _refused("today_there", Problem("no-today-there", {}), rulebook)
    fields = tool.fields(rulebook)
    parsed = _parse(tool, asked, rulebook)
    current = _read(_at_hand(parsed.record), when, fields, rulebook)
    interview, problems = current.interview, dict(current.problems)
    previous = _previous(parsed.previous, when, stamp, fields, rulebook)
    if _has_damaged_others(parsed.record):
        problems["applications"] = Problem("not-applications", {})
    applications = _applications(parsed.record, when, fields, rulebook) if tool.several else ()
    removed = last_removed(parsed.record) if tool.several else None
    request = Request(interview, current.today, stamp, previous, applications, removed)
    page = _page(tool, request, problems, rulebook)
    return replace(
        headed_by_the_day(page, current.today, today, rulebook),
        downloads=(*page.downloads, _plan_file(parsed.record, today, rulebook)),
        errors={**page.errors, **messages(problems, rulebook), **parsed.refused},
        choices=_choices(interview, fields, rulebook.calendars),
        readings={
            **readings(fields, interview, current.today, rulebook),
            **({} if tool.several else say_which(parsed.record, rulebook)),
        },
        record=parsed.opened,
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """A record as an interview, what is wrong with it, and the day from which it's counted."""

    interview: Interview
    problems: Problems
    today: date


def _read(record: object, when: When, fields: tuple[Field, ...], rulebook: Rulebook) -> _Read:
    """Read a record, and the day at their office: only a tool that asks for the office's time zone counts by it."""
    text = write_json(record)
    there = when.today
    if _asks_zone(fields):
        there = day_there(_typed(text)[0], when, rulebook.calendars)
    interview, problems = _checked(text, max(when.today, there), rulebook)
    return _Read(interview, problems, day_counted(interview, when.today, there))


def _asks_zone(fields: tuple[Field, ...]) -> bool:
    return any(field.id == "office_zone" for field in fields)


def _at_hand(record: object) -> object:
    return at_hand(record) | own_days(record) if isinstance(record, dict) else record


def _has_damaged_others(record: object) -> bool:
    rows = record.get(OTHERS, []) if isinstance(record, dict) else []
    return not isinstance(rows, list) or len(others({OTHERS: rows})) < len(rows)


def _applications(
    record: object, when: When, fields: tuple[Field, ...], rulebook: Rulebook
) -> tuple[Application, ...]:
    """Read every application of a record. What is wrong with one of them concerns no other one."""
    keyed = with_keys(every(record)) if isinstance(record, dict) else {}
    days = own_days(record) if isinstance(record, dict) else {}
    here = next((key for key, each in keyed.items() if each | days == _at_hand(record)), None)
    counted = when if _asks_zone(fields) else When(when.today)
    applications = (_application(key, each, days, counted, rulebook) for key, each in keyed.items())
    return tuple(replace(each, is_at_hand=each.key == here) for each in applications)


def _application(
    key: str, record: Record, days: Record, when: When, rulebook: Rulebook
) -> Application:
    """Read one of several applications, with the reader's own days away."""
    text = write_json({**record, **days})
    there = day_there(_typed_among_others(key, text), when, rulebook.calendars)
    interview, problems = _checked_among_others(key, text, max(when.today, there), rulebook)
    today = day_counted(interview, when.today, there)
    return Application(key, record, interview, today, problems)


def _choices(
    interview: Interview, fields: tuple[Field, ...], calendars: Calendars
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the choices that depend on the record: the regions and time zones of its country, its earlier rounds."""
    zones = zones_of(interview, calendars) if _asks_zone(fields) else ()
    return {
        **_choices_of_rounds(interview, fields),
        "region": calendars.regions(interview.office.country),
        "office_zone": tuple((zone.id, zone.name) for zone in zones),
    }


def _choices_of_rounds(
    interview: Interview, fields: tuple[Field, ...]
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the earlier rounds among which an event may be; none where there is the newest one alone."""
    if not any(field.id == "events" for field in fields):
        return {}
    numbers = range(1, len(interview.earlier_rounds) + 1)
    rounds = tuple((str(each), capitalized(f"the {name_of_round(each)}")) for each in numbers)
    return {f"events.{at}.round": rounds for at in range(len(interview.events))}


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
        refused = _sentences("applications", opened.problems, rulebook)
        return _Parsed(record, {"record": record, "today": opened.saved_on}, record, refused)
    if tool.gather and isinstance(plans, list):
        applications, wrong = open_plans(plans, every(typed) if tool.several else None)
        record = tool.gather(typed, applications)
        return _Parsed(record, asked.get("previous"), record, _refused_files(wrong, rulebook))
    done = do_as_asked(typed)
    if done is None:
        return _Parsed(record, asked.get("previous"))
    return _Parsed(done, None, done)


def _refused_files(wrong: Mapping[int, tuple[Problem, ...]], rulebook: Rulebook) -> dict[str, str]:
    sentences = [
        message(Problem("file", {"number": number, "said": why["plans"]}), rulebook)
        for number, problems in wrong.items()
        for why in [_sentences("plans", problems, rulebook)]
    ]
    return {"plans": " ".join(sentences)} if sentences else {}


def _sentences(path: str, problems: Iterable[Problem], rulebook: Rulebook) -> dict[str, str]:
    """Return what is wrong with one file, at this path."""
    sentences = [messages({path: each}, rulebook)[path] for each in problems]
    return {path: " ".join(sentences)} if sentences else {}


def _page(tool: Tool[Any], request: Request, problems: Problems, rulebook: Rulebook) -> Page:
    """Return the tool's answer, or a line about what it needs first."""
    if is_needed(tool.fields(rulebook), request.interview, problems):
        needed = messages({"ended_on": Problem("needed", {})}, rulebook)
        return Page(status=needed["ended_on"])
    return tool.answer(request, rulebook)


def _plan_file(record: object, today: date, rulebook: Rulebook) -> Download:
    text = save_plan(record if isinstance(record, dict) else {}, today)
    label = message(Problem("save-plan", {}), rulebook)
    return Download("plan", label, "plan.json", "application/json", text)


@remembered(REQUESTS)
def _typed(record: str) -> tuple[Interview, Problems]:
    return read_interview(read_json(record, DEEPEST))


@remembered_for_each
def _typed_among_others(_: str, record: str) -> Interview:
    return read_interview(read_json(record, DEEPEST))[0]


@remembered_for_each
def _checked_among_others(
    _: str, record: str, latest: date, rulebook: Rulebook
) -> tuple[Interview, tuple[str, ...]]:
    """Parse and check one of several applications: with what is wrong with it as sentences."""
    interview, problems = _checked(record, latest, rulebook)
    return interview, tuple(messages(problems, rulebook).values())


@remembered(REQUESTS)
def _checked(record: str, latest: date, rulebook: Rulebook) -> tuple[Interview, Problems]:
    """Parse and check a record, given as JSON. Cached: the next request has this record as its previous one."""
    interview, parsed = _typed(record)
    problems = dict(parsed)
    return check(interview, latest, problems, rulebook), problems


def _previous(
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
    current = _read(_at_hand(previous["record"]), before, fields, rulebook)
    return Request(current.interview, current.today, stamp)


def _refused(path: str, problem: Problem, rulebook: Rulebook) -> Page:
    return Page(errors=messages({path: problem}, rulebook))


def _moment(text: object, today: date) -> datetime | None:
    """Return the moment in UTC; the start of the reader's day where none is given; None in a year out of range."""
    if text is None:
        return datetime(today.year, today.month, today.day, tzinfo=UTC)
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
        moment = moment.astimezone(UTC) if moment and moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
    return moment if moment and FIRST_YEAR <= moment.year <= LAST_YEAR else None

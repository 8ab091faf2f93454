"""Every kind of thing that a reader may ask of every tool, made from the tools' own examples."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from itertools import chain, cycle, islice
from random import Random
from typing import Any

from playbook.boundary import run
from playbook.fields import Field
from playbook.own import own
from playbook.plan_file import MOST_PLANS
from playbook.tool import Example, Tool
from playbook.tools import NAMES, get_tool
from runtime.files import ROOT
from runtime.odd_plans import ODD_PARTS, SPREADSHEETS, list_odd_plans
from runtime.rule_texts import RULES, read_texts
from runtime.sample_values import AMOUNTS, ODD_EMAILS, ODD_VALUES, PROMISES, TEXTS, TEXTUAL, draw

ODD_STAMPS = (
    "noon",
    7,
    "2026-11-22T05:06:00",
    "2026-11-22T05:06:00+05:30",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59Z",
)
MOST_ROWS = 8
WHEN, OF_WHEN = "promise", RULES / "promises"
"""The field that is read word by word, and where the words stand that are known."""
SAID = ROOT / "tests/playbook/promises_said"
"""Where whole sentences stand: a rule of the grammar is only reached by several words together."""
THEIRS, EMAILS = "their_email", ROOT / "tests/playbook/replies"
"""The field for an e-mail of theirs, and where whole ones stand."""
DRAFT = re.compile(r'data-draft="([^"]*)"')
MIXTURES = 60
"""Records of each tool in which every field has some value, drawn at random and the same each time."""

Asked = tuple[str, str]
"""The name of a tool, and a request as JSON."""


def list_requests() -> list[Asked]:
    """Return requests that between them take every way through every tool."""
    tools = [get_tool(name) for name in NAMES]
    return [
        *chain.from_iterable(map(list_for_tool, tools)),
        *list_answers(tools),
        *list_emails(tools),
        ("no such tool", "{}"),
        (NAMES[0], "not JSON"),
        (NAMES[0], "{}"),
        (NAMES[0], "7"),
        (NAMES[0], "[" * 100_000),
        *((NAMES[0], f'{{"record": {{"employer": {each}}}}}') for each in ODD_PARTS),
        *((NAMES[0], json.dumps({"today": "2026-11-22", "stamp": each})) for each in ODD_STAMPS),
    ]


def list_for_tool(tool: Tool[Any]) -> Iterator[Asked]:
    """Yield the examples, edited and as plan files; and the first of them with all kinds of fields."""
    examples = tool.examples()
    first = replace(examples[0], record={"ended_on": "", **examples[0].record})
    for example in chain(
        examples, list_choices(tool, first), list_mistakes(tool, first), list_places(first)
    ):
        yield tool.name, write(example)
    for example in examples:
        yield (
            tool.name,
            write(example, previous={"record": first.record, "today": str(first.today)}),
        )
        yield from ((tool.name, write(example, plan=plan)) for plan in list_plans(tool, example))
        yield from ((tool.name, write(each)) for each in list_drafts(tool, example))
        yield from ((tool.name, request) for request in list_later(tool, example))
    if WHEN in ids_of(tool):
        yield from (
            (tool.name, write(change(first, **{WHEN: text}))) for text in read_texts(OF_WHEN)
        )
    for values in (read_texts(), AMOUNTS, PROMISES, [*TEXTS, *map(str.upper, PROMISES)]):
        yield from ((tool.name, write(each)) for each in fill_with(tool, first, values))
    plans = [each for example in examples for each in list_plans(tool, example)]
    yield from ((tool.name, write(first, plan=plan)) for plan in list_odd_plans())
    for some in (plans, [*plans[:2], "a cat", 7], plans[:1] * (MOST_PLANS + 1)):
        yield tool.name, write_record(first, plans=some)
    yield from ((tool.name, request) for request in list_spreadsheets(tool, first))
    yield from ((tool.name, request) for request in list_rounds(tool, first))
    yield from ((tool.name, request) for request in list_mixtures(tool, first))


def list_spreadsheets(tool: Tool[Any], first: Example) -> Iterator[str]:
    """Yield requests that open spreadsheets where a tool takes some: also our own, and with the days read both ways."""
    for sheet in SPREADSHEETS if tool.several else ():
        request = write_record(first, plans=[sheet])
        yield request
        answer = json.loads(run(tool.name, request))
        files = [each["text"] for each in answer["downloads"] if each["name"] == "spreadsheet"]
        opened = answer["record"] or first.record
        yield write_record(first, record=opened, plans=files)
        for order in ("day-first", "month-first"):
            yield write_record(first, record={**opened, "applications_do": {order: ""}})


def list_rounds(tool: Tool[Any], first: Example) -> Iterator[str]:
    """Yield requests with a next interview arranged, in it, back in the one before, and after many of them."""
    on, later = (str(first.today + timedelta(days=days)) for days in (0, 8))
    events = [{"kind": "round-arranged", "on": on, "by_on": each} for each in ("", later, on)]
    yield from (write(change(first, events=[each])) for each in events)
    record: Mapping[str, Any] = {**first.record, "events": events[1:]}
    for asks in ("next-round", "next-round", "round-back", *["next-round"] * 11):
        request = write_record(first, record={**record, "applications_do": {asks: ""}})
        yield request
        thing = {"what": "my certificate", "by_on": later}
        opened = json.loads(run(tool.name, request))["record"]
        record = {**opened, "ended_on": on, "promised": [thing]}
        yield write_record(first, record=record)


def list_said() -> tuple[str, ...]:
    """Return what people say about when in several words, each text once; a single word is asked anyway."""
    return tuple(text for text in read_texts(SAID) if " " in text)


def list_answers(tools: Iterable[Tool[Any]]) -> Iterator[Asked]:
    """Yield requests with what people say, at the interview and in answers, until each had its place.

    The tools that ask for it take turns, since one reader reads it for all of them.
    """
    texts = iter(list_said())
    for tool in cycle(each for each in tools if WHEN in ids_of(each)):
        some = list(islice(texts, MOST_ROWS + 1))
        if not some:
            return
        example = tool.examples()[0]
        on = example.today.isoformat()
        rows = [{"kind": "answered", "on": on, "words": text} for text in some[1:]]
        yield tool.name, write(change(example, **{WHEN: some[0], "events": rows}))


def list_emails(tools: Iterable[Tool[Any]]) -> Iterator[Asked]:
    """Yield requests with e-mails of an employer, each to the next tool that asks for one, also once it's an event."""
    texts = [*(text for text in read_texts(EMAILS) if " " in text), *ODD_EMAILS]
    for tool, text in zip(cycle(each for each in tools if THEIRS in ids_of(each)), texts):
        yield tool.name, write(change(tool.examples()[0], **{THEIRS: text}))
        rows = [{"kind": "rejected", "on": tool.examples()[0].today.isoformat(), "words": text}]
        yield tool.name, write(change(tool.examples()[0], **{THEIRS: text, "events": rows}))


def ids_of(tool: Tool[Any]) -> set[str]:
    """Return the ids of the fields of a tool."""
    return {field.id for field in tool.fields(own())}


def write_record(example: Example, **more: Any) -> str:
    """Return the request as the page sends it, with more than it mostly has."""
    return json.dumps(json.loads(write(example)) | more)


def write(example: Example, **more: Any) -> str:
    """Return the request as the page sends it."""
    day = example.today.isoformat()
    request = {"today": day, "stamp": f"{day}T12:00:00Z", "previous": None}
    return json.dumps(request | ({} if "plan" in more else {"record": example.record}) | more)


def change(example: Example, **fields: Any) -> Example:
    """Return the example with other values in these fields."""
    return replace(example, record={**example.record, **fields})


def list_choices(tool: Tool[Any], example: Example) -> Iterator[Example]:
    """Yield the example with each choice of each field, also of the fields in a list's rows."""
    for field in tool.fields(own()):
        for choice in field.choices:
            yield change(example, **{field.id: choice.value})
        for row in list_rows(field, example):
            yield change(example, **{field.id: [row]})


def list_rows(field: Field, example: Example) -> Iterator[Mapping[str, str]]:
    """Yield a row of a list with each of its choices, on the day of the example."""
    plain = {
        each.id: example.today.isoformat() if each.kind == "date" else "Dana"
        for each in field.fields
    }
    if plain:
        yield plain
    for each in field.fields:
        for choice in each.choices:
            yield {**plain, each.id: choice.value}


def fill_with(tool: Tool[Any], example: Example, values: Iterable[str]) -> Iterator[Example]:
    """Yield the example with these values in all its texts, again and again until each had its place."""
    fields = [field for field in tool.fields(own()) if field.kind in TEXTUAL | {"list"}]
    rest = iter(values)
    for value in rest:
        given = chain([value], rest)
        record = {field.id: fill_field(field, given) for field in fields}
        yield change(example, **{name: each for name, each in record.items() if each})


def fill_field(field: Field, values: Iterator[str]) -> Any:
    """Return the next value for a text, and rows of the next ones for a list."""
    if field.kind != "list":
        return next(values, "")
    texts = [each.id for each in field.fields if each.kind in TEXTUAL]
    rows = [{name: next(values, "") for name in texts} for _ in range(MOST_ROWS)]
    return [row for row in rows if any(row.values())]


def list_mistakes(tool: Tool[Any], example: Example) -> Iterator[Example]:
    """Yield the example with something odd in each field: some in each, and each somewhere."""
    fields = {field.id for field in tool.fields(own())}
    values = cycle(ODD_VALUES)
    for name in sorted(fields | set(example.record)):
        for value in islice(values, 1):
            yield change(example, **{name: value})


def list_places(example: Example) -> Iterator[Example]:
    """Yield the example in a country without regions, in one with them, and in each kind of region."""
    plain = next(each for each in own().calendars.countries if not each.regions)
    parted = next(each for each in own().calendars.countries if each.regions)
    for country, region in ((plain, ""), (parted, ""), (parted, parted.regions[0][0])):
        yield change(example, country=country.code, region=region)


def list_plans(tool: Tool[Any], example: Example) -> list[str]:
    """Return the plan file that this example saves, whole, broken off and from a later version."""
    downloads = json.loads(run(tool.name, write(example)))["downloads"]
    plans = [each["text"] for each in downloads if each["name"] == "plan"]
    return [
        each
        for plan in plans
        for each in (plan, plan[:-9], plan.replace('"version": ', '"version": 9'), "{}")
    ]


def list_later(tool: Tool[Any], example: Example) -> Iterator[str]:
    """Yield what is asked once the reader has saved a calendar file of this, and then moves its dates."""
    saved = dict(example.record)
    for each in json.loads(run(tool.name, write(example)))["downloads"]:
        saved |= each["remember"]
    if saved == example.record:
        return
    before = {"record": saved, "today": str(example.today)}
    for name, value in saved.items():
        for days in (1, 11):
            if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                moved = saved | {name: str(date.fromisoformat(value) + timedelta(days))}
                yield write(replace(example, record=moved), previous=before)
    rejected = {"kind": "rejected", "on": str(example.today)}
    for changes in ({"private_titles": True}, {"events": [rejected]}):
        yield write(replace(example, record=saved | changes), previous=before)
    yield write(replace(example, today=example.today + timedelta(9), record=saved))
    if "promise_on" in saved:
        moved = saved | {"promise_on": str(example.today + timedelta(12))}
        yield write(replace(example, record=moved), previous=before)


def list_drafts(tool: Tool[Any], example: Example) -> Iterator[Example]:
    """Yield the example with a wording of the reader's own in each of its texts, in any language."""
    html = json.loads(run(tool.name, write(example)))["html"]
    keys = dict.fromkeys(unescape(key) for key in DRAFT.findall(html))
    for key, text in zip(keys, cycle(TEXTS)):
        yield change(example, drafts=[{"key": key, "text": text, "made_from": "another wording"}])


def list_mixtures(tool: Tool[Any], example: Example) -> Iterator[str]:
    """Yield the example with any values at all in any of its fields, each after the one before."""
    random = Random(tool.name)  # noqa: S311 - the same mixtures in every build are the point
    previous: dict[str, Any] | None = None
    for _ in range(MIXTURES):
        today = example.today + timedelta(random.randrange(-400, 1200))
        record = {
            field.id: draw(field, today, random)
            for field in tool.fields(own())
            if random.random() < random.choice((0.3, 0.9))
        }
        example = replace(example, today=today, record={**example.record, **record})
        yield write(example, previous=previous)
        previous = {"record": example.record, "today": str(today)}

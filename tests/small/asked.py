"""Twenty thousand requests that readers might make, drawn by the kinds of the fields: not those that the build asks."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from random import Random
from typing import Any

from playbook.own import own
from playbook.tool import Tool
from playbook.tools import NAMES, get_tool
from playbook.tools.closing_statement.assemble import wordings
from tests.playbook.notes.records import FULL, KINDS, SPARSE
from tests.small.plans import draw_plan
from tests.small.values import DAYS, FIRST_DAY, draw_region, draw_text, draw_value
from tests.small.written import list_promises, list_situations, read_texts

SEED = "asked of the small Python"
ALL = 20_000
MIDDLE = date(2026, 11, 22)

Asked = tuple[str, str]
"""The name of a tool, and a request as JSON."""


def draw_requests(count: int = ALL) -> list[Asked]:
    """So many requests, the same each time: sentences about when, what else is written somewhere, and drawn ones."""
    random = Random(SEED)  # noqa: S311 - the same requests each time are the point
    known = thin([*list_sentences()], count // 2) + thin([*list_known()], count // 4)
    requests = known + [draw_request(random) for _ in range(count - len(known))]
    random.shuffle(requests)
    return requests


def thin(requests: list[Asked], most: int) -> list[Asked]:
    """Return at most so many of the requests, evenly spread."""
    return requests[:: max(1, -(-len(requests) // most))]


def list_sentences() -> Iterator[Asked]:
    """Yield every sentence about when, said on its day."""
    for words, said_on in list_promises():
        yield "timeline", write({"ended_on": str(said_on), "promise": words}, said_on)


def list_known() -> Iterator[Asked]:
    """Yield every golden record for every tool, and every text of a data file for one."""
    for record, today in (*list_situations(), (SPARSE, MIDDLE), (FULL, MIDDLE)):
        for name in NAMES:
            yield name, write(record, today)
    for kind in KINDS:
        yield "notes", write({**FULL, "note_kind": kind}, MIDDLE)
    for text, name in zip(read_texts(), cycle(NAMES), strict=False):
        typed = {
            "interviewers": [{"name": "Dana", "said": text}],
            "highlights": text,
            "draws": text,
        }
        pay = {"offers": [{"pay": text, "benefits": text}], "range_from": text}
        known = {"ended_on": "2026-11-20", "needs": text, "their_email": text}
        yield name, write(known | typed | pay, MIDDLE)


def draw_request(random: Random) -> Asked:
    """Some record, or a file, for some tool, on some day."""
    tool = get_tool(random.choice(NAMES))
    today = FIRST_DAY + timedelta(random.randrange(DAYS))
    record = draw_record(tool, today, random)
    chance = random.random()
    if chance < 0.12:
        return tool.name, write(None, today, plan=draw_plan(record, today, random))
    if chance < 0.16:
        plans = [
            draw_plan(draw_record(tool, today, random), today, random)
            for _ in range(random.randrange(4))
        ]
        return tool.name, write(record, today, plans=plans)
    if chance < 0.17:
        return random.choice(
            (("no such tool", "{}"), (tool.name, draw_plan(record, today, random)))
        )
    edited = record | draw_record(tool, today, random, share=0.1)
    return tool.name, write(
        edited, today, previous={"record": record, "today": str(today)} if chance < 0.5 else None
    )


def draw_record(tool: Tool[Any], today: date, random: Random, share: float = 0.0) -> dict[str, Any]:
    """A record in which some of a tool's fields have a value, or most."""
    share = share or random.choice((0.15, 0.4, 0.9))
    fields = [field for field in tool.fields(own()) if random.random() < share]
    record = {
        field.id: draw_value(field, today, random) for field in fields if field.kind != "plans"
    }
    if random.random() < 0.95 and str(record.get("ended_on", ""))[:2] != "20":
        record["ended_on"] = str(today - timedelta(random.choice((0, 0, 1, 2, 4, 9, 30))))
    if random.random() < 0.2:
        record |= {"drafts": draw_drafts(today, random), "openings": draw_openings(random)}
    if "country" in record:
        record["region"] = draw_region(record["country"], random)
    return record


def draw_drafts(today: date, random: Random) -> list[dict[str, Any]]:
    """Wordings of the reader's own, of notes that there may be."""
    return [
        {
            "key": f"{random.choice(list(KINDS))}.{random.randrange(3)}",
            "text": draw_text(today, random),
            "made_from": draw_text(today, random),
        }
        for _ in range(random.randrange(4))
    ]


def draw_openings(random: Random) -> list[dict[str, Any]]:
    """Ways of saying a part of the closing statement, chosen by the reader."""
    known = random.sample(wordings(own()), random.randrange(5))
    return [{"part": each.part, "wording": each.id} for each in known]


def write(record: object, today: date, **more: Any) -> str:
    """The request as the page sends it."""
    asked = {"record": record, "today": str(today), "stamp": f"{today}T12:00:00Z", "previous": None}
    return json.dumps(
        {key: each for key, each in asked.items() if each is not None or key == "previous"} | more
    )

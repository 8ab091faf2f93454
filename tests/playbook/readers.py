"""What readers type into the tools: sensible, odd and senseless; and the answer they get."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from playbook import boundary
from playbook.checks import check
from playbook.own import own
from playbook.record import read_interview
from playbook.tool import Request
from runtime.build.warm import forget_answers

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
STAMP = datetime(2026, 11, 22, 5, 6, tzinfo=UTC)
KEYS = {"choices", "downloads", "errors", "html", "needs", "readings", "record", "status", "text"}

NAMES = [
    "Dana",
    "Mr Okafor",
    "Sister Marguerite Boateng",
    "Reem Al-Qahtani",
    "د. ليلى حسن",
    "李明",
    "Zoë O’Hara",
    "Anne-Marie d'Arcy (she/her)",
    "Prof. Dr. Jörg Weiß",
]
LEFT_OVER = r"\bNone\b|[Uu]ndefined|\{\{|\{%|\[[^\]]*\]|  |Traceback|<playbook\b|\bnan\b"
"""What no reader ever gets to see, two blanks in a line included."""


def examples(count: int) -> settings:
    """The same examples each time, so that a test run says the same thing twice."""
    return settings(max_examples=count, deadline=None, derandomize=True)


def request_of(record: Mapping[str, Any], today: date = TODAY) -> Request:
    """The request for a record, with what can't be used left out."""
    interview, problems = read_interview(record)
    return Request(check(interview, today, problems, own()), today, STAMP)


def answer_to(tool: str, record: object, today: date = TODAY) -> dict[str, Any]:
    """What comes back through the one door."""
    request = {"record": record, "today": today.isoformat(), "stamp": STAMP.isoformat()}
    answer: dict[str, Any] = json.loads(boundary.run(tool, json.dumps(request, default=str)))
    return answer


def visible(html: str) -> str:
    """The words of an answer, without its tags; each tag's place is a line of its own."""
    return "\n".join(re.sub(r"<[^>]*>", "\n", html).split("\n"))


def expect_whole(answer: dict[str, Any]) -> None:
    """An answer has all that the page shows, and words for each mistake."""
    assert set(answer) == KEYS
    assert all(isinstance(each, str) and each for each in answer["errors"].values())


def expect_nothing_left_over(answer: dict[str, Any], *files: str) -> None:
    """Nothing that no reader ever gets to see is in an answer, or in what can be taken from it."""
    for shown in (answer["status"], answer["text"], visible(answer["html"]), *files):
        assert not re.search(LEFT_OVER, re.sub(r"(?m)^ +", "", shown)), shown


def expect_same_again(ask: Callable[[], object]) -> None:
    """The same is asked for twice, the second time with nothing cached."""
    first = ask()
    forget_answers()
    assert ask() == first


words = (
    st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=9)
    .map(lambda word: unicodedata.normalize("NFC", word))
    .filter(lambda word: not re.search(LEFT_OVER, word, re.IGNORECASE))
)
"""One word, in any script."""

phrases = st.lists(words, min_size=1, max_size=12).map(" ".join)
"""A few words, as somebody types them."""

senseless = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=40),
    st.sampled_from(
        ["x" * 10_000, "\u202eabc", "\x00\r\nX:1", "🙂" * 90, "9" * 400, "{{ 7 * 7 }}"]
    ),
    st.lists(st.none() | st.text(max_size=5) | st.dictionaries(st.text(max_size=5), st.integers())),
)
"""Any JSON value, and what keyboards and clipboards put into a field."""

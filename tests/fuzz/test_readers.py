"""`make fuzz`: whatever comes into a reader, it answers or says why not, in time that grows with its size.

The inputs are other ones each time. What fails is kept in .hypothesis/ and tried first the next time; it then becomes a
test of its own beside the others of that reader.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.judged import sentence_cases
from playbook.boundary import run
from playbook.business_days import Calendar
from playbook.fields import FIELD_KINDS
from playbook.plan_file import PlanProblem, open_plan
from playbook.promises import read_promise
from playbook.tools import NAMES
from publish.site.markup import read_markup
from tests.playbook.test_attack import ATTACKS, RECORD, fill_every_field

pytestmark = pytest.mark.fuzz

LONGEST = 0.05
"""Seconds that a reader may take for each thousand characters."""
AT_LEAST = 1.0
"""Seconds that it may take for anything: other programs run beside it."""
MONDAY = date(2026, 11, 23)
SENTENCES = sorted({case.words for case in sentence_cases()})
PARTS = sorted({word for sentence in SENTENCES for word in sentence.split()})
PLAN = json.dumps({"format": "closing-playbook/plan", "version": 1, "record": RECORD})
TAGS = [
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "<svg",
    "<table>",
    "<template>",
    "<script>",
    "'",
    '"',
    "=",
    ">",
]
ANY_TEXT = st.text(max_size=400)


def mixed(parts: list[str]) -> st.SearchStrategy[str]:
    """Texts of known parts and of anything, in any order."""
    return st.lists(st.sampled_from(parts) | st.text(max_size=8), max_size=60).map(" ".join)


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """A text of which a piece is gone, doubled or another one."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 200)))
    piece = draw(
        st.one_of(st.just(""), st.just(text[start:end] * 3), ANY_TEXT, st.sampled_from(ATTACKS))
    )
    return text[:start] + piece + text[end:]


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | ANY_TEXT | st.sampled_from(ATTACKS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*fill_every_field(""), *FIELD_KINDS]) | ANY_TEXT, inner, max_size=4
        )
    ),
    max_leaves=20,
)
RECORDS = st.dictionaries(st.sampled_from([*fill_every_field("")]) | ANY_TEXT, VALUES, max_size=8)


def expect_in_time(read: Callable[[], object], size: int) -> None:
    began = process_time()
    read()
    assert process_time() - began < AT_LEAST + LONGEST * size / 1000


@given(mixed(PARTS) | ANY_TEXT)
def test_the_promise_reader(words: str) -> None:
    expect_in_time(lambda: read_promise(words, MONDAY, Calendar()), len(words))


@given(spoilt(PLAN) | ANY_TEXT)
def test_the_plan_reader(text: str) -> None:
    def read() -> None:
        with suppress(PlanProblem):
            open_plan(text)

    expect_in_time(read, len(text))


@given(st.sampled_from(NAMES), RECORDS, st.none() | spoilt(PLAN))
def test_the_boundary(tool: str, record: object, plan: str | None) -> None:
    asked = {"record": record, "today": "2026-11-22", "stamp": "2026-11-22T10:00:00Z"}
    asked |= {"plan": plan} if plan else {}
    request = json.dumps(asked)

    def read() -> None:
        answer = json.loads(run(tool, request), parse_constant=pytest.fail)
        assert {"html", "text", "errors", "status"} <= set(answer)

    expect_in_time(read, len(request))


@given(mixed(TAGS) | ANY_TEXT)
def test_the_reader_of_markup(html: str) -> None:
    expect_in_time(lambda: read_markup(html), len(html))

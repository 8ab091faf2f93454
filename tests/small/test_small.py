"""Whatever anybody asks, the small Python has what it takes, and its answer is CPython's.

`make test` asks a tenth of the requests, `make ask-small` all of them. What the small Python lacks stops it, and
the page then fetches the whole one: slow, and the server can see that something of the kind was typed.
"""

import json
import os
import re
from collections.abc import Iterator
from itertools import batched
from pathlib import Path
from typing import Any

import pytest

from playbook.boundary import run
from runtime.bundle import PYODIDE, RULES, read_calendars
from runtime.node import run_script
from runtime.small import empty_lock, lay_out
from tests.browser.runtime import small_start
from tests.small.asked import ALL, Asked, draw_requests
from tests.small.written import list_promises

HOW_MANY = int(os.environ.get("SMALL_REQUESTS", ALL // 10))
AT_ONCE = 500
PROMISE = re.compile(r'"promise": ("(?:[^"\\]|\\.)*")')


@pytest.fixture(scope="module")
def requests() -> list[Asked]:
    """What is asked."""
    return draw_requests(HOW_MANY)


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the small Python."""
    folder = tmp_path_factory.mktemp("runtime")
    lay_out(small_start(), empty_lock(PYODIDE), read_calendars(RULES / "calendars"), folder)
    return folder


def ask(runtime: Path, requests: list[Asked]) -> Iterator[tuple[Asked, str | None, str | None]]:
    """Yield each request with its answer, or else with why there is none."""
    for some in batched(requests, AT_ONCE):
        answer = json.loads(run_script("misses.mjs", str(runtime), given=json.dumps(some)))
        yield from zip(some, answer["answers"], answer["reasons"], strict=True)


def test_the_small_python_lacks_nothing_and_answers_as_cpython_does(
    runtime: Path, requests: list[Asked]
) -> None:
    faults = [
        f"{tool}: {request}\n{why or 'another answer than CPython gives'}"
        for (tool, request), answer, why in ask(runtime, requests)
        if why or answer != run(tool, request)
    ]
    assert not faults, f"{len(faults)} of {len(requests)}, the first of them:\n" + "\n".join(
        faults[:5]
    )


def test_what_stops_it_is_noticed_and_the_next_request_is_answered(runtime: Path) -> None:
    plain = ("timeline", "{}")
    no_tool: Any = (["a list"], "{}")  # which is no text, so that Python raises an error
    (_, first, _), (_, nothing, why), (_, last, _) = ask(runtime, [plain, no_tool, plain])
    assert first == last == run(*plain)
    assert nothing is None
    assert why


def test_the_requests_are_worth_asking(requests: list[Asked]) -> None:
    assert len(requests) == HOW_MANY
    assert len(set(requests)) > 0.95 * HOW_MANY
    answers = [json.loads(run(tool, request)) for tool, request in requests[:1000]]
    assert sum(bool(each["html"]) for each in answers) > 700
    assert sum(bool(each["errors"]) for each in answers) > 200


def test_all_of_them_hold_every_sentence_about_when() -> None:
    asked = {text for _, request in draw_requests(ALL) for text in PROMISE.findall(request)}
    assert asked >= {json.dumps(words) for words, _ in list_promises()}

"""The same requests in CPython and in the worker in Chromium; tests/small/ asks the small Python on Node others."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from playbook.boundary import run
from playbook.tools import NAMES
from runtime.node import MOST_SECONDS
from tests.browser.parity.situations import HOW_MANY, draw_examples, draw_requests
from tests.browser.runtime import ask_the_worker, names_of

EACH_OTHER = 60
Asked = tuple[str, str]
"""A tool and what it is asked."""


@pytest.fixture(scope="module")
def requests() -> list[Asked]:
    """A thousand for the timeline; for every tool its examples and some of the same records."""
    thousand = draw_requests()
    others = [
        (tool, request)
        for tool in NAMES
        for request in [*draw_examples(tool), *thousand[:EACH_OTHER]]
    ]
    return [*(("timeline", request) for request in thousand), *others]


@pytest.fixture(scope="module")
def expected(requests: list[Asked]) -> list[str]:
    """What CPython answers."""
    return [run(tool, request) for tool, request in requests]


def test_the_thousand_are_worth_asking(expected: list[str]) -> None:
    answers = [json.loads(answer) for answer in expected[:HOW_MANY]]
    assert len(answers) == HOW_MANY
    assert sum(bool(answer["html"]) for answer in answers) > 0.8 * HOW_MANY
    assert sum(bool(answer["errors"]) for answer in answers) > 0.2 * HOW_MANY
    assert all(answer["needs"] == [] for answer in answers)
    assert len(set(expected[:HOW_MANY])) > 0.9 * HOW_MANY
    assert all(json.loads(answer)["needs"] == [] for answer in expected)


def test_the_worker_in_chromium_answers_as_cpython_does(
    visit: Callable[..., Page], requests: list[Asked], expected: list[str]
) -> None:
    """With the small Python: nothing that any of these takes was left out of it."""
    asked: list[str] = []
    page = visit("", prepare=lambda page: page.on("request", lambda each: asked.append(each.url)))
    page.set_default_timeout(MOST_SECONDS * 1000)
    assert ask_the_worker(page, requests) == [json.loads(each) for each in expected]
    files = {url.rsplit("/")[-1] for url in asked if url.endswith(".bin")}
    assert files == names_of("small")

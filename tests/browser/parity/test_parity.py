"""The same requests in CPython and in the worker in Chromium; tests/small/ asks more of the small Python on Node."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from playbook.boundary import run
from playbook.tools import NAMES
from runtime.node import MOST_SECONDS
from tests.browser.runtime import ask_the_worker, list_examples, names_of
from tests.small.asked import Asked, draw_requests

HOW_MANY = 1000
LARGEST = 2**53
"""From here on JavaScript has no number for each whole one."""


def survives(request: str) -> bool:
    """Whether a page can ask this as it is: JavaScript writes 7.0 as 7."""
    try:
        json.loads(request, parse_float=refuse, parse_constant=refuse, parse_int=read_exact)
    except ValueError:
        return False
    return True


def refuse(text: str) -> None:
    raise ValueError(text)


def read_exact(text: str) -> int:
    number = int(text)
    if abs(number) >= LARGEST:
        raise ValueError(text)
    return number


@pytest.fixture(scope="module")
def requests() -> list[Asked]:
    """What is drawn for the small Python, as far as a page can ask it, and every tool's examples."""
    drawn = [(tool, request) for tool, request in draw_requests(HOW_MANY) if survives(request)]
    assert len(drawn) > 0.8 * HOW_MANY
    return drawn + [(tool, request) for tool in NAMES for request in list_examples(tool)]


def test_the_worker_in_chromium_answers_as_cpython_does(
    visit: Callable[..., Page], requests: list[Asked]
) -> None:
    """With the small Python: nothing that any of these takes was left out of it."""
    asked: list[str] = []
    page = visit("", prepare=lambda page: page.on("request", lambda each: asked.append(each.url)))
    page.set_default_timeout(MOST_SECONDS * 1000)
    answers = ask_the_worker(page, requests)
    differ = [
        f"{tool}: {request}\n{answer}"
        for (tool, request), answer in zip(requests, answers, strict=True)
        if answer != json.loads(run(tool, request))
    ]
    assert differ[:3] == []
    files = {url.rsplit("/")[-1] for url in asked if url.endswith(".bin")}
    assert files == names_of("small")

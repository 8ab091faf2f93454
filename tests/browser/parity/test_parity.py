"""The same thousand requests, three times: in CPython, in Pyodide on Node, and in the worker in Chromium."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from playbook.boundary import run
from publish.bundle import PYODIDE, unfold
from publish.node import MOST_SECONDS, run_script
from tests.browser.conftest import SITE
from tests.browser.parity.situations import HOW_MANY, draw_requests

RUNTIME = SITE / "assets" / "runtime"
ASK_THE_WORKER = """async ([module, requests]) => {
  const { runtime } = await import(new URL(module, location.href))
  const answers = await Promise.all(requests.map((request) => runtime.ask('timeline', JSON.parse(request))))
  return answers.map((answer) => JSON.stringify(answer))
}"""


@pytest.fixture(scope="module")
def requests() -> list[str]:
    return draw_requests()


@pytest.fixture(scope="module")
def expected(requests: list[str]) -> list[str]:
    """What CPython answers."""
    return [run("timeline", request) for request in requests]


def differences(requests: list[str], expected: list[str], answers: list[str]) -> list[str]:
    """The first requests that are answered differently, each with both answers."""
    threes = zip(requests, expected, answers, strict=True)
    return [f"{asked}\n{ours}\n{theirs}" for asked, ours, theirs in threes if ours != theirs][:3]


def test_the_thousand_are_worth_asking(expected: list[str]) -> None:
    answers = [json.loads(answer) for answer in expected]
    assert len(answers) == HOW_MANY
    assert sum(bool(answer["html"]) for answer in answers) > 0.8 * HOW_MANY
    assert sum(bool(answer["errors"]) for answer in answers) > 0.2 * HOW_MANY
    assert all(answer["needs"] == [] for answer in answers)
    assert len(set(expected)) > 0.9 * HOW_MANY


def test_pyodide_on_node_answers_as_cpython_does(
    requests: list[str], expected: list[str], tmp_path: Path
) -> None:
    files = {path.relative_to(RUNTIME).as_posix(): path for path in RUNTIME.rglob("*.*")}
    unfold({name: path.read_bytes() for name, path in files.items()}, PYODIDE, tmp_path)
    answered = run_script("answer.mjs", str(tmp_path), given=json.dumps(requests))
    assert differences(requests, expected, json.loads(answered)) == []


def test_the_worker_in_chromium_answers_as_cpython_does(
    visit: Callable[..., Page], requests: list[str], expected: list[str]
) -> None:
    page = visit("")
    page.set_default_timeout(MOST_SECONDS * 1000)
    [module] = (SITE / "assets/tool").glob("runtime.*.js")
    answers = page.evaluate(ASK_THE_WORKER, [f"assets/tool/{module.name}", requests])
    assert [json.loads(each) for each in answers] == [json.loads(each) for each in expected]

"""The same requests, three times: in CPython, in Pyodide on Node, and in the worker in Chromium."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from playbook.boundary import run
from playbook.tools import NAMES
from tests.browser.conftest import SITE
from tests.browser.parity.situations import HOW_MANY, draw_examples, draw_requests

RUNTIME = SITE / "assets" / "runtime"
MOST_SECONDS = 240
EACH_OTHER = 60
ASK_THE_WORKER = """(requests) => new Promise((resolve, reject) => {
  const worker = new Worker(new URL('assets/tool/worker.js', location.href), { type: 'module' })
  const answers = []
  worker.onerror = () => reject('the worker did not start')
  worker.onmessage = ({ data: { id, answer, failed } }) => {
    if (failed) return reject(failed)
    if (!id) return
    answers[id - 1] = answer
    if (answers.filter((each) => each !== undefined).length === requests.length) resolve(answers)
  }
  requests.forEach(([tool, request], index) => worker.postMessage({ id: index + 1, tool, request }))
})"""


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


def find_node() -> str:
    """The Node of this project's own environment, else the machine's."""
    own = Path(sys.executable).with_name("node")
    found = str(own) if own.is_file() else shutil.which("node")
    if found is None:
        pytest.fail("The tests need Node: run 'make test', which brings it.")
    return found


def differences(requests: list[Asked], expected: list[str], answers: list[str]) -> list[str]:
    """The first requests that are answered differently, each with both answers."""
    threes = zip(requests, expected, answers, strict=True)
    return [f"{asked}\n{ours}\n{theirs}" for asked, ours, theirs in threes if ours != theirs][:3]


def test_the_thousand_are_worth_asking(expected: list[str]) -> None:
    answers = [json.loads(answer) for answer in expected[:HOW_MANY]]
    assert len(answers) == HOW_MANY
    assert sum(bool(answer["html"]) for answer in answers) > 0.8 * HOW_MANY
    assert sum(bool(answer["errors"]) for answer in answers) > 0.2 * HOW_MANY
    assert all(answer["needs"] == [] for answer in answers)
    assert len(set(expected[:HOW_MANY])) > 0.9 * HOW_MANY
    assert all(json.loads(answer)["needs"] == [] for answer in expected)


def test_pyodide_on_node_answers_as_cpython_does(
    requests: list[Asked], expected: list[str]
) -> None:
    answered = subprocess.run(
        [find_node(), str(Path(__file__).with_name("on_node.mjs")), str(RUNTIME)],
        input=json.dumps(requests),
        capture_output=True,
        encoding="utf-8",
        timeout=MOST_SECONDS,
        check=False,
    )
    assert answered.returncode == 0, answered.stderr
    assert differences(requests, expected, json.loads(answered.stdout)) == []


def test_the_worker_in_chromium_answers_as_cpython_does(
    visit: Callable[..., Page], requests: list[Asked], expected: list[str]
) -> None:
    page = visit("")
    page.set_default_timeout(MOST_SECONDS * 1000)
    assert differences(requests, expected, page.evaluate(ASK_THE_WORKER, requests)) == []

"""The page 'What we test, and what we don't know' claims no more than the newest whole run gave."""

from pathlib import Path

import pytest

from macros.tested import Assurance, Module, count_tests, read_promises, read_record
from playbook.errors import ContentError

TESTS = Path(__file__).parents[1]
RUN = """
[run]
run_on = "2026-11-30"
commit = "0123456789ab"
python = "3.13.0"
chromium = "Chromium 1"
firefox = "Mozilla Firefox 1"
webkit = "WebKitWebDriver 1"
[modules."browser/test_tabs"]
passed = 12
again = 1
browsers = ["Chromium", "WebKit"]
[modules."browser/test_tabs_of_others"]
passed = 100
again = 0
browsers = ["Firefox"]
[modules."playbook/notes/test_tone"]
passed = 3
again = 0
browsers = []
"""


def promise(*tests: str) -> Assurance:
    return Assurance(id="x", promise="It holds.", tried="So.", tests=tests)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    file = tmp_path / "results.toml"
    file.write_text(RUN, encoding="utf-8")
    return file


def test_a_promise_has_the_tests_of_its_modules_and_of_what_is_in_its_folders(run: Path) -> None:
    record = read_record(run)
    assert count_tests(promise("browser/test_tabs"), record) == Module(
        12, 1, ("Chromium", "WebKit")
    )
    assert count_tests(promise("browser/test_tabs", "playbook/notes"), record).passed == 15
    assert count_tests(promise("browser/test_new"), record) == Module()
    assert record.whole == Module(115, 1, ("Chromium", "Firefox", "WebKit"))


def test_the_tests_that_are_named_exist() -> None:
    for each in read_promises().values():
        for test in each.tests:
            folder, module = TESTS / test, TESTS / f"{test}.py"
            assert module.is_file() or list(folder.rglob("test_*.py")), f"{each.id}: {test}"


def test_a_promise_without_a_test_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tested.toml"
    file.write_text('[x]\npromise = "It holds."\ntried = "So."\ntests = []\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"\[x\] tests: name the tests"):
        read_promises(file)


def test_what_is_recorded_is_of_modules_that_exist_and_of_a_day() -> None:
    record = read_record()
    assert record.run.day.year >= 2026
    assert [name for name in record.modules if not (TESTS / f"{name}.py").is_file()] == []
    assert all(module.passed > 0 for module in record.modules.values())

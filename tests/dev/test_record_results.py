"""What is recorded of a run of the tests is what the run gave."""

import tomllib
from datetime import date

import pytest

from dev.record_results import read_results, write_record

FIRST = """<testsuites><testsuite>
<testcase classname="tests.browser.test_tabs" name="test_a[Firefox]" time="1"/>
<testcase classname="tests.browser.test_tabs" name="test_a[WebKit]" time="1"><failure message="x">x</failure></testcase>
<testcase classname="tests.browser.test_print" name="test_b" time="1"/>
<testcase classname="tests.playbook.notes.test_tone" name="test_c[2]" time="1"/>
</testsuite></testsuites>"""
AGAIN = """<testsuites><testsuite>
<testcase classname="tests.browser.test_tabs" name="test_a[WebKit]" time="1"/>
</testsuite></testsuites>"""
DAY = date(2026, 11, 30)
FACTS = {"commit": "0123456789ab"}


def test_a_test_that_passed_the_second_time_is_counted_once_and_said_so() -> None:
    record = tomllib.loads(write_record([read_results(FIRST), read_results(AGAIN)], DAY, FACTS))
    assert record == {
        "run": {"run_on": "2026-11-30", "commit": "0123456789ab"},
        "modules": {
            "browser/test_tabs": {"passed": 2, "again": 1, "browsers": ["Firefox", "WebKit"]},
            "browser/test_print": {"passed": 1, "again": 0, "browsers": ["Chromium"]},
            "playbook/notes/test_tone": {"passed": 1, "again": 0, "browsers": []},
        },
    }


def test_nothing_is_recorded_where_a_test_failed_to_the_end() -> None:
    with pytest.raises(SystemExit, match=r"browser/test_tabs::test_a\[WebKit\]"):
        write_record([read_results(FIRST)], DAY, FACTS)


@pytest.mark.parametrize("how", ["<skipped/>", "<error/>"])
def test_what_was_left_out_has_not_passed(how: str) -> None:
    text = f'<testsuite><testcase classname="tests.x" name="y">{how}</testcase></testsuite>'
    with pytest.raises(SystemExit, match="x::y"):
        write_record([read_results(text)], DAY, FACTS)


def test_nothing_is_recorded_of_nothing() -> None:
    with pytest.raises(SystemExit):
        write_record([read_results("<testsuite/>")], DAY, FACTS)

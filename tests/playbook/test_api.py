"""The rules as Python functions: examples run, mistakes are named, and the answers are those of the page."""

import doctest
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import playbook
from playbook import (
    Interview,
    RecordError,
    api,
    build_closing_statement,
    fill_note,
    plan_follow_up,
    read_calendar,
    read_record,
)
from playbook.boundary import run
from playbook.interview import Me, Office, Round, StatementWords
from playbook.own import own
from playbook.record_rows import Event, OwnClosure, Proof

PAGE = Path("docs/about/rules-elsewhere.md")
PYTHON = re.compile(r"```pycon\n(.*?)```", re.DOTALL)
TODAY = date(2026, 11, 21)
RECORD = {
    "ended_on": "2026-11-20",
    "country": "GB",
    "promise": "by Friday",
    "interviewers": [{"name": "Dana Whitfield"}, {"name": "Li Wei"}],
    "highlights": "how you hand over between shifts",
    "my_name": "Sam Reyes",
}


@pytest.mark.parametrize("module", [playbook, api], ids=lambda module: str(module.__name__))
def test_each_example_of_a_module_runs(module: object) -> None:
    tried = doctest.testmod(module)  # type: ignore[arg-type]  # both are modules
    assert tried.attempted > 3
    assert tried.failed == 0


def test_each_example_of_the_page_runs() -> None:
    text = "\n".join(PYTHON.findall(PAGE.read_text("utf-8")))
    examples = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    assert len(examples.examples) > 3
    assert doctest.DocTestRunner().run(examples).failed == 0


def test_every_function_says_what_it_gives_and_shows_it() -> None:
    for name in playbook.__all__:
        documented = getattr(playbook, name).__doc__
        assert documented, name
        if name[0].islower() and getattr(playbook, name).__module__ == "playbook.api":
            assert ">>> " in documented, name
            assert "Raises:" in documented, name


def test_the_package_offers_what_its_api_does() -> None:
    assert playbook.__all__ == api.__all__
    with pytest.raises(AttributeError, match="'playbook' has no attribute 'plan_followup'"):
        playbook.plan_followup  # noqa: B018  # to look is the test


def test_a_page_that_asks_one_tool_loads_none_of_this() -> None:
    code = "import sys, playbook.business_days; print('playbook.api' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "False\n"


def test_a_plan_has_the_days_of_the_page() -> None:
    plan = plan_follow_up(read_record(RECORD), TODAY)
    days = {step.id: step.earliest_on for step in plan.steps}
    # Friday 20 November, 'by Friday': until the 27th. Two open days later it is Tuesday.
    assert days["check-in-1"] == date(2026, 12, 1)
    page = json.loads(run("timeline", json.dumps({"record": RECORD, "today": "2026-11-21"})))
    assert plan.next_step is not None
    assert plan.next_step.id == "thank-you-email"
    assert "1 December" in page["text"]


def test_a_note_is_that_of_the_page() -> None:
    notes = fill_note("thank-you-email", read_record(RECORD), TODAY)
    assert [note.recipient.name for note in notes] == ["Dana Whitfield", "Li Wei"]
    chosen = {**RECORD, "note_kind": "thank-you-email"}
    page = json.loads(run("notes", json.dumps({"record": chosen, "today": "2026-11-21"})))
    assert all(note.text in page["text"] for note in notes)


def test_a_statement_is_that_of_the_page() -> None:
    interview = Interview(
        statement=StatementWords(
            needs="somebody who can train new starters", proofs=(Proof("ran it"),)
        )
    )
    record = {"needs": interview.statement.needs, "proofs": [{"did": "ran it"}]}
    page = json.loads(
        run("closing_statement", json.dumps({"record": record, "today": "2026-11-21"}))
    )
    lines = [
        line for section in build_closing_statement(interview).parts for line in section.sentences
    ]
    assert lines
    assert all(line in page["text"] for line in lines)


@pytest.mark.parametrize(
    ("asked", "path", "words"),
    [
        (lambda: read_record({"ended": "2026-11-20"}), "ended", "Did you mean 'ended_on'"),
        (lambda: read_record({"ended_on": "20.11.2026"}), "ended_on", "isn't a date"),
        (lambda: plan_follow_up(Interview(), TODAY), "ended_on", "Choose the day"),
        (
            lambda: plan_follow_up(
                Interview(
                    round=Round(ended_on=TODAY), events=(Event("offer", date(2026, 11, 22)),)
                ),
                TODAY,
            ),
            "events.0.on",
            "22 November",
        ),
        (lambda: fill_note("thank-you", Interview(), TODAY), "note_kind", "thank-you-email"),
        (lambda: read_calendar("UK"), "country", "'UK'"),
        (lambda: read_calendar("GB", "Scotland"), "region", "'Scotland'"),
    ],
)
def test_a_mistake_is_named_with_its_field(
    asked: Callable[[], object], path: str, words: str
) -> None:
    with pytest.raises(RecordError) as error:
        asked()
    assert list(error.value.errors) == [path]
    assert words in error.value.errors[path]
    assert words in str(error.value)


def test_an_office_that_never_opens_is_said_to_be_one() -> None:
    shut = tuple(OwnClosure(date(year, 1, 1), date(year, 12, 31)) for year in range(2026, 2042))
    with pytest.raises(playbook.NoOpenDayError):
        plan_follow_up(
            Interview(round=Round(ended_on=date(2026, 11, 20)), office=Office(closures=shut)), TODAY
        )


def test_another_rulebook_counts_by_its_own_numbers() -> None:
    rules = dict(own().rules)
    rules["check-in-after-promise"] = replace(rules["check-in-after-promise"], value=5)
    theirs = replace(own(), rules=rules)
    plan = plan_follow_up(read_record(RECORD), TODAY, theirs)
    # The 27th is a Friday; the fifth open day after it is the next Friday.
    assert {step.id: step.earliest_on for step in plan.steps}["check-in-1"] == date(2026, 12, 4)


def test_nobody_and_nothing_to_write_about_gives_no_note() -> None:
    assert fill_note("thank-you-email", Interview(me=Me(name="Sam Reyes")), TODAY) == ()

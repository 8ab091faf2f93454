"""The one door: whatever comes in, a Page goes out, and the same one each time."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from playbook.boundary import run
from playbook.calendars import Calendars
from playbook.own import own
from playbook.record import MOST_UNKNOWN
from playbook.rulebook import Rulebook
from runtime.build.warm import forget_answers
from tests.playbook.growth import grows_with_its_size

KEYS = {"choices", "downloads", "errors", "html", "needs", "readings", "record", "status", "text"}
RECORD = {"ended_on": "2026-11-20", "country": "GB", "promise": "by the end of next week"}


def ask(request: object, tool: str = "timeline", rulebook: Rulebook | None = None) -> Any:
    answer = json.loads(run(tool, json.dumps(request), rulebook))
    assert set(answer) == KEYS
    return answer


def test_a_record_is_answered_with_page_text_and_files() -> None:
    answer = ask({"record": RECORD, "today": "2026-11-22"})
    assert answer["errors"] == {}
    assert "1 December" in answer["html"]
    assert "1 December" in answer["text"]
    assert [each["name"] for each in answer["downloads"]] == ["calendar", "plan"]


@pytest.mark.parametrize(
    ("request_text", "path", "words"),
    [
        ("{", "request", "isn't JSON"),
        ("[" * 100_000, "request", "nested too deeply"),
        ('{"record": {"employer": NaN}, "today": "2026-11-22"}', "request", "'NaN'"),
        ('{"record": {"employer": 1e400}, "today": "2026-11-22"}', "request", "'1e400'"),
        (
            '{"record": {}, "record": {}, "today": "2026-11-22"}',
            "request",
            "'record' stands there twice",
        ),
        (
            '{"record": {}, "today": "2026-11-22", "stamp": "1999-12-31T23:59:59Z"}',
            "stamp",
            "2000 to 2099",
        ),
        (
            '{"record": {}, "today": "2026-11-22", "stamp": "0001-01-02T00:00:00Z"}',
            "stamp",
            "2000 to 2099",
        ),
        (
            '{"record": {}, "today": "2026-11-22", "stamp": "2100-01-01T00:00:00Z"}',
            "stamp",
            "2000 to 2099",
        ),
        ('{"record": {}, "today": "9999-12-31"}', "today", "2000 to 2099"),
        ("[]", "request", "JSON object"),
        ('{"record": {}}', "today", '"2026-11-22"'),
        ('{"record": {}, "today": "22.11.2026"}', "today", '"2026-11-22"'),
        ('{"record": {}, "today": "20261122"}', "today", '"2026-11-22"'),
        ('{"record": {}, "today": "2026-11-22", "stamp": "noon"}', "stamp", "UTC"),
        ('{"record": {}, "today": "2026-11-22", "stamp": "2026-11-22T05:06:00"}', "stamp", "UTC"),
        ('{"record": [], "today": "2026-11-22"}', "record", "JSON object"),
        ('{"plan": "Dear Dana,", "today": "2026-11-22"}', "plan", "isn't a plan"),
    ],
)
def test_a_request_that_cannot_be_read_is_named(request_text: str, path: str, words: str) -> None:
    errors = json.loads(run("timeline", request_text))["errors"]
    assert list(errors) == [path]
    assert words in errors[path]


def test_a_tool_that_does_not_exist_is_named() -> None:
    assert "There is: timeline" in ask({}, "horoscope")["errors"]["tool"]


def test_an_untouched_form_asks_without_complaining() -> None:
    answer = ask({"record": {}, "today": "2026-11-22"})
    assert (answer["errors"], answer["html"]) == ({}, "")
    assert "Day of the interview: this is the one thing we need." in answer["status"]


def test_a_form_without_the_date_says_that_it_is_needed() -> None:
    answer = ask({"record": {"employer": "Mill"}, "today": "2026-11-22"})
    assert list(answer["errors"]) == ["ended_on"]


@pytest.fixture
def without_calendars(tmp_path: Path) -> Rulebook:
    """A page's rulebook before it has fetched any country's calendar."""
    index = own().calendars.folder / "index.json"
    (tmp_path / "index.json").write_bytes(index.read_bytes())
    return replace(own(), calendars=Calendars(tmp_path))


def test_a_calendar_that_is_not_there_yet_is_asked_for(without_calendars: Rulebook) -> None:
    answer = ask({"record": RECORD, "today": "2026-11-22"}, rulebook=without_calendars)
    assert answer["needs"] == ["calendars/GB.json"]
    assert answer["html"] == ""


def test_the_calendars_of_both_records_are_asked_for_at_once(without_calendars: Rulebook) -> None:
    before = {"record": RECORD | {"country": "DE"}, "today": "2026-11-22"}
    answer = ask(
        {"record": RECORD, "today": "2026-11-22", "previous": before}, rulebook=without_calendars
    )
    assert answer["needs"] == ["calendars/GB.json", "calendars/DE.json"]
    before["record"] = {"country": ["a list"]}
    answer = ask(
        {"record": RECORD, "today": "2026-11-22", "previous": before}, rulebook=without_calendars
    )
    assert answer["needs"] == ["calendars/GB.json"]


def test_the_regions_of_the_chosen_country_are_offered() -> None:
    answer = ask({"record": RECORD, "today": "2026-11-22"})
    assert ["SCT", "Scotland"] in answer["choices"]["region"]
    assert tuple(map(tuple, answer["choices"]["region"])) == own().calendars.regions("GB")
    assert ask({"record": {}, "today": "2026-11-22"})["choices"] == {
        "region": [],
        "office_zone": [],
    }


def test_an_opened_plan_comes_back_as_it_was_typed() -> None:
    typed = RECORD | {"ended_at": "half six", "unheard_of": ["kept"]}
    saved = ask({"record": typed, "today": "2026-11-22"})["downloads"][-1]["text"]
    opened = ask({"plan": saved, "today": "2026-11-25"})
    assert opened["record"] == typed
    assert set(opened["errors"]) == {"unheard_of", "ended_at"}


def test_markup_and_template_code_stay_text() -> None:
    nasty = "<img src=x onerror=alert(1)>{{ 7 * 7 }}{% raise %}\"'"
    answer = ask(
        {
            "record": RECORD
            | {
                "interviewers": [{"name": nasty}],
                "promise": nasty,
                "news": nasty,
                "promised": [{"what": nasty}],
                "closures": [{"first_on": "2026-11-30", "name": nasty}],
                "contact_on": "2026-11-30",
            },
            "today": "2026-11-22",
        }
    )
    assert "<img" not in answer["html"]
    assert "&lt;img" in answer["html"]
    assert "{{ 7 * 7 }}" in answer["text"]
    assert "49" not in answer["text"]


def test_half_a_character_can_still_be_written() -> None:
    answer = run("timeline", '{"record": {"\\ud800": "\\ud83d"}, "today": "2026-11-22"}')
    assert "There is no field" in answer.encode().decode()


def test_an_office_that_never_opens_is_a_message() -> None:
    closures = [{"first_on": f"{y}-01-01", "last_on": f"{y}-12-31"} for y in range(2026, 2050)]
    answer = ask({"record": RECORD | {"closures": closures}, "today": "2026-11-22"})
    assert "never opens again" in answer["errors"]["closures"]


def test_closures_that_were_just_taken_out_are_no_fault_of_what_is_left() -> None:
    """The answer is compared with the plan before the edit, which there is none of where the office never opened."""
    closures = [{"first_on": f"{y}-01-01", "last_on": f"{y}-12-31"} for y in range(2026, 2050)]
    before = {"record": RECORD | {"closures": closures}, "today": "2026-11-22"}
    answer = ask({"record": RECORD, "today": "2026-11-22", "previous": before})
    alone = ask({"record": RECORD, "today": "2026-11-22"})
    assert answer["errors"] == alone["errors"]
    assert answer["html"] == alone["html"] != ""


def test_a_stamp_counts_in_utc() -> None:
    assert ask({"today": "2026-11-22", "stamp": "2100-01-01T00:30:00+01:00"})["errors"] == {}


def test_fields_that_nobody_knows_are_named_up_to_a_number() -> None:
    unknown = {f"employe{n}": "" for n in range(300)}
    errors = ask({"record": RECORD | unknown, "today": "2026-11-22"})["errors"]
    assert len(errors) == MOST_UNKNOWN + 1
    assert "Did you mean 'employer'?" in errors["employe0"]
    assert "There are 280 more fields that we don't know" in errors["record"]


def test_fields_that_nobody_knows_are_looked_at_in_time_that_grows_with_their_number() -> None:
    def make(count: int) -> str:
        rows = [{f"interviewe{n}-{row}": "x" for n in range(count)} for row in range(50)]
        return json.dumps({"record": RECORD | {"interviewers": rows}, "today": "2026-11-22"})

    def answer(request: str) -> None:
        forget_answers()
        run("timeline", request)

    assert grows_with_its_size(make, answer, 50)
    assert grows_with_its_size(
        lambda rows: make(1).replace("[{", "[" + "{}," * rows + "{"), answer, 5_000
    )


def test_what_changed_is_told_with_its_reason() -> None:
    before = {"record": RECORD, "today": "2026-11-22"}
    later = RECORD | {"promise": "by 4 December"}
    answer = ask({"record": later, "today": "2026-11-22", "previous": before})
    assert "What changed" in answer["html"]
    assert "When did they say you&#39;d hear?" in answer["html"]
    assert "from Tuesday 1 December to Tuesday 8 December" in answer["html"]

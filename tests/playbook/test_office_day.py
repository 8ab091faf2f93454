"""The day at their office: from the country, the region or the zone chosen, and said where it isn't the reader's."""

import json
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.__main__ import main
from playbook.boundary import run
from playbook.interview import Interview, Round
from playbook.office_day import day_counted
from playbook.own import own
from playbook.plan_file import open_plan
from playbook.record_rows import Event

EVENING = {"today": "2026-11-30", "stamp": "2026-12-01T04:00:00Z"}
"""Monday 20:00 in Los Angeles: Tuesday 13:00 in Tokyo, 04:00 in London."""
MORNING = {"today": "2026-12-01", "stamp": "2026-11-30T21:00:00Z"}
"""Tuesday 08:00 in Sydney: Monday 16:00 in New York, 11:00 in Honolulu, 21:00 in London."""
TALKED = {"ended_on": "2026-11-27", "promise": "by Tuesday"}
STILL, ALREADY = "Where they are it's still", "Where they are it's already"


def ask(record: dict[str, Any], tool: str = "timeline", **when: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(tool, json.dumps({"record": record, **when})))
    return answer


@pytest.mark.parametrize("tool", ["timeline", "notes", "your-plan"])
def test_an_office_ahead_has_its_own_today(tool: str) -> None:
    answer = ask({**TALKED, "country": "JP"}, tool, **EVENING)
    line = f"{ALREADY} Tuesday 1 December."
    assert answer["text"].startswith(line)
    assert answer["html"].startswith("<p>Where they are it&#39;s already Tuesday 1 December.")


def test_an_office_behind_has_its_own_today() -> None:
    answer = ask({**TALKED, "country": "GB"}, **MORNING)
    assert answer["text"].startswith(f"{STILL} Monday 30 November.")


def test_nothing_is_said_where_the_day_is_the_same() -> None:
    for record in ({"country": "JP"}, {"country": ""}, {"country": "??"}):
        answer = ask({**TALKED, **record}, today="2026-11-30", stamp="2026-11-30T10:00:00Z")
        assert "Where they are" not in answer["text"], record
    assert "Where they are" not in ask(TALKED, **EVENING)["text"]


def test_zones_that_agree_on_the_day_need_no_choice() -> None:
    # 16:00 in New York, 11:00 in Honolulu: Monday everywhere
    assert ask({**TALKED, "country": "US"}, **MORNING)["text"].startswith(STILL)
    # 23:30 in New York, 20:30 in Los Angeles; 00:30 in San Juan
    late = {"today": "2026-12-01", "stamp": "2026-12-01T07:30:00Z"}
    # New York has Tuesday 02:30, Los Angeles Monday 23:30: nobody can tell
    assert "Where they are" not in ask({**TALKED, "country": "US"}, **late)["text"]
    west = {**TALKED, "country": "US", "office_zone": "America/Los_Angeles"}
    assert ask(west, **late)["text"].startswith(f"{STILL} Monday 30 November.")
    assert ask({**TALKED, "country": "US", "region": "CA"}, **late)["text"].startswith(STILL)
    assert "Where they are" not in ask({**TALKED, "country": "US", "region": "NY"}, **late)["text"]


@pytest.mark.parametrize(
    ("record", "offered"),
    [
        ({"country": "GB"}, []),
        ({"country": "US", "region": "NY"}, []),
        ({"country": "US", "region": "TX"}, ["America/Chicago", "America/Denver"]),
        ({"country": "AU", "region": "NSW"}, []),
        ({"country": "ID"}, ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
        ({"country": "CN"}, []),
        ({"country": "XK"}, []),
        ({}, []),
    ],
)
def test_a_zone_is_asked_for_where_there_are_several(
    record: dict[str, str], offered: list[str]
) -> None:
    choices = ask({**TALKED, **record}, **EVENING)["choices"]["office_zone"]
    assert [zone for zone, _ in choices] == offered


def test_every_country_has_a_zone_and_every_city_a_name() -> None:
    for country in own().calendars.countries:
        known = own().calendars.zones(country.code)
        assert known.offered(""), country.code
        for region, _ in country.regions:
            assert known.offered(region), (country.code, region)
        names = [zone.name for zone in known.zones]
        assert len(names) == len(set(names)), country.code


def test_most_offices_of_a_country_count_where_nothing_is_chosen() -> None:
    # 04:00 UTC on 1 December: 17:00 in Auckland
    assert ask({**TALKED, "country": "NZ"}, **EVENING)["text"].startswith(ALREADY)


def test_a_zone_that_the_country_lacks_is_refused_with_its_field() -> None:
    answer = ask({**TALKED, "country": "US", "office_zone": "Europe/London"}, **EVENING)
    assert answer["errors"]["office_zone"].startswith("Time zone of their office")
    assert "'Europe/London'" in answer["errors"]["office_zone"]


def test_what_happened_today_counts_where_it_is_still_yesterday_there() -> None:
    event = {"kind": "answered", "on": "2026-12-01"}
    answer = ask({**TALKED, "country": "GB", "events": [event]}, **MORNING)
    assert answer["errors"] == {}
    assert "Where they are" not in answer["text"]


def test_what_happened_on_their_day_counts_where_it_is_already_tomorrow_there() -> None:
    event = {"kind": "answered", "on": "2026-12-01"}
    answer = ask({**TALKED, "country": "JP", "events": [event]}, **EVENING)
    assert answer["errors"] == {}
    assert "events.0.on" in ask({**TALKED, "events": [event]}, **EVENING)["errors"]


def test_a_plan_counts_from_their_day_and_never_from_one_before_what_has_happened() -> None:
    monday, tuesday = date(2026, 11, 30), date(2026, 12, 1)
    assert (
        day_counted(Interview(round=Round(ended_on=date(2026, 11, 27))), tuesday, monday) == monday
    )
    assert day_counted(Interview(round=Round(ended_on=tuesday)), tuesday, monday) == tuesday
    assert day_counted(Interview(events=(Event(on=tuesday),)), tuesday, monday) == tuesday
    assert (
        day_counted(Interview(round=Round(ended_on=date(2026, 12, 9))), tuesday, monday) == monday
    )


def test_a_moment_of_another_day_says_nothing() -> None:
    answer = ask({**TALKED, "country": "JP"}, today="2026-11-30", stamp="2026-12-05T04:00:00Z")
    assert "Where they are" not in answer["text"]


@pytest.mark.parametrize("there", ["2026-12-02", "2026-11-28", "tomorrow", None, 1])
def test_a_day_there_that_cannot_be_is_refused(there: object) -> None:
    request = {"record": TALKED, "today": "2026-11-30", "today_there": there}
    assert "today_there" in json.loads(run("timeline", json.dumps(request)))["errors"]


def test_a_day_there_that_is_given_counts() -> None:
    answer = ask(TALKED, today="2026-11-30", today_there="2026-12-01")
    assert answer["text"].startswith(ALREADY)


def test_the_command_line_answers_as_on_a_day_there_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text(
        ask({**TALKED, "country": "NZ"}, **EVENING)["downloads"][-1]["text"], encoding="utf-8"
    )
    assert main(["timeline", str(plan), "--today", date.today().isoformat()]) == 0  # noqa: DTZ011
    assert "Where they are" not in capsys.readouterr().out


def test_the_zone_is_saved_with_the_plan_and_an_older_plan_opens() -> None:
    record = {**TALKED, "country": "US", "office_zone": "America/Los_Angeles"}
    saved = ask(record, **EVENING)["downloads"][-1]["text"]
    assert open_plan(saved).record == record
    older = json.dumps(
        {"format": "closing-playbook/plan", "version": 1, "record": {**TALKED, "country": "US"}}
    )
    answer = json.loads(run("timeline", json.dumps({"plan": older, **EVENING})))
    assert answer["errors"] == {}
    assert answer["record"] == {**TALKED, "country": "US"}


MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
CODES = st.sampled_from([country.code for country in own().calendars.countries])


@given(moment=MOMENTS, code=CODES)
def test_the_day_there_is_that_of_the_tz_database(moment: datetime, code: str) -> None:
    for zone in own().calendars.zones(code).zones:
        for id in zone.ids:
            with files("tzdata").joinpath("zoneinfo", *id.split("/")).open("rb") as file:
                assert zone.day_at(moment) == moment.astimezone(ZoneInfo.from_file(file)).date(), id


@pytest.mark.parametrize(
    ("code", "change"),
    [("GB", "2027-03-28T01:00"), ("US", "2027-03-14T07:00"), ("NZ", "2027-04-03T14:00")],
)
def test_clocks_change_on_the_minute(code: str, change: str) -> None:
    """29 March 2027 is summer time in London, 14 March in New York; on 4 April it ends in Auckland."""
    zone = own().calendars.zones(code).zones[0]
    moment = datetime.fromisoformat(change).replace(tzinfo=UTC)
    assert moment in [since for since, _ in zone.clock]


def test_beyond_its_years_the_nearest_clock_counts() -> None:
    zone = own().calendars.zones("JP").zones[0]
    for year in (2001, 2098):
        moment = datetime(year, 6, 1, 16, tzinfo=UTC)
        assert zone.day_at(moment) == (moment + timedelta(days=1)).date()

"""A step moves where the reader is away or has put it off: to the nearest day that keeps every rule, and says why.

The days are worked out by hand with a calendar of 2026: 16 November and 23 November are Mondays.
"""

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from playbook.plan.model import Plan, Step
from tests.playbook.timeline.requests import (
    Situated,
    answer_to,
    asked,
    examples,
    file_named,
    plan_of,
    situations,
)

MET: dict[str, Any] = {"plan_id": "m", "ended_on": "2026-11-16", "promise": "by Friday"}
"""Their date is Friday the 20th, so the first check-in is allowed from Tuesday the 24th."""


def step(record: dict[str, Any], id: str, today: date) -> Step:
    return next(each for each in plan_of(record, today).steps if each.id == id)


def away(*rows: tuple[str, str, str]) -> dict[str, Any]:
    names = ("weekday", "first_on", "last_on")
    return {"away": [dict(zip(names, row, strict=True)) for row in rows]}


def put_off(id: str, until_on: str) -> dict[str, Any]:
    return {"postponed": [{"step": id, "until_on": until_on}]}


def item(record: dict[str, Any], title: str, today: date) -> str:
    """What the timeline says of a step, up to the next one."""
    text = str(answer_to(asked(record, today))["text"])
    return text[text.index(title) :].split("\n\n", maxsplit=1)[0].split(". \n", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("rows", "on"),
    [
        ([("tue", "", "")], date(2026, 11, 25)),
        ([("tue", "", ""), ("wed", "", "")], date(2026, 11, 26)),
        ([("", "2026-11-23", "2026-11-27")], date(2026, 11, 30)),
        ([("", "", "2026-11-25")], date(2026, 11, 26)),
        ([("", "2026-11-24", "")], date(2026, 11, 25)),
        ([("tue", "2026-11-25", "")], date(2026, 11, 24)),
        ([("tue", "", "2026-11-23")], date(2026, 11, 24)),
        ([("", "2026-11-24", "2026-11-27"), ("mon", "", "")], date(2026, 12, 1)),
        ([("", "", "")], date(2026, 11, 24)),
    ],
)
def test_a_check_in_goes_to_the_next_business_day_on_which_the_reader_is_there(
    rows: list[tuple[str, str, str]], on: date
) -> None:
    moved = step(MET | away(*rows), "check-in-1", date(2026, 11, 19))
    assert moved.do_on == moved.best_on == on
    assert (moved.move is None) == (on == date(2026, 11, 24))


def test_a_step_that_is_put_off_takes_those_after_it_along() -> None:
    record = MET | put_off("check-in-1", "2026-11-27")
    today = date(2026, 11, 24)
    assert step(record, "check-in-1", today).do_on == date(2026, 11, 27)
    assert step(record, "check-in-2", today).do_on == date(2026, 12, 4)
    assert "You put this off until Friday 27 November." in item(record, "Check in\n", today)


def test_it_is_never_earlier_than_allowed() -> None:
    record = MET | put_off("check-in-1", "2026-11-18")
    unmoved = step(record, "check-in-1", date(2026, 11, 17))
    assert (unmoved.do_on, unmoved.move) == (date(2026, 11, 24), None)


def test_a_day_on_which_their_office_is_closed_does_not_fit() -> None:
    record = MET | put_off("check-in-1", "2026-11-28")
    assert step(record, "check-in-1", date(2026, 11, 24)).do_on == date(2026, 11, 30)
    assert "That day doesn't fit, so it's on the next one that does." in item(
        record, "Check in\n", date(2026, 11, 24)
    )


REQUEST = MET | {
    "events": [{"kind": "asked", "on": "2026-11-17", "words": "papers", "by_on": "2026-11-20"}]
}


def test_before_a_date_of_theirs_it_goes_to_the_last_day_that_fits() -> None:
    record = REQUEST | put_off("answer-request-1", "2026-11-23")
    moved = step(record | away(("fri", "", "")), "answer-request-1", date(2026, 11, 18))
    assert (moved.do_on, moved.due_on) == (date(2026, 11, 19), date(2026, 11, 20))
    assert (
        "You put this off until Monday 23 November, but it's due by Friday 20 November. "
        "So it's on the last day that fits."
    ) in item(record, "Send what they asked for", date(2026, 11, 18))


def test_a_date_of_theirs_that_would_be_missed_is_named() -> None:
    record = REQUEST | away(("", "2026-11-17", "2026-11-22"))
    unmoved = step(record, "answer-request-1", date(2026, 11, 18))
    assert unmoved.due_on == date(2026, 11, 20)
    assert (
        "You're away on every day until Friday 20 November, when it's due. Tell them now that you need longer"
        in item(record, "Send what they asked for", date(2026, 11, 18))
    )


def test_a_card_that_cannot_be_posted_in_time_is_left_out() -> None:
    record = MET | {"promise_on": "2026-11-27", "post_card": True} | away(("", "", "2026-11-19"))
    assert "while you're away it can't go to the post." in item(
        record, "Post a handwritten note", date(2026, 11, 17)
    )
    assert step(record, "thank-you-handwritten", date(2026, 11, 17)).state == "not"


def test_thanks_that_can_only_come_late_come_on_the_first_day() -> None:
    record = MET | away(("", "2026-11-16", "2026-11-18"))
    moved = step(record, "thank-you-email", date(2026, 11, 16))
    assert (moved.do_on, moved.due_on) == (date(2026, 11, 19), date(2026, 11, 19))
    assert "It's still welcome." in item(record, "Send a thank-you e-mail", date(2026, 11, 16))


def test_a_check_in_that_would_come_after_the_end_is_left_out_and_comes_back() -> None:
    record = MET | put_off("check-in-1", "2027-02-01")
    answer = answer_to(asked(record, date(2026, 11, 24)))
    assert "when it's time to stop waiting. So we leave it out." in answer["text"]
    left_out = answer["html"].partition('id="left-out"')[2]
    assert 'Back to the usual day<span class="pb-hidden">: Check in</span>' in left_out


def test_days_away_that_never_end_stop_nothing() -> None:
    rows = away(*((each, "", "") for each in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")))
    text = item(MET | rows, "Check in\n", date(2026, 11, 24))
    assert "Your days away leave no day for this." in text


def test_the_days_offered_keep_the_rules_and_a_button_puts_the_step_off() -> None:
    record = MET | away(("thu", "", ""))
    html = answer_to(asked(record, date(2026, 11, 24)))["html"]
    start = html.index("<details", html.index('id="step-check-in-1"'))
    fold = html[start : html.index("</details>", start)]
    labels = re.findall(r"<button[^>]*>([^<]*)", fold)
    assert labels[:3] == ["Wednesday 25 November", "Friday 27 November", "Monday 30 November"]
    assert len(labels) == len({*labels}) == 6
    fills = {"postponed.0.step": "check-in-1", "postponed.0.until_on": "2026-11-25"}
    assert json.dumps(fills, separators=(", ", ": ")).replace('"', "&#34;") in fold


def test_the_entry_of_a_calendar_moves_and_keeps_its_identifier() -> None:
    today = date(2026, 11, 24)
    before = file_named("calendar", answer_to(asked(MET, today)))["text"]
    after = file_named(
        "calendar", answer_to(asked(MET | put_off("check-in-1", "2026-11-27"), today))
    )["text"]
    uids = [each for each in before.split("\r\n") if each.startswith("UID")]
    assert uids == [each for each in after.split("\r\n") if each.startswith("UID")]
    assert "DTSTART;VALUE=DATE:20261127" in after


def test_dates_away_in_the_wrong_order_are_named() -> None:
    record = MET | away(("", "2026-11-27", "2026-11-20"), ("", "", ""))
    errors = answer_to(asked(record, date(2026, 11, 19)))["errors"]
    assert errors == {
        "away.0.last_on": "Last day away: Friday 20 November is before the first day away (Friday 27 November)."
    }


def _is_away(record: dict[str, Any], on: date) -> bool:
    """Whether a row covers a day, reckoned otherwise than the rules do."""
    for row in record["away"]:
        first, last = row["first_on"] or "0", row["last_on"]
        if not any(row.values()) or (first != "0" and last and last < first):
            continue
        last = last or ("9" if row["weekday"] else first)
        on_weekday = row["weekday"] in ("", on.strftime("%a").lower())
        if on_weekday and first <= on.isoformat() <= last:
            return True
    return False


@given(situations())
@examples(400)
def test_moving_never_breaks_never(situation: Situated) -> None:
    record, today = situation
    plan: Plan = plan_of(record, today)
    for each in plan.steps:
        if each.move is None or each.move.sentence in ("move-not", "move-never"):
            continue
        assert each.do_on is not None
        assert each.earliest_on is not None
        assert each.due_on is not None
        assert max(each.earliest_on, today) <= each.do_on <= each.due_on
        assert not _is_away(record, each.do_on)
        if each.kind in ("check-in", "phone-call"):
            assert plan.situation.calendar.is_open(each.do_on)
        if each.move.sentence == "move-in-time":
            assert each.move.limit_on == each.due_on

"""Several applications in one plan file: nothing is lost, nothing is guessed, and two files make one list."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.applications import do_as_asked, every, gather, open_beside
from playbook.boundary import run
from playbook.merging import contains, is_empty, merge
from playbook.plan_file import FORMAT, VERSION, PlanProblem, open_plan, open_plans, save_plan

TODAY = "2026-11-30"
MILL = {"plan_id": "m", "employer": "Mill", "ended_on": "2026-11-20"}
YARD = {"plan_id": "y", "employer": "Dry Dock", "ended_on": "2026-11-23"}
WARD = {"plan_id": "w", "employer": "Aireside", "ended_on": "2026-11-27"}
BOTH = MILL | {"applications": [YARD]}


def saved(*applications: object, current: str = "") -> str:
    plan = {"format": FORMAT, "version": VERSION, "saved_on": TODAY, "current": current}
    return json.dumps({**plan, "applications": list(applications)})


def answer(tool: str, record: object, **more: object) -> dict[str, Any]:
    asked = {"record": record, "today": TODAY, **more}
    reply: dict[str, Any] = json.loads(run(tool, json.dumps(asked)))
    return reply


TEXTS = st.sampled_from(["", "Mill", "Dry Dock", "مطحنة", "é\n"])
ROWS = st.lists(
    st.fixed_dictionaries({}, optional={"kind": TEXTS, "on": TEXTS, "odd": st.none()}), max_size=3
)
APPLICATIONS = st.fixed_dictionaries(
    {"plan_id": st.sampled_from(["a", "b", "c"])},
    optional={
        "employer": TEXTS,
        "role": TEXTS,
        "events": ROWS,
        "in_calendar": st.lists(
            st.fixed_dictionaries({"step": TEXTS, "sequence": st.sampled_from(["", "7", "12"])}),
            max_size=3,
        ),
        "at_hand": TEXTS,
        "open_on_usual_days": st.booleans(),
    },
)
SEVERAL = st.lists(APPLICATIONS, max_size=6)


@given(SEVERAL)
def test_merging_what_is_merged_changes_nothing(applications: list[dict[str, Any]]) -> None:
    once = merge(applications)
    assert merge(once) == once
    assert merge([*once, *applications]) == once


@given(SEVERAL, SEVERAL, st.randoms(use_true_random=False))
def test_the_order_in_which_files_are_merged_does_not_matter(
    one: list[dict[str, Any]], other: list[dict[str, Any]], random: Any
) -> None:
    at_once = merge([*one, *other])
    assert merge([*merge(other), *merge(one)]) == at_once
    mixed = [*one, *other]
    random.shuffle(mixed)
    assert merge(mixed) == at_once


@given(SEVERAL)
def test_nothing_that_was_typed_is_lost_by_merging(applications: list[dict[str, Any]]) -> None:
    merged = merge(applications)
    for each in applications:
        typed = {key: each[key] for key in each if key not in ("in_calendar", "at_hand")}
        assert any(contains(each_kept, typed) for each_kept in merged)


@settings(max_examples=200)
@given(st.lists(APPLICATIONS, min_size=1, max_size=6))
def test_saved_and_opened_again_nothing_has_changed(applications: list[dict[str, Any]]) -> None:
    record = {**applications[0], "applications": applications[1:]}
    text = save_plan(record, date(2026, 11, 30))
    opened = open_plan(text)
    assert save_plan(opened.record, date(2026, 11, 30)) == text
    typed = [
        {key: value for key, value in each.items() if value not in ("", [])}
        for each in applications
    ]
    known = every(opened.record)
    assert all(each in known for each in typed if not is_empty({**each, "plan_id": ""}))


def test_a_plan_of_one_interview_becomes_a_file_of_one() -> None:
    old = json.dumps({"format": FORMAT, "version": 1, "saved_on": TODAY, "record": MILL})
    assert open_plan(old).record == MILL
    assert json.loads(save_plan(MILL, date(2026, 11, 30))) == json.loads(saved(MILL, current="m"))


AWAY = [{"last_on": "2026-12-02"}]


def test_days_away_hold_for_every_interview_and_stay_whatever_is_opened() -> None:
    record = BOTH | {"away": AWAY}
    text = answer("my_interviews", record)["text"]
    assert text.count("so it's on the next day that fits.") == 2
    assert "Thursday 3 December" in text
    for asked in ({"open": "y"}, {"new": ""}, {"remove": "y"}, {"next-round": ""}):
        changed = answer("my_interviews", record | {"applications_do": asked})["record"]
        assert changed["away"] == AWAY
        assert all("away" not in each for each in every(changed))
    file = save_plan(record, date(2026, 11, 30))
    assert json.loads(file)["away"] == AWAY
    assert open_plan(file).record == record


def test_two_files_have_the_days_of_both_each_once() -> None:
    tuesdays = [{"weekday": "tue"}]
    here = MILL | {"away": [*AWAY, *tuesdays]}
    there = save_plan(YARD | {"away": tuesdays}, date(2026, 11, 30))
    merged = answer("my_interviews", here, plans=[there])["record"]
    assert merged["away"] == [*AWAY, *tuesdays]
    again = answer("my_interviews", merged, plans=[there])["record"]
    assert again == merged
    assert answer("timeline", BOTH | {"away": AWAY}, plan=there)["record"]["away"] == [
        *AWAY,
        *tuesdays,
    ]
    alone = answer("timeline", {}, plan=there)["record"]
    assert alone == YARD | {"away": tuesdays}


def test_each_value_has_its_own_line_and_the_order_is_that_of_the_numbers() -> None:
    lines = save_plan(YARD | {"applications": [MILL]}, date(2026, 11, 30)).splitlines()
    assert [each.strip() for each in lines if "employer" in each] == [
        '"employer": "Mill",',
        '"employer": "Dry Dock",',
    ]
    assert '  "current": "y",' in lines


def test_one_that_cannot_be_read_is_named_and_the_others_open() -> None:
    large = {"plan_id": "l", "employer": "Loch Ltd", "events": [{}] * 501}
    text = saved(MILL, "a cat", YARD, large, current="y")
    reply = answer("timeline", {}, plan=text)
    assert reply["record"] == YARD | {"applications": [MILL]}
    assert reply["errors"]["applications"] == (
        "Interview 2 in this file is damaged, so we left it out. The others are open. 'Loch Ltd' has "
        "501 entries in one table or list, and there can be 500 at most. We left it out. The others are open."
    )
    assert reply["text"]


@pytest.mark.parametrize("rows", [[], [7], {}, None])
def test_a_file_in_which_nothing_can_be_read_is_refused(rows: object) -> None:
    text = json.dumps({"format": FORMAT, "version": VERSION, "applications": rows})
    with pytest.raises(PlanProblem) as caught:
        open_plan(text)
    assert caught.value.problem.message == "plan-cut-short"


def test_a_newer_file_is_refused_kindly() -> None:
    text = json.dumps({"format": FORMAT, "version": VERSION + 1, "interviews": [MILL]})
    assert answer("timeline", {}, plan=text)["errors"] == {
        "plan": "This plan was saved by a newer version (5) of this playbook. Open it there; this one "
        "reads up to version 4."
    }


def test_two_of_one_number_are_named_and_both_are_there() -> None:
    other = YARD | {"plan_id": "m"}
    opened = open_plan(saved(MILL, other))
    assert every(opened.record) == every(MILL | {"applications": [other]})
    reply = answer("timeline", {}, plan=saved(MILL, other))
    assert reply["errors"]["applications"].startswith(
        "2 interviews in this file have the same number: Mill, Dry Dock. Both are open."
    )


def test_two_hundred_open() -> None:
    rows = [MILL | {"plan_id": f"m{at:03}", "employer": f"Mill {at}"} for at in range(200)]
    record = open_plan(saved(*rows)).record
    assert len(every(record)) == 200
    assert every(open_plan(save_plan(record, date(2026, 11, 30))).record) == rows


def test_the_copy_that_has_more_stands_for_both() -> None:
    later = MILL | {"events": [{"kind": "offer", "on": "2026-11-27"}]}
    assert merge([later, MILL]) == [later]
    assert merge([MILL | {"role": "Miller"}, later]) == [later, MILL | {"role": "Miller"}]


def test_what_a_calendar_has_is_remembered_from_both_copies() -> None:
    one = MILL | {"in_calendar": [{"step": "check-in-1", "sequence": "8"}], "at_hand": "notes"}
    other = MILL | {"in_calendar": [{"step": "close-file", "sequence": "7"}]}
    rows = [*other["in_calendar"], *one["in_calendar"]]
    assert merge([one, other]) == [MILL | {"in_calendar": rows, "at_hand": "notes"}]


def test_files_come_to_what_is_typed_and_it_stays_at_hand() -> None:
    applications, wrong = open_plans([saved(YARD), "no plan", saved(WARD, MILL)])
    assert (len(applications), list(wrong)) == (3, [2])
    assert gather(MILL, applications) == MILL | {"applications": [WARD, YARD]}
    assert gather({"country": "GB"}, applications)["employer"] == "Dry Dock"


def test_a_plan_opened_where_there_are_others_takes_none_of_them_away() -> None:
    assert open_beside(BOTH, WARD) == WARD | {"applications": [MILL, YARD]}
    assert answer("timeline", MILL, plan=saved(WARD))["record"] == WARD
    assert answer("my_interviews", MILL, plan=saved(WARD))["record"] == open_beside(MILL, WARD)
    reply = answer("timeline", BOTH, plan=saved(WARD))
    assert [each["employer"] for each in reply["record"]["applications"]] == ["Mill", "Dry Dock"]


def test_another_one_is_put_at_hand_and_none_is_lost() -> None:
    reply = answer("timeline", BOTH | {"applications_do": {"open": "y"}})
    assert reply["record"] == YARD | {"applications": [MILL]}
    assert "Dry Dock" in json.dumps(reply["downloads"])
    assert answer("timeline", BOTH)["record"] is None


def test_a_new_one_is_empty_but_for_what_goes_along() -> None:
    mine = BOTH | {"country": "GB", "my_name": "Ada", "in_calendar": [{"step": "a"}]}
    new = do_as_asked(mine | {"applications_do": {"new": ""}})
    assert new == {
        "country": "GB",
        "my_name": "Ada",
        "applications": [{key: mine[key] for key in mine if key != "applications"}, YARD],
    }
    assert new is not None
    back = do_as_asked({**new, "applications_do": {"open": "y"}})
    assert back is not None
    assert back["employer"] == "Dry Dock"


def test_the_reader_chooses_between_copies() -> None:
    other = MILL | {"role": "Miller", "ended_on": "2026-11-21"}
    two = {**YARD, "applications": [MILL, other]}
    assert do_as_asked(two | {"applications_do": {"keep": "m/2"}}) == YARD | {
        "applications": [other]
    }
    parted = do_as_asked(two | {"applications_do": {"part": "m/2"}})
    assert parted is not None
    assert len({each["plan_id"] for each in every(parted)}) == 3


def test_one_is_removed_and_comes_back() -> None:
    gone = do_as_asked(BOTH | {"applications_do": {"remove": "m"}})
    assert gone == YARD | {"applications_removed": [MILL]}
    assert "Mill" not in save_plan(gone, date(2026, 11, 30))
    assert do_as_asked({**gone, "applications_do": {"restore": ""}}) == YARD | {
        "applications": [MILL]
    }
    last = do_as_asked({**gone, "applications_do": {"remove": "y"}})
    assert last == {"applications_removed": [YARD]}
    assert do_as_asked({**last, "applications_do": {"restore": ""}}) == YARD


def test_one_that_comes_back_takes_no_other_ones_place() -> None:
    newer = MILL | {"role": "Miller"}
    both = newer | {"applications": [YARD], "applications_removed": [MILL]}
    back = do_as_asked(both | {"applications_do": {"restore": ""}})
    assert back == newer | {"applications": [MILL, YARD]}


@pytest.mark.parametrize("order", [7, {}, {"open": 7}, {"open": "x"}, {"burn": "m"}, None, "open"])
def test_what_nobody_can_ask_for_changes_nothing(order: object) -> None:
    assert do_as_asked(BOTH | {"applications_do": order}) == BOTH


@pytest.mark.parametrize("odd", [7, "a", {"a": 1}, [7], [[]], [None]])
def test_damaged_others_are_named_and_the_one_at_hand_is_answered(odd: object) -> None:
    reply = answer("timeline", MILL | {"applications": odd})
    assert list(reply["errors"]) == ["applications"]
    assert "Mill" in reply["downloads"][-1]["text"]
    assert reply["text"]

"""What holds for every record on every day: each sentence about the dates that says 'never' or 'always'."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from playbook.business_days import Calendar
from playbook.office import promise_of
from playbook.own import own
from playbook.plan.model import Plan, Step, day_of
from playbook.promises import Reading
from playbook.record_rows import Event
from tests.playbook.timeline.requests import (
    Situated,
    closures,
    examples,
    plan_of,
    records,
    situations,
    todays,
)

GAP = 5
GRACE = 2
MOST_E_MAILS, MOST_CALLS = 2, 1


def planned(plan: Plan) -> list[Step]:
    """The check-ins still to come, the call among them, in the order of their days."""
    kinds = ("check-in", "phone-call")
    return [step for step in plan.steps if step.kind in kinds and step.is_open]


def sent(plan: Plan, *kinds: str) -> tuple[Event, ...]:
    return plan.situation.all(*(kinds or ("check-in-sent", "called")))


def open_days(after: date, to: date, calendar: Calendar) -> int:
    """Working days after one date, up to and including another, counted one by one."""
    days = (after + timedelta(days=n) for n in range(1, (to - after).days + 1))
    return sum(map(calendar.is_open, days))


def earliest(step: Step) -> date:
    assert step.earliest_on is not None
    return step.earliest_on


def best(step: Step) -> date:
    assert step.best_on is not None
    return step.best_on


def named_date(plan: Plan) -> date | None:
    """The last day of the newest promise that names one. On one day, the later row is the newer."""
    interview = plan.situation.interview
    at_the_interview = (
        plan.situation.ended_on,
        interview.round.promise,
        interview.round.promise_on,
    )
    answers = [(day_of(each), each.words, each.by_on) for each in plan.situation.all("answered")]
    for said_on, words, named_on in reversed([at_the_interview, *answers]):
        promise = promise_of(interview.office, words, said_on, own().calendars)
        if named_on or promise.reading is Reading.DATED:
            return named_on or promise.last_on
    return None


# Never too early, too close or too often


@given(situations())
@examples(500)
def test_no_check_in_before_their_promise_has_passed(situation: Situated) -> None:
    plan = plan_of(*situation)
    last_on = named_date(plan)
    for step in planned(plan):
        assert (
            last_on is None or open_days(last_on, earliest(step), plan.situation.calendar) >= GRACE
        )


@given(situations())
@examples(300)
def test_no_check_in_before_the_usual_time_has_passed_where_nobody_named_a_date(
    situation: Situated,
) -> None:
    plan = plan_of(*situation)
    if named_date(plan):
        return
    spoke = [plan.situation.ended_on, *map(day_of, plan.situation.all("answered", "asked"))]
    for step in planned(plan):
        assert open_days(max(spoke), earliest(step), plan.situation.calendar) >= 5 + GRACE


@given(situations())
@examples(400)
def test_two_check_ins_are_never_closer_than_the_gap(situation: Situated) -> None:
    plan = plan_of(*situation)
    coming = planned(plan)
    calendar = plan.situation.calendar
    for one, other in pairwise(coming):
        assert open_days(best(one), earliest(other), calendar) >= GAP
    for event in sent(plan):
        for step in coming:
            assert open_days(day_of(event), earliest(step), calendar) >= GAP


@given(situations())
@examples(400)
def test_never_more_than_the_cap_without_an_answer(situation: Situated) -> None:
    plan = plan_of(*situation)
    answers = plan.situation.all("answered", "asked", "task", "checks", "cancelled")
    since = day_of(answers[-1]) if answers else plan.situation.ended_on - timedelta(days=1)
    used = sum(day_of(each) > since for each in sent(plan, "check-in-sent"))
    coming = planned(plan)
    e_mails = sum(step.kind == "check-in" for step in coming)
    calls = len(coming) - e_mails
    assert e_mails <= max(0, MOST_E_MAILS - used)
    assert calls <= max(0, MOST_CALLS - len(sent(plan, "called")))


@given(situations())
@examples(500)
def test_nothing_is_planned_on_a_closed_day_nor_on_a_day_gone_by(situation: Situated) -> None:
    plan = plan_of(*situation)
    for step in planned(plan):
        assert step.do_on
        for on in (earliest(step), best(step), step.do_on):
            assert plan.situation.calendar.is_open(on)
        assert step.do_on >= plan.situation.today


@given(situations())
@examples(100)
def test_who_asked_not_to_be_followed_up_is_left_alone(situation: Situated) -> None:
    record, today = situation
    plan = plan_of(record | {"follow_up": "none"}, today)
    assert planned(plan) == []
    assert not (plan.verdict and plan.verdict.allowed)


@given(situations())
@examples(500)
def test_a_day_is_called_good_only_if_it_is(situation: Situated) -> None:
    plan = plan_of(*situation)
    if plan.verdict is None or not plan.verdict.allowed:
        return
    on, calendar = plan.verdict.on, plan.situation.calendar
    last_on = named_date(plan)
    assert on >= plan.situation.today
    assert calendar.is_open(on)
    assert last_on is None or open_days(last_on, on, calendar) >= GRACE
    assert all(open_days(day_of(each), on, calendar) >= GAP for each in sent(plan))


# Always in order


@given(situations())
@examples(500)
def test_earliest_is_never_after_best_nor_best_after_due(situation: Situated) -> None:
    for step in plan_of(*situation).steps:
        dates = (step.earliest_on, step.best_on, step.due_on)
        if step.state == "not":
            assert dates == (None, None, None)
            assert step.notes
            continue
        days = [on for on in dates if on]
        assert len(days) == 3
        assert days == sorted(days), step.id


@given(st.data())
@examples(250)
def test_a_closure_never_moves_a_check_in_earlier(data: st.DataObject) -> None:
    today = data.draw(todays)
    record = data.draw(records(today))
    added = data.draw(closures(date.fromisoformat(record["ended_on"])))
    before = {step.id: step for step in planned(plan_of(record, today))}
    after = planned(plan_of(record | {"closures": [*record["closures"], added]}, today))
    for step in after:
        if step.id in before:
            assert earliest(step) >= earliest(before[step.id])
            assert best(step) >= best(before[step.id])
    assert len(after) >= len(before)

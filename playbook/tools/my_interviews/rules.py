"""My interviews: from every application to one list of what is due."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from playbook.applications import is_begun
from playbook.business_days import NoOpenDayError
from playbook.interview import Interview
from playbook.memory import remembered_for_each
from playbook.plan.compute import compute as compute_plan
from playbook.plan.model import THEY_ASKED, Plan, State, Step
from playbook.rounds import ARRANGED
from playbook.rulebook import Rulebook
from playbook.tool import Application, Request
from playbook.tools.my_interviews.across import offers_to_tell, to_put_together
from playbook.tools.my_interviews.model import Group, Interviews, Place, Standing

BESIDE = ("keep-searching", "bring-news")
"""Steps that are no reason to turn to one interview: the search goes on anyway, and news goes into a check-in."""
THEY_SPOKE = ("answered", *THEY_ASKED, "offer", "rejected", ARRANGED)
OUTCOMES = ("rejected", "offer", "decided")
"""What ends the waiting: without its day, nobody knows what is due."""
WEEK = timedelta(days=6)
_GROUPS = tuple(Group)


def compute(request: Request, rulebook: Rulebook) -> Interviews:
    """Return where every interview stands, and what one means for the others.

    Raises MissingData where the calendar of a country isn't in place yet.
    """
    private = any(each.interview.calendar.private_titles for each in request.applications)
    begun = [each for each in request.applications if is_begun(each.record)]
    copies = Counter(each.interview.plan_id for each in begun)
    seen: Counter[str] = Counter()
    places = []
    for each in begun:
        seen[each.interview.plan_id] += 1
        is_copy = bool(each.interview.plan_id) and copies[each.interview.plan_id] > 1
        number = seen[each.interview.plan_id] if is_copy else 0
        places.append(
            Place(each, stand(each.key, _as_titled(each, private), each.today, rulebook), number)
        )
    ordered = tuple(sorted(places, key=_order))
    return Interviews(
        today=request.today,
        week_until=request.today + WEEK,
        places=ordered,
        tells=offers_to_tell(ordered),
        together=to_put_together(ordered),
    )


def _as_titled(application: Application, private: bool) -> Interview:  # noqa: FBT001  # one value for all
    """Return the interview with neutral titles where any of them has: it's the same calendar."""
    interview = application.interview
    if interview.calendar.private_titles == private:
        return interview
    return replace(interview, calendar=replace(interview.calendar, private_titles=private))


@remembered_for_each
def stand(_: str, interview: Interview, today: date, rulebook: Rulebook) -> Standing:
    """Return where one interview stands on a day."""
    if interview.round.ended_on is None:
        return Standing(Group.UNDATED)
    if any(each.kind in OUTCOMES and each.on is None for each in interview.events):
        return Standing(Group.UNDATED, undated_event=True)
    midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
    try:
        plan = compute_plan(Request(interview, today, midnight), rulebook)
    except NoOpenDayError:
        return Standing(Group.UNDATED, never_open=True)
    return _standing(plan)


def _standing(plan: Plan) -> Standing:
    today = plan.situation.today
    steps = tuple(each for each in plan.steps if each.is_open and each.kind not in BESIDE)
    due = tuple(each for each in steps if each.do_on and each.do_on <= today)
    meet_on = _meet_on(plan)
    if meet_on and not due:
        return Standing(_group(meet_on, today), plan, on=meet_on, meet_on=meet_on)
    step = replace(plan, steps=due or steps).next_step
    if step is None or plan.stage in ("closed", "decided") or _is_over(plan, step):
        return Standing(Group.OVER, plan)
    assert step.do_on is not None
    also_due = tuple(each for each in due if each.id != step.id)
    return Standing(
        _group(step.do_on, today), plan, step, step.do_on, also_due, _quiet(plan), meet_on=meet_on
    )


def _meet_on(plan: Plan) -> date | None:
    """Return the day of an interview that is still to come, or was arranged; None where they wait for an answer."""
    if plan.stage == "ahead":
        return plan.situation.ended_on
    arranged = plan.situation.last(ARRANGED) if plan.stage == ARRANGED else None
    return (arranged.by_on or arranged.on) if arranged else None


def _is_over(plan: Plan, step: Step) -> bool:
    """Return whether they said no, and the thanks for it are sent or too late."""
    return plan.stage == "rejected" and step.kind == "close-file"


def _group(on: date, today: date) -> Group:
    if on <= today:
        return Group.DUE
    return Group.WEEK if on <= today + WEEK else Group.LATER


def _quiet(plan: Plan) -> int | None:
    """Return for how many days they have said nothing; None where they have decided."""
    if plan.stage not in ("waiting", "passed", "silent"):
        return None
    spoke = plan.situation.last(*THEY_SPOKE)
    last_on = spoke.on if spoke and spoke.on else plan.situation.ended_on
    return (plan.situation.today - last_on).days


def _order(place: Place) -> tuple[int, bool, date, str, str]:
    """Return its place in the list: by group, what is late first, then by date, employer and copy."""
    standing, interview = place.standing, place.application.interview
    step = standing.step
    is_late = step is not None and step.state is State.LATE
    ended_on = interview.round.ended_on or date.min
    due_on = step.due_on if is_late and step and step.due_on else standing.on
    on = due_on or ended_on
    return (
        _GROUPS.index(standing.group),
        not is_late,
        on,
        interview.employer.casefold(),
        place.application.key,
    )

"""What the reader's last edit changed in a plan."""

from dataclasses import replace
from datetime import date

from playbook.interview import Interview
from playbook.plan.model import Plan, State, Step, StepChange
from playbook.record_keys import leaves_of, value_of
from playbook.tool import Request

NO_NEWS = "keep-searching"
"""The kind of step that moves every week by itself."""


def with_changes(plan: Plan, request: Request, before: Plan, previous: Request) -> Plan:
    """Return the plan of a request with what differs from the plan `before`, that of the `previous` request."""
    fields = ("today", *leaves_of(Interview))
    changed = (name for name in fields if _value(request, name) != _value(previous, name))
    return replace(plan, changes=_compare(before, plan), changed_fields=tuple(changed))


def _compare(before: Plan, after: Plan) -> tuple[StepChange, ...]:
    """Return the steps to come that moved, came or went; what was done meanwhile hasn't gone."""
    old, new = _to_come(before), _to_come(after)
    moved = (
        StepChange("moved", step, old[id].do_on)
        for id, step in new.items()
        if id in old and _days(old[id]) != _days(step)
    )
    came = (StepChange("new", step) for id, step in new.items() if id not in old)
    done = {step.id for step in after.steps if step.state is State.DONE}
    went = (
        StepChange("dropped", step, step.do_on)
        for id, step in old.items()
        if id not in new and id not in done
    )
    return (*moved, *came, *went)


def _to_come(plan: Plan) -> dict[str, Step]:
    return {step.id: step for step in plan.steps if step.is_open and step.kind != NO_NEWS}


def _days(step: Step) -> tuple[date | None, date | None]:
    return step.best_on, step.due_on


def _value(request: Request, name: str) -> object:
    return request.today if name == "today" else value_of(request.interview, name)

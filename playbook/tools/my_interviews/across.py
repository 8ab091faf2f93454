"""What one interview means for the others: an offer that they should know of, and check-ins that become one."""

from collections.abc import Iterator

from playbook.interview import Interview
from playbook.phrasing.agency import is_agency
from playbook.plan.model import State, Step
from playbook.tools.my_interviews.model import Group, Place, Tell, Together

CHECK_INS = ("check-in", "phone-call")
FREE_MAIL = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com proton.me aol.com gmx.net mail.com"
    " qq.com 163.com".split()
)
"""Where anybody has an address, so that two who write from there needn't be of one agency."""


def offers_to_tell(places: tuple[Place, ...]) -> tuple[Tell, ...]:
    """Return each offer that the others, who still decide, haven't been told of."""
    return tuple(_offers(places))


def _offers(places: tuple[Place, ...]) -> Iterator[Tell]:
    waiting = tuple(each for each in places if each.standing.still_decide and each.is_first)
    for place in places if waiting else ():
        steps = {each.kind: each for each in _steps(place)}
        tell, decide = steps.get("tell-other-employers"), steps.get("offer-decide")
        if tell is None or decide is None or not tell.is_open:
            continue
        assert tell.due_on is not None
        assert decide.due_on is not None
        is_late = tell.state is State.LATE
        yield Tell(place, waiting, tell.due_on, decide.due_on, is_late)


def _steps(place: Place) -> tuple[Step, ...]:
    plan = place.standing.plan
    return plan.steps if plan and place.standing.group is not Group.OVER else ()


def to_put_together(places: tuple[Place, ...]) -> tuple[Together, ...]:
    """Return the check-ins that are for one person, or one agency, on one day. Copies of one interview don't count."""
    groups: dict[tuple[object, ...], list[Place]] = {}
    for place in places:
        step, who = place.standing.step, _who(place.application.interview)
        if step and step.kind in CHECK_INS and who and place.is_first:
            groups.setdefault((step.kind, step.do_on, *who), []).append(place)
    return tuple(Together(tuple(each)) for each in groups.values() if len(each) > 1)


def _who(interview: Interview) -> tuple[str, ...]:
    """Return whom a check-in goes to, so that the same people are equal; empty where nobody can tell."""
    contact = interview.contact
    email, name = contact.email.casefold(), " ".join(contact.name.casefold().split())
    agency = is_agency(interview)
    domain = email.partition("@")[2]
    if agency and domain and domain not in FREE_MAIL:
        return ("agency", domain)
    if email:
        return ("email", email)
    if not name:
        return ()
    return ("agency", name) if agency else ("name", name, interview.employer.casefold())

"""Whom a note goes to: each person met, all of them, the contact, other employers, references."""

from collections.abc import Callable, Mapping

from playbook.interview import Interview, Interviewer
from playbook.render import listed
from playbook.tools.notes.facts import CROWD
from playbook.tools.notes.model import Kind, Recipient
from playbook.tools.notes.phrasing import greeting
from playbook.tools.timeline.contacts import contact
from playbook.tools.timeline.model import Situation


def recipients(kind: Kind, situation: Situation) -> tuple[Recipient, ...]:
    """Everybody who gets a note of this kind, one note each. There is always one, if only without a name."""
    found = _FIND[kind.to](situation)
    return found or (Recipient(),)


def _interviewers(situation: Situation) -> tuple[Recipient, ...]:
    interview = situation.interview
    named = [at for at, person in enumerate(interview.interviewers) if person.name]
    main = _place_of(contact(situation), interview)
    main = main if main is not None else next(iter(named), 0)
    return tuple(
        _met(interview.interviewers[at], at, nth, at == main) for nth, at in enumerate(named)
    )


def _met(person: Interviewer, at: int, nth: int, main: bool) -> Recipient:  # noqa: FBT001 - one caller, beside it
    emails = (person.email,) if person.email else ()
    greet = person.greet or greeting(person.name)
    return Recipient(person.name, greet, emails, f"interviewers.{at}", nth, main)


def _group(situation: Situation) -> tuple[Recipient, ...]:
    people = [person for person in situation.interview.interviewers if person.name]
    names = [person.greet or greeting(person.name) for person in people]
    greet = listed(names) if len(names) <= CROWD else ""
    emails = tuple(dict.fromkeys(person.email for person in people if person.email))
    return (Recipient(listed(names), greet, emails),) if people else ()


def _contact(situation: Situation) -> tuple[Recipient, ...]:
    interview = situation.interview
    name = contact(situation)
    at = _place_of(name, interview)
    email = interview.contact_email
    if at is None:
        greet = greeting(name) if name else ""
        return (Recipient(name, greet, (email,) if email else (), "contact"),)
    person = interview.interviewers[at]
    email = email if interview.contact_name and email else person.email
    greet = person.greet or greeting(name)
    return (Recipient(name, greet, (email,) if email else (), f"interviewers.{at}"),)


def _others(situation: Situation) -> tuple[Recipient, ...]:
    rows = situation.interview.other_employers
    return tuple(
        Recipient(
            each.name or each.employer,
            greeting(each.name) if each.name else "",
            (each.email,) if each.email else (),
            f"other_employers.{at}",
            at,
        )
        for at, each in enumerate(rows)
        if each.name or each.employer or each.role
    )


def _references(situation: Situation) -> tuple[Recipient, ...]:
    rows = situation.interview.references
    return tuple(
        Recipient(
            each.name,
            greeting(each.name),
            (each.email,) if each.email else (),
            f"references.{at}",
            at,
        )
        for at, each in enumerate(rows)
        if each.name
    )


def _place_of(name: str, interview: Interview) -> int | None:
    """The row of the interviewer with this name, if there is one."""
    people = interview.interviewers
    return next((at for at, each in enumerate(people) if name and each.name == name), None)


_FIND: Mapping[str, Callable[[Situation], tuple[Recipient, ...]]] = {
    "interviewer": _interviewers,
    "group": _group,
    "contact": _contact,
    "other": _others,
    "reference": _references,
}

"""Whom a note goes to: each person met, all of them, the contact, other employers, references."""

from collections.abc import Callable, Mapping

from playbook.interview import Interview
from playbook.phrasing.greet import greeting
from playbook.phrasing.people import greet_of, greets_of, is_interpreter, style_of
from playbook.phrasing.tidy import is_empty
from playbook.plan.check_ins import contact
from playbook.plan.model import Situation
from playbook.record_rows import Interviewer
from playbook.render import listed
from playbook.tools.notes.meeting import CROWD
from playbook.tools.notes.model import Kind, Recipient


def recipients(kind: Kind, situation: Situation) -> tuple[Recipient, ...]:
    """Return everybody who gets a note of this kind, one note each. There is always one, if only without a name."""
    people = _FIND[kind.to](situation)
    return people or (Recipient(),)


def _interviewers(situation: Situation) -> tuple[Recipient, ...]:
    interview = situation.interview
    named = [
        at for at, person in enumerate(interview.round.interviewers) if not is_empty(person.name)
    ]
    main = _place_of(contact(situation), interview)
    main = main if main is not None else next(iter(named), 0)
    return tuple(_met(interview, at, nth, is_main=at == main) for nth, at in enumerate(named))


def _met(interview: Interview, at: int, nth: int, *, is_main: bool) -> Recipient:
    person = interview.round.interviewers[at]
    emails = (person.email,) if person.email else ()
    greet = greet_of(person, interview)
    brief = is_interpreter(person)
    return Recipient(person.name, greet, emails, f"interviewers.{at}", nth, is_main, brief)


def _group(situation: Situation) -> tuple[Recipient, ...]:
    interview = situation.interview
    people = [each for each in interview.round.interviewers if not is_empty(each.name)]
    met = [each for each in people if not is_interpreter(each)]
    names = greets_of(met, interview)
    greet = listed(names) if len(names) <= CROWD else ""
    emails = tuple(dict.fromkeys(each.email for each in met if each.email))
    several = len(met) > len(("one",))
    return (Recipient(listed([each.name for each in met]), greet, emails),) if several else ()


def _contact(situation: Situation) -> tuple[Recipient, ...]:
    interview = situation.interview
    name = contact(situation)
    at = _place_of(name, interview)
    email = interview.contact.email
    if at is None:
        greet = _greet(name, interview)
        return (Recipient(name, greet, (email,) if email else (), "contact"),)
    person = interview.round.interviewers[at]
    email = email if interview.contact.name and email else person.email
    greet = greet_of(person, interview)
    path = "contact" if situation.leaves_panel_alone else f"interviewers.{at}"
    return (Recipient(name, greet, (email,) if email else (), path),)


def _others(situation: Situation) -> tuple[Recipient, ...]:
    interview = situation.interview
    return tuple(
        Recipient(
            each.name or each.employer,
            _greet(each.name, interview),
            (each.email,) if each.email else (),
            f"other_employers.{at}",
            at,
        )
        for at, each in enumerate(interview.decision.other_employers)
        if each.name or each.employer or each.role
    )


def _references(situation: Situation) -> tuple[Recipient, ...]:
    interview = situation.interview
    return tuple(
        Recipient(
            each.name,
            _greet(each.name, interview),
            (each.email,) if each.email else (),
            f"references.{at}",
            at,
        )
        for at, each in enumerate(interview.references)
        if not is_empty(each.name)
    )


def _greet(name: str, interview: Interview) -> str:
    return greeting(name, style_of(interview), interview.office.country) if name else ""


def _place_of(name: str, interview: Interview) -> int | None:
    """Return the row of the interviewer with this name, if there is one."""
    people: tuple[Interviewer, ...] = interview.round.interviewers
    return next((at for at, each in enumerate(people) if name and each.name == name), None)


_FIND: Mapping[str, Callable[[Situation], tuple[Recipient, ...]]] = {
    "interviewer": _interviewers,
    "group": _group,
    "contact": _contact,
    "other": _others,
    "reference": _references,
}

"""Whether whoever set the interview up is one of those who were met: 'Rob' is 'Mr Rob Hartley'."""

from collections.abc import Iterator
from dataclasses import replace

from playbook.interview import Contact, Interview
from playbook.memory import remembered
from playbook.phrasing.agency import is_agency
from playbook.phrasing.greet import greeting
from playbook.phrasing.name_words import name_words
from playbook.phrasing.names import read_name, read_names
from playbook.phrasing.tidy import plain_form
from playbook.phrasing.titled import Name
from playbook.record_rows import Interviewer


@remembered()
def with_contact_met(interview: Interview) -> Interview:
    """Return the interview with the contact named as the interviewer who they are, where they are one.

    That interviewer then has the contact's address, and a title where only the contact's name has one.
    """
    at = _row_of(interview)
    if at is None:
        return interview
    person = interview.round.interviewers[at]
    contact, country = interview.contact, interview.office.country
    titled = _title(contact.name, country) and not _title(person.name, country)
    named = replace(
        person,
        email=person.email or contact.email,
        greet=person.greet
        or (greeting(contact.name, interview.note.address_as, country) if titled else ""),
    )
    rows = interview.round.interviewers
    met = (*rows[:at], named, *rows[at + 1 :])
    return replace(
        interview,
        contact=replace(contact, name=person.name, email=contact.email or person.email),
        round=replace(interview.round, interviewers=met),
    )


def _title(name: str, country: str) -> str:
    read = read_name(name, country)
    return read.title or read.respect


def _row_of(interview: Interview) -> int | None:
    """Return the row of the one interviewer who is the contact; None where nobody is, or several may be."""
    contact, met = interview.contact, interview.round.interviewers
    if not contact.name and not contact.email:
        return None
    same = [at for at, each in enumerate(met) if contact.name and each.name == contact.name]
    if same or is_agency(interview):
        return next(iter(same), None)
    country = interview.office.country
    rows = [at for at, each in enumerate(met) if each.name]
    for is_same in (_has_address, _has_whole_name, _may_be):
        same = [at for at in rows if is_same(contact, met[at], country)]
        if same:
            return same[0] if len(same) == 1 else None
    return None


def _has_address(contact: Contact, person: Interviewer, country: str) -> bool:
    """Return whether both have one address; a shared one, as hr@, isn't enough for two different names."""
    address = contact.email.casefold()
    if not address or address != person.email.casefold():
        return False
    shared = address.partition("@")[0] in name_words("around", "shared_addresses")
    return not (shared and contact.name) or _may_be(contact, person, country)


def _has_whole_name(contact: Contact, person: Interviewer, country: str) -> bool:
    one, other = (plain_form(read_name(each.name, country).whole) for each in (contact, person))
    return bool(one) and one == other


def _may_be(contact: Contact, person: Interviewer, country: str) -> bool:
    """Return whether a shorter name is this person's: the first name, or the family's with or without its title."""
    if len(read_names(person.name, country)) > 1 or len(read_names(contact.name, country)) > 1:
        return False
    one, other = read_name(contact.name, country), read_name(person.name, country)
    return (
        bool(one.whole)
        and _agree(one, other)
        and (_is_short_of(one, other) or _is_short_of(other, one))
    )


def _agree(one: Name, other: Name) -> bool:
    """Return whether nothing tells the names apart: 'Mr Patel' isn't 'Mrs Patel', and 'Rob Smith' not 'Rob Hartley'."""
    titles = {one.title, other.title} - {""}
    by_family = not (one.given and other.given)
    if by_family and len(titles) > 1:
        return False
    return not (one.family and other.family) or plain_form(one.family) == plain_form(other.family)


def _is_short_of(short: Name, whole: Name) -> bool:
    """Return whether a name is one that the other person goes by."""
    called = {plain_form(each) for each in _called(whole)}
    return plain_form(short.given or short.family or short.whole) in called


def _called(name: Name) -> Iterator[str]:
    yield from (each for each in (name.given, name.family) if each)
    yield from name.whole.split()[:1]

"""Where the notes begin: with a person or one thing from the talk; a talk without a day was today."""

import re
from dataclasses import replace

from playbook.interview import Interview
from playbook.phrasing.greet import read_name
from playbook.phrasing.tidy import is_empty
from playbook.record_keys import with_values
from playbook.tool import Request

AGENCY = re.compile(
    r"\b(?:agency|executive search|head-?hunters?|staffing|recruitment (?:firm|consult\w+))\b",
    re.IGNORECASE,
)
"""A firm that finds people for others, beside a name: 'Jeremy Fong (agency)'."""
OF_AN_OFFICE = frozenset(
    "recruitment recruiting recruiter hr jobs careers career talent hiring people personnel info office admin".split()
)
"""Mailboxes that several people read, and seldom whoever leads an interview."""


def has_begun(interview: Interview) -> bool:
    """Return whether there is anything to write a note from."""
    if interview.round.ended_on or interview.note.drafts:
        return True
    people = (each.name for each in interview.round.interviewers)
    typed = (
        *people,
        interview.round.highlights,
        interview.round.missed,
        interview.debrief.talked_about,
    )
    return any(not is_empty(each) for each in typed)


def with_contact_met(request: Request) -> Request:
    """Return the request with whoever set the interview up under the name of the interviewer who they are.

    'Rob' is Mr Rob Hartley where he alone of those met is a Rob, and no agency, other address or mailbox of an
    office says otherwise. Whoever is typed with their agency works for one.
    """
    contact, met = request.interview.contact, request.interview.round.interviewers
    same = [
        each.name
        for each in met
        if _may_be_same(contact.name, each.name)
        and (not (contact.email and each.email) or contact.email == each.email)
    ]
    if not contact.works_for and AGENCY.search(contact.name):
        return replace(request, interview=with_values(request.interview, {"contact_for": "agency"}))
    known = any(each.name == contact.name for each in met)
    office = contact.email.partition("@")[0].casefold() in OF_AN_OFFICE
    if known or office or contact.works_for == "agency" or len(same) != 1:
        return request
    return replace(request, interview=with_values(request.interview, {"contact_name": same[0]}))


def _may_be_same(one: str, other: str) -> bool:
    """Return whether two names can be one person's: no part of one contradicts the other."""
    if is_empty(one) or is_empty(other):
        return False
    first, second = read_name(one), read_name(other)
    pairs = ((first.given, second.given), (first.family, second.family))
    alike = [a.casefold() == b.casefold() for a, b in pairs if a and b]
    return bool(alike) and all(alike)


def as_of_today(request: Request) -> Request:
    """Return the request with the day of the talk: today, where none is given."""
    if request.interview.round.ended_on:
        return request
    return replace(request, interview=with_values(request.interview, {"ended_on": request.today}))

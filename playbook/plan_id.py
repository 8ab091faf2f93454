"""The number of a plan: what its calendar entries and its copies are known by."""

from uuid import UUID, uuid5

from playbook.interview import Interview

NAMESPACE = UUID("6f0c3f0e-5d5e-4b52-9a40-0f6a1e3c7d21")
"""Root of every calendar UID of this project: chosen once, never changed."""


def stand_in(interview: Interview) -> str:
    """Derive a plan id (UUID) for a record without one, as on the command line, from what tells interviews apart.

    Once a file is taken it stays in the record, so that an employer typed later changes no UID.
    """
    facts = [
        interview.employer,
        interview.role,
        interview.office.country,
        interview.office.region,
        str(interview.round.ended_on),
        str(interview.round.ended_at),
        interview.round.format,
        interview.contact.name,
        interview.contact.email,
        *(f"{each.name} <{each.email}>" for each in interview.round.interviewers),
    ]
    return str(uuid5(NAMESPACE, "\n".join(facts)))


def another_id(plan_id: str, text: str) -> str:
    """Derive the plan id (UUID) of an interview that shares its number with another one, from what it says."""
    return str(uuid5(NAMESPACE, f"{plan_id}\n{text}".encode(errors="replace").decode()))

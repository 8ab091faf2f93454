"""The job in the forms that a sentence needs."""

from playbook.interview import Interview
from playbook.phrasing.job import (
    role_in_subject,
    short_employer,
    the_job,
    tidy_role,
    whole_job_at,
)
from playbook.phrasing.people import is_internal
from playbook.plan.model import Situation
from playbook.rulebook import Rulebook
from playbook.tools.notes.model import Recipient
from playbook.tools.notes.words import say


def job_facts(interview: Interview, rulebook: Rulebook) -> dict[str, object]:
    """Return the job in the forms that a sentence needs; `about` is empty where neither job nor employer is known.

    `whole_job` has the small print of the title and the legal form of the employer, for an acceptance.
    """
    role, employer = tidy_role(interview.role), short_employer(interview.employer)
    internal = is_internal(interview)
    job = _job_at(role, "" if internal and role else employer, rulebook)
    return {
        "internal": internal,
        "role": role,
        "subject_role": role_in_subject(role) if role else "",
        "employer": employer,
        "the_role": the_job(role),
        "the_job": job,
        "whole_job": whole_job_at(role, "" if internal and role else interview.employer),
        "about": job if role or employer else "",
    }


def _job_at(role: str, employer: str, rulebook: Rulebook) -> str:
    job = the_job(role)
    return say(rulebook, "job-at", job=job, employer=employer) if employer else job


def other_job_facts(situation: Situation, to: Recipient) -> dict[str, object]:
    """Return the job at another employer, in a note to that one."""
    if not to.path.startswith("other_employers"):
        return {"other_role": "", "other_job": ""}
    other = situation.interview.decision.other_employers[to.row]
    role, employer = tidy_role(other.role), short_employer(other.employer)
    job = _job_at(role, employer, situation.rulebook) if role or employer else ""
    return {"other_role": role, "other_job": job}

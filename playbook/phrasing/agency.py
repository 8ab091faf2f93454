"""Whether the contact works for an agency: the reader said so, or typed '(agency)' or a firm of recruiters."""

from itertools import pairwise

from playbook.interview import Contact, Interview
from playbook.memory import remembered
from playbook.phrasing.name_words import name_words, plain


def is_agency(interview: Interview) -> bool:
    """Return whether the contact works for an agency, so that the employer is 'they'."""
    return interview.contact.works_for == "agency" or is_taken_for_agency(interview.contact)


def is_taken_for_agency(contact: Contact) -> bool:
    """Return whether only the contact's name says so, and the reader hasn't answered the question."""
    return not contact.works_for and _names_agency(contact.name)


@remembered()
def _names_agency(name: str) -> bool:
    """Return whether an agency is typed within a contact's name: 'Bianca @ Talentgrove (recruiter)'."""
    words = [plain(each) for each in name.replace("/", " ").split()]
    pairs = {" ".join(each) for each in pairwise(words)}
    known = name_words("around", "agency")
    return not known.isdisjoint(words) or not pairs.isdisjoint(
        each.replace("-", " ") for each in known
    )

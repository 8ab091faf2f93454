"""Whether the contact works for an agency: the reader said so, or typed '(agency)' or a firm of recruiters."""

from itertools import pairwise

from playbook.interview import Interview
from playbook.memory import remembered
from playbook.phrasing.name_words import name_words, plain


def is_agency(interview: Interview) -> bool:
    """Return whether the contact works for an agency, so that the employer is 'they'."""
    contact = interview.contact
    return contact.works_for == "agency" or (not contact.works_for and names_agency(contact.name))


@remembered()
def names_agency(name: str) -> bool:
    """Return whether agency is typed within a contact's name: 'Bianca @ Talentgrove (recruiter)'."""
    words = [plain(each) for each in name.replace("/", " ").split()]
    pairs = {" ".join(each) for each in pairwise(words)}
    known = name_words("around", "agency")
    return not known.isdisjoint(words) or not pairs.isdisjoint(
        each.replace("-", " ") for each in known
    )

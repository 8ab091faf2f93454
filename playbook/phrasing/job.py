"""A job as a sentence names it: 'the picker job', 'the Data Officer role', 'the internship'."""

import re

from playbook.memory import remembered
from playbook.phrasing.capitals import is_shouted, usual_capitals, usual_name
from playbook.phrasing.tidy import is_empty, is_everyday

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_WARD = re.compile(r"^ward \w{1,3}$", re.IGNORECASE)
"""What stands in brackets in a title and is surely where the work is."""
_DASH = re.compile(r"\s+[-–—|]\s+")
_ROLE_OF = re.compile(r"^(?:role|position|job|post) (?:of|as)(?: an?)?\s+(?=\S)", re.IGNORECASE)
_NAMED_SO = (
    "role position job post opening vacancy internship traineeship apprenticeship placement secondment fellowship"
    " scholarship studentship residency professorship lectureship chair programme program scheme contract work"
    " cover shift shifts"
).split()
"""Last words after which neither 'job' nor 'role' is said."""
_POSITION_IN = re.compile(
    r"\b(?:position|post|role|internship|fellowship|studentship) (?:in|at|for|on|with)\b",
    re.IGNORECASE,
)
"""A title that says itself what it is: 'PhD position in cell biology'."""
LONGEST_IN_SUBJECT = 45
"""Characters of a title that a subject line has room for on a phone."""
_WHERE = {"at", "for", "in", "on", "with"}
"""Words after which a title goes on to its place: 'job' comes before such a title."""


_WRITTEN_OUT = {
    "asst": "assistant",
    "Asst": "Assistant",
    "mgr": "manager",
    "Mgr": "Manager",
    "asst.": "assistant",
}


@remembered()
def tidy_role(role: str) -> str:
    """Return a job's title without its article, in usual capitals; empty for 'n/a'."""
    if is_empty(role):
        return ""
    plain = _ROLE_OF.sub("", _ARTICLE.sub("", " ".join(role.split()))).strip(" .,;:")
    plain = usual_name(plain) if is_shouted(plain) else plain
    return " ".join(_WRITTEN_OUT.get(word, word) for word in plain.split())


@remembered()
def role_in_subject(role: str) -> str:
    """Return the title as a subject line names it: 'Data Officer', 'picker job'; a long one without its small print."""
    if len(role) > LONGEST_IN_SUBJECT:
        role = _BRACKETS.sub("", role).split(",")[0].strip(" -–—/") or role
    named = role.rsplit(maxsplit=1)[-1] in _NAMED_SO
    unpaid = "volunteer" in role.casefold().split()
    return role if not role.islower() or named else f"{role} {'role' if unpaid else 'job'}"


@remembered()
def whole_job(role: str) -> str:
    """Return the job with all that its title says.

    For example 'the HR Generalist role (3 days)', 'the staff nurse job (Ward 12)'.
    """
    short = _BRACKETS.sub("", role).split(",")[0].strip()
    details = ", ".join(each for each in _asides(role) if each)
    return f"{the_job(role)} ({details})" if details and short else the_job(role)


@remembered()
def job_aloud(role: str) -> str:
    """Return the job as it is said on the phone, where nobody hears brackets: 'the staff nurse job on Ward 12'."""
    ward = next((f" on {usual_name(each)}" for each in _asides(role) if _WARD.match(each)), "")
    return f"{the_job(role)}{ward}"


def _asides(role: str) -> list[str]:
    """Return what a title says in brackets and after its commas."""
    after = _BRACKETS.sub("", role).split(",")[1:]
    return [*(each.strip(" ()") for each in _BRACKETS.findall(role)), *map(str.strip, after)]


@remembered()
def whole_job_at(role: str, employer: str) -> str:
    """Return the whole title and where the job is, each where it is known: 'the job at the mill'."""
    job, place = whole_job(tidy_role(role)), tidy_employer(employer)
    return f"{job} at {place}" if place else job


@remembered()
def the_job(role: str) -> str:
    """Return the job to be spoken of. What stands in brackets or after a comma belongs into the subject line."""
    short = _DASH.split(_BRACKETS.sub("", role).split(",")[0])[0].strip(" -–—/")
    words = short.split()
    if not words:
        return "the job"
    if words[-1].casefold() in _NAMED_SO or _POSITION_IN.search(short):
        return f"the {short}"
    if _WHERE.intersection(words[1:]):
        return f"the job of {short}"
    if "volunteer" in short.casefold().split():
        return f"the {short} role"
    if all(each.islower() or not each.isalpha() for each in words[1:]) and _is_common(words):
        return f"the {usual_capitals(short[:1].lower() + short[1:])} job"
    is_title = len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()
    return f"the {short} {'role' if is_title else 'job'}"


def _is_common(words: list[str]) -> bool:
    """Return whether the first word has its capital from the keyboard: 'Structural welder', 'Nurse'."""
    first = words[0]
    if not first.replace("-", "").isalpha() or first[1:] != first[1:].lower():
        return False
    if words[1:] and words[1].isdigit():
        return False
    common = first.isascii() and first.endswith(("er", "or", "ist", "ian", "ant", "ee", "man"))
    return len(words) > 1 or common or is_everyday(first.casefold())


@remembered()
def tidy_employer(employer: str) -> str:
    """Return an employer's name in usual capitals where it was typed in small letters; empty for 'n/a'."""
    if is_empty(employer):
        return ""
    plain = " ".join(employer.split()).strip(" ,;:?")
    several = len(plain.split()) > 1
    return usual_name(plain) if plain.islower() or (several and is_shouted(plain)) else plain

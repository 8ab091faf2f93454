"""A job as a sentence names it: 'the picker job', 'the Data Officer role', 'the internship'."""

import re

from playbook.memory import remembered
from playbook.phrasing.capitals import is_shouted, usual_capitals, usual_name
from playbook.phrasing.job_title import job_words, read_title
from playbook.phrasing.tidy import is_empty, is_everyday

_WARD = re.compile(r"^ward \w{1,3}$", re.IGNORECASE)
"""Where the work is, in a title's small print."""
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ASIDE_OF_READER = re.compile(r"\s*\((?:where|i|my|not|the one)\b[^)]*\)", re.IGNORECASE)
"""What somebody notes for themselves behind an employer's name: '(where I already work)'."""
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
_MARKS = ",([-–—|"
"""What a title's small print is set off with."""
LONGEST_IN_SUBJECT = 45
"""Characters of a title that a subject line has room for on a phone."""
_WHERE = {"at", "for", "in", "on", "with"}
"""Words after which a title goes on to its place: 'job' comes before such a title."""


@remembered()
def tidy_role(role: str) -> str:
    """Return a job's title as it was typed, in usual capitals; empty for 'n/a' and where nothing is left of it."""
    if is_empty(role) or not read_title(role).name:
        return ""
    plain = " ".join(role.split()).strip(" .,;:")
    return usual_name(plain) if is_shouted(plain) else plain


@remembered()
def role_in_subject(role: str) -> str:
    """Return the title as a subject line names it, with what it has room for: 'Nurse', 'stylist job (4 days)'."""
    job = the_job(role).removeprefix("the ")
    title = read_title(role)
    begun, rest = role.startswith(title.name), role.removeprefix(title.name).strip()
    plain = begun and rest[:1] in (*_MARKS, "") and not role.islower()
    if plain and len(role) <= LONGEST_IN_SUBJECT:
        return role
    named = job if title.name.islower() else f"{title.before} {title.name}".strip()
    for count in range(len(title.details), 0, -1):
        detailed = f"{named}{_in_brackets(title.details[:count])}"
        if len(detailed) <= LONGEST_IN_SUBJECT:
            return detailed
    return named


@remembered()
def whole_job(role: str) -> str:
    """Return the job with all that its title says.

    For example 'the HR Generalist role (3 days)', 'the staff nurse job (Ward 12)'.
    """
    return f"{the_job(role)}{_in_brackets(read_title(role).details)}"


def _in_brackets(details: tuple[str, ...]) -> str:
    return f" ({', '.join(details)})" if details else ""


@remembered()
def job_aloud(role: str) -> str:
    """Return the job as it is said on the phone, where nobody hears brackets: 'the staff nurse job on Ward 12'."""
    details = read_title(role).details
    ward = next((f" on {usual_name(each)}" for each in details if _WARD.match(each)), "")
    return f"{the_job(role)}{ward}"


@remembered()
def whole_job_at(role: str, employer: str) -> str:
    """Return the whole title and where the job is, each where it is known: 'the job at the mill'."""
    job, place = whole_job(tidy_role(role)), tidy_employer(employer)
    return f"{job} at {place}" if place else job


@remembered()
def the_job(role: str) -> str:
    """Return the job to be spoken of, without its place, hours and terms: 'the stylist job' for 'stylist, 4 days'."""
    title = read_title(role)
    words = title.name.split()
    if not words or is_empty(role):
        return "the job"
    before = f"the {title.before} " if title.before else "the "
    name = title.name
    small = not any(letter.isupper() for each in words[1:] for letter in each)
    if small and _is_common(words):
        name = usual_capitals(name[:1].lower() + name[1:])
    if words[-1].casefold() in _NAMED_SO or _POSITION_IN.search(name):
        return f"{before}{name}"
    unpaid = "volunteer" in name.casefold().split()
    if _is_heading(name):
        return f"{before}{name} role"
    if _WHERE.intersection(words[1:]):
        return f"the job of {name}"
    return f"{before}{name} {'role' if unpaid else 'job'}"


def _is_heading(name: str) -> bool:
    """Return whether a name is written as a heading, in several words with capitals: '4th Grade Teacher'."""
    words = [each for each in name.replace("/", " ").split() if not each.isdigit()]
    return len(words) > 1 and not words[0][:1].islower() and words[-1][:1].isupper()


def _is_common(words: list[str]) -> bool:
    """Return whether the first word has its capital from the keyboard: 'Structural welder', 'Nurse'."""
    first = words[0]
    if not first.replace("-", "").replace("/", "").isalpha() or first[1:] != first[1:].lower():
        return False
    if words[1:] and words[1].isdigit():
        return False
    common = first.isascii() and first.endswith(
        ("er", "or", "ist", "ian", "ant", "ee", "man", "ess")
    )
    return len(words) > 1 or common or is_everyday(first.casefold())


@remembered()
def tidy_employer(employer: str) -> str:
    """Return an employer's name in usual capitals where it was typed in small letters; empty for 'n/a'."""
    if is_empty(employer):
        return ""
    plain = _ASIDE_OF_READER.sub("", " ".join(employer.split())).strip(" ,;:?")
    several = len(plain.split()) > 1
    return usual_name(plain) if plain.islower() or (several and is_shouted(plain)) else plain


@remembered()
def short_employer(employer: str) -> str:
    """Return an employer as a note names it, without brackets and legal form: 'Tessellate Bio' for one with 'Inc.'."""
    words = _BRACKETS.sub("", tidy_employer(employer)).split()
    every = len(words)
    while len(words) > 1 and words[-1].strip(".,").casefold() in job_words("employer", "forms"):
        words.pop()
    if words and words[0].casefold() == "the" and len(words) == 1:
        return tidy_employer(employer)
    has_form = len(words) < every
    if has_form and len(words) > 1 and words[-1].casefold() in job_words("employer", "before_form"):
        words.pop()
    return " ".join(words).rstrip(",")

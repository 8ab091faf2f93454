"""The title of a job, as people type and paste it: the job's name, and what is said of its place, hours and terms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.content import read_toml
from playbook.memory import remembered
from playbook.phrasing.capitals import is_shouted, usual_name

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_ROLE_OF = re.compile(
    r"^(?:(?:role|position|job|post) (?:of|as)|work(?:ing)? as)(?: an?)?\s+(?=\S)", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"(?<!\w)(?:"
    r"(?:req(?:uisition)?|ref(?:erence)?|job|vacancy|posting)\b[ .:]*(?:id\b|no\b|number\b|code\b)?"
    r"[ .:#-]*[a-z]{0,4}[-/]?\d[\w/-]*"
    r"|#\d[\w-]*|(?:jr|jo?b|req|r)-?\d{4}[\w-]*)",
    re.IGNORECASE,
)
"""The number that a job has with the employer: 'REQ-10234', '#4471', 'ref no. 4471'."""
_PAY = re.compile(
    r"(?:\b(?:ote|up to|from|circa|c\.) ?)?[£$€₹]\s?\d[\d.,]*k?(?: ?(?:-|–|to) ?[£$€]?\d[\d.,]*k?)?"
    r"(?: ?(?:/|per|an?|p) ?(?:hr|hour|h|day|week|month|year|annum|a)\b| ?p[ha]\b)?",
    re.IGNORECASE,
)
_FOR_ALL = re.compile(
    r"\(? ?(?<!\w)(?:[mfwdx](?:/[mfwdx]){1,2}|all genders)(?!\w) ?\)?", re.IGNORECASE
)
"""For whom a job is open, as advertisements say: '(m/w/d)'."""
_TURNED = re.compile(r"(?<!\w)([fp]) ?/ ?(t)(?!\w)", re.IGNORECASE)
_AND_SIGN = re.compile(r"(?<=\s)&(?=\s)")
_SPLIT = re.compile(r"\s*[()\[\]|•·]\s*|\s*,\s+|\s+[-–—]\s*|:\s+")
_SLASH = re.compile(r"\s+/\s+")
_AT = re.compile(r"\s+(?P<where>(?:at|@|based (?:in|at)) \S.*)$", re.IGNORECASE)
_COUNT = r"\d[\d.]*(?:[-–]\d+)?"
_TERM = (
    r"(?:full|part)[ -]?time|ft|pt|(?:nights?|days|evenings|weekends|mornings)(?: only)?"
    r"|(?:night|day|late|early|evening|weekend|twilight) shifts?|remote|hybrid|wfh|on-?site"
    rf"|{_COUNT} ?(?:hrs?|hours?|h|days?)(?: ?/ ?w(?:ee)?k| ?p\.?w\.?| (?:a|per) week)?"
    rf"|{_COUNT}[ -](?:mos?|mths?|months?|yrs?|years?|weeks?)\.?(?: (?:contract|ftc|fixed[ -]term))?"
    r"|ftc|fixed[ -]term(?: contract)?|zero[ -]hours?|maternity cover|immediate start|[\d.]+ fte"
    r"|mon(?:day)?(?: ?[-–] ?| to )fri(?:day)?|(?:band|level|grade) \d\w?"
)
_ALL_TERM = re.compile(rf"^(?:{_TERM}|temp(?:orary)?(?: to perm)?|perm(?:anent)?)$", re.IGNORECASE)
_TERM_BEHIND = re.compile(rf"^(?P<job>.+?)[ ,]+(?P<term>{_TERM})$", re.IGNORECASE)
_MONTHS = re.compile(rf"^({_COUNT})[ -](?:mos?|mths?)\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """A job's title: its `name` as a sentence has it, hours `before` it, and its small print as it was typed."""

    name: str = ""
    before: str = ""
    details: tuple[str, ...] = ()


@cache
def _table() -> Mapping[str, Any]:
    return read_toml(files("playbook.phrasing") / "jobs.toml")


@cache
def job_words(group: str, name: str) -> tuple[str, ...]:
    """Return the words of a list in jobs.toml, in small letters."""
    return tuple(each.replace("_", " ") for each in _table()[group][name].split())


@cache
def _forms(name: str) -> Mapping[str, str]:
    lines = (each.partition(": ") for each in _table()["title"][name].strip().splitlines())
    return {typed: written for typed, _, written in lines}


@remembered()
def read_title(typed: str) -> Title:
    """Return the parts of a job's title."""
    text = _FOR_ALL.sub(" ", _TURNED.sub(r"\1\2", _AND_SIGN.sub("and", " ".join(typed.split()))))
    references = tuple(each.strip() for each in _REFERENCE.findall(text))
    text = _PAY.sub(" | ", _REFERENCE.sub(" | ", usual_name(text) if is_shouted(text) else text))
    parts = [piece for each in _SPLIT.split(text) for piece in _slashed(each.strip(" .,;:-–—/"))]
    parts = [each for each in parts if each and each.casefold() not in job_words("title", "labels")]
    at = next((at for at, each in enumerate(parts) if not _ALL_TERM.match(each)), 0)
    if not parts:
        return Title()
    name, terms = _apart(_without_frame(parts[at]))
    others = [*parts[:at], *terms, *parts[at + 1 :]]
    before, name = _with_term_first(name)
    name = _written_out(name)
    lead = name.split()[-1].casefold()
    if lead in job_words("title", "heads") and others and not _ALL_TERM.match(others[0]):
        name = f"{name} of {others.pop(0)}"
    ward = next((each for each in others if each.casefold() in job_words("title", "wards")), "")
    if ward:
        others.remove(ward)
        before = f"{before} {ward}".strip()
    return Title(name, before, (*map(_detail, others), *references))


def _slashed(piece: str) -> tuple[str, ...]:
    """Return 'server / bartender' as the one job that it is, and 'web designer / front-end-ish' as two parts."""
    first, *rest = _SLASH.split(piece)
    if rest and all(map(is_job_name, (first, *rest))):
        return ("/".join((first, *rest)),)
    return (first, *rest)


def is_job_name(words: str) -> bool:
    """Return whether these words end as the name of a job does: 'bartender', 'care assistant', 'RN'."""
    last = words.casefold().rpartition(" ")[2].rstrip(".s")
    return last in job_words("title", "jobs") or last.endswith(job_words("title", "endings"))


@remembered()
def is_senior(role: str) -> bool:
    """Return whether a job is that of somebody who runs a place or a part of it, and speaks of a 'role'."""
    words = read_title(role).name.casefold().split()
    return not set(words).isdisjoint(job_words("title", "senior")) or words[:2] == ["head", "of"]


def _without_frame(piece: str) -> str:
    """Return a title without what is said before and behind it: 'the role of picker', 'Cashier wanted'."""
    piece = _ROLE_OF.sub("", _ARTICLE.sub("", piece))
    words = piece.split()
    if len(words) > 1 and words[-1].casefold() in job_words("title", "behind"):
        words.pop()
    return " ".join(words)


def _apart(piece: str) -> tuple[str, list[str]]:
    """Return a job's name, and the hours and the place that were typed behind it without a comma."""
    details: list[str] = []
    while (term := _TERM_BEHIND.match(piece)) and not _ALL_TERM.match(term["job"]):
        details.insert(0, term["term"])
        piece = term["job"].strip(" ,-–")
    at = _AT.search(piece)
    if at:
        where = at["where"].replace("@", "at", 1)
        return piece[: at.start()], [where, *details]
    words = piece.split()
    last = words[-2:-1] if words and words[-1].isdigit() else words[-1:]
    if last and last[0].casefold() in job_words("title", "places"):
        job = next(
            (at for at in range(len(words) - 1, 0, -1) if is_job_name(" ".join(words[:at]))), 0
        )
        if job:
            return " ".join(words[:job]), [" ".join(words[job:]), *details]
    return piece, details


def _with_term_first(name: str) -> tuple[str, str]:
    """Return the hours at the beginning of a name with their hyphen, and the name: 'part-time', 'Retail Assistant'."""
    for each in job_words("title", "hyphened"):
        if name.casefold().replace("-", " ").startswith(f"{each} ") and len(name) > len(each) + 1:
            return each.replace(" ", "-"), name[len(each) + 1 :]
    return "", name


def _written_out(name: str) -> str:
    """Return a name with its short forms as a letter writes them: 'Asst. Mgr' as 'Assistant Manager'."""
    words = name.split()
    for at, word in enumerate(words):
        plain = word.rstrip(".").casefold()
        ends = at == len(words) - 1 or words[at + 1] == "of"
        after_business = at and words[at - 1].casefold() == "business"
        full = _forms("written_out").get(plain, "")
        full = full or (_forms("at_the_end").get(plain, "") if ends and not after_business else "")
        if full:
            words[at] = full if word.islower() else full.capitalize()
    return " ".join(words)


def _detail(piece: str) -> str:
    """Return a piece of small print as it stands in brackets: terms and kinds of places in small letters."""
    if _ALL_TERM.match(piece):
        return _MONTHS.sub(r"\1-month", piece.lower()).replace("ftc", "FTC").replace("fte", "FTE")
    return piece.lower() if piece.casefold() in job_words("title", "places") else piece

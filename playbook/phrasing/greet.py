"""A person as a letter greets them: 'Dr Sheikh', 'Karen', 'Sir Max'. Where it isn't clear, the whole name, or none."""

import re
from dataclasses import dataclass

from playbook.memory import remembered
from playbook.phrasing.capitals import usual_name
from playbook.phrasing.family_names import LATIN, PARTICLES, TWO_FAMILY_NAMES, split_name
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.titles import (
    TITLES,
    WITH_FIRST_NAME,
    is_after,
    is_job,
    names_job,
    title_of,
    without_rank,
)

AMERICAN = frozenset({"US", "PR", "GU", "VI", "AS", "MP", "PH", "CA"})
"""Countries where 'Ms.' has a full stop, a month comes before its day, and a letter ends with 'Sincerely'."""
MOST_GIVEN = 2
"""Words of a given name behind a comma: 'WHITLOCK, Dana Mae'."""
_DOTTED = frozenset({"Mr", "Mrs", "Ms", "Mx", "Dr"})
_RANK = ("Professor", "Dr")
_GERMAN = frozenset({"DE", "AT", "CH", "LI"})
"""Countries where 'Fr.' is short for 'Frau', and not for 'Father'."""
_NAME_IS = re.compile(r"\bname(?: is| was|'s|:)\s+([^\W\d_]+(?: [^\W\d_]+)?)", re.IGNORECASE)
_PRONOUNS = re.compile(r"\s+(?:she|he|they|ze)/\S+$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)?")
_NICKNAME = re.compile(r"\s*[\"“”'‘’(]([^\W\d_]+)[\"“”'‘’)]\s*")
_ADDRESS = re.compile(r"\S@\S")
_ALL_CAPITALS = re.compile(r"[A-Z]{2,6}\.?")
"""Letters behind a comma: 'FNSE'. Without one they may be a family name: 'Jean DUPONT'."""
_FROM = re.compile(r"\s+(?:from|at|in|of|@)\s+.*$|\s+[-–—/|]\s+.*$|\s+<.*$")
_AND = re.compile(r"\s+(?:and|&|\+)\s+|(?<=[a-z])/(?=[A-Z])")
_ASIDE_WITH_AND = re.compile(r"\s*\([^()]*(?:\band\b|[&+])[^()]*\)")
"""What stands in brackets and names two things, but no two people: '(HR and finance)'."""
_SENTENCE = re.compile(
    r"\b(?:said|was|is|forgot|don't|dont|know|called|think|can't|remember)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name that a greeting needs; `whole` is the name without what stands around it."""

    whole: str = ""
    title: str = ""
    given: str = ""
    family: str = ""


@remembered()
def read_name(text: str, country: str = "") -> Name:
    """Return a name as it was typed, taken apart. Empty where no name is in it: a job, an address, 'I don't know'."""
    text = _FROM.sub("", " ".join(text.split())) if "<" in text else " ".join(text.split())
    if is_empty(text) or _ADDRESS.search(text) or not any(each.isalpha() for each in text):
        return Name()
    if introduced := _NAME_IS.search(text):
        return _read(usual_name(introduced[1]), country)
    words = text.split()
    if len(words) > MOST_GIVEN and _is_other_script(words):
        return Name(usual_name(" ".join(words[:-1])))
    plain = _plain(text, country)
    if not plain or _SENTENCE.search(plain) or is_job(plain):
        return Name()
    return _read(plain, country)


@remembered()
def greeting(text: str, style: str = "", country: str = "") -> str:
    """Return how a letter greets this person; empty where there is no name.

    `style` is "first", "title" or "": as it was typed, with the title where there is one. Two people in one
    name are both greeted.
    """
    several = _AND.split(_ASIDE_WITH_AND.sub("", text))
    behind = several[0].partition(",")[2].split(",")[0]
    several = [text] if behind and is_job(behind) else several
    if len(several) > 1 and all(read_name(each, country).whole for each in several):
        return " and ".join(_greet(read_name(each, country), style, country) for each in several)
    return _greet(read_name(text, country), style, country)


def has_title(greet: str) -> bool:
    """Return whether a greeting names a title, so that it begins with 'Dear' in any tone."""
    known = {*TITLES.values(), *WITH_FIRST_NAME.values()}
    return any(word.strip(".,") in known for word in greet.split()[:-1])


def _greet(name: Name, style: str, country: str) -> str:
    title = f"{name.title}." if country in AMERICAN and name.title in _DOTTED else name.title
    if name.title in WITH_FIRST_NAME.values() and name.given:
        return f"{name.title} {name.given}"
    if name.title and name.family and style != "first":
        return f"{title} {name.family}"
    if name.title and style != "first":
        return f"{title} {name.whole}"
    if name.given and style != "title":
        return name.given
    return f"{title} {name.family}" if name.title and name.family else name.whole


def _plain(text: str, country: str) -> str:
    """Return the name without brackets, pronouns, letters and a job behind it, in its usual order and capitals."""
    text = _PRONOUNS.sub("", _BRACKETS.sub("", text)).strip(" ?!*:;")
    text = _FROM.sub("", text).strip(" ?!,;")
    before, comma, after = (each.strip() for each in text.partition(","))
    given = after.split(",")[0].strip()
    if comma and _is_family(before, country) and _is_given(given, shouted=before.isupper()):
        text = f"{_family_case(given)} {_family_case(before)}"
    elif comma:
        text = before
    words = text.split()
    while len(words) > 1 and (
        is_after(words[-1:]) or names_job(words[-1]) or _is_other_script(words)
    ):
        words.pop()
    return usual_name(" ".join(words))


def _is_family(before: str, country: str) -> bool:
    """Return whether what stands before a comma is a family name alone, so that the given one comes behind it."""
    words = before.split()
    if not words or title_of(words[0]) is not None:
        return False
    two = country in TWO_FAMILY_NAMES and len(words) == len(("father's", "mother's"))
    alone = two or len(words) == 1 or words[0].casefold() in PARTICLES
    return alone or before.isupper()


def _is_given(after: str, *, shouted: bool) -> bool:
    """Return whether what stands behind a comma is a given name, and no letters, job or firm."""
    words = after.split()
    few = 0 < len(words) <= MOST_GIVEN
    letters = not shouted and all(map(_ALL_CAPITALS.fullmatch, words))
    return few and not (letters or is_after(words) or is_job(after))


def _family_case(family: str) -> str:
    return usual_name(family.lower()) if family.isupper() else family


def _is_other_script(words: list[str]) -> bool:
    """Return whether the last word is in another script than the first, as a rank in Hangul behind a Latin name."""
    return (
        words[0][:1].isascii()
        and words[0][:1].isalpha()
        and not words[-1][:1].isascii()
        and ord(words[-1][0]) > LATIN
    )


def _read(text: str, country: str) -> Name:
    words, titles = text.split(), []
    words = without_rank(words)
    if country in _GERMAN and words and words[0] in ("Fr", "Fr."):
        words[0] = "Frau"
    while words and title_of(words[0]) is not None:
        if len(words) == 1:
            break
        titles.append(title_of(words.pop(0)) or "")
    known = [each for each in titles if each]
    title = next((each for each in _RANK if each in known), known[-1] if known else "")
    nickname = _NICKNAME.search(" ".join(words))
    plain = " ".join(_NICKNAME.sub(" ", " ".join(words)).split())
    given, family = split_name(plain.split(), country, with_title=bool(title))
    return Name(plain, title, nickname[1] if nickname and given else given, family)

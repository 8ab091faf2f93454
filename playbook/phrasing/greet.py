"""A person as a letter greets them: 'Dr Sheikh', 'Karen', 'Sir Max'. Where it isn't clear, the whole name, or none."""

import re
from dataclasses import dataclass

from playbook.memory import remembered
from playbook.phrasing.capitals import usual_name
from playbook.phrasing.tidy import is_empty

AMERICAN = frozenset({"US", "PR", "GU", "VI", "AS", "MP", "PH", "CA"})
"""Countries where 'Ms.' has a full stop, a month comes before its day, and a letter ends with 'Sincerely'."""
FAMILY_FIRST = frozenset({"CN", "TW", "HK", "MO", "KR", "KP", "JP", "VN", "HU", "MN", "KH"})
"""Countries where a family name comes first, so that the last word of a name may be the given one."""
LATIN = 0x24F
"""The last Latin letter with marks: names in other scripts aren't taken apart."""
MOST_GIVEN = 2
"""Words of a given name behind a comma: 'WHITLOCK, Dana Mae'."""
_TITLES = dict(
    each.split("=")
    for each in (
        "mr=Mr mrs=Mrs ms=Ms miss=Miss mx=Mx dr=Dr doctor=Dr prof=Professor professor=Professor rev=Reverend"
        " reverend=Reverend sister=Sister chef=Chef coach=Coach frau=Frau herr=Herr mme=Madame madame=Madame"
        " m=Monsieur monsieur=Monsieur señor=Señor señora=Señora sr=Sr sra=Sra signor=Signor signora=Signora"
        " commander=Commander cmdr=Commander"
        " captain=Captain capt=Captain major=Major colonel=Colonel col=Colonel sgt=Sergeant sergeant=Sergeant"
        " insp=Inspector inspector=Inspector supt=Superintendent"
        " judge=Judge lord=Lord lady=Lady rabbi=Rabbi imam=Imam father=Father fr=Father"
        " pastor=Pastor nurse=Nurse madam=Madam mdm=Mdm officer=Officer councillor=Councillor cllr=Councillor"
        " shri=Shri sri=Sri smt=Smt engr=Engr arc=Arc barr=Barr alhaji=Alhaji alhaja=Alhaja hajia=Hajia chief=Chief"
        " dato'=Dato' datuk=Datuk datin=Datin dato=Dato tuan=Tuan puan=Puan encik=Encik cik=Cik ustaz=Ustaz ts=Ts"
        " prof.ssa=Professoressa profª=Professora dra=Dra lic=Lic"
    ).split()
)
"""How a title is written in a greeting, by how it is typed."""
_WITH_FIRST_NAME = {
    "sir": "Sir",
    "dame": "Dame",
    "don": "Don",
    "doña": "Doña",
    "dom": "Dom",
    "dona": "Dona",
    "oom": "Oom",
    "tannie": "Tannie",
    "auntie": "Auntie",
    "aunty": "Aunty",
}
_FAMILY_NAMES_FIRST = frozenset(
    "ang chan chang chen cheng cheong chia chin chiu choo chong choong chow chua foo fong gan goh ho hong khoo koh kok"
    " kwok lai lam lau lee leong lim ling loh loke low lum neo ng ong pang phua poh quek seah seow sim sng soh tan tang"
    " tay teh teo teoh toh tong wee wong woo yap yeo yeoh yip yong".split()
)
"""Chinese family names of Singapore and Malaysia, which come first: 'Lim Boon Keat' is Mr Lim."""
_CHILD_OF = frozenset("bin binti bte a/l a/p s/o d/o".split())
"""Words before a parent's name, by which nobody is greeted: 'Dato' Ismail bin Yahaya'."""
_WITH_CHINESE_NAMES = frozenset({"SG", "MY", "BN"})
_SILENT = frozenset(
    "em emer ir drs ing mag dipl. dipl dipl-ing pd hon honourable honorable apl priv-doz med h.c rer nat phil"
    " the".split()
)
"""Titles that no greeting says."""
_DOTTED = frozenset({"Mr", "Mrs", "Ms", "Mx", "Dr"})
_RANK = ("Professor", "Dr")
_GERMAN = frozenset({"DE", "AT", "CH", "LI"})
"""Countries where 'Fr.' is short for 'Frau', and not for 'Father'."""
_BYNAMES = frozenset("big little old young wee lil uncle auntie aunty".split())
"""What is said with a name, by everybody: 'Big Dave'."""
_PARTICLES = frozenset(
    "van von der den de del della di da dos das do du la le el al ibn ben bint te ten ter zu zur af av"
    " dal ní ó mac nic ui st dela".split()
)
_AFTER = frozenset(
    "jr sr ii iii iv phd md mba rn cfa cpa esq kc qc obe mbe cbe pmp msc bsc ba ma frcs mrcp cipd facs dds pe"
    " sahib saab sb ji x xx xxx".split()
)
_JOBS = frozenset(
    "hr recruiter recruiting recruitment manager hiring team head director boss owner supervisor reception"
    " receptionist interviewer panel department office someone somebody lady guy man woman person people talent"
    " staff ward admin sir madam mam maam partner associate executive director principal founder ceo cfo cto coo"
    " chair chairman consultant agency owner".split()
)
_RANKS = frozenset("manager director supervisor leader lead commander cmdr officer chief".split())
"""Last words of a rank that stands before a name."""
_NAME_IS = re.compile(r"\bname(?: is| was|'s|:)\s+([^\W\d_]+(?: [^\W\d_]+)?)", re.IGNORECASE)
_PRONOUNS = re.compile(r"\s+(?:she|he|they|ze)/\S+$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)?")
_NICKNAME = re.compile(r"\s*[\"“”'‘’(]([^\W\d_]+)[\"“”'‘’)]\s*")
_ADDRESS = re.compile(r"\S@\S")
_LETTERS_AFTER = re.compile(r"(?:[A-Za-z]+\.)+[A-Za-z]+\.?|[A-Z]{2,}[a-z][A-Za-z]*\.?")
"""Letters behind a name, as nothing else is written: 'M.Ed.', 'FCIArb', 'MSc'."""
_ALL_CAPITALS = re.compile(r"[A-Z]{2,6}\.?")
"""Letters behind a comma: 'FNSE'. Without one they may be a family name: 'Jean DUPONT'."""
_FROM = re.compile(r"\s+(?:from|at|in|of|@)\s+.*$|\s+[-–—/|]\s+.*$|\s+<.*$")
_AND = re.compile(r"\s+(?:and|&|\+)\s+")
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
    plain = _plain(text)
    if not plain or _SENTENCE.search(plain) or _is_job(plain):
        return Name()
    return _read(plain, country)


@remembered()
def greeting(text: str, style: str = "", country: str = "") -> str:
    """Return how a letter greets this person; empty where there is no name.

    `style` is "first", "title" or "": as it was typed, with the title where there is one. Two people in one
    name are both greeted.
    """
    several = _AND.split(text) if not _NICKNAME.search(text) else [text]
    if len(several) > 1 and all(read_name(each, country).whole for each in several):
        return " and ".join(_greet(read_name(each, country), style, country) for each in several)
    return _greet(read_name(text, country), style, country)


def has_title(greet: str) -> bool:
    """Return whether a greeting names a title, so that it begins with 'Dear' in any tone."""
    known = {*_TITLES.values(), *_WITH_FIRST_NAME.values()}
    return any(word.strip(".,") in known for word in greet.split()[:-1])


def _greet(name: Name, style: str, country: str) -> str:
    title = f"{name.title}." if country in AMERICAN and name.title in _DOTTED else name.title
    if name.title in _WITH_FIRST_NAME.values() and name.given:
        return f"{name.title} {name.given}"
    if name.title and name.family and style != "first":
        return f"{title} {name.family}"
    if name.title and style != "first":
        return f"{title} {name.whole}"
    if name.given and style != "title":
        return name.given
    return f"{title} {name.family}" if name.title and name.family else name.whole


def _plain(text: str) -> str:
    """Return the name without brackets, pronouns, letters and a job behind it, in its usual order and capitals."""
    text = _PRONOUNS.sub("", _BRACKETS.sub("", text)).strip(" ?!*:;")
    text = _FROM.sub("", text).strip(" ?!,;")
    before, comma, after = (each.strip() for each in text.partition(","))
    given = after.split(",")[0].strip()
    if comma and _is_family(before) and _is_given(given, shouted=before.isupper()):
        text = f"{_family_case(given)} {_family_case(before)}"
    elif comma:
        text = before
    words = text.split()
    while len(words) > 1 and (
        _is_after(words[-1:]) or words[-1].casefold().strip(".") in _JOBS or _is_other_script(words)
    ):
        words.pop()
    return usual_name(" ".join(words))


def _is_family(before: str) -> bool:
    """Return whether what stands before a comma is a family name alone, so that the given one comes behind it."""
    words = before.split()
    if not words or _title_of(words[0]) is not None:
        return False
    alone = len(words) == 1 or words[0].casefold() in _PARTICLES
    return alone or before.isupper()


def _is_given(after: str, *, shouted: bool) -> bool:
    """Return whether what stands behind a comma is a given name, and no letters, job or firm."""
    words = after.split()
    few = 0 < len(words) <= MOST_GIVEN
    letters = not shouted and all(map(_ALL_CAPITALS.fullmatch, words))
    return few and not (letters or _is_after(words) or _is_job(after))


def _family_case(family: str) -> str:
    return usual_name(family.lower()) if family.isupper() else family


def _is_after(words: list[str]) -> bool:
    """Return whether these words are letters behind a name."""
    return bool(words) and all(
        each.strip(".").casefold().replace(".", "") in _AFTER or _LETTERS_AFTER.fullmatch(each)
        for each in words
    )


def _is_other_script(words: list[str]) -> bool:
    """Return whether the last word is in another script than the first, as a rank in Hangul behind a Latin name."""
    return (
        words[0][:1].isascii()
        and words[0][:1].isalpha()
        and not words[-1][:1].isascii()
        and ord(words[-1][0]) > LATIN
    )


def _is_job(text: str) -> bool:
    words = [each.strip(".,").casefold() for each in text.split()]
    return all(
        each in _JOBS or each in ("the", "a", "an", "my", "of", "for") for each in words
    ) or words[0] in ("the", "my", "some", "hiring")


def _read(text: str, country: str) -> Name:
    words, titles = text.split(), []
    words = _without_rank(words)
    if country in _GERMAN and words and words[0] in ("Fr", "Fr."):
        words[0] = "Frau"
    while words and _title_of(words[0]) is not None:
        if len(words) == 1:
            break
        titles.append(_title_of(words.pop(0)) or "")
    known = [each for each in titles if each]
    title = next((each for each in _RANK if each in known), known[-1] if known else "")
    nickname = _NICKNAME.search(" ".join(words))
    plain = " ".join(_NICKNAME.sub(" ", " ".join(words)).split())
    given, family = _split(plain.split(), country, with_title=bool(title))
    return Name(plain, title, nickname[1] if nickname and given else given, family)


def _without_rank(words: list[str]) -> list[str]:
    """Return the words without a rank before the name: 'Watch Manager Sue Dyer', 'Crew Commander Ali'."""
    ranks = [
        at for at, each in enumerate(words[:-1]) if at and each.strip(".,").casefold() in _RANKS
    ]
    if not ranks:
        return words
    at = ranks[-1]
    return words[at:] if _title_of(words[at]) else words[at + 1 :]


def _title_of(word: str) -> str | None:
    """Return the title that this word is; "" for one that isn't said, None for any other word."""
    plain = word.strip(".,").casefold()
    if plain in _SILENT or word.casefold().strip(",") in _SILENT:
        return (
            ""
            if word.endswith(".") or plain in ("hon", "pd", "the") or word.casefold() in _SILENT
            else None
        )
    if plain == "m":
        return "Monsieur" if word == "M." else None
    return _TITLES.get(plain) or _WITH_FIRST_NAME.get(plain)


def _split(words: list[str], country: str, *, with_title: bool) -> tuple[str, str]:
    """Return the given and the family name; both empty where the order isn't clear."""
    if not words:
        return "", ""
    if any(ord(each[0]) > LATIN for each in words) or (country in FAMILY_FIRST and len(words) > 1):
        return "", ""
    if len(words) == 1:
        return ("", words[0]) if with_title else (words[0], "")
    if country in _WITH_CHINESE_NAMES and words[0].casefold() in _FAMILY_NAMES_FIRST:
        return "", words[0] if with_title else ""
    words = [
        each for each in words if not (len(each.strip(".")) == 1 and each is words[-1])
    ] or words
    if len(words) == 1:
        return words[0], ""
    at = next(
        (n for n, each in enumerate(words) if n and each.casefold().strip(".") in _PARTICLES),
        len(words) - 1,
    )
    if _CHILD_OF.intersection(each.casefold() for each in words[1:]):
        return words[0], words[0] if with_title else ""
    if words[0].casefold() in _BYNAMES:
        return " ".join(words[:2]), " ".join(words[at:])
    if words[0].casefold() in _PARTICLES:
        return "", " ".join(words)
    return words[0], " ".join(words[at:])

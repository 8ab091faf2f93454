"""What stands before and behind a name and is none: titles, ranks, letters, a job."""

import re

TITLES = dict(
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
        " er=Er adv=Adv eng=Eng lt=Lieutenant revd=Reverend canon=Canon sheikh=Sheikh ato=Ato mwalimu=Mwalimu"
        " dhr=Dhr mevr=Mevr mw=Mw pan=Pan pani=Pani"
        " prof.ssa=Professoressa profª=Professora dra=Dra lic=Lic"
    ).split()
)
"""How a title is written in a greeting, by how it is typed."""
WITH_FIRST_NAME = {
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
_SILENT = frozenset(
    "em emer ir drs bc mgr ing mag dipl. dipl dipl-ing pd hon honourable honorable apl priv-doz med h.c rer nat phil"
    " the".split()
)
"""Titles that no greeting says."""
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
_LETTERS_AFTER = re.compile(r"(?:[A-Za-z]+\.)+[A-Za-z]+\.?|[A-Z]{2,}[a-z][A-Za-z]*\.?")
"""Letters behind a name, as nothing else is written: 'M.Ed.', 'FCIArb', 'MSc'."""


def is_after(words: list[str]) -> bool:
    """Return whether these words are letters behind a name."""
    return bool(words) and all(
        each.strip(".").casefold().replace(".", "") in _AFTER or _LETTERS_AFTER.fullmatch(each)
        for each in words
    )


def names_job(word: str) -> bool:
    """Return whether this word behind a name says what somebody does: 'HR', 'Partner'."""
    return word.casefold().strip(".") in _JOBS


def is_job(text: str) -> bool:
    """Return whether the words name a job or a place, and nobody: 'the ward manager'."""
    words = [each.strip(".,").casefold() for each in text.split()]
    if words[0] == "the" and words[1:] and title_of(words[1]):
        return False
    return all(
        each in _JOBS or each in ("the", "a", "an", "my", "of", "for") for each in words
    ) or words[0] in ("the", "my", "some", "hiring")


def without_rank(words: list[str]) -> list[str]:
    """Return the words without a rank before the name: 'Watch Manager Sue Dyer', 'Crew Commander Ali'."""
    ranks = [
        at for at, each in enumerate(words[:-1]) if at and each.strip(".,").casefold() in _RANKS
    ]
    if not ranks:
        return words
    at = ranks[-1]
    return words[at:] if title_of(words[at]) else words[at + 1 :]


def title_of(word: str) -> str | None:
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
    return TITLES.get(plain) or WITH_FIRST_NAME.get(plain)

"""A name with its titles: which of them is said, and what is left is the first name and the family's."""

from dataclasses import dataclass

from playbook.phrasing.family import split_name
from playbook.phrasing.name_words import (
    is_job,
    is_letters,
    is_unknown_title,
    name_words,
    plain,
    respect_shown,
    titles_in_order,
    titles_of,
)

_FEW = 2
"""Words of a first name and a family's."""


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name that a greeting needs; `whole` is the name without what stands around it.

    `respect` is what was typed behind the name for respect, as it is written: "ma'am".
    """

    whole: str = ""
    title: str = ""
    given: str = ""
    family: str = ""
    nickname: str = ""
    respect: str = ""


def read_titled(words: list[str], country: str) -> Name:
    """Return the name in these words: its title, the first name and the family's."""
    words, respect = _without_respect(_without_rank(words, country))
    titles: list[tuple[str, str]] = []
    while len(words) > 1:
        two = " ".join(map(plain, words[:2]))
        known = titles_of(country)
        if two in known and len(words) > len(("tan", "sri")):
            titles.append((" ".join(words[:2]), known[two]))
            words = words[2:]
        elif plain(words[0]) in known and _is_typed_so(words[0]):
            titles.append((words[0], known[plain(words[0])]))
            words = words[1:]
        elif is_unknown_title(words[0]):
            titles.append((words[0], "" if is_letters(words[0]) else words[0]))
            words = words[1:]
        else:
            break
    title = _said([each for _, each in titles if each])
    if titles and not title and len(words) == 1:
        title = titles[-1][0]
    parts = split_name(words, country, title=title)
    return Name(" ".join(words), title, parts.given, parts.family, respect=respect)


def _is_typed_so(word: str) -> bool:
    """Return whether a title of one letter, or one that is a name as well, has its full stop."""
    other = plain(word) in name_words("titles", "with_stop")
    return not other or word.endswith(".") or word in name_words("titles", "typed_so")


def _said(titles: list[str]) -> str:
    """Return which of several titles a greeting says."""
    first = next((each for each in titles_in_order() if each in titles), "")
    above = [each for each in titles if each not in name_words("titles", "courtesy")]
    return first or next(iter(above[-1:]), "") or next(iter(titles[-1:]), "")


def _without_rank(words: list[str], country: str) -> list[str]:
    """Return the words without a rank before the name: 'Watch Manager Sue Dyer', 'Ward Sister Eze', 'HR Karen'."""
    known = titles_of(country)
    if len(words) > _FEW and is_job(words[0]) and plain(words[1]) in known:
        return words[1:]
    if len(words) > 1 and plain(words[0]) in name_words("around", "jobs") - known.keys():
        return words[1:]
    ranks = [
        at
        for at, each in enumerate(words[:-1])
        if at and plain(each) in name_words("titles", "ranks")
    ]
    if not ranks:
        return words
    at = ranks[-1]
    return words[at:] if plain(words[at]) in titles_of(country) else words[at + 1 :]


def _without_respect(words: list[str]) -> tuple[list[str], str]:
    """Return the name without what is said behind it for respect, and that: 'Pooja mam', 'Tanaka-san'."""
    last = words[-1]
    if last.endswith(("-san", "-sensei")):
        name, _, respect = last.rpartition("-")
        return [*words[:-1], name], f"-{respect}"
    respect = respect_shown().get(plain(last), "")
    return (words[:-1], respect) if respect and len(words) > 1 else (words, "")

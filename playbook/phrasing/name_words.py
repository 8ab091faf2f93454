"""The words that stand around a name (names.toml): titles, letters behind it, jobs, firms."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.content import read_toml
from playbook.phrasing.lexicon import words_named


@cache
def _table() -> Mapping[str, Any]:
    return read_toml(files("playbook.phrasing") / "names.toml")


@cache
def name_words(group: str, name: str) -> frozenset[str]:
    """Return the words of a list in names.toml."""
    return frozenset(_table()[group][name].split())


@cache
def titles_in_order() -> tuple[str, ...]:
    """Return the titles of which the first one that was typed is said."""
    return tuple(_table()["titles"]["rank"].split())


@cache
def respect_shown() -> Mapping[str, str]:
    """Return what is said behind a name for respect, by how it is typed: "ma'am" for 'mam'."""
    lines = (each.partition(": ") for each in _table()["behind"]["respect"].strip().splitlines())
    return {typed: written for written, _, forms in lines for typed in forms.split()}


@cache
def titles_with_given() -> frozenset[str]:
    """Return the titles that stand before a first name: 'Sir Max'."""
    local = {written for written, _, _, kind in _local() if kind == "given"}
    return frozenset(_forms("with_given").values()) | local


@cache
def every_title() -> frozenset[str]:
    """Return each title as a greeting writes it."""
    local = {written for written, _, _, kind in _local() if kind != "silent"}
    return frozenset(_forms("said").values()) | titles_with_given() | local


@cache
def titles_of(country: str) -> Mapping[str, str]:
    """Return each title as a greeting there writes it, by how it is typed; "" for one that no greeting says."""
    silent = dict.fromkeys(name_words("titles", "silent"), "")
    local = {
        form: "" if kind == "silent" else written
        for written, forms, countries, kind in _local()
        if country in countries
        for form in forms
    }
    return {**silent, **_forms("said"), **_forms("with_given"), **local}


@cache
def _forms(name: str) -> Mapping[str, str]:
    lines = (each.partition(": ") for each in _table()["titles"][name].strip().splitlines())
    return {typed: written for written, _, forms in lines for typed in forms.split(", ")}


@cache
def _local() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...], str], ...]:
    return tuple(_read_local())


def _read_local() -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    for line in _table()["titles"]["there"].strip().splitlines():
        (title, countries, *kind) = line.split(" | ")
        written, _, forms = title.partition(": ")
        yield written, tuple(forms.split(", ")), tuple(countries.split()), "".join(kind)


def plain(word: str) -> str:
    """Return a word of a name in small letters, without marks around it."""
    return word.strip('.,;:()[]"“”?!*').casefold().replace("’", "'")


def is_job(word: str) -> bool:
    """Return whether the word is a job or a place of work, and nobody's name."""
    folded = plain(word)
    return (
        folded in name_words("around", "jobs")
        or folded in words_named("small", "people")
        or (folded.endswith("s") and folded[:-1] in words_named("small", "people"))
    )


def is_letters(word: str) -> bool:
    """Return whether the word is a degree, an honour or the like: 'MBA', 'Ph.D.', 'III'."""
    folded = plain(word).replace(".", "")
    if folded in name_words("behind", "generation"):
        return True
    known = folded in name_words("behind", "letters")
    short = len(folded) < len("phd")
    return known and (not short or word.strip(".,()").replace(".", "").isupper())


def has_inner_stop(word: str) -> bool:
    """Return whether a full stop stands within the word, as in 'B.Dent.Sc.'."""
    return "." in word.strip(".,()")


def is_initial(word: str) -> bool:
    """Return whether the word is one letter, or several with full stops: 'A', 'A.', 'J.R.'."""
    groups = [each for each in word.strip(",").split(".") if each]
    return bool(groups) and all(len(each) == 1 and each.isalpha() for each in groups)


def is_unknown_title(word: str) -> bool:
    """Return whether a word before a name is a title that we don't know: what has a full stop and is no initial."""
    folded = plain(word)
    return (
        (word.endswith(".") or has_inner_stop(word))
        and not is_initial(word)
        and len(folded) > 1
        and folded not in name_words("around", "short_given")
        and folded not in name_words("around", "particles")
        and word.isascii()
    )

"""The English words that tell the shape of typed words (lexicon.toml): verbs in all their forms, and small words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.content import read_toml

VOWELS = "aeiou"
DOUBLED = frozenset(
    "admit ban beg chat chop clap control commit cut debug drop equip fit flag forget get grab hit knit let log nod"
    " occur permit pat pin plan plot prefer program put quit refer rob rub run scan scrub set shop shut sit skip slip"
    " snap split spot step stop strip swim swap tap transfer travel trim trap trip win wrap zip label model cancel"
    " begin dig hug jog regret refer rip ship tag".split()
)
"""Verbs whose last letter is doubled before -ed and -ing."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """Every form of every verb, each with its base."""

    base: frozenset[str]
    third: Mapping[str, str]
    past: Mapping[str, str]
    participle: Mapping[str, str]
    gerund: Mapping[str, str]
    past_of: Mapping[str, str]
    both: frozenset[str]


@cache
def _table() -> Mapping[str, Any]:
    return read_toml(files("playbook.phrasing") / "lexicon.toml")


@cache
def verbs() -> Verbs:
    """Return the verbs of lexicon.toml."""
    table = _table()["verbs"]
    rows = [(base, regular_past(base), regular_past(base)) for base in table["regular"].split()]
    irregular = [line.split() for line in table["irregular"].strip().splitlines()]
    every = [*rows, *((base, past, participle) for base, past, participle in irregular)]
    return Verbs(
        base=frozenset(base for base, _, _ in every),
        third={third_person(base): base for base, _, _ in every},
        past={past: base for base, past, _ in every},
        participle={participle: base for base, _, participle in every},
        gerund={gerund_of(base): base for base, _, _ in every},
        past_of={base: past for base, past, _ in every},
        both=frozenset(table["both"].split()),
    )


@cache
def words_named(group: str, name: str) -> frozenset[str]:
    """Return the words of a list in lexicon.toml."""
    return frozenset(_table()[group][name].split())


@cache
def ordered_words(group: str, name: str) -> tuple[str, ...]:
    """Return the words of a list in lexicon.toml, in its order and spelling."""
    return tuple(_table()[group][name].split())


@cache
def empty_words() -> frozenset[str]:
    """Return what people type where they have nothing to say."""
    return frozenset(_empty())


def _empty() -> Iterator[str]:
    for line in _table()["empty"]["words"].strip().splitlines():
        yield from (line.split("|") if "|" in line else line.split())


@cache
def auxiliaries() -> frozenset[str]:
    """Return words that make a sentence of what stands before them: is, has, can."""
    return frozenset(_table()["verbs"]["auxiliary"].split())


def third_person(base: str) -> str:
    """Return the form after 'he': runs, does, tries."""
    special = {"be": "is", "have": "has", "do": "does", "go": "goes", "redo": "redoes"}
    if base in special:
        return special[base]
    if base.endswith("y") and base[-2] not in VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh")) else f"{base}s"


def regular_past(base: str) -> str:
    """Return the past form of a regular verb: planned, tried, used."""
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in DOUBLED else f"{base}ed"


def gerund_of(base: str) -> str:
    """Return the form in -ing: running, making, lying."""
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return f"{base[:-1]}ing"
    return f"{base}{base[-1]}ing" if base in DOUBLED else f"{base}ing"

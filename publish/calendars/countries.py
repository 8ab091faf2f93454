"""The reviewed list of countries (countries.toml): their names, office weeks, usual closures and regions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from playbook.calendars import OFFICE_WEEKS
from playbook.content import read, read_toml
from playbook.errors import ContentError

COUNTRIES = Path(__file__).with_name("countries.toml")
SHORT_DATES = {"day first": False, "month first": True, "either": None}
"""How a country writes short dates, and whether the month is first; None where both ways are common."""


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """What countries.toml adds to a region of the package."""

    name: str = ""
    week: str = ""


@dataclass(frozen=True, slots=True)
class UsualEntry:
    """Days on which offices usually close without a law: the package's `category` of them, or some by their `names`.

    `monday_after`: the Monday after a public holiday that falls on a weekend.
    """

    category: str = ""
    names: tuple[str, ...] = ()
    monday_after: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class CountryEntry:
    """A country as countries.toml has it; `moon` are holidays that depend on the moon, where the package is silent.

    `default_region` is the region whose days count where none is chosen, "" where no region has most of the people.
    """

    code: str
    name: str
    week: str = "mon-fri"
    why: str = ""
    short_date: str = "day first"
    moon: tuple[str, ...] = ()
    default_region: str = ""
    usual: UsualEntry = field(default_factory=UsualEntry)
    regions: dict[str, RegionEntry] = field(default_factory=dict)


def read_countries() -> tuple[CountryEntry, ...]:
    """Return the reviewed list. Raises ContentError where it is wrong."""
    return tuple(_entry(code, table) for code, table in read_toml(COUNTRIES).items())


def _entry(code: str, table: Mapping[str, object]) -> CountryEntry:
    where = f"{COUNTRIES.name} [{code}]"
    given = table.get("regions")
    regions = given if isinstance(given, dict) else {}
    rest = {key: value for key, value in table.items() if key not in {"regions", "usual"}}
    entry = read(CountryEntry, {"code": code, **rest}, where)
    usual = table.get("usual")
    if isinstance(usual, dict):
        entry = replace(entry, usual=read(UsualEntry, usual, f"{where} usual"))
    own = {code: read(RegionEntry, each, f"{where} {code}") for code, each in regions.items()}
    weeks = [entry.week, *(region.week for region in own.values() if region.week)]
    for week in weeks:
        _check(week, "week", OFFICE_WEEKS, where)
    _check(entry.short_date, "short_date", SHORT_DATES, where)
    return replace(entry, regions=own)


def _check(word: str, key: str, known: Mapping[str, object], where: str) -> None:
    if word not in known:
        raise ContentError(f"{where}: no {key} '{word}'; it takes one of: {', '.join(known)}")

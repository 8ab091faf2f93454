"""The calendar of an employer's country: its office week, its public holidays and its time zones.

`make` builds the files that belong beside this one; the browser fetches the one it needs.
Where they stand is a value, `Calendars`, and so is all that is read there.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, NoReturn

from playbook.business_days import Calendar, Closure
from playbook.calendars.zones import CountryZones, read_zones
from playbook.errors import MissingData

OFFICE_WEEKS: Mapping[str, frozenset[int]] = MappingProxyType(
    {
        "mon-fri": frozenset({5, 6}),
        "mon-sat": frozenset({6}),
        "mon-thu": frozenset({4, 5, 6}),
        "sun-thu": frozenset({4, 5}),
        "sun-fri": frozenset({5}),
        "sat-wed": frozenset({3, 4}),
        "sat-thu": frozenset({4}),
        "tue-sat": frozenset({6, 0}),
        "mon-thu-sat": frozenset({4, 6}),
    }
)
"""The weekend of each office week, by its id; Monday = 0."""

NO_COUNTRY = Calendar()
"""Saturday and Sunday are closed, and no holidays are known."""

_CODE = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Country:
    """A country that has a calendar.

    `regions` are pairs of code and name, given where regions differ in their holidays or week.
    `month_first`: 4/12 is the twelfth of April there; None where both ways are common.
    """

    code: str
    name: str
    regions: tuple[tuple[str, str], ...] = ()
    month_first: bool | None = False


@dataclass(frozen=True, slots=True, eq=False)
class Calendars:
    """The calendars whose files stand in one folder. A file that has been read isn't read again."""

    folder: Traversable

    @property
    def countries(self) -> tuple[Country, ...]:
        """Every country that has a calendar, by name. Raises MissingData before they are built."""
        return _countries(self)

    def regions(self, code: str) -> tuple[tuple[str, str], ...]:
        """Return code and name of a country's regions; empty where they make no difference."""
        return next((each.regions for each in self.countries if each.code == code), ())

    def month_first(self, code: str) -> bool | None:
        """Return whether 4/12 is the twelfth of April there; None where both are common, or nobody knows."""
        return next((each.month_first for each in self.countries if each.code == code), None)

    def read(self, code: str, region: str = "") -> Calendar:
        """Return the calendar of a country or one of its regions; NO_COUNTRY for the code "".

        A region that the country doesn't have counts as none.
        Raises MissingData where the country's file isn't in place.
        """
        return _calendar(self, code, region) if code else NO_COUNTRY

    def zones(self, code: str) -> CountryZones:
        """Return a country's time zones; none for the code "". Raises MissingData where its file isn't in place."""
        return _zones(self, code) if code else CountryZones()


@cache
def _countries(calendars: Calendars) -> tuple[Country, ...]:
    return tuple(
        Country(each["code"], each["name"], _pairs(each["regions"]), each["month_first"])
        for each in _read_json(calendars, "index.json")
    )


@cache
def _calendar(calendars: Calendars, code: str, region: str) -> Calendar:
    table = _table(calendars, code)
    names = dict(_pairs(table["regions"]))
    region = region if region in names else ""
    default = names.get(table["default_region"])
    country = f"{table['name']} (as in {default})" if default else table["name"]
    return Calendar(
        weekend=OFFICE_WEEKS[table["weeks"].get(region, table["week"])],
        closures=MappingProxyType({each.on: each for each in _closures(table, region)}),
        opened=frozenset(map(date.fromisoformat, table["opened"])),
        name=f"{names[region]}, {table['name']}" if region else country,
        first_on=date.fromisoformat(table["first_on"]),
        last_on=date.fromisoformat(table["last_on"]),
        source=table["source"],
    )


@cache
def _zones(calendars: Calendars, code: str) -> CountryZones:
    return read_zones(_table(calendars, code))


def _closures(table: dict[str, Any], region: str) -> list[Closure]:
    mine = {number for number, codes in enumerate(table["groups"]) if region in codes}
    days = ([*day, 0, 0, 0][:5] for day in table["days"])
    return [
        Closure(date.fromisoformat(on), name, estimated=bool(estimated), usual=bool(usual))
        for on, name, group, estimated, usual in days
        if group in mine
    ]


def _table(calendars: Calendars, code: str) -> Any:
    return (
        _read_json(calendars, f"{code}.json") if _CODE.fullmatch(code) else _missing(f"{code}.json")
    )


def _pairs(rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((code, name) for code, name in rows)


def _read_json(calendars: Calendars, name: str) -> Any:
    try:
        return json.loads((calendars.folder / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return _missing(name)


def _missing(name: str) -> NoReturn:
    raise MissingData(f"calendars/{name}")

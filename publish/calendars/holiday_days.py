"""The closed days of a country and its regions, as the pinned `holidays` package knows them."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import holidays
from holidays.holiday_base import HolidayBase

from publish.calendars.countries import CountryEntry, RegionEntry

ESTIMATED = "estimated"
"""The package's word for a date that depends on the moon."""
SATURDAY = 5

type Day = tuple[str, str, bool, bool]
"""A closed day: its date in ISO, its name, whether the date is an estimate, and whether offices only usually close."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A country's holidays by region; the region "" is the country where no region is given."""

    entry: CountryEntry
    package: HolidayBase
    years: range
    days: dict[str, frozenset[Day]]

    @property
    def regions(self) -> list[tuple[str, str]]:
        """Code and name of each region, by name; none where regions make no difference."""
        codes = [code for code in self.days if code]
        if not any(self.differs(code) for code in codes):
            return []
        return sorted(
            ((code, self.region_name(code)) for code in codes), key=lambda pair: letters(pair[1])
        )

    def differs(self, region: str) -> bool:
        """Return whether a region has holidays or a week of its own."""
        return self.days[region] != self.days[""] or bool(self.week(region))

    def week(self, region: str) -> str:
        """Return a region's own office week, "" where it keeps the country's."""
        return self.entry.regions.get(region, RegionEntry()).week

    def region_name(self, region: str) -> str:
        """Return our name for it, else the package's first alias that isn't short, else the code."""
        aliases = [
            alias
            for alias, code in self.package.subdivisions_aliases.items()
            if code == region and not alias.isupper()
        ]
        return self.entry.regions.get(region, RegionEntry()).name or (aliases or [region])[0]


def compile_country(entry: CountryEntry, years: range) -> Compiled:
    """Ask the package for every day of every region."""
    language = _english(entry.code)
    country = holidays.country_holidays(entry.code, years=years, language=language)
    days = {"": _closed_days(entry, country, "", years)}
    for region in country.subdivisions:
        of_region = holidays.country_holidays(
            entry.code, subdiv=region, years=years, language=language
        )
        days[region] = _closed_days(entry, of_region, region, years)
    days[""] = days[entry.default_region]
    return Compiled(entry, country, range(years.start, min(years.stop, country.end_year + 1)), days)


def _english(code: str) -> str | None:
    offered = holidays.list_localized_countries(include_aliases=False).get(code, [])
    english = sorted(language for language in offered if language.startswith("en"))
    return "en_GB" if "en_GB" in english else next(iter(english), None)


def _closed_days(
    entry: CountryEntry, package: HolidayBase, region: str, years: range
) -> frozenset[Day]:
    """Return public holidays, and beside them the days on which offices usually close."""
    public = frozenset(_days(package, entry.moon))
    taken = {day[0] for day in public}
    usual = (day for day in _usual_days(entry, package, region, years) if day[0] not in taken)
    return public | frozenset(usual)


def _days(package: HolidayBase, moon: tuple[str, ...]) -> Iterator[Day]:
    for on, words in package.items():
        parts = words.split("; ")
        names = " and ".join(_plain_name(name) for name in parts)
        depends = all(f"{ESTIMATED})" in name or name.startswith(moon) for name in parts)
        yield on.isoformat(), names, depends, False


def _usual_days(
    entry: CountryEntry, package: HolidayBase, region: str, years: range
) -> Iterator[Day]:
    usual = entry.usual
    if usual.category:
        listed = holidays.country_holidays(
            entry.code,
            subdiv=region or None,
            years=years,
            language=_english(entry.code),
            categories=(usual.category,),
        )
        for on, name, estimated, _ in _days(listed, entry.moon):
            if not usual.names or name in usual.names:
                yield on, name, estimated, True
    if usual.monday_after:
        yield from _mondays_after(package)


def _mondays_after(package: HolidayBase) -> Iterator[Day]:
    """Yield the working day after each public holiday that falls on a weekend."""
    mondays: set[date] = set()
    for on, words in sorted(package.items()):
        following = on + timedelta(days=7 - on.weekday())
        while following in package or following in mondays:
            following += timedelta(days=1)
        if on.weekday() >= SATURDAY:
            mondays.add(following)
            yield following.isoformat(), f"{_plain_name(words)} (after the weekend)", False, True


def _plain_name(words: str) -> str:
    """Return a holiday's name without the package's word for an estimated date."""
    return words.replace(f", {ESTIMATED})", ")").replace(f" ({ESTIMATED})", "").strip()


def letters(name: str) -> str:
    """Return a name without its accents, so that Åland stands before Albania."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()

"""Write the public holidays of every listed country as JSON: `python -m publish.calendars.build`.

The dates come from the pinned `holidays` package, the countries and their weeks from countries.toml, the time zones
from the pinned `tzdata` package (see zones.py).
A file holds the public holidays from 2025, so that old plans keep working, to four years ahead.
The same packages on the same day (or with the same SOURCE_DATE_EPOCH) gives the same bytes.
"""

import json
import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

import holidays
from holidays.holiday_base import HolidayBase

from playbook.calendars import OFFICE_WEEKS
from playbook.content import read, read_toml
from playbook.errors import ContentError
from publish.calendars import CALENDARS
from publish.calendars.zones import zone_tables, zones_of

FIRST_YEAR = 2025
YEARS_AHEAD = 4
COUNTRIES = Path(__file__).with_name("countries.toml")
SHORT_DATES = {"day first": False, "month first": True, "either": None}
ESTIMATED, OBSERVED = "estimated", "observed"

SATURDAY = 5

type Day = tuple[str, str, bool, bool]
"""A closed day: its date in ISO, its name, whether the date is an estimate, and whether offices only usually close."""


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
    """A country as countries.toml has it; `moon` are holidays that depend on the moon, where the package is silent."""

    code: str
    name: str
    week: str = "mon-fri"
    why: str = ""
    short_date: str = "day first"
    moon: tuple[str, ...] = ()
    usual: UsualEntry = field(default_factory=UsualEntry)
    regions: dict[str, RegionEntry] = field(default_factory=dict)


def read_countries() -> tuple[CountryEntry, ...]:
    """The reviewed list. Raises ContentError where it is wrong."""
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
            ((code, self.region_name(code)) for code in codes), key=lambda pair: _letters(pair[1])
        )

    def differs(self, region: str) -> bool:
        """Whether a region has holidays or a week of its own."""
        return self.days[region] != self.days[""] or bool(self.week(region))

    def week(self, region: str) -> str:
        """A region's own office week, "" where it keeps the country's."""
        return self.entry.regions.get(region, RegionEntry()).week

    def region_name(self, region: str) -> str:
        """Our name for it, else the package's first alias that isn't short, else the code."""
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
    return Compiled(entry, country, range(years.start, min(years.stop, country.end_year + 1)), days)


def _english(code: str) -> str | None:
    offered = holidays.list_localized_countries(include_aliases=False).get(code, [])
    english = sorted(language for language in offered if language.startswith("en"))
    return "en_GB" if "en_GB" in english else next(iter(english), None)


def _closed_days(
    entry: CountryEntry, package: HolidayBase, region: str, years: range
) -> frozenset[Day]:
    """Public holidays, and beside them the days on which offices usually close."""
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
    """The first day of work after a public holiday on a weekend."""
    mondays: set[date] = set()
    for on, words in sorted(package.items()):
        following = on + timedelta(days=7 - on.weekday())
        while following in package or following in mondays:
            following += timedelta(days=1)
        if on.weekday() >= SATURDAY:
            mondays.add(following)
            yield following.isoformat(), f"{_plain_name(words)} (after the weekend)", False, True


def _plain_name(words: str) -> str:
    """A holiday's name without the package's word for an estimated date."""
    return words.replace(f", {ESTIMATED})", ")").replace(f" ({ESTIMATED})", "").strip()


def calendar_file(compiled: Compiled, source: str, years: range) -> dict[str, object]:
    """What a country's file holds; clocks are known for all these years, holidays perhaps for fewer.

    A day is [date, name], then the number of its group of regions (0 is everywhere), then 1 if the
    date is an estimate, then 1 if offices only usually close. Where nothing follows, zeros are left out.
    """
    groups, days = _grouped(compiled)
    entry, known = compiled.entry, compiled.years
    own_weeks = {code: compiled.week(code) for code, _ in compiled.regions if compiled.week(code)}
    worked = sorted(on for on in compiled.package.weekend_workdays if on.year in known)
    return {
        "code": entry.code,
        "name": entry.name,
        "week": entry.week,
        "weeks": own_weeks,
        "first_on": date(known[0], 1, 1).isoformat(),
        "last_on": date(known[-1], 12, 31).isoformat(),
        "source": source,
        "regions": compiled.regions,
        "opened": [on.isoformat() for on in worked],
        **zone_tables(zones_of(entry.code, list(compiled.days), years)),
        "groups": groups,
        "days": days,
    }


def _grouped(compiled: Compiled) -> tuple[list[list[str]], list[list[str | int]]]:
    codes = ["", *(code for code, _ in compiled.regions)]
    where = {
        day: [code for code in codes if day in compiled.days[code]] for day in _all_days(compiled)
    }
    groups = [codes, *sorted(each for each in _distinct(where) if each != codes)]
    number = {tuple(group): at for at, group in enumerate(groups)}
    return groups, [
        _trimmed(
            [on, name, number[tuple(where[on, name, estimated, usual])], int(estimated), int(usual)]
        )
        for on, name, estimated, usual in sorted(where)
    ]


def _all_days(compiled: Compiled) -> frozenset[Day]:
    codes = ["", *(code for code, _ in compiled.regions)]
    return frozenset().union(*(compiled.days[code] for code in codes))


def _distinct(where: Mapping[Day, list[str]]) -> list[list[str]]:
    return [list(group) for group in {tuple(codes) for codes in where.values()}]


def _letters(name: str) -> str:
    """A name without its accents, so that Åland stands before Albania."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _trimmed(day: list[str | int]) -> list[str | int]:
    while day[-1] == 0:
        day.pop()
    return day


def index_file(compiled: list[Compiled]) -> list[dict[str, object]]:
    """The list of countries with their regions, by name."""
    return [
        {
            "code": each.entry.code,
            "name": each.entry.name,
            "month_first": SHORT_DATES[each.entry.short_date],
            "regions": each.regions,
        }
        for each in sorted(compiled, key=lambda each: _letters(each.entry.name))
    ]


def publish(folder: Path, today: date) -> int:
    """Write every calendar and the index into a folder; gives how many countries there are."""
    years = range(FIRST_YEAR, today.year + YEARS_AHEAD + 1)
    source = f"holidays {version('holidays')}, generated {today.isoformat()}"
    compiled = [compile_country(entry, years) for entry in read_countries()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in compiled:
        _write(folder / f"{each.entry.code}.json", calendar_file(each, source, years))
    _write(folder / "index.json", index_file(compiled))
    return len(compiled)


def _write(file: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text + "\n", encoding="utf-8", newline="\n")


def build_date() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH where a reproducible build sets it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date()


if __name__ == "__main__":
    print(f"calendars: {publish(CALENDARS, build_date())} countries")

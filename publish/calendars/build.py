"""Write the public holidays of every listed country as JSON: `python -m publish.calendars.build`.

The dates come from the pinned `holidays` package, the countries and their weeks from countries.toml, the time zones
from the pinned `tzdata` package (see zones.py).
A file holds the public holidays from 2025, so that old plans keep working, to four years ahead.
The same packages on the same day (or with the same SOURCE_DATE_EPOCH) gives the same bytes.
"""

import json
import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

from publish.calendars import CALENDARS
from publish.calendars.countries import SHORT_DATES, read_countries
from publish.calendars.holiday_days import Compiled, Day, compile_country, letters
from publish.calendars.zones import zone_tables, zones_of

FIRST_YEAR = 2025
YEARS_AHEAD = 4


def calendar_file(compiled: Compiled, source: str, years: range) -> dict[str, object]:
    """Return what a country's file holds; clocks are known for all these years, holidays perhaps for fewer.

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
        "default_region": entry.default_region,
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


def _trimmed(day: list[str | int]) -> list[str | int]:
    while day[-1] == 0:
        day.pop()
    return day


def index_file(compiled: list[Compiled]) -> list[dict[str, object]]:
    """Return the list of countries with their regions, by name."""
    return [
        {
            "code": each.entry.code,
            "name": each.entry.name,
            "month_first": SHORT_DATES[each.entry.short_date],
            "regions": each.regions,
        }
        for each in sorted(compiled, key=lambda each: letters(each.entry.name))
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
    """Return today, or the day of SOURCE_DATE_EPOCH where a reproducible build sets it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date()


if __name__ == "__main__":
    print(f"calendars: {publish(CALENDARS, build_date())} countries")

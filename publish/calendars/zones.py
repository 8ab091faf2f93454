"""The time zones of a country's offices: which there are, whose clocks agree, and when they change.

All comes from the pinned `tzdata` package; zones.toml says which regions keep which of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from playbook.content import read_toml
from playbook.errors import ContentError

ZONES = Path(__file__).with_name("zones.toml")
NAMED = 3
"""Cities that name a zone: more would fill a line on a phone."""
_KEYS = frozenset({"usual", "left_out", "borrowed"})

type Clock = tuple[tuple[datetime, int], ...]
"""From which moment (UTC) clocks are how many minutes ahead of UTC, in order."""


@dataclass(frozen=True, slots=True)
class Zone:
    """Zones of the tz database whose clocks agree in the years of the calendars."""

    ids: tuple[str, ...]
    clock: Clock

    @property
    def name(self) -> str:
        """The first of its cities: "New York, Detroit". Towns that stand under their state don't name it."""
        cities = [each for each in self.ids if each.count("/") == 1] or self.ids
        return ", ".join(each.rsplit("/", 1)[-1].replace("_", " ") for each in cities[:NAMED])


@dataclass(frozen=True, slots=True)
class CountryZones:
    """A country's zones; `of_region` are the numbers of those that a region keeps, the region "" is the country.

    `usual` is the number of the zone that counts where nothing is chosen, None where the reader has to.
    """

    zones: tuple[Zone, ...]
    of_region: Mapping[str, tuple[int, ...]]
    usual: int | None


def zones_of(country: str, regions: Sequence[str], years: range) -> CountryZones:
    """Return the zones of a country: those first that zones.toml names, then as the tz database lists them.

    Raises ContentError where zones.toml names a zone or a region that there isn't.
    """
    entry = _entries().get(country, {})
    named = {key: str(value) for key, value in entry.items() if key not in _KEYS}
    left_out = str(entry.get("left_out", "")).split()
    listed = [each for each in _listed().get(country, ()) if each not in left_out]
    listed += str(entry.get("borrowed", "")).split()
    zones = _agreeing([*named, *(each for each in listed if each not in named)], years)
    numbers = {id: number for number, zone in enumerate(zones) for id in zone.ids}
    own = tuple(sorted({numbers[each] for each in listed}))
    of_region = {"": own, **_by_region(country, named, numbers, regions)}
    usual = numbers[str(entry["usual"])] if "usual" in entry else None
    return CountryZones(zones, of_region, own[0] if len(own) == 1 else usual)


def _by_region(
    country: str, named: Mapping[str, str], numbers: Mapping[str, int], regions: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    numbers_of: dict[str, list[int]] = {}
    for id, codes in named.items():
        for code in codes.split():
            numbers_of.setdefault(code.replace("_", " "), []).append(numbers[id])
    if unknown := numbers_of.keys() - set(regions):
        raise ContentError(f"{ZONES.name} [{country}]: no region {', '.join(sorted(unknown))}")
    return {code: tuple(sorted(set(each))) for code, each in numbers_of.items()}


@cache
def _entries() -> Mapping[str, Mapping[str, object]]:
    return read_toml(ZONES)


@cache
def _listed() -> Mapping[str, list[str]]:
    """Return the ids of each country's zones, from the table of the tz database that has each by its country."""
    ids_of: dict[str, list[str]] = {}
    for line in files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _place, id = line.split("\t")[:3]
            ids_of.setdefault(country, []).append(id)
    return ids_of


def _agreeing(ids: Sequence[str], years: range) -> tuple[Zone, ...]:
    """Return the zones, those as one whose clocks agree."""
    together: dict[Clock, list[str]] = {}
    for id in ids:
        together.setdefault(_clock(id, years), []).append(id)
    return tuple(Zone(tuple(each), clock) for clock, each in together.items())


@cache
def _clock(id: str, years: range) -> Clock:
    try:
        with files("tzdata").joinpath("zoneinfo", *id.split("/")).open("rb") as file:
            zone = ZoneInfo.from_file(file, id)
    except FileNotFoundError:
        raise ContentError(f"{ZONES.name}: the tz database has no zone {id}") from None
    moment = datetime(years[0], 1, 1, tzinfo=UTC)
    end = datetime(years[-1], 12, 31, tzinfo=UTC)
    clock = [(moment, _ahead(moment, zone))]
    while moment < end:
        following = moment + timedelta(days=1)
        if _ahead(following, zone) != clock[-1][1]:
            clock.append((_change(moment, following, zone), _ahead(following, zone)))
        moment = following
    return tuple(clock)


def _ahead(moment: datetime, zone: ZoneInfo) -> int:
    ahead = moment.astimezone(zone).utcoffset() or timedelta()
    return int(ahead.total_seconds()) // 60


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Return the minute at which the clocks change between two moments."""
    while after - before > timedelta(minutes=1):
        middle = before + timedelta(minutes=(after - before) // timedelta(minutes=2))
        if _ahead(middle, zone) == _ahead(before, zone):
            before = middle
        else:
            after = middle
    return after


def zone_tables(country: CountryZones) -> dict[str, object]:
    """Return what a country's file holds of its zones: times in UTC, minutes ahead of it."""
    return {
        "zones": [
            {"ids": zone.ids, "name": zone.name, "clock": [_line(*each) for each in zone.clock]}
            for zone in country.zones
        ],
        "zones_of": country.of_region,
        "usual_zone": country.usual,
    }


def _line(moment: datetime, ahead: int) -> tuple[str, int]:
    return f"{moment:%Y-%m-%dT%H:%M}", ahead

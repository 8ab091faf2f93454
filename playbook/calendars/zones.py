"""What day it is where an office is: the time zones of its country, as the calendar's file has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Zone:
    """Zones of the tz database whose clocks agree: the first of their ids, all of them, and their cities in words.

    `clock` is from which moment (UTC) it is how much ahead of UTC, in order.
    """

    id: str
    ids: frozenset[str]
    name: str
    clock: tuple[tuple[datetime, timedelta], ...]

    def day_at(self, moment: datetime) -> date:
        """Return the date there at a moment.

        Before and after the years of the calendar the nearest known clock counts.
        """
        ahead = self.clock[0][1]
        for since, each in self.clock:
            if since <= moment:
                ahead = each
        return (moment + ahead).date()


@dataclass(frozen=True, slots=True)
class CountryZones:
    """The zones of a country, and by region; `usual` counts where nothing is chosen."""

    zones: tuple[Zone, ...] = ()
    of_region: Mapping[str, tuple[Zone, ...]] = field(default_factory=dict)
    usual: Zone | None = None

    def offered(self, region: str) -> tuple[Zone, ...]:
        """Return the zones that an office in this region can have; those of the country where no region is given."""
        return self.of_region.get(region) or self.of_region.get("", ())

    def at(self, region: str, chosen: str) -> tuple[Zone, ...]:
        """Return the zone of an office; several where nobody has said which of them."""
        offered = self.offered(region)
        named = tuple(zone for zone in offered if chosen in zone.ids)
        usual = tuple(zone for zone in offered if zone == self.usual)
        return named or usual or offered


def read_zones(table: Mapping[str, Any]) -> CountryZones:
    """Return the zones of a country's file."""
    zones = tuple(map(_zone, table["zones"]))
    of_region = {
        region: tuple(zones[number] for number in numbers)
        for region, numbers in table["zones_of"].items()
    }
    usual = table["usual_zone"]
    return CountryZones(zones, of_region, None if usual is None else zones[usual])


def _zone(table: Mapping[str, Any]) -> Zone:
    clock = tuple(
        (datetime.fromisoformat(since).replace(tzinfo=UTC), timedelta(minutes=ahead))
        for since, ahead in table["clock"]
    )
    return Zone(table["ids"][0], frozenset(table["ids"]), table["name"], clock)

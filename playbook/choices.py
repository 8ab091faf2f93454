"""The choices of a form that depend on the record: regions and time zones of its country, its earlier rounds."""

from collections.abc import Mapping

from playbook.calendars import Calendars
from playbook.fields import Field
from playbook.interview import Interview
from playbook.office_day import asks_zone, zones_of
from playbook.render import capitalized, name_of_round


def offer_choices(
    interview: Interview, fields: tuple[Field, ...], calendars: Calendars
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the choices by field path, each with its value and label; none where a form doesn't ask for them.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    zones = zones_of(interview, calendars) if asks_zone(fields) else ()
    return {
        **_offer_rounds(interview, fields),
        "region": calendars.regions(interview.office.country),
        "office_zone": tuple((zone.id, zone.name) for zone in zones),
    }


def _offer_rounds(
    interview: Interview, fields: tuple[Field, ...]
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the earlier rounds among which an event may be; none where there is the newest one alone."""
    if not any(field.id == "events" for field in fields):
        return {}
    numbers = range(1, len(interview.earlier_rounds) + 1)
    rounds = tuple((str(each), capitalized(f"the {name_of_round(each)}")) for each in numbers)
    return {f"events.{at}.round": rounds for at in range(len(interview.events))}

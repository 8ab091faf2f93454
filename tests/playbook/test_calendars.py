"""Reading a country's calendar. The holidays are checked against what governments published."""

from datetime import date
from pathlib import Path

import pytest

from playbook import calendars
from playbook.business_days import SATURDAY_SUNDAY, add_business_days
from playbook.calendars import NO_COUNTRY, OFFICE_WEEKS, Calendars
from playbook.errors import MissingData
from playbook.own import own


@pytest.mark.parametrize(
    ("code", "region", "on"),
    [
        ("GB", "ENG", "2026-12-25"),
        ("GB", "ENG", "2026-12-28"),  # Boxing Day is a Saturday
        ("GB", "ENG", "2026-04-06"),  # Easter Monday
        ("GB", "SCT", "2026-11-30"),  # St Andrew's Day, a Monday
        ("GB", "NIR", "2026-07-13"),  # the twelfth is a Sunday
        ("US", "", "2026-11-26"),  # Thanksgiving
        ("US", "", "2026-07-03"),  # the fourth is a Saturday
        ("DE", "BY", "2027-01-06"),  # Epiphany, in the south only
        ("DE", "BB", "2028-10-31"),  # Reformation Day, not in the south
        ("FR", "", "2027-07-14"),
        ("ES", "VC", "2026-10-09"),  # the day of the Valencian community
        ("IN", "", "2027-01-26"),
        ("JP", "", "2026-11-03"),
        ("CN", "", "2026-10-01"),
        ("BR", "", "2026-09-07"),
        ("MX", "", "2026-09-16"),
        ("CA", "ON", "2026-02-16"),  # Family Day
        ("AU", "VIC", "2026-01-26"),
        ("NZ", "", "2026-02-06"),
        ("ZA", "", "2026-09-24"),
        ("KE", "", "2026-12-12"),
        ("NG", "", "2026-10-01"),
        ("SA", "", "2027-09-23"),
        ("AE", "", "2027-12-02"),
        ("IE", "", "2026-03-17"),
    ],
)
def test_offices_are_shut(code: str, region: str, on: str) -> None:
    assert not own().calendars.read(code, region).is_open(date.fromisoformat(on))


@pytest.mark.parametrize(
    ("code", "region", "on"),
    [
        ("GB", "SCT", "2026-04-06"),  # no Easter Monday in Scotland
        ("GB", "ENG", "2026-11-30"),
        ("DE", "BE", "2027-01-06"),
        ("DE", "BY", "2028-10-31"),
        ("CA", "QC", "2026-02-16"),
        ("US", "", "2026-11-25"),
        ("SA", "", "2026-11-22"),  # a Sunday
        ("AE", "", "2026-11-20"),  # a Friday
        ("CN", "", "2026-02-14"),  # a Saturday, worked for the Spring Festival
        ("NP", "", "2026-11-22"),  # a Sunday
    ],
)
def test_offices_are_open(code: str, region: str, on: str) -> None:
    assert own().calendars.read(code, region).is_open(date.fromisoformat(on))


@pytest.mark.parametrize(
    ("code", "region", "week"),
    [
        ("GB", "", "mon-fri"), ("US", "", "mon-fri"), ("AE", "", "mon-fri"), ("TR", "", "mon-fri"),
        ("MR", "", "mon-fri"), ("HK", "", "mon-fri"), ("SA", "", "sun-thu"), ("EG", "", "sun-thu"),
        ("QA", "", "sun-thu"), ("KW", "", "sun-thu"), ("BD", "", "sun-thu"), ("IL", "", "sun-thu"),
        ("JO", "", "sun-thu"), ("LY", "", "sun-thu"), ("IR", "", "sat-thu"), ("NP", "", "sun-fri"),
        ("BN", "", "mon-thu-sat"), ("MY", "", "mon-fri"), ("MY", "03", "sun-thu"),
    ],
)  # fmt: skip
def test_the_office_week_is_the_countrys_own(code: str, region: str, week: str) -> None:
    assert own().calendars.read(code, region).weekend == OFFICE_WEEKS[week]


def test_an_adviser_in_leeds_counts_past_christmas() -> None:
    # after Thursday 24 December: the 29th is the first open day
    calendar = own().calendars.read("GB", "ENG")
    assert add_business_days(date(2026, 12, 24), 1, calendar) == date(2026, 12, 29)


def test_lunar_dates_are_marked_as_estimates() -> None:
    eid = own().calendars.read("AE").closure(date(2028, 2, 26))
    assert eid is not None
    assert eid.estimated
    assert eid.name == "Eid al-Fitr"


def test_fixed_dates_are_not() -> None:
    christmas = own().calendars.read("GB").closure(date(2028, 12, 25))
    assert christmas is not None
    assert not christmas.estimated


def test_a_calendar_names_its_place_its_reach_and_its_source() -> None:
    calendar = own().calendars.read("GB", "SCT")
    assert calendar.name == "Scotland, United Kingdom"
    assert calendar.source.startswith("holidays ")
    assert calendar.covers(date(2025, 1, 1))
    assert not calendar.covers(date(2024, 12, 31))


def test_where_holidays_are_known_for_fewer_years_the_calendar_ends_earlier() -> None:
    assert own().calendars.read("LK").last_on == date(2026, 12, 31)


def test_most_calendars_reach_four_years_ahead() -> None:
    reach = [own().calendars.read(country.code) for country in own().calendars.countries]
    newest = max(calendar.last_on for calendar in reach if calendar.last_on)
    assert sum(calendar.last_on == newest for calendar in reach) >= len(reach) - 1
    assert all(calendar.first_on == date(2025, 1, 1) for calendar in reach)


def test_more_than_sixty_countries_are_listed_by_name() -> None:
    names = [country.name for country in own().calendars.countries]
    assert len(names) > 200
    assert [names[0], names[-1]] == ["Afghanistan", "Zimbabwe"]
    assert names.index("Åland Islands") == names.index("Albania") - 1


def test_regions_are_offered_where_they_differ() -> None:
    assert dict(own().calendars.regions("GB"))["SCT"] == "Scotland"
    assert len(own().calendars.regions("US")) == 57
    assert own().calendars.regions("PL") == ()
    assert own().calendars.regions("XX") == ()


def test_every_region_of_every_country_can_be_read() -> None:
    for country in own().calendars.countries:
        for region, name in country.regions:
            assert own().calendars.read(country.code, region).name == f"{name}, {country.name}"


def test_a_region_that_is_not_there_counts_as_none() -> None:
    assert own().calendars.read("GB", "TX") == own().calendars.read("GB")


@pytest.mark.parametrize(
    ("code", "expected"),
    [("US", True), ("JP", True), ("GB", False), ("DE", False), ("CA", None), ("", None)],
)
def test_the_order_of_a_short_date_is_the_countrys_own(code: str, expected: bool | None) -> None:  # noqa: FBT001  # it has three values
    assert own().calendars.month_first(code) is expected


def test_without_a_country_only_the_weekend_is_closed() -> None:
    assert own().calendars.read("") == NO_COUNTRY
    assert NO_COUNTRY.weekend == SATURDAY_SUNDAY
    assert NO_COUNTRY.last_on is None
    assert NO_COUNTRY.name == ""


@pytest.mark.parametrize("code", ["XX", "gb", "../GB", "GBR", "\0"])
def test_a_country_without_a_file_is_missing_data(code: str) -> None:
    with pytest.raises(MissingData) as missing:
        own().calendars.read(code)
    assert missing.value.name == f"calendars/{code}.json"


def test_a_file_that_arrives_later_is_found(tmp_path: Path) -> None:
    britain = Path(calendars.__file__).with_name("GB.json").read_bytes()
    ours = Calendars(tmp_path)
    with pytest.raises(MissingData):
        ours.read("ZQ")
    (tmp_path / "ZQ.json").write_bytes(britain)
    assert ours.read("ZQ").name == "United Kingdom (as in England)"


def test_days_on_which_offices_usually_close_can_be_switched_off() -> None:
    good_friday = date(2027, 3, 26)
    hong_kong = own().calendars.read("HK")
    closure = hong_kong.closure(good_friday)
    assert closure is not None
    assert closure.usual
    assert hong_kong.without_usual().is_open(good_friday)
    assert not hong_kong.without_usual().is_open(date(2027, 3, 29))

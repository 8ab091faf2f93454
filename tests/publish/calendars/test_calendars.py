"""Writing the calendars: complete, compact, and the same bytes every time."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import holidays
import pytest

from playbook.calendars import OFFICE_WEEKS
from playbook.content import read_toml
from playbook.errors import ContentError
from publish.calendars import countries
from publish.calendars.build import build_date, publish
from publish.calendars.countries import read_countries

TODAY = date(2026, 11, 22)
LEFT_OUT = {"AQ", "BV", "GS", "HM", "IO", "TF", "UM", "UK"}
"""Nobody is employed in the first seven; the package's UK is an alias of GB."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("calendars")
    publish(folder, TODAY)
    return folder


def read(folder: Path, code: str) -> Any:
    return json.loads((folder / f"{code}.json").read_text(encoding="utf-8"))


def test_the_same_day_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    publish(tmp_path, TODAY)
    names = sorted(file.name for file in built.iterdir())
    assert names == sorted(file.name for file in tmp_path.iterdir())
    assert all((built / name).read_bytes() == (tmp_path / name).read_bytes() for name in names)


def test_every_country_of_the_package_is_listed_or_left_out() -> None:
    offered = {code for code in holidays.list_supported_countries() if len(code) == 2}
    assert {entry.code for entry in read_countries()} == offered - LEFT_OUT


def test_a_file_covers_2025_to_four_years_ahead(built: Path) -> None:
    table = read(built, "GB")
    assert (table["first_on"], table["last_on"]) == ("2025-01-01", "2030-12-31")
    assert {day[0][:4] for day in table["days"]} == {str(year) for year in range(2025, 2031)}


def test_a_file_ends_where_the_package_ends(built: Path) -> None:
    # the package knows Sri Lanka's holidays until 2026 only
    assert read(built, "LK")["last_on"] == "2026-12-31"


def test_files_are_small(built: Path) -> None:
    sizes = {file.name: file.stat().st_size for file in built.iterdir()}
    assert sum(sizes.values()) < 2_000_000
    assert sizes["GB.json"] < 10_000
    assert max(sizes.values()) < 60_000


def test_a_regions_days_are_the_packages_own(built: Path) -> None:
    table = read(built, "DE")
    groups = table["groups"]
    bavaria = {day[0] for day in table["days"] if "BY" in groups[day[2] if len(day) > 2 else 0]}
    expected = holidays.country_holidays("DE", subdiv="BY", years=range(2025, 2031))
    assert bavaria == {on.isoformat() for on in expected}


def test_estimates_are_marked_and_not_named(built: Path) -> None:
    for file in built.glob("??.json"):
        days = json.loads(file.read_text(encoding="utf-8"))["days"]
        assert not [day for day in days if "estimated" in day[1]], file.name
    assert ["2028-02-26", "Eid al-Fitr", 0, 1] in read(built, "AE")["days"]


def usual(built: Path, code: str) -> set[str]:
    return {day[0] for day in read(built, code)["days"] if day[4:] == [1]}


@pytest.mark.parametrize(
    ("code", "on"),
    [
        ("HK", "2027-03-26"),  # Good Friday
        ("BR", "2027-02-08"),  # Monday of Carnival
        ("SE", "2027-06-25"),  # Midsummer Eve
        ("DK", "2027-12-24"),  # Christmas Eve
        ("PT", "2027-02-09"),  # Carnival
        ("TR", "2027-10-28"),  # the afternoon before Republic Day
        ("IE", "2027-12-27"),  # Christmas Day 2027 is a Saturday
        ("IE", "2027-12-28"),  # and Saint Stephen's Day a Sunday
    ],
)
def test_days_on_which_offices_usually_close_are_in_the_file_as_such(
    built: Path, code: str, on: str
) -> None:
    assert on in usual(built, code)


def test_what_a_law_closes_is_never_only_usual(built: Path) -> None:
    for code in ("HK", "BR", "SE", "IE"):
        law = {day[0] for day in read(built, code)["days"] if day[4:] != [1] and len(day) < 3}
        assert not law & usual(built, code)
    # Brazil: the Tuesday of Carnival is a public holiday in some states
    assert usual(built, "GB") == set()


@pytest.mark.parametrize("code", ["SA", "TR", "AE"])
def test_feasts_that_depend_on_the_moon_are_marked(built: Path, code: str) -> None:
    eid = [
        day for day in read(built, code)["days"] if day[1].startswith("Eid") and "2028" in day[0]
    ]
    assert eid
    assert all(day[3] == 1 for day in eid)


def test_holidays_have_english_names(built: Path) -> None:
    names = {day[1] for code in ("DE", "JP", "SA", "GR") for day in read(built, code)["days"]}
    assert all(name.isascii() or "ü" in name for name in names), names


def test_a_week_that_differs_from_the_package_says_why() -> None:
    for entry in read_countries():
        package = holidays.country_holidays(entry.code)
        same = OFFICE_WEEKS[entry.week] == frozenset(package.weekend)
        assert same == (not entry.why), entry.code


def test_the_index_lists_countries_by_name_with_the_regions_that_matter(built: Path) -> None:
    index = read(built, "index")
    assert index[0]["name"] == "Afghanistan"
    assert index[-1]["name"] == "Zimbabwe"
    by_code = {each["code"]: each for each in index}
    assert by_code["GB"]["regions"][0] == ["ENG", "England"]
    assert by_code["PL"]["regions"] == []
    assert by_code["US"]["month_first"] is True
    assert by_code["CA"]["month_first"] is None


def test_region_names_are_for_people(built: Path) -> None:
    for country in read(built, "index"):
        for code, name in country["regions"]:
            assert len(name) > 2, (country["code"], code)


def test_a_reproducible_build_sets_the_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert build_date() == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[GB]\nname = "United Kingdom"\nweek = "mon-fry"', "no week 'mon-fry'"),
        ('[GB]\nname = "United Kingdom"\nwek = "mon-fri"', "unknown key 'wek'"),
        ("[GB]", "missing key 'name'"),
        (
            '[GB]\nname = "United Kingdom"\nusual = { categry = "optional" }',
            "unknown key 'categry'",
        ),
        ('[GB]\nname = "United Kingdom"\nshort_date = "backwards"', "no short_date 'backwards'"),
    ],
)
def test_a_slip_in_the_list_stops_the_build(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "countries.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(countries, "COUNTRIES", tmp_path / "countries.toml")
    with pytest.raises(ContentError, match=message):
        read_countries()


def test_the_list_is_in_order_of_code() -> None:
    codes = list(read_toml(countries.COUNTRIES))
    assert codes == sorted(codes)

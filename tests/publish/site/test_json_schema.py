"""playbook.json against its schema, with a validator that isn't ours."""

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from macros.guide import read_guide
from macros.release import Release
from playbook.tools import NAMES, get_tool
from publish.site.build_facts import describe_build, read_when
from publish.site.export_json import describe_guide, write_json

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
LISTS = "phases plays moved pages sources claims figures disagreements rules tools".split()
MKDOCS = """\
site_url: {address}
theme:
  language: en
"""


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads((DOCS / "playbook.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def describe(folder: Path, release: Release, address: str = '""') -> dict[str, object]:
    config = folder / "mkdocs.yml"
    config.write_text(MKDOCS.format(address=address), encoding="utf-8")
    return describe_build(config, release, date(2026, 11, 30))


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The whole file, as the site has it."""
    build = describe(tmp_path_factory.mktemp("site"), Release("1.2.0", date(2027, 2, 1)))
    guide = describe_guide(read_guide(DOCS), [get_tool(name) for name in NAMES], DOCS)
    written: dict[str, Any] = json.loads(write_json(build | guide))
    return written


def list_faults(validator: Draft202012Validator, table: object) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(table)]


def test_the_whole_guide_is_as_the_schema_says(
    validator: Draft202012Validator, table: dict[str, Any]
) -> None:
    assert list_faults(validator, table) == []
    assert (table["release"], table["released_on"]) == ("1.2.0", "2027-02-01")
    assert (table["date"], table["language"]) == ("2026-11-30", "en")
    assert table["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert (DOCS / table["$schema"]).is_file()


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ('""', None),
        ("https://college.example/interviews", "https://college.example/interviews/"),
        ("https://interviews.example/", "https://interviews.example/"),
    ],
)
def test_the_base_is_the_address_of_the_site_where_that_is_known(
    tmp_path: Path, validator: Draft202012Validator, address: str, base: str | None
) -> None:
    build = describe(tmp_path, Release("1.2.0", None), address)
    assert (build["base"], build["released_on"]) == (base, None)
    lists: dict[str, object] = {key: [] for key in LISTS}
    assert list_faults(validator, json.loads(write_json(build | lists))) == []


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("date",), "30 November 2026"),
        (("released_on",), "2027-02-30"),
        (("base",), "college.example"),
        (("release",), "main"),
        (("license",), "CC BY 4.0"),
        (("plays", 0, "checked_on"), "22.11.2026"),
        (("plays", 0, "url"), "https://elsewhere.example/"),
        (("figures", 0, "checked_on"), None),
        (("sources", 0, "published_on"), "April 2023"),
        (("rules", 0, "value"), "2"),
        (("tools", 0, "unknown"), 1),
    ],
)
def test_the_schema_finds_what_is_wrong(
    validator: Draft202012Validator, table: dict[str, Any], path: tuple[Any, ...], wrong: object
) -> None:
    broken = deepcopy(table)
    place: Any = broken
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    assert len(list_faults(validator, broken)) >= 1


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("9 September 2016", "2016-09-09"),
        ("29 February 2024", "2024-02-29"),
        ("May 2022", "2022-05"),
        ("2024", "2024"),
        ("", None),
        ("30 February 2024", None),
        ("Spring 2024", None),
        ("2017 or later", None),
        ("2004, quoted 16 May 2021", None),
        ("updated 29 November 2024", None),
    ],
)
def test_words_become_a_date_only_where_they_are_one(words: str, when: str | None) -> None:
    assert read_when(words) == when

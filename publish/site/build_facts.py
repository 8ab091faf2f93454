"""What playbook.json says of itself: which release it is of, its day, language, licence and address."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from macros.release import Release

SCHEMA = "playbook.schema.json"
"""Beside playbook.json; it's written by hand, in docs/."""
VERSION = 1
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_DAY = re.compile(r"(?:(?:(?P<day>\d{1,2}) )?(?P<month>[A-Z][a-z]+) )?(?P<year>\d{4})")
_MONTHS = [f"{date(2000, month, 1):%B}" for month in range(1, 13)]


def describe_build(config: Path, release: Release, built_for: date) -> dict[str, object]:
    """Return the keys of playbook.json that stand before its lists, for the site of this MkDocs file."""
    settings = read_settings(config)
    address = str(settings.get("site_url") or "")
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "release": release.number,
        "released_on": release.published_on,
        "date": built_for,
        "language": settings["theme"]["language"],
        "license": LICENCE,
        "base": f"{address.rstrip('/')}/" if address else None,
    }


def read_settings(config: Path) -> dict[str, Any]:
    """Return what stands in a MkDocs file and in those that it inherits."""
    with config.open(encoding="utf-8") as file:
        settings: dict[str, Any] = yaml_load(file)
    return settings


def read_when(words: str) -> str | None:
    """Return a day, a month or a year as ISO 8601 writes it, None for any other words.

    "9 September 2016" is "2016-09-09", "May 2022" is "2022-05", and "2017 or later" is no date.
    """
    match = _DAY.fullmatch(words)
    if match is None or (match["month"] and match["month"] not in _MONTHS):
        return None
    if match["month"] is None:
        return match["year"]
    month = _MONTHS.index(match["month"]) + 1
    if match["day"] is None:
        return f"{match['year']}-{month:02}"
    try:
        return date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return None

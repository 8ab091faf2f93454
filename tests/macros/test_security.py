"""security.txt: read by its RFC's rules, with a date that is watched, and none where nobody can be named."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from macros.security import (
    FILE,
    add_security_txt,
    find_contact,
    read_expiry,
    report,
    write_security_txt,
)

DOCS = Path(__file__).parents[2] / "docs"
EXPIRES = read_expiry(DOCS)
TODAY = EXPIRES - timedelta(days=200)
HOME = "https://interviews.example.edu/"
LINE = re.compile(r"(?P<name>[A-Z][A-Za-z-]+): (?P<value>\S.*)")


def read_fields(text: str) -> dict[str, str]:
    """The fields of the file, as RFC 9116, 2.2 and 4 have them: one a line, each once here."""
    lines = [LINE.fullmatch(line) for line in text.splitlines()]
    values = {line["name"]: line["value"] for line in lines if line}
    assert len(values) == len(lines)
    return values


def test_it_has_what_the_rfc_asks_for() -> None:
    fields = read_fields(write_security_txt("mailto:it@example.edu", date(2027, 11, 30), HOME))
    assert fields["Contact"] == "mailto:it@example.edu"
    assert datetime.fromisoformat(fields["Expires"]) == datetime.fromisoformat("2027-11-30T00:00Z")
    assert fields["Canonical"] == f"{HOME}.well-known/security.txt"
    assert fields["Policy"] == f"{HOME}about/security/"


def test_it_expires_within_a_year_of_the_look_at_its_page_as_the_rfc_recommends() -> None:
    assert EXPIRES - date(2026, 11, 30) <= timedelta(days=365)


@pytest.mark.parametrize(
    ("extra", "contact"),
    [
        ({}, ""),
        ({"security_contact": ""}, ""),
        (
            {"security_contact": "https://git.example/us/security"},
            "https://git.example/us/security",
        ),
        ({"brand": {"name": "Example College"}}, ""),
        ({"brand": {"contact": None}}, ""),
        ({"brand": {"contact": {"email": "desk@example.edu"}}}, "mailto:desk@example.edu"),
        ({"brand": {"contact": {"page": "https://example.edu/us"}}}, "https://example.edu/us"),
        (
            {"brand": {"security": "it@example.edu", "contact": {"email": "desk@example.edu"}}},
            "mailto:it@example.edu",
        ),
        (
            {
                "brand": {"security": "https://example.edu/csirt"},
                "security_contact": "https://x.test",
            },
            "https://example.edu/csirt",
        ),
    ],
)
def test_the_nearest_address_counts(extra: dict[str, Any], contact: str) -> None:
    assert find_contact(extra) == contact


def test_nobody_to_write_to_is_no_file(tmp_path: Path) -> None:
    add_security_txt(tmp_path, {}, EXPIRES, TODAY, HOME)
    assert not (tmp_path / FILE).exists()


def test_one_that_has_expired_is_not_published(tmp_path: Path) -> None:
    extra = {"security_contact": "it@example.edu"}
    add_security_txt(tmp_path, extra, EXPIRES, EXPIRES, HOME)
    assert not (tmp_path / FILE).exists()
    add_security_txt(tmp_path, extra, EXPIRES, EXPIRES - timedelta(days=1), "")
    assert set(read_fields((tmp_path / FILE).read_text())) == {
        "Contact",
        "Expires",
        "Preferred-Languages",
    }


def test_one_of_an_earlier_build_goes_where_nobody_is_named_any_more(tmp_path: Path) -> None:
    add_security_txt(tmp_path, {"security_contact": "it@example.edu"}, EXPIRES, TODAY, HOME)
    add_security_txt(tmp_path, {}, EXPIRES, TODAY, HOME)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize(
    ("days", "says"),
    [(-32, []), (-31, ["expires"]), (-1, ["expires"]), (0, ["has expired"]), (99, ["has expired"])],
)
def test_check_says_so_from_a_month_before(days: int, says: list[str]) -> None:
    warning = report(DOCS, EXPIRES + timedelta(days=days))
    assert [words in line for words, line in zip(says, warning, strict=True)] == [True] * len(says)

"""Words for people: dates, lists, names; and templates that can't be turned against the reader."""

from datetime import date

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from playbook.render import PLAIN, amount, day, isolated, listed, read_template


def test_a_date_names_its_year_only_when_it_is_another() -> None:
    assert day(date(2026, 11, 27), date(2026, 11, 20)) == "Friday 27 November"
    assert day(date(2027, 1, 4), date(2026, 12, 30)) == "Monday 4 January 2027"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["Dana"], "Dana"),
        (["Dana", "Li"], "Dana and Li"),
        (["Dana", "Li", "Mr Okafor"], "Dana, Li and Mr Okafor"),
    ],
)
def test_names_are_listed_as_a_person_says_them(names: list[str], expected: str) -> None:
    assert listed(names) == expected


def test_an_hour_is_said_as_on_a_clock() -> None:
    assert amount(21, "o'clock") == "21:00"
    assert amount(1, "words a minute") == "1 word a minute"


def test_one_of_a_unit_is_singular() -> None:
    assert [amount(count, "business days") for count in (0, 1, 2)] == [
        "0 business days",
        "1 business day",
        "2 business days",
    ]


def test_a_name_written_right_to_left_is_kept_to_itself() -> None:
    assert isolated("ليلى") == "\u2068ليلى\u2069"
    assert isolated("Dana") == "Dana"


def test_a_slot_without_a_fact_is_an_error_and_never_a_gap() -> None:
    with pytest.raises(UndefinedError):
        PLAIN.fill("Dear {{ name }}")


def test_template_code_in_a_fact_stays_text() -> None:
    assert PLAIN.fill("Dear {{ name }}", name="{{ 7 * 7 }}") == "Dear {{ 7 * 7 }}"


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "/etc/x.jinja",
        "../README.md",
        "../macros/templates/parts.jinja",
        "tools/../../macros/templates/parts.jinja",
        "plan.py",
        "tools/notes/kinds.toml",
    ],
)
def test_no_file_but_a_template_of_the_package_is_read_as_one(name: str) -> None:
    with pytest.raises(TemplateNotFound):
        read_template(name)


def test_a_template_of_the_package_is_read() -> None:
    assert "{% block" in read_template("tools/notes/templates/letter.txt.jinja")

"""Our own data is read strictly: a mistake stops the build and says where it is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from playbook.content import read, read_all, read_toml
from playbook.errors import ContentError


@dataclass(frozen=True)
class Stop:
    name: str
    minutes: int


@dataclass(frozen=True)
class Line:
    id: str
    opened_on: date
    stops: tuple[Stop, ...] = ()
    night: bool = False


GOOD = {"id": "north", "opened_on": date(2026, 11, 20), "stops": [{"name": "Mill", "minutes": 4}]}


def test_a_table_becomes_a_dataclass_with_its_rows() -> None:
    assert read(Line, GOOD, "lines.toml [north]") == Line(
        "north", date(2026, 11, 20), (Stop("Mill", 4),)
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"nigth": True}, "unknown key 'nigth'; did you mean 'night'?"),
        ({"opened_on": "2026-11-20"}, "opened_on: expected a date (2026-11-22)"),
        ({"stops": "Mill"}, "stops: expected a list, each a table"),
        ({"stops": [{"name": "Mill"}]}, "stops 1: missing key 'minutes'; it takes a whole number"),
        (
            {"stops": [{"name": "Mill", "minutes": True}]},
            "stops 1 minutes: expected a whole number, found true",
        ),
        ({"night": 1}, "night: expected true or false, found 1"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_the_right_form(
    change: dict[str, object], words: str
) -> None:
    with pytest.raises(ContentError) as caught:
        read(Line, GOOD | change, "lines.toml [north]")
    assert str(caught.value).startswith("lines.toml [north]")
    assert words in str(caught.value)


def test_a_file_gives_its_tables_by_id(tmp_path: Path) -> None:
    file = tmp_path / "lines.toml"
    file.write_text("[north]\nopened_on = 2026-11-20\n[south]\nopened_on = 2026-11-21\n")
    assert list(read_all(Line, file)) == ["north", "south"]


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_text("[north\n")
    with pytest.raises(ContentError, match=r"broken\.toml: not TOML"):
        read_toml(file)

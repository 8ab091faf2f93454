from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import macros
from macros.guide import read_guide
from macros.upkeep import find_faults, is_late, report

DOCS = Path(__file__).parents[2] / "docs"
FRONT = {"owner": "Ada", "checked_on": date(2026, 11, 22), "review_by": date(2027, 11, 22)}


def write(folder: Path, name: str, **front: object) -> None:
    rows = "".join(f"{key}: {value}\n" for key, value in front.items())
    (folder / name).write_text(f"---\n{rows}---\n\n# A page\n", encoding="utf-8")


def turn_to(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the build take place on `day`."""
    seconds = (day - date(1970, 1, 1)).days * 86400
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))


def foot(front: dict[str, Any]) -> str:
    """What the build adds to a page with this front matter."""
    file = SimpleNamespace(src_uri="about/index.md")
    page = SimpleNamespace(meta=front, url="about/", file=file)
    read = {macros.DECIDED: {}, macros.GUIDE: read_guide(DOCS)}
    env = SimpleNamespace(conf={}, page=page, markdown="Words.", variables=read)
    macros.on_post_page_macros(env)
    return str(env.markdown).removeprefix("Words.")


def test_every_page_of_ours_says_who_keeps_it_and_until_when() -> None:
    assert [str(fault) for fault in find_faults(DOCS)] == []


@pytest.mark.parametrize("key", ["owner", "checked_on", "review_by"])
def test_a_page_that_does_not_say_so_is_named(tmp_path: Path, key: str) -> None:
    write(tmp_path, "good.md", **FRONT)
    write(tmp_path, "bad.md", **{name: value for name, value in FRONT.items() if name != key})
    (fault,) = find_faults(tmp_path)
    assert str(fault).startswith(f"{tmp_path}/bad.md:1: no '{key}'")


def test_a_date_that_is_none_is_named(tmp_path: Path) -> None:
    write(tmp_path, "bad.md", **{**FRONT, "review_by": "soon"})
    (fault,) = find_faults(tmp_path)
    assert "no 'review_by' with a date" in fault.what


def test_a_page_without_front_matter_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text("# A page\n", encoding="utf-8")
    (fault,) = find_faults(tmp_path)
    assert "no front matter" in fault.what


def test_pages_past_their_date_are_listed_the_longest_overdue_first(tmp_path: Path) -> None:
    write(tmp_path, "a.md", **FRONT)
    write(tmp_path, "b.md", **{**FRONT, "review_by": date(2027, 3, 1)})
    write(tmp_path, "c.md", **{**FRONT, "review_by": date(2029, 1, 1)})
    assert report(tmp_path, date(2027, 3, 1)) == []
    assert report(tmp_path, date(2027, 12, 1)) == [
        "Due for a look since 1 March 2027: b.md",
        "Due for a look since 22 November 2027: a.md",
    ]


def test_a_page_is_late_from_the_day_after_its_date() -> None:
    assert not is_late(FRONT, date(2027, 11, 22))
    assert is_late(FRONT, date(2027, 11, 23))


def test_a_page_past_its_date_says_so_at_its_foot(monkeypatch: pytest.MonkeyPatch) -> None:
    turn_to(date(2027, 11, 23), monkeypatch)
    assert "Last read through on 22\u00a0November 2026" in foot(FRONT)
    assert "due again by 22\u00a0November 2027" in foot(FRONT)
    assert foot({**FRONT, "moment": "at the end"}) == ""


def test_a_page_that_gives_only_its_date_is_still_built(monkeypatch: pytest.MonkeyPatch) -> None:
    turn_to(date(2027, 11, 23), monkeypatch)
    assert "due again by 22\u00a0November 2027" in foot({"review_by": FRONT["review_by"]})


def test_a_page_within_its_date_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    turn_to(date(2027, 11, 22), monkeypatch)
    assert foot(FRONT) == ""

"""The shape of typed words, by a corpus of fragments written by hand (fragments.toml)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.phrasing.capitals import usual_capitals
from playbook.phrasing.lists import parts_of_list
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import trim

FRAGMENTS = read_toml(Path(__file__).with_name("fragments.toml"))


def fragments() -> Iterator[tuple[str, str, str]]:
    for shape, table in FRAGMENTS.items():
        for line in table["lines"].strip().splitlines():
            yield line.strip(), shape, table.get("expects", "")


def test_there_are_at_least_four_hundred_fragments_and_no_line_twice() -> None:
    lines = [line for line, _, _ in fragments()]
    assert len(lines) >= 400
    assert len(set(lines)) == len(lines)
    assert set(FRAGMENTS) <= {str(each) for each in Shape}


@pytest.mark.parametrize(("line", "shape", "expects"), list(fragments()))
def test_the_shape_of_a_fragment_is_told(line: str, shape: str, expects: str) -> None:
    text = usual_capitals(line)
    assert str(shape_of(text, Shape(expects) if expects else None)) == shape


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the exchange with Lyon; the pupil panel", ["the exchange with Lyon", "the pupil panel"]),
        ("kitchen, menu, staff", ["kitchen", "menu", "staff"]),
        ("a CV, a certificate and a plan", ["a CV", "a certificate", "a plan"]),
        ("the garden and the kitchen", ["the garden and the kitchen"]),
        ("how you train people", ["how you train people"]),
    ],
)
def test_a_list_is_taken_apart(text: str, parts: list[str]) -> None:
    assert list(parts_of_list(text)) == parts


def test_words_in_capitals_have_the_shape_of_their_small_ones() -> None:
    for line, shape, expects in fragments():
        if shape in ("clause", "did") and line.isascii() and line.count(" ") > 2:
            loud = usual_capitals(line.upper())
            actual = shape_of(trim(loud), Shape(expects) if expects else None)
            assert str(actual) in (shape, "unknown", "thing"), line

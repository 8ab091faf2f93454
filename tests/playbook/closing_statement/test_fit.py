"""Which need and which deed belong together: verdicts made by hand, and what follows from them in a statement."""

from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.own import own
from playbook.phrasing.fit import answers
from playbook.tools.closing_statement.rules import compute
from tests.playbook.readers import request_of

PAIRS = {
    kind: [tuple(pair) for pair in table["pairs"]]
    for kind, table in read_toml(Path(__file__).with_name("pairs.toml")).items()
}
LINKS = ("I think that's me", "I can bring that")


def test_there_are_enough_pairs_of_each_kind() -> None:
    assert sum(map(len, PAIRS.values())) >= 170
    assert all(len(each) >= 15 for each in PAIRS.values())


@pytest.mark.parametrize(("asked", "done"), [*PAIRS["shows"], *PAIRS["done"]])
def test_a_need_and_the_deed_that_shows_it_belong_together(asked: str, done: str) -> None:
    assert answers(asked, done)


@pytest.mark.parametrize(("asked", "done"), PAIRS["near"])
def test_what_was_told_and_the_deed_about_the_same_belong_together(asked: str, done: str) -> None:
    assert answers(asked, done, told=True)


@pytest.mark.parametrize(("asked", "done"), PAIRS["apart-needs"])
def test_a_need_that_the_deed_does_not_show_stays_apart(asked: str, done: str) -> None:
    assert not answers(asked, done)


@pytest.mark.parametrize(("asked", "done"), PAIRS["apart-told"])
def test_what_was_told_and_a_deed_about_something_else_stay_apart(asked: str, done: str) -> None:
    assert not answers(asked, done, told=True)


@pytest.mark.parametrize("field", ["needs", "learned"])
@pytest.mark.parametrize("kind", PAIRS)
def test_only_what_belongs_together_is_said_side_by_side(kind: str, field: str) -> None:
    is_remark = kind in ("near", "apart-told")
    if is_remark != (field == "learned"):
        return
    for asked, done in PAIRS[kind]:
        record = {field: asked, "proofs": [{"did": done}], "sure": "sure"}
        statement = compute(request_of(record), own())
        lines = [line for section in statement.parts for line in section.sentences]
        linked = any(line.startswith(LINKS) for line in lines)
        linked = linked or (is_remark and any(line.startswith("You told me") for line in lines))
        named = not any(each.check == "half-sentence" for each in statement.findings)
        if kind.startswith("apart"):
            assert not linked, lines
        elif named:
            assert linked or len(done.split()) < 4, lines

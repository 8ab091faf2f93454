"""A learner's English put right where nobody would argue, and what is English left alone (test_mends.toml)."""

from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.phrasing.mends import mended

CASES = read_toml(Path(__file__).with_suffix(".toml"))


@pytest.mark.parametrize(("typed", "meant"), CASES["a_learners_english_is_put_right"])
def test_a_learners_english_is_put_right(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize("typed", CASES["what_is_english_stays"])
def test_what_is_english_stays(typed: str) -> None:
    assert mended(typed) == typed

from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.spelling import Spelling

CASES = read_toml(Path(__file__).with_suffix(".toml"))

US = Spelling({"practise": "practice", "organise": "organize", "by post": "by mail"})
GB = Spelling({"résumé": "CV", "résumés": "CVs", "resume": "CV", "vacation": "holiday"})


@pytest.mark.parametrize(
    ("text", "spelled"), CASES["a_word_is_spelled_as_there_and_what_is_no_word_stays"]
)
def test_a_word_is_spelled_as_there_and_what_is_no_word_stays(text: str, spelled: str) -> None:
    assert US.respell(text) == spelled


def test_a_cv_stays_in_capitals_wherever_it_stands() -> None:
    assert GB.respell("Résumés first: send your résumé.") == "CVs first: send your CV."


def test_where_two_words_begin_the_longer_one_is_meant() -> None:
    leave = Spelling({"leave": "time off", "annual leave": "vacation", "leave early": "go home"})
    assert leave.respell("Annual leave early, then leave early.") == "Vacation early, then go home."


def test_a_word_with_capitals_in_the_list_stands_for_itself_alone() -> None:
    assert Spelling({"HR": "Personnel"}).respell("HR, hr") == "Personnel, hr"


def test_no_list_changes_nothing() -> None:
    assert Spelling({}).respell_html("<p>Practise</p>") == "<p>Practise</p>"


@pytest.mark.parametrize(("html", "spelled"), CASES["on_a_page_only_its_own_words_change"])
def test_on_a_page_only_its_own_words_change(html: str, spelled: str) -> None:
    assert US.respell_html(html) == spelled

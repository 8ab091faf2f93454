"""What invented people say at the end of a talk can be said: short, in sentences that one breath holds."""

from typing import Any

import pytest

from playbook.own import own
from playbook.tools.closing_statement.checks import split_sentences
from playbook.tools.closing_statement.model import Statement
from playbook.tools.closing_statement.rules import compute
from tests.playbook.offer.golden import TODAY, people
from tests.playbook.readers import request_of

PEOPLE = people()
LONGEST = 22
"""Words that somebody can say who is nervous, in a language that isn't their first."""
MOST_SECONDS = 60


def statement_of(record: dict[str, Any]) -> Statement:
    return compute(request_of(record, TODAY), own())


@pytest.mark.parametrize(
    ("missed", "sentence"),
    [
        (
            "the refinancing I led at Orchid: S$410m, closed five weeks early",
            "I led the refinancing at Orchid: S$410m, closed five weeks early.",
        ),
        (
            "I compared four methods and the simplest won, I can send the figure",
            "I compared four methods and the simplest won.",
        ),
        ("I'm ESL certified, which I totally blanked on", "I'm ESL certified."),
        ("didn't say I done school runs", "I did school runs."),
    ],
)
def test_what_was_missed_is_said_as_a_fact(missed: str, sentence: str) -> None:
    lines = [line for each in statement_of({"missed": missed}).parts for line in each.sentences]
    assert sentence in " ".join(lines)


@pytest.mark.parametrize(
    ("did", "sentence"),
    [
        ("repeat calls down from 31% to 19%", "Repeat calls went down from 31% to 19%."),
        ("brought waste down from 9% to 4%", "I brought waste down from 9% to 4%."),
    ],
)
def test_a_result_has_its_verb(did: str, sentence: str) -> None:
    lines = [
        line for each in statement_of({"proofs": [{"did": did}]}).parts for line in each.sentences
    ]
    assert sentence in " ".join(lines)


def test_a_saying_of_theirs_is_not_reported_to_them() -> None:
    people = [{"name": "Captain Mathew", "said": "guard who is sleeping is same like no guard"}]
    lines = [
        line for each in statement_of({"interviewers": people}).parts for line in each.sentences
    ]
    assert "sleeping" not in " ".join(lines)


@pytest.mark.parametrize("name", PEOPLE)
def test_it_takes_a_minute_at_most_at_an_easy_pace(name: str) -> None:
    assert statement_of(PEOPLE[name]).seconds <= MOST_SECONDS


@pytest.mark.parametrize("name", PEOPLE)
def test_each_sentence_can_be_said_in_one_breath(name: str) -> None:
    lines = [line for part in statement_of(PEOPLE[name]).parts for line in part.sentences]
    assert not [
        each for line in lines for each in split_sentences(line) if len(each.split()) > LONGEST
    ]


@pytest.mark.parametrize("name", PEOPLE)
def test_no_three_sentences_in_a_row_begin_with_the_same_two_words(name: str) -> None:
    lines = [line for part in statement_of(PEOPLE[name]).parts for line in part.sentences]
    starts = [line.split()[:2] for line in lines]
    assert not [
        at for at in range(2, len(starts)) if starts[at - 2] == starts[at - 1] == starts[at]
    ]

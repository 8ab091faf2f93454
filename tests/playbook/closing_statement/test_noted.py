"""What was noted of the talk, told back, and the deeds that answer it."""

from pathlib import Path

import pytest

from playbook.content import read_toml
from tests.playbook.closing_statement.records import ONE, sentences, statement_of

CASES = read_toml(Path(__file__).with_suffix(".toml"))


@pytest.mark.parametrize(
    ("record", "sentence"), CASES["what_was_noted_of_the_talk_is_part_of_what_is_said"]
)
def test_what_was_noted_of_the_talk_is_part_of_what_is_said(
    record: dict[str, object], sentence: str
) -> None:
    assert sentence in sentences(statement_of(ONE | record))


def test_good_news_goes_before_a_saying_about_the_house() -> None:
    people = [
        {"name": "Mrs MacLeod", "said": "we don't do shouting here"},
        {"name": "Mr Innes", "said": "uptake has doubled since they brought back the exchange"},
    ]
    lines = sentences(
        statement_of(ONE | {"interviewers": people, "highlights": "the exchange with Lyon"})
    )
    assert (
        "I liked hearing about the exchange with Lyon,"
        " and I like that uptake has doubled since you brought back the exchange."
    ) in lines
    assert "I like that there is no shouting here." in lines


def test_what_they_need_is_not_told_back_a_second_time() -> None:
    chair = {"name": "Sir Martin", "said": "the board wants cash discipline before growth"}
    lines = sentences(statement_of(ONE | {"needs": "cash discipline", "interviewers": [chair]}))
    assert len([each for each in lines if "cash discipline" in each]) == 1


def test_what_came_after_the_talk_is_not_said_at_its_end() -> None:
    for news in ("passed the medical", "Our deli passed its inspection with a 98"):
        text = " ".join(sentences(statement_of(ONE | {"news": news})))
        assert "passed" not in text
        assert "news" not in text


def test_a_need_that_was_told_is_told_back_as_a_whole_sentence() -> None:
    sue = {"name": "Sue", "said": "the branch needs somebody who can say no to the council"}
    lines = sentences(statement_of(ONE | {"interviewers": [sue]}))
    assert "You told me that the branch needs somebody who can say no to the council." in lines


def test_a_wish_for_oneself_is_joined_to_what_they_do_for_it() -> None:
    promotes = {"name": "Jennifer", "said": "we promote from within"}
    record = ONE | {"interviewers": [promotes], "draws": "i want to move up", "sure": "sure"}
    statement = statement_of(record)
    assert "I want to move up, and I like that you promote from within." in sentences(statement)
    assert not [each for each in statement.findings if each.check == "about-you"]


def test_what_the_reader_adds_stands_beside_their_proofs() -> None:
    record = {
        "proofs": [{"did": "handled 90 calls a day", "result": "got 96% CSAT"}],
        "missed": "I have 2 years of BPO experience. I was nervous.",
    }
    statement = statement_of(record)
    assert sentences(statement)[1:4] == [
        "I handled 90 calls a day and got 96% CSAT.",
        "I also have 2 years of BPO experience.",
        "I'd like this job.",
    ]
    assert [each.check for each in statement.findings] == ["half-sentence"]


def test_a_proof_that_stands_in_what_the_reader_adds_is_said_once() -> None:
    record = {
        "proofs": [
            {"did": "chaired a parents' council of 40", "result": "we got the crossing built"}
        ],
        "missed": "For six years I chaired the parents' council and did the payroll. I'm not rusty!",
    }
    assert sentences(statement_of(record))[1:3] == [
        "I chaired a parents' council of 40, and we got the crossing built.",
        "I also did the payroll for six years.",
    ]


@pytest.mark.parametrize(("result", "expected"), CASES["what_came_of_a_proof_is_never_lost"])
def test_what_came_of_a_proof_is_never_lost(result: str, expected: list[str]) -> None:
    record = {
        "proofs": [{"did": "handled 90 calls a day", "result": result.removeprefix("with ")}],
        "missed": "I handled 90 calls a day at Callbridge",
    }
    assert sentences(statement_of(record))[1:3] == expected


def test_nothing_administrative_is_said_at_the_end_of_a_talk() -> None:
    sends: dict[str, object] = {
        "promised": [{"what": "my NMC PIN", "by_on": "2026-12-01"}],
        "sure": "sure",
    }
    assert "NMC" not in " ".join(sentences(statement_of(ONE | sends)))
    comes: dict[str, object] = {"promised": [{"what": "Come for a trial shift on Tuesday"}]}
    assert "I look forward to the trial shift on Tuesday." in sentences(statement_of(ONE | comes))


def test_a_few_words_about_the_reader_come_before_what_they_like() -> None:
    chef = {
        "missed": "I can butcher.",
        "draws": "you cook what I'd like to eat",
        "highlights": "your stock",
        "sure": "sure",
    }
    spoken = sentences(statement_of(chef))
    assert spoken[0] == "Before we finish, I'd like to mention that I can butcher."
    like = "I liked hearing about your stock, and most of all I like that you cook what I'd like to eat."
    assert spoken[1] == like
    alone = sentences(statement_of({"missed": "I can butcher."}))
    assert alone[0] == "Before we finish, I'd like to mention that I can butcher."


def test_a_minute_is_filled_before_anything_they_said_is_left_out() -> None:
    people = [
        {"name": "Karen", "said": "the junior doctors listen to the nurses here"},
        {"name": "Imran", "said": "we train our own people"},
    ]
    ward: dict[str, object] = ONE | {
        "interviewers": people,
        "highlights": "how you do the preceptorship",
    }
    statement = statement_of(ward)
    spoken = " ".join(sentences(statement))
    for words in ("the junior doctors listen", "you train your own people", "preceptorship"):
        assert words in spoken
    assert not statement.is_cut


@pytest.mark.parametrize("length", ["", "60", "120"])
@pytest.mark.parametrize(
    "draws", ["", "I like working with my hands", "you promote from within", "I want to move up"]
)
def test_no_statement_has_more_than_two_sentences_that_begin_with_a_liking(
    length: str, draws: str
) -> None:
    people = [
        {"name": "Karen", "said": "the junior doctors listen to the nurses here"},
        {"name": "Imran", "said": "we don't do shouting here"},
        {"name": "Josie", "said": "we promote from within about 80 percent of the time"},
    ]
    talk: dict[str, object] = {
        "interviewers": people,
        "highlights": "the exchange with Lyon, how you do the first month, why you left the city",
        "learned": "new staff get a buddy for the first 6 months",
        "draws": draws,
        "statement_length": length,
        "missed": "I can butcher",
        "sure": "sure",
    }
    spoken = sentences(statement_of(talk))
    assert sum(each.startswith(("I like ", "I liked ")) for each in spoken) <= 2, spoken
    assert not any(each.startswith("I also like") for each in spoken), spoken

"""What belongs together in a statement: need and proof, a list taken apart, what draws and what they do for it."""

from typing import Any

import pytest

from playbook.own import own
from playbook.tools.closing_statement.rules import compute
from tests.playbook.readers import request_of

DEED = {"did": "set up a handover sheet on my placement", "result": "they still use it"}


def lines(**record: Any) -> list[str]:
    statement = compute(request_of(record), own())
    return [line for section in statement.parts for line in section.sentences]


def test_what_somebody_told_stands_before_what_the_reader_has_done_about_it() -> None:
    spoken = lines(
        interviewers=[
            {"name": "Mrs MacLeod", "said": "we don't do shouting here"},
            {
                "name": "Mr Innes",
                "said": "S3 uptake has doubled since they brought back the exchange",
            },
        ],
        proofs=[
            {"did": "ran the choir"},
            {"did": "rewrote the S2 course", "result": "uptake at S3 went from 34 to 61"},
        ],
        highlights="the exchange with Lyon",
    )
    assert spoken[1:5] == [
        "Mr Innes, you told me that S3 uptake has doubled since you brought back the exchange.",
        "I rewrote the S2 course, and uptake at S3 went from 34 to 61.",
        "I also ran the choir.",
        "I liked hearing about the exchange with Lyon, and I like that there is no shouting here.",
    ]


def test_the_proof_that_answers_the_need_comes_first() -> None:
    spoken = lines(
        needs="somebody who can train new drivers",
        proofs=[
            {"did": "ran the night desk", "result": "it never closed"},
            {"did": "trained 11 drivers", "result": "all of them stayed"},
        ],
    )
    assert spoken[2:4] == [
        "I think that's me: I trained 11 drivers, and all of them stayed.",
        "I also ran the night desk, and it never closed.",
    ]


@pytest.mark.parametrize(
    "did",
    [
        "- set up the clinic\n- ran the rota",
        "- set up the clinic - ran the rota",
        "• set up the clinic; • ran the rota",
        "* set up the clinic, * ran the rota",
        "1. set up the clinic 2. ran the rota",
        "1) set up the clinic\n2) ran the rota.",
        "set up the clinic • ran the rota",
    ],
)
def test_a_list_typed_as_one_proof_is_told_one_by_one(did: str) -> None:
    spoken = lines(proofs=[{"did": did, "result": "saved 3 hours a week"}])
    assert spoken[1:3] == ["I ran the rota and saved 3 hours a week.", "I also set up the clinic."]


@pytest.mark.parametrize(
    "did",
    [
        "ran a part-time course",
        "cut waste - by a third",
        "ran 2 shops at 3.5 stars",
        "led a team of 4",
    ],
)
def test_a_dash_or_a_number_in_one_thing_takes_nothing_apart(did: str) -> None:
    spoken = lines(proofs=[{"did": did}])
    assert sum(f"I {did[:3]}" in line for line in spoken) == 1
    assert not any(line.startswith("I also") for line in spoken)


def test_what_they_told_is_the_reason_that_draws_and_stands_once() -> None:
    spoken = lines(
        interviewers=[{"name": "Jennifer"}, {"name": "Marcus"}],
        draws="i want to move up",
        highlights="we promote from within",
        proofs=[DEED],
    )
    assert "I want to move up, and I like that you promote from within." in spoken
    assert sum("promote" in line for line in spoken) == 1


def test_nothing_has_stayed_with_anybody_in_a_talk_that_goes_on() -> None:
    spoken = " ".join(
        lines(
            interviewers=[
                {"name": "Karen Holt", "said": "the junior doctors listen to the nurses here"}
            ],
            highlights="how they do the preceptorship and the fact you get a buddy for the first 6 months",
            proofs=[DEED],
        )
    )
    for words in ("stayed with me", "glad to hear", "It was good to"):
        assert words not in spoken
    assert (
        "how you do the preceptorship, and that new staff get a buddy for the first 6 months."
        in spoken
    )
    assert "I like that the junior doctors listen to the nurses here." in spoken


def test_two_long_things_that_were_liked_are_two_sentences() -> None:
    long = "how you do the whole of the preceptorship for everybody who is newly qualified here"
    spoken = lines(
        highlights=f"{long} and the fact that new staff get a buddy for the first 6 months"
    )
    assert f"I like {long}." in spoken
    assert "I like that new staff get a buddy for the first 6 months." in spoken
    back = "that you've had people come back after breaks before and how you do the first month with them"
    spoken = lines(highlights=back)
    assert (
        "You've had people come back after breaks before,"
        " and I like how you do the first month with them."
    ) in spoken


def test_what_two_sentences_begin_with_is_said_once() -> None:
    spoken = lines(highlights="the color bar; the new plaza", learned="the teams are small")
    assert "I liked hearing about the color bar and the new plaza." in spoken
    panel = [{"name": "Jo", "said": "a third shop opens"}, {"name": "Bo", "said": "the lab moves"}]
    assert "I was interested to hear that a third shop opens, and that the lab moves." in lines(
        interviewers=panel
    )


@pytest.mark.parametrize("wording", ["proofs-and", "proofs-done-that", "proofs-first-second"])
def test_what_was_told_between_two_deeds_stands_in_every_wording(wording: str) -> None:
    spoken = lines(
        needs="stays calm when the ward is full",
        learned="your handovers take half an hour longer than you'd like",
        proofs=[
            {"did": "worked two winters in an emergency department"},
            {"did": "rewrote the handover sheet on my ward", "result": "it is still in use"},
        ],
        openings=[{"part": "proofs", "wording": wording}],
    )
    assert " ".join(spoken).count("your handovers take half an hour longer than you'd like.") == 1

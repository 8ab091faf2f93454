"""The checks: each finds what it is for, once, in order, and says what to do instead."""

import pytest

from playbook.own import own
from playbook.tools.closing_statement.checks import checks, phrases, review, split_sentences
from tests.playbook.readers import answer_to

BREATH = 20


ONE = {"proofs": [{"did": "ran two lines"}, {"did": "trained a dozen people"}]}
"""Things done, without which there is no statement."""


def remarks(sentence: str) -> list[tuple[str, str]]:
    return [(each.check, each.words) for each in review("needs", (sentence,), BREATH, own())]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I'm passionate about steel.", [("canned", "passionate about")]),
        ("I’M A TEAM PLAYER.", [("canned", "team player")]),
        ("I leverage pumps.", [("jargon", "leverage")]),
        ("The lever aged well.", []),
        ("Leveraged pumps.", []),
        ("I just ran the ward.", [("hedging", "i just")]),
        ("That was a just decision.", []),
        ("When do I start?", [("pressing", "when do i start")]),
        ("Let's keep in touch.", [("promising", "keep in touch")]),
        ("I guess I'm a quick learner.", [("hedging", "i guess"), ("canned", "quick learner")]),
        ("I welded four rails.", []),
    ],
)
def test_a_phrase_is_noticed_as_whole_words(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert remarks(sentence) == expected


@pytest.mark.parametrize("phrase", phrases(own()), ids=lambda each: each.id)
def test_every_phrase_of_the_lists_can_be_found_and_says_what_to_do(phrase: object) -> None:
    for each in phrase.phrases:  # type: ignore[attr-defined]
        sentence = f"Well, {each} indeed."
        assert phrase.check in {kind for kind, _ in remarks(sentence)}, each  # type: ignore[attr-defined]
    assert phrase.instead  # type: ignore[attr-defined]


def test_twenty_words_are_one_breath_and_twenty_one_are_not() -> None:
    assert remarks(" ".join(["so"] * 20)) == []
    assert [kind for kind, _ in remarks(" ".join(["so"] * 21))] == ["one-breath"]


def test_a_line_of_several_sentences_has_a_breath_in_each() -> None:
    assert split_sentences("It rains. It still runs! Does it?") == [
        "It rains.",
        "It still runs!",
        "Does it?",
    ]
    assert remarks(" ".join(["so"] * 15) + ". " + " ".join(["so"] * 15) + ".") == []


def test_every_check_rests_on_a_claim_and_gives_its_reason() -> None:
    for check in checks(own()).values():
        assert check.claims
        assert check.why


def test_the_reason_and_the_claim_stand_behind_what_was_noticed() -> None:
    answer = answer_to("closing_statement", {"draws": "I'm passionate about it", **ONE})
    assert "Sounds learned by heart" in answer["html"]
    assert "evidence/claims/#closing-coach-5" in answer["html"]


@pytest.mark.parametrize(
    ("record", "left"),
    [
        ({"draws": "the commute"}, "the commute"),
        ({"draws": "money"}, "money"),
        ({"needs": "leadership"}, "leadership"),
        ({"proofs": [{"did": "head of a team of 5"}]}, "head of a team of 5"),
        (
            {"proofs": [{"did": "ran it", "result": "employee of the month"}]},
            "employee of the month",
        ),
        ({"learned": "I must come at 6"}, "I must come at 6"),
        ({"draws": "you train people"}, ""),
        ({"draws": "because of the team"}, ""),
        ({"draws": "to learn more"}, ""),
        ({"learned": "it rains"}, ""),
        ({"learned": "it rains", "needs": "stays calm"}, ""),
        ({"learned": "about the new ward", "needs": "stays calm"}, ""),
        ({"learned": "training matters to you", "needs": "stays calm"}, ""),
        ({"needs": "stays calm"}, ""),
        ({"needs": "good with people"}, ""),
        ({"needs": "a nurse"}, ""),
        ({"needs": "n/a"}, ""),
        ({"proofs": [{"did": "managing a team of five"}]}, ""),
        ({"proofs": [{"did": "Responsible for the till"}]}, ""),
        ({"proofs": [{"did": "sang"}]}, ""),
    ],
)
def test_what_no_sentence_can_hold_is_left_out_and_named_with_what_to_do(
    record: dict[str, object], left: str
) -> None:
    text = answer_to("closing_statement", ONE | record | {"sure": "sure"})["text"]
    assert ("Left out for now" in text) == bool(left)
    if left:
        assert f"We left out '{left}'" in text
        assert f"{left}." not in text

"""The checks: each finds what it is for, once, in order, and says what to do instead."""

import pytest

from playbook.tools.closing_statement.checks import checks, look_at, phrases, split
from tests.playbook.readers import answer_to

BREATH = 20


def found(sentence: str) -> list[tuple[str, str]]:
    return [(each.check, each.found) for each in look_at("needs", (sentence,), BREATH)]


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
        (
            "I guess I'm a quick learner.",
            [("hedging", "i guess"), ("canned", "quick learner")],
        ),
        ("I welded four rails.", []),
    ],
)
def test_a_phrase_is_noticed_as_whole_words(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize("phrase", phrases(), ids=lambda each: each.id)
def test_every_phrase_of_the_lists_can_be_found_and_says_what_to_do(phrase: object) -> None:
    for each in phrase.phrases:  # type: ignore[attr-defined]
        sentence = f"Well, {each} indeed."
        assert phrase.check in {kind for kind, _ in found(sentence)}, each  # type: ignore[attr-defined]
    assert phrase.instead  # type: ignore[attr-defined]


def test_twenty_words_are_one_breath_and_twenty_one_are_not() -> None:
    assert found(" ".join(["so"] * 20)) == []
    assert [kind for kind, _ in found(" ".join(["so"] * 21))] == ["one-breath"]


def test_a_line_of_several_sentences_has_a_breath_in_each() -> None:
    assert split("It rains. It still runs! Does it?") == ["It rains.", "It still runs!", "Does it?"]
    assert found(" ".join(["so"] * 15) + ". " + " ".join(["so"] * 15) + ".") == []


def test_every_check_rests_on_a_claim_and_gives_its_reason() -> None:
    for check in checks().values():
        assert check.claims
        assert check.why


def test_the_reason_and_the_claim_stand_behind_what_was_noticed() -> None:
    answer = answer_to("closing_statement", {"draws": "I'm passionate about it"})
    assert "Sounds learned by heart" in answer["html"]
    assert "evidence/claims/#closing-coach-5" in answer["html"]


@pytest.mark.parametrize(
    ("record", "half"),
    [
        ({"draws": "the commute"}, "the commute"),
        ({"draws": "because the commute."}, "because the commute."),
        ({"draws": "Flexibility"}, "Flexibility"),
        ({"draws": "to learn more"}, "to learn more"),
        ({"learned": "about the new ward"}, "about the new ward"),
        ({"learned": "a raise"}, "a raise"),
        ({"needs": "good with people"}, "good with people"),
        ({"needs": "somebody who team player"}, "somebody who team player"),
        ({"needs": "Managing people"}, "Managing people"),
        ({"proofs": [{"did": "managing a team of five"}]}, "managing a team of five"),
        ({"proofs": [{"did": "Responsible for the till"}]}, "Responsible for the till"),
        ({"draws": "you train people"}, ""),
        ({"draws": "because of the team"}, ""),
        ({"draws": "This job suits me."}, ""),
        ({"draws": "通勤"}, ""),
        ({"learned": "it rains"}, ""),
        ({"learned": "the ward moves"}, ""),
        ({"learned": "training matters to you"}, ""),
        ({"needs": "stays calm"}, ""),
        ({"needs": "a nurse"}, ""),
        ({"needs": "brings people together"}, ""),
        ({"proofs": [{"did": "bring ten years at the till"}]}, ""),
        ({"proofs": [{"did": "a driving licence"}]}, ""),
        ({"proofs": [{"did": "sang"}]}, ""),
    ],
)
def test_half_a_sentence_is_named_with_what_to_do(record: dict[str, object], half: str) -> None:
    text = answer_to("closing_statement", record)["text"]
    assert ("May be half a sentence" in text) == bool(half)
    if half:
        assert f"- May be half a sentence: '{half}'. Read the sentence aloud" in text

"""A few words or a whole sentence: whatever is typed into a field, the note's sentence around it holds."""

from datetime import date

import pytest

from tests.playbook.notes.records import FULL, TONES, chosen, notes_of
from tests.playbook.readers import answer_to

REASONS = [
    ("the commute.", "the commute."),
    ("The commute", "The commute."),
    ("because of the commute", "the commute."),
    ("Because I have moved.", "I have moved."),
    ("to be closer to home", "to be closer to home."),
    ("I have accepted a post closer to home", "I have accepted a post closer to home."),
    ("because", "because."),
]
WHY = {
    "": "My reason is this",
    "warm": "I'd like you to know why",
    "formal": "My reason is the following",
}
WHY_I_ASK = {
    "": "I ask for this reason",
    "warm": "I ask for this reason",
    "formal": "I ask for the following reason",
}


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("typed", "said"), REASONS)
def test_a_reason_holds_in_its_sentence(typed: str, said: str, tone: str) -> None:
    record = FULL | {"no_reason": typed, "wish_reason": typed}
    for kind in ("decline", "withdraw"):
        (note,) = chosen(kind, record, note_tone=tone)
        assert f". {WHY[tone]}: {said}\n" in note.text
    (counter,) = chosen("counter-offer", record, note_tone=tone)
    assert f". {WHY_I_ASK[tone]}: {said}\n" in counter.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("three more days of holiday.", "three more days of holiday"),
        ("Three more days of holiday", "three more days of holiday"),
        ("I'd ask for three more days", "three more days"),
        ("I would like to ask for a desk", "a desk"),
        ("I’d like a desk.", "a desk"),
        ("I want to work from home", "to work from home"),
        ("to work from home on Fridays", "to work from home on Fridays"),
        ("Fridays at home", "Fridays at home"),
        ("I want", "I want"),
        ("Icelandic lessons", "Icelandic lessons"),
    ],
)
def test_a_wish_holds_in_its_sentence(typed: str, said: str) -> None:
    record = {"range_from": "£31,000", "wishes": [{"what": typed}, {"what": "A parking space"}]}
    (note,) = chosen("counter-offer", FULL | record)
    assert f"I'd also like to ask for this: {said} and a parking space." in note.text
    offer = answer_to("offer", record)["text"]
    assert f"I'd also like to ask for this: {said} and a parking space." in offer


def test_a_wish_of_dots_is_none() -> None:
    assert "ask for" not in answer_to("offer", {"wishes": [{"what": "..."}]})["text"]


@pytest.mark.parametrize("kind", ["thank-you-email", "thank-you-group"])
@pytest.mark.parametrize(
    ("learned", "heard"),
    [
        ("the new building", "I was glad to hear this: the new building."),
        ("That the ward moves in May.", "I was glad to hear this: the ward moves in May."),
        ("You told me about the roof.", "You told me about the roof."),
    ],
)
def test_what_was_heard_holds_in_its_sentence(learned: str, heard: str, kind: str) -> None:
    (note, *_) = chosen(kind, FULL, learned=learned)
    assert heard in note.text


@pytest.mark.parametrize("kind", ["thank-you-email", "thank-you-group"])
@pytest.mark.parametrize(
    ("draws", "why"),
    [
        ("the team", "the team."),
        ("because of the team", "the team."),
        ("to learn from you", "to learn from you."),
        ("You train your own people.", "you train your own people."),
    ],
)
def test_what_draws_somebody_holds_in_its_sentence(draws: str, why: str, kind: str) -> None:
    (note, *_) = chosen(kind, FULL, draws=draws)
    assert f"I'd like to do this work for one reason above all: {why}" in note.text


@pytest.mark.parametrize(
    ("did", "said"),
    [
        ("managing a team of five", "managing a team of five, and nobody left."),
        ("Responsible for the till", "responsible for the till, and nobody left."),
        ("ran the till", "I ran the till, and nobody left."),
    ],
)
def test_something_done_holds_in_its_sentence(did: str, said: str) -> None:
    (note, *_) = chosen("thank-you-group", FULL, proofs=[{"did": did, "result": "nobody left"}])
    assert f"Here is one example of what I'd bring: {said}" in note.text
    (first, *_) = chosen("thank-you-email", FULL, proofs=[{"did": did, "result": "nobody left"}])
    assert f": {said}" in first.text


@pytest.mark.parametrize("news", ["my welding test", "I passed my welding test."])
@pytest.mark.parametrize("kind", ["news-update", "check-in-1", "stay-in-touch"])
def test_news_of_any_kind_follow_a_colon(kind: str, news: str) -> None:
    (note,) = notes_of(FULL | {"news": news, "note_kind": kind}, date(2026, 12, 8))
    assert f": {news.removesuffix('.')}." in note.text

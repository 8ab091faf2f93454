"""What somebody said goes back to them with thanks or a liking, and what they did for the reader is thanked for."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from playbook.content import read_toml
from playbook.tools.notes.model import Note
from tests.playbook.notes.records import KINDS, notes_of

CASES = read_toml(Path(__file__).with_suffix(".toml"))
BARE = re.compile(
    r"(?:^|[.:?!,] )[Yy]ou (?:also )?(?:said|told me|mentioned|talked about)\b[^.]*", re.MULTILINE
)
LEFTOVERS = ("Let me add", "For my part", "It may help", "may help that", "I know something")
COOK: dict[str, Any] = {
    "country": "GB",
    "ended_on": "2026-11-27",
    "format": "in-person",
    "employer": "The Swan",
    "role": "cook",
    "interviewers": [{"name": "Ruth Amos"}, {"name": "Leo"}],
    "missed": "I ran the pass for two years",
    "proofs": [{"did": "cut waste", "result": "by 30%"}, {"did": "trained four starters"}],
    "sure": "sure",
    "my_name": "Sami Haddad",
    "my_phone": "0113 496 0123",
}
SATURDAY = date(2026, 11, 28)


def letters(kind: str, **more: Any) -> tuple[Note, ...]:
    return notes_of({**COOK, "note_kind": kind, **more}, SATURDAY)


@pytest.mark.parametrize("typed", CASES["what_was_said"])
@pytest.mark.parametrize("kind", [each for each in KINDS if each.startswith("thank")])
def test_nobody_is_handed_back_their_own_words_bare(typed: str, kind: str) -> None:
    two = [{"name": "Ruth Amos", "said": typed}, {"name": "Leo", "said": typed}]
    for people in (two, two[:1], [{"name": "Ruth Amos"}, *two[1:]]):
        for note in letters(kind, interviewers=people):
            bare = BARE.search(note.letter.body.replace("you told me to ", ""))
            assert bare is None or "I will remember" in bare[0], note.letter.body
            assert not [each for each in LEFTOVERS if each in note.letter.body]


@pytest.mark.parametrize(("typed", "thanked", "left"), CASES["what_was_done_for_the_reader"])
def test_what_was_done_for_the_reader_is_thanked_for(
    typed: str, thanked: str, left: list[str]
) -> None:
    for field in ("highlights", "said"):
        person = {"name": "Ruth Amos", "said": typed if field == "said" else ""}
        talk = {"interviewers": [person], "highlights": typed if field == "highlights" else ""}
        (note,) = letters("thank-you-email", **talk)
        assert f", and for {thanked}." in note.text
        assert [each.words for each in note.left_out if each.field == field] == left
        (card,) = letters("thank-you-handwritten", **talk)
        assert f"and for {thanked}." in card.text


@pytest.mark.parametrize("typed", CASES["what_is_no_thing_and_no_sentence"])
def test_words_in_note_form_are_asked_for_again(typed: str) -> None:
    (note,) = letters("thank-you-email", interviewers=[{"name": "Ruth Amos", "said": typed}])
    assert "hear about" not in note.text
    assert [each.words for each in note.left_out if each.field == "said"] == [typed]


@pytest.mark.parametrize(("typed", "sentence"), CASES["what_a_worry_and_good_news_begin_with"])
def test_a_worry_is_thanked_for_and_good_news_are_good_to_hear(typed: str, sentence: str) -> None:
    (note,) = letters("thank-you-email", interviewers=[{"name": "Ruth Amos", "said": typed}])
    assert sentence in note.text


def test_each_letter_after_the_first_tells_what_nobody_has_heard_yet() -> None:
    people = [{"name": "Ruth Amos", "said": "we bake our own bread"}, {"name": "Leo"}]
    ruth, leo = letters("thank-you-email", interviewers=people)
    assert "I meant to mention that I ran the pass for two years." in ruth.text
    assert "I also cut waste by 30%." in ruth.text.replace("On top of that, I", "I also")
    assert "\n\nI should add that I trained four starters.\n" in leo.text
    assert "pass" not in leo.text


def test_news_go_to_whoever_decides() -> None:
    people = [{"name": "Ruth Amos"}, {"name": "Leo", "said": "we bake our own bread"}]
    two = {"proofs": COOK["proofs"][:1], "news": "I passed my hygiene course"}
    ruth, leo = letters("thank-you-email", interviewers=people, **two)
    assert "Since we met, I've passed my hygiene course." in ruth.text.replace("spoke", "met")
    assert "hygiene" not in leo.text


def test_a_deed_answers_a_job_title_as_well() -> None:
    people = [
        {"name": "Ruth Amos", "said": "we bake our own bread"},
        {"name": "Leo", "title": "Hygiene Officer"},
    ]
    (_, leo) = letters(
        "thank-you-email",
        interviewers=people,
        proofs=[{"did": "trained four starters"}, {"did": "wrote the hygiene plan"}],
    )
    assert "I wrote the hygiene plan." in leo.text


@pytest.mark.parametrize("kind", ["thank-you-email", "check-in-1", "news-update", "new-date"])
@pytest.mark.parametrize("tone", ["", "warm", "formal"])
def test_a_text_has_35_words_at_most(kind: str, tone: str) -> None:
    talk = {
        "interviewers": [{"name": "Ruth Amos", "said": "we promote from within, most of the time"}],
        "highlights": "how you plan the menus for the whole of the winter, and the new oven",
        "draws": "I like working with my hands",
        "news": "I passed my hygiene course",
        "promise": "she'll text me",
        "note_form": "text",
        "note_tone": tone,
        "events": [{"kind": "answered", "on": "2026-11-28", "by_on": "2026-12-15"}],
    }
    (note,) = letters(kind, **talk)
    assert len(note.letter.body.split()) <= 35, note.letter.body
    assert "the Swan" not in note.text
    assert "November" not in note.text


def test_a_topic_stands_once_in_a_note_to_several() -> None:
    people = [
        {"name": "Ruth Amos", "said": "the bread course starts again in May"},
        {"name": "Leo", "said": "clients stay"},
    ]
    (note,) = letters(
        "thank-you-group", interviewers=people, highlights="your bread course (loved it)"
    )
    assert note.text.count("bread course") == 1
    (note,) = letters("thank-you-group", interviewers=people, highlights="your bread course")
    assert "your bread course" in [each.words for each in note.left_out]


def test_a_check_in_never_has_the_interest_alone_where_something_was_typed() -> None:
    back = "that you've had people come back after breaks before"
    for highlights in (back, "the new oven", "they let me try the oven"):
        (note, *_) = notes_of(
            {**COOK, "note_kind": "check-in-1", "highlights": highlights}, date(2026, 12, 10)
        )
        paragraph = note.letter.body.split("\n\n")[2]
        assert highlights.split()[-1] in note.text
        assert paragraph.startswith("It was ") or "and for letting me try the oven." in note.text


def test_news_that_the_thank_you_had_is_told_as_told() -> None:
    typed = {
        **COOK,
        "note_kind": "check-in-1",
        "news": "I passed my hygiene course",
        "events": [{"kind": "thank-you-sent", "on": "2026-11-27"}],
    }
    (to_ruth,) = notes_of(typed, date(2026, 12, 10))
    assert (
        "As I wrote, I passed my hygiene course, and I'm still very interested in the job."
        in to_ruth.text
    )
    assert "take out 'As I wrote'" in " ".join(each.text for each in to_ruth.findings)
    (to_sam,) = notes_of({**typed, "contact_name": "Sam"}, date(2026, 12, 10))
    assert "I wanted to let you know that I passed my hygiene course, and I'm still" in to_sam.text


def test_a_text_has_room_for_one_thing_done() -> None:
    (_, text) = letters(
        "thank-you-email",
        interviewers=[{"name": "Gareth", "said": "I started as an apprentice too"}],
        promise="he said hed text me",
        highlights="",
        missed="",
        proofs=[{"did": "helped my uncle rewire his garage"}],
    )
    assert "I helped my uncle rewire his garage. I'd very much like the job." in text.text


def test_where_room_is_short_what_was_forgotten_goes_before_a_proof() -> None:
    rhys: dict[str, Any] = {
        "interviewers": [{"name": "Gareth", "said": "I started as an apprentice too"}],
        "promise": "he said hed text me",
        "highlights": "",
        "missed": "im good at maths",
        "proofs": [{"did": "helped my uncle rewire his garage"}],
    }
    mail, message = letters("thank-you-email", **rhys)
    assert "I'm good at maths. I also helped my uncle rewire his garage" in mail.text
    assert (
        "good to hear you started as an apprentice too. I forgot to say I'm good at maths. I'd very much"
        in message.text
    )
    assert "garage" not in message.text
    (card,) = letters("thank-you-handwritten", **{**rhys, "promise": "in a month"})
    assert "I should have mentioned that I'm good at maths." in card.text
    assert "garage" not in card.text

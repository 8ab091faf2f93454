"""The sentence that each kind of typed words gets, and what no sentence is made of. Expectations written by hand."""

from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.phrasing.additions import frame_missed
from playbook.phrasing.asks import frame_promises
from playbook.phrasing.deeds import add_proof, frame_proof
from playbook.phrasing.learned import frame_learned
from playbook.phrasing.reasons import frame_draws
from playbook.phrasing.recall import frame_for_group, frame_talk, split_thanks
from playbook.phrasing.recollection import recall_later, worth_recalling
from playbook.phrasing.tone import is_practical, is_sad, is_welcome

CASES = read_toml(Path(__file__).with_suffix(".toml"))

WISH = "I would very much like"


@pytest.mark.parametrize(
    ("typed", "sentence"), CASES["what_somebody_said_gets_the_sentence_that_fits_it"]
)
def test_what_somebody_said_gets_the_sentence_that_fits_it(typed: str, sentence: str) -> None:
    assert frame_talk("said", typed).text == sentence


@pytest.mark.parametrize("typed", CASES["where_you_or_i_may_be_anybody_nothing_is_made_of_it"])
def test_where_you_or_i_may_be_anybody_nothing_is_made_of_it(typed: str) -> None:
    framed = frame_talk("said", typed)
    assert framed.text == ""
    assert [each.why for each in framed.left] == ["whose"]


@pytest.mark.parametrize(
    ("typed", "sentence", "left"),
    CASES["what_was_talked_about_gets_one_sentence_and_the_rest_is_named"],
)
def test_what_was_talked_about_gets_one_sentence_and_the_rest_is_named(
    typed: str, sentence: str, left: list[str]
) -> None:
    framed = frame_talk("highlights", typed)
    assert framed.text == sentence
    assert [each.why for each in framed.left] == left


def test_no_sentence_about_what_was_learned_says_who_told_it() -> None:
    framed = frame_learned("the ward is getting 4 new HDU beds in Jan")
    assert framed.text == (
        "It was interesting to learn that the ward is getting 4 new HDU beds in January."
    )
    assert frame_learned("You close Sundays and Mondays").text == ""
    assert [each.why for each in frame_learned("You close Sundays and Mondays").left] == [
        "practical"
    ]


@pytest.mark.parametrize(
    ("words", "welcome", "sad", "practical"),
    CASES["what_words_are_about_is_told_by_everyday_words"],
)
def test_what_words_are_about_is_told_by_everyday_words(
    words: str, *, welcome: bool, sad: bool, practical: bool
) -> None:
    assert (is_welcome(words), is_sad(words), is_practical(words)) == (welcome, sad, practical)


def test_what_was_told_is_thanked_for_with_the_talk() -> None:
    sentence = frame_talk("said", "the books close in three days").text
    assert split_thanks(sentence) == ("telling me that the books close in three days", "")
    assert split_thanks(f"{sentence} I ran it.") == (
        "telling me that the books close in three days",
        "I ran it.",
    )
    assert split_thanks(frame_talk("said", "I want salt").text) == ("", "")


def test_in_a_note_to_all_a_thing_has_the_name_of_whoever_said_it() -> None:
    named = frame_for_group("Ellie", "i was the only girl on my course too")
    assert (
        named.text == "Ellie, it was good to hear that you were the only girl on your course too."
    )
    assert frame_for_group("Ellie", "that I should stop apologising").text == ""
    assert frame_for_group("Ellie", "the nights are paid double").text == ""
    assert frame_for_group("Ellie", "closing is the hard part").text == (
        "Ellie, thank you for telling me that closing is the hard part."
    )
    assert frame_for_group("Ellie", "you promote from within").text == (
        "Ellie, I was glad to hear that you promote from within."
    )
    assert frame_for_group("Ellie", "nobody goes on nights in the first 6 weeks").text == (
        "Ellie, it was helpful to hear that nobody goes on nights in the first 6 weeks."
    )


@pytest.mark.parametrize(
    ("name", "typed", "sentence"), CASES["weeks_later_only_what_is_worth_it_is_remembered"]
)
def test_weeks_later_only_what_is_worth_it_is_remembered(
    name: str, typed: str, sentence: str
) -> None:
    worth = worth_recalling(name, typed)
    assert [recall_later(each) for each in worth] == [sentence] * bool(sentence)


def test_what_was_talked_about_is_worth_more_than_a_plain_fact() -> None:
    (talked,) = worth_recalling("highlights", "the run to Taupo")
    (good,) = worth_recalling("said", "no one's a number here")
    (plain,) = worth_recalling("learned", "the ward moves in May")
    assert talked.rank < good.rank < plain.rank


@pytest.mark.parametrize(
    ("typed", "sentence", "left"),
    CASES["what_the_reader_adds_stands_as_they_would_say_it_or_not_at_all"],
)
def test_what_the_reader_adds_stands_as_they_would_say_it_or_not_at_all(
    typed: str, sentence: str, left: list[str]
) -> None:
    framed = frame_missed(typed)
    assert framed.text == sentence
    assert [each.why for each in framed.left] == left


@pytest.mark.parametrize(("did", "result", "sentence"), CASES["a_proof_is_one_sentence"])
def test_a_proof_is_one_sentence(did: str, result: str, sentence: str) -> None:
    assert frame_proof(did, result).text == sentence


def test_a_proof_in_a_list_of_deeds_is_told_last_with_what_came_of_it() -> None:
    added = frame_missed(
        "During my six years at home I chaired the parents' council, did the payroll and re-did my CIPD."
    ).text
    deed = frame_proof("chaired a parents' council of 40", "we got the crossing built").text
    assert add_proof(added, deed, "we got the crossing built") == (
        "I meant to mention that during my six years at home"
        " I did the payroll and re-did my CIPD."
        " I also chaired a parents' council of 40, and we got the crossing built."
    )


@pytest.mark.parametrize(
    ("what", "sentence"), CASES["an_appointment_is_looked_forward_to_and_papers_are_promised"]
)
def test_an_appointment_is_looked_forward_to_and_papers_are_promised(
    what: str, sentence: str
) -> None:
    assert frame_promises(((what, ""),)).text == sentence


@pytest.mark.parametrize(
    ("typed", "sentence"), CASES["a_reason_has_its_article_and_a_sentence_its_because"]
)
def test_a_reason_has_its_article_and_a_sentence_its_because(typed: str, sentence: str) -> None:
    assert frame_draws(typed, wish=WISH).text == sentence


def test_a_reason_without_a_wish_says_what_appeals() -> None:
    assert frame_draws("you train people").text == "The job appeals to me because you train people."

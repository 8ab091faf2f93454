"""What people type before the words that count goes, and small slips of a phone's keys are put right."""

import pytest

from playbook.phrasing.additions import frame_missed
from playbook.phrasing.asks import frame_promises
from playbook.phrasing.deeds import frame_proof
from playbook.phrasing.names import name_as_signed
from playbook.phrasing.needs import frame_need
from playbook.phrasing.news import news_since_talk
from playbook.phrasing.reasons import frame_draws
from playbook.phrasing.recall import frame_talk
from playbook.phrasing.repairs import usual_words
from playbook.phrasing.tidy import sentences

LIKE = "I would like"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("didnt say ive had no points", "I meant to mention that I've had no points."),
        ("forgot to say i do bridal hair", "I meant to mention that I do bridal hair."),
        (
            "I humbly wish to add that I completed the ring road",
            "I meant to mention that I completed the ring road.",
        ),
        (
            "I should of said I ran the night rota",
            "I meant to mention that I ran the night rota.",
        ),
        (
            "I was forget to tell that I have a SIRA card",
            "I have a SIRA card.",
        ),
        (
            "I should of said about the callback rota I started, repeat calls went down",
            "I meant to mention the callback rota I started. Repeat calls went down.",
        ),
        (
            "I just finished my course, which I totally blanked on",
            "I meant to mention that I just finished my course.",
        ),
        (
            "I did not make enough of the refinancing I led: S$410m, eleven banks, closed early",
            "I meant to mention the refinancing I led: S$410m, eleven banks, closed early.",
        ),
    ],
)
def test_that_it_was_forgotten_is_said_once(typed: str, sentence: str) -> None:
    assert frame_missed(typed).text == sentence


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("send her my portfolio", "As promised, I will send you my portfolio."),
        (
            "last 3 months salary slips",
            "As promised, I will send you last 3 months salary slips.",
        ),
    ],
)
def test_a_promise_goes_to_whoever_reads_it(typed: str, sentence: str) -> None:
    assert frame_promises(((typed, ""),)).text == sentence


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "Want to grow in haematology",
            "I would like the job because I want to grow in haematology.",
        ),
        (
            "its regular work and I know every road",
            "I would like the job, because it's regular work and I know every road.",
        ),
    ],
)
def test_a_reason_begins_as_a_sentence(typed: str, sentence: str) -> None:
    assert frame_draws(typed, wish=LIKE).text == sentence


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "a road that has no drainage is only a river that is waiting",
            "I will remember you saying that a road that has no drainage is only a river that is waiting.",
        ),
        (
            "guard who is sleeping is same like no guard",
            "I will remember you saying that guard who is sleeping is the same as no guard.",
        ),
        (
            "what is not written is not done",
            "I will remember you saying that what is not written is not done.",
        ),
        ("the way you finish a plate", "It was good to hear about the way you finish a plate."),
        ("he explain me about the control room", "It was good to hear about the control room."),
    ],
)
def test_a_saying_is_told_and_a_way_is_heard_about(typed: str, sentence: str) -> None:
    assert frame_talk("said", typed).text == sentence


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("the trade test", "I enjoyed the trade test."),
        (
            "tabbing through their checkout together",
            "I enjoyed tabbing through your checkout together.",
        ),
        ("the quiet place", "I liked the quiet place."),
    ],
)
def test_what_was_done_or_seen_is_not_heard_about(typed: str, sentence: str) -> None:
    assert frame_talk("highlights", typed).text == sentence


def test_a_thing_and_a_sentence_are_no_one_clause() -> None:
    text = frame_talk("highlights", "their colour bar, and that they don't hurry people").text
    assert text == "It was good to hear about your colour bar, and that you don't hurry people."


def test_no_sentence_ends_at_a_title() -> None:
    typed = "How Dr. Rao reads a smear. It was St. Anne's, esp. at night."
    assert sentences(typed) == ("How Dr. Rao reads a smear.", "It was St. Anne's, esp. at night.")


def test_news_with_their_day_stay_in_the_past() -> None:
    assert news_since_talk("I passed my test last May") == "Since then, I passed my test last May."
    assert news_since_talk("I passed my test yesterday") == "Since then, I've passed my test."
    assert news_since_talk("I passed my test") == "Since then, I've passed my test."


def test_what_is_needed_may_be_somebody_of_whom_much_is_said() -> None:
    typed = "a CFO the banks will believe"
    assert frame_need(typed).text == typed


@pytest.mark.parametrize(
    ("typed", "signed"),
    [
        ("Megan Pugh x", "Megan Pugh"),
        ("CHUKA NWOSU, MNSE", "Chuka Nwosu, MNSE"),
        (
            "ENGR. CHUKA NWOSU, MNSE, R.ENG (COREN)",
            "Engr. Chuka Nwosu, MNSE, R.Eng (COREN)",
        ),
        ("Chiara Benvenuti, PhD", "Chiara Benvenuti, PhD"),
        ("robin tremblay-wu", "Robin Tremblay-Wu"),
        ("Xx", "Xx"),
    ],
)
def test_a_letter_is_signed_with_a_name(typed: str, signed: str) -> None:
    assert name_as_signed(typed) == signed


def test_signs_and_slips_are_written_out() -> None:
    typed = "valid upto 2028 & nobody could of known, Marks & Spencer AND I won on weds"
    written = "valid up to 2028 & nobody could have known, Marks & Spencer and I won on Wednesday"
    assert usual_words(typed) == written
    assert usual_words("a new year & nobody's looking") == "a new year and nobody's looking"


def test_what_was_done_by_others_is_no_deed_of_the_reader() -> None:
    approved = frame_proof("wrote the amendment", "approved without revisions").text
    assert approved == "I wrote the amendment, which was approved without revisions."
    booked = frame_proof("built up my column", "fully booked three weeks ahead").text
    assert booked == "I built up my column, and was fully booked three weeks ahead."
    praise = frame_talk("said", "you've coached half the floor already, so you have")
    assert not praise.text
    better = frame_talk("said", "she said my colour was better than hers").text
    assert better == "Thank you for telling me that my colour was better than yours."
    (told,) = frame_talk("said", "that I'd manage friends and had I thought about it").left
    assert told.why == "question"
    news = news_since_talk("the food bank site has been shortlisted for an award")
    assert news == "Since then, the food bank site has been shortlisted for an award."

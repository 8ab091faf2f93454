"""How long a statement takes: its words counted by hand, the paces, and a pace of the reader's own."""

import re

import pytest

from playbook.own import own
from playbook.tools.closing_statement.pace import count_words
from playbook.tools.closing_statement.words import text
from tests.playbook.closing_statement.records import CALM, EXAMPLES, ONE, statement_of
from tests.playbook.readers import answer_to


def test_the_time_for_what_is_heard_in_the_room_stays_free_until_it_is_heard() -> None:
    assert statement_of(CALM).reserved == 12
    assert statement_of(CALM | {"statement_length": "120"}).reserved == 16
    assert statement_of(CALM | {"learned": "wards move"}).reserved == 0


@pytest.mark.parametrize(
    ("words", "verdict"), [(195, "room"), (196, "tight"), (225, "tight"), (226, "long")]
)
def test_ninety_seconds_are_195_words_at_an_easy_pace_and_225_at_a_quick_one(
    words: int, verdict: str
) -> None:
    around = (
        "Before we finish, may I say briefly what I'd bring? I ran the wards I also ran the halls "
        "I'd like this job. Thank you for your time. What happens next, and when might I hear from you?"
    )
    more = " a" * 90
    rest = " a" * (words - len(f"{around}{more}".split()))
    proofs = [{"did": f"ran the wards{more}"}, {"did": f"ran the halls{rest}"}]
    statement = statement_of({"proofs": proofs, "learned": "wards open in May"})
    assert statement.count == words
    assert statement.verdict == verdict


def test_the_parts_share_all_of_the_time_whatever_the_length() -> None:
    for length, seconds in (("", 90), ("60", 60), ("120", 120)):
        statement = statement_of({"sure": "sure", "statement_length": length})
        assert sum(section.share for section in statement.parts) == seconds


def test_each_part_and_all_of_it_show_the_seconds_of_their_own_words() -> None:
    """At 130 a minute 27 words take 12.5 seconds, 51 23.5, 11 5.1, 13 6.0, 19 8.8, and all 121 55.8."""
    answer = answer_to("closing_statement", EXAMPLES["worked"].record)
    shown = re.findall(r"<td>(\d+)</td><td>\d+ s</td><td>(\d+) s</td>", answer["html"])
    assert [(int(words), int(seconds)) for words, seconds in shown] == [
        (27, 13),
        (51, 24),
        (11, 6),
        (13, 6),
        (19, 9),
        (121, 56),
    ]
    assert answer["status"].startswith("121 words, about 56 seconds at an easy pace.")
    assert answer["text"].startswith(answer["status"])
    assert "the parts may come to a few seconds more than all of it" in answer["html"]


def test_a_part_that_shows_more_seconds_than_it_has_room_for_is_the_one_that_is_over() -> None:
    """36 seconds have room for 78 words at 130 a minute; 79 take 36.5."""
    opening = "Before we finish, may I say briefly what I'd bring? I ran the wards"
    for words, over in ((78, 0), (79, 1)):
        did = "ran the wards" + " a" * (words - len(opening.split()))
        statement = statement_of({"proofs": [{"did": did}]})
        section = next(each for each in statement.parts if each.id == "proofs")
        assert (section.count, section.share, section.over) == (words, 36, over)


def test_the_part_that_is_too_long_is_the_one_to_trim() -> None:
    proofs = [{"did": "ran the wards" + " a" * 120, "result": "it ran" + " a" * 120}]
    record = {"proofs": proofs, "sure": "sure", "learned": "wards move"}
    answer = answer_to("closing_statement", record)
    assert "Your examples: about" in answer["text"]
    assert "Where you stand: about" not in answer["text"]


def test_a_pace_of_ones_own_counts_before_the_usual_ones() -> None:
    statement = statement_of(
        ONE | {"needs": "is" + " a" * 100, "learned": "wards move", "own_rate_seconds": "60"}
    )
    assert (statement.pace.id, statement.pace.rate, statement.verdict) == ("own", 60, "long")


@pytest.mark.parametrize("seconds", ["0", "1", "9", "500"])
def test_a_clock_left_running_is_no_pace(seconds: str) -> None:
    statement = statement_of({"needs": "stays calm", "own_rate_seconds": seconds})
    assert statement.pace.id == "slow"


@pytest.mark.parametrize("seconds", ["0", "5", "11", "92", "500"])
def test_seconds_that_nobody_reads_in_are_named_with_those_that_count(seconds: str) -> None:
    """60 words at 300 a minute take 12 seconds; in 91 they are 39.6 a minute, rounded to 40."""
    record = {"needs": "stays calm", "own_rate_seconds": seconds}
    assert answer_to("closing_statement", record)["errors"] == {
        "own_rate_seconds": f"{seconds} seconds for 60 words can't be right. "
        "Write a number from 12 to 91, or leave it empty."
    }
    assert statement_of(record).pace.id == "slow"


def test_one_second_is_not_said_as_several() -> None:
    errors = answer_to("closing_statement", {"needs": "a", "own_rate_seconds": "1"})["errors"]
    assert errors["own_rate_seconds"].startswith("1 second for 60 words")


@pytest.mark.parametrize("seconds", ["", "12", "91"])
def test_seconds_that_count_are_not_named(seconds: str) -> None:
    record = CALM | {"own_rate_seconds": seconds}
    assert answer_to("closing_statement", record)["errors"] == {}
    assert statement_of(record).pace.id == ("own" if seconds else "slow")


def test_seconds_that_are_no_number_are_named() -> None:
    answer = answer_to("closing_statement", CALM | {"own_rate_seconds": "half a minute"})
    assert list(answer["errors"]) == ["own_rate_seconds"]
    assert "stays calm" in answer["text"]


def test_the_sample_has_the_words_that_its_rule_says() -> None:
    assert count_words(text(own(), "sample")) == own().rules["pace-sample"].value

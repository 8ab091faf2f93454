"""What is typed about a job, put into the sentences of a closing statement: a corpus that was read aloud."""

import re
from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.phrasing.deeds import frame_proof
from playbook.phrasing.interest import because_it_draws, why_it_draws
from playbook.phrasing.needs import frame_need
from playbook.phrasing.somebody import without_they
from playbook.phrasing.unsaid import AVAILABLE, why_unsaid
from playbook.phrasing.words import words_of

CORPUS = read_toml(Path(__file__).with_name("spoken.toml"))
NO_ENGLISH = re.compile(
    r"\bwho (?:be|do|have|want|need|fast|calm|salt|data|blokes|engineer)\b|\bwho (?:somebody|someone|people)\b"
    r"|\bwho can (?:be|own|want)\b|\bwith (?:a |an )?(?:are|is|eager|hard|never|don't)\b"
    r"|\ban? (?:people|staff)(?! person)\b",
    re.IGNORECASE,
)
"""'Somebody who be flexible' and its kin."""


@pytest.mark.parametrize(("typed", "expected"), CORPUS["needs"].items())
def test_what_they_need_is_said_as_english_or_asked_for_again(typed: str, expected: str) -> None:
    framed = frame_need(typed)
    assert framed.text == expected
    assert bool(framed.text) != bool(framed.left)
    assert not NO_ENGLISH.search(expected)


@pytest.mark.parametrize(("typed", "expected"), CORPUS["draws"].items())
def test_why_somebody_would_like_the_job_is_a_sentence_or_asked_for_again(
    typed: str, expected: str
) -> None:
    framed = because_it_draws(typed)
    assert why_it_draws(framed.text) == expected
    assert bool(framed.text) != bool(framed.left)
    assert not re.search(r"because (?:working|learn|people|to)\b", framed.text)
    assert not expected or re.match(r"^[A-Z].*\w\.$", expected)


@pytest.mark.parametrize(("typed", "expected"), CORPUS["deeds"].items())
def test_what_was_done_and_what_came_of_it_are_one_sentence(typed: str, expected: str) -> None:
    did, _, result = (each.strip() for each in typed.partition("|"))
    framed = frame_proof(did, result, spoken=True)
    assert framed.text == expected
    known = {*words_of(did).all, *words_of(result).all}
    named = {
        *words_of(expected).all,
        *(word for each in framed.left for word in words_of(each.words).all),
    }
    assert expected or framed.left
    assert known - named <= {"they", "use", "promoted", "me"}


@pytest.mark.parametrize(
    ("clause", "before", "expected"),
    [
        ("they still use it", "set up a handover sheet", "it is still in use"),
        ("they use it now", "wrote a rota", "it is in use now"),
        ("they're still using it", "wrote a rota", "it is still in use"),
        ("they promoted me", "ran the till", "I was promoted"),
        ("they gave me an award", "ran the till", "I was given an award"),
        ("they adopted it across the region", "wrote a policy", "it was adopted across the region"),
        ("they all passed", "trained four students", "they all passed"),
        ("none of them came back", "welded forty handrails", "none of them came back"),
        ("they loved it", "made a cake", None),
        ("it made them happy", "made a cake", None),
        ("the ward still uses it", "wrote a rota", "the ward still uses it"),
        ("the students say they miss me", "left", "the students say they miss me"),
    ],
)
def test_they_are_always_somebody(clause: str, before: str, expected: str | None) -> None:
    assert without_they(clause, before) == expected


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("I'm not rusty", "doubt"),
        ("I don't have experience", "doubt"),
        ("I've been out of work for 8 years", "doubt"),
        ("I use Access to Work", "adjustments"),
        ("I need visa sponsorship", "adjustments"),
        ("I'm deaf", "adjustments"),
        ("I'd work for less money", "condition"),
        ("I was nervous, sorry", "private"),
        ("I taught deaf children", ""),
        ("I never had a no-show", ""),
        ("I worked as an interpreter", ""),
        ("I have a forklift licence", ""),
    ],
)
def test_what_is_better_not_said_of_oneself_is_known(words: str, why: str) -> None:
    assert why_unsaid(words) == why


@pytest.mark.parametrize(
    ("words", "comes"),
    [
        ("I can start on Monday", True),
        ("I'm available at weekends", True),
        ("I live ten minutes away", True),
        ("I can work weekends", True),
        ("I started the night bus", False),
        ("I can work a crane", False),
        ("I drove a van for two years", False),
    ],
)
def test_when_somebody_could_come_is_told_from_what_they_have_done(
    words: str,
    comes: bool,  # noqa: FBT001 - a table of examples
) -> None:
    assert (AVAILABLE.search(words) is not None) == comes

"""What was typed in capitals, in small letters or for nothing, made tidy; and days and jobs as a letter says them."""

from datetime import date, timedelta

import pytest

from playbook.phrasing.capitals import usual_capitals
from playbook.phrasing.job import the_job, tidy_employer, tidy_role
from playbook.phrasing.tidy import is_empty, sentences
from playbook.phrasing.when import letter_day, letter_when

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("NIGHT SHIFT HAS 15% DIFFERENTIAL", "night shift has 15% differential"),
        ("I HAVE 2 YEARS BPO EXPERIENCE", "I have 2 years BPO experience"),
        ("ACCOUNT IS FOR US TELCO", "account is for US telco"),
        ("i ran a crew", "I ran a crew"),
        ("im good at maths", "I'm good at maths"),
        ("its close to my house", "it's close to my house"),
        ("our deli passed its inspection", "our deli passed its inspection"),
        ("they dont shout", "they don't shout"),
        ("wednesdays till march", "Wednesdays till March"),
        ("we march on mondays", "we march on Mondays"),
        ("NHS", "NHS"),
        ("ID", "ID"),
        ("I was ill and had no id", "I was ill and had no id"),
        ("ive been there", "I've been there"),
        ("a CV and a CIPD", "a CV and a CIPD"),
    ],
)
def test_capitals_are_the_usual_ones(typed: str, tidied: str) -> None:
    assert usual_capitals(typed) == tidied


def test_an_abbreviation_ends_no_sentence() -> None:
    assert sentences("We moved in approx. two weeks. It rained.") == (
        "We moved in approx. two weeks.",
        "It rained.",
    )


@pytest.mark.parametrize(
    "typed", ["none of it", "nothing beats it", "a test of time", "x-rays", "0"]
)
def test_words_that_say_something_are_not_empty(typed: str) -> None:
    assert not is_empty(typed)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("picker", "the picker job"),
        ("an apprentice electrician", "the apprentice electrician job"),
        ("Band 5 Staff Nurse, Ward 12", "the Band 5 Staff Nurse role"),
        ("Staff nurse, children's ward", "the staff nurse job"),
        ("staff nurse on the children's ward", "the job of staff nurse on the children's ward"),
        ("Teaching Assistant for Maths", "the Teaching Assistant for Maths role"),
        ("Receptionist position", "the receptionist position"),
        ("internship", "the internship"),
        ("SDE-1 (Backend)", "the SDE-1 job"),
        ("asst manager", "the assistant manager job"),
        ("CUSTOMER SERVICE REPRESENTATIVE", "the Customer Service Representative role"),
        ("role of picker", "the picker job"),
        ("cleaning", "the cleaning job"),
        ("n/a", "the job"),
        ("", "the job"),
    ],
)
def test_a_job_is_named_as_people_name_it(role: str, expected: str) -> None:
    assert the_job(tidy_role(role)).casefold() == expected.casefold()


def test_an_employer_in_small_letters_gets_its_capitals() -> None:
    assert tidy_employer("bullseye mart") == "Bullseye Mart"
    assert tidy_employer("L'Ardoise") == "L'Ardoise"
    assert tidy_employer("IBM") == "IBM"


def test_a_day_is_written_as_it_is_there() -> None:
    on = date(2026, 11, 27)
    assert letter_day(on, TODAY, "GB") == letter_day(on, TODAY) == "Friday 27 November"
    assert letter_day(on, TODAY, "US") == "Friday, November 27"
    assert letter_day(date(2027, 1, 4), TODAY, "US") == "Monday, January 4, 2027"


@pytest.mark.parametrize(
    ("words", "first", "last", "expected"),
    [
        ("the week of December 7", (12, 7), (12, 11), "the week of December 7"),
        ("early next week", (11, 30), (12, 2), "early next week"),
        ("by end of next week", (11, 26), (12, 4), "by the end of next week"),
        ("next week sometime", (11, 30), (12, 4), "next week"),
        ("by Thursday", (11, 26), (12, 3), "by Thursday, December 3"),
        ("by Friday", (11, 26), (11, 27), "by Friday, November 27"),
        ("Monday", (11, 30), (11, 30), "on Monday, November 30"),
        ("in December", (12, 1), (12, 31), "in December"),
        ("Q1", (12, 3), (12, 31), ""),
        ("come back tuesday for a trial shift", (12, 1), (12, 1), ""),
        ("by Thursday or Friday", (11, 26), (12, 4), "by Friday, December 4"),
        ("by Thursday or so", (11, 26), (12, 4), ""),
    ],
)
def test_a_time_stays_in_their_words_and_a_stretch_is_no_deadline(
    words: str, first: tuple[int, int], last: tuple[int, int], expected: str
) -> None:
    days = date(2026, *first), date(2026, *last)
    assert letter_when(words, *days, TODAY, TODAY, "US") == expected


@pytest.mark.parametrize(
    ("words", "today", "expected"),
    [
        ("next week", 29, "in the coming week"),
        ("early next week", 29, "early in the coming week"),
        ("middle of next week", 29, "in the middle of the coming week"),
        ("middle of next week", 27, "in the middle of next week"),
        ("middle of next week", 38, "in the middle of last week"),
        ("next week", 40, "last week"),
    ],
)
def test_next_week_is_named_as_it_is_read(words: str, today: int, expected: str) -> None:
    """Said on Thursday 26 November; read on the Friday, the Sunday, and in the week after the one that was meant."""
    days = date(2026, 11, 30), date(2026, 12, 4)
    read_on = date(2026, 11, 1) + timedelta(days=today - 1)
    assert letter_when(words, *days, date(2026, 11, 26), read_on, "GB") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("he'll let us all know Friday", "on Friday 4 December"),
        ("by Friday", "by Friday 4 December"),
        ("Friday at the latest", "by Friday 4 December"),
        ("", "by Friday 4 December"),
    ],
)
def test_a_day_by_itself_is_on_and_a_limit_by(words: str, expected: str) -> None:
    day = date(2026, 12, 4)
    assert letter_when(words, day, day, date(2026, 11, 26), date(2026, 11, 27), "GB") == expected


def test_a_day_is_named_while_it_lies_ahead() -> None:
    day, said_on = date(2026, 11, 30), date(2026, 11, 26)
    before, on_it = (
        letter_when("by Monday", day, day, said_on, date(2026, 11, today), "GB")
        for today in (29, 30)
    )
    assert (before, on_it) == ("by Monday 30 November", "")


def test_next_week_is_another_week_once_it_has_come() -> None:
    days = date(2026, 11, 30), date(2026, 12, 4)
    assert letter_when("next week", *days, TODAY, date(2026, 11, 30), "GB") == "this week"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('You said, "It is not done." Sam agreed.', ('You said, "It is not done."', "Sam agreed.")),
        ("(We had met before.) It went well.", ("(We had met before.)", "It went well.")),
    ],
)
def test_a_closing_mark_stays_with_its_sentence(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected

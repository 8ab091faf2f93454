"""What the timeline says, word for word where the words were once wrong: expectations are written by hand."""

import re
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar as CalendarFile

from tests.playbook.timeline.requests import answer_to, asked, file_named

FRIDAY, SUNDAY = date(2026, 11, 20), date(2026, 11, 22)


def text_of(today: date, **record: Any) -> str:
    """The text to copy, for an interview on Friday 20 November 2026 unless the record says otherwise."""
    text: str = answer_to(asked({"ended_on": "2026-11-20", **record}, today))["text"]
    return text


# A promise that can't be read


@pytest.mark.parametrize("words", ["am Freitag", "Freitag in zwei Wochen", "29 February 2027"])
def test_a_promise_that_is_not_understood_is_not_called_none(words: str) -> None:
    text = text_of(SUNDAY, promise=words, contact_on="2026-11-25")
    # Fri 20 November + 5 working days = Fri 27 November
    assert ("We couldn't read a date in their words, so we plan with Friday 27 November.\n") in text
    assert "We couldn't read a date in their words, so we count with a date of our own." in text
    assert "We couldn't read a date in their words, and a message before then" in text
    assert "Nobody named a date" not in text


def test_where_they_said_nothing_nobody_named_a_date() -> None:
    assert "Nobody named a date, so we plan with Friday 27 November." in text_of(SUNDAY)
    friendly = text_of(SUNDAY, promise="we'll be in touch")
    assert "Nobody named a date, so we plan with Friday 27 November." in friendly


@pytest.mark.parametrize("words", ["29 February 2027", "by 31 April", "2027-02-30", "31/4"])
def test_a_day_that_does_not_exist_is_called_so(words: str) -> None:
    text = text_of(SUNDAY, promise=words)
    assert f"There is no such day as in '{words}', so we plan with a date of our own." in text
    assert "We found no date" not in text


def test_odds_are_no_day() -> None:
    assert "We found no date in 'it's 50/50'" in text_of(SUNDAY, promise="it's 50/50")


# A promise that can be read two ways, or that had passed

TWO_WAYS = "Friday 4 December, or Monday 12 April 2027"


def test_a_date_that_can_be_read_two_ways_is_not_called_none() -> None:
    text = text_of(SUNDAY, promise="4/12", contact_on="2026-11-25")
    # Fri 20 November + 5 working days = Fri 27 November
    assert "We aren't sure which date they mean, so we plan with Friday 27 November.\n" in text
    assert "We aren't sure which date they mean, so we count with a date of our own." in text
    assert "We aren't sure which date they mean, and a message before then" in text
    assert (
        f"'4/12' can be read two ways: {TWO_WAYS}. Choose one of them, or another date."
        " Until then we plan with a date of our own.\n"
    ) in text
    assert "Nobody named a date" not in text


@pytest.mark.parametrize("words", ["Friday 4 December", "Monday 12 April 2027"])
def test_a_date_written_as_we_say_can_be_read_one_way_only(words: str) -> None:
    text = text_of(SUNDAY, promise=words)
    assert f"We read '{words}' as {words}. Is that right?" in text
    assert f"They said {words}.\n" in text


def test_an_answer_that_can_be_read_two_ways_leaves_the_date_before_it() -> None:
    answers = [
        {"kind": "answered", "on": "2026-11-22", "words": "by 4/12"},
        {"kind": "check-in-sent", "on": "2026-11-21"},
        {"kind": "answered", "on": "2026-11-21"},
    ]
    record = {"ended_on": "2026-11-20", "promise_on": "2026-11-27", "events": answers}
    answer = answer_to(asked(record, SUNDAY))
    assert f"{TWO_WAYS}. Choose one of them, or another date" in answer["text"]
    assert "Until then their date before it stands." in answer["text"]
    assert (
        """data-fill='{"events.0.by_on": "2026-12-04"}'""" in answer["readings"]["events.0.words"]
    )
    assert "promise_on" not in "".join(answer["readings"].values())


def test_a_day_to_choose_from_goes_where_the_words_were_typed() -> None:
    record = {"ended_on": "2026-11-20", "promise": "4/12"}
    html = answer_to(asked(record, SUNDAY))["readings"]["promise"]
    assert """data-fill='{"promise_on": "2027-04-12"}'>Monday 12 April 2027<""" in html


def test_a_time_that_belongs_to_something_else_is_named() -> None:
    text = text_of(SUNDAY, promise="you'd start on 1 February; you'll know by Thursday")
    assert "by Thursday 26 November. Is that right?" in text
    assert "'1 February' isn't the day they'll answer: it's when the job starts." in text


def test_a_word_of_time_that_nothing_uses_is_asked_about() -> None:
    record = {"ended_on": "2026-11-20", "promise": "by Thursday in the spring term"}
    answer = answer_to(asked(record, SUNDAY))
    assert "We didn't understand 'spring term'" in answer["text"]
    assert "Choose it if that's right, or another date." in answer["text"]
    assert """data-fill='{"promise_on": "2026-11-26"}'""" in answer["readings"]["promise"]


def test_of_two_days_the_later_stands_first() -> None:
    record = {"ended_on": "2026-11-20", "promise": "4/12"}
    html = answer_to(asked(record, SUNDAY))["readings"]["promise"]
    assert html.index("2027-04-12") < html.index("2026-12-04")


@pytest.mark.parametrize("words", ["yesterday", "last week"])
def test_a_date_that_had_passed_is_not_called_none(words: str) -> None:
    text = text_of(SUNDAY, promise=words)
    assert "The date in their words had already passed, so we plan with Friday 27 November." in text
    assert "The date in their words had already passed, so we count with a date of our own." in text
    assert "Nobody named a date" not in text


def test_after_an_answer_without_a_date_they_named_no_new_one() -> None:
    # Fri 27 November + 5 = Fri 4 December
    answered = {"kind": "answered", "on": "2026-11-27", "words": "we'll be in touch"}
    text = text_of(date(2026, 11, 28), promise="tomorrow", events=[answered])
    assert "They named no new date, so we plan with Friday 4 December." in text
    assert "They named no new date, so we count with a date of our own." in text


# Closed


def test_a_plan_that_is_over_has_been_closed_since_its_day() -> None:
    # Wed 20 May + 5 = Wed 27; check-ins Fri 29 May and 5 June; + 10 = Fri 19 June
    text = text_of(FRIDAY, ended_on="2026-05-20")
    assert "This one has been closed since Friday 19 June." in text


# Today, for whoever reads it on another day


def test_today_is_written_out_in_what_leaves_the_page() -> None:
    text = text_of(SUNDAY, ended_at="18:30")
    assert text.startswith(
        "Next: send a thank-you e-mail, today, Sunday 22 November."
        " The best day has passed; it's still welcome.\n"
    )
    assert "Do it today, Sunday 22 November, if you still can." in text


def test_today_is_written_out_on_the_day_of_the_interview() -> None:
    text = text_of(FRIDAY, ended_at="10:00")
    assert (
        "Today, Friday 20 November. At the latest tomorrow, Saturday 21 November, 10:00.\n"
    ) in text
    late = text_of(FRIDAY, ended_at="21:30")
    assert "By tomorrow, Saturday 21 November." in late


def test_a_calendar_entry_says_its_day() -> None:
    # Fri 20 + 5 = Fri 27 November, + 2 = Tue 1 December
    tuesday = date(2026, 12, 1)
    answer = answer_to(asked({"ended_on": "2026-11-20"}, tuesday))
    entries = CalendarFile.from_ical(file_named("calendar", answer)["text"]).walk("VEVENT")
    texts = {str(each["SUMMARY"]): str(each["DESCRIPTION"]) for each in entries}
    assert texts["Check in"].startswith("Today, Tuesday 1 December.")
    assert "If you still haven't heard, write once" in texts["Check in"]
    assert not any(re.search(r"\btoday[.;]", each, re.IGNORECASE) for each in texts.values())


# The search


def test_the_search_starts_the_day_after_and_its_date_is_a_weekly_reminder() -> None:
    # Fri 20 + 7 = Fri 27 November
    text = text_of(SUNDAY)
    day = "Look at your search again\n   Friday 27 November.\n"
    assert f"{day}   Go on applying from the day after the interview." in text
    assert "your next look at it: once a week, until every check on an offer is done." in text


# Forty hours after, when their day has passed already


def test_thanks_are_welcome_until_the_check_in_opens() -> None:
    early = {"ended_at": "18:30", "promise": "tomorrow"}
    # Sat 21 + 2 = Tue 24 November is the check-in's first day
    for today in (SUNDAY, date(2026, 11, 23)):
        text = text_of(today, **early)
        assert text.startswith("Next: send a thank-you e-mail, today, ")
        assert "Too late for a message of its own" not in text
        assert "Too long ago to be exact" not in text
    assert "Too late for a message of its own." in text_of(date(2026, 11, 24), **early)


def test_a_note_after_their_day_says_that_they_meant_to_decide_by_then() -> None:
    # Posted on Sun 22 it is collected on Mon 23: + 3 = Thu 26 November
    text = text_of(SUNDAY, promise="tomorrow", post_card=True)
    assert (
        "a note would arrive on Thursday 26 November,"
        " and they meant to decide by Saturday 21 November."
    ) in text
    ahead = text_of(SUNDAY, promise_on="2026-11-24", post_card=True)
    assert "and they decide by Tuesday 24 November." in ahead


@pytest.mark.parametrize(
    ("promise_on", "late"),
    [
        # Sat 21 is collected on Mon 23: + 3 = Thu 26, the day itself; so Fri 20 is the last to post it
        ("2026-11-26", ", so time is short. "),
        # Sun 22, 48 hours after, is collected on Mon 23 too, and Thu 26 is in time
        ("2026-11-30", ". "),
    ],
)
def test_a_card_says_why_it_is_due_before_its_48_hours(promise_on: str, late: str) -> None:
    record = {"ended_on": "2026-11-20", "promise_on": promise_on, "post_card": True}
    text = answer_to(asked(record, FRIDAY))["html"]
    day = date.fromisoformat(promise_on)
    assert f"They decide by {day:%A} {day.day} {day:%B}{late}If the last collection" in text


def test_where_nobody_named_a_date_a_card_says_only_when_it_arrives() -> None:
    # Fri 20 + 3 = Wed 25 November
    text = answer_to(asked({"ended_on": "2026-11-20", "post_card": True}, FRIDAY))["html"]
    assert "it should arrive by Wednesday 25 November. If the last collection has gone" in text


def test_a_second_check_in_says_what_it_counts_from() -> None:
    # two windows stand side by side: who writes on the last day of the first leaves a gap all the same
    text = text_of(FRIDAY, promise_on="2026-11-27", contact_phone="0113 496 0000")
    leave = "Leave at least 5 business days after the day on which you wrote last."
    assert text.count(leave) == 1
    assert text.index("Check in again") < text.index(leave)
    assert "If you've written, leave at least 5 business days after that." in text


# An offer, and the day for the answer

ASK = "Call or write to them today, Sunday 22 November, and ask whether the offer still stands."


@pytest.mark.parametrize(
    ("on", "by_on", "sentence"),
    [
        # Fri 20: Mon 23, Tue, Wed, Thu, Fri 27 November
        ("2026-11-20", "", "There is time to think."),
        ("2026-11-12", "2026-11-23", "There is time to think."),
        ("2026-11-12", "2026-11-22", "Your answer is due today, Sunday 22 November."),
        (
            "2026-11-12",
            "2026-11-18",
            f"Their date for your answer, Wednesday 18 November, has passed. {ASK}",
        ),
        # Thu 12: Fri 13, Mon 16, Tue, Wed, Thu 19 November
        (
            "2026-11-12",
            "",
            f"The date that we planned with, Thursday 19 November, has passed. {ASK}",
        ),
    ],
)
def test_there_is_time_to_think_only_before_the_day_for_the_answer(
    on: str, by_on: str, sentence: str
) -> None:
    offer = {"kind": "offer", "on": on, "by_on": by_on}
    text = text_of(SUNDAY, ended_on="2026-11-06", events=[offer])
    assert text.splitlines()[1] == f"You have an offer. {sentence}"


def test_a_day_on_which_offices_usually_close_is_said_and_can_be_switched_off() -> None:
    # Good Friday 2027 is 26 March, and the Monday after it a public holiday in Hong Kong
    record = {"ended_on": "2027-03-24", "country": "HK", "promise": "within two working days"}
    usual = answer_to(asked(record, date(2027, 3, 25)))
    assert "Friday 26 March: Good Friday (no law closes it, but most offices do)" in usual["html"]
    assert "by Tuesday 30 March" in usual["text"]
    open_then = answer_to(asked(record | {"open_on_usual_days": True}, date(2027, 3, 25)))
    assert "Good Friday" not in open_then["html"]
    assert "by Friday 26 March" in open_then["text"]


def test_each_fold_that_the_reader_opens_has_an_id_of_its_own() -> None:
    html = answer_to(asked({"ended_on": "2026-11-20", "country": "US"}, FRIDAY))["html"]
    folds = re.findall(r"<details.*?</summary>", html, re.DOTALL)
    ids = [re.findall(r' id="([^"]+)"', fold) for fold in folds]
    assert ["other-check-in-1"] in ids
    assert all(len(each) == 1 for each in ids)
    assert len(set(map(tuple, ids))) == len(ids)

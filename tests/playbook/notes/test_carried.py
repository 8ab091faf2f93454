"""What a letter carries from the form: typed facts told to the right person, and one of them in each later letter."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from playbook.content import read_toml
from playbook.tools.notes.model import Note
from playbook.tools.notes.reading import sentences
from tests.playbook.notes.records import answer, notes_of

CASES = read_toml(Path(__file__).with_suffix(".toml"))

TEACHER: dict[str, Any] = {
    "country": "GB",
    "ended_on": "2026-11-27",
    "format": "in-person",
    "employer": "Kirkmoor High School",
    "role": "Teacher of Modern Languages",
    "interviewers": [
        {"name": "Mrs MacLeod", "title": "Headteacher", "said": "we don't do shouting here"},
        {"name": "Mr Innes", "said": "S3 uptake has doubled since they brought back the exchange"},
    ],
    "contact_name": "Mrs MacLeod",
    "highlights": "The exchange with Lyon; the pupil panel (loved their questions!!)",
    "missed": "I ran the Erasmus trip in 2019",
    "proofs": [{"did": "I rewrote the S2 course", "result": "Uptake at S3 went from 34 to 61."}],
    "draws": "It's the school I'd send my own children to",
    "sure": "sure",
    "promise": "Monday",
    "my_name": "Fiona Drummond",
    "my_phone": "0131 496 0000",
}
CASHIER: dict[str, Any] = {
    "country": "US",
    "ended_on": "2026-11-27",
    "employer": "Bullseye Mart",
    "role": "assistant manager",
    "interviewers": [
        {"name": "Jennifer", "said": "we promote from within like 80 percent of the time"},
        {"name": "Marcus", "said": "closing is the hard part"},
    ],
    "highlights": "how you guys do the holiday hiring and also the new pickup thing",
    "missed": "I ran a crew of 12. We had the best times in the district.",
    "draws": "I want to move up",
    "sure": "sure",
    "my_name": "Tyler Brandt",
    "my_phone": "6145550177",
}
SUNDAY = date(2026, 11, 29)
LATER = {
    "check-in-1": date(2026, 12, 10),
    "check-in-2": date(2026, 12, 18),
    "new-date": date(2026, 12, 5),
    "feedback-request": date(2026, 12, 8),
    "rejection-thanks": date(2026, 12, 8),
    "stay-in-touch": date(2027, 1, 8),
}
NEW_DATE = {"kind": "answered", "on": "2026-12-05", "by_on": "2026-12-15"}


def letters(record: dict[str, Any], kind: str, **more: Any) -> list[Note]:
    events = [NEW_DATE] if kind == "new-date" else []
    typed = {"events": events, **record, "note_kind": kind, **more}
    return list(notes_of(typed, LATER.get(kind, SUNDAY)))


def text(record: dict[str, Any], kind: str, **more: Any) -> str:
    return letters(record, kind, **more)[0].text


ONCE_TOLD = ("Lyon", "S2 course", "children", "shouting", "hiring", "promote", "crew", "move up")
SET_UP = {"contact_name": "Sam from HR", "contact_email": "hr@school.example"}


@pytest.mark.parametrize(("draws", "reason"), CASES["weeks_after_a_no_the_wish_has_its_reason"])
def test_weeks_after_a_no_the_wish_has_its_reason_where_it_is_none_of_ones_own(
    draws: str, reason: str
) -> None:
    written = text(TEACHER, "stay-in-touch", draws=draws)
    assert (
        "It was good to hear about the exchange with Lyon.\n\nI'm writing to keep in touch. "
        f"I'd still very much like to work with you{reason}. "
        "If another job like this comes up, please keep me in mind."
    ) in written


NEWS = {"news": "I passed my driving test"}
DRAWS = "I'd still very much like the job, because it's the school I'd send my own children to."
LYON = "It was good to hear about the exchange with Lyon, and I loved the pupil panel's questions. I'm still very"


@pytest.mark.parametrize(
    ("record", "first", "second"),
    CASES["each_check_in_comes_back_to_the_next_thing_and_news_come_first"],
)
def test_each_check_in_comes_back_to_the_next_thing_and_news_come_first(
    record: dict[str, Any], first: str, second: str
) -> None:
    assert first in text(record, "check-in-1")
    sent = {"events": [{"kind": "check-in-sent", "on": "2026-12-10"}]}
    assert second in text(record, "check-in-2", **sent)


def test_somebody_who_was_not_there_hears_nothing_of_the_talk_while_they_decide() -> None:
    for kind in ("check-in-1", "check-in-2"):
        assert "Lyon" not in text(TEACHER | SET_UP, kind)


@pytest.mark.parametrize("draws", ["I want to move up", "to learn from you", "n/a", ""])
def test_what_the_job_does_for_the_reader_stands_in_no_check_in(draws: str) -> None:
    for kind in ("check-in-1", "check-in-2"):
        assert "move up" not in text(TEACHER, kind, draws=draws)
        assert "learn" not in text(TEACHER, kind, draws=draws)


@pytest.mark.parametrize("kind", ["new-date", "feedback-request"])
@pytest.mark.parametrize("record", [TEACHER, CASHIER])
def test_a_reply_and_a_question_come_back_to_nothing(record: dict[str, Any], kind: str) -> None:
    written = text(record, kind)
    assert not [word for word in ONCE_TOLD if word in written]
    assert "because" not in written


@pytest.mark.parametrize(
    ("promise", "asks"),
    [
        ("by Friday", "Is there any news yet, or a new date for your decision?"),
        ("gimme a week", "Is there any news yet, or do you know when you will decide?"),
        ("", "Is there any news yet, or do you know when you will decide?"),
    ],
)
def test_a_check_in_asks_for_the_day_that_the_reader_can_wait_for(promise: str, asks: str) -> None:
    assert asks in text(TEACHER, "check-in-1", promise=promise)
    second = text(TEACHER, "check-in-2", promise=promise)
    assert "Has the job been filled, or are you still deciding?" in second


@pytest.mark.parametrize("record", [TEACHER, CASHIER, TEACHER | SET_UP, CASHIER | SET_UP])
def test_one_typed_thing_never_stands_in_both_check_ins_and_seldom_anywhere(
    record: dict[str, Any],
) -> None:
    written = {kind: letters(record, kind)[0].text for kind in ("thank-you-email", *LATER)}
    for word in ONCE_TOLD:
        assert sum(word in each for each in written.values()) <= 4
        assert not (word in written["check-in-1"] and word in written["check-in-2"])


@pytest.mark.parametrize(
    ("typed", "line"), CASES["thanks_after_a_no_come_back_to_one_thing_in_a_few_words"]
)
def test_thanks_after_a_no_come_back_to_one_thing_in_a_few_words(
    typed: dict[str, str], line: str
) -> None:
    rest = {key: value for key, value in typed.items() if key != "said"}
    people = [{"name": "Mrs MacLeod", "said": typed.get("said", "")}]
    assert line in text({**TEACHER, "interviewers": people, **rest}, "rejection-thanks")


@pytest.mark.parametrize("kind", ["rejection-thanks", "feedback-request", "stay-in-touch"])
@pytest.mark.parametrize(
    "boast",
    [
        "we promote from within like 80 percent of the time",
        "no one's a number here mate",
        "the junior doctors listen to the nurses here",
        "how you promote your own people",
        "your culture",
        "how they train and the fact you get a buddy for the first 6 months",
    ],
)
def test_after_a_no_no_boast_is_told_back_and_nothing_is_argued(kind: str, boast: str) -> None:
    for field in ("said", "highlights", "learned"):
        people = [{"name": "Mrs MacLeod", "said": boast if field == "said" else ""}]
        record = {**TEACHER, "highlights": "", "draws": "", "interviewers": people, field: boast}
        written = text(record, kind)
        assert "hear" not in written.replace("glad to hear about it", "")
        assert "because" not in written


@pytest.mark.parametrize("kind", LATER)
def test_no_letter_says_how_often_somebody_thinks_of_it(kind: str) -> None:
    for record in (TEACHER, CASHIER):
        written = text(record, kind)
        for claim in ("often", "still think", "more than once", "stayed with me", "thinking"):
            assert claim not in written


def test_a_bare_skill_stands_in_the_thanks_and_nowhere_else() -> None:
    cook = {**TEACHER, "missed": "I can butcher", "proofs": [], "promise": "in a month"}
    for kind in ("thank-you-email", "thank-you-handwritten"):
        assert "I can butcher" in text(cook, kind)
    for kind in LATER:
        assert "butcher" not in text(cook, kind)


def test_what_they_said_and_what_was_done_are_two_paragraphs_with_a_hinge() -> None:
    innes = letters(TEACHER, "thank-you-email")[1].text
    assert "S3 uptake has doubled since you brought back the exchange.\n\n" in innes
    assert "In my own work, I also rewrote the S2 course, and uptake at S3 went" in innes
    assert innes.count("S2 course") == 1
    proved = {"proofs": [{"did": "ran a crew of 12", "result": ""}]}
    marcus = letters(CASHIER, "thank-you-email", **proved)[1].text
    assert ", and for telling me that closing is the hard part.\n\n" in marcus
    assert "crew of 12" not in marcus
    erasmus = text(TEACHER, "thank-you-email", highlights="how you run the Erasmus trip")
    assert "Thank you, too, for explaining how you run the Erasmus trip.\n\n" in erasmus
    assert "I meant to mention that I ran the Erasmus trip in 2019." in erasmus
    one = {"missed": "", "proofs": [{"did": "built a greenhouse"}]}
    for remark in ("we build handrails for schools", "we don't do shouting here"):
        people = [{"name": "Mrs MacLeod", "said": remark}]
        written = text(TEACHER, "thank-you-email", interviewers=people, **one)
        assert "\n\nI built a greenhouse." in written


def test_in_a_group_each_remark_keeps_its_speaker() -> None:
    third = {"interviewers": [*TEACHER["interviewers"], {"name": "Josie"}]}
    (note,) = letters(TEACHER, "thank-you-group", **third)
    assert "Mr Innes, it was good to hear that S3 uptake has doubled" in note.text
    hours = {"name": "Josie", "said": "nobody goes on nights in the first 6 weeks"}
    (note,) = letters(TEACHER, "thank-you-group", interviewers=[*TEACHER["interviewers"], hours])
    assert "nights" not in note.text


def test_hours_open_no_note_where_anything_else_was_typed() -> None:
    hours = [{"name": "Karen", "said": "nobody goes on nights in the first 6 weeks"}]
    written = text(TEACHER, "thank-you-email", interviewers=hours, contact_name="")
    assert "nights" not in written
    assert "It was good to hear about the exchange with Lyon" in written
    bare = {"highlights": "", "missed": "", "proofs": [], "draws": ""}
    assert "nights" in text(TEACHER, "thank-you-email", interviewers=hours, **bare)


@pytest.mark.parametrize(
    ("typed", "offered"), CASES["no_card_comes_after_the_visit_that_was_agreed"]
)
def test_no_card_comes_after_the_visit_that_was_agreed(
    typed: dict[str, Any], *, offered: bool
) -> None:
    (card, *_) = letters(TEACHER, "thank-you-handwritten", **{"promise": "in a month", **typed})
    assert card.sendable is offered
    assert card.is_blank is not offered


def test_after_a_visit_the_question_is_about_more_than_the_talk() -> None:
    shift = {"promised": [{"what": "Come for a trial shift", "by_on": "2026-12-01"}]}
    asks = "What could I have done better on the trial shift"
    assert asks in text(TEACHER, "feedback-request", **shift)
    assert "our interview" not in text(TEACHER, "feedback-request", **shift)
    assert "What could I have done better in our interview?" in text(TEACHER, "feedback-request")


def test_whoever_was_told_of_a_text_says_where_to_send_it() -> None:
    to_text_later = {"promise": "he said hed text me", "contact_name": ""}
    one = {"interviewers": [{"name": "Gareth", "said": "I started as an apprentice too"}]}
    as_mail, as_text = letters(TEACHER, "thank-you-email", **to_text_later, **one)
    assert "I look forward to your text, and my number is below." in as_mail.text
    assert "started as an apprentice too" in as_text.text
    assert "number" not in as_text.text
    assert "number" not in text(TEACHER, "thank-you-email", **to_text_later, **one, my_phone="")


def test_a_day_of_the_week_that_has_passed_is_asked_about() -> None:
    for promise, asked in (("Friday", True), ("Friday 27 November", False), ("next week", False)):
        given = {"promise": promise, "ended_on": "2026-11-25"}
        (note, *_) = letters(TEACHER, "check-in-1", **given)
        assert ("which-day" in [each.check for each in note.findings]) is asked


def test_what_the_reader_may_need_themselves_stands_in_no_letter_of_thanks() -> None:
    needs = {"missed": "I use Access to Work, so an interpreter costs you nothing"}
    for kind in ("thank-you-email", "thank-you-handwritten", *LATER):
        assert "Access to Work" not in text(TEACHER, kind, proofs=[], **needs)
    left = letters(TEACHER, "thank-you-email", **needs)[0].left_out
    assert "adjustments" in [each.why for each in left]


def test_a_you_that_is_anybody_is_told_as_staff() -> None:
    how = "how they do the preceptorship and the fact you get a buddy for the first 6 months"
    assert (
        "Thank you, too, for explaining how you do the preceptorship,"
        " and that new staff get a buddy for the first 6 months."
    ) in text(TEACHER, "thank-you-email", highlights=how)
    laptop = text(TEACHER, "thank-you-email", highlights="that you get your own laptop")
    assert "staff get their own laptop" in laptop
    busy = text(TEACHER, "thank-you-email", highlights="how you get 200 visitors a day")
    assert "how you get 200 visitors a day" in busy


def test_a_liking_in_brackets_is_told() -> None:
    note = letters(TEACHER, "thank-you-email")[0]
    assert "the exchange with Lyon, and I loved the pupil panel's questions." in note.text
    assert "aside" not in [each.why for each in note.left_out]


def test_a_reason_about_oneself_is_joined_with_what_they_offer() -> None:
    note = letters(CASHIER, "thank-you-email")[0]
    assert (
        "I want to move up, so I was glad to hear that you promote from within about 80 percent of the time."
        " I'd very much like the job"
    ) in note.text
    assert note.text.count("promote") == 1
    assert "It was good to hear how you do the holiday hiring" in note.text
    assert "promote" in letters(CASHIER, "thank-you-handwritten")[0].text
    assert "about-yourself" not in [each.check for each in note.findings]
    alone = text(CASHIER, "thank-you-email", interviewers=[{"name": "Jennifer"}])
    assert "I want to move up, and I'd very much like to do that at Bullseye Mart." in alone


def test_the_place_is_named_and_no_it_begins_the_sentence() -> None:
    for kind in ("thank-you-email", "thank-you-group"):
        assert (
            "Yours is the school I'd send my own children to, and I'd very much like the job."
        ) in text(TEACHER, kind)


def test_an_open_question_is_no_doubt() -> None:
    for sure, wish in (("sure", "I'd very much like"), ("", "I'd like")):
        assert wish in text(TEACHER, "thank-you-email", sure=sure, draws="", proofs=[])
        assert "I am interested" not in text(TEACHER, "thank-you-email", sure=sure, draws="")
        assert wish in text(TEACHER, "thank-you-handwritten", sure=sure, promise="in a month")
    unsure = text(TEACHER, "thank-you-email", sure="not-sure", draws="", proofs=[], missed="")
    assert "I'd like the" not in unsure
    assert "very much" not in unsure


def test_only_what_was_forgotten_was_meant_to_be_mentioned() -> None:
    assert (
        "I meant to mention that I ran the Erasmus trip in 2019."
        " I also rewrote the S2 course, and uptake at S3 went from 34 to 61."
    ) in text(TEACHER, "thank-you-email")
    alone = text(TEACHER, "thank-you-email", proofs=[])
    assert "\n\nI meant to mention that I ran the Erasmus trip in 2019.\n\n" in alone


def test_no_two_people_read_the_same_sentence_about_the_reader() -> None:
    first, second = letters(CASHIER, "thank-you-email")
    both = set(sentences(first.letter.body)) & set(sentences(second.letter.body))
    assert not [each for each in both if "crew" in each or "district" in each]


def test_a_group_is_two_people_and_each_point_has_its_speaker() -> None:
    (note,) = letters(TEACHER, "thank-you-group")
    assert "Mrs MacLeod, I liked what you said about there being no shouting." in note.text
    assert "Mr Innes, it was good to hear that S3 uptake has doubled" in note.text
    (alone,) = letters(TEACHER, "thank-you-group", interviewers=TEACHER["interviewers"][:1])
    assert not alone.sendable
    assert alone.is_blank
    assert not alone.gaps
    (why,) = [each for each in alone.findings if each.blocks]
    assert why.text.startswith("You met one person")


def test_a_card_has_what_was_heard_and_the_wish_and_is_offered_while_it_can_be_posted() -> None:
    driver = {
        "country": "NZ",
        "ended_on": "2026-11-28",
        "employer": "Southline Freight",
        "role": "Class 5 driver",
        "interviewers": [{"name": "Wiremu", "said": "no one's a number here mate"}],
        "missed": "got my DG endorsement",
        "highlights": "yeah the run to Taupo",
        "my_name": "Dave",
    }
    assert text(driver, "thank-you-handwritten") == (
        "Dear Wiremu,\n\nThank you for your time on Saturday. I was glad to hear that no one's a number with"
        " you, and to hear about the run to Taupo."
        "\n\nI've got my DG endorsement. It would be good to work with you at Southline Freight."
        "\n\nWith many thanks,\nDave"
    )
    (late,) = notes_of({**driver, "note_kind": "thank-you-handwritten"}, date(2026, 12, 20))
    assert not late.sendable
    assert [each.check for each in late.findings if each.blocks] == ["no-card"]


@pytest.mark.parametrize("promise", ["he said hed text me", "they will WhatsApp", "by txt Friday"])
def test_whoever_said_that_they_text_is_written_a_text_as_well(promise: str) -> None:
    one = {"interviewers": [{"name": "Gareth", "said": "we train our own people"}]}
    for kind in ("thank-you-email", "check-in-1"):
        as_mail, as_text = letters({**TEACHER, **one, "promise": promise}, kind, contact_name="")
        assert as_mail.letter.subject
        assert not as_text.letter.subject
        assert as_text.sendable
        assert len(as_text.letter.body.split()) <= 35
        assert "I'd very much like the job." in as_text.text or (
            "I'm still very interested in it." in as_text.text
        )
    assert len(letters(TEACHER, "thank-you-email")) == 2


def test_a_visit_that_was_agreed_and_has_passed_is_what_is_thanked_for() -> None:
    agreed = {"promised": [{"what": "Come for a trial shift on Tuesday"}], "promise": ""}
    assert "Thank you for the trial shift on Tuesday 1 December" in text(
        TEACHER, "check-in-1", **agreed
    )
    (call,) = notes_of({**TEACHER, **agreed, "note_kind": "phone-script"}, LATER["check-in-1"])
    assert "I came in for my interview on Friday 27 November, and for the trial shift" in call.text


def test_their_words_about_when_stay_theirs() -> None:
    asked = {"promise": "WITHIN THE WEEK", "contact_name": ""}
    assert "hearing from you within the week" in text(TEACHER, "thank-you-email", **asked)
    written = text(TEACHER, "check-in-1", **asked)
    assert "I'd hear within the week, so" in written


def test_after_their_day_nobody_looks_forward_to_it() -> None:
    passed = {"promise": "by Friday", "ended_on": "2026-11-25"}
    assert "look forward" not in text(TEACHER, "thank-you-email", **passed)
    assert "look forward" in text(TEACHER, "thank-you-email")


def test_a_new_date_is_named_whatever_they_said_before() -> None:
    assert "that I'll hear by Tuesday 15 December." in text(
        TEACHER, "new-date", promise="gimme a week"
    )
    past = {"kind": "answered", "on": "2026-11-28", "by_on": "2026-12-01"}
    (note,) = letters(TEACHER, "new-date", events=[past])
    assert not note.sendable


def test_remarks_and_numbers_are_those_of_the_country() -> None:
    (note,) = notes_of({**CASHIER, "note_kind": "check-in-1", "promise": "by December 4"}, SUNDAY)
    early = " ".join(each.text for each in note.findings)
    assert "Too early until Tuesday, December 8" in early
    assert "614-555-0177" in note.text
    shown = answer({**CASHIER, "note_kind": "check-in-1"}, SUNDAY)["html"]
    assert "December" in shown
    assert " December" not in shown.replace(", December", "").replace("by December", "")


@pytest.mark.parametrize(
    ("country", "typed", "spoken"), CASES["a_voicemail_asks_to_be_called_back"]
)
def test_a_voicemail_asks_to_be_called_back(country: str, typed: str, spoken: str) -> None:
    message = text(TEACHER, "voicemail", country=country, my_phone=typed)
    assert f"Could you call me back {spoken}?" in message


def test_a_refusal_says_why_and_asks_for_nothing() -> None:
    spanish = {
        "highlights": "cómo enseñan a la gente nueva durante las primeras semanas",
        "missed": "Trabajé tres años en una panadería y abría yo sola",
        "interviewers": [{"name": "Carmen", "said": "que aquí nadie cierra sola"}],
        "draws": "me gusta hablar con la gente",
        "proofs": [],
    }
    for kind in ("thank-you-email", "check-in-1", "news-update", "voicemail"):
        (note,) = letters(TEACHER, kind, contact_name="", **spanish)
        assert not note.sendable
        assert not note.gaps
        (why,) = [each for each in note.findings if each.blocks]
        assert why.text.startswith("We write in English only")
    (call,) = letters(TEACHER, "voicemail", my_phone="", follow_up="email")
    assert not call.gaps
    reason = next(each.text for each in call.findings if each.blocks)
    assert reason.startswith("You chose e-mail only")


@pytest.mark.parametrize(
    ("typed", "there", "not_there"), CASES["whatever_is_typed_reads_as_if_it_were_written"]
)
def test_whatever_is_typed_reads_as_if_it_were_written(
    typed: dict[str, str], there: str, not_there: str
) -> None:
    rest = {key: value for key, value in typed.items() if key != "said"}
    person = {"name": "Mrs MacLeod", "said": typed.get("said", "")}
    record = {**TEACHER, "employer": "The Kirkmoor School", "proofs": [], **rest}
    letter = text({**record, "interviewers": [person]}, "thank-you-email")
    assert there in letter
    assert not_there not in letter


def test_a_card_says_nothing_also_where_it_says_nothing_before() -> None:
    hours = [{"name": "Bec", "said": "the weekends are busy"}]
    card = {"interviewers": hours, "highlights": "that the menu changes every month"}
    written = text(
        {**TEACHER, "promise": "in a month", "contact_name": ""}, "thank-you-handwritten", **card
    )
    assert "the menu changes every month" in written
    assert "also" not in written


def test_a_text_is_no_second_letter_to_compare() -> None:
    one = {"interviewers": [{"name": "Gareth"}], "contact_name": "", "promise": "he'll text me"}
    for note in letters({**TEACHER, **one}, "thank-you-email"):
        assert "alike" not in [each.check for each in note.findings]


def test_whoever_said_it_hears_all_that_answers_it() -> None:
    innes = letters(TEACHER, "thank-you-email")[1].text
    assert innes.index("I ran the Erasmus trip") < innes.index("rewrote the S2 course")


def test_the_work_comes_before_what_the_reader_may_need() -> None:
    people = [{"name": "Helena", "said": "they've booked a BSL interpreter for every interview"}]
    written = text(
        TEACHER, "thank-you-email", interviewers=people, highlights="how you publish data"
    )
    work, need = written.index("how you publish data"), written.index("BSL interpreter")
    assert work < need
    assert "It was also encouraging to hear that you've booked a BSL interpreter" in written


def test_what_all_of_them_told_is_thanked_for_to_all_of_them() -> None:
    how = "how you choose the pupil panel"
    (note,) = letters(TEACHER, "thank-you-group", highlights=how)
    assert "Thank you both, too, for explaining how you choose the pupil panel." in note.text

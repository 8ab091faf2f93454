"""Letters some time after the talk: who told what, a visit since then, news, and who is written to at all."""

from datetime import date
from typing import Any

import pytest

from playbook.tools.notes.model import Note
from tests.playbook.notes.records import answer, notes_of

GREG = {
    "ended_on": "2026-11-25",
    "employer": "Fairlea Markets",
    "role": "Store Manager",
    "country": "GB",
    "interviewers": [{"name": "Tasha"}, {"name": "Greg P."}],
    "contact_name": "Greg P.",
    "promise": "Greg said he'd let us all know Friday",
    "news": "our deli passed its inspection",
    "sure": "sure",
    "my_name": "LaKeisha Monroe",
    "my_phone": "5135550188",
}
LATER = date(2026, 12, 10)


def written(kind: str, today: date = LATER, **more: Any) -> Note:
    return notes_of({**GREG, "note_kind": kind, **more}, today)[0]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "You said I'd hear on Friday 27 November, so"),
        (
            {"contact_name": "Tasha"},
            "Greg said I'd hear on Friday 27 November, so",
        ),
        ({"promise": "by Friday"}, "I was told I'd hear by Friday 27 November"),
        (
            {"promise": "gimme a week", "interviewers": [{"name": "Greg P."}]},
            "You asked me to give it a week, so",
        ),
        ({"promise": "give us a couple of weeks"}, "I was asked to give it a couple of weeks, so"),
        ({"contact_for": "agency", "promise": "by Friday"}, "They said I'd hear"),
    ],
)
def test_whoever_said_when_is_named_as_the_reader_named_them(
    more: dict[str, Any], sentence: str
) -> None:
    assert sentence in written("check-in-1", **more).text


@pytest.mark.parametrize(
    ("kind", "does"),
    [
        ("check-in-1", "It thanks them for"),
        ("stay-in-touch", "It thanks them for"),
        ("phone-script", "It mentions"),
        ("voicemail", "It mentions"),
        ("check-in-2", ""),
    ],
)
def test_after_a_visit_no_letter_speaks_of_the_talk_as_the_last_time(kind: str, does: str) -> None:
    promised: dict[str, Any] = {
        "promised": [{"what": "Come for a trial shift on Tuesday"}],
        "promise": "",
    }
    note = written(kind, **promised)
    assert "meeting me" not in note.text
    assert "We spoke on" not in note.text
    remarks = [each.text for each in note.findings if each.check == "visit-since"]
    ends = "the trial shift. If it didn't take place, take that out."
    assert remarks == [f"{does} {ends}"] * bool(does)
    assert "visit-since" not in [each.check for each in written(kind).findings]


def test_news_before_their_day_asks_for_nothing_and_is_not_too_early() -> None:
    before = written("news-update", date(2026, 11, 26))
    assert "There is no need to reply to this." in before.text
    assert "?" not in before.text
    assert "not-yet" not in [each.check for each in before.findings]
    after = written("news-update", date(2026, 12, 8))
    assert "Is there any news yet?" in after.text


def test_a_second_check_in_blames_nobody_and_wants_the_job_as_much() -> None:
    events = [{"kind": "check-in-sent", "on": "2026-12-01"}]
    text = written("check-in-2", events=events).text
    assert "I'd still very much like the job." in text
    assert "I wrote to you" not in text
    assert text.partition("\n\n")[2].startswith(
        "I wrote on Tuesday 1 December about my interview on Wednesday 25 November for the Store Manager role"
    )
    assert "inspection" not in text


def test_news_is_told_weeks_later_unless_they_have_heard_it() -> None:
    text = written("stay-in-touch", date(2027, 1, 8)).text
    assert "Since then, our deli passed its inspection." in text
    events = [{"kind": "check-in-sent", "on": "2026-12-01"}]
    assert "inspection" not in written("stay-in-touch", date(2027, 1, 8), events=events).text
    passed = written("stay-in-touch", date(2027, 1, 8), news="passed the medical").text
    assert "Since then, I've passed the medical." in passed


def test_weeks_later_the_month_is_enough_and_an_inside_candidate_is_considered() -> None:
    note = written("stay-in-touch", date(2027, 1, 8))
    assert "in November" in note.text
    assert note.letter.subject == "Keeping in touch - Store Manager"
    nameless = written("stay-in-touch", date(2027, 1, 8), role="")
    assert nameless.letter.subject == "Keeping in touch after my interview in November"
    assert "like to work with you. If another job like this comes up, please keep me" in note.text
    people = [{"name": "Tasha (my manager)"}, {"name": "Greg P."}]
    inside = written("stay-in-touch", date(2027, 1, 8), interviewers=people)
    assert "I'd be glad to be considered." in inside.text
    assert "your team" not in inside.text


def test_nobody_keeps_in_touch_by_letter_with_whom_they_see_at_work() -> None:
    people = [{"name": "Tasha (my manager)"}]
    note = written("stay-in-touch", interviewers=people, contact_name="")
    assert not note.sendable
    assert note.is_blank
    assert "no-letter-to-colleague" in [each.check for each in note.findings]


def test_hope_is_said_by_whoever_did_not_say_they_were_unsure() -> None:
    for sure in ("sure", ""):
        text = written("rejection-thanks", sure=sure).text
        assert "I had hoped for a different answer, but " in text
    assert "hoped" not in written("rejection-thanks", sure="not-sure").text


def test_thanks_after_a_no_and_a_question_after_it_do_not_begin_alike() -> None:
    thanks, asks = (written(kind).text for kind in ("rejection-thanks", "feedback-request"))
    assert thanks.split("\n\n")[1] != asks.split("\n\n")[1]
    assert "I'd like to learn from it, so may I ask you one thing?" in asks
    assert "What could I have done better in our interview" in asks
    assert asks.count("?") == 2


def test_inside_a_firm_the_question_is_about_the_next_time() -> None:
    people = [{"name": "Tasha (my manager)"}, {"name": "Greg P."}]
    asks = written("feedback-request", interviewers=people).text
    assert "What should I work on first, so that I am ready when a job like this comes up" in asks
    assert "your team" not in asks


def test_whoever_was_not_there_is_asked_what_the_others_said() -> None:
    text = written("feedback-request", contact_name="Sam from HR").text
    assert "Did Tasha or Greg mention anything that I should work on?" in text


@pytest.mark.parametrize(
    ("typed", "spoken"),
    [
        ("5135550188", "513 555 0188"),
        ("07700900456", "07700 900 456"),
        ("513-555-0188", "513-555-0188"),
        ("+44 113 496 0123", "+44 113 496 0123"),
    ],
)
def test_a_number_is_said_twice_and_in_groups(typed: str, spoken: str) -> None:
    assert written("voicemail", my_phone=typed).text.count(spoken) == 2


def test_a_call_asks_first_and_knows_what_to_say_where_there_is_no_news() -> None:
    text = written("phone-script").text
    assert ", about the Store Manager role. Is this a good moment?\n\n" in text
    for case in ("it's a bad moment", "they don't know yet", "it's a no", "it's an offer"):
        assert f"\n\nIf {case}: " in text


@pytest.mark.parametrize("kind", ["check-in-1", "phone-script", "feedback-request"])
def test_who_writes_another_language_is_offered_no_letter_in_english(kind: str) -> None:
    typed: dict[str, Any] = {
        "highlights": "cómo enseñan a la gente nueva durante las primeras semanas",
        "missed": "Trabajé tres años en una panadería y abría yo sola",
    }
    note = written(kind, **typed)
    assert not note.sendable
    assert "all-foreign" in [each.check for each in note.findings]
    assert "all-foreign" not in [each.check for each in written(kind, missed="µ").findings]


def test_the_outline_of_a_letter_in_another_language_has_the_words_that_were_typed_for_it() -> None:
    typed: dict[str, Any] = {
        "highlights": "cómo enseñan a la gente nueva durante las primeras semanas",
        "missed": "Trabajé tres años en una panadería y abría yo sola",
    }
    alone: dict[str, Any] = {"interviewers": [{"name": "Greg P."}], "news": "", **typed}
    thanks, later = (
        next(each.text for each in written(kind, **alone).findings if each.check == "all-foreign")
        for kind in ("thank-you-email", "check-in-1")
    )
    assert "in this order: thanks for the time, one thing from the talk" in thanks
    for words in typed.values():
        assert f"'{words}'" in thanks
    assert "typed words" not in later


def test_names_in_remarks_are_written_as_names() -> None:
    record = GREG | {"interviewers": [{"name": "gareth"}], "contact_name": "", "promise": ""}
    text = answer(record | {"note_kind": "phone-script"}, LATER)["text"]
    assert "Check in with Gareth" in text
    assert "gareth" not in text


def test_a_long_title_is_cut_in_the_subject() -> None:
    role = "Teacher of Modern Languages (French with Spanish), maternity cover"
    subject = written("thank-you-email", role=role).letter.subject
    assert subject == "Thank you for your time - Teacher of Modern Languages"


def test_over_a_screen_and_through_an_interpreter_people_have_met() -> None:
    assert "for meeting me" in written("check-in-1", format="video").text
    signed = [{"name": "Greg P."}, {"name": "Jo (BSL interpreter)"}]
    assert "for meeting me" in written("check-in-1", interviewers=signed).text
    assert "for speaking with me" in written("check-in-1", format="phone").text


def test_a_reason_about_oneself_and_a_name_in_capitals_are_remarked_on() -> None:
    loud = {"employer": "CALLBRIDGE", "role": "CUSTOMER SERVICE AGENT", "draws": "I WANT TO GROW"}
    remarks = {
        each.check: each.text
        for each in notes_of({**GREG, **loud, "note_kind": "thank-you-group"})[0].findings
    }
    assert "if they write it 'Callbridge', change it above" in remarks["name-in-capitals"]
    assert "says what the job does for you" in remarks["about-yourself"]
    kind = {"draws": "I want to grow with your team", "note_kind": "thank-you-group"}
    calm = [each.check for each in notes_of({**GREG, **kind})[0].findings]
    assert not {"name-in-capitals", "about-yourself"} & set(calm)


def test_a_second_check_in_names_the_job_and_feigns_no_gladness() -> None:
    events = [{"kind": "check-in-sent", "on": "2026-12-01"}]
    text = written("check-in-2", events=events, sure="").text
    assert "I'd still like the job." in text
    assert "Has the job been filled, or are you still deciding?" in text
    assert "It would help to know either way." in text


@pytest.mark.parametrize(
    ("promise", "opens"),
    [
        ("he said hed text me", "I know that you said you'd text me, and I thought I'd check in."),
        ("they will ring", "I know that you said you'd ring me, and I thought I'd check in."),
        ("she'll whatsapp", "I know that you said you'd message me, and I thought I'd check in."),
        ("I'm to call them back", "Store Manager role at Fairlea Markets.\n\n"),
        ("they need to call in the team", "Store Manager role at Fairlea Markets.\n\n"),
        ("", "Store Manager role at Fairlea Markets.\n\n"),
    ],
)
def test_a_promise_without_a_day_is_a_reason_to_write(promise: str, opens: str) -> None:
    one: dict[str, Any] = {"interviewers": [{"name": "Dana"}], "contact_name": "", "news": ""}
    assert opens in written("check-in-1", promise=promise, **one).text


def test_whoever_has_several_jobs_on_the_desk_hears_which_one_it_is() -> None:
    more: dict[str, Any] = {"role": "Band 5 Staff Nurse, Ward 12", "contact_name": "Sam from HR"}
    for kind in ("check-in-1", "check-in-2", "news-update"):
        assert "Band 5 Staff Nurse role (Ward 12)" in written(kind, **more).text
        assert "(Ward 12)" not in written(kind, role="Band 5 Staff Nurse, Ward 12").text


@pytest.mark.parametrize("kind", ["phone-script", "voicemail"])
@pytest.mark.parametrize(
    ("role", "spoken"),
    [
        ("Band 5 Staff Nurse, Ward 12", "the Band 5 Staff Nurse role on Ward 12."),
        ("Staff Nurse (ward 3b)", "the Staff Nurse role on Ward 3B."),
        ("Staff Nurse (children's ward)", "the Staff Nurse role."),
        ("HR Generalist (3 days)", "the HR Generalist role."),
    ],
)
def test_on_the_phone_nobody_hears_brackets(kind: str, role: str, spoken: str) -> None:
    text = written(kind, role=role, contact_name="Sam from HR").text
    assert spoken in text
    assert "(" not in text


def test_what_is_said_or_texted_has_no_that_before_a_whole_sentence() -> None:
    called = written("phone-script", promise="by Friday", note_tone="formal").text
    assert "I was told I would hear by Friday 27 November." in called
    heard = [{"kind": "answered", "on": "2026-12-09", "by_on": "2026-12-15"}]
    texted = written("new-date", events=heard, note_form="text").text
    assert "Thanks for letting me know I'll hear by Tuesday 15 December." in texted
    mailed = written("new-date", events=heard).text
    assert "Thank you for letting me know that I'll hear by Tuesday 15 December." in mailed


@pytest.mark.parametrize("contact_for", ["", "agency"])
@pytest.mark.parametrize("contact", ["Greg P.", "Sam", ""])
@pytest.mark.parametrize("tone", ["", "warm", "formal"])
def test_a_request_for_feedback_names_the_decision_and_the_job_first(
    contact_for: str, contact: str, tone: str
) -> None:
    more: dict[str, Any] = {"contact_for": contact_for, "contact_name": contact, "note_tone": tone}
    text = written("feedback-request", **more).text
    whose = "their" if contact_for else "your"
    assert (
        f"\n\nThank you for letting me know {whose} decision about the Store Manager role." in text
    )
    assert text.count("better") <= 1


def test_no_deed_stands_alone_in_a_letter_weeks_later() -> None:
    more: dict[str, Any] = {
        "employer": "Callbridge",
        "interviewers": [{"name": "Ms Dela Cruz"}],
        "contact_name": "",
        "news": "",
        "proofs": [{"did": "handled 90 calls a day and got 96% CSAT"}],
    }
    text = written("stay-in-touch", **more).text
    assert "please keep me in mind. I wish you" in text
    assert "90 calls" not in text


def test_an_american_is_called_at_a_good_time() -> None:
    for country, asks in (("US", "Is this a good time?"), ("GB", "Is this a good moment?")):
        assert asks in written("phone-script", country=country).text
    assert "When is a good time?" in written("phone-script", country="US").text


def test_a_call_after_a_check_in_says_when_that_was() -> None:
    sent: dict[str, Any] = {"events": [{"kind": "check-in-sent", "on": "2026-12-04"}]}
    assert "I wrote on Friday 4 December." in written("phone-script", **sent).text
    assert "I wrote" not in written("phone-script").text


def test_news_is_new_to_whoever_was_not_there() -> None:
    thanked = [{"kind": "thank-you-sent", "on": "2026-11-25"}]
    to_greg = written("check-in-1", events=thanked)
    to_sam = written("check-in-1", events=thanked, contact_name="Sam from HR")
    assert "news-told" in [each.check for each in to_greg.findings]
    assert "news-told" not in [each.check for each in to_sam.findings]
    assert "passed its inspection" in to_sam.text


def test_an_answer_is_never_announced_for_a_weekend_and_their_own_day_stays() -> None:
    offer = [{"kind": "offer", "on": "2026-12-01", "by_on": "2026-12-05"}]
    today = date(2026, 12, 2)
    desk = [{"what": "a desk"}]
    counter = written("counter-offer", today, events=offer, wishes=desk)
    assert "by Friday 4 December" in counter.text
    other = [{"employer": "Norrbridge", "role": "clerk"}]
    other_letter = written("other-employer", today, events=offer, other_employers=other)
    assert "by Saturday 5 December" in other_letter.text


def test_whoever_decides_reads_what_was_done_and_no_bare_thanks() -> None:
    people = [
        {"name": "Pooja Shah", "title": "HR Executive"},
        {
            "name": "Dr. Vaishali Kulkarni",
            "title": "Lab Director",
            "said": "you train new people yourselves",
        },
    ]
    proofs = [{"did": "ran the night shift alone for a year", "result": "no sample was lost"}]
    record = {"interviewers": people, "contact_name": "Pooja Shah", "proofs": proofs}
    notes = notes_of({**GREG, "news": "", "note_kind": "thank-you-email", **record}, LATER)
    assert "I ran the night shift alone" in notes[1].text


def test_a_reference_is_warned_of_a_call_and_thanked_by_who_they_are() -> None:
    record = {"references": [{"name": "Mrs Copley"}, {"name": "Ravi"}, {"name": "Prof. Oduya"}]}
    notes = notes_of({**GREG, "note_kind": "thank-reference", **record}, LATER)
    warned = ("They may call or write to you", "You may hear from them", "They may get in touch")
    assert all(words in each.text for words, each in zip(warned, notes, strict=True))
    assert "I'm very grateful." in notes[0].text
    assert "It's a great help to know that they can ask you." in notes[1].text
    assert "I know that it takes time" in notes[2].text
    professor = record | {"references": [{"name": "Prof. Oduya"}]}
    (note,) = notes_of({**GREG, "note_kind": "thank-reference", **professor}, LATER)
    assert "I'm very grateful that you gave your time to this." in note.text


@pytest.mark.parametrize("events", [[], [{"kind": "offer", "on": "2026-11-20"}]])
def test_no_two_of_three_references_read_the_same_sentence(events: list[dict[str, str]]) -> None:
    people = [{"name": name} for name in ("Prof. Ana Ruiz", "Dr. Amit Rao", "Dr. Ellen Moss")]
    notes = notes_of(
        {**GREG, "events": events, "note_kind": "thank-reference", "references": people}, LATER
    )
    seconds = [each.text.split("\n\n")[1].split(". ", 1)[1] for each in notes]
    assert len(set(seconds)) == len(people)
    calls = [next(line for line in each.text.split(". ") if " may " in line) for each in notes]
    assert len(set(calls)) == len(people)

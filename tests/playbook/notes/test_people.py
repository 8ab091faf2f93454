"""Who was met, and what goes to whom: a remark about the reader, what nobody in particular said, colleagues."""

from tests.playbook.notes.records import answer, notes_of

TWO = {
    "ended_on": "2026-11-20",
    "interviewers": [
        {"name": "Tasha (my current manager)", "said": "that I should stop apologising"},
        {"name": "Greg", "said": "shrink is the number he looks at first"},
    ],
    "employer": "Fairlea Markets",
    "role": "Assistant Store Manager",
    "highlights": "you've had people come back after breaks",
    "my_name": "LaKeisha Monroe",
    "my_phone": "513-555-0188",
}


def written(kind: str, **more: object) -> str:
    return notes_of({**TWO, "note_kind": kind, **more})[0].text


def test_a_remark_about_the_reader_goes_to_nobody_but_whoever_made_it() -> None:
    (note,) = notes_of(TWO | {"note_kind": "thank-you-group"})
    assert "apologising" not in note.text
    (left,) = [each for each in note.findings if each.check == "left-out"]
    assert "only into the note to the person who said it" in left.text
    to_tasha = notes_of(TWO | {"note_kind": "thank-you-email"})[0]
    assert "for telling me to stop apologising" in to_tasha.text


def test_in_a_note_to_several_whoever_said_something_is_spoken_to_by_name() -> None:
    people = [{"name": "Tasha", "said": "closing is the hard part"}, TWO["interviewers"][1]]
    to_both = written("thank-you-group", interviewers=people)
    assert "Tasha, thank you for telling me that closing is the hard part." in to_both
    assert "Greg, it was helpful to hear that shrink is the number you look at first." in to_both
    for quiet in ("", "the nights are paid double"):
        people = [{"name": "Tasha", "said": quiet}, TWO["interviewers"][1]]
        to_both = written("thank-you-group", interviewers=people)
        assert "\n\nGreg, thank you for telling me that shrink is the number you look at" in to_both
        assert "paid double" not in to_both


def test_what_nobody_in_particular_said_is_put_into_no_mouth() -> None:
    alone = TWO | {"interviewers": [{"name": "Greg"}]}
    (note,) = notes_of(alone | {"note_kind": "thank-you-email"})
    assert "and for telling me that you've had people come back after breaks." in note.text
    quiet = [{"name": "Tasha"}, {"name": "Greg"}]
    first, other = notes_of(TWO | {"interviewers": quiet, "note_kind": "thank-you-email"})
    assert "that you've had people come back after breaks." in first.text
    assert "breaks" not in other.text
    for note in (first, other):
        assert "told me" not in note.text
        assert "telling me" not in note.text


def test_a_colleague_is_not_told_where_they_work_nor_wished_farewell() -> None:
    for kind in ("thank-you-email", "thank-you-handwritten", "accept", "decline", "withdraw"):
        assert "Fairlea" not in written(kind)
    for kind in ("decline", "withdraw", "rejection-thanks"):
        assert "paths" not in written(kind)
        assert "settles in" not in written(kind)


def test_hours_and_pay_stay_with_nobody() -> None:
    record = TWO | {"interviewers": [{"name": "Mike", "said": "the shifts are 4 tens"}]}
    (note,) = notes_of(record | {"note_kind": "thank-you-email", "highlights": ""})
    assert "It was helpful to hear that the shifts are 4 tens." in note.text


def test_hours_and_pay_go_onto_no_card_and_into_no_later_letter() -> None:
    record = TWO | {"interviewers": [{"name": "Mike", "said": "the shifts are 4 tens"}]}
    for kind in ("thank-you-handwritten", "stay-in-touch"):
        (note,) = notes_of(record | {"note_kind": kind, "highlights": ""})
        assert "tens" not in note.text


def test_english_that_reads_as_translated_is_told_at_its_field() -> None:
    record = TWO | {"missed": "I work there since 5 years", "note_kind": "thank-you-email"}
    remarks = [each for each in notes_of(record)[0].findings if each.check == "usage"]
    assert [(each.path, each.text) for each in remarks] == [
        ("missed", "'since 5 years': in English this is usually 'for 5 years'.")
    ]


def test_answers_in_another_language_are_told_once() -> None:
    typed = {
        "highlights": "cómo enseñan a la gente nueva durante las primeras semanas",
        "missed": "Trabajé tres años en una panadería y abría yo sola",
        "draws": "me gusta hablar con la gente",
    }
    remarks = notes_of(TWO | typed | {"note_kind": "thank-you-email"})[1].findings
    (foreign,) = [each for each in remarks if "English" in each.text]
    assert foreign.text.startswith("We left out what you wrote in 3 places")


def test_an_acceptance_asks_for_what_was_agreed() -> None:
    (bare,) = notes_of(TWO | {"note_kind": "accept"})
    assert "terms-missing" in [each.check for each in bare.findings]
    agreed = {"offers": [{"employer": "Fairlea Markets", "pay": "$52,000 a year"}]}
    (note,) = notes_of(TWO | agreed | {"note_kind": "accept"})
    assert "terms-missing" not in [each.check for each in note.findings]
    assert "the pay is $52,000 a year." in note.text


def test_a_long_thank_you_goes_without_its_polite_offer_before_it_goes_without_a_fact() -> None:
    full = {
        "missed": "I did my placement on a stroke ward last spring, and I was there for the whole of the winter",
        "proofs": [{"did": "set up a handover sheet on my placement", "result": "they use it"}],
        "learned": "the ward is getting four new beds in January, in the new wing",
        "draws": "I want to stay somewhere and get good at it, and not move on after a year as so many do",
        "promised": [{"what": "my certificate"}],
        "sure": "sure",
    }
    note = notes_of(TWO | full | {"note_kind": "thank-you-email"})[1]
    assert "please just ask" not in note.text
    assert "handover sheet" in note.text


def test_what_the_reader_adds_and_asks_goes_to_whoever_does_not_work_with_them() -> None:
    record = TWO | {"missed": "I trained 11 people", "note_kind": "thank-you-email"}
    to_tasha, to_greg = notes_of(record)
    assert "I trained 11 people" in to_greg.text
    assert "I trained 11 people" not in to_tasha.text
    assert "Hello Greg," in written("check-in-1")


def test_nobody_rings_their_own_manager_and_says_who_they_are() -> None:
    only = TWO | {"interviewers": TWO["interviewers"][:1]}
    for kind in ("phone-script", "voicemail"):
        (note,) = notes_of(only | {"note_kind": kind})
        assert not note.sendable
        assert note.is_blank
        assert "no-call-to-colleague" in [each.check for each in note.findings]
        (to_greg,) = notes_of(TWO | {"note_kind": kind})
        assert to_greg.sendable


def test_a_thank_you_that_has_none_of_the_words_typed_is_held_back() -> None:
    typed = {
        "interviewers": [{"name": "Doña Carmen", "said": "que aquí nadie cierra sola"}],
        "highlights": "cómo enseñan a la gente nueva durante las primeras semanas",
        "missed": "Trabajé tres años en una panadería y abría yo sola",
    }
    for kind in ("thank-you-email", "thank-you-handwritten"):
        (note,) = notes_of(TWO | typed | {"note_kind": kind})
        assert not note.sendable
        assert "We write in English only" in note.findings[-1].text
        assert "clearer picture" not in note.text
    (nobody,) = notes_of(TWO | typed | {"note_kind": "thank-you-group"})
    assert [each.check for each in nobody.findings if each.blocks] == ["only-one"]
    (partly,) = notes_of(TWO | typed | {"missed": "I can bake", "note_kind": "thank-you-email"})
    assert partly.sendable


def test_a_proof_that_the_reader_adds_again_is_told_once_with_its_number_and_what_came_of_it() -> (
    None
):
    twice = {
        "interviewers": [{"name": "Greg"}],
        "missed": "For six years I chaired the parents' council and did the payroll. I'm not rusty!",
        "proofs": [
            {"did": "chaired a parents' council of 40", "result": "we got the crossing built"}
        ],
        "note_kind": "thank-you-email",
    }
    (note,) = notes_of(TWO | twice)
    assert (
        "that for six years I did the payroll."
        " I also chaired a parents' council of 40, and we got the crossing built."
    ) in note.text
    assert "rusty" not in note.text
    (left,) = [each for each in note.findings if "rusty" in each.text]
    assert "it raises a doubt" in left.text


def test_another_employer_is_asked_to_hurry_only_until_a_day() -> None:
    offer = {
        "other_employers": [{"employer": "St Aldhelm's", "name": "Lisa"}],
        "note_kind": "other-employer",
    }
    for named, remarks in (({}, True), ({"by_on": "2026-11-30"}, False)):
        events = [{"kind": "offer", "on": "2026-11-20", **named}]
        (note,) = notes_of(TWO | offer | {"events": events})
        assert ("no-day-to-answer" in [each.check for each in note.findings]) == remarks


def test_whoever_has_agreed_nothing_is_warned_before_the_yes() -> None:
    record = {**TWO, "note_kind": "accept", "wishes": [{"what": "Sundays off"}]}
    warning = "Before you say yes, agree the pay, the hours and your first day."
    assert warning in answer(record)["status"]
    (note,) = notes_of(record)
    (remark,) = [each.text for each in note.findings if each.check == "terms-missing"]
    assert "and what you asked for" in remark
    agreed = {"offers": [{"employer": "Fairlea Markets", "pay": "$52,000 a year"}]}
    assert warning not in answer(record | agreed)["status"]

"""What the notes are looked at for: one situation for each check, and what it must not mind."""

from datetime import date
from typing import Any

import pytest

from playbook.tools.notes.model import Finding, Note
from playbook.tools.notes.reading import one_slip, read_text, spoken_words
from tests.playbook.notes.records import FULL, LENGTHS, TONES, answer, chosen, notes_of

BASE: dict[str, Any] = {
    "employer": "Maple Run Fabrication",
    "role": "Structural welder",
    "ended_on": "2026-11-20",
    "interviewers": [
        {"name": "Dana Whitlock", "said": "We build handrails for schools."},
        {"name": "Mr Okafor", "said": "You learn the most at the bench."},
    ],
    "other_employers": [{"employer": "Riverside Joinery"}],
    "my_name": "Luis Arredondo",
    "my_phone": "+1 614 555 0199",
    "note_kind": "thank-you-email",
}
SIGNED = "\n\nKind regards,\nLuis Arredondo\n+1 614 555 0199"
GOOD = (
    "Dear Dana Whitlock,\n\nThank you for showing me the hall, and for telling me about the"
    " handrails that you build for schools. I went home and looked at the ones at my old school"
    " with other eyes. I would be glad to work with you." + SIGNED
)


def edited(text: str, **more: object) -> Note:
    """The note to Dana in the reader's own words."""
    draft = {"key": "thank-you-email.0", "text": text, "made_from": "Hello Dana Whitlock,\n\nHi."}
    return notes_of(BASE | {"drafts": [draft], "note_length": "short"} | more)[0]


def remarks(note: Note) -> dict[str, Finding]:
    return {finding.check: finding for finding in note.findings}


def test_a_good_note_earns_no_suggestion() -> None:
    note = edited(GOOD)
    assert note.own
    assert note.findings == ()
    assert note.sendable


@pytest.mark.parametrize(
    ("check", "added", "reason"),
    [
        ("unfilled", "I liked [what they said].", "'[what they said]'"),
        ("unfilled", "My number is ____.", "'____'"),
        ("unfilled", "Dear {name}, hello.", "'{name}'"),
        ("unfilled", "I worked at XXX for years.", "'XXX'"),
        ("cliche", "I'm just checking in.", "just checking in"),
        ("cliche", "I hope this e-mail finds you well.", "hope this e-mail finds you"),
        ("slang", "Your workshop is awesome.", "awesome"),
        ("slang", "I'll call you, btw.", "Write it out in full"),
        ("pressure", "I need an answer by Monday.", "I need an answer"),
        ("begging", "I really need this job.", "I really need this job"),
        ("apology", "Sorry to bother you again.", "Sorry to bother"),
        ("exclamation", "Thank you!", "an exclamation mark"),
        ("exclamation", "Wow!! Thank you!", "3 exclamation marks"),
        ("attachment", "My certificate is attached.", "attachment"),
        ("attachment-there", "My certificate is attached, as promised.", "something is attached"),
        ("name-two-ways", "I spoke to Dana Whitlok, too.", "'Whitlok' or 'Whitlock'"),
        ("name-two-ways", "I told Mr Okáfor the same.", "'Okáfor' or 'Okafor'"),
        ("other-employer", "I look forward to joining Riverside Joinery.", "Riverside Joinery"),
        ("too-long", "We talked about one more thing then. " * 40, "words"),
    ],
)
def test_each_weakness_is_named_with_its_reason(check: str, added: str, reason: str) -> None:
    note = edited(GOOD.replace(SIGNED, f" {added}{SIGNED}"))
    assert list(remarks(note)) == [check]
    assert reason in remarks(note)[check].text
    assert note.sendable == (check != "unfilled")


@pytest.mark.parametrize(
    "harmless",
    [
        "The coolest part of the year is the best for welding.",
        "My passionfruit cake won a prize.",
        "I have Dana's and Mr Okafor's cards.",
        "Friday and Saturday suit me, and November too.",
        "The thank-you card follows by post.",
        "I heard that O'Hara's bridge is 40 years old.",
    ],
)
def test_harmless_words_are_left_alone(harmless: str) -> None:
    assert not edited(GOOD.replace(SIGNED, f" {harmless}{SIGNED}")).findings


def test_a_note_without_a_name_or_a_number_says_so() -> None:
    assert list(remarks(edited(GOOD.replace("Luis Arredondo", "L.")))) == ["no-signature"]
    without = edited(GOOD.replace("+1 614 555 0199", ""))
    assert list(remarks(without)) == ["no-contact-line"]
    assert remarks(without)["no-contact-line"].path == "my_phone"


def test_a_note_that_greets_somebody_else_says_so() -> None:
    note = edited(GOOD.replace("Dear Dana Whitlock", "Dear Mr Okafor"))
    assert list(remarks(note)) == ["wrong-person"]


def test_a_note_with_nothing_from_this_talk_asks_for_one_thing() -> None:
    bare = edited("Dear Dana Whitlock,\n\nThank you for your time on Friday. I liked it." + SIGNED)
    assert list(remarks(bare)) == ["generic-now"]
    nothing = [{"name": "Dana Whitlock"}]
    (note,) = notes_of(BASE | {"interviewers": nothing, "note_length": "short"})
    assert remarks(note)["generic"].path == "interviewers.0.said"


def test_two_notes_that_share_most_of_their_sentences_are_told_apart_by_what_was_said() -> None:
    text = GOOD.replace("Dana Whitlock", "Mr Okafor")
    drafts = [
        {"key": "thank-you-email.0", "text": GOOD, "made_from": "Hello Dana Whitlock,"},
        {"key": "thank-you-email.1", "text": text, "made_from": "Hello Mr Okafor,"},
    ]
    first, second = notes_of(BASE | {"drafts": drafts})
    assert "alike" not in remarks(first)
    alike = remarks(second)["alike"]
    assert alike.path == "interviewers.1.said"
    assert "the note to Dana" in alike.text
    assert "with other eyes" in alike.text


@pytest.mark.parametrize("sure", ["", "sure", "not-sure"])
def test_our_own_notes_to_eight_people_are_not_too_alike(sure: str) -> None:
    people = [{"name": f"Person {n}", "said": f"Remark {n} of a kind."} for n in "ABCDEFGH"]
    for tone in ("", "warm", "formal"):
        proof = {"proofs": [{"did": "drove 400,000 km without an accident"}]}
        record = BASE | proof | {"interviewers": people, "sure": sure, "note_tone": tone}
        notes = notes_of(record)
        assert len(notes) == 8
        assert not [note.key for note in notes if "alike" in remarks(note)]


def test_a_name_that_the_record_spells_two_ways_is_named_in_the_note() -> None:
    record = BASE | {"contact_name": "Dana Whitlok", "note_kind": "check-in-1"}
    (greeted_in_full,) = notes_of(record | {"note_tone": "formal"})
    assert "name-two-ways" in remarks(greeted_in_full)


def test_two_people_whose_names_are_alike_but_short_are_two_people() -> None:
    people = [{"name": "Jan"}, {"name": "Jon"}, {"name": "Li"}, {"name": "Lu"}]
    notes = notes_of(BASE | {"interviewers": people})
    assert not [note for note in notes if "name-two-ways" in remarks(note)]


def test_a_check_in_before_its_day_gives_the_timelines_reason() -> None:
    (note,) = notes_of(BASE | {"note_kind": "check-in-1", "promise_on": "2026-11-27"})
    early = remarks(note)["not-yet"]
    assert "Too early until Tuesday 1 December" in early.text
    assert note.sendable
    ready = BASE | {"note_kind": "check-in-1", "promise_on": "2026-11-27"}
    assert "not-yet" not in remarks(notes_of(ready, date(2026, 12, 1))[0])


def test_a_second_check_in_keeps_the_gap() -> None:
    events = [{"kind": "check-in-sent", "on": "2026-12-01"}]
    record = BASE | {"note_kind": "check-in-2", "promise_on": "2026-11-27", "events": events}
    early = remarks(notes_of(record, date(2026, 12, 3))[0])["not-yet"]
    assert "Too early until Tuesday 8 December" in early.text


def test_after_an_answer_there_is_nothing_to_check_on() -> None:
    events = [{"kind": "rejected", "on": "2026-11-21"}]
    (note,) = notes_of(BASE | {"note_kind": "check-in-1", "events": events})
    assert "already-decided" in remarks(note)


def test_a_question_after_a_no_waits_for_the_morning() -> None:
    events = [{"kind": "rejected", "on": "2026-11-21"}]
    (note,) = notes_of(BASE | {"note_kind": "feedback-request", "events": events})
    assert "Monday 23 November" in remarks(note)["a-night-first"].text
    (later,) = notes_of(
        BASE | {"note_kind": "feedback-request", "events": events}, date(2026, 11, 23)
    )
    assert not later.findings


def test_a_thank_you_before_the_interview_and_one_long_after_it() -> None:
    assert "still-ahead" in remarks(notes_of(BASE, date(2026, 11, 19))[0])
    late = notes_of(BASE | {"promise_on": "2026-11-27"}, date(2026, 12, 10))[0]
    assert "Too late for a message of its own" in remarks(late)["too-late"].text


def test_a_card_that_would_come_too_late_says_so() -> None:
    record = BASE | {"note_kind": "thank-you-handwritten", "promise_on": "2026-11-24"}
    assert "a note would arrive on" in remarks(notes_of(record)[0])["no-card"].text
    assert not notes_of(record)[0].sendable


@pytest.mark.parametrize("later", [0, 1, 2])
def test_a_card_names_the_day_since_it_arrives_days_later(later: int) -> None:
    record = BASE | {"note_kind": "thank-you-handwritten", "promise_on": "2026-12-11"}
    for note in notes_of(record, date(2026, 11, 20 + later)):  # Friday to Sunday
        assert "on Friday" in note.text
        assert "today" not in note.text
        assert "yesterday" not in note.text


def test_a_short_thank_you_is_too_short_only_where_full_was_chosen() -> None:
    few = GOOD.partition(" I went home")[0] + SIGNED
    assert "too-short" in remarks(edited(few, note_length=""))
    assert "too-short" not in remarks(edited(few))


def test_a_long_speech_for_a_voicemail_is_timed() -> None:
    record = FULL | {"role": "Nurse in charge of the night on the ward for small children " * 3}
    (note,) = chosen("voicemail", record)
    assert "too-long-to-say" in remarks(note)


@pytest.mark.parametrize(
    "text",
    [
        "Sehr geehrte Frau Whitlock,\n\nvielen Dank für Ihre Zeit am Freitag. Ich habe mich gefreut.",
        "亲爱的李明：\n\n感谢您昨天抽出时间与我交谈。我非常期待与您一起工作。",
        "الأستاذة دانا،\n\nشكراً جزيلاً على وقتك يوم الجمعة، وأتطلع إلى العمل معكم في المستقبل القريب.",
    ],
)
def test_a_note_in_another_language_is_looked_at_for_names_and_brackets_only(text: str) -> None:
    note = edited(text + SIGNED)
    assert "not-english" in remarks(note)
    assert not {"too-short", "too-long", "slang", "cliche"} & set(remarks(note))
    assert "unfilled" in remarks(edited(f"{text} [Name]{SIGNED}"))


def test_a_language_is_told_from_its_small_words() -> None:
    assert read_text("Thank you for your time.").is_english
    assert read_text("Dana").is_english
    assert not read_text("谢谢您的时间").is_english


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("Whitlock", "Whitlok", True),
        ("Whitlock", "Whitlokc", True),
        ("Whitlock", "Whitlocks", True),
        ("Whitlock", "Whitleck", True),
        ("Whitlock", "Whitlock", False),
        ("Whitlock", "Whitlcko", False),
        ("Okafor", "Okonkwo", False),
        ("", "a", True),
    ],
)
def test_one_slip(one: str, other: str, slip: bool) -> None:  # noqa: FBT001 - a table of examples
    assert one_slip(one, other) is slip
    assert one_slip(other, one) is slip


def test_a_phone_number_is_said_digit_by_digit() -> None:
    assert spoken_words("My number is +44 113 496 0123.") == 3 + 12


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("length", LENGTHS)
def test_a_reference_may_be_told_when_one_expects_to_hear(tone: str, length: str) -> None:
    more = {"events": [], "note_tone": tone, "note_length": length}
    (note,) = chosen("thank-reference", FULL, **more)
    assert "I expect to hear by Friday 27 November" in note.text
    assert not note.findings


def test_the_same_words_press_where_the_employer_reads_them() -> None:
    note = edited(GOOD.replace(SIGNED, f" I expect to hear by Friday.{SIGNED}"))
    assert "'I expect to hear': It presses" in remarks(note)["pressure"].text


def test_an_ultimatum_presses_a_reference_too() -> None:
    text = "Dear Siobhan Kelly,\n\nThank you. I need to know by Monday.\n\nGrace Adeyemi\n"
    own = {"key": "thank-reference.0", "text": f"{text}+44 113 496 0123", "made_from": "Hello"}
    (note,) = chosen("thank-reference", FULL, drafts=[own])
    assert "I need to know by" in remarks(note)["pressure"].text


@pytest.mark.parametrize(
    "employer",
    [
        "Versicherungs- und Rückversicherungsgesellschaft",
        "Land- en Tuinbouw",
        "Nord-Süd Haupt- und Nebenbahnen",
    ],
)
def test_a_hanging_hyphen_is_no_other_spelling(employer: str) -> None:
    for kind in ("thank-you-email", "check-in-1"):
        record = BASE | {"employer": employer, "note_kind": kind}
        assert "name-two-ways" not in remarks(notes_of(record)[0])


def test_a_slip_before_a_hanging_hyphen_is_still_a_slip() -> None:
    record = {"employer": "Versicherungs- und Rückversicherungsgesellschaft"}
    added = f" The Versicherung- und Rückversicherungsgesellschaft was new to me.{SIGNED}"
    note = edited(GOOD.replace(SIGNED, added), **record)
    assert "'Versicherung' or 'Versicherungs'" in remarks(note)["name-two-ways"].text


@pytest.mark.parametrize(
    ("name", "owned"),
    [
        ("Ann Williams", "Williams'"),
        ("Ann Williams", "Williams’"),
        ("Ann Williams", "Williams's"),
        ("Ann Williams", "Williams’s"),
        ("Henry James", "James's"),
        ("Chris", "Chris'"),
        ("Siân O’Hara", "O'Hara"),
        ("Siân O’Hara", "O'Hara's"),
    ],
)
def test_a_name_that_owns_something_is_no_other_spelling(name: str, owned: str) -> None:
    added = f" I remember what {owned} team makes, and {owned}, too.{SIGNED}"
    note = edited(GOOD.replace(SIGNED, added), contact_name=name)
    assert "name-two-ways" not in remarks(note)


@pytest.mark.parametrize("slip", ["Wiliams'", "Williams-Own's", "Wiliams’s"])
def test_a_slip_in_a_name_that_owns_something_is_still_a_slip(slip: str) -> None:
    added = f" I remember what {slip} team makes.{SIGNED}"
    note = edited(GOOD.replace(SIGNED, added), contact_name="Ann Williams-Owen Williams")
    assert f"'{slip}' or 'Williams" in remarks(note)["name-two-ways"].text


WAITING = BASE | {
    "ended_on": "2026-11-20",
    "promise": "by Friday",
    "contact_name": "Dana Whitlock",
    "contact_phone": "555 0142",
}
FIRST = (
    "Send this first, and note it as sent: Check in with Dana Whitlock."
    " Tuesday 1 December. Any business day until Monday 7 December is fine."
)


@pytest.mark.parametrize(
    ("kind", "when"),
    [
        ("check-in-2", "Tuesday 8 December. Any business day until Monday 14 December is fine."),
        ("phone-script", "Tuesday 15 December. Any business day until Monday 21 December is fine."),
        ("voicemail", "Tuesday 15 December. Any business day until Monday 21 December is fine."),
    ],
)
def test_a_later_contact_has_its_own_day_and_asks_for_the_first_one_first(
    kind: str, when: str
) -> None:
    """Their date is Friday 27 November, so 1, 8 and 15 December, each with the working days before the next."""
    record = WAITING | {"note_kind": kind}
    assert when in answer(record)["text"].splitlines()
    (note,) = notes_of(record)
    assert [each.text for each in note.findings] == [FIRST]
    (on_its_first_day,) = notes_of(record, date(2026, 12, 1))
    assert remarks(on_its_first_day)["not-first"].text.startswith("Send this first, and note it")


def test_a_call_without_a_number_has_no_day_of_its_own() -> None:
    record = WAITING | {"note_kind": "phone-script", "contact_phone": ""}
    text = answer(record)["text"]
    assert FIRST in text
    assert text.count("1 December") == 1


@pytest.mark.parametrize("kind", ["check-in-1", "news-update"])
def test_the_first_contact_and_news_keep_the_first_day(kind: str) -> None:
    record = WAITING | {"note_kind": kind, "news": "I passed my test"}
    first = "Tuesday 1 December. Any business day until Monday 7 December is fine."
    assert first in answer(record)["text"].splitlines()
    assert "not-first" not in remarks(notes_of(record)[0])


def test_once_the_first_is_sent_the_second_comes_next_and_the_call_after_it() -> None:
    events = [{"kind": "check-in-sent", "on": "2026-12-01"}]
    record = WAITING | {"events": events, "note_kind": "check-in-2"}
    assert "not-first" not in remarks(notes_of(record, date(2026, 12, 8))[0])
    (call,) = notes_of(record | {"note_kind": "phone-script"}, date(2026, 12, 8))
    assert "Check in again with Dana Whitlock" in remarks(call)["not-first"].text

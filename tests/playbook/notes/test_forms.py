"""A note as a reply, a text message and a LinkedIn message: what fits, what is left out, and where it leads."""

from typing import Any
from urllib.parse import unquote

import pytest

from playbook.content import read_toml
from playbook.mail import sms
from playbook.own import own
from playbook.tools.notes.forms import in_form
from playbook.tools.notes.model import Letter
from tests.playbook.notes.records import FULL, KINDS, SPARSE, answer, chosen, notes_of
from tests.playbook.notes.test_letters import FOLDER, HAPPENED

PEOPLE: dict[str, dict[str, Any]] = read_toml(FOLDER.with_name("people.toml"))
MOST = {"text": 400, "linkedin": 300}


@pytest.mark.parametrize("form", MOST)
@pytest.mark.parametrize("name", PEOPLE)
def test_a_short_form_fits_is_greeted_and_signed_and_names_what_it_left_out(
    name: str, form: str
) -> None:
    for kind in ("thank-you-email", "check-in-1", "offer-thanks", "decline", "feedback-request"):
        record = {**PEOPLE[name], "note_kind": kind, "note_form": form}
        for note in notes_of({**record, "events": HAPPENED.get(kind, [])}):
            assert len(note.text) <= MOST[form]
            assert note.letter.subject == ""
            greeting, body, *_ = note.text.split("\n")
            assert greeting.endswith("," if form == "linkedin" else ".")
            assert body.endswith((".", "?", "Yahoo!"))
            left = [each for each in note.findings if each.check == "left-short"]
            assert bool(left) == bool(note.dropped)


def test_a_question_has_room_before_anything_else() -> None:
    text = "Thank you for your time. " + "It was good to hear about the work from you. " * 3
    letter = Letter("Subject", f"Hello Dana,\n\n{text * 3}\n\nIs there any news?", "Ida Berg\n0113")
    formed = in_form(letter, "linkedin", "Ida Berg", "", own())
    assert formed.letter.text.startswith("Hello Dana,\nThank you for your time.")
    assert formed.letter.text.endswith("Is there any news?\n\nIda Berg")
    assert formed.dropped


def test_no_sentence_is_cut_at_an_initial() -> None:
    letter = Letter(
        "", "Hello Dana,\n\nThank you for the talk at J. Evans & Sons on Friday.", "Ida"
    )
    formed = in_form(letter, "text", "Ida", "", own())
    assert formed.letter.text == (
        "Hi Dana, it's Ida.\nThank you for the talk at J. Evans & Sons on Friday."
    )


@pytest.mark.parametrize(
    ("name", "tone", "greeting"),
    [
        ("Gareth", "", "Hi Gareth, it's Rhys Vaughan."),
        ("Gareth", "warm", "Hello Gareth, this is Rhys Vaughan."),
        ("Dr Imran Sheikh", "", "Hello Dr Sheikh, this is Rhys Vaughan."),
        ("", "", "Hello, this is Rhys Vaughan."),
    ],
)
def test_a_text_says_first_who_writes_and_not_what_firm_the_other_one_works_for(
    name: str, tone: str, greeting: str
) -> None:
    record = {
        "ended_on": "2026-11-20",
        "employer": "J. Evans & Sons Electrical",
        "role": "apprentice electrician",
        "interviewers": [{"name": name, "said": "I started as an apprentice too"}] if name else [],
        "highlights": "the solar jobs",
        "my_name": "Rhys Vaughan",
        "note_kind": "check-in-1",
        "note_form": "text",
        "note_tone": tone,
    }
    text = notes_of(record)[0].text
    assert text.startswith(f"{greeting}\n")
    assert "J. Evans" not in text
    assert "the apprentice electrician job" in text
    assert text.count("Rhys") == 1


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_an_e_mail_can_be_sent_as_something_else(kind: str) -> None:
    plain = chosen(kind, SPARSE)
    texted = chosen(kind, SPARSE, note_form="text")
    for before, after in zip(plain, texted, strict=True):
        assert (after.channel == "message") == (before.channel == "email")
        if before.channel != "email":
            assert after.text == before.text


def test_a_reply_has_the_subject_of_one_and_the_letter_stays() -> None:
    (plain,) = chosen("offer-thanks", FULL)
    (reply,) = chosen("offer-thanks", FULL, note_form="reply")
    assert reply.letter.subject == "Re: Staff nurse, children's ward"
    assert reply.text == plain.text
    (nameless,) = chosen("offer-thanks", SPARSE, note_form="reply")
    assert nameless.letter.subject == "Re: My interview"


def test_a_draft_of_an_e_mail_stays_apart_from_the_text_message() -> None:
    own = {
        "key": "thank-you-email.0",
        "text": "Hello Dana,\n\nMine.\n\nAmina Yusuf",
        "made_from": "Hello Dana,",
    }
    record = SPARSE | {"drafts": [own]}
    assert chosen("thank-you-email", record)[0].text == own["text"]
    assert not chosen("thank-you-email", record, note_form="text")[0].own


def test_a_message_of_the_reader_s_own_is_counted() -> None:
    own = {
        "key": "thank-you-email-linkedin.0",
        "text": "Hello Dana,\n" + "Thank you. " * 40 + "\nAmina Yusuf",
    }
    (note,) = chosen("thank-you-email", SPARSE | {"drafts": [own]}, note_form="linkedin")
    (remark,) = [each for each in note.findings if each.check == "too-many-characters"]
    assert remark.text == f"It has {len(note.text)} characters, and 300 fit there."


@pytest.mark.parametrize(
    ("number", "start"),
    [
        ("+44 7700 900123", "sms:+447700900123?&body="),
        ("(513) 555-0188", "sms:5135550188?&body="),
        ("", "sms:?&body="),
        ("ext. none", "sms:?&body="),
        ("5?body=x", "sms:5?&body="),
    ],
)
def test_a_link_to_the_messages_holds_the_number_and_the_text(number: str, start: str) -> None:
    link = sms(number, "Hello Dana,\nmen & women: 5% #1?")
    assert link.startswith(start)
    assert unquote(link.partition("&body=")[2]) == "Hello Dana,\nmen & women: 5% #1?"
    assert not set(link.partition("&body=")[2]) & set(" &#?\n")


def test_the_page_offers_the_other_forms_of_an_e_mail_and_a_link_to_the_messages() -> None:
    record = SPARSE | {"note_kind": "thank-you-email"}
    html = answer(record)["html"]
    for form in ("As a text message", "As a LinkedIn message", "As a reply to their e-mail"):
        assert form in html
    assert "sms:" not in html
    texted = answer(record | {"note_form": "text"})["html"]
    assert 'href="sms:?&amp;body=Hi%20Dana' in texted
    assert "mailto:" not in texted
    assert " of 400 characters" in texted
    assert "As an e-mail" in texted

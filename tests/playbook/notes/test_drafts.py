"""The reader's own wording: kept when the record changes, with what the new wording would bring."""

from html import unescape
from typing import Any

from tests.playbook.notes.records import answer, notes_of

PEOPLE = [
    {"name": "Dana Whitlock", "said": "We build handrails for schools."},
    {"name": "Mr Okafor", "said": "You learn the most at the bench."},
    {"name": "李明", "said": "Ask early."},
]
RECORD: dict[str, Any] = {
    "ended_on": "2026-11-20",
    "interviewers": PEOPLE,
    "my_name": "Luis Arredondo",
    "my_phone": "+1 614 555 0199",
    "note_kind": "thank-you-email",
}


def draft(at: int, text: str, record: dict[str, Any] | None = None) -> dict[str, str]:
    """A draft of the note to this person, made from what this record gives."""
    note = notes_of(record or RECORD)[at]
    return {"key": note.key, "text": text, "made_from": note.letter.text}


def texts(record: dict[str, Any], *drafts: dict[str, str]) -> dict[str, str]:
    """Who gets which text of the reader's."""
    notes = notes_of(record | {"drafts": list(drafts)})
    return {note.recipient.name: note.text for note in notes if note.own}


def test_the_readers_text_stays_and_nothing_is_said_to_change() -> None:
    note = notes_of(RECORD | {"drafts": [draft(0, "Dear Dana, mine.")]})[0]
    assert note.text == "Dear Dana, mine."
    assert note.change is None


def test_a_new_fact_is_shown_as_what_would_change() -> None:
    clause = ", and for telling me that you build handrails for schools."
    own = draft(0, "Dear Dana, mine.")
    note = notes_of(RECORD | {"drafts": [own], "role": "Structural welder"})[0]
    assert note.text == "Dear Dana, mine."
    assert note.change is not None
    assert note.change.comes == (
        f"Thank you for speaking with me on Friday about the structural welder job{clause}",
    )
    assert note.change.goes == (f"Thank you for speaking with me on Friday{clause}",)


def test_a_fact_that_is_only_taken_out_is_shown_as_what_would_go() -> None:
    more = RECORD | {"draws": "the team"}
    own = draft(0, "Dear Dana, mine.", more | {"missed": "I ran the night rota."})
    note = notes_of(more | {"drafts": [own]})[0]
    assert note.change is not None
    assert note.change.comes == ()
    assert note.change.goes == ("I meant to mention that I ran the night rota.",)


def test_a_note_that_was_not_changed_follows_the_record() -> None:
    same = notes_of(RECORD)[0].text
    note = notes_of(RECORD | {"drafts": [draft(0, same)], "role": "Structural welder"})[0]
    assert "structural welder" in note.text
    assert not note.own


def test_an_emptied_note_gets_our_wording_back() -> None:
    (first, *_) = notes_of(RECORD | {"drafts": [draft(0, "  \n ")]})
    assert not first.own


def test_a_draft_stays_with_its_person_when_somebody_above_is_taken_out() -> None:
    own = [draft(1, "To Mr Okafor."), draft(2, "To Li Ming.")]
    left = RECORD | {"interviewers": PEOPLE[1:]}
    assert texts(left, *own) == {"Mr Okafor": "To Mr Okafor.", "李明": "To Li Ming."}


def test_drafts_keep_keys_of_their_own_when_people_move() -> None:
    own = [draft(1, "To Mr Okafor."), draft(2, "To Li Ming.")]
    for people in (PEOPLE[1:], PEOPLE[::-1], [*PEOPLE, *PEOPLE]):
        notes = notes_of(RECORD | {"interviewers": people, "drafts": own})
        keys = [note.key for note in notes]
        assert len(set(keys)) == len(keys)


def test_a_draft_stays_when_its_persons_name_is_put_right() -> None:
    put_right = [PEOPLE[0] | {"name": "Dana Whitlocke"}, *PEOPLE[1:]]
    record = RECORD | {"interviewers": put_right}
    assert texts(record, draft(0, "To Dana.")) == {"Dana Whitlocke": "To Dana."}


def test_eight_people_of_one_name_keep_their_own_drafts() -> None:
    record = RECORD | {"interviewers": [{"name": "Dana"}] * 8}
    own = [draft(at, f"Number {at}.", record) for at in (2, 5)]
    notes = notes_of(record | {"drafts": own})
    assert {at: note.text for at, note in enumerate(notes) if note.own} == {
        2: "Number 2.",
        5: "Number 5.",
    }


def test_another_tone_keeps_the_draft_and_shows_the_change() -> None:
    note = notes_of(RECORD | {"drafts": [draft(0, "Mine.")], "note_tone": "formal"})[0]
    assert note.text == "Mine."
    assert note.change is not None


def test_the_page_offers_the_way_back() -> None:
    html = answer(RECORD | {"drafts": [draft(0, "Mine.")]})["html"]
    assert 'data-drop-draft="thank-you-email.0"' in html
    assert ">\nMine.</textarea>" in html


def test_a_further_edit_still_knows_what_it_was_made_from() -> None:
    own = draft(0, "Mine.")
    html = answer(RECORD | {"drafts": [own], "role": "Structural welder"})["html"]
    assert f'data-from="{own["made_from"]}"' in unescape(html)


def test_a_hundred_kilobytes_are_refused_kindly_and_our_wording_stands() -> None:
    own = draft(0, "x" * 100_000)
    page = answer(RECORD | {"drafts": [own]})
    assert page["errors"] == {
        "drafts.0.text": "Your text: 100,000 characters are too long. Keep it to 5,000."
    }
    assert "Dear" in page["text"] or "Hello Dana" in page["text"]


def test_drafts_that_make_no_sense_do_no_harm() -> None:
    for odd in (
        {"key": "nothing.7", "text": "a"},
        {"text": "a"},
        {"key": "thank-you-email.99"},
        {},
    ):
        assert not texts(RECORD, odd)

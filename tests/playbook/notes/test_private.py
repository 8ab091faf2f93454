"""What is written in the debrief stays there until it is chosen, and nothing long travels by itself."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from playbook.phrasing.frames import MOST_WORDS
from tests.playbook.notes.records import FULL, KINDS, SPARSE, answer, notes_of
from tests.playbook.readers import examples, words

LONG_TALK = (
    "He asked about budgets and I sort of froze. The salary is under what I wanted. Parking was a"
    " nightmare. They train everyone for six weeks on the ward itself, which I liked a lot and want"
    " to remember. I felt good afterwards, like 7 out of 10."
)
FIELDS = ("highlights", "missed", "learned", "draws", "news", "no_reason", "wish_reason")


def letters(record: dict[str, Any]) -> str:
    return "\n".join(
        note.letter.text for kind in KINDS for note in notes_of(record | {"note_kind": kind})
    )


def test_the_debrief_goes_into_no_letter() -> None:
    text = letters(FULL | {"talked_about": LONG_TALK, "unsaid": "I was so nervous about nights."})
    for private in ("budgets", "salary", "Parking", "nervous", "six weeks"):
        assert private not in text


def test_each_sentence_of_it_can_be_chosen_for_a_note() -> None:
    html = answer(SPARSE | {"talked_about": LONG_TALK})["html"]
    assert "From your own notes" in html
    assert "&#34;highlights&#34;: &#34;The salary is under what I wanted.&#34;" in html
    chosen = answer(
        SPARSE | {"talked_about": "You train people.", "highlights": "You train people."}
    )
    assert "From your own notes" not in chosen["html"]


def test_a_long_text_stays_where_it_is_and_is_offered_sentence_by_sentence() -> None:
    record = SPARSE | {"highlights": LONG_TALK, "note_kind": "thank-you-email"}
    (note,) = notes_of(record)
    assert "budgets" not in note.letter.text
    (left,) = (each for each in note.findings if each.check == "left-out")
    assert f"never send more than {MOST_WORDS}" in left.text
    assert left.path == "highlights"
    assert "From your own notes" in answer(record)["html"]


@given(st.sampled_from(FIELDS), st.lists(words, min_size=MOST_WORDS + 1, max_size=60))
@examples(40)
def test_no_more_than_forty_words_of_a_field_travel_by_themselves(
    field: str, typed: list[str]
) -> None:
    text = letters(SPARSE | {field: " ".join(typed)})
    assert " ".join(typed) not in text

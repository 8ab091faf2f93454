"""Who of several people hears what, and what stands in one letter only."""

import re

import pytest

from playbook.tools.notes.model import Note
from playbook.tools.notes.reading import sentences
from tests.playbook.notes.records import notes_of
from tests.playbook.notes.test_letters import PEOPLE

THREE = {
    "ended_on": "2026-11-19",
    "format": "in-person",
    "employer": "Wharfedale Hospital",
    "role": "Band 5 Nurse",
    "interviewers": [
        {"name": "Karen", "said": "nobody goes on nights in the first 6 weeks"},
        {"name": "Imran", "said": "the junior doctors listen to the nurses here"},
        {"name": "Josie"},
    ],
    "highlights": "how they do the preceptorship",
    "learned": "the ward is getting 4 new beds in Jan",
    "missed": "I did my placement on a stroke ward",
    "proofs": [{"did": "set up a handover sheet", "result": "they still use it"}],
    "sure": "sure",
    "my_name": "Beth Ainley",
    "my_phone": "07700 900123",
}


def letters(kind: str, **more: object) -> list[Note]:
    return list(notes_of({**THREE, "note_kind": kind, **more}))


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("preceptorship", [0]),
        ("listen to the nurses", [1]),
        ("new beds in January", [0]),
        ("stroke ward", [0]),
        ("handover sheet", [0]),
        ("passed the test", [0]),
        ("on nights", []),
    ],
)
def test_the_best_goes_to_whoever_decides_and_each_other_one_hears_what_nobody_has_heard(
    words: str, to: list[int]
) -> None:
    notes = letters("thank-you-email", news="I passed the test")
    assert [at for at, note in enumerate(notes) if words in note.text] == to
    telling = [each for note in notes for each in sentences(note.letter.body) if words in each]
    assert len(set(telling)) == len(telling) == len(to)


def test_what_nobody_tells_is_named_beside_the_main_letter() -> None:
    proofs = [{"did": f"ran line {n}"} for n in range(1, 6)]
    first, *others = letters("thank-you-email", proofs=proofs)
    text = " ".join(note.text for note in (first, *others))
    named = " ".join(each.words for each in first.left_out)
    for n in range(1, 6):
        assert (f"line {n}" in text) != (f"line {n}" in named)
    assert not [each for note in others for each in note.left_out if each.field == "did"]


def test_a_colleague_knows_what_the_reader_has_done() -> None:
    people = [{"name": "Tasha (my current manager)"}, {"name": "Greg"}]
    to_tasha, to_greg = letters("thank-you-email", interviewers=people)
    assert "stroke ward" not in to_tasha.text
    assert "handover" not in to_tasha.text
    assert "stroke ward" in to_greg.text
    assert "handover" in to_greg.text


def test_a_card_has_a_line_from_the_talk_or_asks_for_one() -> None:
    karen, imran, josie = letters("thank-you-handwritten")
    assert "preceptorship" in karen.text
    assert "listen to the nurses" in imran.text
    assert "new beds" not in josie.text
    only = {"interviewers": [{"name": "Mike", "said": "the shifts are 4 tens"}], "highlights": ""}
    (card,) = letters("thank-you-handwritten", **only, learned="")
    assert "I did my placement on a stroke ward. I'd very much like to work with you" in card.text
    (card,) = letters("thank-you-handwritten", **only, learned="", missed="", proofs=[])
    assert not card.sendable
    assert [gap.label for gap in card.gaps] == [
        "one thing from the talk that isn't about hours or pay"
    ]
    (bare,) = letters(
        "thank-you-handwritten",
        interviewers=[{"name": "Mike"}],
        highlights="",
        learned="",
        missed="",
        proofs=[],
    )
    assert not bare.sendable


def test_hours_and_pay_stand_in_an_email_only_where_there_is_nothing_else() -> None:
    hours = {"interviewers": [{"name": "Mike", "said": "the shifts are 4 tens"}]}
    pay = {"interviewers": [{"name": "Mike", "said": "the nights are paid double"}]}
    nothing = {"highlights": "", "learned": "", "missed": "", "proofs": []}
    (note,) = letters("thank-you-email", **hours, **nothing)
    assert "It was helpful to hear that the shifts are 4 tens." in note.text
    (with_more,) = letters("thank-you-email", **hours)
    assert "4 tens" not in with_more.text
    (with_more,) = letters("thank-you-email", **pay)
    assert "double" not in with_more.text
    (alone,) = letters("thank-you-email", **pay, **nothing)
    assert "It was helpful to hear that the nights are paid double." in alone.text


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("kind", ["thank-you-email", "thank-you-group", "check-in-1"])
def test_no_two_sentences_of_a_letter_open_alike(name: str, kind: str) -> None:
    for note in notes_of({**PEOPLE[name], "note_kind": kind}):
        opens = [
            " ".join(re.findall(r"\w+", each)[:4]).casefold()
            for each in sentences(note.letter.body)
        ]
        opens = [each for each in opens if len(each.split()) == 4]
        assert len(set(opens)) == len(opens), note.letter.body


BOARD: dict[str, object] = {
    "interviewers": [
        {"name": "Jonathan Meyer", "said": "we missed two launch dates this year"},
        {"name": "Priya Raman", "said": "cash conversion is what the board asks about first"},
        {"name": "Tom Alvarez", "title": "VP Engineering"},
    ],
    "highlights": "the plant tour",
    "learned": "",
    "missed": "",
    "proofs": [
        {"did": "brought three late programs back on schedule", "result": "all three shipped"},
        {"did": "cut inventory by $14 million", "result": "cash conversion fell to 61 days"},
        {"did": "put engineers on the floor", "result": "scrap dropped by half"},
    ],
}


def test_a_fact_goes_to_whom_it_fits_and_the_strongest_to_whoever_decides() -> None:
    meyer, raman, alvarez = (note.text for note in letters("thank-you-email", **BOARD))
    for words in ("three late programs", "$14 million"):
        assert words in meyer
    assert "three late programs" not in raman
    assert "$14 million" in raman
    assert "engineers on the floor, and scrap dropped by half" in alvarez
    assert "$14 million" not in alvarez


LAB: dict[str, object] = {
    "interviewers": [
        {"name": "Ruth Abelmann", "title": "VP Discovery"},
        {
            "name": "Dr. Jean-Luc St. Pierre",
            "title": "Director of Biology",
            "said": "take your time",
        },
        {"name": "Xiaoyu (Sherry) Lin", "title": "Scientist"},
        {"name": "Deb Ito", "title": "HR", "said": "the lab is open at night"},
    ],
    "highlights": "The plant tour; how Sherry validates each lot; the VP's honesty about last year",
    "learned": "",
    "missed": "When Dr. St. Pierre asked me about the batches I answered too fast. I compared four methods.",
    "proofs": [
        {"did": "wrote the safety manual", "result": ""},
        {"did": "developed a protocol for frozen tissue", "result": "it recovered twice the cells"},
    ],
}


def test_an_answer_goes_to_whoever_asked_and_the_strongest_deed_whole_to_whoever_decides() -> None:
    ruth, pierre, sherry, deb = (note.text for note in letters("thank-you-email", **LAB))
    assert "I was too quick with my answer on the batches. I compared four methods." in pierre
    assert "four methods" not in ruth + sherry + deb
    assert "protocol for frozen tissue, and it recovered twice the cells" in ruth
    assert "frozen" not in pierre + sherry + deb


def test_without_the_contact_the_title_says_who_decides() -> None:
    contact = letters("thank-you-email", contact_name="Deb Ito", **LAB)
    ruth, _, _, deb = (note.text for note in contact)
    assert "twice the cells" in ruth
    assert "twice the cells" not in deb


def test_who_asked_may_stand_in_what_was_noted_of_them() -> None:
    people = [
        {"name": "Ann", "title": "Director"},
        {"name": "Wei", "said": "asked about my identifiability assumption"},
    ]
    missed = "I didn't finish my answer on identifiability; I would check the rank first"
    ann, wei = letters("thank-you-email", **{**LAB, "interviewers": people, "missed": missed})
    assert (
        "I didn't get to finish my answer on identifiability. I'd check the rank first." in wei.text
    )
    assert "rank" not in ann.text


def test_what_speaks_of_somebody_goes_to_that_one_as_you() -> None:
    ruth, pierre, sherry, deb = (note.text for note in letters("thank-you-email", **LAB))
    assert "how you validate each lot" in sherry
    assert "your honesty about last year" in ruth
    assert "validate" not in ruth + pierre + deb
    (group,) = letters("thank-you-group", **LAB)
    assert "Sherry validates each lot" in group.text
    assert "Ruth's honesty about last year" in group.text


def test_somebody_above_the_readers_boss_is_no_colleague_and_decides() -> None:
    people = [
        {"name": "Deborah", "title": "Ops Manager (my boss's boss)"},
        {"name": "Ryan", "title": "Trainer"},
    ]
    deborah, ryan = letters("thank-you-email", interviewers=people)
    assert "stroke ward" in deborah.text
    assert "handover" in deborah.text
    assert "handover" not in ryan.text
    assert "Wharfedale" not in deborah.text


def test_what_nobody_in_particular_said_goes_to_whoever_decides() -> None:
    meyer, raman, alvarez = (note.text for note in letters("thank-you-email", **BOARD))
    assert "plant tour" in meyer
    assert "plant tour" not in raman + alvarez


def test_beside_the_same_word_of_theirs_a_proof_says_whose_it_is() -> None:
    raman = letters("thank-you-email", **BOARD)[1].text
    assert "asks about first.\n\nIn my own work, I cut inventory by $14 million" in raman
    at_home = {"did": "cut the cash float of our club", "result": ""}
    one = {**BOARD, "proofs": [at_home], "interviewers": [{"name": "Jo", "said": "cash is short"}]}
    assert "\n\nI cut the cash float of our club." in letters("thank-you-email", **one)[0].text


def test_a_deed_that_nothing_stands_before_has_words_that_lead_to_it() -> None:
    people = [{"name": "Ann", "said": "you train your own people"}, {"name": "Leo"}]
    proofs = [{"did": f"ran the long line number {each}"} for each in ("one", "two", "three")]
    more = {**BOARD, "interviewers": people, "highlights": "", "proofs": proofs}
    leo = letters("thank-you-email", **more)[1].text
    assert "\n\nI should add that I ran the long line number two.\n" in leo


@pytest.mark.parametrize("first", ["n/a", "Ana (interpreter)"])
def test_whoever_counts_as_nobody_takes_nothing_from_the_others(first: str) -> None:
    people = [{"name": first}, {"name": "Karen"}, {"name": "Imran"}]
    proofs = [{"did": f"ran line {n}"} for n in range(1, 5)]
    texts = [note.text for note in letters("thank-you-email", interviewers=people, proofs=proofs)]
    assert any("preceptorship" in text for text in texts)

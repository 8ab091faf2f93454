"""Letters to and from 24 invented people (people.toml), in every kind and tone: what holds for each of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from playbook.content import read_toml
from playbook.tools.notes.model import Note
from playbook.tools.notes.reading import sentences, words
from tests.playbook.notes.golden import letters
from tests.playbook.notes.records import KINDS, LENGTHS, TONES, notes_of

PEOPLE: dict[str, dict[str, Any]] = read_toml(Path(__file__).with_name("people.toml"))
FOLDER = Path(__file__).with_name("letters")
OFFERED = ("offer-thanks", "counter-offer", "accept", "decline", "other-employer")
REJECTED = ("feedback-request", "rejection-thanks")
HAPPENED = {
    **{kind: [{"kind": "offer", "on": "2026-11-20"}] for kind in OFFERED},
    **{kind: [{"kind": "rejected", "on": "2026-11-20"}] for kind in REJECTED},
}
SLIPS = r"\.\.|[a-z][.?!][A-Z]|: :|\"\"| [.,;:?!]|[,;:?!][.,;:]|\.[;:]|\b([A-Za-z]+) \1\b|\bn/a\b|\bNone\b"
ABBREVIATED = ("Inc.", "Ltd.", "Mr.", "Pvt.", "Greg P.", "Yahoo!")
BRITISH = r"\b(?:favour|colour|organis|realis|apologis|labour|centre|programme)\w*"


def letters_of(name: str) -> Iterator[Note]:
    """Every letter of this person: each kind, tone and length."""
    for kind in KINDS:
        for tone in TONES:
            for length in LENGTHS:
                chosen = {"note_kind": kind, "note_tone": tone, "note_length": length}
                yield from notes_of({**PEOPLE[name], "events": HAPPENED.get(kind, []), **chosen})


@pytest.mark.parametrize("name", PEOPLE)
def test_the_letters_are_those_that_were_read(name: str) -> None:
    """Words changed on purpose? `make run ARGS=tests.playbook.notes.golden`, then read the difference."""
    assert letters(PEOPLE[name]) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PEOPLE)
def test_every_letter_reads_as_a_letter(name: str) -> None:
    typed = str(PEOPLE[name])
    for note in letters_of(name):
        if note.gaps:
            continue
        body = note.letter.body
        for each in ABBREVIATED:
            body = body.replace(each, each[:-1])
        assert not re.search(SLIPS, body.replace(',"', '"').replace("!,", ",")), body
        assert body.partition("\n\nIf it's")[0].count(":") <= 1, body
        assert _longest_run_of_i(body) <= 2, body
        for sentence in sentences(body):
            assert sentence[0].isupper() or sentence[0] in "\"'" or sentence[0].isdigit(), body
            assert sentence[-1] in ".?!,\"'" or sentence.endswith(("Inc", "Ltd", "Yahoo")), (
                sentence,
                body,
            )
        if '"' not in typed:
            assert '"' not in body


def _longest_run_of_i(body: str) -> int:
    longest = run = 0
    for sentence in sentences(body):
        run = run + 1 if re.match(r"I\b", sentence) else 0
        longest = max(longest, run)
    return longest


@pytest.mark.parametrize("name", PEOPLE)
def test_a_full_thank_you_is_as_long_as_what_there_is_to_say(name: str) -> None:
    for tone in TONES:
        for note in notes_of({**PEOPLE[name], "note_kind": "thank-you-email", "note_tone": tone}):
            count = len(words(note.letter.body))
            assert note.recipient.brief or note.form or 30 <= count <= 150, (
                count,
                note.letter.body,
            )
            assert "too-short" not in [each.check for each in note.findings]


@pytest.mark.parametrize("name", [name for name in PEOPLE if PEOPLE[name].get("country") == "US"])
def test_an_american_letter_has_american_dates_and_endings(name: str) -> None:
    for note in letters_of(name):
        assert not re.search(r"\d (?:January|November|December)\b", note.letter.text), (
            note.letter.text
        )
        assert "Yours sincerely" not in note.letter.ending
        assert not re.search(BRITISH, note.letter.body)


@pytest.mark.parametrize("name", PEOPLE)
def test_each_number_that_was_typed_for_a_thank_you_is_in_it_or_named_as_left_out(
    name: str,
) -> None:
    record = PEOPLE[name]
    notes = notes_of({**record, "note_kind": "thank-you-email"})
    shown = " ".join(
        f"{each.letter.text} {' '.join(left.words for left in each.left_out)}" for each in notes
    )
    people = [person.get("said", "") for person in record["interviewers"]]
    proofs = [text for proof in record.get("proofs", []) for text in proof.values()]
    typed = " ".join([*people, *proofs, record.get("highlights", ""), record.get("missed", "")])
    for number in re.findall(r"\d+", typed):
        assert number in shown

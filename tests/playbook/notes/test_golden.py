"""Each kind of note, in each tone and length, is the letter that somebody has read and approved."""

import re
from importlib.resources import files

import pytest

from playbook.own import own
from playbook.tools.notes.findings import read_checks
from playbook.tools.notes.model import read_kinds
from playbook.tools.notes.wording import read_phrases
from tests.playbook.notes.golden import FOLDER, golden
from tests.playbook.notes.records import FULL, KINDS, LENGTHS, SPARSE, TONES, chosen
from tests.playbook.readers import LEFT_OVER


@pytest.mark.parametrize("kind", KINDS)
def test_the_letters_are_those_that_were_read(kind: str) -> None:
    """Words changed on purpose? `make run ARGS=tests.playbook.notes.golden`, then read the difference."""
    assert golden(kind) == (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")


def test_every_kind_has_a_choice_a_template_and_a_golden_file() -> None:
    templates = files("playbook.tools.notes") / "templates"
    names = {each.name.partition(".")[0] for each in templates.iterdir()}
    assert list(read_kinds(own())) == list(KINDS)
    assert names - {"letter", "spoken"} == set(KINDS)
    assert {file.stem for file in FOLDER.iterdir()} == set(KINDS)


def test_every_kind_and_check_names_claims_that_exist() -> None:
    known = set(own().evidence.claims)
    claims = [each.claims for each in read_kinds(own()).values()]
    claims += [each.claims for each in read_checks(own()).values()]
    assert all(each and set(each) <= known for each in claims)


def test_every_list_of_phrases_has_a_check_and_a_reason() -> None:
    for each in read_phrases(own()).values():
        assert each.check in read_checks(own())
        assert each.why
        assert all(phrase == phrase.casefold() for phrase in each.phrases)


@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_of_ours_earns_a_suggestion_about_its_wording(kind: str) -> None:
    wording = {"slang", "cliche", "pressure", "begging", "apology", "exclamation", "attachment"}
    others = {"unfilled", "not-english", "name-two-ways", "wrong-person", "alike"}
    for record in (SPARSE, FULL):
        for tone in TONES:
            for length in LENGTHS:
                for note in chosen(kind, record, note_tone=tone, note_length=length):
                    checks = {finding.check for finding in note.findings}
                    assert not checks & (wording | others), note.text
                    assert bool(note.gaps) is (kind == "thank-you-handwritten" and record is SPARSE)


@pytest.mark.parametrize("kind", KINDS)
def test_the_letters_are_sentences(kind: str) -> None:
    text = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")
    assert not re.search(LEFT_OVER, text)
    assert not re.search(r" [.,;:?]|[.,;:?]{2}|,\.|\(\)|\b(\w+) \1\b", text)
    for line in text.splitlines():
        if line.count(" ") > 6 and not line.startswith(("=", "Subject")):
            assert re.search(r"[.?:\"]$|,$", line), line
            assert line[0].isupper(), line


def test_a_short_letter_is_shorter() -> None:
    for kind in KINDS:
        full, short = (chosen(kind, FULL, note_length=length)[0].text for length in LENGTHS)
        assert len(short) < len(full), kind


def test_what_is_said_on_the_phone_takes_half_a_minute_at_most() -> None:
    for kind in ("voicemail", "phone-script"):
        for tone in TONES:
            (note,) = chosen(kind, FULL, note_tone=tone)
            assert "too-long-to-say" not in {finding.check for finding in note.findings}

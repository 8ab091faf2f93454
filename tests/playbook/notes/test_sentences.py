"""A few words or a whole sentence: whatever is typed into a field, the note has a sentence that holds it, or asks."""

import re
from datetime import date
from pathlib import Path

import pytest

from playbook.content import read_toml
from tests.playbook.notes.records import EVENTS, FULL, TODAY, TONES, chosen, notes_of
from tests.playbook.readers import answer_to

CASES = read_toml(Path(__file__).with_suffix(".toml"))

REASONS = [
    ("the commute.", "because of the commute"),
    ("The commute", "because of the commute"),
    ("because of the commute", "because of the commute"),
    ("Because I have moved.", "because I have moved"),
    ("to be closer to home", "because I want to be closer to home"),
    ("I have accepted a post closer to home", "because I have accepted a post closer to home"),
    (
        "got offered something closer to home",
        "because I have been offered something closer to home",
    ),
    ("found a job closer to home", "because I have found a job closer to home"),
    ("too far", "because it is too far"),
]


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("typed", "sentence"), REASONS)
def test_a_reason_holds_in_its_sentence(typed: str, sentence: str, tone: str) -> None:
    record = FULL | {"no_reason": typed, "wish_reason": typed}
    alone = sentence.removeprefix("because ").removeprefix("of ").removeprefix("it ")
    for kind in ("withdraw", "decline"):
        (note,) = chosen(kind, record, note_tone=tone)
        assert f" {alone}." in note.text
        assert "because" not in note.text
    (counter,) = chosen("counter-offer", record, note_tone=tone)
    assert f"On pay, would £33,000 a year be possible? I ask {sentence}." in counter.text


@pytest.mark.parametrize(("typed", "sentence"), CASES["a_no_and_its_reason_are_two_sentences"])
def test_a_no_and_its_reason_are_two_sentences(typed: str, sentence: str) -> None:
    (note,) = chosen("decline", FULL | {"no_reason": typed})
    assert f"decided not to take it. {sentence}" in note.text


def test_closer_stays_as_it_was_typed_because_nobody_said_to_what() -> None:
    for kind in ("decline", "withdraw"):
        (note,) = chosen(kind, FULL | {"no_reason": "found something closer"})
        assert "I have found something closer." in note.text
        assert "home" not in note.text
        assert "no_reason" not in [each.path for each in note.findings]


@pytest.mark.parametrize("kind", ["decline", "withdraw"])
def test_to_ones_own_manager_a_no_is_no_farewell(kind: str) -> None:
    manager = [{"name": "Tasha (my current manager)", "title": "Store Manager"}]
    (note, *_) = chosen(kind, FULL | {"interviewers": manager, "contact_name": ""})
    assert "I'll be glad to go on working with you." in note.text
    assert "right person" not in note.text


@pytest.mark.parametrize(("offer", "asks"), CASES["an_acceptance_asks_for_what_is_still_open"])
def test_an_acceptance_asks_for_what_is_still_open(offer: dict[str, object], asks: str) -> None:
    (note,) = chosen("accept", FULL | {"offers": [offer], "start_on": None})
    assert asks in note.text
    assert "so that we have everything in writing" not in note.text


def test_an_acceptance_of_an_executive_asks_for_no_hours_and_no_pay() -> None:
    record = FULL | {"role": "Group Chief Financial Officer", "offers": [], "start_on": None}
    (note,) = chosen("accept", record)
    assert "I look forward to receiving the contract." in note.text
    for asked in ("the pay", "hours", "first day"):
        assert asked not in note.text
    (note,) = chosen("offer-thanks", record | {"wishes": [], "criteria": []})
    assert "hours" not in note.text


def test_what_draws_somebody_is_written_once_and_no_casual_word_stands_in_an_acceptance() -> None:
    events = [{"kind": "offer", "on": "2026-11-20"}]
    (note,) = notes_of(FULL | {"note_kind": "offer-thanks", "events": events})
    assert "I'm very pleased, especially because you train your own people." in note.text
    thanked = [*events, {"kind": "offer-acknowledged", "on": "2026-11-20"}]
    (note,) = notes_of(FULL | {"note_kind": "accept", "events": thanked})
    assert "especially" not in note.text
    (note,) = notes_of(FULL | {"note_kind": "accept", "events": events, "draws": "the vibe"})
    assert "vibe" not in note.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "going with the other depot, it's 10 mins from mine",
            "I've decided on a job closer to home.",
        ),
        ("going with another offer", "I've decided on another job."),
        ("gonna rent a chair instead", "I'm going to rent a chair instead."),
        ("ACCEPTED OTHER OFFER", "I have accepted another offer."),
        ("hours dont suit me", "The hours don't suit me."),
    ],
)
def test_a_no_gives_its_reason_as_one_writes_it(typed: str, sentence: str) -> None:
    (note,) = chosen("decline", FULL | {"no_reason": typed})
    assert f"not to take it. {sentence}" in note.text


def test_an_acceptance_names_the_day_of_the_offer_and_what_draws_somebody() -> None:
    events = [{"kind": "offer", "on": "2026-11-20", "by_on": "2026-11-27"}]
    (note,) = notes_of(FULL | {"note_kind": "accept", "events": events})
    assert "Aireside Community Hospital, which you offered me on Friday 20 November." in note.text
    assert "I'm especially pleased because you train your own people." in note.text
    (note,) = notes_of(FULL | {"note_kind": "accept", "events": events, "draws": "I want to earn"})
    assert "especially" not in note.text


def test_another_employer_hears_which_job_is_still_wanted() -> None:
    (note,) = chosen("other-employer", FULL)
    assert (
        "I have applied for the nurse job at Calder Children's Clinic, and I'm still very interested in it."
        in note.text
    )


def test_thanks_for_an_offer_are_the_same_words_in_both_tools() -> None:
    """Aloud they say what draws the reader as well; in letters it stands in the thank-you and the acceptance."""
    aloud = answer_to("offer", FULL | {"events": EVENTS["accept"]}, TODAY)["text"]
    assert "I'm very pleased, especially because you train your own people." in aloud
    record = FULL | {
        "draws": "",
        "wishes": [],
        "range_from": "",
        "range_to": "",
        "events": EVENTS["accept"],
    }
    (note,) = notes_of(record | {"note_kind": "offer-thanks"})
    words = answer_to("offer", record, TODAY)["text"]
    letter = note.text.split("\n\n")[1:-1]
    assert words.count("Thank you for offering me the job.") == 1
    letter[0] = letter[0].partition(". ")[2]
    for line in " ".join(letter).replace("? ", "?\n").replace(". ", ".\n").splitlines():
        assert line in words


@pytest.mark.parametrize("typed", ["got a better offer", "found something better"])
def test_better_than_you_is_left_out_and_named(typed: str) -> None:
    for kind in ("decline", "withdraw"):
        (note,) = chosen(kind, FULL | {"no_reason": typed})
        assert "better" not in note.text
        left = next(each for each in note.findings if each.check == "left-out")
        assert (left.path, typed in left.text) == ("no_reason", True)


@pytest.mark.parametrize("kind", ["decline", "withdraw"])
@pytest.mark.parametrize("tone", TONES)
def test_a_no_claims_no_feeling_and_no_thought_that_nobody_typed(kind: str, tone: str) -> None:
    (note,) = chosen(kind, FULL | {"no_reason": ""}, note_tone=tone)
    for claim in ("easy decision", "carefully", "sorry", "good to", "our paths", "pleasure"):
        assert claim not in note.text


TITLES = [
    ("HR Generalist (3 days)", "the HR Generalist role", "(3 days)"),
    ("Band 5 Staff Nurse, Ward 12", "the Band 5 Staff Nurse role", "(Ward 12)"),
    (
        "Teacher of Modern Languages (French with Spanish), maternity cover",
        "the Teacher of Modern Languages role",
        "(French with Spanish, maternity cover)",
    ),
    ("warehouse operative (nights)", "the warehouse operative job", "(nights)"),
]


@pytest.mark.parametrize(("role", "job", "small_print"), TITLES)
def test_an_acceptance_confirms_all_that_the_title_says(
    role: str, job: str, small_print: str
) -> None:
    (note,) = chosen("accept", FULL | {"role": role, "employer": "Aireside Bakery Pvt. Ltd."})
    assert f"{job} {small_print} at Aireside Bakery Pvt. Ltd." in note.text
    assert ".." not in note.text


@pytest.mark.parametrize(("role", "job", "small_print"), TITLES)
@pytest.mark.parametrize("kind", ["decline", "withdraw", "offer-thanks", "counter-offer"])
def test_other_letters_name_the_job_and_the_employer_as_people_do(
    role: str, job: str, small_print: str, kind: str
) -> None:
    (note,) = chosen(kind, FULL | {"role": role, "employer": "Aireside Bakery Pvt. Ltd."})
    assert f"{job} at Aireside Bakery" in note.text
    assert "Ltd" not in note.text
    assert small_print not in note.text


@pytest.mark.parametrize(("terms", "expected"), CASES["an_acceptance_confirms_what_was_agreed"])
def test_an_acceptance_confirms_what_was_agreed(terms: dict[str, str], expected: list[str]) -> None:
    (note,) = chosen("accept", FULL | {"start_on": None, "offers": [terms]})
    for line in expected:
        assert line in note.text
    assert "possible" not in note.text
    assert "tbc" not in note.text


@pytest.mark.parametrize("typed", ["because", "n/a", "-"])
def test_no_reason_is_made_of_words_that_name_none(typed: str) -> None:
    (note,) = chosen("decline", FULL | {"no_reason": typed})
    assert "decided not to take it." in note.text


@pytest.mark.parametrize(("typed", "sentence"), CASES["a_wish_holds_in_its_sentence"])
def test_a_wish_holds_in_its_sentence(typed: str, sentence: str) -> None:
    record = {"range_from": "£31,000", "wishes": [{"what": typed}]}
    (note,) = chosen("counter-offer", FULL | record)
    assert sentence in note.text
    assert sentence in answer_to("offer", record)["text"]


@pytest.mark.parametrize("typed", ["...", "n/a", "I want", "none"])
def test_a_wish_of_nothing_is_none(typed: str) -> None:
    assert "Could we" not in answer_to("offer", {"wishes": [{"what": typed}]})["text"]


@pytest.mark.parametrize("kind", ["thank-you-email"])
@pytest.mark.parametrize(
    ("learned", "heard"),
    [
        ("the new building", "to learn about the new building."),
        ("That the ward moves in May.", "to learn that the ward moves in May."),
        ("You told me about the roof.", ""),
        ("they are opening a second ward", "to learn that you are opening a second ward."),
        ("you close on Sundays", ""),
    ],
)
def test_what_was_heard_holds_in_its_sentence(learned: str, heard: str, kind: str) -> None:
    lean = {"highlights": "", "missed": "", "proofs": []}
    (note, *_) = chosen(kind, FULL | lean, learned=learned)
    assert heard in note.text


@pytest.mark.parametrize("kind", ["thank-you-email", "thank-you-group"])
@pytest.mark.parametrize(
    ("draws", "why"),
    [
        ("the team", "What appeals to me most is the team, and I'd very much like the job."),
        (
            "because of the team",
            "What appeals to me most is the team, and I'd very much like the job.",
        ),
        ("to learn from you", "I'd like the job because I want to learn from you."),
        ("You train your own people.", "the job, because you train your own people."),
        ("they train their own people", "the job, because you train your own people."),
        ("working with children", "I like working with children, and I'd very much like the job."),
    ],
)
def test_what_draws_somebody_holds_in_its_sentence(draws: str, why: str, kind: str) -> None:
    (note, *_) = chosen(kind, FULL | {"proofs": []}, draws=draws)
    assert why in note.text


@pytest.mark.parametrize(
    ("did", "sentence"),
    [
        ("managing a team of five", "I managed a team of five, and nobody left."),
        ("Responsible for the till", "I was responsible for the till, and nobody left."),
        ("ran the till", "I ran the till, and nobody left."),
    ],
)
def test_something_done_holds_in_its_sentence(did: str, sentence: str) -> None:
    proofs = [{"did": did, "result": "nobody left"}]
    lean = {"learned": "", "missed": "", "highlights": "", "proofs": proofs}
    (note, *_) = chosen("thank-you-group", FULL | lean)
    assert re.search(rf"\n\n(?:In my own work, )?{re.escape(sentence)}", note.text)


@pytest.mark.parametrize("kind", ["news-update", "check-in-1", "check-in-2"])
def test_news_hold_in_their_sentence(kind: str) -> None:
    for news in ("passed my welding test", "I passed my welding test."):
        (note,) = notes_of(FULL | {"news": news, "note_kind": kind}, date(2026, 12, 8))
        lead = "I've" if kind == "news-update" else "I wanted to let you know that I"
        assert f"{lead} passed my welding test" in note.text


def test_news_that_say_nothing_are_asked_for_again() -> None:
    record = FULL | {"news": "my welding test", "note_kind": "news-update"}
    (note,) = notes_of(record, date(2026, 12, 8))
    assert "welding test" not in note.text
    assert [gap.path for gap in note.gaps] == ["news"]
    left = next(each for each in note.findings if each.check == "left-out")
    assert "'I passed my welding test.'" in left.text
    assert left.path == "news"

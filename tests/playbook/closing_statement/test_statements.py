"""Statements counted by hand: their words, their seconds, what the checks notice, and what stands on the card."""

from datetime import date
from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.own import own
from playbook.tool import Example
from playbook.tools.closing_statement.assemble import part_words, say, wordings
from playbook.tools.closing_statement.cues import cue
from playbook.tools.closing_statement.plain import small_words
from playbook.tools.closing_statement.rules import compute
from tests.playbook.closing_statement.records import (
    CALM,
    EXAMPLES,
    ONE,
    YOU_NEED,
    sentences,
    statement_of,
)
from tests.playbook.readers import answer_to, request_of

CASES = read_toml(Path(__file__).with_suffix(".toml"))

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_examples_are_what_was_worked_out_by_hand(example: Example) -> None:
    statement = compute(request_of(example.record, example.today), own())
    expected = example.expected
    assert {section.id: section.count for section in statement.spoken_parts} == expected["words"]
    assert statement.count == expected["total"]
    assert statement.seconds == expected["seconds"]
    assert statement.verdict == expected["verdict"]
    assert statement.reserved == expected["reserved"]
    assert [each.check for each in statement.findings] == expected["findings"]
    assert statement.pace.rate == expected.get("rate", 130)
    cues = {section.id: list(section.cues) for section in statement.parts}
    assert cues | expected.get("cues", {}) == cues


@pytest.mark.parametrize(("record", "sentence"), CASES["a_need_goes_on_where_the_sentence_begins"])
def test_a_need_goes_on_where_the_sentence_begins(record: dict[str, object], sentence: str) -> None:
    assert sentence in sentences(statement_of(record | ONE))


@pytest.mark.parametrize(("record", "sentence"), CASES["a_deed_goes_on_where_the_sentence_begins"])
def test_a_deed_goes_on_where_the_sentence_begins(record: dict[str, object], sentence: str) -> None:
    opening, first, *_ = sentences(statement_of(record | {"draws": "I grew up here"}))
    assert opening.startswith("Before we finish, ")
    assert sentence in (opening, first)


@pytest.mark.parametrize(("draws", "sentence", "wish"), CASES["a_reason_leads_to_wanting_the_job"])
def test_a_reason_leads_to_wanting_the_job(draws: str, sentence: str, wish: str) -> None:
    lines = sentences(statement_of({"draws": draws, "sure": "sure", **ONE}))
    at = lines.index("I ran both of the lines.")
    assert lines[at + 1 : at + 3] == [
        sentence,
        f"{wish} very much like this job, and I hope to work with you.",
    ]


@pytest.mark.parametrize(
    ("record", "sentence"), CASES["little_is_said_too_and_one_thing_to_add_is_named"]
)
def test_little_is_said_too_and_one_thing_to_add_is_named(
    record: dict[str, object], sentence: str
) -> None:
    lines = sentences(statement_of(record))
    assert lines[0].startswith("Before we finish, ")
    assert lines[1] == sentence
    assert lines[-2] == "Thank you for your time."
    assert lines[-1].endswith("?")
    status = answer_to("closing_statement", record)["status"]
    assert status.count("Add ") == 1


@pytest.mark.parametrize(
    ("record", "add"), CASES["a_short_statement_names_the_thing_that_would_do_most_for_it"]
)
def test_a_short_statement_names_the_thing_that_would_do_most_for_it(
    record: dict[str, object], add: str
) -> None:
    assert f"at an easy pace. {add}" in answer_to("closing_statement", record)["status"].replace(
        "That's short. ", ""
    )


TWO = {"interviewers": [{"name": "Jennifer"}, {"name": "Marcus"}], **ONE}


@pytest.mark.parametrize(
    ("record", "link"), CASES["what_they_need_or_told_leads_to_the_deed_that_answers_it"]
)
def test_what_they_need_or_told_leads_to_the_deed_that_answers_it(
    record: dict[str, object], link: str
) -> None:
    deeds = {"proofs": [{"did": "ran both of the lines", "result": "the second line still runs"}]}
    lines = sentences(statement_of(record | deeds))
    words = link.removeprefix("told")
    at = lines.index(f"{words}I ran both of the lines, and the second line still runs.")
    before = ("You told me",) if link == "told" else ("As I understand it, you need",)
    before = before if link or "needs" in record else ("Before we finish",)
    assert lines[at - 1].startswith(before)


def test_a_need_opens_the_statement_and_a_deed_that_does_not_show_it_claims_nothing() -> None:
    assert sentences(statement_of(CALM | {"sure": "sure", "draws": "I grew up here"}))[1:5] == [
        f"{YOU_NEED} somebody who stays calm.",
        "I ran both of the lines.",
        "I grew up here.",
        "So I'd very much like this job, and I hope to work with you.",
    ]


def test_a_need_behind_which_nothing_was_done_leads_to_the_wish() -> None:
    assert sentences(statement_of({"needs": "stays calm", "draws": "I grew up here"}))[1:4] == [
        "I grew up here.",
        f"{YOU_NEED} somebody who stays calm.",
        "I'd like to be that person.",
    ]
    assert "I'd like to bring that." in sentences(statement_of({"needs": "salt, not tweezers"}))


def test_what_was_missed_goes_before_a_second_proof() -> None:
    proofs = [
        {"did": "ran the night shift for six years", "result": "no complaints"},
        {"did": "trained 14 pickers"},
    ]
    statement = statement_of(
        {"proofs": proofs, "missed": "forgot to say I have a forklift licence"}
    )
    lines = sentences(statement)
    assert "I also have a forklift licence." in lines
    assert "I trained 14 pickers." in lines
    assert not any("night shift" in each for each in lines)
    assert any("ran the night shift" in each.words for each in statement.findings)


def test_behind_what_was_done_two_sentences_say_why_and_the_rest_is_named() -> None:
    statement = statement_of(
        ONE
        | {
            "needs": "stays calm",
            "draws": "I went to a school just like this",
            "highlights": "The garden out back! The data wall that is about growth and shames nobody who learns here.",
        }
    )
    lines = sentences(statement)
    assert lines[3:5] == ["I like the garden out back.", "I went to a school just like this."]
    assert any("data wall" in each.words for each in statement.findings)


def test_an_executive_does_not_speak_of_a_job() -> None:
    assert "I'd like this role." in sentences(statement_of(ONE | {"role": "Group CFO"}))
    assert "I'd like this job." in sentences(statement_of(ONE | {"role": "Head Waiter"}))


def test_who_is_not_sure_names_no_need_that_nothing_shows() -> None:
    statement = statement_of(CALM | {"sure": "not-sure"})
    assert "calm" not in " ".join(sentences(statement))
    assert [each.words for each in statement.findings if "nothing that you've typed" in each.words]


def test_two_deeds_answer_a_need_and_what_was_told_one_by_one() -> None:
    lines = sentences(statement_of(EXAMPLES["worked"].record))
    assert lines[1:6] == [
        f"{YOU_NEED} somebody who stays calm when the ward is full.",
        "I think that's me.",
        (
            "I worked two winters in an emergency department, and the new colleagues came to me "
            "with their questions."
        ),
        "You told me that your handovers take half an hour longer than you'd like.",
        "I rewrote the handover sheet on my ward, and it is still in use today.",
    ]


@pytest.mark.parametrize(
    ("record", "question"), CASES["it_ends_with_a_question_that_they_have_not_answered_yet"]
)
def test_it_ends_with_a_question_that_they_have_not_answered_yet(
    record: dict[str, object], question: str
) -> None:
    assert sentences(statement_of(CALM | record))[-1] == question


@pytest.mark.parametrize(
    ("sure", "wish"),
    [
        ("", "I'd like this job."),
        ("sure", "I'd very much like this job, and I hope to work with you."),
        ("not-sure", "I look forward to hearing from you."),
    ],
)
def test_only_who_is_not_sure_is_cool(sure: str, wish: str) -> None:
    assert wish in sentences(statement_of(ONE | {"sure": sure}))


def test_who_has_not_said_whether_they_want_it_is_told_what_the_end_says() -> None:
    assert "said whether you want the job" in answer_to("closing_statement", CALM)["html"]
    assert "said whether you want" not in answer_to("closing_statement", {})["html"]


@pytest.mark.parametrize(
    ("text", "words"), CASES["key_words_stand_together_and_are_no_sentence_cut_up"]
)
def test_key_words_stand_together_and_are_no_sentence_cut_up(text: str, words: str) -> None:
    assert cue(text, 5, small_words(own())) == words


@pytest.mark.parametrize(
    ("record", "opening"), CASES["the_opening_announces_no_more_than_what_follows"]
)
def test_the_opening_announces_no_more_than_what_follows(
    record: dict[str, object], opening: str
) -> None:
    assert sentences(statement_of(record))[0].startswith(f"Before we finish, {opening}")


@pytest.mark.parametrize(
    ("learned", "sentence"),
    [
        ("You told me about the roof.", "I liked hearing about the roof."),
        ("we train people", "I like that you train people."),
        ("a third ward opens", "I was interested to hear that a third ward opens."),
    ],
)
def test_what_they_told_and_no_deed_answers_is_something_that_was_liked(
    learned: str, sentence: str
) -> None:
    assert sentences(statement_of(ONE | {"learned": learned}))[1:3] == [
        "I ran both of the lines.",
        sentence,
    ]


def test_what_is_hard_there_and_no_deed_answers_is_left_out_and_named() -> None:
    statement = statement_of(ONE | {"learned": "the ward is short at night"})
    assert not [each for each in sentences(statement) if "short" in each]
    (finding,) = statement.findings
    assert finding.words.startswith("We left out 'the ward is short at night', because nothing")


def test_hours_and_the_way_there_are_said_where_there_is_nothing_else() -> None:
    """The one thing that somebody typed who lives close by is a reason, too."""
    noted: dict[str, object] = {
        "highlights": "he said the shifts are 4 tens. its close to my house",
        "role": "picker",
    }
    lines = sentences(statement_of({"interviewers": [{"name": "Mike"}], **noted}))
    assert lines[1] == "I'd like this job, and I live close by."
    other = statement_of(ONE | noted)
    assert not [each for each in sentences(other) if "close by" in each or "tens" in each]
    assert sum("Hours, pay and the like" in each.words for each in other.findings) == 2


def test_to_ones_own_manager_nobody_hopes_to_work_with_them() -> None:
    record = {
        "proofs": [{"did": "ran both of the lines"}, {"did": "trained a dozen people"}],
        "sure": "sure",
        "interviewers": [{"name": "Tasha (my current manager)"}],
    }
    wish = "I'd very much like this job, and I'd be glad to go on working with you."
    assert wish in sentences(statement_of(record))


@pytest.mark.parametrize(
    ("words", "has_room", "is_short"),
    [(45, True, True), (46, True, False), (95, True, False), (96, False, False)],
)
def test_a_statement_of_less_than_half_its_time_has_room_for_more_and_of_a_quarter_is_short(
    words: int, *, has_room: bool, is_short: bool
) -> None:
    """At 130 a minute 45 words take 20.8 seconds, 46 21.2, shown as 22, 95 43.8 and 96 44.3, shown as 45."""
    around = (
        "Before we finish, may I say briefly what I'd bring? I ran the wards I'd like this job. "
        "Thank you for your time. What happens next, and when might I hear from you?"
    )
    record = {"proofs": [{"did": "ran the wards" + " a" * (words - len(around.split()))}]}
    status = answer_to("closing_statement", record)["status"]
    assert status.startswith(f"{words} words")
    assert ("Add what they need" in status) == has_room
    assert ("That's short." in status) == is_short


def test_what_was_left_out_for_the_length_leaves_no_room_for_more() -> None:
    record = {
        "proofs": [{"did": f"ran line {each}"} for each in ("one", "two", "three", "four", "five")]
    }
    status = answer_to("closing_statement", record)["status"]
    assert "It fits into" in status
    assert "Add " not in status


def test_a_way_of_saying_it_can_be_chosen_for_each_part() -> None:
    record = CALM | {"openings": [{"part": "needs", "wording": "needs-matters-here"}]}
    assert "What matters here is somebody who stays calm." in sentences(statement_of(record))


def test_there_are_at_least_three_ways_of_saying_each_part() -> None:
    for section in part_words(own()):
        for sure in ("sure", "unsaid", "not-sure"):
            ways = [each for each in wordings(own()) if each.part == section]
            fits = (not each.when or sure in each.when.split() for each in ways)
            assert sum(fits) >= 3, (section, sure)


def test_every_way_of_saying_it_reads_as_the_golden_file_does() -> None:
    """To see them all, read statements.toml; to change one, change it there, too."""
    golden = read_toml(Path(__file__).with_name("statements.toml"))
    for name, table in golden.items():
        interview = request_of(table["record"]).interview
        for id, expected in table["said"].items():
            section = next(each.part for each in wordings(own()) if each.id == id)
            ways = say(part_words(own())[section], interview, TODAY, own())
            spoken = [each.sentences for each in ways if each.wording.id == id]
            assert spoken == [tuple(expected)], (name, id)
    shown = {id for table in golden.values() for id in table["said"]}
    assert shown == {each.id for each in wordings(own())}


def test_what_answers_what_was_heard_stands_behind_it_wherever_it_was_typed() -> None:
    ward: dict[str, object] = {
        "learned": "the ward is getting 4 new HDU beds",
        "missed": "I did my placement on a stroke ward",
        "proofs": [{"did": "set up a handover sheet", "result": "they still use it"}],
        "news": "I've passed my IV cannulation competency",
    }
    spoken = sentences(statement_of(ward))
    assert spoken[1:3] == [
        "I set up a handover sheet, and it's still in use.",
        "I also did my placement on a stroke ward.",
    ]
    other = sentences(statement_of(ward | {"learned": "your handovers take an hour"}))
    assert other[1:4] == [
        "I did my placement on a stroke ward.",
        "You told me that your handovers take an hour.",
        "I set up a handover sheet, and it's still in use.",
    ]


@pytest.mark.parametrize(("did", "lines"), CASES["a_long_deed_is_two_sentences"])
def test_a_long_deed_is_two_sentences(did: str, lines: list[str]) -> None:
    spoken = sentences(statement_of({"proofs": [{"did": did}], "sure": "sure"}))
    at = spoken.index(lines[0])
    assert spoken[at : at + len(lines)] == lines


def test_two_things_done_are_told_and_all_of_them_where_there_is_time() -> None:
    proofs = [
        {"did": f"ran the long line number {each} for years and years"}
        for each in ("one", "two", "three")
    ]
    short, long = (
        statement_of({"proofs": proofs, "statement_length": length}) for length in ("", "120")
    )
    assert sum("ran the long line" in each for each in sentences(short)) == 2
    assert [each.words for each in short.findings if "so that it stays short" in each.words]
    assert sum("ran the long line" in each for each in sentences(long)) == 3
    assert not [each for each in long.findings if each.check == "half-sentence"]


def test_everything_noted_of_the_talk_is_said_or_named() -> None:
    record = {
        "interviewers": [
            {"name": "Karen", "said": "nobody goes on nights in the first 6 weeks"},
            {"name": "Imran", "said": "the junior doctors listen to the nurses here"},
            {"name": "Jo", "said": "closing is the hard part"},
            {"name": "Bea", "said": "they lost two colleagues last year"},
        ],
        "highlights": "The exchange with Lyon. The tour of the ward. you all seem nice",
        "draws": "you train new people yourselves",
        "proofs": [
            {
                "did": "ran both of the lines",
                "result": "it saved the firm nine thousand pounds a year",
            }
        ],
    }
    statement = statement_of(record)
    text = " ".join([*sentences(statement), *(each.words for each in statement.findings)])
    for words in ("nights", "junior doctors", "closing", "lost two", "Lyon", "tour", "seem nice"):
        assert words in text, words

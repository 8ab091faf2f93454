"""Statements counted by hand: their words, their seconds, what the checks notice, and what stands on the card."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.own import own
from playbook.tool import Example
from playbook.tools import get_tool
from playbook.tools.closing_statement.assemble import part_words, say, wordings
from playbook.tools.closing_statement.checks import look_at
from playbook.tools.closing_statement.cues import cue
from playbook.tools.closing_statement.model import Statement
from playbook.tools.closing_statement.pace import count_words
from playbook.tools.closing_statement.plain import small_words
from playbook.tools.closing_statement.rules import compute
from playbook.tools.closing_statement.words import text
from tests.playbook.readers import answer_to, request_of

TODAY = date(2026, 11, 22)
EXAMPLES = {each.id: each for each in get_tool("closing-statement").examples()}


def statement_of(record: Mapping[str, object]) -> Statement:
    return compute(request_of(record), own())


def sentences(statement: Statement) -> list[str]:
    return [line for section in statement.parts for line in section.sentences]


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_examples_are_what_was_worked_out_by_hand(example: Example) -> None:
    statement = compute(request_of(example.record, example.today), own())
    expected = example.expected
    assert {section.id: section.count for section in statement.said} == expected["words"]
    assert statement.count == expected["total"]
    assert statement.seconds == expected["seconds"]
    assert statement.verdict == expected["verdict"]
    assert statement.reserved == expected["reserved"]
    assert [each.check for each in statement.findings] == expected["findings"]
    assert statement.pace.rate == expected.get("rate", 130)
    cues = {section.id: list(section.cues) for section in statement.parts}
    assert cues | expected.get("cues", {}) == cues


YOU_NEED = "As I understand it, you need"
ONE = {"proofs": [{"did": "ran two lines"}]}
"""Something done, without which there is no statement."""
CALM = {"needs": "stays calm", **ONE}


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        ({"needs": "stays calm"}, f"{YOU_NEED} somebody who stays calm."),
        ({"needs": "Stays calm."}, f"{YOU_NEED} somebody who stays calm."),
        ({"needs": "somebody who stays calm"}, f"{YOU_NEED} somebody who stays calm."),
        ({"needs": "You need a calm person!"}, f"{YOU_NEED} a calm person."),
        ({"needs": "A calm person"}, f"{YOU_NEED} a calm person."),
        ({"needs": "experience with thin steel"}, f"{YOU_NEED} experience with thin steel."),
        ({"needs": "2 hands"}, f"{YOU_NEED} 2 hands."),
        ({"needs": "be flexible"}, f"{YOU_NEED} somebody who is flexible."),
        ({"needs": "fast"}, f"{YOU_NEED} somebody who is fast."),
        ({"needs": "clean fast"}, f"{YOU_NEED} somebody who can clean fast."),
        ({"needs": "turn up on time"}, f"{YOU_NEED} somebody who can turn up on time."),
        ({"needs": "to be organised"}, f"{YOU_NEED} somebody who is organised."),
        ({"needs": "Managing people"}, f"{YOU_NEED} somebody who can manage people."),
        ({"needs": "data skills"}, f"{YOU_NEED} somebody with data skills."),
        ({"needs": "engineer with global mind"}, f"{YOU_NEED} an engineer with global mind."),
        ({"needs": "salt, not tweezers"}, f"{YOU_NEED} salt, not tweezers."),
        ({"needs": "blokes who show up"}, f"{YOU_NEED} blokes who show up."),
        ({"needs": "team player"}, f"{YOU_NEED} a team player."),
    ],
)
def test_a_need_goes_on_where_the_sentence_begins(record: dict[str, object], sentence: str) -> None:
    assert sentence in sentences(statement_of(record | ONE))


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        ({"proofs": [{"did": "10 years as a nurse"}]}, "I have 10 years as a nurse."),
        ({"proofs": [{"did": "Ran two lines"}]}, "I ran two lines."),
        ({"proofs": [{"did": "at the mill I ran it"}]}, "At the mill I ran it."),
        ({"proofs": [{"did": "I ran two lines."}]}, "I ran two lines."),
        ({"proofs": [{"did": "I’ve run two lines"}]}, "I’ve run two lines."),
        (
            {"proofs": [{"did": "ran it", "result": "And nobody left."}]},
            "I ran it, and nobody left.",
        ),
        (
            {"proofs": [{"did": "ran it", "result": "It still runs."}]},
            "I ran it, and it still runs.",
        ),
        ({"missed": "I can butcher."}, "I can butcher."),
        ({"missed": "got my DG endorsement"}, "I've got my DG endorsement."),
        ({"missed": "I should have said that I ran two lines"}, "I ran two lines."),
        ({"missed": "im good at maths"}, "I'm good at maths."),
        (
            {"news": "Our deli passed its inspection with a 98"},
            "Our deli passed its inspection with a 98.",
        ),
        ({"news": "passed the medical"}, "I passed the medical."),
        (
            {"proofs": [{"did": "set up a handover sheet", "result": "they still use it"}]},
            "I set up a handover sheet, and it's still in use.",
        ),
        (
            {"proofs": [{"did": "ran the till", "result": "they promoted me twice"}]},
            "I ran the till, and I was promoted twice.",
        ),
        (
            {"proofs": [{"did": "trained four students", "result": "they all stayed"}]},
            "I trained four students, and they all stayed.",
        ),
    ],
)
def test_a_deed_goes_on_where_the_sentence_begins(record: dict[str, object], sentence: str) -> None:
    opening, first, *_ = sentences(statement_of(record | {"draws": "I grew up here"}))
    assert opening.startswith("Before we finish, ")
    assert first == sentence


@pytest.mark.parametrize(
    ("draws", "sentence", "wish"),
    [
        ("Because I grew up here", "I grew up here.", "So I'd"),
        ("working with my hands", "I like working with my hands.", "So I'd"),
        ("to learn the trade", "I want to learn the trade here.", "So I'd"),
        ("I want to grow my career", "I want to grow my career here.", "So I'd"),
        ("it's the school I went to", "This is the school I went to.", "So I'd"),
        ("the team", "What I like most is the team.", "I'd"),
        ("I'd build it from nothing", "What I like most is that I'd build it from nothing.", "I'd"),
        (
            "you train new people yourselves",
            "What I like most is that you train new people yourselves.",
            "I'd",
        ),
    ],
)
def test_a_reason_leads_to_wanting_the_job(draws: str, sentence: str, wish: str) -> None:
    lines = sentences(statement_of({"draws": draws, "sure": "sure", **ONE}))
    at = lines.index("I ran two lines.")
    assert lines[at + 1 : at + 3] == [
        sentence,
        f"{wish} very much like this job, and I hope to work with you.",
    ]


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        ({"needs": "stays calm"}, f"{YOU_NEED} somebody who stays calm."),
        ({"draws": "I grew up here"}, "I grew up here."),
        ({"missed": "I can butcher"}, "I can butcher."),
        ({"highlights": "the solar jobs"}, "I liked hearing about the solar jobs."),
        (
            {"learned": "the ward moves in May"},
            "I was interested to hear that the ward moves in May.",
        ),
        ({"role": "picker", "employer": "Parcelway"}, "I'd like this job."),
        ({"sure": "sure"}, "I'd very much like this job, and I hope to work with you."),
        ({"missed": "I'm not rusty", "draws": "the team"}, "What I like most is the team."),
    ],
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
    ("record", "add"),
    [
        ({"needs": "stays calm"}, "Add one thing you've done"),
        ({"proofs": [{"did": "ran two lines"}]}, "Add what they need most"),
        (CALM, "Add what came of the thing you've done"),
        (
            {"proofs": [{"did": "ran it", "result": "it still runs"}], "needs": "runs"},
            "Add why you'd like",
        ),
    ],
)
def test_a_short_statement_names_the_thing_that_would_do_most_for_it(
    record: dict[str, object], add: str
) -> None:
    assert f"at an easy pace. {add}" in answer_to("closing_statement", record)["status"].replace(
        "That's short. ", ""
    )


TWO = {"interviewers": [{"name": "Jennifer"}, {"name": "Marcus"}], **ONE}


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (
            {
                "interviewers": [
                    {"name": "Greg", "said": "shrink is the number he looks at first"}
                ],
                "proofs": [{"did": "cut our stock loss by a third"}],
            },
            "You told me that shrink is the number you look at first.",
        ),
        (
            {
                "interviewers": [
                    {"name": "Tasha"},
                    {"name": "Greg", "said": "shrink is the number he looks at first"},
                ],
                "proofs": [{"did": "cut our stock loss by a third"}],
            },
            "Greg, you told me that shrink is the number you look at first.",
        ),
        (
            {"interviewers": [{"name": "Wiremu", "said": "no one's a number here mate"}]},
            "I like that no one's a number here.",
        ),
        (
            {"interviewers": [{"name": "Mrs MacLeod", "said": "we don't do shouting here"}]},
            "I like that you don't do shouting here.",
        ),
        (
            {"interviewers": [{"name": "Gareth", "said": "he started as an apprentice too"}]},
            "I liked hearing that you started as an apprentice too.",
        ),
        (
            {
                "interviewers": [{"name": "Gareth", "said": "he started as an apprentice too"}],
                "role": "apprentice electrician",
            },
            "You told me that you started as an apprentice too, and that's how I'd like to start.",
        ),
        (
            {"highlights": "how you publish the debt data"},
            "I liked hearing how you publish the debt data.",
        ),
        (
            {"highlights": "Your stock. 48 hours, and you let me taste it."},
            "I liked hearing about your stock: 48 hours, and you let me taste it.",
        ),
        (
            {"highlights": "How to run the deli when two people call out"},
            "I liked talking with you about how to run the deli when two people call out.",
        ),
        (
            {"highlights": "The exchange with Lyon; the pupil panel (loved their questions!!)"},
            "I liked hearing about the exchange with Lyon, and I loved the pupil panel's questions.",
        ),
        ({"highlights": "the tour of the ward"}, "Thank you for the tour of the ward."),
        (
            {"promised": [{"what": "my NMC PIN"}], "sure": "sure"},
            "As I promised, I'll send you my NMC PIN.",
        ),
        (
            {"promised": [{"what": "Come for a trial shift on Tuesday"}], "sure": "sure"},
            "I look forward to the trial shift on Tuesday.",
        ),
        (
            {"news": "passed the medical"},
            "I ran two lines, and I passed the medical.",
        ),
        (
            {"news": "our deli passed its inspection with a 98"},
            "And I have some news: our deli passed its inspection with a 98.",
        ),
        (
            {"missed": "I did my placement on a stroke ward"},
            "I ran two lines, and I did my placement on a stroke ward.",
        ),
        (
            {
                "proofs": [{"did": "set up a handover sheet", "result": "they still use it"}],
                "missed": "I did my placement on a stroke ward",
            },
            "I also did my placement on a stroke ward.",
        ),
    ],
)
def test_what_was_noted_of_the_talk_is_part_of_what_is_said(
    record: dict[str, object], sentence: str
) -> None:
    assert sentence in sentences(statement_of(ONE | record))


@pytest.mark.parametrize(
    "words",
    [
        "that I should stop apologizing for asking for this",
        "they've booked a BSL interpreter for every interview since 2021",
        "nights are paid double",
        "they lost two colleagues last year",
    ],
)
def test_what_is_about_the_reader_or_hours_or_a_loss_is_not_told_back(words: str) -> None:
    record = ONE | {"interviewers": [{"name": "Helena", "said": words}]}
    assert sentences(statement_of(record))[1:3] == ["I ran two lines.", "I'd like this job."]


def test_good_news_goes_before_a_rule_of_the_house() -> None:
    people = [
        {"name": "Mrs MacLeod", "said": "we don't do shouting here"},
        {"name": "Mr Innes", "said": "uptake has doubled since they brought back the exchange"},
    ]
    lines = sentences(
        statement_of(ONE | {"interviewers": people, "highlights": "the exchange with Lyon"})
    )
    exchange = lines.index("I liked hearing about the exchange with Lyon.")
    assert lines[exchange + 1] == (
        "I like that uptake has doubled since you brought back the exchange, "
        "and that you don't do shouting here."
    )


def test_what_they_need_is_not_told_back_a_second_time() -> None:
    chair = {"name": "Sir Martin", "said": "the board wants cash discipline before growth"}
    lines = sentences(statement_of(ONE | {"needs": "cash discipline", "interviewers": [chair]}))
    assert len([each for each in lines if "cash discipline" in each]) == 1


def test_a_need_that_was_told_is_told_back_as_a_whole_sentence() -> None:
    sue = {"name": "Sue", "said": "the branch needs somebody who can say no to the council"}
    lines = sentences(statement_of(ONE | {"interviewers": [sue]}))
    assert "You told me that the branch needs somebody who can say no to the council." in lines


def test_a_wish_for_oneself_is_joined_to_what_they_do_for_it() -> None:
    promotes = {"name": "Jennifer", "said": "we promote from within"}
    record = ONE | {"interviewers": [promotes], "draws": "i want to move up", "sure": "sure"}
    statement = statement_of(record)
    assert "I want to move up, and I like that you promote from within." in sentences(statement)
    assert not [each for each in statement.findings if each.check == "about-you"]


@pytest.mark.parametrize(
    ("record", "link"),
    [
        ({"needs": "can run a line"}, "I think that's me: "),
        ({"needs": "an operator for the second line"}, "I think that's me: "),
        ({"needs": "experience with assembly lines"}, "I can bring that: "),
        ({"learned": "a third line opens"}, "I know something about that: "),
        ({"learned": "the lines stand still a lot"}, "I've worked on that: "),
        ({"learned": "the lines are always behind"}, "I've worked on that: "),
        ({"needs": "stays calm"}, ""),
        ({"learned": "the ward moves"}, ""),
        ({}, ""),
    ],
)
def test_what_they_need_or_told_leads_to_the_deed_that_answers_it(
    record: dict[str, object], link: str
) -> None:
    deeds = {"proofs": [{"did": "ran two lines", "result": "the second line still runs"}]}
    lines = sentences(statement_of(record | deeds))
    at = lines.index(f"{link}I ran two lines, and the second line still runs.")
    before = ("As I understand it, you need", "You told me") if link else ("Before we finish",)
    assert lines[at - 1].startswith(before)


def test_a_need_that_nothing_shows_leads_to_the_wish_and_to_no_deed() -> None:
    assert sentences(statement_of(CALM | {"sure": "sure", "draws": "I grew up here"}))[1:5] == [
        "I ran two lines.",
        "I grew up here.",
        f"{YOU_NEED} somebody who stays calm.",
        "I'd very much like to be that person, and I hope to work with you.",
    ]
    assert sentences(statement_of(ONE | {"needs": "fresh ideas"}))[1:4] == [
        "I ran two lines.",
        f"{YOU_NEED} somebody with fresh ideas.",
        "I'd like to be that person.",
    ]
    assert sentences(statement_of(ONE | {"needs": "salt, not tweezers"}))[3] == (
        "I'd like to bring that."
    )


def test_who_is_not_sure_names_no_need_that_nothing_shows() -> None:
    statement = statement_of(CALM | {"sure": "not-sure"})
    assert "calm" not in " ".join(sentences(statement))
    assert [each.found for each in statement.findings if "nothing that you've typed" in each.found]


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
        (
            "I've worked on that: I rewrote the handover sheet on my ward, and it is still in use "
            "today."
        ),
    ]


@pytest.mark.parametrize(
    ("record", "question"),
    [
        ({}, "What happens next, and when might I hear from you?"),
        ({"promise": "he said hed text me"}, "What happens next, and when might I hear from you?"),
        (
            {"promise": "by end of next week"},
            (
                "You've told me when I'll hear from you. "
                "Is there anything else you need from me before then?"
            ),
        ),
        (
            {"promise": "by end of next week", "ended_on": "2026-11-19"},
            "Is there anything else you need from me before Friday?",
        ),
        (
            {"promise": "within two weeks", "ended_on": "2026-11-20", "country": "US"},
            "Is there anything else you need from me before Friday, December 4?",
        ),
        (
            {"promise": "tomorrow", "ended_on": "2026-11-19"},
            "What happens next, and when might I hear from you?",
        ),
        (
            {"promise": "come back tuesday for a trial shift"},
            "Is there anything else you need from me now?",
        ),
    ],
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
    ("text", "words"),
    [
        ("I worked two winters in an emergency department.", "two winters, emergency department"),
        (
            "your handovers take half an hour longer than you'd like",
            "handovers, half an hour longer",
        ),
        (
            "I rewrote the handover sheet on my ward, and it's still in use.",
            "handover sheet on my ward",
        ),
        ("I ran a crew of 12 at Dunkin and I never had a no-show.", "crew of 12 at Dunkin"),
        ("I handled 90 calls a day and got 96% CSAT.", "90 calls a day"),
        ("somebody who stays calm when the ward is full", "stays calm"),
        ("because you train new people yourselves", "train new people yourselves"),
        ("that the ward is getting 4 new HDU beds in January", "ward, 4 new HDU beds"),
        ("that the account is for a US telco", "account, US telco"),
        ("because I want to move up", "move up"),
    ],
)
def test_key_words_stand_together_and_are_no_sentence_cut_up(text: str, words: str) -> None:
    assert cue(text, 5, small_words(own())) == words


@pytest.mark.parametrize(
    ("record", "opening"),
    [
        ({"missed": "I can butcher", "draws": "you cook"}, "there's something I'd like to add."),
        ({"sure": "sure"}, "there's one thing I'd like to say."),
        ({"highlights": "the data", "sure": "sure"}, "may I say briefly why I'd like this job?"),
        ({"highlights": "the data"}, "there's something I'd like to add."),
        (
            {
                "proofs": [{"did": "helped my uncle rewire his garage"}],
                "missed": "im good at maths",
            },
            "there's something",
        ),
        (
            {"proofs": [{"did": "rewrote the S2 course", "result": "uptake went from 34 to 61"}]},
            "there's something",
        ),
        (
            {
                "proofs": [
                    {"did": "handled 90 calls a day"},
                    {"did": "trained all of the new starters"},
                ]
            },
            "may I say briefly what I'd bring?",
        ),
        (ONE | {"needs": "can run a line"}, "may I say briefly what I'd bring?"),
        (ONE | {"needs": "can run a line", "sure": "sure"}, "may I say briefly why I'd suit"),
        (CALM, "there's something I'd like to add."),
    ],
)
def test_the_opening_announces_no_more_than_what_follows(
    record: dict[str, object], opening: str
) -> None:
    assert sentences(statement_of(record))[0].startswith(f"Before we finish, {opening}")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"missed": "I'm not rusty"}, "a doubt that they may not have"),
        ({"missed": "I use Access to Work"}, "when they ask what you need"),
        ({"missed": "I'd work for less pay"}, "Hours, pay and the like"),
        ({"missed": "they loved my cakes"}, "nothing says who they are"),
        ({"draws": "it's close to my house"}, "Hours, pay and the like"),
        ({"draws": "I'm tired of nights"}, "Hours, pay and the like"),
        ({"draws": "my boss is awful"}, "kept to yourself"),
        ({"missed": "Trabajé tres años en una panadería"}, "To say it in your own language"),
    ],
)
def test_what_is_better_not_said_is_left_out_and_named(typed: dict[str, object], why: str) -> None:
    record = {"proofs": [{"did": "handled 90 calls a day"}, {"did": "ran two lines"}], **typed}
    statement = statement_of(record)
    (words,) = typed.values()
    assert str(words) not in " ".join(sentences(statement))
    assert [each.found for each in statement.findings if why in each.found]


@pytest.mark.parametrize(
    ("draws", "noticed"),
    [
        ("I want to move up", True),
        ("i want to grow my career", True),
        ("I'm looking for a challenge", True),
        ("I want to learn from you", False),
        ("you train new people yourselves", False),
        ("working with my hands", False),
    ],
)
def test_a_reason_that_is_about_oneself_alone_gets_a_remark(
    draws: str,
    noticed: bool,  # noqa: FBT001 - a table of examples
) -> None:
    remarks = [each.check for each in statement_of({"draws": draws, **ONE}).findings]
    assert ("about-you" in remarks) == noticed


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
    assert sentences(statement_of(CALM | {"learned": learned}))[1:3] == [
        "I ran two lines.",
        sentence,
    ]


def test_what_is_hard_there_and_no_deed_answers_is_left_out_and_named() -> None:
    statement = statement_of(ONE | {"learned": "the ward is short at night"})
    assert not [each for each in sentences(statement) if "short" in each]
    (finding,) = statement.findings
    assert finding.found.startswith("We left out 'the ward is short at night', because nothing")


def test_hours_and_pay_are_not_told_back() -> None:
    statement = statement_of(ONE | {"learned": "nights are paid double"})
    assert not [each for each in sentences(statement) if "told me" in each]
    assert [each.found for each in statement.findings if "Hours, pay and the like" in each.found]
    assert statement.reserved == 12


def test_hours_and_the_way_there_are_said_where_there_is_nothing_else() -> None:
    """The one thing that somebody typed who lives close by is a reason, too."""
    noted: dict[str, object] = {
        "highlights": "he said the shifts are 4 tens. its close to my house",
        "role": "picker",
    }
    lines = sentences(statement_of({"interviewers": [{"name": "Mike"}], **noted}))
    assert lines[1] == "You told me that the shifts are 4 tens, and I live close by."
    other = statement_of(ONE | noted)
    assert not [each for each in sentences(other) if "close by" in each or "tens" in each]
    assert sum("Hours, pay and the like" in each.found for each in other.findings) == 2


def test_what_the_reader_adds_stands_beside_their_proofs() -> None:
    record = {
        "proofs": [{"did": "handled 90 calls a day", "result": "got 96% CSAT"}],
        "missed": "I have 2 years of BPO experience. I was nervous.",
    }
    statement = statement_of(record)
    assert sentences(statement)[1:3] == [
        "I handled 90 calls a day and got 96% CSAT.",
        "I also have 2 years of BPO experience.",
    ]
    assert [each.check for each in statement.findings] == ["half-sentence"]


def test_a_proof_that_stands_in_what_the_reader_adds_is_said_once() -> None:
    record = {
        "proofs": [
            {"did": "chaired a parents' council of 40", "result": "we got the crossing built"}
        ],
        "missed": "For six years I chaired the parents' council and did the payroll. I'm not rusty!",
    }
    assert sentences(statement_of(record))[1:3] == [
        "For six years I chaired a parents' council of 40, and we got the crossing built.",
        "I also did the payroll.",
    ]


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (
            "got 96% CSAT",
            ["I handled 90 calls a day at Callbridge, and I got 96% CSAT.", "I'd like this job."],
        ),
        (
            "with fewer complaints",
            [
                "I handled 90 calls a day, with fewer complaints.",
                "I also handled 90 calls a day at Callbridge.",
            ],
        ),
    ],
)
def test_what_came_of_a_proof_is_never_lost(result: str, expected: list[str]) -> None:
    record = {
        "proofs": [{"did": "handled 90 calls a day", "result": result.removeprefix("with ")}],
        "missed": "I handled 90 calls a day at Callbridge",
    }
    assert sentences(statement_of(record))[1:3] == expected


def test_to_ones_own_manager_nobody_hopes_to_work_with_them() -> None:
    record = {
        "proofs": [{"did": "ran two lines"}, {"did": "trained a dozen people"}],
        "sure": "sure",
        "interviewers": [{"name": "Tasha (my current manager)"}],
    }
    wish = "I'd very much like this job, and I'd be glad to go on working with you."
    assert wish in sentences(statement_of(record))


def test_words_in_another_language_are_named_in_one_sentence() -> None:
    record = {
        "proofs": [{"did": "abrí la panadería sola", "result": "nunca llegué tarde"}],
        "draws": "me gusta hablar con la gente",
        "sure": "sure",
    }
    statement = statement_of(record)
    assert statement.verdict == "empty"
    assert answer_to("closing_statement", record)["status"].startswith("We write in English only")
    (finding,) = statement.findings
    for typed in ("abrí la panadería sola", "nunca llegué tarde", "me gusta hablar con la gente"):
        assert f"'{typed}'" in finding.found
    assert finding.found.count("because") == 1


def test_without_a_word_typed_there_is_no_statement_but_every_prompt() -> None:
    statement = statement_of({"interviewers": [{"name": "Dana"}]})
    assert statement.verdict == "empty"
    assert sentences(statement) == []
    assert len(statement.missing) == 6
    html = answer_to("closing_statement", {})["html"]
    prompts = re.findall(r'<p class="pb-prompt">(.*?) <button', html)
    assert len(prompts) == 6
    assert all(each.endswith((".", "?")) for each in prompts)


def test_the_time_for_what_is_heard_in_the_room_stays_free_until_it_is_heard() -> None:
    assert statement_of(CALM).reserved == 12
    assert statement_of(CALM | {"statement_length": "120"}).reserved == 16
    assert statement_of(CALM | {"learned": "wards move"}).reserved == 0


@pytest.mark.parametrize(
    ("words", "verdict"),
    [(195, "room"), (196, "tight"), (225, "tight"), (226, "long")],
)
def test_ninety_seconds_are_195_words_at_an_easy_pace_and_225_at_a_quick_one(
    words: int, verdict: str
) -> None:
    around = (
        "Before we finish, may I say briefly what I'd bring? I ran the wards I also ran the halls "
        "I'd like this job. Thank you for your time. What happens next, and when might I hear from you?"
    )
    more = " a" * 90
    rest = " a" * (words - len(f"{around}{more}".split()))
    proofs = [{"did": f"ran the wards{more}"}, {"did": f"ran the halls{rest}"}]
    statement = statement_of({"proofs": proofs, "learned": "wards open in May"})
    assert statement.count == words
    assert statement.verdict == verdict


def test_the_parts_share_all_of_the_time_whatever_the_length() -> None:
    for length, seconds in (("", 90), ("60", 60), ("120", 120)):
        statement = statement_of({"sure": "sure", "statement_length": length})
        assert sum(section.share for section in statement.parts) == seconds


def test_each_part_and_all_of_it_show_the_seconds_of_their_own_words() -> None:
    """At 130 a minute 27 words take 12.5 seconds, 55 25.4, 11 5.1, 13 6.0, 19 8.8, and all 125 57.7."""
    answer = answer_to("closing_statement", EXAMPLES["worked"].record)
    shown = re.findall(r"<td>(\d+)</td><td>\d+ s</td><td>(\d+) s</td>", answer["html"])
    assert [(int(words), int(seconds)) for words, seconds in shown] == [
        (27, 13),
        (55, 26),
        (11, 6),
        (13, 6),
        (19, 9),
        (125, 58),
    ]
    assert answer["status"].startswith("125 words, about 58 seconds at an easy pace.")
    assert answer["text"].startswith(answer["status"])
    assert "the parts may come to a few seconds more than all of it" in answer["html"]


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


def test_a_part_that_shows_more_seconds_than_it_has_room_for_is_the_one_that_is_over() -> None:
    """36 seconds have room for 78 words at 130 a minute; 79 take 36.5."""
    opening = "Before we finish, may I say briefly what I'd bring? I ran the wards"
    for words, over in ((78, 0), (79, 1)):
        did = "ran the wards" + " a" * (words - len(opening.split()))
        statement = statement_of({"proofs": [{"did": did}]})
        section = next(each for each in statement.parts if each.id == "proofs")
        assert (section.count, section.share, section.over) == (words, 36, over)


def test_the_part_that_is_too_long_is_the_one_to_trim() -> None:
    proofs = [{"did": "ran the wards" + " a" * 120, "result": "it ran" + " a" * 120}]
    record = {"proofs": proofs, "sure": "sure", "learned": "wards move"}
    answer = answer_to("closing_statement", record)
    assert "Your examples: about" in answer["text"]
    assert "Where you stand: about" not in answer["text"]


def test_a_pace_of_ones_own_counts_before_the_usual_ones() -> None:
    statement = statement_of(
        ONE | {"needs": "is" + " a" * 100, "learned": "wards move", "own_rate_seconds": "60"}
    )
    assert (statement.pace.id, statement.pace.rate, statement.verdict) == ("own", 60, "long")


@pytest.mark.parametrize("seconds", ["0", "1", "9", "500"])
def test_a_clock_left_running_is_no_pace(seconds: str) -> None:
    statement = statement_of({"needs": "stays calm", "own_rate_seconds": seconds})
    assert statement.pace.id == "slow"


@pytest.mark.parametrize("seconds", ["0", "5", "11", "92", "500"])
def test_seconds_that_nobody_reads_in_are_named_with_those_that_count(seconds: str) -> None:
    """60 words at 300 a minute take 12 seconds; in 91 they are 39.6 a minute, rounded to 40."""
    record = {"needs": "stays calm", "own_rate_seconds": seconds}
    assert answer_to("closing_statement", record)["errors"] == {
        "own_rate_seconds": f"{seconds} seconds for 60 words can't be right. "
        "Write a number from 12 to 91, or leave it empty."
    }
    assert statement_of(record).pace.id == "slow"


def test_one_second_is_not_said_as_several() -> None:
    errors = answer_to("closing_statement", {"needs": "a", "own_rate_seconds": "1"})["errors"]
    assert errors["own_rate_seconds"].startswith("1 second for 60 words")


@pytest.mark.parametrize("seconds", ["", "12", "91"])
def test_seconds_that_count_are_not_named(seconds: str) -> None:
    record = CALM | {"own_rate_seconds": seconds}
    assert answer_to("closing_statement", record)["errors"] == {}
    assert statement_of(record).pace.id == ("own" if seconds else "slow")


def test_seconds_that_are_no_number_are_named() -> None:
    answer = answer_to("closing_statement", CALM | {"own_rate_seconds": "half a minute"})
    assert list(answer["errors"]) == ["own_rate_seconds"]
    assert "stays calm" in answer["text"]


def test_the_sample_has_the_words_that_its_rule_says() -> None:
    assert count_words(text(own(), "sample")) == own().rules["pace-sample"].value


def test_a_way_of_saying_it_can_be_chosen_for_each_part() -> None:
    record = CALM | {
        "openings": [{"part": "needs", "wording": "needs-matters-here"}],
    }
    assert "What matters here is somebody who stays calm." in sentences(statement_of(record))


def test_nothing_that_we_word_ourselves_is_noticed_by_our_own_checks() -> None:
    record = {
        "needs": "x",
        "proofs": [{"did": "x"}, {"did": "x"}, {"did": "x"}],
        "learned": "x",
        "draws": "x",
        "employer": "X",
    }
    for sure in ("sure", "not-sure"):
        interview = request_of(record | {"sure": sure}).interview
        for section in part_words(own()).values():
            for spoken in say(section, interview, TODAY, own()):
                assert look_at(section.id, spoken.sentences, 20, own()) == ()


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


def test_what_answers_what_was_heard_comes_first_wherever_it_was_typed() -> None:
    ward: dict[str, object] = {
        "learned": "the ward is getting 4 new HDU beds",
        "missed": "I did my placement on a stroke ward",
        "proofs": [{"did": "set up a handover sheet", "result": "they still use it"}],
        "news": "I've passed my IV cannulation competency",
    }
    spoken = sentences(statement_of(ward))
    assert spoken[1:4] == [
        "You told me that the ward is getting 4 new HDU beds.",
        (
            "I know something about that: I did my placement on a stroke ward, and I've passed my IV "
            "cannulation competency."
        ),
        "I also set up a handover sheet, and it's still in use.",
    ]
    other = sentences(statement_of(ward | {"learned": "the canteen is closing"}))
    assert other[1] == "I set up a handover sheet, and it's still in use."


@pytest.mark.parametrize(
    ("did", "lines"),
    [
        (
            (
                "negotiated a four-year agreement with the dockworkers' union at the port of Klang without a"
                " strike, and berth productivity went up 18% in two years"
            ),
            [
                "I negotiated a four-year agreement with the dockworkers' union at the port of Klang without a strike.",
                "Berth productivity went up 18% in two years.",
            ],
        ),
        ("ran it, and it runs", ["I ran it, and it runs."]),
    ],
)
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
    assert [each.found for each in short.findings if "so that it stays short" in each.found]
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
            {"did": "ran two lines", "result": "it saved the firm nine thousand pounds a year"}
        ],
    }
    statement = statement_of(record)
    text = " ".join([*sentences(statement), *(each.found for each in statement.findings)])
    for words in ("nights", "junior doctors", "closing", "lost two", "Lyon", "tour", "seem nice"):
        assert words in text, words

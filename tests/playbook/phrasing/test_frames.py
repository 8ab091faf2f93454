"""The sentence that each kind of typed words gets, and what no sentence is made of. Expectations written by hand."""

import pytest

from playbook.phrasing.asks import promised
from playbook.phrasing.deeds import add_proof, missed, proof
from playbook.phrasing.reasons import draws
from playbook.phrasing.recall import (
    learned,
    recalled,
    said_in_group,
    told_of,
)
from playbook.phrasing.recollection import recall_later, worth_recalling
from playbook.phrasing.tone import is_practical, is_sad, is_welcome

WISH = "I would very much like"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        # good for people: anybody would be glad
        (
            "they've booked an interpreter for every interview since 2021",
            "It was encouraging to hear that you've booked an interpreter for every interview since 2021.",
        ),
        (
            "no one's a number there",
            "It was encouraging to hear that no one's a number there.",
        ),
        (
            "we weld the bleachers ourselves",
            "It was encouraging to hear that you weld the bleachers yourselves.",
        ),
        # neither good nor bad: as it is
        ("closing is the hard part", "You told me that closing is the hard part."),
        ("we don't do shouting there", "You told me that you don't do shouting there."),
        (
            "shrink is the number he looks at first",
            "You told me that shrink is the number you look at first.",
        ),
        # of themselves
        (
            "I don't want tweezers, I want salt",
            "It was good to hear that you don't want tweezers, you want salt.",
        ),
        (
            "i was the only girl on my course too",
            "It was good to hear that you were the only girl on your course too.",
        ),
        (
            "I judge a CFO by how early the bad news comes",
            "It was good to hear that you judge a CFO by how early the bad news comes.",
        ),
        ("My team has no turnover", "You told me that your team has no turnover."),
        ("You should know our clients are traders", "You told me that your clients are traders."),
        (
            "He's worked there since he was a trainee",
            "It was good to hear that you've worked there since you were a trainee.",
        ),
        ("clients stay", "It was encouraging to hear that clients stay."),
        # hours, pay and the like
        ("the shifts are 4 tens", "It was helpful to hear that the shifts are 4 tens."),
        # what the reader liked, where they wrote it
        ("I liked that they let owners stay", "I liked that you let owners stay."),
        ("I really enjoyed the tour", "I enjoyed the tour."),
        # advice
        ("measure twice cut once", "It was good to get your advice to measure twice cut once."),
    ],
)
def test_what_somebody_said_gets_the_sentence_that_fits_it(typed: str, sentence: str) -> None:
    assert recalled("said", typed).text == sentence


@pytest.mark.parametrize(
    "typed",
    [
        "I must come at 6",
        "I want to work there",
        "I have the right experience",
        "turn up on time and we'll get on fine",
        "please tell us your start date",
        "they give you a lift if the bus doesn't come",
    ],
)
def test_where_you_or_i_may_be_anybody_nothing_is_made_of_it(typed: str) -> None:
    framed = recalled("said", typed)
    assert framed.text == ""
    assert [each.why for each in framed.left] == ["whose"]


@pytest.mark.parametrize(
    ("typed", "sentence", "left"),
    [
        (
            "how they do the preceptorship and the fact you get a buddy for the first 6 months",
            (
                "It was good to hear how you do the preceptorship, and that new staff get a buddy"
                " for the first 6 months."
            ),
            [],
        ),
        (
            "how you guys do the holiday hiring and also the new pickup thing",
            "It was good to hear how you do the holiday hiring and what you are doing with pickup.",
            [],
        ),
        (
            "silk. velvet. the old machines",
            "It was good to hear about silk, velvet and the old machines.",
            [],
        ),
        (
            "the truck stays with the crew lead; drip systems; the HOA job",
            "It was good to hear about drip systems and the HOA job.",
            ["rest"],
        ),
        (
            "Your stock. 48 hours, and you let me taste it.",
            "It was good to hear about your stock: 48 hours, and you let me taste it.",
            [],
        ),
        (
            "(1) the lab (2) the garden (3) how they bring in grandparents",
            "It was good to hear about the lab, the garden and how you bring in grandparents.",
            [],
        ),
        ("How many trucks they have and where do they go", "", ["question"]),
        ("The developers writes the unit tests", "", ["shape"]),
        ("the crew's voice counts", "", ["shape"]),
        ("the crew's voice", "It was good to hear about the crew's voice.", []),
        ("it's close to my house", "", ["way-there"]),
        ("the pay and the hours", "", ["practical"]),
    ],
)
def test_what_was_talked_about_gets_one_sentence_and_the_rest_is_named(
    typed: str, sentence: str, left: list[str]
) -> None:
    framed = recalled("highlights", typed)
    assert framed.text == sentence
    assert [each.why for each in framed.left] == left


def test_no_sentence_about_what_was_learned_says_who_told_it() -> None:
    framed = learned("the ward is getting 4 new HDU beds in Jan")
    assert framed.text == (
        "It was interesting to learn that the ward is getting 4 new HDU beds in January."
    )
    assert learned("You close Sundays and Mondays").text == ""
    assert [each.why for each in learned("You close Sundays and Mondays").left] == ["practical"]


@pytest.mark.parametrize(
    ("words", "welcome", "sad", "practical"),
    [
        ("you promote from within", True, False, False),
        ("nobody closes alone", True, False, False),
        ("nobody listens", False, False, False),
        ("you started as an apprentice too", True, False, False),
        ("closing is the hard part", False, True, False),
        ("you lost a lot of families", False, True, False),
        ("you don't do shouting there", False, False, False),
        ("the night shift has a 15% differential", False, False, True),
        ("nobody books meetings before half nine", True, False, True),
        ("everyone gets a Sunday off", False, False, True),
        ("you work 40 hours a week", False, False, True),
        ("the stock takes 48 hours", False, False, False),
        ("the reading group on Thursdays", False, False, False),
        ("the department is moving to the old library", False, False, False),
        ("Saturdays rotate", False, False, True),
    ],
)
def test_what_words_are_about_is_told_by_everyday_words(
    words: str, *, welcome: bool, sad: bool, practical: bool
) -> None:
    assert (is_welcome(words), is_sad(words), is_practical(words)) == (welcome, sad, practical)


def test_thanks_are_given_for_what_was_told_and_not_for_what_is_sad() -> None:
    assert told_of(recalled("said", "the books close in three days").text) == (
        "the books close in three days"
    )
    assert told_of(recalled("said", "we lost a lot of families").text) == ""
    assert told_of(recalled("said", "I want salt").text) == ""


def test_in_a_note_to_all_a_thing_has_the_name_of_whoever_said_it() -> None:
    named = said_in_group("Ellie", "i was the only girl on my course too")
    assert named.text == "Ellie, you told me that you were the only girl on your course too."
    assert said_in_group("Ellie", "that I should stop apologising").text == ""
    assert said_in_group("Ellie", "the nights are paid double").text == ""
    assert said_in_group("Ellie", "closing is the hard part").text == (
        "Ellie, you mentioned that closing is the hard part."
    )
    assert said_in_group("Ellie", "you promote from within").text == (
        "Ellie, I was glad to hear that you promote from within."
    )
    assert said_in_group("Ellie", "nobody goes on nights in the first 6 weeks").text == (
        "Ellie, it was helpful to hear that nobody goes on nights in the first 6 weeks."
    )


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        (
            "said",
            "he started as an apprentice too",
            "It was good to hear that you started as an apprentice too.",
        ),
        (
            "highlights",
            "how you train people",
            "It was good to hear how you train people.",
        ),
        (
            "highlights",
            "how to run the deli",
            "It was good to talk through how to run the deli.",
        ),
        ("said", "the shifts are 4 tens", ""),
        ("said", "we lost a lot of families", ""),
        ("said", "that I should stop apologising", ""),
        # a rule of the house, and what the reader may need themselves
        ("said", "we don't do shouting here", ""),
        ("said", "nobody books meetings before half nine", ""),
        ("said", "they've booked a BSL interpreter for every interview since 2021", ""),
        ("highlights", "that you've had people come back after breaks before", ""),
    ],
)
def test_weeks_later_only_what_is_worth_it_is_remembered(
    name: str, typed: str, sentence: str
) -> None:
    worth = worth_recalling(name, typed)
    assert [recall_later(each) for each in worth] == [sentence] * bool(sentence)


def test_what_was_talked_about_is_worth_more_than_a_plain_fact() -> None:
    (talked,) = worth_recalling("highlights", "the run to Taupo")
    (good,) = worth_recalling("said", "no one's a number here")
    (plain,) = worth_recalling("learned", "the ward moves in May")
    assert talked.rank < good.rank < plain.rank


@pytest.mark.parametrize(
    ("typed", "sentence", "left"),
    [
        ("bilingual", "I am bilingual.", []),
        (
            "Am good in Kikuyu and Luo",
            "I am good in Kikuyu and Luo.",
            [],
        ),
        (
            "got my white card last month",
            "I meant to mention that I got my white card last month.",
            [],
        ),
        (
            "got my DG endorsement",
            "I've got my DG endorsement.",
            [],
        ),
        (
            "I am working with CNC since 6 years",
            "I have been working with CNC for 6 years.",
            [],
        ),
        ("NASM certified", "I am NASM certified.", []),
        (
            "Proficient in Excel",
            "I am proficient in Excel.",
            [],
        ),
        ("I should have said more about legacy giving", "", ["shape"]),
        ("I'm not rusty!", "", ["doubt"]),
        ("She asked about my favourite verse and I blanked", "", ["private"]),
        ("they asked why I left", "", ["private"]),
    ],
)
def test_what_the_reader_adds_stands_as_they_would_say_it_or_not_at_all(
    typed: str, sentence: str, left: list[str]
) -> None:
    framed = missed(typed)
    assert framed.text == sentence
    assert [each.why for each in framed.left] == left


@pytest.mark.parametrize(
    ("did", "result", "sentence"),
    [
        (
            "set up a handover sheet",
            "they still use it",
            "I set up a handover sheet, and it is still in use.",
        ),
        ("certified in CPR", "", "I am certified in CPR."),
        (
            "trained four students",
            "all of them stayed",
            "I trained four students, and all of them stayed.",
        ),
        ("registered 300 guests", "", "I registered 300 guests."),
        (
            "Investigated 14 incidents",
            "none happened twice",
            "I investigated 14 incidents, and none happened twice.",
        ),
        (
            "rewrote the course",
            "Uptake went from 34 to 61.",
            "I rewrote the course, and uptake went from 34 to 61.",
        ),
    ],
)
def test_a_proof_is_one_sentence(did: str, result: str, sentence: str) -> None:
    assert proof(did, result).text == sentence


def test_a_proof_in_a_list_of_deeds_is_told_first_and_with_what_came_of_it() -> None:
    added = missed(
        "During my six years at home I chaired the parents' council, did the payroll and re-did my CIPD."
    ).text
    deed = proof("chaired a parents' council of 40", "we got the crossing built").text
    assert add_proof(added, deed, "we got the crossing built") == (
        "I meant to mention that during my six years at home"
        " I chaired a parents' council of 40, and we got the crossing built."
        " I also did the payroll and re-did my CIPD."
    )


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("Come for a trial shift on Tuesday", "I look forward to the trial shift on Tuesday."),
        ("come back in for a second interview", "I look forward to the second interview."),
        ("meet the team on Friday", "I will meet the team on Friday."),
        ("my NMC PIN", "As promised, I will send you my NMC PIN."),
        ("send the certificate", "As promised, I will send you the certificate."),
    ],
)
def test_an_appointment_is_looked_forward_to_and_papers_are_promised(
    what: str, sentence: str
) -> None:
    assert promised(((what, ""),)).text == sentence


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "good work culture",
            "What appeals to me most is the good work culture, and I would very much like the job.",
        ),
        (
            "I like very much the culture",
            "I would very much like the job, because I very much like the culture.",
        ),
        ("animals", "I like animals, and I would very much like the job."),
        ("your team", "What appeals to me most is your team, and I would very much like the job."),
        (
            "the product actually helps nurses",
            "I would very much like the job, because the product actually helps nurses.",
        ),
    ],
)
def test_a_reason_has_its_article_and_a_sentence_its_because(typed: str, sentence: str) -> None:
    assert draws(typed, wish=WISH).text == sentence


def test_a_reason_without_a_wish_says_what_appeals() -> None:
    assert draws("you train people").text == "The job appeals to me because you train people."

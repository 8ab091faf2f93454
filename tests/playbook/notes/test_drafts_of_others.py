"""Drafts as people write them: fifty with something wrong, and sentences in which nothing is."""

from typing import Any

import pytest

from playbook.tools.notes.model import Note
from tests.playbook.notes.records import notes_of

BASE: dict[str, Any] = {
    "employer": "Brightwell Foods",
    "role": "Line Supervisor",
    "country": "GB",
    "ended_on": "2026-11-20",
    "interviewers": [
        {"name": "Dana Whitlock", "said": "we train our own people"},
        {"name": "Marcus Oyelaran", "said": "the night shift is the calm one"},
    ],
    "other_employers": [{"employer": "Harrow Dairy"}],
    "my_name": "Lee Carter",
    "my_phone": "07700 900123",
    "my_email": "lee@example.com",
    "note_kind": "thank-you-email",
}
SIGNED = "\n\nKind regards,\nLee Carter\n07700 900123\nlee@example.com"
BODY = (
    "Thank you for showing me the packing hall on Friday. I went home thinking about how you train your own people,"
    " and about the three weeks that everybody spends on each line before they choose one. In my last job I planned"
    " the rota for two lines and looked after eleven people. I would be glad to do the same for you, and I can start"
    " in January."
)


def draft(
    body: str, greeting: str = "Hello Dana,", kind: str = "thank-you-email", **more: object
) -> Note:
    text = f"{greeting}\n\n{body}{SIGNED}"
    row = {"key": f"{kind}.0", "text": text, "made_from": "Hello Dana,"}
    record = BASE | {"note_kind": kind, "drafts": [row]} | more
    return notes_of(record)[0]


def checks_of(note: Note) -> set[str]:
    return {each.check for each in note.findings} - {"not-yet", "not-first", "too-short", "alike"}


def test_the_sound_note_is_sound() -> None:
    assert draft(BODY).own
    assert checks_of(draft(BODY)) == set()


BAD: dict[str, tuple[str, str]] = {
    "recieve": (f"{BODY} I hope to recieve your answer.", "misspelled"),
    "definately": (f"{BODY} I would definately like it.", "misspelled"),
    "teh": (f"{BODY} I liked teh hall.", "misspelled"),
    "beleive": (f"{BODY} I beleive in it.", "misspelled"),
    "another company": (f"{BODY} I look forward to working at Nestlé.", "unknown-employer"),
    "another company joined": (f"{BODY} I would love to join Tesco.", "unknown-employer"),
    "the other employer": (f"{BODY} I would love to join Harrow Dairy.", "other-employer"),
    "one letter less": (f"{BODY} I think of Brightwel Foods.", "name-two-ways"),
    "rent": (f"{BODY} My rent is due and I have two kids to feed.", "begging"),
    "grateful": (f"{BODY} I would be so so grateful if you picked me.", "begging"),
    "desperate": (f"{BODY} I am desperate.", "begging"),
    "emoji": (f"{BODY} 😊🙏🔥", "emoji"),
    "any update": (f"{BODY} I just wanted to follow up. Any update?", "cliche"),
    "just checking in": (f"{BODY} Just checking in.", "cliche"),
    "attached": (f"{BODY} I have attached my certificate.", "attachment"),
    "kindly revert": (f"{BODY} It has been a week. Kindly revert at the earliest.", "pressure"),
    "pay": (f"{BODY} What is the salary, and may I leave early on Fridays?", "pay-talk"),
    "holidays": (f"{BODY} How many holidays do I get?", "pay-talk"),
    "all small": (
        "thank you for the day. i liked the hall. i would like to train your own people.",
        "small-letters",
    ),
    "small i": (f"{BODY} I think i can do it.", "small-letters"),
    "capitals": (f"{BODY} I REALLY WANT TO WORK WITH YOU.", "shouted"),
    "boss": (f"{BODY} My current boss is an idiot.", "blame"),
    "dress": (f"{BODY} You looked beautiful in that dress. Shall we get a drink?", "personal"),
    "wrong day": (BODY.replace("Friday", "Friday. It was good to meet you on Monday"), "wrong-day"),
    "doubled": (f"{BODY} I I would like to to work with with you.", "doubled"),
    "needful": (f"{BODY} Kindly do the needful.", "pressure"),
    "link": (f"{BODY} See bit.ly/3abcd for my work.", "link"),
    "delve": (f"{BODY} I'm thrilled to delve into the dynamic landscape.", "cliche"),
    "aligns": (f"{BODY} It aligns seamlessly with my goals.", "cliche"),
    "chatbot": (f"Sure! Here is a thank-you email you can use:\n\n{BODY}", "chatbot"),
    "unfinished": (f"{BODY} One thing I would bring is .", "unfinished"),
    "two offers": (f"{BODY} I have two other offers and will take one tomorrow.", "pressure"),
    "need an answer": (f"{BODY} I need an answer.", "pressure"),
    "best": (f"{BODY} I am the best candidate.", "pressure"),
    "nervous": (f"{BODY} I was so nervous.", "apology"),
    "awesome": (f"{BODY} The team is awesome.", "slang"),
    "you guys": (f"{BODY} I like you guys.", "slang"),
    "lit": (f"{BODY} The hall was lit, no cap.", "slang"),
    "thx": (f"{BODY} Thx 4 ur time, c u soon, lmk.", "slang"),
    "marks": (f"{BODY} Thank you!!!!", "exclamation"),
    "topic": (f"{BODY} I liked [topic].", "unfilled"),
    "company name": (f"{BODY} I like COMPANY NAME.", "unfilled"),
    "job title": (f"{BODY} I would like the (job title).", "unfilled"),
    "guillemets": (f"{BODY} I would like to join <<Company>>.", "unfilled"),
    "stars": (f"{BODY} I would like the *role*.", "unfilled"),
    "no thanks": (BODY.replace("Thank you for showing", "You showed"), "no-thanks"),
    "other job": (f"{BODY} I would like the role of Marketing Manager.", "other-job"),
    "whitelock": (f"{BODY} I told Dana Whitelock so.", "name-two-ways"),
    "too long": (f"{BODY} " * 4, "too-long"),
    "nothing from the talk": ("Thank you for your time.", "generic-now"),
}
GREETED = {
    "Hello Marcus,": "wrong-person",
    "Hello Marcus Oyelaran,": "wrong-person",
    "Hello Dona,": "name-two-ways",
    "Dear Sir/Madam,": "greets-nobody",
    "Dear Mr Dana,": "title-and-first-name",
    "To whom it may concern,": "cliche",
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_with_a_draft_is_noticed(name: str) -> None:
    body, check = BAD[name]
    note = draft(body)
    assert check in checks_of(note)
    assert note.sendable == (check != "unfilled")


@pytest.mark.parametrize(("greeting", "check"), GREETED.items())
def test_what_is_wrong_with_a_greeting_is_noticed(greeting: str, check: str) -> None:
    assert check in checks_of(draft(BODY, greeting))


@pytest.mark.parametrize(("name", "slip"), [("Sara", "Sarah"), ("Jon", "John"), ("Ann", "Anne")])
def test_short_names_one_letter_apart_are_noticed_in_a_greeting(name: str, slip: str) -> None:
    people = [{"name": f"{name} Whitlock", "said": "we train our own people"}]
    assert "name-two-ways" in checks_of(draft(BODY, f"Hello {slip},", interviewers=people))


@pytest.mark.parametrize(
    ("kind", "body", "check"),
    [
        ("check-in-1", "I have attached my certificate. Is there any news?", "attachment-there"),
        ("counter-offer", "I expect at least 30k or I walk.", "pressure"),
        ("rejection-thanks", "I was clearly the best, and you made a mistake.", "pressure"),
        ("withdraw", "I withdraw. Please delete my data.", "no-thanks"),
    ],
)
def test_what_is_wrong_with_other_notes_is_noticed(kind: str, body: str, check: str) -> None:
    assert check in checks_of(draft(body, kind=kind))


def test_an_employer_in_small_letters_is_asked_about() -> None:
    small = draft(BODY + " I like brightwell foods.", employer="brightwell foods")
    assert "small-employer" in checks_of(small)


HARMLESS = [
    "On the ward we kept the vaccines cool.",
    "I worked in urgent care for two years.",
    "We sorted urgent deliveries first.",
    "I was attached to the stroke ward for a year.",
    "My thesis was about attachment theory.",
    "We looked at the leverage ratio of each client.",
    "I have nursed children with failure to thrive.",
    "I told you about my big mistake with the labels.",
    "Please give my best to Mr Hey.",
    "I can start immediately.",
    "I won the Team Player of the Year award.",
    "I spent four years with Yahoo! in Leeds.",
    "Thank you for the leaflet that you promised.",
    "Apologies for the late reply.",
    "I'm sorry if I kept you from your lunch.",
    "I play the drums in a band called Last Chance.",
    "You said that the team is passionate about bread.",
    "I learned it at my former employer Harrow Dairy.",
    "I grew up in Harrow.",
    "You called it a 'suprise' [sic] in the leaflet.",
    "Well.... it took us three days.",
    "We packed XXX sizes, too.",
    "Outreach was part of my work.",
    "Marcel and Marcelo showed me the ovens.",
    "I read about Brightwell's new oven.",
    "I remember Marcus’s question about the rota.",
    "I know the Whitlocks of Leeds by name only.",
]


def test_no_more_than_two_harmless_sentences_are_flagged() -> None:
    flagged = {each: checks_of(draft(f"{BODY} {each}")) for each in HARMLESS}
    wrong = {each: checks for each, checks in flagged.items() if checks}
    assert len(wrong) <= 2, wrong
    assert not any("unfilled" in checks for checks in flagged.values())


def test_two_people_with_similar_names_are_two_people() -> None:
    people = [{"name": "John Smith", "said": "we train our own people"}, {"name": "Joan Smith"}]
    assert "name-two-ways" not in checks_of(draft(BODY, "Hello John,", interviewers=people))

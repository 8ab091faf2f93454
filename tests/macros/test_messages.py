"""The whole messages of the plays: complete, of one length, ready to copy, and led to the tool."""

import re
from datetime import date
from pathlib import Path

import pytest

from macros.guide import Guide, read_guide
from macros.pages import Pages
from macros.plays import Message, Play, read_plays, split_front_matter
from macros.prose import read_lines
from macros.words import check_page
from playbook.own import own

DOCS = Path(__file__).parents[2] / "docs"
PLAYS = read_plays(DOCS, own())
MESSAGES = [message for play in PLAYS for message in play.messages]
WITHOUT_SUBJECT = ("thank-you-handwritten", "phone-script")
"""A card and a call have none."""


def read_body(play: Play) -> str:
    text = (DOCS / play.url.rstrip("/")).with_suffix(".md").read_text(encoding="utf-8")
    return split_front_matter(text, play.id)[1]


def name(play: Play) -> str:
    return play.id


def opening(message: Message) -> str:
    return message.text.partition("\n")[0]


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(DOCS)


@pytest.mark.parametrize("play", [play for play in PLAYS if play.note_kind], ids=name)
def test_a_play_about_a_message_has_a_whole_one(play: Play) -> None:
    assert play.message


@pytest.mark.parametrize("message", MESSAGES, ids=opening)
def test_a_message_is_complete_and_short(message: Message) -> None:
    text = re.sub(r"[\[\]]", "", message.text).strip()
    first, *_, last = text.split("\n\n")
    if message.note_kind not in WITHOUT_SUBJECT:
        subject, greeting = message.text.split("\n\n")[:2]
        assert re.fullmatch(r"Subject: \S.{5,70}", subject), subject
        assert re.fullmatch(r"(?:Dear|Hello) \[[^\[\]]+\],", greeting), greeting
    if message.note_kind != "phone-script":
        assert re.match(r"(?:Kind regards|With kind regards|Best wishes),\n", last), last
    assert 60 <= len(text.removeprefix("Subject: ").split()) <= 120
    assert first


@pytest.mark.parametrize("message", MESSAGES, ids=opening)
def test_a_message_says_what_to_change_in_pairs_of_brackets(message: Message) -> None:
    marked = re.findall(r"\[([^\[\]]+)\]", message.text)
    assert len(marked) >= 3
    assert message.text.count("[") == message.text.count("]") == len(marked)


@pytest.mark.parametrize("message", MESSAGES, ids=opening)
def test_a_message_keeps_to_our_words(message: Message) -> None:
    faults = [what for _, what in check_page(read_lines(message.text))]
    strange = [what for what in faults if "more than one sentence" not in what]
    assert [what for what in strange if "the sentence goes on" not in what] == []


@pytest.mark.parametrize("play", [play for play in PLAYS if play.other_messages], ids=name)
def test_the_cases_of_a_play_differ_and_each_is_said(play: Play) -> None:
    cases = [message.case for message in play.other_messages]
    assert all(cases)
    assert len(set(cases)) == len(cases)


def test_a_place_to_change_is_marked_on_the_page_and_copied_without_brackets(guide: Guide) -> None:
    html = Pages(guide, lambda: "plays/waiting/the-check-in/", date(2026, 11, 30)).play_message()
    assert "<mark>Ms Lin</mark>," in html
    assert "[" not in html
    code = html[html.index("<code>") : html.index("</code>")]
    assert "\n" not in code
    assert "Dear <mark>Ms Lin</mark>,&#10;&#10;When we met on" in code


@pytest.mark.parametrize("play", PLAYS, ids=name)
def test_a_play_shows_its_tools_and_its_message_where_it_has_them(play: Play) -> None:
    body = read_body(play)
    lead = body.partition("## Do")[0]
    assert ("{{ play_tools() }}" in lead) is bool(play.tools)
    assert ("{{ play_message() }}" in body.partition("## Say")[2]) is bool(play.messages)


def test_a_message_for_another_case_says_which_and_leads_to_its_note(guide: Guide) -> None:
    html = Pages(guide, lambda: "plays/waiting/the-check-in/", date(2026, 11, 30)).play_message()
    first, second, news = html.split("</section>")[:3]
    assert 'href="../../../tools/notes/#note_kind=check-in-2"' in second
    assert "When you have news" in news
    assert 'href="../../../tools/notes/#note_kind=news-update"' in news
    assert "note_kind" not in first


def test_a_play_without_a_source_says_so_in_its_foot(guide: Guide) -> None:
    unsourced = next(play for play in PLAYS if not play.claims)
    html = Pages(guide, lambda: unsourced.url, date(2026, 11, 30)).evidence()
    assert "our own advice" in html
    sourced = next(play for play in PLAYS if play.claims)
    assert "our own advice" not in Pages(guide, lambda: sourced.url, date(2026, 11, 30)).evidence()

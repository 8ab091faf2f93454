"""News typed in note form, told at once, some weeks later and again."""

import pytest

from playbook.phrasing.news import as_told_before, frame_news, news_alone, news_since_talk


@pytest.mark.parametrize(
    ("typed", "since"),
    [
        ("CPC renewed on weds, valid til 2031", "my CPC has been renewed and is valid until 2031"),
        ("DBS came back clear", "my DBS came back clear"),
        ("promoted to senior on weds", "I've been promoted to senior"),
        ("exam passed", "I've passed my exam"),
        ("driving test passed on thurs", "I've passed my driving test"),
        ("licence came through", "my licence came through"),
        ("results came today, I passed", "I've passed"),
        ("passed module 3", "I've passed module 3"),
        ("Cleared my certificate exam, result came today only", "I've cleared my certificate exam"),
        ("Our preprint was accepted on Tuesday", "our preprint has been accepted"),
        (
            "the site got shortlisted for an award on thurs!",
            "the site has been shortlisted for an award",
        ),
        ("my references were checked", "my references have been checked"),
        ("got offered a place on the course", "I've been offered a place on the course"),
        ("my test is on Friday", "my test is on Friday"),
        ("We moved on Monday 7 December", "we moved on Monday 7 December"),
    ],
)
def test_news_in_note_form_become_a_sentence(typed: str, since: str) -> None:
    assert news_since_talk(typed) == f"Since then, {since}."


def test_news_are_told_at_once_and_again() -> None:
    newest = frame_news("CPC renewed, valid til 2031").text
    assert newest == "I wanted to let you know that my CPC was renewed and is valid until 2031."
    assert news_alone(newest) == "My CPC has been renewed and is valid until 2031."
    assert as_told_before(newest) == "As I wrote, my CPC was renewed and is valid until 2031."

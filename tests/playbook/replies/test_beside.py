"""What stands below an e-mail that was pasted: one line, the text with what was read in it, and buttons."""

import json
import re
from html import unescape
from typing import Any

import pytest

from playbook.boundary import run
from playbook.own import own

NO = "Hi Sam,\nUnfortunately we won't be moving forward with your application.\nJo"
BOTH = (
    "We'd like to invite you to a second interview on 10 December at 14:00."
    " Please send us your references by Friday."
)
RECORD = {"ended_on": "2026-11-20", "country": "GB"}
TODAY = "2026-11-26"


def answer(text: str, tool: str = "timeline", today: str = TODAY, **record: Any) -> dict[str, Any]:
    request = {"today": today, "record": {**RECORD, "their_email": text, **record}}
    page: dict[str, Any] = json.loads(run(tool, json.dumps(request)))
    return page


def beside(text: str, **record: Any) -> str:
    html: str = answer(text, **record)["readings"]["their_email"]
    return html


def line(html: str) -> str:
    return unescape(html.partition('<p class="pb-read">')[2].partition("</p>")[0])


def rows(html: str) -> dict[str, dict[str, str]]:
    """The events that its buttons add, by their words."""
    buttons = re.findall(r'<button type="button" data-add="([^"]*)">(.*?)</button>', html)
    return {unescape(label): json.loads(unescape(row))["events"] for row, label in buttons}


def marks(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<mark><span class="pb-hidden">(.*?): </span>(.*?)</mark>', html)


def test_one_line_says_what_it_is_and_one_button_adds_it() -> None:
    html = beside(NO)
    assert line(html) == "This reads as a no."
    assert rows(html)["Add this to my plan"] == {
        "kind": "rejected",
        "on": TODAY,
        "words": "Unfortunately we won't be moving forward with your application.",
    }
    assert marks(html) == [("a no", "Unfortunately"), ("a no", "won&#39;t be moving forward")]


@pytest.mark.parametrize(
    ("text", "sentence", "row"),
    [
        (
            "We would like to invite you to a second interview on Thursday 10 December at 14:00.",
            "This reads as an invitation to a second interview on Thursday 10 December at 14:00.",
            {"kind": "asked", "by_on": "2026-12-10"},
        ),
        (
            "We are pleased to offer you the job. Let us know by 4 December.",
            "This reads as an offer, to be answered by Friday 4 December.",
            {"kind": "offer", "by_on": "2026-12-04"},
        ),
        (
            "We expect to make a decision by 4 December.",
            "This reads as news that they're still deciding, with an answer by Friday 4 December.",
            {"kind": "answered", "by_on": "2026-12-04"},
        ),
        (
            "Please send us your references by Friday.",
            "This reads as a request, to be answered by Friday 27 November.",
            {"kind": "asked", "by_on": "2026-11-27"},
        ),
    ],
)
def test_its_day_goes_with_it(text: str, sentence: str, row: dict[str, str]) -> None:
    html = beside(text)
    assert line(html) == sentence
    assert rows(html)["Add this to my plan"].items() >= row.items()


def test_several_times_are_no_day() -> None:
    html = beside("Could you come for an interview on 1 December at 10am or 2 December at 2pm?")
    assert (
        line(html)
        == "This reads as an invitation to an interview, with more than one day to choose from."
    )
    assert "by_on" not in rows(html)["Add this to my plan"]
    assert "Once you've agreed on one, put it into the event." in unescape(html)


def test_where_two_are_likely_both_have_a_button_the_careful_one_first() -> None:
    html = beside(BOTH)
    assert line(html).startswith("This can be read as a request or an invitation, or as both.")
    first, second, *_ = rows(html)
    assert first == "They asked me for something, by Friday 27 November"
    assert second == "They invited me, on Thursday 10 December"
    assert {says for says, _ in marks(html)} == {"a request", "an invitation", "a day"}


def test_where_nothing_is_sure_the_kinds_are_offered() -> None:
    html = beside("Hi Sam, thanks for your kind note. Have a good weekend!")
    assert line(html) == "We can't tell what this is. What is it?"
    assert [row["kind"] for row in rows(html).values()] == [
        "asked",
        "answered",
        "asked",
        "offer",
        "rejected",
    ]
    assert "<mark>" not in html


@pytest.mark.parametrize(
    "text",
    [
        "Automatic reply: I am out of the office.",
        "We have received your application. Do not reply.",
    ],
)
def test_what_a_program_wrote_changes_nothing(text: str) -> None:
    html = beside(text)
    assert "It changes nothing in your plan" in line(html)
    assert html.index("They said no") > html.index("<summary>It&#39;s something else</summary>")
    assert "Add this to my plan" not in rows(html)


def test_an_event_that_came_from_it_can_be_taken_out_again() -> None:
    row = rows(beside(NO))["Add this to my plan"]
    html = beside(NO, events=[{"kind": "check-in-sent", "on": TODAY}, row])
    assert line(html) == "In your plan: 'They said no' on Thursday 26 November."
    assert json.loads(unescape(re.findall('data-fill="(.*?)"', html)[0])) == {"events.1": {}}
    assert 'data-go="#field-events-1-kind"' in html
    assert rows(html) == {}
    moved = {**row, "on": "2026-11-25"}
    assert "on Wednesday 25 November" in line(beside(NO, events=[moved]))


def test_what_it_says_too_can_still_be_added() -> None:
    first, second, *_ = rows(beside(BOTH)).values()
    html = beside(BOTH, events=[first])
    assert line(html).startswith("In your plan: 'They asked me for something'")
    assert list(rows(html).values()) == [second]
    html = beside(BOTH, events=[first, second])
    assert unescape(html).count("In your plan: 'They asked me for something'") == 2
    assert rows(html) == {}


def test_an_invitation_is_to_be_answered_soon_whenever_the_meeting_is() -> None:
    invited = "We would like to invite you to a second interview on Thursday 10 December at 14:00."
    row = rows(beside(invited))["Add this to my plan"]
    assert row["words"] == "an answer to their invitation to a second interview"
    page = answer("", events=[row])
    assert page["status"].startswith(f"Next: send what they asked for: {row['words']}, ")
    assert page["status"].endswith(", on Friday 27 November.")
    assert "They said Thursday 10 December" not in page["text"]
    notes = run("notes", json.dumps({"today": TODAY, "record": {**RECORD, "events": [row]}}))
    assert "You're to come back to them" in json.loads(notes)["text"]


def test_an_invitation_that_was_added_is_still_known_on_a_later_day() -> None:
    text = "We'd like you to come for a second interview on 10 December."
    row = rows(beside(text))["Add this to my plan"]
    later = answer(text, today="2026-12-11", events=[row])
    assert line(later["readings"]["their_email"]).startswith("In your plan: ")


def test_nothing_counts_before_the_reader_says_yes() -> None:
    plain = answer("")
    pasted = answer(NO)
    assert pasted["html"] == plain["html"]
    assert pasted["text"] == plain["text"]
    calendar = {each["name"]: each["text"] for each in pasted["downloads"]}
    assert "moving forward" not in calendar["calendar"]
    assert json.loads(calendar["plan"])["applications"][0]["their_email"] == NO


def test_its_own_day_counts_where_its_header_has_one() -> None:
    head = "From: Jo\nDate: {}\n\nWe expect to decide by Friday."
    html = beside(head.format("Wed, 18 Nov 2026 09:00"), ended_on="2026-11-17")
    assert (
        rows(html)["Add this to my plan"].items()
        >= {"on": "2026-11-18", "by_on": "2026-11-20"}.items()
    )
    assert "Days count from Wednesday 18 November, when it was sent." in html
    before = beside(head.format("Wed, 18 Nov 2026 09:00"))
    assert rows(before)["Add this to my plan"]["on"] == TODAY
    assert "before your interview" in before
    ahead = beside(head.format("Wed, 2 Dec 2026 09:00"))
    assert rows(ahead)["Add this to my plan"]["on"] == TODAY
    assert "we count from today" in ahead


def test_before_the_interview_nothing_can_be_added() -> None:
    html = beside(NO, ended_on="2026-12-01")
    assert line(html) == "This reads as a no."
    assert rows(html) == {}
    assert "Your interview is still to come." in html


def test_an_older_email_alone_says_so() -> None:
    html = beside("On Tue, 24 Nov 2026, Sam wrote:\n> We are happy to offer you the job")
    assert line(html) == "There's nothing new above the older e-mail. Paste what they wrote last."
    assert rows(html) == {}


def test_every_tool_with_the_field_reads_it_and_its_text_is_shown_as_pasted() -> None:
    text = "<b>No</b> {{ 7 * 7 }} <script>unsuccessful</script> نورة"
    for tool in ("timeline", "your_plan"):
        html = answer(text, tool)["readings"]["their_email"]
        assert "<script>" not in html
        assert "{{ 7 * 7 }}" in unescape(html)
        assert "نورة" in html
    assert "their_email" not in answer(text, "notes")["readings"]


def test_a_long_email_is_read_and_one_that_is_too_long_named() -> None:
    long = NO + "\n\nOn 24 Nov 2026, Sam wrote:\n" + "> older\n" * 1500
    assert line(beside(long)) == "This reads as a no."
    page = answer("x" * 20_001)
    assert "20,001 characters are too long" in page["errors"]["their_email"]
    assert "their_email" not in page["readings"]


def test_the_events_that_its_buttons_add_are_known() -> None:
    kinds = next(each for each in own().fields["events"].fields if each.id == "kind")
    known = {each.value for each in kinds.choices}
    assert {row["kind"] for text in (NO, BOTH, "?") for row in rows(beside(text)).values()} <= known


def test_an_event_without_its_day_is_not_in_the_plan_yet() -> None:
    row = rows(beside(NO))["Add this to my plan"]
    undated = {name: value for name, value in row.items() if name != "on"}
    assert rows(beside(NO, events=[undated]))["Add this to my plan"] == row

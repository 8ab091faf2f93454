"""A scored interview: every tool leaves the panel alone, and thanks whoever arranged it instead."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.plan_file import open_plan, save_plan
from playbook.rounds import begin_next
from playbook.tools.notes.model import Note
from tests.playbook.notes.records import notes_of
from tests.playbook.readers import answer_to
from tests.playbook.timeline.requests import examples, plan_of, records, todays

THURSDAY = date(2026, 11, 12)
TALK: dict[str, Any] = {
    "country": "GB",
    "region": "ENG",
    "employer": "Aire Council",
    "ended_on": "2026-11-12",
    "ended_at": "11:00",
    "interviewers": [{"name": "Helen Marsh", "said": "you train your own people"}],
    "contact_name": "Priya Nair",
    "promise_on": "2026-11-20",
    "missed": "I ran the night rota for two years.",
    "my_name": "Ola Berg",
}
THANKED = {"kind": "thank-you-sent", "on": "2026-11-12"}
ALONE = ("yes", "not-sure")
TO_THE_PANEL = ("thank-you-email", "thank-you-handwritten")
WHY = "Write nothing to the panel."
HOW_TO_KNOW = "look in the invitation, or ask whoever arranged it how they decide"
PANEL = [{"name": "Helen Marsh", "email": "helen@aire.example"}, {"name": "Idris Cole"}]


def text_of(tool: str, today: date = THURSDAY, **more: object) -> str:
    text: str = answer_to(tool, TALK | more, today)["text"]
    return text


def one_note(today: date = THURSDAY, **more: object) -> Note:
    (note,) = notes_of(TALK | more, today)
    return note


# What holds for every record


@given(st.data(), todays, st.sampled_from(ALONE), st.sampled_from(["", "Priya Nair"]))
@examples(300)
def test_nothing_is_planned_for_a_panel_that_scored(
    data: st.DataObject, today: date, scored: str, organiser: str
) -> None:
    met = {"interviewers": PANEL, "scored": scored, "contact_name": organiser}
    plan = plan_of(data.draw(records(today)) | met, today)
    if plan.situation.last("offer"):
        return
    still_to_do = [step for step in plan.steps if step.is_open]
    assert not [step.id for step in still_to_do if step.kind in TO_THE_PANEL]
    assert {step.facts["contact"] for step in still_to_do if "contact" in step.facts} <= {organiser}


@given(st.data(), todays, st.sampled_from(ALONE), st.sampled_from(["", "Priya Nair"]))
@examples(100)
def test_no_note_that_fits_goes_to_a_panel_that_scored(
    data: st.DataObject, today: date, scored: str, organiser: str
) -> None:
    met = {"interviewers": PANEL, "scored": scored, "contact_name": organiser, "my_name": "Ola"}
    record = data.draw(records(today)) | met
    if any(each["kind"] == "offer" for each in record["events"]):
        return
    for note in notes_of(record, today):
        assert note.recipient.name not in ("Helen Marsh", "Idris Cole")
        assert "helen@aire.example" not in note.recipient.emails


@given(st.data(), todays)
@examples(100)
def test_a_no_changes_nothing(data: st.DataObject, today: date) -> None:
    record = data.draw(records(today))
    assert plan_of(record | {"scored": "no"}, today).steps == plan_of(record, today).steps


@pytest.mark.parametrize(
    "tool", ["timeline", "debrief", "notes", "closing-statement", "your-plan", "my-interviews"]
)
def test_a_no_says_nothing_anywhere(tool: str) -> None:
    assert text_of(tool, scored="no") == text_of(tool)
    assert "scored" not in text_of(tool)


# What each tool says


@pytest.mark.parametrize("tool", ["timeline", "debrief", "notes", "your-plan", "my-interviews"])
def test_each_tool_gives_the_reason(tool: str) -> None:
    assert WHY in text_of(tool, scored="yes")
    assert HOW_TO_KNOW in text_of(tool, scored="not-sure")


def test_the_timeline_begins_with_whoever_arranged_it() -> None:
    answer = answer_to("timeline", TALK | {"scored": "yes"}, THURSDAY)
    assert answer["status"].startswith("Next: thank Priya Nair for arranging the interview, today")
    assert "whoever set it up" in text_of("timeline", scored="yes", contact_name="")


def test_the_calendar_has_the_thanks_to_whoever_arranged_it_alone() -> None:
    answer = answer_to("timeline", TALK | {"scored": "yes"}, THURSDAY)
    (file,) = [each for each in answer["downloads"] if each["name"] == "calendar"]
    assert "Thank Priya Nair" in file["text"]
    assert "Helen" not in file["text"]


def test_after_the_reader_says_so_the_old_entry_goes_and_the_new_one_comes() -> None:
    before = answer_to("timeline", TALK, THURSDAY)
    (file,) = [each for each in before["downloads"] if each["name"] == "calendar"]
    record = TALK | file["remember"] | {"scored": "yes"}
    after = answer_to("timeline", record, THURSDAY)
    assert "delete it:\n- Thursday 12 November: Send a thank-you e-mail to" in after["text"]


def test_the_thanks_are_short_and_argue_for_nothing() -> None:
    note = one_note(scored="yes")
    assert note.key == "thank-recruiter.0"
    assert note.sendable
    assert note.letter.body == (
        "Hello Priya,\n\n"
        "Thank you for arranging my interview with Helen today. I appreciate your help with it.\n\n"
        "I understand that I should hear by Friday 20 November."
        " If you need anything from me in the meantime, just let me know."
    )


def test_without_a_name_the_thanks_wait_for_whoever_arranged_it() -> None:
    note = one_note(scored="yes", contact_name="")
    assert [each.path for each in note.gaps] == ["contact_name"]


def test_somebody_on_the_panel_who_arranged_it_is_thanked_for_that_alone() -> None:
    note = one_note(scored="yes", contact_name="Helen Marsh")
    assert note.key == "thank-recruiter.0"
    assert note.sendable
    assert "Thank you for arranging my interview today." in note.text
    assert "train" not in note.text


@pytest.mark.parametrize("kind", TO_THE_PANEL)
@pytest.mark.parametrize(
    ("scored", "words"),
    [
        ("yes", "a note to the panel earns nothing"),
        ("not-sure", "Write to them only once you know that it isn't."),
    ],
)
def test_a_letter_to_the_panel_that_is_chosen_has_the_remark(
    kind: str, scored: str, words: str
) -> None:
    note = one_note(scored=scored, note_kind=kind)
    assert [words in each.text for each in note.findings if each.check == "panel-scored"] == [True]
    assert note.sendable


def test_the_check_in_goes_to_whoever_arranged_it_also_without_a_name() -> None:
    later = date(2026, 11, 24)
    note = one_note(later, scored="yes", events=[THANKED], contact_name="")
    assert note.key == "check-in-1.0"
    assert note.letter.body.startswith(
        "Hello,\n\nI'm writing about my interview on Thursday 12 November"
    )
    assert "I was told I'd hear by Friday 20 November" in note.text


def test_after_a_no_the_reader_asks_for_the_scores() -> None:
    events = [THANKED, {"kind": "rejected", "on": "2026-11-23"}]
    later = date(2026, 11, 24)
    first, *_ = notes_of(TALK | {"scored": "yes", "events": events}, later)
    assert "Could you send me my scores, and any comments that the panel made?" in first.text
    assert "Thank Priya Nair, and ask for your scores" in text_of(
        "timeline", later, scored="yes", events=events
    )


def test_the_debrief_promises_no_note_to_the_panel() -> None:
    text = text_of("debrief", scored="yes")
    assert "What do you wish you had said? It's for next time." in text
    assert "come back to it" not in text_of("debrief", scored="yes", interviewers=PANEL)


def test_once_written_down_the_debrief_leads_to_whoever_arranged_it() -> None:
    answer = answer_to("debrief", TALK | {"scored": "yes", "talked_about": "The rota."}, THURSDAY)
    assert answer["status"].endswith("Now one message: thank whoever arranged it.")


def test_the_plan_turns_to_the_thanks_once_the_notes_are_written() -> None:
    written = [{"kind": "notes-written", "on": "2026-11-12"}]
    html = answer_to("your-plan", TALK | {"scored": "yes", "events": written}, THURSDAY)["html"]
    assert "Now thank whoever arranged it." in html


def test_the_closing_statement_adds_to_an_answer() -> None:
    assert "'May I add something to my answer about …?'" in text_of(
        "closing-statement", scored="yes"
    )
    assert "Look in the invitation" in text_of("closing-statement", scored="not-sure")


# What is kept


def test_a_saved_plan_keeps_the_answer() -> None:
    assert open_plan(save_plan(TALK | {"scored": "yes"}, THURSDAY)).record["scored"] == "yes"


def test_the_next_round_asks_anew_and_the_earlier_one_keeps_its_answer() -> None:
    second = begin_next(TALK | {"scored": "yes"})
    assert "scored" not in second
    assert second["earlier_rounds"][0]["scored"] == "yes"


def test_another_answer_is_named_with_those_that_there_are() -> None:
    errors = answer_to("timeline", TALK | {"scored": "maybe"}, THURSDAY)["errors"]
    assert "yes, no, not-sure" in errors["scored"]

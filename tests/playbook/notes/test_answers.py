"""What holds for every answer: it comes, it is the same each time, it says what was typed and nothing else."""

import json
import re
from datetime import timedelta
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from playbook.interview import Interview
from playbook.own import own
from playbook.phrasing.tidy import is_empty
from playbook.record_keys import leaves_of
from playbook.tools.closing_statement.plain import plain_form
from playbook.tools.notes.compose import compose
from runtime.build.warm import forget_answers
from tests.playbook.notes.records import KINDS, SPARSE, TODAY, answer, notes_of
from tests.playbook.readers import (
    NAMES,
    examples,
    expect_nothing_left_over,
    expect_same_again,
    expect_whole,
    phrases,
    request_of,
    senseless,
)

EVENTS = "thank-you-sent note-posted check-in-sent called answered rejected offer decided".split()
FIELDS = sorted(leaves_of(Interview))
TOLD = ("highlights", "missed", "learned", "draws", "my_line")
"""Fields that a full thank-you to the main person uses word for word."""
BLOCKING = (
    "unfilled no-call no-call-to-colleague no-letter-to-colleague left-all-foreign all-foreign only-one no-card"
    " no-card-visit news-twice"
).split()
"""Findings with which a note can't be sent as it stands."""
JOINING = ("i", "and", "that", "because", "the", "a", "an", "so", "ok", "oh", "x", "xx")
FREE = (*TOLD, "employer", "role", "news", "no_reason", "wish_reason", "range_from", "range_to")


def rows(**fields: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    return st.lists(st.fixed_dictionaries({}, optional=fields), max_size=3)


names = st.sampled_from(NAMES)
people = st.lists(
    st.fixed_dictionaries({"name": names}, optional={"said": phrases, "greet": names}), max_size=8
)
happened = st.lists(
    st.tuples(st.sampled_from(EVENTS), st.integers(1, 21)).map(
        lambda event: {"kind": event[0], "on": f"2026-11-{event[1]:02}"}
    ),
    max_size=4,
)
drafts = st.fixed_dictionaries(
    {
        "key": st.builds("{}.{}".format, st.sampled_from(KINDS), st.integers(0, 3)),
        "text": phrases,
        "made_from": phrases,
    }
)
records = st.fixed_dictionaries(
    {"ended_on": st.integers(1, 25).map(lambda day: f"2026-11-{day:02}")},
    optional={
        **dict.fromkeys(FREE, phrases),
        "interviewers": people,
        "my_name": names,
        "my_phone": st.just("+44 113 496 0123"),
        "my_email": st.just("grace@adeyemi.example"),
        "contact_name": names,
        "contact_email": st.just("tom@example.com"),
        "contact_phone": st.just("555 0142"),
        "promise": st.sampled_from(["by Friday", "in two weeks", "soon", "when pigs fly"]),
        "promised": rows(what=phrases, by_on=st.just("2026-11-24")),
        "proofs": rows(did=phrases, result=phrases),
        "wishes": rows(what=phrases),
        "references": rows(name=names),
        "other_employers": rows(employer=phrases, role=phrases, name=names),
        "sure": st.sampled_from(["", "sure", "not-sure"]),
        "format": st.sampled_from(["", "in-person", "video"]),
        "follow_up": st.sampled_from(["", "email", "phone", "none"]),
        "events": happened,
        "start_on": st.just("2027-01-11"),
        "drafts": st.lists(drafts, max_size=3),
        "note_kind": st.sampled_from(["", "", "", *KINDS]),
        "note_tone": st.sampled_from(["", "warm", "formal"]),
        "note_length": st.sampled_from(["", "short"]),
    },
)


WRITTEN_OUT = {"yr", "yrs", "mgr", "asst", "w/", "thru", "like", "here"}
"""Words that a letter has in another form, see phrasing/repairs.py."""


@given(records)
@examples(60)
def test_the_same_record_gets_the_same_answer(record: dict[str, Any]) -> None:
    expect_same_again(lambda: answer(record))


@given(records)
@examples(200)
def test_nothing_is_left_over(record: dict[str, Any]) -> None:
    page = answer(record)
    files = [each["text"] for each in page["downloads"] if each["name"] in ("notes", "text")]
    expect_nothing_left_over(page, *files)


@given(records)
@examples(150)
def test_no_name_and_no_number_is_in_a_letter_that_was_not_typed(record: dict[str, Any]) -> None:
    plan = compose(request_of(record, TODAY), own())
    typed = json.dumps(record, ensure_ascii=False)
    days = _days(plan.plan)
    for note in plan.notes:
        letter = f"{note.letter.subject}\n{note.letter.text}"
        assert set(re.findall(r"[0-9]+", letter)) <= set(re.findall(r"[0-9]+", typed)) | days
        absent = [name for name in NAMES if name not in typed]
        assert not [name for name in absent if name in letter]


def _days(plan: Any) -> set[str]:
    """The numbers in the dates that the plan has worked out."""
    expected = plan.situation.expected
    dates = [
        expected.first_on,
        expected.last_on,
        *(on - timedelta(days=on.weekday()) for on in (expected.first_on, expected.last_on)),
        *(step.due_on for step in plan.steps if step.due_on),
    ]
    return {str(number) for on in dates for number in (on.day, on.year)} | {
        str(int(number)) for number in re.findall(r"[0-9]+", str(plan.situation.interview))
    }


@given(records)
@example({"highlights": "DONT", "interviewers": [{"name": "Dana"}]})
@example({"ended_on": "2026-11-01", "highlights": "THEIR"})
@examples(150)
def test_every_word_that_was_typed_for_the_main_person_is_in_their_letter_or_named_as_left_out(
    record: dict[str, Any],
) -> None:
    """Words may be turned ("they train" to "you train") or joined ("I", "and"): here there are no such words."""
    kind = {"note_kind": "thank-you-email", "note_length": "", "events": [], "drafts": []}
    notes = notes_of(record | kind)
    main = next(note for note in notes if note.recipient.main)
    left = " ".join(each.words for each in main.left_out)
    words = without_apostrophes(f"{main.letter.text} {left}")
    at = main.recipient.path.rpartition(".")[2]
    person = record["interviewers"][int(at)] if main.recipient.path and at else {}
    texts = [person.get("said", ""), *(record.get(name, "") for name in TOLD)]
    for word in [word for text in texts if not is_empty(text) for word in text.split()]:
        expected = without_apostrophes(word)
        assert expected in JOINING or expected in WRITTEN_OUT or expected in words


def without_apostrophes(text: str) -> str:
    """For comparing: the letter writes "don't" where somebody typed 'dont'."""
    return plain_form(text).replace("'", "")


@given(records)
@examples(120)
def test_checks_say_the_same_twice_and_little_blocks(record: dict[str, Any]) -> None:
    first = notes_of(record)
    forget_answers()
    assert notes_of(record) == first
    for note in first:
        assert all(each.blocks == (each.check in BLOCKING) for each in note.findings)


@given(records, st.dictionaries(st.sampled_from(FIELDS), senseless, max_size=4))
@examples(250)
def test_anything_in_any_field_gets_an_answer(
    record: dict[str, Any], spoiled: dict[str, object]
) -> None:
    expect_whole(answer(record | spoiled))


def test_a_note_begins_with_a_person_or_one_thing_from_the_talk() -> None:
    page = answer({"my_name": "Ida", "note_kind": "check-in-1"})
    assert page["html"] == ""
    assert page["errors"] == {}
    assert page["status"] == "Type who you met or one thing from the talk, and the note begins."


def test_a_talk_without_a_day_was_today_and_the_page_says_so() -> None:
    record = {"interviewers": [{"name": "Dana Whitlock"}], "my_name": "Ida"}
    page = answer(record)
    assert page["errors"] == {}
    assert "Thank you for speaking with me today." in page["text"]
    assert "Written as if you talked today." in page["text"]
    assert "as if you talked" not in answer(record | {"ended_on": "2026-11-20"})["text"]


def test_a_reversed_pay_range_is_named_as_in_the_offer_tool_and_no_note_has_it() -> None:
    turned = {"range_from": "£40k", "range_to": "£35k", "note_kind": "counter-offer"}
    page = answer(SPARSE | turned)
    assert page["errors"] == {
        "range_to": "Your range ends at £35k, below where it begins, £40k. Check both."
    }
    assert "On pay, would £40,000 a year be possible?" in page["text"]

"""What holds for every statement: it says what was typed and nothing else, the same each time, and always comes."""

import re
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from playbook.own import own
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.tidy import is_empty
from playbook.tools.closing_statement.plain import plain_form
from playbook.tools.closing_statement.rules import compute
from tests.playbook.readers import (
    NAMES,
    answer_to,
    examples,
    expect_nothing_left_over,
    expect_same_again,
    expect_whole,
    phrases,
    request_of,
    senseless,
)

FIELDS = (
    "needs proofs missed learned draws sure statement_length own_rate_seconds openings employer"
    " interviewers"
).split()

records = st.fixed_dictionaries(
    {},
    optional={
        "needs": phrases,
        "proofs": st.lists(
            st.fixed_dictionaries({"did": phrases}, optional={"result": phrases}), max_size=4
        ),
        "missed": phrases,
        "learned": phrases,
        "draws": phrases,
        "sure": st.sampled_from(["", "sure", "not-sure"]),
        "statement_length": st.sampled_from(["", "60", "120"]),
        "own_rate_seconds": st.sampled_from(["", "22", "28", "45"]),
        "employer": st.sampled_from(["", "Maple Run Fabrication", "شرکت‌ها"]),
        "interviewers": st.lists(
            st.sampled_from(NAMES).map(lambda name: {"name": name}), max_size=8
        ),
    },
)


ONE = {"proofs": [{"did": "ran two lines"}]}


def typed_words(record: dict[str, Any]) -> list[str]:
    texts = [record.get(name, "") for name in ("needs", "missed", "learned", "draws")]
    texts += [text for proof in record.get("proofs", []) for text in proof.values()]
    return [plain_form(word) for text in texts if not is_empty(text) for word in text.split()]


def in_capitals(text: str) -> str:
    """For comparing where a sentence may begin with any letter, and an apostrophe may have been added."""
    return plain_form(text).upper().replace("'", "")  # a small dotless i has the capital of i


@given(records)
@example({"needs": "WASNT"})
@examples(150)
def test_every_word_that_was_typed_is_said_or_named_as_left_out(record: dict[str, Any]) -> None:
    statement = compute(request_of(record), own())
    lines = [line for section in statement.parts for line in section.sentences]
    spoken = in_capitals(" ".join([*lines, *(each.words for each in statement.findings)]))
    dropped = {"i", "and", "that", "because", "who"} | words_named("small", "trailers")
    dropped |= {"yr", "yrs", "hrs", "mgr", "asst", "approx"}  # written out
    for word in typed_words(record):
        assert word in dropped or in_capitals(word) in spoken


@given(records)
@examples(80)
def test_no_number_and_no_name_is_said_that_was_not_typed(record: dict[str, Any]) -> None:
    sentences = [
        line for section in compute(request_of(record), own()).parts for line in section.sentences
    ]
    spoken = set(re.findall(r"\d+", " ".join(sentences)))
    assert spoken <= set(re.findall(r"\d+", str(record)))
    absent = [name for name in NAMES if name not in str(record)]
    assert not [name for name in absent if any(name in line for line in sentences)]


@given(records)
@examples(120)
def test_nothing_is_left_over(record: dict[str, Any]) -> None:
    expect_nothing_left_over(answer_to("closing_statement", record))


@given(records)
@examples(40)
def test_the_same_record_gets_the_same_answer(record: dict[str, Any]) -> None:
    expect_same_again(lambda: answer_to("closing_statement", record))


@given(records, st.integers(1, 20).map(" and it snows".__mul__))
@examples(80)
def test_more_words_take_less_time_only_where_they_are_left_out(
    record: dict[str, Any], more: str
) -> None:
    before = compute(request_of(record | {"learned": "it rains"}), own())
    after = compute(request_of(record | {"learned": f"it rains{more}"}), own())
    order = ["empty", "room", "tight", "long"]
    grows = order.index(after.verdict) >= order.index(before.verdict)
    is_left_out = any(each.words.startswith("We left out 'it rains") for each in after.findings)
    assert (after.seconds >= before.seconds and grows) or is_left_out


@given(records)
@examples(80)
def test_as_many_words_take_as_many_seconds_wherever_they_stand(record: dict[str, Any]) -> None:
    html = answer_to("closing_statement", record)["html"]
    rows = re.findall(r"<td>(\d+)</td><td>\d+ s</td>((?:<td>\d+ s</td>)+)</tr>", html)
    assert len(dict(rows)) == len(set(rows))


@given(records, st.dictionaries(st.sampled_from(FIELDS), senseless, max_size=4))
@examples(200)
def test_anything_in_any_field_gets_an_answer(
    record: dict[str, Any], spoiled: dict[str, object]
) -> None:
    expect_whole(answer_to("closing_statement", record | spoiled))


def test_a_hundred_kilobytes_in_a_field_are_said_to_be_too_long_and_the_rest_is_kept() -> None:
    answer = answer_to(
        "closing_statement", {"needs": "x" * 100_000, "draws": "I grew up here", **ONE}
    )
    assert list(answer["errors"]) == ["needs"]
    assert "I grew up here.\n" in answer["text"]


def test_eight_people_of_one_name_are_thanked_together() -> None:
    people = [{"name": "Dana"}] * 8
    answer = answer_to(
        "closing_statement", {"draws": "I grew up here", "interviewers": people, **ONE}
    )
    assert "Thank you for your time.\n" in answer["text"]


def test_a_language_without_blanks_is_not_counted_but_said_so() -> None:
    people = [{"name": "王小明", "greet": "王小明先生您好"}]
    answer = answer_to("closing_statement", {"draws": "you weld", "interviewers": people, **ONE})
    assert "trust the clock" in answer["text"]


def test_markup_is_shown_as_it_was_typed() -> None:
    answer = answer_to("closing_statement", {"needs": "<script>alert(1)</script> & 'co'", **ONE})
    assert "<script>" not in answer["html"]
    assert "&lt;script&gt;" in answer["html"]


def test_a_template_in_a_field_is_text() -> None:
    answer = answer_to("closing_statement", {"needs": "{{ 7 * 7 }}{% raw %}", **ONE})
    assert "{{ 7 * 7 }}" in answer["text"]
    assert "49" not in answer["text"]


def test_people_are_thanked_as_the_reader_would_greet_them() -> None:
    people = [{"name": "Marguerite Boateng", "greet": "Sister Boateng"}]
    answer = answer_to(
        "closing_statement", {"draws": "I grew up here", "interviewers": people, **ONE}
    )
    assert "Thank you for your time, Sister Boateng.\n" in answer["text"]

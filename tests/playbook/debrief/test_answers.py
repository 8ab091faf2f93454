"""What holds for every debrief: it shows what was typed, the same each time, and it always comes."""

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from playbook.own import own
from playbook.record_rows import Review
from playbook.tools.debrief.recurring import everyday_words, recurring
from tests.playbook.readers import (
    NAMES,
    answer_to,
    examples,
    expect_nothing_left_over,
    expect_same_again,
    expect_whole,
    phrases,
    senseless,
)

FIELDS = """ended_on interviewers promise promise_on promised talked_about unsaid went_well went_badly practise
reviews employer country events""".split()

lines = st.lists(phrases, min_size=1, max_size=3).map("\n".join)
people = st.fixed_dictionaries({"name": st.sampled_from(NAMES)}, optional={"said": phrases})
reviews = st.fixed_dictionaries(
    {},
    optional={
        "employer": st.sampled_from(["Mill", "شرکت‌ها"]),
        "on": st.sampled_from(["2026-09-01", "2026-10-01"]),
        "went_well": lines,
        "went_badly": lines,
        "practise": lines,
    },
)
records = st.fixed_dictionaries(
    {"ended_on": st.just("2026-11-20")},
    optional={
        "interviewers": st.lists(people, max_size=8),
        "promise": st.sampled_from(["by Friday", "soon", "in two weeks"]),
        "promised": st.lists(st.fixed_dictionaries({"what": phrases}), max_size=2),
        "talked_about": lines,
        "unsaid": lines,
        "went_well": lines,
        "went_badly": lines,
        "practise": lines,
        "employer": st.just("Maple Run Fabrication"),
        "reviews": st.lists(reviews, max_size=4),
    },
)


def plain(text: str) -> str:
    """Without the invisible marks that keep a script's direction to itself."""
    return re.sub("[\u2066-\u2069]", "", text)


@given(records)
@examples(100)
def test_everything_that_was_typed_is_shown(record: dict[str, Any]) -> None:
    text = plain(answer_to("debrief", record)["text"])
    typed = [record.get(name, "") for name in ("talked_about", "unsaid", "went_well", "went_badly")]
    typed += [each.get("said", "") for each in record.get("interviewers", [])]
    typed += [each["what"] for each in record.get("promised", [])]
    for line in "\n".join(typed).splitlines():
        assert line in text


@given(records)
@examples(100)
def test_nothing_is_left_over(record: dict[str, Any]) -> None:
    expect_nothing_left_over(answer_to("debrief", record))


@given(records)
@examples(30)
def test_the_same_record_gets_the_same_answer(record: dict[str, Any]) -> None:
    expect_same_again(lambda: answer_to("debrief", record))


@given(records, st.dictionaries(st.sampled_from(FIELDS), senseless, max_size=4))
@examples(200)
def test_anything_in_any_field_gets_an_answer(
    record: dict[str, Any], spoiled: dict[str, object]
) -> None:
    expect_whole(answer_to("debrief", record | spoiled))


@given(st.lists(st.builds(Review, went_well=lines, went_badly=lines, practise=lines), max_size=5))
@examples(100)
def test_what_recurs_stands_in_as_many_interviews_as_it_says(reviews: list[Review]) -> None:
    for each in recurring(tuple(reviews), 2, everyday_words(own())):
        assert each.count >= 2
        assert each.count <= len(reviews)
        for mention in each.mentions:
            review = reviews[mention.review]
            texts = f"{review.went_well}\n{review.went_badly}\n{review.practise}"
            assert mention.line in [" ".join(line.split()) for line in texts.splitlines()]


def test_a_hundred_kilobytes_in_a_field_are_said_to_be_too_long_and_the_rest_is_kept() -> None:
    record = {"ended_on": "2026-11-20", "unsaid": "x" * 100_000, "talked_about": "the yard"}
    answer = answer_to("debrief", record)
    assert list(answer["errors"]) == ["unsaid"]
    assert "the yard" in answer["text"]


def test_markup_is_shown_as_it_was_typed() -> None:
    record = {"ended_on": "2026-11-20", "unsaid": "<script>alert(1)</script>"}
    assert "<script>" not in answer_to("debrief", record)["html"]

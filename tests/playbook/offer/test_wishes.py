"""Wishes and their reasons: asked for, asked about, or left out."""

from datetime import date
from pathlib import Path

import pytest

from playbook.content import read_toml
from tests.playbook.notes.records import notes_of
from tests.playbook.offer.records import offer_of
from tests.playbook.readers import answer_to

TODAY = date(2026, 11, 29)
OFFERED = [{"kind": "offer", "on": "2026-11-28"}]
CASES = read_toml(Path(__file__).with_suffix(".toml"))


@pytest.mark.parametrize(
    ("wish", "known"),
    CASES["what_the_record_shows_that_the_reader_has_is_asked_about_and_not_asked_for"],
)
def test_what_the_record_shows_that_the_reader_has_is_asked_about_and_not_asked_for(
    wish: str, known: dict[str, object]
) -> None:
    answer = offer_of({"wishes": [{"what": wish}], **known})
    assert answer.counter == ""
    (left,) = answer.left
    assert (left.words, left.why, left.path) == (wish, "granted", "wishes.0.what")
    assert left.beside in str(known)
    assert left.beside in answer_to("offer", {"wishes": [{"what": wish}], **known})["text"]


@pytest.mark.parametrize(
    ("wish", "known"), CASES["what_goes_beyond_it_or_only_shares_a_small_word_is_asked_for"]
)
def test_what_goes_beyond_it_or_only_shares_a_small_word_is_asked_for(
    wish: str, known: dict[str, object]
) -> None:
    assert wish.removeprefix("to ") in offer_of({"wishes": [{"what": wish}], **known}).counter


@pytest.mark.parametrize(
    ("wish", "known", "remarked"), CASES["a_wish_that_may_be_granted_is_asked_for_with_a_remark"]
)
def test_a_wish_that_may_be_granted_is_asked_for_with_a_remark(
    wish: str,
    known: str,
    remarked: bool,  # noqa: FBT001 - a table of examples
) -> None:
    answer = offer_of({"wishes": [{"what": wish}], "learned": known})
    assert wish in answer.counter
    assert [each.why for each in answer.left] == ["perhaps-granted"] * remarked


@pytest.mark.parametrize(
    ("reason", "why"), CASES["what_somebody_earns_or_has_to_pay_is_no_reason_that_we_write"]
)
def test_what_somebody_earns_or_has_to_pay_is_no_reason_that_we_write(
    reason: str, why: str
) -> None:
    answer = offer_of({"wishes": [{"what": "a desk"}], "wish_reason": reason})
    assert "because" not in answer.counter
    assert [(each.why, each.path) for each in answer.left] == [(why, "wish_reason")]


@pytest.mark.parametrize(
    "reason", ["I have two years of experience", "I trained your last two starters", "the commute"]
)
def test_another_reason_is_written(reason: str) -> None:
    counter = offer_of({"wishes": [{"what": "a desk"}], "wish_reason": reason}).counter
    assert f"{reason}." in counter


@pytest.mark.parametrize(("wish", "line"), CASES["every_wish_is_asked_for_in_its_own_way"])
def test_every_wish_is_asked_for_in_its_own_way(wish: str, line: str) -> None:
    answer = offer_of({"wishes": [{"what": wish}]})
    assert answer.counter.splitlines()[-2:] == [
        "There's one thing I'd like to ask about first.",
        line,
    ]
    assert answer.left == ()


@pytest.mark.parametrize(
    ("wishes", "pay", "lines"), CASES["many_wishes_stand_in_a_list_and_are_counted"]
)
def test_many_wishes_stand_in_a_list_and_are_counted(
    wishes: list[str], pay: str, lines: list[str]
) -> None:
    record = {"wishes": [{"what": each} for each in wishes], "range_to": pay}
    assert offer_of(record).counter.splitlines()[-len(lines) :] == lines
    letter = notes_of({**record, "note_kind": "counter-offer", "events": OFFERED}, TODAY)[0].text
    assert "\n".join(each for each in lines if each.startswith("- ")) in letter


@pytest.mark.parametrize(
    ("reason", "line", "dropped"), CASES["a_reason_loses_only_what_is_better_not_said"]
)
def test_a_reason_loses_only_what_is_better_not_said(
    reason: str, line: str, dropped: list[str]
) -> None:
    answer = offer_of({"wishes": [{"what": "a desk"}], "wish_reason": reason})
    assert answer.counter.splitlines()[-1] == line
    assert [each.words for each in answer.left] == dropped


@pytest.mark.parametrize(
    ("country", "low", "high", "line"), CASES["a_figure_keeps_the_terms_of_its_range"]
)
def test_a_figure_keeps_the_terms_of_its_range(
    country: str, low: str, high: str, line: str
) -> None:
    record = {"country": country, "range_from": low, "range_to": high}
    assert line in offer_of(record).counter.splitlines()

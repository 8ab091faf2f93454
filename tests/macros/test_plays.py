from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.plays import find_topics, read_plays
from playbook.errors import ContentError
from playbook.own import own

FRONT: dict[str, Any] = {
    "title": "The check-in",
    "description": "The one short e-mail to send when their date has passed.",
    "phase": "waiting",
    "order": 3,
    "moment": "when their date has passed",
    "takes": "5 minutes",
    "when": "check-in-after-promise",
    "claims": ["house/1"],
    "disagreements": ["D7"],
    "rules": ["check-in-gap", "check-in-after-promise"],
    "tools": ["timeline"],
    "tags": ["e-mail"],
    "owner": "Closing Playbook editors",
    "checked_on": date(2026, 11, 22),
    "review_by": date(2027, 11, 22),
}


def write_play(
    docs: Path, changes: Mapping[str, object] | None = None, place: str = "waiting/the-check-in"
) -> None:
    """A play with these changes to its front matter; None leaves a key out."""
    front = {key: value for key, value in {**FRONT, **(changes or {})}.items() if value is not None}
    write_file(docs, place, f"---\n{yaml.safe_dump(front)}---\n\n# The check-in\n")


def write_file(docs: Path, place: str, text: str) -> None:
    file = docs / "plays" / f"{place}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_a_play_is_known_by_its_file_and_its_rules_begin_with_the_one_that_dates_it(
    tmp_path: Path,
) -> None:
    write_play(tmp_path)
    (play,) = read_plays(tmp_path, own())
    assert (play.id, play.url) == ("the-check-in", "plays/waiting/the-check-in/")
    assert play.all_rules == ("check-in-after-promise", "check-in-gap")
    assert play.review_by == date(2027, 11, 22)


def test_plays_stand_in_the_order_of_the_way_and_a_phases_own_page_is_none(tmp_path: Path) -> None:
    write_play(tmp_path, {"phase": "outcome", "order": 1}, "outcome/take-a-no")
    write_play(tmp_path, {"order": 2}, "waiting/second")
    write_play(tmp_path, {"order": 1}, "waiting/first")
    write_play(tmp_path, {"phase": "before", "order": 9}, "before/rehearse")
    write_file(tmp_path, "waiting/index", "# Waiting\n")
    assert [play.id for play in read_plays(tmp_path, own())] == [
        "rehearse",
        "first",
        "second",
        "take-a-no",
    ]


def test_a_centres_play_of_the_same_name_stands_where_ours_does_and_others_come_last(
    tmp_path: Path,
) -> None:
    write_play(tmp_path, {"order": 1}, "waiting/first")
    write_play(tmp_path, {"order": 2}, "waiting/second")
    write_play(tmp_path, {"order": 3}, "waiting/third")
    write_play(tmp_path, {"order": 1}, "../local/plays/waiting/fourth")
    write_play(tmp_path, {"order": 9}, "../local/plays/waiting/second")
    plays = [(play.id, play.local) for play in read_plays(tmp_path, own(), local=True)]
    assert plays == [
        ("first", False),
        ("second", False),
        ("second", True),
        ("third", False),
        ("fourth", True),
    ]


def test_topics_are_those_of_plays_that_are_shown(tmp_path: Path) -> None:
    write_play(tmp_path, {"tags": ["silence"]}, "waiting/first")
    write_play(tmp_path, {"tags": ["e-mail"]}, "waiting/second")
    write_play(tmp_path, {"tags": ["coffee"]}, "../local/plays/waiting/second")
    assert find_topics(tmp_path) == ("e-mail", "silence")
    assert find_topics(tmp_path, local=True, hidden=("second",)) == ("coffee", "silence")


@pytest.mark.parametrize("key", ["claims", "owner", "review_by", "title", "order", "takes"])
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    write_play(tmp_path, {key: None})
    with pytest.raises(ContentError, match=rf"waiting/the-check-in\.md: missing key '{key}'"):
        read_plays(tmp_path, own())


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"ordr": 4}, "unknown key 'ordr'; did you mean 'order'"),
        ({"id": "another"}, "unknown key 'id'; the name of the file is the id"),
        ({"order": "third"}, "order: expected a whole number, found 'third'"),
        ({"review_by": "soon"}, "review_by: expected a date"),
        ({"claims": "house/1"}, "claims: expected a list"),
        ({"claims": ["house/99"]}, "claims: 'house/99' is not known"),
        ({"when": "someday"}, "when: 'someday' is not known"),
        ({"rules": ["someday"]}, "rules: 'someday' is not known"),
        ({"disagreements": ["D99"]}, "disagreements: 'D99' is not known"),
        ({"tools": ["calculator"]}, "tools: 'calculator' is not known"),
        ({"phase": "closing"}, "phase: 'closing', but the file is in waiting/"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_key(
    tmp_path: Path, change: dict[str, object], complaint: str
) -> None:
    write_play(tmp_path, change)
    with pytest.raises(ContentError) as caught:
        read_plays(tmp_path, own())
    reason = str(caught.value).replace("the-check-in.md ", "the-check-in.md, ")
    assert reason.startswith("waiting/the-check-in.md")
    assert complaint in reason


def test_a_folder_that_is_no_phase_is_named(tmp_path: Path) -> None:
    write_play(tmp_path, {"phase": "later"}, "later/the-check-in")
    with pytest.raises(ContentError, match=r"later/the-check-in\.md, phase: 'later' is not known"):
        read_plays(tmp_path, own())


def test_two_plays_in_one_place_are_both_named(tmp_path: Path) -> None:
    write_play(tmp_path, {}, "waiting/a")
    write_play(tmp_path, {}, "waiting/b")
    with pytest.raises(ContentError, match=r"waiting/b\.md, order: 3 is taken by a\.md"):
        read_plays(tmp_path, own())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("# The check-in\n", "no front matter"),
        ("---\ntitle: The check-in\n", "no front matter"),
        ("---\ntitle: [\n---\n", "the front matter isn't YAML"),
        ("---\nreview_by: 2027-02-30\n---\n", "the front matter isn't YAML"),
        ("---\n- title\n---\n", "isn't a table"),
    ],
)
def test_front_matter_that_is_none_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    write_file(tmp_path, "waiting/the-check-in", text)
    with pytest.raises(ContentError, match=rf"waiting/the-check-in\.md: .*{complaint}"):
        read_plays(tmp_path, own())

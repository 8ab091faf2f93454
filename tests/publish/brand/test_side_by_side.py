"""Three centres answer side by side in one process, each by its own rulebook, and ours beside them."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from playbook.boundary import run
from playbook.own import own
from playbook.rulebook import NO_BRAND, Rulebook, read_rulebook
from playbook.tools import NAMES, get_tool
from publish.brand.check.read import read_brand
from publish.brand.put.compose import read_data

CENTRES = Path(__file__).parents[2] / "fork/centres"
THREE = ("al-manara", "millbrook", "strathallan")
RECORD = {
    "ended_on": "2026-11-17",
    "employer": "Hill Farm",
    "interviewers": [{"name": "Dana Ruiz", "said": "the team is small"}],
    "highlights": "the new barn",
    "my_name": "Sam Lee",
}
"""Somebody who was told no day."""

type Rulebooks = Mapping[str, Rulebook]


@pytest.fixture(scope="module")
def rulebooks(upstream: Path, tmp_path_factory: pytest.TempPathFactory) -> Rulebooks:
    """The rulebook of each of the three, and ours, by name; every file of theirs as the build writes it."""
    read = {"ours": read_rulebook(brand=NO_BRAND)}
    for name in THREE:
        root = tmp_path_factory.mktemp(name)
        shutil.copytree(upstream, root, dirs_exist_ok=True)
        shutil.copytree(CENTRES / name, root, dirs_exist_ok=True)
        brand, _ = read_brand(root)
        for path, content in read_data(root, brand).items():
            file = root / "data" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        read[name] = read_rulebook(brand=root / "data")
    return read


def ask(tool: str, rulebook: Rulebook, **more: Any) -> dict[str, Any]:
    request = {"record": RECORD | more, "today": "2026-11-18", "stamp": "2026-11-18T12:00:00Z"}
    answer: dict[str, Any] = json.loads(run(tool, json.dumps(request), rulebook))
    assert answer["errors"] == {}
    return answer


def test_each_counts_with_its_own_numbers_whoever_was_asked_before(rulebooks: Rulebooks) -> None:
    """Without a word about when, an answer is usual after 5 business days, or 15 at al-Manara; then come 2, or 5.

    From Tuesday 17 November 2026, Saturdays and Sundays apart: 5 days end on 24 November, 15 on 8 December.
    """
    on = {
        "ours": "Thursday 26 November",
        "al-manara": "Thursday 10 December",
        "millbrook": "Tuesday 1 December",
        "strathallan": "Thursday 26 November",
    }
    for name in (*on, *reversed(on)):
        _, _, check_in = ask("timeline", rulebooks[name])["text"].partition(
            "Check in with Dana Ruiz\n"
        )
        assert on[name] in check_in.splitlines()[0], name


def test_who_decided_a_number_is_named_by_each_copy_alone(rulebooks: Rulebooks) -> None:
    names = {name: rulebook.centre.name for name, rulebook in rulebooks.items()}
    for copy, rulebook in rulebooks.items():
        html = ask("timeline", rulebook)["html"]
        named = {name for name, centre in names.items() if centre and centre in html}
        assert named == {copy} - {"ours", "strathallan"}, (
            copy
        )  # whose number is of another tool's step


def test_each_spells_as_its_own_country_does(rulebooks: Rulebooks) -> None:
    practise = {
        name: "To practise" in ask("debrief", rulebook, practise="the numbers")["html"]
        for name, rulebook in rulebooks.items()
    }
    assert practise == {"ours": True, "al-manara": True, "millbrook": False, "strathallan": True}
    assert "To practice" in ask("debrief", rulebooks["millbrook"], practise="the numbers")["html"]


def test_a_note_of_ones_own_is_in_no_other_form(rulebooks: Rulebooks) -> None:
    kinds = {
        name: "spring-fair" in {each.value for each in rulebook.fields["note_kind"].choices}
        for name, rulebook in rulebooks.items()
    }
    assert kinds == {"ours": False, "al-manara": False, "millbrook": True, "strathallan": False}
    text = ask("notes", rulebooks["millbrook"], note_kind="spring-fair")["text"]
    assert "at our fair" in text
    request = {"record": RECORD | {"note_kind": "spring-fair"}, "today": "2026-11-18"}
    for name in ("ours", "al-manara", "strathallan"):
        errors = json.loads(run("notes", json.dumps(request), rulebooks[name]))["errors"]
        assert list(errors) == ["note_kind"], name


def test_an_answer_is_the_same_whichever_copy_was_asked_before(rulebooks: Rulebooks) -> None:
    requests = [
        (name, json.dumps({"record": example.record, "today": example.today.isoformat()}))
        for name in NAMES
        for example in get_tool(name).examples()[:1]
    ]
    first = {copy: [run(*each, rulebooks[copy]) for each in requests] for copy in rulebooks}
    for at, each in enumerate(requests):
        for copy in sorted(rulebooks, reverse=True):
            assert run(*each, rulebooks[copy]) == first[copy][at], (copy, each[0])


def test_a_second_reading_of_the_same_files_answers_as_the_first() -> None:
    again = read_rulebook()
    assert ask("timeline", again) == ask("timeline", own())
    assert again != own()

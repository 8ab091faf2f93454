from pathlib import Path

import pytest

from macros import answers
from macros.answers import ask


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The requests that the rules were really asked, in a place where nothing is kept yet."""
    requests: list[str] = []

    def run(_: str, request: str) -> str:
        requests.append(request)
        return f"“{request}”\nanswered {len(requests)}"

    monkeypatch.setattr(answers, "FOLDER", tmp_path / "answers")
    monkeypatch.setattr(answers, "run", run)
    return requests


def test_an_answer_is_computed_once(asked: list[str]) -> None:
    assert ask("notes", "{}") == ask("notes", "{}") == "“{}”\nanswered 1"
    assert asked == ["{}"]


def test_another_request_has_an_answer_of_its_own(asked: list[str]) -> None:
    assert ask("notes", "{}") != ask("notes", "[]")
    assert asked == ["{}", "[]"]


def test_a_changed_rule_makes_every_answer_new(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "RULES", tmp_path / "playbook")
    rules = tmp_path / "playbook" / "tools" / "rules.toml"
    rules.parent.mkdir(parents=True)
    for text in ("value = 2", "value = 3"):
        rules.write_text(text)
        answers.mark_of_rules.cache_clear()
        ask("notes", "{}")
    answers.mark_of_rules.cache_clear()
    assert asked == ["{}", "{}"]


@pytest.mark.parametrize("left", [0, -1])
def test_an_answer_that_was_cut_off_is_computed_again(asked: list[str], left: int) -> None:
    ask("notes", "{}")
    kept = answers.FOLDER / "notes"
    kept.write_text(kept.read_text(encoding="utf-8")[:left], encoding="utf-8")
    assert ask("notes", "{}") == "“{}”\nanswered 2"
    assert asked == ["{}", "{}"]


@pytest.mark.parametrize("name", ["centre.toml", "spelling.toml", "templates/thanks.txt.jinja"])
def test_a_brand_has_answers_of_its_own_and_so_has_the_guide_as_it_came(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(answers, "RULES", tmp_path / "playbook")
    data = tmp_path / "playbook" / "brand" / name
    data.parent.mkdir(parents=True)

    def ask_anew() -> str:
        answers.mark_of_rules.cache_clear()
        return ask("notes", "{}")

    plain = ask_anew()
    data.write_text("ours")
    branded = ask_anew()
    assert branded == ask_anew() != plain
    data.unlink()
    assert ask_anew() not in {plain, branded}
    answers.mark_of_rules.cache_clear()
    assert asked == ["{}"] * 3

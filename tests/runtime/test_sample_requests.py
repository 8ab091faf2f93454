"""The build asks what is written anywhere in the rules' data files, without a list of it."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from playbook.tools import NAMES
from runtime.rule_texts import RULES, read_texts
from runtime.sample_requests import EMAILS, OF_WHEN, THEIRS, WHEN, list_requests, list_said
from runtime.sample_values import AMOUNTS

TEXT = r'"(?:[^"\\]|\\.)*"'
ANY_TEXT = re.compile(TEXT)
SAID_WHEN = re.compile(f'"(?:{WHEN}|words)": ({TEXT})')


@pytest.fixture(scope="module")
def asked() -> dict[str, str]:
    """All that each tool is asked, as one text."""
    requests_of: dict[str, list[str]] = defaultdict(list)
    for tool, request in list_requests():
        requests_of[tool].append(request)
    return {tool: "\n".join(requests) for tool, requests in requests_of.items()}


def missing(texts: Iterable[str], asked: Iterable[str]) -> list[str]:
    """Those of the texts that aren't asked; what is asked is as JSON writes it."""
    asked = set(asked)
    return [text for text in texts if json.dumps(text) not in asked]


@pytest.mark.parametrize("tool", NAMES)
def test_every_text_of_every_data_file_is_asked_of_every_tool(
    asked: dict[str, str], tool: str
) -> None:
    assert len(read_texts()) > 2000
    assert missing(read_texts(), ANY_TEXT.findall(asked[tool])) == []


@pytest.mark.parametrize("tool", NAMES)
def test_every_form_of_a_number_is_asked_of_every_tool(asked: dict[str, str], tool: str) -> None:
    assert missing(AMOUNTS, ANY_TEXT.findall(asked[tool])) == []


def test_every_word_about_when_is_asked_as_what_they_said(asked: dict[str, str]) -> None:
    words = read_texts(OF_WHEN)
    assert words
    assert missing(words, re.findall(f'"{WHEN}": ({TEXT})', asked["timeline"])) == []


def test_every_sentence_about_when_is_asked_as_what_they_said(asked: dict[str, str]) -> None:
    sentences = list_said()
    assert "by the end of next week" in sentences
    assert missing(sentences, SAID_WHEN.findall("\n".join(asked.values()))) == []


def test_every_email_is_asked_as_what_they_wrote(asked: dict[str, str]) -> None:
    emails = [text for text in read_texts(EMAILS) if "\n" in text]
    everything = asked["timeline"] + asked["your_plan"]
    assert len(emails) > 120
    assert [each for each in emails if f'"{THEIRS}": {json.dumps(each)}' not in everything] == []


def test_a_text_is_asked_because_it_stands_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    table = 'text = "one"\nmore = [{ label = "two" }, { choices = ["three"] }]\n'
    (tmp_path / "deeper" / "new.toml").write_text(f"[words]\n{table}", encoding="utf-8")
    texts = {"words", "text", "one", "more", "label", "two", "choices", "three"}
    assert set(read_texts(tmp_path)) == texts


def test_the_files_are_those_of_the_rules() -> None:
    files = {path.parent.name for path in RULES.rglob("*.toml")}
    assert files >= {"playbook", "evidence", "promises", *NAMES}

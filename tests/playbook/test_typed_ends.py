"""Words typed with the marks of their own language end as they were typed, in every sentence of every tool."""

import json
import re
from html import unescape
from typing import Any

import pytest

from playbook.boundary import run
from playbook.fields import Field
from playbook.own import own
from playbook.phrasing.tidy import trim, with_full_stop
from playbook.tools import NAMES, get_tool

TYPED = (
    "ماذا؟",
    "यह काम।",
    "یہ کام ہے۔",
    "这个工作。",
    "何ですか？",
    "I led it！",
    "the team！",
    "a nurse？",
    "the reference letter.",
)
TWO_ENDS = re.compile(r"[؟۔।。？！!?.][\u2068\u2069]*[.,]")
NAMED = re.compile(r"name|title|email|employer|role|phone|greet|my_|plan_id|contact_for|made_from")
"""Fields of names and addresses: what they hold is no sentence."""


def filled(field: Field, typed: str) -> Any:
    if field.kind == "list":
        rows = {each.id: typed for each in field.fields if is_sentence(each)}
        names = {each.id: "Dana Ruiz" for each in field.fields if each.id == "name"}
        return [rows | names] if rows else []
    return typed if is_sentence(field) else ""


def is_sentence(field: Field) -> bool:
    return field.kind in ("text", "long-text") and not NAMED.search(field.id)


def shown(tool: str, record: dict[str, Any], today: str) -> str:
    page = json.loads(run(tool, json.dumps({"record": record, "today": today})))
    return f"{page['text']}\n{unescape(re.sub('<[^>]*>', ' ', page['html']))}"


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_ends_twice(name: str, typed: str) -> None:
    tool = get_tool(name)
    for example in tool.examples():
        values = {field.id: filled(field, typed) for field in tool.fields(own())}
        record = {**example.record, **{id: each for id, each in values.items() if each}}
        text = shown(name, record, str(example.today))
        assert [text[at.start() - 60 : at.end()] for at in TWO_ENDS.finditer(text)] == []


@pytest.mark.parametrize(
    ("typed", "sentence", "words"),
    [
        ("ماذا؟", "ماذا؟", "ماذا"),
        ("यह काम।", "यह काम।", "यह काम"),
        ("یہ کام ہے۔", "یہ کام ہے۔", "یہ کام ہے"),
        ("the night shift", "the night shift.", "the night shift"),
        ("the night shift, ", "the night shift.", "the night shift"),
        ("It runs itself!", "It runs itself!", "It runs itself"),
        ("They said 'yes.'", "They said 'yes.'", "They said 'yes.'"),
        ("it goes on …", "it goes on …", "it goes on"),
    ],
)
def test_an_end_stays_where_a_sentence_ends_and_goes_where_it_goes_on(
    typed: str, sentence: str, words: str
) -> None:
    assert with_full_stop(typed) == sentence
    assert trim(typed) == words

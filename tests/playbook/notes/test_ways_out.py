"""The ways out of each note: to copy, to mail, to take as a file."""

import json
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.playbook.notes.records import FULL, KINDS, answer, notes_of
from tests.playbook.notes.test_answers import FREE, records
from tests.playbook.readers import examples

ADDRESSES = (
    "recruitment@aireside.example",
    "m.boateng@aireside.example",
    "n.raghavan@aireside.example",
    "m.boateng@aireside.example,n.raghavan@aireside.example",
    "jobs@calder.example",
    "s.kelly@example.org",
)


class Controls(HTMLParser):
    """The ways out of each note, ids, and anything that could run."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.copies: list[str] = []
        self.links: list[str] = []
        self.downloads: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.seen |= {tag, *values}
        self.ids += [values["id"]] if "id" in values else []
        self.copies += [values["data-copy"]] if "data-copy" in values else []
        self.downloads += [values["data-download"]] if "data-download" in values else []
        if values.get("href", "").startswith("mailto:"):
            self.links.append(values["href"])


def controls(html: str) -> Controls:
    read = Controls()
    read.feed(html)
    return read


@given(records)
@examples(120)
def test_every_way_out_leads_somewhere_and_a_note_that_lacks_something_has_none(
    record: dict[str, Any],
) -> None:
    page = answer(record)
    read = controls(page["html"])
    assert len(set(read.ids)) == len(read.ids)
    assert {target.removeprefix("#") for target in read.copies} <= set(read.ids)
    names = {each["name"] for each in page["downloads"]}
    assert set(read.downloads) == names - {"plan", "notes"}
    notes = notes_of(record)
    ready = [note for note in notes if note.sendable]
    assert len([each for each in read.copies if each.startswith("#draft")]) == len(ready)
    for link in read.links:
        assert len(link) <= 1600
        assert set(parse_qs(urlsplit(link).query)) <= {"subject", "body"}


@given(st.sampled_from(["<script>alert(1)</script>", "\"' onfocus='x", "{{ 7 * 191 }}{% if %}"]))
@examples(3)
def test_markup_and_template_code_stay_text(typed: str) -> None:
    record = FULL | dict.fromkeys(FREE, typed) | {"my_name": typed, "contact_name": typed}
    record |= {"interviewers": [{"name": typed, "said": typed, "greet": typed}]}
    record |= {"drafts": [{"key": "thank-you-email.0", "text": typed, "made_from": f"{typed}."}]}
    for kind in ("", *KINDS):
        page = answer(record | {"note_kind": kind})
        seen = controls(page["html"]).seen
        assert not seen & {"script", "img", "iframe", "style", "src"}
        assert not [name for name in seen if name.startswith("on")]
        assert "1337" not in json.dumps(page)


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_opens_the_note_that_is_shown(kind: str) -> None:
    page = answer(FULL | {"note_kind": kind, "note_length": "short"})
    for link in controls(page["html"]).links:
        body = parse_qs(urlsplit(link).query)["body"][0]
        assert body.replace("\r\n", "\n") in page["text"]
        assert unquote(urlsplit(link).path) in ("", *ADDRESSES)


def test_a_letter_too_long_for_a_link_says_why_and_can_be_taken_as_a_file() -> None:
    lines = {"interviewers": [{"name": "李明"}], "my_line": "病房里最重要的是安静" * 20}
    page = answer(FULL | lines | {"note_kind": "thank-you-email"})
    assert not controls(page["html"]).links
    assert "too long for a link" in page["html"]
    assert "eml-thank-you-email-0" in {each["name"] for each in page["downloads"]}


def test_eight_people_of_one_name_get_eight_notes_of_their_own() -> None:
    record = FULL | {"interviewers": [{"name": "Dana"}] * 8, "note_kind": "thank-you-email"}
    read = controls(answer(record)["html"])
    assert len([each for each in read.copies if each.startswith("#draft")]) == 8

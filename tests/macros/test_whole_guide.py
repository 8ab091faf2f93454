"""The guide as it is published: nothing in it is left out, and nothing leads nowhere."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape

from macros.guide import read_guide
from macros.pages import Pages
from macros.plays import PHASES
from macros.rules import list_tool_rules
from playbook.own import own
from playbook.render import unit_for, within

DOCS = Path(__file__).parents[2] / "docs"
FIVE_GUIDES = ("ten-things", "four-things", "college-guide", "closing-coach", "after-interview")


def test_every_claim_is_cited_by_a_play_or_a_rule() -> None:
    guide = read_guide(DOCS)
    cited = set(guide.evidence.claims) - {claim.id for claim in guide.uncited()}
    five = [id for id in cited if id.split("/")[0] in FIVE_GUIDES]
    assert guide.uncited() == ()
    assert len(five) == 97


def test_the_page_of_the_sources_says_how_many_claims_of_the_five_guides_can_be_opened() -> None:
    evidence = read_guide(DOCS).evidence
    five = [claim for claim in evidence.claims.values() if claim.source in FIVE_GUIDES]
    opened = [claim for claim in five if evidence.sources[claim.source].url]
    page = (DOCS / "evidence/sources.md").read_text(encoding="utf-8")
    hidden = len(five) - len(opened)
    assert f"{len(opened)} of their {len(five)} claims come from a page" in page
    assert f"and {hidden} don't" in page


def test_a_claim_that_nobody_cites_is_named() -> None:
    guide = read_guide(DOCS)
    plays = tuple(play for play in guide.plays if play.id != "ask-for-feedback")
    assert [claim.id for claim in replace(guide, plays=plays).uncited()] == ["closing-coach/18"]


def test_every_disagreement_is_shown_in_a_play() -> None:
    guide = read_guide(DOCS)
    for id in guide.evidence.disagreements:
        assert guide.use_of_disagreement(id).plays, id


def test_every_phase_has_plays_and_they_follow_on_each_other_across_the_phases() -> None:
    guide = read_guide(DOCS)
    assert all(len(guide.plays_of(phase.id)) >= 5 for phase in PHASES)
    way = [guide.plays[0]]
    while following := guide.neighbours(way[-1])[1]:
        way.append(following)
    assert way == list(guide.plays)
    assert [play.phase for play in way] == sorted(
        (play.phase for play in way), key=[phase.id for phase in PHASES].index
    )


def test_at_a_glance_has_every_play_once_with_a_box_and_in_order() -> None:
    guide = read_guide(DOCS)
    html = Pages(guide, lambda: "at-a-glance/", date(2026, 11, 22)).at_a_glance()
    lines = re.findall(r'<li><input type="checkbox".*?<a href="([^"]+)">([^<]+)</a>', html)
    assert lines == [(f"../{play.url}", str(escape(play.title))) for play in guide.plays]
    assert "{{ at_a_glance() }}" in (DOCS / "at-a-glance.md").read_text(encoding="utf-8")


def test_every_door_of_the_corridor_opens_on_three_things_that_lead_on() -> None:
    text = (DOCS / "corridor.md").read_text(encoding="utf-8")
    doors = re.findall(r"^- \[.+\]\(#([\w-]+)\)$", text, re.MULTILINE)
    rooms = dict(
        re.findall(r"^## [^\n]+ \{ #([\w-]+) \}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    )
    assert len(doors) >= 4
    assert doors == list(rooms)
    for room, things in rooms.items():
        assert len(re.findall(r"^\d\. ", things, re.MULTILINE)) == 3, room
        assert len(re.findall(r"\]\((?:plays|tools)/[\w/-]+\.md\)", things)) >= 2, room


@pytest.mark.parametrize("rule", ["closing-statement", "note-shortest", "check-in-gap"])
def test_a_rule_is_read_from_its_folder_whether_or_not_its_tool_is_built(rule: str) -> None:
    assert rule in list_tool_rules(own())


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0, "business days", "the same day"),
        (1, "business days", "1 business day"),
        (2, "e-mails", "2 e-mails"),
        (1, "words a minute", "1 word a minute"),
        (150, "words a minute", "150 words a minute"),
        (90, "seconds", "90 seconds"),
        (21, "o'clock", "21:00"),
    ],
)
def test_a_number_and_its_unit_agree(value: int, unit: str, words: str) -> None:
    assert within(value, unit) == words


def test_a_unit_stands_alone_in_the_right_number() -> None:
    assert unit_for(1, "business days") == "business day"

"""What the law says, country by country: each line leads to where it stands, each country to who can help."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/handouts/where-you-live.md"
RULES = PAGE.read_text(encoding="utf-8").partition("## What the rules say")[2].partition("\n## ")[0]
COUNTRIES = re.split(r"(?m)^### ", RULES)[1:]


def test_each_rule_has_a_link_or_says_that_one_has_to_ask() -> None:
    lines = re.findall(r"(?m)^- .*(?:\n  .*)*", RULES)
    assert len(lines) > 50
    assert [line for line in lines if "](http" not in line and "ask " not in line] == []


def test_each_country_names_who_can_tell_more() -> None:
    assert len(COUNTRIES) == 6
    assert [each[:30] for each in COUNTRIES if "\nWho can tell you more: " not in each] == []


def test_each_place_in_the_list_above_has_its_heading() -> None:
    listed = re.findall(r"\]\(#([a-z-]+)\)", RULES)
    headings = re.findall(r"(?m)^####? .* \{ #([a-z-]+) \}$", RULES)
    assert listed == headings

"""Where a number that a career centre decided stands on a page, the page says so beside it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.decided import add_notes
from macros.guide import Guide, read_guide
from macros.pages import Pages
from macros.rules import ToolRule
from macros.text import read_play
from playbook.brand import RuleDecision

DOCS = Path(__file__).parents[2] / "docs"
DECISION = RuleDecision(
    "Mill <Center>", 2, "our house rule", "Dana Whitlock, director", date(2026, 9, 14)
)
MARK = '<span class="pb-decided" data-rule="check-in-after-promise">4\u00a0business days</span>'
NOTE = (
    '<div class="pb-decided-note" data-search-exclude>\n'
    "<p>Check in, after their date: 4\u00a0business days. <bdi>Mill &lt;Center&gt;</bdi> decided "
    '<a href="../../evidence/rules/#check-in-after-promise">this number</a>; '
    "the Closing Playbook says 2\u00a0business days.</p>\n</div>"
)


def branded() -> Guide:
    guide = read_guide(DOCS)
    rule = guide.rules["check-in-after-promise"]
    own = ToolRule(replace(rule.rule, value=4, decision=DECISION), rule.tool)
    return replace(guide, rules={**guide.rules, own.id: own})


def test_a_number_that_a_centre_decided_is_marked_and_no_other() -> None:
    pages = Pages(branded(), lambda: "plays/waiting/", date(2026, 11, 22))
    assert pages.rule("check-in-after-promise").within == MARK
    assert pages.rule("check-in-gap").within == "5\u00a0business days"


def test_a_note_ends_the_words_of_each_section_in_which_such_a_number_stands() -> None:
    page = (
        f"# Waiting\n\n1. Wait {MARK}.\n2. Or {MARK}.\n\nThese are a choice.\n\n"
        f"## Say\n\n- Nothing.\n\n## Else\n\nAfter {MARK}.\n\n<footer>\nthe foot\n</footer>"
    )
    noted = add_notes(page, branded().rules, "plays/waiting/")
    assert noted == (
        f"# Waiting\n\n1. Wait {MARK}.\n2. Or {MARK}.\n\nThese are a choice.\n\n\n{NOTE}\n\n"
        f"## Say\n\n- Nothing.\n\n## Else\n\nAfter {MARK}.\n\n\n{NOTE}\n\n<footer>\nthe foot\n</footer>"
    )


def test_a_number_at_the_very_end_has_its_note_and_code_is_left_whole() -> None:
    page = f"Wait {MARK}:\n\n```sh\n# not a heading\n```\n\n{MARK}"
    noted = add_notes(page, branded().rules, "plays/waiting/")
    assert noted == f"{page}\n\n{NOTE}"


def test_a_page_without_such_a_number_stays_as_it_is() -> None:
    page = "# Waiting\n\nWait 5 business days.\n\n<footer>\n</footer>\n"
    assert add_notes(page, branded().rules, "plays/waiting/") == page


def test_the_guide_as_data_has_the_number_without_a_mark() -> None:
    guide = branded()
    play = guide.play_at("plays/waiting/the-check-in/")
    assert read_play(play, DOCS, guide).do[0].startswith("Wait until 4 business days after")

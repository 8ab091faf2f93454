"""The words of a play away from the site."""

from dataclasses import replace
from pathlib import Path

import pytest

from macros.guide import Guide, read_guide
from macros.text import PlayText, read_play
from playbook.spelling import Spelling

DOCS = Path(__file__).parents[2] / "docs"
FRONT = "---\ntitle: Ring a bell\n---\n\n# Ring a bell\n\n{{ play_head() }}\n\n"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(DOCS)


def read(body: str, docs: Path, guide: Guide) -> PlayText:
    play = replace(guide.plays[0], id="ring-a-bell", phase="waiting")
    file = docs / "plays/waiting/ring-a-bell.md"
    file.parent.mkdir(parents=True)
    file.write_text(FRONT + body + "\n{{ evidence() }}\n", encoding="utf-8")
    return read_play(play, docs, guide)


def test_numbers_are_filled_in_links_start_from_the_top_and_figures_are_named(
    tmp_path: Path, guide: Guide
) -> None:
    text = read(
        'Ring once.\n\n## Do\n\n1. Wait {{ rule("check-in-gap").within }}.\n   Then [ring](the-one-call.md#say).\n'
        "2. Read [how](../../evidence/index.md).\n\nNobody has tested it.\n\n"
        '{{ figure("too-pushy") }}\n',
        tmp_path,
        guide,
    )
    assert text.why == "Ring once."
    assert text.do == (
        "Wait 5 business days. Then [ring](plays/waiting/the-one-call/#say).",
        "Read [how](evidence/).",
    )
    assert text.note == "Nobody has tested it."
    assert text.figures == ("too-pushy",)


def test_an_expression_is_worked_out_as_on_the_page(tmp_path: Path, guide: Guide) -> None:
    text = read('Room for {{ rule("check-in-gap").value * 2 }} bells.\n', tmp_path, guide)
    assert text.why == "Room for 10 bells."


def test_words_are_spelled_as_the_centre_does_and_a_claim_is_quoted_with_its_source(
    tmp_path: Path, guide: Guide
) -> None:
    spelling = Spelling({"gap": "hole", "avoid": "shun"})
    decisions = replace(guide.rulebook.decisions, spelling=spelling)
    spelled = replace(guide, rulebook=replace(guide.rulebook, decisions=decisions))
    text = read(
        'Mind the gap: {{ rule("check-in-gap").within }}.\n\n## Avoid\n\n- {{ claim("ten-things/8") }}\n',
        tmp_path,
        spelled,
    )
    claim = guide.evidence.claims["ten-things/8"].text
    title = guide.evidence.sources["ten-things"].title
    assert text.why == "Mind the hole: 5 business days."
    assert text.avoid == (f"{claim} ([{title}](evidence/claims/#ten-things-8))",)


def test_a_centres_own_play_need_not_keep_our_parts(tmp_path: Path, guide: Guide) -> None:
    text = read("Ring.\n\n## Do\n\n- Ring.\n\n## Where\n\nAt the desk.\n", tmp_path, guide)
    assert (text.do, text.say, text.otherwise) == (("Ring.",), (), ())
    assert text.note == "## Where\n\nAt the desk."

import re
from pathlib import Path

import pytest

from macros.embed import IN_NEW_TAB, address_of, open_in_new_tab
from playbook.tools import NAMES, get_tool

PAGE = Path(__file__).parents[2] / "docs/about/embed.md"


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ('<a href="../x/">', f'{IN_NEW_TAB}href="../x/">'),
        (
            '<a class="c" href="https://example.org/">',
            f'{IN_NEW_TAB}class="c" href="https://example.org/">',
        ),
        ('<a href="#answer">', '<a href="#answer">'),
        ('<a id="x">', '<a id="x">'),
    ],
)
def test_what_leads_to_another_page_opens_in_a_new_tab(link: str, opened: str) -> None:
    assert open_in_new_tab(link) == opened


def test_the_page_about_it_names_each_tool_with_its_address() -> None:
    rows = re.findall(
        r"^\| ([^|]*) \| `(embed/[^`]*)` \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    tools = [get_tool(name) for name in NAMES]
    assert sorted(rows) == sorted((tool.title, address_of(tool.page)) for tool in tools)

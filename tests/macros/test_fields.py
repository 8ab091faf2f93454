"""The fields of the tools, as their forms name them."""

from macros.tool import tool
from playbook.own import own
from playbook.tools import NAMES, get_tool


def test_every_row_of_a_list_is_called_by_a_word_and_its_number() -> None:
    for name in NAMES:
        asked = get_tool(name)
        for field in asked.fields(own()):
            assert bool(field.row) == bool(field.add), (name, field.id)
    html = tool("timeline", "tools/timeline/", own())
    assert '-number">Person <span data-number></span></p>' in html
    assert 'Remove<span class="pb-hidden"> person <span data-number></span></span>' in html

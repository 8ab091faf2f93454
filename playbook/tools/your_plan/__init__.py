"""One interview from the first preparation to the answer: every tool on one form, the one at hand below it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import chain

from markupsafe import Markup

from playbook.content import Sentence, read_all
from playbook.render import view
from playbook.tool import Download, Field, Page, Request, Tool, fields_named, read_examples
from playbook.tools import get_tool
from playbook.tools.debrief.gather import gather
from playbook.tools.your_plan.rules import TOOLS, at_hand

FIRST = fields_named(
    "ended_on",
    "ended_at",
    "employer",
    "interviewers",
    "promise",
    "promise_on",
    "country",
    "region",
    "events",
    "at_hand",
)


@cache
def _sentences() -> Mapping[str, Sentence]:
    return read_all(Sentence, files("playbook.tools.your_plan") / "sentences.toml")


def _more() -> tuple[Field, ...]:
    """Every other field of the tools, each once, in the order in which the tools are needed."""
    shown = {field.id for field in FIRST}
    tools = [get_tool(name) for name in TOOLS]
    fields = chain.from_iterable((*tool.first, *tool.more) for tool in tools)
    known = {field.id: field for field in fields}
    return tuple(field for id, field in known.items() if id not in shown)


def _answer(asked: Request) -> Page:
    """The answer of the tool at hand, below the way to the others."""
    found = at_hand(asked)
    chosen = get_tool(found.tool)
    page = chosen.answer(asked)
    html = view(
        "tools/your_plan/view.html.jinja",
        tools=[get_tool(name) for name in TOOLS],
        at_hand=found,
        because=_sentences()[found.because].text,
        chosen=chosen,
        downloads=_without_a_button(page),
        answer=Markup(page.html),  # noqa: S704 - escaped by the tool's own template
    )
    return replace(page, html=html, text=f"{chosen.title}\n\n{page.text}")


def _without_a_button(page: Page) -> list[Download]:
    """The files that the answer itself offers nowhere: this page's row of buttons doesn't know them either."""
    return [each for each in page.downloads if f'data-download="{each.name}"' not in page.html]


TOOL = Tool(
    name="your_plan",
    title="Your plan",
    first=FIRST,
    more=_more(),
    rules={},
    answer=_answer,
    gather=gather,
    examples=lambda: read_examples("playbook.tools.your_plan"),
    outputs=("html", "text", "calendar", "notes", "plan"),
)

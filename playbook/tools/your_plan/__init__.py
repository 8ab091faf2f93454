"""One interview from the first preparation to the answer: every tool on one form, the one at hand below it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from playbook.rulebook import Rulebook
from playbook.tool import Download, Page, Request, Tool
from playbook.tools import get_tool
from playbook.tools.debrief.gather import gather
from playbook.tools.your_plan.rules import TOOLS, AtHand, at_hand

FIRST = (
    "ended_on",
    "ended_at",
    "employer",
    "interviewers",
    "promise",
    "promise_on",
    "country",
    "region",
    "office_zone",
    "events",
    "at_hand",
)


def _others() -> Mapping[str, tuple[str, Tool[Any]]]:
    """Every other field of the tools, each once, in the order in which the tools are needed, as the last has it."""
    tools = [get_tool(name) for name in TOOLS]
    asked = [(name, tool) for tool in tools for name in (*tool.first, *tool.more)]
    known = {name.partition(".")[0]: (name, tool) for name, tool in asked}
    return {id: found for id, found in known.items() if id not in FIRST}


OTHERS = _others()


def _page(asked: Request, found: AtHand, rulebook: Rulebook) -> Page:
    """The answer of the tool at hand, below the way to the others."""
    chosen = get_tool(found.tool)
    page = chosen.answer(asked, rulebook)
    html = rulebook.view(
        "tools/your_plan/view.html.jinja",
        tools=[get_tool(name) for name in TOOLS],
        at_hand=found,
        because=rulebook.say("tools/your_plan/sentences.toml", found.because),
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
    more=tuple(name for name, _ in OTHERS.values()),
    adapt={id: tool.adapt[id] for id, (_, tool) in OTHERS.items() if id in tool.adapt},
    compute=at_hand,
    view=_page,
    gather=gather,
    outputs=("html", "text", "calendar", "notes", "plan"),
)

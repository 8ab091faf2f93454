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
    "scored",
    "promise",
    "promise_on",
    "country",
    "region",
    "office_zone",
    "their_email",
    "events",
    "at_hand",
)


def _others() -> Mapping[str, tuple[str, Tool[Any]]]:
    """Return the other fields of the tools by id, each with the last tool that has it, in the order of TOOLS."""
    tools = [get_tool(name) for name in TOOLS]
    asked = [(name, tool) for tool in tools for name in (*tool.first, *tool.more)]
    known = {name.partition(".")[0]: (name, tool) for name, tool in asked}
    return {id: chosen for id, chosen in known.items() if id not in FIRST}


OTHERS = _others()


def _page(request: Request, choice: AtHand, rulebook: Rulebook) -> Page:
    """Show the answer of the tool at hand below the links to the other tools."""
    chosen = get_tool(choice.tool)
    page = chosen.answer(request, rulebook)
    html = rulebook.view(
        "tools/your_plan/view.html.jinja",
        tools=[get_tool(name) for name in TOOLS],
        at_hand=choice,
        because=rulebook.say("tools/your_plan/sentences.toml", choice.because),
        chosen=chosen,
        downloads=_without_a_button(page),
        answer=Markup(page.html),  # noqa: S704 - escaped by the tool's own template
    )
    return replace(page, html=html, text=f"{chosen.title}\n\n{page.text}")


def _without_a_button(page: Page) -> list[Download]:
    """Return the downloads for which the answer has no button, so that this page offers them."""
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

"""How long somebody has waited for an answer: a small tool to begin your own from."""

from dev.sample_tool.rules import compute
from dev.sample_tool.view import sample_page
from playbook.tool import Tool

TOOL = Tool(
    name="sample",
    title="A sample tool",
    first=("ended_on", "country", "region"),
    more=("employer",),
    compute=compute,
    view=sample_page,
    outputs=("html", "text", "plan"),
)

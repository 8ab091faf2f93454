"""A closing statement that fits the time and sounds like the person who says it."""

from dataclasses import replace

from playbook.fields import Field
from playbook.tool import Tool
from playbook.tools.closing_statement.rules import compute
from playbook.tools.closing_statement.view import closing_page


def _scored(scored: Field) -> Field:
    return replace(scored, label="Is it scored?", hint="The invitation may say so.")


TOOL = Tool(
    name="closing_statement",
    title="Your closing statement",
    first=("needs", "proofs", "learned", "draws", "sure"),
    more=(
        "scored",
        "statement_length",
        "own_rate_seconds",
        "missed",
        "employer",
        "role",
        "interviewers.name",
    ),
    adapt={"scored": _scored},
    compute=compute,
    view=closing_page,
    outputs=("html", "text", "plan"),
)

"""A closing statement that fits the time and sounds like the person who says it."""

from playbook.tool import Tool
from playbook.tools.closing_statement.rules import compute
from playbook.tools.closing_statement.view import closing_page

TOOL = Tool(
    name="closing_statement",
    title="Your closing statement",
    first=("needs", "proofs", "learned", "draws", "sure"),
    more=(
        "statement_length",
        "own_rate_seconds",
        "missed",
        "employer",
        "role",
        "interviewers.name",
    ),
    compute=compute,
    view=closing_page,
    outputs=("html", "text", "plan"),
)

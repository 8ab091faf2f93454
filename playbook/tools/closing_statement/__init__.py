"""A closing statement that fits the time and sounds like the person who says it."""

from playbook.tool import Page, Request, Tool, fields_named, read_examples
from playbook.tools.closing_statement.rules import closing_rules, compute
from playbook.tools.closing_statement.view import closing_page


def _answer(asked: Request) -> Page:
    return closing_page(asked, compute(asked))


TOOL = Tool(
    name="closing_statement",
    title="Your closing statement",
    first=fields_named("needs", "proofs", "learned", "draws", "sure"),
    more=fields_named(
        "statement_length", "own_rate_seconds", "employer", "role", "interviewers.name"
    ),
    rules=closing_rules(),
    answer=_answer,
    examples=lambda: read_examples("playbook.tools.closing_statement"),
    outputs=("html", "text", "plan"),
)

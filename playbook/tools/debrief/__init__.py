"""What to write down before it fades, and what several interviews have in common."""

from playbook.tool import Page, Request, Tool, fields_named, read_examples
from playbook.tools.debrief.gather import gather
from playbook.tools.debrief.rules import compute, debrief_rules
from playbook.tools.debrief.view import debrief_page


def _answer(asked: Request) -> Page:
    return debrief_page(asked, compute(asked))


TOOL = Tool(
    name="debrief",
    title="Your debrief",
    first=fields_named(
        "ended_on",
        "interviewers",
        "promise",
        "promise_on",
        "promised",
        "talked_about",
        "unsaid",
    ),
    more=fields_named(
        "went_well",
        "went_badly",
        "practise",
        "plans",
        "employer",
        "role",
        "country",
        "region",
        "reviews",
        "office_week",
        "open_on_usual_days",
        "closures",
        "events",
    ),
    rules=debrief_rules(),
    answer=_answer,
    examples=lambda: read_examples("playbook.tools.debrief"),
    gather=gather,
    outputs=("html", "text", "plan"),
)

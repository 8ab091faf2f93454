"""What to do after the interview, and by when."""

from playbook.tool import Page, Request, Tool, fields_named, read_examples
from playbook.tools.timeline.rules import compute, timeline_rules
from playbook.tools.timeline.view import timeline_page


def _answer(asked: Request) -> Page:
    return timeline_page(asked, compute(asked))


TOOL = Tool(
    name="timeline",
    title="Your follow-up timeline",
    first=fields_named(
        "ended_on",
        "ended_at",
        "interviewers.name",
        "promise",
        "promise_on",
        "country",
        "region",
        "events",
    ),
    more=fields_named(
        "employer",
        "role",
        "contact_name",
        "contact_email",
        "contact_phone",
        "follow_up",
        "promised",
        "references",
        "news",
        "contact_on",
        "office_week",
        "open_on_usual_days",
        "closures",
        "private_titles",
        "plan_id",
        "in_calendar",
    ),
    rules=timeline_rules(),
    answer=_answer,
    examples=lambda: read_examples("playbook.tools.timeline"),
    outputs=("html", "text", "calendar", "plan"),
)

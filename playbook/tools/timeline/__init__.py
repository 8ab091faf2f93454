"""What to do after the interview, and by when."""

from playbook.plan.compute import compute
from playbook.tool import Tool
from playbook.tools.timeline.view import timeline_page

TOOL = Tool(
    name="timeline",
    title="Your follow-up timeline",
    first=(
        "ended_on",
        "ended_at",
        "interviewers.name",
        "scored",
        "promise",
        "promise_on",
        "country",
        "region",
        "office_zone",
        "their_email",
        "events",
    ),
    more=(
        "employer",
        "role",
        "contact_name",
        "contact_email",
        "contact_phone",
        "follow_up",
        "promised",
        "post_card",
        "references",
        "news",
        "contact_on",
        "hires_soon",
        "office_week",
        "open_on_usual_days",
        "closures",
        "away",
        "postponed",
        "private_titles",
        "remind_at",
        "plan_id",
        "in_calendar",
    ),
    compute=compute,
    view=timeline_page,
    outputs=("html", "text", "calendar", "plan"),
)

"""What to write down before it fades, and what several interviews have in common."""

from playbook.tool import Tool
from playbook.tools.debrief.gather import gather
from playbook.tools.debrief.rules import compute
from playbook.tools.debrief.view import debrief_page

TOOL = Tool(
    name="debrief",
    title="Your debrief",
    first=(
        "ended_on",
        "interviewers",
        "scored",
        "promise",
        "promise_on",
        "promised",
        "talked_about",
        "unsaid",
    ),
    more=(
        "went_well",
        "went_badly",
        "practise",
        "plans",
        "employer",
        "role",
        "country",
        "region",
        "office_zone",
        "reviews",
        "hires_soon",
        "office_week",
        "open_on_usual_days",
        "closures",
        "events",
    ),
    compute=compute,
    view=debrief_page,
    gather=gather,
    outputs=("html", "text", "plan"),
)

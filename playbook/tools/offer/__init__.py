"""An offer: when to answer, what to settle, what to ask for, and two offers side by side."""

from playbook.tool import Tool
from playbook.tools.offer.rules import compute
from playbook.tools.offer.view import offer_page

TOOL = Tool(
    name="offer",
    title="Your offer",
    first=("events", "offers", "country", "region", "office_zone"),
    more=(
        "range_from",
        "range_to",
        "wishes",
        "wish_reason",
        "criteria",
        "employer",
        "role",
        "contact_name",
        "hires_soon",
        "office_week",
        "open_on_usual_days",
        "closures",
    ),
    compute=compute,
    view=offer_page,
    outputs=("html", "text", "plan"),
)

"""An offer: when to answer, what to settle, what to ask for, and two offers side by side."""

from playbook.tool import Page, Request, Tool, fields_named, read_examples
from playbook.tools.offer.rules import compute, offer_rules
from playbook.tools.offer.view import offer_page


def _answer(asked: Request) -> Page:
    return offer_page(asked, compute(asked))


TOOL = Tool(
    name="offer",
    title="Your offer",
    first=fields_named("events", "offers", "country", "region"),
    more=fields_named(
        "range_from",
        "range_to",
        "wishes",
        "criteria",
        "employer",
        "role",
        "contact_name",
        "office_week",
        "open_on_usual_days",
        "closures",
    ),
    rules=offer_rules(),
    answer=_answer,
    examples=lambda: read_examples("playbook.tools.offer"),
    outputs=("html", "text", "plan"),
)

"""All interviews at once: what is due, by when, and what one of them means for the others."""

from dataclasses import replace

from playbook.applications import gather
from playbook.fields import Field
from playbook.tool import Tool
from playbook.tools.my_interviews.rules import compute
from playbook.tools.my_interviews.view import interviews_page


def _files(field: Field) -> Field:
    return replace(
        field,
        label="Open plan files",
        hint="As many as you like, or a spreadsheet saved as CSV. Each interview joins your list. Nothing is uploaded.",
    )


def _employer(field: Field) -> Field:
    return replace(field, hint="The form has one interview at a time. Your list has them all.")


def _day(field: Field) -> Field:
    return replace(field, required=False)


TOOL = Tool(
    name="my_interviews",
    title="My interviews",
    first=(
        "plans",
        "employer",
        "role",
        "ended_on",
        "promise",
        "promise_on",
        "country",
        "region",
        "events",
    ),
    more=(
        "interviewers.name",
        "scored",
        "contact_name",
        "contact_email",
        "contact_phone",
        "contact_for",
        "follow_up",
        "office_zone",
        "away",
        "postponed",
        "private_titles",
        "remind_at",
        "plan_id",
        "in_calendar",
    ),
    adapt={"plans": _files, "employer": _employer, "ended_on": _day},
    compute=compute,
    view=interviews_page,
    gather=gather,
    several=True,
    outputs=("html", "text", "calendar", "spreadsheet", "plan"),
)

"""Something to send: every note that fits, filled from the record, with what is worth another look."""

from playbook.tool import Page, Request, Tool, fields_named, read_examples
from playbook.tools.notes.checks import note_rules
from playbook.tools.notes.compose import compose
from playbook.tools.notes.view import notes_page


def _answer(asked: Request) -> Page:
    return notes_page(compose(asked))


TOOL = Tool(
    name="notes",
    title="Your notes",
    first=fields_named(
        "ended_on",
        "interviewers",
        "highlights",
        "missed",
        "my_name",
    ),
    more=fields_named(
        "note_kind",
        "my_phone",
        "employer",
        "role",
        "address_as",
        "note_tone",
        "note_length",
        "proofs",
        "learned",
        "draws",
        "sure",
        "promised",
        "promise",
        "promise_on",
        "format",
        "contact_name",
        "contact_for",
        "contact_email",
        "contact_phone",
        "follow_up",
        "my_email",
        "my_line",
        "events",
        "news",
        "offers",
        "range_from",
        "range_to",
        "wishes",
        "wish_reason",
        "start_on",
        "no_reason",
        "other_employers",
        "references",
        "country",
        "region",
        "office_week",
        "open_on_usual_days",
        "closures",
        "talked_about",
        "unsaid",
        "plan_id",
    ),
    rules=note_rules(),
    answer=_answer,
    examples=lambda: read_examples("playbook.tools.notes"),
    outputs=("html", "text", "notes", "plan"),
)

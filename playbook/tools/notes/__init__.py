"""Something to send: every note that fits, filled from the record, with what is worth another look."""

from dataclasses import replace

from playbook.tool import Field, Page, Request, Tool, fields_named, read_examples
from playbook.tools.notes.begin import has_begun
from playbook.tools.notes.checks import note_rules
from playbook.tools.notes.compose import compose
from playbook.tools.notes.view import notes_page
from playbook.tools.notes.words import say


def _answer(asked: Request) -> Page:
    if not has_begun(asked.interview):
        return Page(status=say("status-not-begun"))
    return notes_page(compose(asked))


def _people() -> Field:
    """Whom they met: the name first, everything else about a person behind a fold."""
    (people,) = fields_named("interviewers")
    rest = tuple(each.id for each in people.fields if each.id != "name")
    return replace(people, hint="", folded=rest)


def _questions() -> tuple[Field, ...]:
    """One thing from the talk, and one to add: two lines each, so that the note stands near."""
    return tuple(replace(each, rows=2) for each in fields_named("highlights", "missed"))


def _ended_on() -> Field:
    (ended_on,) = fields_named("ended_on")
    return replace(ended_on, required=False, hint="Leave it empty if it was today.")


def _dump() -> Field:
    (dump,) = fields_named("talked_about")
    return replace(
        dump,
        label="Or paste everything that you noted",
        hint="Nothing of it goes into a note until you tap a sentence, under your notes.",
    )


TOOL = Tool(
    name="notes",
    title="Your notes",
    first=(_people(), *_questions(), *fields_named("my_name")),
    more=(
        _dump(),
        _ended_on(),
        *fields_named(
            "note_kind",
            "note_form",
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
            "unsaid",
            "kept_private",
            "plan_id",
        ),
    ),
    more_label="Make it more yours",
    answer_first=True,
    rules=note_rules(),
    answer=_answer,
    examples=lambda: read_examples("playbook.tools.notes"),
    outputs=("html", "text", "notes", "plan"),
)

"""Something to send: every note that fits, filled from the record, with what is worth another look."""

from dataclasses import replace

from playbook.fields import Field
from playbook.rulebook import Rulebook
from playbook.tool import Page, Request, Tool
from playbook.tools.notes.begin import has_begun
from playbook.tools.notes.compose import Notes, compose
from playbook.tools.notes.view import notes_page
from playbook.tools.notes.words import say


def _compute(request: Request, rulebook: Rulebook) -> Notes | None:
    """Return the notes; None where there is nothing yet to write one from."""
    return compose(request, rulebook) if has_begun(request.interview) else None


def _page(request: Request, answer: Notes | None, rulebook: Rulebook) -> Page:
    if answer is None:
        return Page(status=say(rulebook, "status-not-begun"))
    return notes_page(request, answer, rulebook)


def _people(people: Field) -> Field:
    """Show whom they met: the name first, everything else about a person behind a fold."""
    rest = tuple(each.id for each in people.fields if each.id != "name")
    return replace(people, hint="", folded=rest)


def _question(question: Field) -> Field:
    """Show one thing from the talk, or one to add: two lines each, so that the note stands near."""
    return replace(question, rows=2)


def _ended_on(ended_on: Field) -> Field:
    return replace(
        ended_on,
        required=False,
        hint="If it wasn't today, give the day: left empty, the note says 'today'.",
    )


def _dump(dump: Field) -> Field:
    return replace(
        dump,
        label="Or paste everything that you noted",
        hint="Then tap the sentences that you'd like to use, below your messages.",
    )


TOOL = Tool(
    name="notes",
    title="Your messages",
    first=("interviewers", "highlights", "missed", "my_name"),
    more=(
        "scored",
        "talked_about",
        "ended_on",
        "note_kind",
        "note_form",
        "post_card",
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
        "office_zone",
        "hires_soon",
        "office_week",
        "open_on_usual_days",
        "closures",
        "unsaid",
        "kept_private",
        "plan_id",
    ),
    adapt={
        "interviewers": _people,
        "highlights": _question,
        "missed": _question,
        "talked_about": _dump,
        "ended_on": _ended_on,
    },
    more_label="Make it more yours",
    answer_first=True,
    compute=_compute,
    view=_page,
    outputs=("html", "text", "notes", "plan"),
)

"""Which interview a form is about, where there are several, with the way to another one: a line above the form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playbook.applications import at_hand, every, is_begun, others, with_keys
from playbook.merging import Application
from playbook.render import LONGEST_NAME
from playbook.rulebook import Rulebook

PLACE = "plan_id"
"""The field in whose place the line stands: the number that tells interviews apart."""
MOST_LINKED = 12
"""Other interviews that the line leads to; the page with all of them has the rest."""


@dataclass(frozen=True, slots=True)
class Named:
    """An interview with its key among the others: what it's called, and the job where that's another word."""

    key: str
    name: str
    role: str = ""


def say_which(record: object, rulebook: Rulebook) -> dict[str, str]:
    """Return the line as HTML by its place in the form; nothing where there is one interview alone."""
    if not isinstance(record, Mapping) or not others(record):
        return {}
    here = at_hand(record)
    keyed = with_keys(every(record))
    rest = [_named(key, each) for key, each in keyed.items() if each != here and is_begun(each)]
    if not rest:
        return {}
    line = rulebook.fragment(
        "which_interview.html.jinja", here=_named("", here), others=tuple(rest[:MOST_LINKED])
    )
    return {PLACE: str(line)}


def _named(key: str, application: Application) -> Named:
    employer, role = _text(application.get("employer")), _text(application.get("role"))
    return Named(key, employer or role, role if employer else "")


def _text(typed: Any) -> str:
    return " ".join(typed.split())[:LONGEST_NAME] if isinstance(typed, str) else ""

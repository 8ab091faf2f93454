"""The debrief as a Page: what is open, what is written down, and what several interviews have in common."""

from typing import Any

from playbook.interview import Interview
from playbook.plan import words as timeline
from playbook.record_keys import Trait, leaves_of, value_of
from playbook.rulebook import Rulebook
from playbook.tool import Page, Request
from playbook.tools.cited import cited_rules
from playbook.tools.debrief import words
from playbook.tools.debrief.gather import row_of
from playbook.tools.debrief.model import Debrief
from playbook.tools.decided import say_decided


def debrief_page(request: Request, debrief: Debrief, rulebook: Rulebook) -> Page:
    """Return the answer to this request."""
    plan, rules = debrief.plan, rulebook.tools["debrief"].values()
    facts = {
        "today": request.today,
        "debrief": debrief,
        "status": words.status(debrief),
        "open": _questions(debrief, if_any=False),
        "if_any": _questions(debrief, if_any=True),
        "said": words.what_they_said(debrief),
        "scored": timeline.scored(plan),
        "timing": words.timing(debrief),
        "promised": words.promised(debrief),
        "goes": {
            name: words.say(f"{name}-goes", debrief)
            for name in ("said", "timing", "promised", "missed")
        },
        "notes": [
            (step, timeline.when(step, plan.context)) for step in debrief.steps("debrief-notes")
        ],
        "review_line": words.review_line(debrief),
        "review_empty": words.say("review-empty", debrief),
        "keep_explained": words.say("keep-explained", debrief),
        "next_explained": words.say("next-explained", debrief),
        "keeps": _keeps(debrief),
        "next": _next(request.interview),
        "reviews": [
            (words.review_title(each, number, debrief), each)
            for number, each in enumerate(debrief.reviews, 1)
        ],
        "recurring": [
            (words.recurs(each, debrief), words.mentions(each, debrief))
            for each in debrief.recurring
        ],
        "recurring_note": words.recurring_note(debrief),
        "decided": say_decided(rules, rulebook),
        "rules": cited_rules(rules, rulebook),
    }
    return Page(
        status=words.status(debrief),
        html=rulebook.view("tools/debrief/view.html.jinja", **facts),
        text=rulebook.view("tools/debrief/view.txt.jinja", **facts),
    )


def _questions(debrief: Debrief, *, if_any: bool) -> list[tuple[str, str]]:
    """Return what is still open, each with the field for its answer."""
    return [
        (words.question(each, debrief), f"#field-{each.field}")
        for each in debrief.open
        if each.if_any == if_any
    ]


def _keeps(debrief: Debrief) -> dict[str, list[dict[str, str]]]:
    """Return the record's reviews with the one being written; it takes the place of an older one of this interview."""
    return {"reviews": [row_of(each) for each in debrief.reviews]}


def _next(interview: Interview) -> dict[str, Any]:
    """Return the record for the next interview: this interview's fields emptied, the reader's own left out."""
    return {
        key: _empty(value_of(interview, key))
        for key, leaf in leaves_of(Interview).items()
        if Trait.LASTING not in leaf.traits
    }


def _empty(value: object) -> object:
    if isinstance(value, bool):
        return False
    return [] if isinstance(value, tuple) else ""

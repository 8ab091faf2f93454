"""The plan as a Page: HTML with its drawing, plain text, and the files to take away."""

from markupsafe import Markup

from playbook.memory import remembered
from playbook.plan import words
from playbook.plan.model import Plan
from playbook.rulebook import Rulebook
from playbook.tool import Page, Request
from playbook.tools.decided import say_decided
from playbook.tools.timeline.calendar_file import calendar_words, write_calendar
from playbook.tools.timeline.earlier_files import read_earlier_files
from playbook.tools.timeline.items import ShownStep, other_days, read_item
from playbook.tools.timeline.picture import Drawing, days_of, draw

LINE = 680
COLUMN = 480
"""Length of the drawing in its own units, lying and standing."""
CAPS = ("check-in-cap", "phone-call-cap")
"""The rules behind the sentence that says how many contacts are left."""


def timeline_page(request: Request, plan: Plan, rulebook: Rulebook) -> Page:
    """Return the answer to this request."""
    context = plan.context
    items = [
        read_item(number, step, other_days(plan, step), context)
        for number, step in enumerate(plan.steps, 1)
    ]
    days = days_of(plan)
    description = _in_words(plan, days, items)
    earlier = read_earlier_files(plan)
    facts = {
        "today": request.today,
        "plan": plan,
        "items": items,
        "summary": words.summary(plan),
        "scored": words.scored(plan),
        "rounds": words.rounds(plan),
        "next_line": words.next_line(plan),
        "reading": words.reading(plan),
        "warnings": [words.say(each, context) for each in plan.warnings],
        "budget": _budget(plan),
        "caps": say_decided((rulebook.rules[plan.situation.rule(cap)] for cap in CAPS), rulebook),
        "calendar": calendar_words(earlier),
        "verdict": _verdict(plan),
        "changes": [words.change(each, plan) for each in plan.changes],
        "changed_fields": words.changed_fields(plan),
        "lying": _drawing(days, LINE, "lying", description, rulebook),
        "standing": _drawing(days, COLUMN, "standing", description, rulebook),
    }
    return Page(
        status=words.next_line(plan),
        html=rulebook.view("tools/timeline/view.html.jinja", **facts),
        text=rulebook.view("tools/timeline/view.txt.jinja", **facts),
        downloads=(write_calendar(request, earlier, items),),
    )


def _budget(plan: Plan) -> str:
    if plan.stage in ("rejected", "offer", "decided", "round-arranged"):
        return ""
    if plan.situation.interview.round.follow_up == "none":
        return words.say("budget-none", plan.context)
    return words.say("budget", plan.context, used=plan.budget.used, most=plan.budget.most)


def _verdict(plan: Plan) -> str:
    verdict = plan.verdict
    if verdict is None:
        return ""
    return words.say(
        verdict.sentence,
        plan.context,
        on=verdict.on,
        until_on=verdict.until_on,
        closed=verdict.closed,
    )


@remembered()
def _drawing(
    days: Drawing, length: int, name: str, description: str, rulebook: Rulebook
) -> Markup | None:
    """Draw the time line horizontally or vertically; None where it would be too long."""
    picture = draw(days, length)
    if picture is None:
        return None
    return rulebook.fragment(
        "tools/timeline/picture.html.jinja", picture=picture, name=name, description=description
    )


def _in_words(plan: Plan, days: Drawing, items: list[ShownStep]) -> str:
    steps = "; ".join(item.on_line for item in items if item.on_line)
    return words.say(
        "picture", plan.context, first_on=days.first_on, last_on=days.last_on, steps=steps
    )

"""A step as it is read: its words, and its HTML with the reasons for its dates."""

from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from playbook.evidence import Rule
from playbook.memory import remembered
from playbook.plan import words
from playbook.plan.model import Plan, PlanContext, State, Step
from playbook.plan.moving import days_offered, is_put_off, put_off
from playbook.render import amount
from playbook.rulebook import Rulebook
from playbook.strict_json import write_json
from playbook.tools.cited import cited_claims
from playbook.tools.decided import house_words, say_decided

NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule behind a date, with the claims it rests on and who makes them, in HTML."""

    rule: Rule
    amount: str
    claims: Markup


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step as it is read: its number and words, and with its reasons in HTML where it is to be done.

    `moved` says why it isn't on its usual day, and `decided` which of its numbers a career centre decided.
    """

    number: int
    step: Step
    title: str
    when: str
    how: str
    notes: tuple[str, ...]
    on_line: str
    moved: str = ""
    decided: tuple[str, ...] = ()
    html: Markup = NOTHING


@dataclass(frozen=True, slots=True)
class OtherDays:
    """The days until which a step can be put off, and the way back to its usual one.

    Each day has what its button fills in, as JSON; `back` is that of the way back, empty where there is none.
    """

    days: tuple[tuple[date, str], ...] = ()
    back: str = ""


def other_days(plan: Plan, step: Step) -> OtherDays:
    """Return to which other days the reader can move a step of this plan."""
    situation = plan.situation
    return OtherDays(
        tuple(
            (on, write_json(put_off(situation, step, on))) for on in days_offered(situation, step)
        ),
        write_json(put_off(situation, step, None)) if is_put_off(situation, step) else "",
    )


@remembered()
def read_item(number: int, step: Step, others: OtherDays, context: PlanContext) -> ShownStep:
    """Return the step with this number in the list, in words and in HTML."""
    item = item_in_words(number, step, context)
    if step.state is State.NOT:
        html = _put_back(item, others, context) if others.back else NOTHING
    else:
        html = _html(item, others, context)
    return replace(item, html=html)


def item_in_words(number: int, step: Step, context: PlanContext) -> ShownStep:
    """Return the step with this number in the list, in words alone."""
    rules = context.rulebook.rules
    return ShownStep(
        number=number,
        step=step,
        title=words.title(step, context),
        when=words.when(step, context),
        how="" if step.state is State.DONE else words.how(step, context),
        notes=tuple(words.notes(step, context)),
        on_line=words.on_line(number, step, context) if step.do_on else "",
        moved=words.move(step, context),
        decided=say_decided((rules[rule] for rule in step.rules), context.rulebook),
    )


def _put_back(item: ShownStep, others: OtherDays, context: PlanContext) -> Markup:
    """Return the button that brings back a step that was put off for too long."""
    return context.rulebook.fragment(
        "tools/timeline/put_back.html.jinja",
        item=item,
        others=others,
        back=words.say("other-day-back", context),
    )


def _html(item: ShownStep, others: OtherDays, context: PlanContext) -> Markup:
    step, rulebook = item.step, context.rulebook
    play = words.step_words(context)[step.kind].play
    return rulebook.fragment(
        "tools/timeline/step.html.jinja",
        item=item,
        others=others,
        another=words.say("other-day", context),
        another_hint=words.say("other-day-hint", context),
        back=words.say("other-day-back", context),
        channel=words.channel(step, context),
        window=words.window(step, context),
        holidays=words.holidays(step, context),
        reasons=[_reason(rule, rulebook) for rule in step.rules],
        house=house_words(rulebook),
        place=rulebook.centre.place_of(play) if play else "",
        today=context.today,
    )


def _reason(id: str, rulebook: Rulebook) -> Reason:
    rule = rulebook.rules[id]
    return Reason(rule, amount(rule.value, rule.unit), cited_claims(rule.claims, rulebook))

"""A step as it is read: its words, and its HTML with the reasons for its dates."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from playbook.evidence import Rule
from playbook.memory import remembered
from playbook.plan import words
from playbook.plan.model import PlanContext, State, Step
from playbook.render import amount
from playbook.rulebook import Rulebook
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

    `decided` says which of its numbers a career centre decided.
    """

    number: int
    step: Step
    title: str
    when: str
    how: str
    notes: tuple[str, ...]
    on_line: str
    decided: tuple[str, ...] = ()
    html: Markup = NOTHING


@remembered()
def read_item(number: int, step: Step, context: PlanContext) -> ShownStep:
    """Return the step with this number in the list, in words and in HTML."""
    item = item_in_words(number, step, context)
    return item if step.state is State.NOT else replace(item, html=_html(item, context))


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
        decided=say_decided((rules[rule] for rule in step.rules), context.rulebook),
    )


def _html(item: ShownStep, context: PlanContext) -> Markup:
    step, rulebook = item.step, context.rulebook
    play = words.step_words(context)[step.kind].play
    return rulebook.fragment(
        "tools/timeline/step.html.jinja",
        item=item,
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

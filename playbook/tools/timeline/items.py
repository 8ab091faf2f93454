"""A step as it is read: its words, and its HTML with the reasons for its dates."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from playbook.evidence import Rule
from playbook.memory import remembered
from playbook.render import amount
from playbook.rulebook import Rulebook
from playbook.tools.cited import cited_claims
from playbook.tools.decided import house_words, say_decided
from playbook.tools.timeline import words
from playbook.tools.timeline.model import State, Step, Told

NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule behind a date, with the claims it rests on and who makes them, in HTML."""

    rule: Rule
    amount: str
    claims: Markup


@dataclass(frozen=True, slots=True)
class Item:
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
def read_item(number: int, step: Step, told: Told) -> Item:
    """The step with this number in the list, in words."""
    rules = told.rulebook.rules
    item = Item(
        number=number,
        step=step,
        title=words.title(step, told),
        when=words.when(step, told),
        how="" if step.state is State.DONE else words.how(step, told),
        notes=tuple(words.notes(step, told)),
        on_line=words.on_line(number, step, told) if step.do_on else "",
        decided=say_decided((rules[rule] for rule in step.rules), told.rulebook),
    )
    return item if step.state is State.NOT else replace(item, html=_html(item, told))


def _html(item: Item, told: Told) -> Markup:
    step, rulebook = item.step, told.rulebook
    play = words.step_words(told)[step.kind].play
    return rulebook.part(
        "tools/timeline/step.html.jinja",
        item=item,
        channel=words.channel(step, told),
        window=words.window(step, told),
        holidays=words.holidays(step, told),
        reasons=[_reason(rule, rulebook) for rule in step.rules],
        house=house_words(rulebook),
        place=rulebook.centre.place_of(play) if play else "",
        today=told.today,
    )


def _reason(id: str, rulebook: Rulebook) -> Reason:
    rule = rulebook.rules[id]
    return Reason(rule, amount(rule.value, rule.unit), cited_claims(rule.claims, rulebook))

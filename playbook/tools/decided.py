"""Which numbers a career centre decided, in plain sentences that also stand in print and in a calendar."""

from collections.abc import Iterable

from playbook.evidence import Rule
from playbook.memory import remembered
from playbook.render import isolated, within
from playbook.rulebook import Rulebook


def say_decided(rules: Iterable[Rule], rulebook: Rulebook) -> tuple[str, ...]:
    """Return a sentence for each rule whose number a centre decided, once, with what upstream says; none for ours."""
    return tuple(dict.fromkeys(_sentence(rule, rulebook) for rule in rules if rule.decision))


def house_words(rulebook: Rulebook) -> str:
    """Return what stands before the reason for a number of ours, so that in a copy nobody takes it for the centre's."""
    return rulebook.view("tools/house.txt.jinja", centre=rulebook.centre.name).strip()


@remembered()
def _sentence(rule: Rule, rulebook: Rulebook) -> str:
    assert rule.decision is not None
    return rulebook.view(
        "tools/decided.txt.jinja",
        rule=rule,
        within=within(rule.value, rule.unit),
        centre=isolated(rule.decision.centre),
        upstream=within(rule.decision.upstream, rule.unit),
    ).strip()

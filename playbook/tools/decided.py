"""Which numbers a career centre decided, in plain sentences that also stand in print and in a calendar."""

from collections.abc import Iterable

from playbook.brand import read_centre
from playbook.evidence import Rule
from playbook.render import isolated, within


def say_decided(rules: Iterable[Rule]) -> tuple[str, ...]:
    """A sentence for each rule whose number a centre decided, once, with what upstream says; none for ours."""
    return tuple(dict.fromkeys(_sentence(rule) for rule in rules if rule.decision))


def house_words() -> str:
    """What stands before the reason for a number of ours, so that in a copy nobody takes it for the centre's."""
    return "The Closing Playbook's own rule." if read_centre().name else "Our house rule."


def _sentence(rule: Rule) -> str:
    assert rule.decision is not None
    return (
        f"{rule.name}: {within(rule.value, rule.unit)}. {isolated(rule.decision.centre)} decided "
        f"this number; the Closing Playbook says {within(rule.decision.upstream, rule.unit)}."
    )

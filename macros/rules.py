"""The numbers of every tool, put into the words that a page uses for them."""

from dataclasses import dataclass

from playbook.evidence import Rule
from playbook.render import unit_for, within
from playbook.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class ToolRule:
    """A rule as a page quotes it: `within` in words, and where the evidence for it stands."""

    rule: Rule
    tool: str

    @property
    def id(self) -> str:
        """The rule's id, which is its anchor too."""
        return self.rule.id

    @property
    def value(self) -> int:
        """The bare number, in `unit`."""
        return self.rule.value

    @property
    def unit(self) -> str:
        """What the number counts, in the right number: "business day" for one."""
        return unit_for(self.rule.value, self.rule.unit)

    @property
    def within(self) -> str:
        """The number and its unit in words: "2 business days", "1 e-mail", "the same day"."""
        return within(self.rule.value, self.rule.unit)

    @property
    def house(self) -> bool:
        """Whether the number is our own default, which no source states."""
        return self.rule.house

    @property
    def upstream(self) -> str:
        """What a centre's number replaced, in words; nothing where no centre set it."""
        decision = self.rule.decision
        return within(decision.upstream, self.rule.unit) if decision else ""

    @property
    def url(self) -> str:
        """Where the rule's evidence stands, from the top of the site."""
        return f"evidence/rules/#{self.id}"


def list_tool_rules(rulebook: Rulebook) -> dict[str, ToolRule]:
    """Return the rules of every tool by id, a tool that isn't built yet included."""
    return {
        id: ToolRule(rule, tool)
        for tool, rules in rulebook.tools.items()
        for id, rule in rules.items()
    }

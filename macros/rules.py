"""The numbers of every tool, put into the words that a page uses for them."""

from dataclasses import dataclass
from importlib.resources import files

from playbook.errors import ContentError
from playbook.evidence import Rule, read_rules
from playbook.render import unit_for, within


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


def read_tool_rules() -> dict[str, ToolRule]:
    """The rules in every tool's folder by id, a tool that isn't built yet included.

    Raises ContentError where two tools use one id.
    """
    found: dict[str, ToolRule] = {}
    for tool in folders_with_rules():
        for rule in read_rules(files("playbook.tools") / tool / "rules.toml").values():
            if rule.id in found:
                raise ContentError(
                    f"{tool}/rules.toml [{rule.id}]: {found[rule.id].tool} has a rule of that name"
                )
            found[rule.id] = ToolRule(rule, tool)
    return found


def folders_with_rules() -> list[str]:
    """The folders of tools that have rules, a tool that isn't built yet included."""
    tools = files("playbook.tools").iterdir()
    return sorted(tool.name for tool in tools if (tool / "rules.toml").is_file())

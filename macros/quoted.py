"""A rule as a sentence on a page quotes it."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.decided import mark_decided
from macros.rules import ToolRule
from macros.view import render, together


@dataclass(frozen=True, slots=True)
class QuotedRule:
    """A rule as a sentence on the page at `here` quotes it."""

    rule: ToolRule
    here: str

    @property
    def value(self) -> int:
        """The bare number, in `unit`."""
        return self.rule.value

    @property
    def unit(self) -> str:
        """What the number counts."""
        return self.rule.unit

    @property
    def within(self) -> str:
        """The number and its unit in words, marked where a centre decided it."""
        return mark_decided(self.rule, together(self.rule.within))

    @property
    def house(self) -> bool:
        """Whether the number is our own."""
        return self.rule.house

    @property
    def is_decided(self) -> bool:
        """Whether a centre decided the number."""
        return self.rule.rule.decision is not None

    @property
    def link(self) -> Markup:
        """`within`, linked to where it comes from."""
        return render("rule_link", self.here, rule=self.rule)

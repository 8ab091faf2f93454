"""Where something comes from, in HTML: a rule with its number and claims, or claims alone."""

from collections.abc import Iterable

from markupsafe import Markup

from playbook.evidence import Rule
from playbook.memory import remembered
from playbook.rulebook import Rulebook
from playbook.tools.decided import house_words


def cited_rules(rules: Iterable[Rule], rulebook: Rulebook) -> list[Markup]:
    """Return each rule with its number, its claims, and the disagreement in which it takes a side."""
    return [_rule(rule, rulebook) for rule in rules]


@remembered()
def _rule(rule: Rule, rulebook: Rulebook) -> Markup:
    return rulebook.fragment(
        "tools/cited_rule.html.jinja",
        rule=rule,
        house=house_words(rulebook),
        claims=cited_claims(rule.claims, rulebook),
    )


@remembered()
def cited_claims(claims: tuple[str, ...], rulebook: Rulebook) -> Markup:
    """Return the claims with these ids, each with its source."""
    return rulebook.fragment("tools/cited_claims.html.jinja", cited=rulebook.evidence.cited(claims))

"""Where something comes from, in HTML: a rule with its number and claims, or claims alone."""

from collections.abc import Iterable

from markupsafe import Markup

from playbook.evidence import Rule, read_evidence
from playbook.memory import remembered
from playbook.render import part
from playbook.tools.decided import house_words


def cited_rules(rules: Iterable[Rule]) -> list[Markup]:
    """Each rule with its number, its claims, and the disagreement in which it takes a side."""
    return [_rule(rule) for rule in rules]


@remembered()
def _rule(rule: Rule) -> Markup:
    return part(
        "tools/cited_rule.html.jinja",
        rule=rule,
        house=house_words(),
        claims=cited_claims(rule.claims),
    )


@remembered()
def cited_claims(claims: tuple[str, ...]) -> Markup:
    """The claims with these ids, each with its source."""
    return part("tools/cited_claims.html.jinja", cited=read_evidence().cited(claims))

"""Reads the evidence and the rules of each tool, a centre's own included, and checks every reference."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable

from playbook.brand import (
    CLAIMS,
    SOURCES,
    Centre,
    Decisions,
    RuleOverlay,
    decide_rule,
    decide_side,
    read_overlays,
)
from playbook.content import read_all
from playbook.errors import ContentError
from playbook.evidence import (
    CLAIM_KINDS,
    HOUSE,
    STRENGTHS,
    TOPICS,
    Claim,
    Disagreement,
    Evidence,
    Figure,
    Rule,
    Source,
)


def read_evidence(folder: Traversable, brand: Traversable, decisions: Decisions) -> Evidence:
    """Return the evidence in `folder`, and after it the centre's own in `brand`, with its sides in place.

    Raises ContentError where a reference leads nowhere.
    """
    spelling = decisions.spelling
    own = read_overlays(Source, brand / SOURCES, spelling)
    sources = {id: replace(source, centre=decisions.centre.name) for id, source in own.items()}
    disagreements = read_all(Disagreement, folder / "disagreements.toml", spelling)
    evidence = Evidence(
        sources=read_all(Source, folder / "sources.toml", spelling) | sources,
        claims={
            **read_all(Claim, folder / "claims.toml", spelling),
            **read_overlays(Claim, brand / CLAIMS, spelling),
        },
        figures=read_all(Figure, folder / "figures.toml", spelling),
        disagreements=_with_sides(disagreements, decisions),
    )
    check_evidence(evidence)
    return evidence


def read_rules(file: Traversable, evidence: Evidence, decisions: Decisions) -> dict[str, Rule]:
    """Return the rules of one tool by id, with the centre's numbers in place, and its claims after ours.

    Raises ContentError for a rule that names no claim, or a house rule without a reason.
    """
    rules = read_all(Rule, file, decisions.spelling)
    for rule in rules.values():
        where = f"{file.name} [{rule.id}]"
        _known(rule.claims, evidence.claims, f"{where} claims")
        _known(rule.disagreements, evidence.disagreements, f"{where} disagreements")
        if not rule.claims:
            raise ContentError(f"{where}: names no claim; give at least one id of claims.toml")
        if rule.house != any(evidence.claims[claim].source == HOUSE for claim in rule.claims):
            raise ContentError(f"{where}: house = true and a claim house/… go together")
        if rule.house and not rule.reason:
            raise ContentError(f"{where}: a house rule needs its reason")
    overlays, centre = decisions.rules, decisions.centre
    return {
        id: _decided(rule, overlays[id], centre, evidence) if id in overlays else rule
        for id, rule in rules.items()
    }


def _decided(rule: Rule, overlay: RuleOverlay, centre: Centre, evidence: Evidence) -> Rule:
    _known(overlay.claims, evidence.claims, f"brand/rules [{rule.id}] claims")
    titles = [source.title for _, source in evidence.cited(overlay.claims)]
    return replace(
        rule,
        value=overlay.value,
        claims=(*rule.claims, *overlay.claims),
        decision=decide_rule(centre, overlay, rule.value, titles),
    )


def _with_sides(
    disagreements: Mapping[str, Disagreement], decisions: Decisions
) -> dict[str, Disagreement]:
    """Return the questions with a centre's sides in place. Raises ContentError for one that isn't there."""
    overlays, centre = decisions.disagreements, decisions.centre
    _known(overlays, disagreements, "brand/disagreements.toml")
    return {
        id: replace(
            one,
            default=overlays[id].takes,
            why=overlays[id].why,
            decision=decide_side(centre, overlays[id], one.default, one.why),
        )
        if id in overlays
        else one
        for id, one in disagreements.items()
    }


def check_evidence(evidence: Evidence) -> None:
    """Look over every reference and scale. Raises ContentError for the first that is wrong."""
    for source in evidence.sources.values():
        _known([source.strength], STRENGTHS, f"sources.toml [{source.id}] strength")
    for claim in evidence.claims.values():
        _known([claim.source], evidence.sources, f"claims.toml [{claim.id}] source")
        _known([claim.kind], CLAIM_KINDS, f"claims.toml [{claim.id}] kind")
        against = filter(None, [claim.against])
        _known(against, evidence.disagreements, f"claims.toml [{claim.id}] against")
    for figure in evidence.figures.values():
        _known([figure.topic], TOPICS, f"figures.toml [{figure.id}] topic")
    for disagreement in evidence.disagreements.values():
        where = f"disagreements.toml [{disagreement.id}]"
        _check_scale(disagreement, where)
        if disagreement.decision:
            _known(disagreement.decision.claims, evidence.claims, f"{where} claims")
        for position in disagreement.positions:
            _known(position.claims, evidence.claims, f"{where} positions")
            if not position.claims and not position.who:
                raise ContentError(f"{where}: '{position.says}' names neither claims nor who")


def _check_scale(disagreement: Disagreement, where: str) -> None:
    if len(disagreement.ends) not in {0, 2}:
        raise ContentError(f"{where} ends: a scale has two, such as ['soonest', 'latest'], or none")
    if not 0 <= disagreement.ours_after <= len(disagreement.positions):
        raise ContentError(
            f"{where} ours_after: {disagreement.ours_after};"
            f" it takes 0 to {len(disagreement.positions)}, the number of positions before our choice"
        )


def check_claims(claims: Iterable[str], evidence: Evidence, where: str) -> None:
    """Check that these claims are known. Raises ContentError for one that isn't, with `where` it stands."""
    _known(claims, evidence.claims, f"{where} claims")


def _known(ids: Iterable[str], known: Iterable[str], where: str) -> None:
    for unknown in sorted(set(ids) - set(known)):
        raise ContentError(f"{where}: '{unknown}' is not known")
